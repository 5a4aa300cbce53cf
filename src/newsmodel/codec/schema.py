"""The JSON Schema of an article, generated from the classes of the model."""

from __future__ import annotations

import inspect
import json
from enum import Enum
from importlib.resources import files
from typing import Any

import attrs

from newsmodel.model import SCHEMA_VERSION, Article, PartialDate, Span
from newsmodel.model._shape import Shape, shapes
from newsmodel.model.ids import ID_LETTERS

FILE = f"article-{SCHEMA_VERSION}.schema.json"
"""The name of the schema file that is shipped beside this module."""

_SCALARS: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Span: {"$ref": "#/$defs/Span"},
    PartialDate: {"$ref": "#/$defs/PartialDate"},
}
_SPAN = {
    "description": "[start, end] in Unicode code points of the text, start inclusive, end exclusive, start < end.",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
    "minItems": 2,
    "items": False,
}
_DATE = {
    "description": "A date in ISO 8601, as far as it is known; the label of a time zone in brackets.",
    "type": "string",
    "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}(:[0-9]{2})?"
    r"(Z|[+-][0-9]{2}:[0-9]{2}|\[[A-Za-z][A-Za-z0-9_+./-]*\])?)?)?)?$",
}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every article from `dumps` validates against.

    It cannot say all: that spans lie in the text and ids exist is checked by `loads`.

    Returns:
        A new dict; the same is shipped as a file beside `newsmodel.codec.schema`.

    Examples:
        >>> json_schema()["required"]
        ['schema_version', 'text', 'language']
    """
    definitions: dict[str, Any] = {"Span": _SPAN, "PartialDate": _DATE}
    root = _object(Article, definitions)
    root["properties"] = {"schema_version": {"const": SCHEMA_VERSION}, **root["properties"]}
    root["required"] = ["schema_version", *root["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsmodel:article:{SCHEMA_VERSION}",
        "title": "newsmodel Article",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Return the JSON Schema as the text of its file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def shipped_schema() -> str:
    """Return the text of the schema file that is shipped in the package.

    Examples:
        >>> "https://json-schema.org/draft/2020-12/schema" in shipped_schema()
        True
    """
    return files("newsmodel.codec").joinpath(FILE).read_text(encoding="utf-8")


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of the object that stands for a class; enter the classes it needs into the definitions."""
    documented = _attributes(cls)
    properties: dict[str, Any] = {}
    if cls in ID_LETTERS:
        properties["id"] = {"type": "string", "pattern": f"^{ID_LETTERS[cls][1]}[1-9][0-9]*$"}
    for shape in shapes(cls):
        properties[shape.name] = _field(cls, shape, definitions) | {"description": documented[shape.name]}
    required = [shape.name for shape in shapes(cls) if not _may_be_absent(cls, shape)]
    return {
        "description": inspect.getdoc(cls).split("\n\n")[0].replace("\n", " "),  # type: ignore[union-attr]
        "type": "object",
        "properties": properties,
        "required": (["id"] if cls in ID_LETTERS else []) + required,
        "additionalProperties": False,
    }


def _may_be_absent(cls: type, shape: Shape) -> bool:
    # language has a default for those who build an Article, but stored articles say what they are in.
    return shape.default is not attrs.NOTHING and not (cls is Article and shape.name == "language")


def _field(cls: type, shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field: references are ids, except in the collections of Article, which hold the objects."""
    held = cls is Article
    options = [_value(kind, definitions, held=held) for kind in shape.types]
    single = options[0] if len(options) == 1 else {"anyOf": options}
    if shape.many:
        return {"type": "array", "items": single}
    return {"anyOf": [*options, {"type": "null"}]} if shape.optional else single


def _value(kind: type, definitions: dict[str, Any], *, held: bool) -> dict[str, Any]:
    if kind in _SCALARS:
        return _SCALARS[kind]
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    if kind in ID_LETTERS and not held:
        return {"type": "string", "pattern": f"^{ID_LETTERS[kind][1]}[1-9][0-9]*$"}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # taken, should the class lead back to itself
        definitions[name] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _attributes(cls: type) -> dict[str, str]:
    """Return what the docstring of a class says about each attribute."""
    lines = iter((inspect.getdoc(cls) or "").splitlines())
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        if line == "Attributes:":
            break
    for line in lines:
        if line and not line.startswith(" "):
            break
        text = line.strip()
        if line.startswith("     ") and name:
            found[name] += f" {text}"
        elif text:
            name, _, words = text.partition(": ")
            found[name] = words
    return found
