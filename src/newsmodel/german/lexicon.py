"""The tables of German words: tab-separated files in `german/data/`, each with its source and licence in its head."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["Row", "table"]

Row = Mapping[str, str]
"""One line of a table: column name to value; an empty cell is an empty string."""


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of `german/data/NAME.tsv`, read once a process.

    Lines that start with `#` are comments (what the table holds, its source, its licence), the first other line names
    the columns; cells that are missing at the end of a line are empty.

    Args:
        name: the file name without `.tsv`.

    Raises:
        ValueError: a line has more cells than there are columns.

    >>> table("pipeline_sentence_starters")[0]["word"]
    'Ab'
    """
    text = (files("newsmodel.german") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise ValueError(f"{name}.tsv: more cells than columns in {line!r}")
        cells += [""] * (len(columns) - len(cells))
        rows.append(MappingProxyType(dict(zip(columns, cells, strict=True))))
    return tuple(rows)
