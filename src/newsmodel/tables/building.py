"""From articles to tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsmodel.errors import FieldTypeError, TableError
from newsmodel.model import Article
from newsmodel.model.ids import digest
from newsmodel.tables.arrow import arrow_schema, load
from newsmodel.tables.rows import rows_of
from newsmodel.tables.schema import SCHEMA
from newsmodel.tables.sets import Frames

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 500
"""So many articles are held as Python objects before they become Arrow columns."""


def frames(articles: Article | Iterable[Article]) -> Frames[pa.Table]:
    """Return articles as tables in long form.

    The tables `articles, actors, mentions, roles, times, issues, meetings, participants, statements, stances` and
    `diagnostics` are described, column by column, in `newsmodel.tables.SCHEMA`. They hold everything that the articles
    hold: `from_frames` gives equal articles back. No articles give empty tables of the same schema.

    Args:
        articles: one article, or any iterable of articles; it is read once.

    Returns:
        Arrow tables; `.pandas()` and `.polars()` give theirs, `.write_parquet(folder)` writes files.

    Raises:
        MissingExtraError: pyarrow is not installed (`newsmodel[frames]`).
        FieldTypeError: something among the articles is none.
        TableError: a number is beyond 32 bits.

    Examples:
        >>> from newsmodel import Article
        >>> found = frames(Article(text="Der Rat tagt.", agency="abc"))
        >>> found.articles.num_rows, found.actors.num_rows
        (1, 0)
        >>> found.articles.column("agency").to_pylist()
        ['abc']
    """
    pa = load("pyarrow")
    batches: dict[str, list[Any]] = {name: [] for name in SCHEMA}
    for columns in _columns(articles):
        for name, values in columns.items():
            schema = arrow_schema(name)
            columns_of = [_array(name, field, values[field.name]) for field in schema]
            batches[name].append(pa.table(columns_of, schema=schema))
    tables = {
        name: pa.concat_tables(parts) if parts else arrow_schema(name).empty_table() for name, parts in batches.items()
    }
    return Frames(**tables)


def _array(table: str, field: Any, values: list[Any]) -> Any:
    pa = load("pyarrow")
    try:
        return pa.array(values, field.type)
    except (pa.ArrowInvalid, OverflowError) as error:
        raise TableError(table, f"a value is too large for {field.type}: {error}", column=field.name) from error


def _columns(articles: Article | Iterable[Article]) -> Iterator[dict[str, dict[str, list[Any]]]]:
    """Yield the columns of every table, for one batch of articles after the other."""
    stream = iter((articles,) if isinstance(articles, Article) else articles)
    seen: Counter[str] = Counter()
    number = 0
    while batch := list(islice(stream, _BATCH)):
        columns: dict[str, dict[str, list[Any]]] = {
            name: {column.name: [] for column in table.columns} for name, table in SCHEMA.items()
        }
        for article in batch:
            if type(article) is not Article:
                raise FieldTypeError("frames", f"articles[{number}]", "an Article", article)
            number += 1
            key = digest(article)
            seen[key] += 1
            if seen[key] > 1:
                key = f"{key}~{seen[key]}"
            for name, row in rows_of(article):
                row["article_id"] = key
                for column, values in columns[name].items():
                    values.append(row[column])
        yield columns
