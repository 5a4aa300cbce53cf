"""An article as one nested value of Arrow: its type, made from the classes of the model, and rows of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from newsmodel.codec.dicts import from_dict
from newsmodel.extras import load_extra
from newsmodel.model import SCHEMA_VERSION, Article, PartialDate, Span
from newsmodel.model._shape import Shape, shapes
from newsmodel.model.ids import ID_LETTERS, ids_of

if TYPE_CHECKING:
    import pyarrow as pa

Row: TypeAlias = dict[str, Any]


def load_pyarrow() -> Any:
    """Return the module pyarrow.

    Raises:
        MissingExtraError: it is not installed.
    """
    return load_extra("pyarrow", "arrow")


@cache
def article_type() -> pa.StructType:
    """Return the Arrow type of an article.

    Its fields are those of the JSON form (`newsmodel.json_schema()`): objects have ids (`a1`, `s2`) and refer to each
    other by them, dates and enumerations are strings. Two things differ: a span is a struct of `start` and `end` (code
    points, the end exclusive), and a list is never null.

    Returns:
        A `pyarrow.StructType`.

    Raises:
        MissingExtraError: pyarrow is not installed (`newsmodel[arrow]`).

    >>> article_type().field("statements").type.value_type.field("speakers").type
    ListType(list<item: string>)
    """
    arrow = load_pyarrow()
    version = arrow.field("schema_version", arrow.int32(), nullable=False)
    own: pa.StructType = arrow.struct([version, *_fields(Article)])
    return own


def _fields(cls: type) -> list[Any]:
    arrow = load_pyarrow()
    identifier = [arrow.field("id", arrow.string(), nullable=False)] if cls in ID_LETTERS else []
    return identifier + [_field(cls, shape) for shape in shapes(cls)]


def _field(cls: type, shape: Shape) -> Any:
    arrow = load_pyarrow()
    kind = _type(shape.types[0], held=cls is Article)
    return arrow.field(shape.name, arrow.list_(kind) if shape.many else kind, nullable=shape.optional)


def _type(kind: type, *, held: bool) -> Any:
    arrow = load_pyarrow()
    if kind is Span:
        return arrow.struct([arrow.field(name, arrow.int32(), nullable=False) for name in ("start", "end")])
    if kind in (int, bool):
        return arrow.int32() if kind is int else arrow.bool_()
    if kind is str or kind is PartialDate or issubclass(kind, Enum) or (kind in ID_LETTERS and not held):
        return arrow.string()
    return arrow.struct(_fields(kind))


def to_row(article: Article) -> Row:
    """Return an article as a value of `article_type()`, in the terms of Python.

    >>> row = to_row(Article(text="Der Rat tagt.", agency="abc"))
    >>> row["agency"], row["headline"], row["actors"]
    ('abc', None, [])
    """
    return {"schema_version": SCHEMA_VERSION, **_row(article, ids_of(article), held=True)}


def _row(value: Any, ids: dict[object, str], *, held: bool) -> Row:
    cls = type(value)
    row: Row = {"id": ids[value]} if cls in ID_LETTERS else {}
    for shape in shapes(cls):
        given = getattr(value, shape.name)
        if shape.many:
            row[shape.name] = [_cell(item, ids, held=held) for item in given]
        else:
            row[shape.name] = None if given is None else _cell(given, ids, held=held)
    return row


def _cell(value: Any, ids: dict[object, str], *, held: bool) -> Any:
    kind = type(value)
    if kind is Span:
        return {"start": value.start, "end": value.end}
    if kind in (str, int, bool):
        return value
    if kind is PartialDate:
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if kind in ID_LETTERS and not held:
        return ids[value]
    return _row(value, ids, held=False)


def to_article(row: Mapping[str, Any]) -> Article:
    """Return the article of a row: the inverse of `to_row`.

    Args:
        row: a value of `article_type()`, as `pyarrow`'s `to_pylist` gives it, or a `Row` of Spark as a dict.

    Raises:
        DecodeError: the row is no article.

    >>> article = Article(text="Der Rat tagt.")
    >>> to_article(to_row(article)) == article
    True
    """
    return from_dict({"schema_version": row.get("schema_version"), **_plain(Article, row)})


def _plain(cls: type, row: Mapping[str, Any]) -> Row:
    """Return a row in the JSON form: what is absent is left out, where a default stands for it."""
    plain: Row = {"id": row.get("id")} if cls in ID_LETTERS else {}
    for shape in shapes(cls):
        given = row.get(shape.name)
        kind = shape.types[0]
        if given is None or (shape.many and not len(given)):
            if shape.default is attrs.NOTHING or shape.default is not None:
                plain[shape.name] = [] if shape.many else None
        elif shape.many:
            plain[shape.name] = [_plain_cell(kind, item) for item in given]
        else:
            plain[shape.name] = _plain_cell(kind, given)
    return plain


def _plain_cell(kind: type, value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return [value.get("start"), value.get("end")] if kind is Span else _plain(kind, value)
