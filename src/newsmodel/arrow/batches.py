"""`parse_batches`: record batches of texts in, record batches of articles out, whoever runs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsmodel.arrow.nested import article_type, load_pyarrow, to_row
from newsmodel.batch.chunks import Settings, Source, cut, parse_chunk
from newsmodel.errors import TableError
from newsmodel.extraction import check_options
from newsmodel.model import Article

if TYPE_CHECKING:
    import pyarrow as pa
    from spacy.language import Language

    from newsmodel.parsers.actors.gazetteer import Gazetteer

_OWN = ("article", "error")


def output_schema(given: pa.Schema, *, text: str = "text", published: str = "published") -> pa.Schema:
    """Return the schema of what `parse_batches` yields.

    Args:
        given: the schema of what it is given.
        text: see `parse_batches`.
        published: see `parse_batches`.

    Returns:
        The columns of `given` but those two (the article holds both), then `article`, of the type `article_type()`, and
        `error`, a string.

    Raises:
        TableError: there is no column `text`, or a column is called `article` or `error`.
        MissingExtraError: pyarrow is not installed (`newsmodel[arrow]`).

    >>> import pyarrow as pa
    >>> output_schema(pa.schema([("key", pa.int64()), ("text", pa.string())])).names
    ['key', 'article', 'error']
    """
    arrow = load_pyarrow()
    if given.names.count(text) != 1:
        raise TableError("texts", "there must be one such column", column=text)
    for name in _OWN:
        if name in given.names:
            raise TableError("texts", "this name is taken by the result", column=name)
    kept = [field for field in given if field.name not in (text, published)]
    own: pa.Schema = arrow.schema([*kept, arrow.field("article", article_type()), arrow.field("error", arrow.string())])
    return own


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    published: str = "published",
    nlp: Language | None = None,
    gazetteer: Gazetteer | None = None,
    batch_size: int = 32,
) -> Iterator[pa.RecordBatch]:
    """Yield the articles of texts, row by row in their order, with the other columns of the batches as they are.

    A row that cannot be read has no article but says in `error` what is wrong; no row is left out. The result of a row
    does not depend on the others. Nothing is kept between calls, so an engine may run this again when a machine is lost.

    Args:
        batches: record batches, all of one schema, with a column of texts (strings, or the bytes of messages in any
            format that `newsmodel.read` knows).
        text: the name of that column.
        published: the name of the column that says when each was published (strings, dates or timestamps), if there
            is one.
        nlp: see `newsmodel.parse`.
        gazetteer: see `newsmodel.parse`.
        batch_size: how many texts are parsed together, and the most rows of a batch that is yielded.

    Yields:
        Record batches of the schema `output_schema(...)`.

    Raises:
        TableError: see `output_schema`.
        FieldTypeError: `nlp` or `gazetteer` is something else.
        MissingExtraError: pyarrow is not installed (`newsmodel[arrow]`).

    >>> import pyarrow as pa
    >>> batch = pa.record_batch({"key": [7], "text": ["Kiel (dpa) - Der Rat tagt."]})
    >>> [row] = next(parse_batches([batch])).to_pylist()
    >>> row["key"], row["article"]["dateline"]["places"], row["error"]
    (7, ['Kiel'], None)
    """
    check_options("parse_batches", nlp=nlp, gazetteer=gazetteer)
    settings = Settings(nlp=nlp, gazetteer=gazetteer)
    for batch in batches:
        schema = output_schema(batch.schema, text=text, published=published)
        at = 0
        for chunk in cut(_sources(batch, text, published), batch_size):
            yield _built(batch.slice(at, len(chunk)), parse_chunk(chunk, settings), schema)
            at += len(chunk)


def parse_table(table: pa.Table, **options: Any) -> pa.Table:
    """Return the articles of a table of texts: `parse_batches` for engines that pass tables (Ray Data, Dask).

    Args:
        table: a table with a column of texts.
        **options: see `parse_batches`.

    >>> import pyarrow as pa
    >>> parse_table(pa.table({"text": ["Kiel (dpa) - Der Rat tagt."]})).column_names
    ['article', 'error']
    """
    arrow = load_pyarrow()
    names = {name: options[name] for name in ("text", "published") if name in options}
    whole: pa.Table = arrow.Table.from_batches(
        parse_batches(table.to_batches(), **options), schema=output_schema(table.schema, **names)
    )
    return whole


def _sources(batch: pa.RecordBatch, text: str, published: str) -> Iterator[Source]:
    dates = batch.column(published) if published in batch.schema.names else None
    for number, message in enumerate(batch.column(text)):
        yield message.as_py(), None if dates is None else dates[number].as_py()


def _built(rows: pa.RecordBatch, parsed: list[Article | Exception], schema: pa.Schema) -> pa.RecordBatch:
    arrow = load_pyarrow()
    articles = [to_row(found) if isinstance(found, Article) else None for found in parsed]
    errors = [None if isinstance(found, Article) else f"{type(found).__name__}: {found}" for found in parsed]
    kept = [rows.column(name) for name in schema.names[: -len(_OWN)]]
    own = [arrow.array(articles, type=schema.field("article").type), arrow.array(errors, type=arrow.string())]
    built: pa.RecordBatch = arrow.RecordBatch.from_arrays([*kept, *own], schema=schema)
    return built
