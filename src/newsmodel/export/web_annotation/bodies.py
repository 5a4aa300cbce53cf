"""The bodies of annotations: a class of the model as a JSON-LD node, and back to the JSON of the codec.

Keys are the names of the fields in the namespace `nm:`; spans are position selectors, references the ids of annotations.
"""

from __future__ import annotations

from typing import Any

from newsmodel.errors import FormatError
from newsmodel.export.web_annotation.selectors import NAME, position
from newsmodel.model import Article, PartialDate, Span
from newsmodel.model._base import Value
from newsmodel.model._shape import Shape, shapes
from newsmodel.model._walk import COLLECTIONS

NAMESPACE = "urn:newsmodel:terms:"


def context() -> dict[str, Any]:
    """Return the JSON-LD context of our terms: the namespace, and which fields hold lists, whose order counts."""
    terms: dict[str, Any] = {"nm": NAMESPACE}
    classes: list[type] = [Article]
    for cls in classes:
        for shape in shapes(cls):
            if shape.many:
                terms[f"nm:{shape.name}"] = {"@id": f"nm:{shape.name}", "@container": "@list"}
            classes += [kind for kind in shape.types if issubclass(kind, Value) and kind not in classes]
    return terms


def write_body(cls: type, plain: dict[str, Any], source: str, *, but: str | None = None) -> dict[str, Any]:
    """Return the body for an object.

    Args:
        cls: its class.
        plain: its JSON, as the codec writes it.
        source: the IRI of the article.
        but: a field that stands elsewhere.

    Returns:
        The node.
    """
    body: dict[str, Any] = {"type": f"nm:{cls.__name__}"}
    for shape in shapes(cls):
        if shape.name in plain and shape.name != but:
            given = plain[shape.name]
            values = [_write(shape, value, source) for value in given] if shape.many else _write(shape, given, source)
            body[f"nm:{shape.name}"] = values
    return body


def _write(shape: Shape, value: Any, source: str) -> Any:
    kind = shape.types[0]
    if kind in COLLECTIONS:
        return {"id": f"{source}#{value}"}
    if kind is Span:
        return position(Span(start=value[0], end=value[1]))
    return write_body(kind, value, source) if _is_part(kind) else value


def read_body(cls: type, body: dict[str, Any], source: str, place: str) -> dict[str, Any]:
    """Return the JSON of an object, for the codec to check.

    Args:
        cls: its class.
        body: the node.
        source: the IRI of the article.
        place: where the node stands, for messages.

    Returns:
        The JSON; keys that no field has stay, so that the codec names them.

    Raises:
        FormatError: it is not of the form that `write_body` gives it.
    """
    known = {f"nm:{shape.name}": shape for shape in shapes(cls)}
    plain: dict[str, Any] = {}
    for key, value in body.items():
        shape, here = known.get(key), f"{place}[{key!r}]"
        if shape is None:
            plain |= {} if key in ("type", "id") else {key: value}
        elif shape.many:
            if not isinstance(value, list):
                raise FormatError(NAME, "must be an array", place=here)
            plain[shape.name] = [_read(shape, one, source, f"{here}[{index}]") for index, one in enumerate(value)]
        else:
            plain[shape.name] = _read(shape, value, source, here)
    return plain


def _read(shape: Shape, value: Any, source: str, place: str) -> Any:
    kind = shape.types[0]
    if value is None:
        return None
    if kind in COLLECTIONS:
        match value:
            case {"id": str(key)} if key.startswith(f"{source}#"):
                return key.removeprefix(f"{source}#")
        raise FormatError(NAME, f"must refer to an annotation of this document: {{'id': '{source}#…'}}", place=place)
    if kind is Span:
        match value:
            case {"type": "TextPositionSelector", "start": start, "end": end}:
                return [start, end]
        raise FormatError(NAME, "must be a TextPositionSelector", place=place)
    if _is_part(kind):
        if not isinstance(value, dict):
            raise FormatError(NAME, "must be an object", place=place)
        return read_body(kind, value, source, place)
    return value


def _is_part(kind: type) -> bool:
    return issubclass(kind, Value) and kind is not PartialDate
