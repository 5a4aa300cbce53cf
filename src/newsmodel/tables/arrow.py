"""The schema in Arrow's terms, and tables of any library that speaks Arrow."""

from __future__ import annotations

from functools import cache
from typing import Any

from newsmodel.errors import TableError
from newsmodel.extras import load_extra
from newsmodel.tables.schema import SCHEMA

EXTRA = "frames"


def load(module: str) -> Any:
    """Import pyarrow, pandas, polars or a part of them.

    Args:
        module: its name.

    Returns:
        The module.

    Raises:
        MissingExtraError: it is not installed.
    """
    return load_extra(module, EXTRA)


@cache
def arrow_schema(table: str) -> Any:
    """Return the Arrow schema of a table, with the meaning of each column and the key in its metadata.

    Args:
        table: its name.

    Returns:
        A `pyarrow.Schema`.
    """
    pa = load("pyarrow")
    span = pa.struct([("start", pa.int32()), ("end", pa.int32())])
    types = {
        "str": pa.string(),
        "int": pa.int32(),
        "bool": pa.bool_(),
        "day": pa.date32(),
        "strs": pa.list_(pa.string()),
        "spans": pa.list_(span),
        "zones": pa.list_(pa.struct([("kind", pa.string()), *span, ("public", pa.bool_())])),
        "concepts": pa.list_(pa.struct([("name", pa.string()), ("scheme", pa.string()), ("code", pa.string())])),
    }
    described = SCHEMA[table]
    fields = [
        pa.field(c.name, types[c.kind], nullable=not c.required, metadata={"description": c.words})
        for c in described.columns
    ]
    return pa.schema(fields, metadata={"description": described.words, "key": " ".join(described.key)})


def to_arrow(table: str, given: object) -> Any:
    """Return a table of any library as an Arrow table with exactly the columns and types of the schema.

    Args:
        table: its name.
        given: a table of Arrow, pandas, polars or another library with the Arrow PyCapsule interface.

    Returns:
        A `pyarrow.Table`.

    Raises:
        TableError: it is no table, a column is missing, a value has another type, or null stands where it must not.
    """
    pa = load("pyarrow")
    schema = arrow_schema(table)
    if not hasattr(given, "__arrow_c_stream__"):
        raise TableError(table, f"must be a table of Arrow, pandas or polars, not {type(given).__name__}")
    whole = given if isinstance(given, pa.Table) else pa.table(given)
    columns = []
    for field in schema:
        count = whole.column_names.count(field.name)
        if count != 1:
            raise TableError(table, "the column is missing" if not count else "there are two", column=field.name)
        column = whole.column(field.name)
        try:
            columns.append(column.cast(field.type))
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError, pa.ArrowTypeError) as error:
            reason = f"must be {field.type}, not {column.type}: {error}"
            raise TableError(table, reason, column=field.name) from error
        if not field.nullable and columns[-1].null_count:
            row = columns[-1].is_null().to_pylist().index(True)
            raise TableError(table, "must not be null", column=field.name, row=row)
        if pa.types.is_list(field.type) and (holes := columns[-1].combine_chunks().flatten().null_count):
            raise TableError(table, f"{holes} elements of its lists are null", column=field.name)
    return pa.table(columns, schema=schema)
