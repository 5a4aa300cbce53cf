"""The tables of some articles together, in the library of your choice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from newsmodel.errors import TableError
from newsmodel.tables.arrow import load, to_arrow
from newsmodel.tables.schema import SCHEMA

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

T = TypeVar("T")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Frames(Generic[T]):
    """The tables of some articles; each is described in `newsmodel.tables.SCHEMA`.

    `frames(articles)` gives Arrow tables; `pandas()` and `polars()` give the same in these libraries. Rows of different
    tables belong together by `article_id` and the id of the object, such as `actor_id`.

    Attributes:
        articles: an article a row.
        actors: an actor a row.
        mentions: a place that names an actor.
        roles: a title or affiliation.
        times: an expression of time.
        issues: what stances and meetings are about.
        meetings: a meeting.
        participants: an actor at a meeting.
        statements: a statement and a speaker.
        stances: a stance and a holder.
        diagnostics: what could not be resolved.

    Examples:
        >>> import newsmodel
        >>> made = newsmodel.frames([newsmodel.parse("Anna Berg traf Jan Voss.")])
        >>> made.actors.column("name").to_pylist()
        ['Anna Berg', 'Jan Voss']
    """

    articles: T
    actors: T
    mentions: T
    roles: T
    times: T
    issues: T
    meetings: T
    participants: T
    statements: T
    stances: T
    diagnostics: T

    def __iter__(self) -> Iterator[tuple[str, T]]:
        """Yield the name and the table, as `dict(frames)` takes them."""
        for name in SCHEMA:
            yield name, getattr(self, name)

    def pandas(self) -> Frames[pd.DataFrame]:
        """Return the tables as pandas DataFrames with Arrow types, so that whole numbers stay whole beside nulls.

        Returns:
            The same tables.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        pandas = load("pandas")
        return Frames(**{name: table.to_pandas(types_mapper=pandas.ArrowDtype) for name, table in self._arrow()})

    def polars(self) -> Frames[pl.DataFrame]:
        """Return the tables as polars DataFrames.

        Returns:
            The same tables.

        Raises:
            MissingExtraError: polars is not installed.
        """
        polars = load("polars")
        return Frames(**{name: polars.from_arrow(table) for name, table in self._arrow()})

    def write_parquet(self, folder: str | os.PathLike[str]) -> None:
        """Write each table as a Parquet file: `articles.parquet` and so on.

        Args:
            folder: where; made if it does not exist. Files of these names are overwritten.

        Raises:
            OSError: a file cannot be written.
        """
        parquet = load("pyarrow.parquet")
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        for name, table in self._arrow():
            parquet.write_table(table, place / f"{name}.parquet", compression="zstd")

    def _arrow(self) -> Iterator[tuple[str, Any]]:
        for name, table in self:
            yield name, to_arrow(name, table)

    def __repr__(self) -> str:
        """Return one short line: the library and the number of rows of each table."""
        kind = type(self.articles).__module__.partition(".")[0]
        counts = ", ".join(f"{len(table)} {name}" for name, table in self)  # type: ignore[arg-type]
        return f"Frames({kind}: {counts})"


def read_parquet(folder: str | os.PathLike[str]) -> Frames[pa.Table]:
    """Read the tables that `Frames.write_parquet` wrote.

    Args:
        folder: where the files are.

    Returns:
        The tables, in Arrow.

    Raises:
        TableError: a file is no Parquet file, or not of this schema.
        OSError: a file cannot be read.

    Examples:
        >>> import tempfile, newsmodel
        >>> made = newsmodel.frames([newsmodel.parse("Anna Berg traf Jan Voss.")])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     made.write_parquet(folder)
        ...     again = read_parquet(folder)
        >>> newsmodel.from_frames(again) == newsmodel.from_frames(made)
        True
    """
    pa, parquet = load("pyarrow"), load("pyarrow.parquet")
    tables = {}
    for name in SCHEMA:
        file = Path(folder) / f"{name}.parquet"
        try:
            with file.open("rb") as stream:
                tables[name] = to_arrow(name, parquet.read_table(stream))
        except (pa.ArrowException, UnicodeDecodeError) as error:
            raise TableError(name, f"{file} is no Parquet file that can be read: {error}") from error
    return Frames(**tables)
