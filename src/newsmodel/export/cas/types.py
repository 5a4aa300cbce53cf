"""The UIMA type system of newsmodel, made from the classes of the model: `newsmodel.Actor`, `newsmodel.Meeting` and so on.

Each class is a type, each field a feature. A span is the annotation's own begin and end where a class has exactly one,
else a `newsmodel.Fragment`. Strings, codes and ISO 8601 dates are strings; tuples are arrays.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from newsmodel.extras import load_extra
from newsmodel.model import Article, Dateline, Mention, PartialDate, SignOff, Span, TimeExpression, Zone
from newsmodel.model._base import Value
from newsmodel.model._shape import Shape, shapes
from newsmodel.model._walk import COLLECTIONS

if TYPE_CHECKING:
    from cassis import TypeSystem

ON_ITS_WORDS = (Mention, TimeExpression, Zone, Dateline, SignOff)
"""The classes that have one span: it is begin and end of the annotation."""

ANNOTATIONS = (*COLLECTIONS, *ON_ITS_WORDS, Article)
"""The classes whose types are annotations, with begin and end; the others have no place of their own."""

FRAGMENT = "newsmodel.Fragment"

_SCALARS: dict[type, str] = {str: "uima.cas.String", int: "uima.cas.Integer", bool: "uima.cas.Boolean"}


def require_cassis() -> Any:
    """Return the module cassis.

    Raises:
        MissingExtraError: dkpro-cassis is not installed.
    """
    return load_extra("cassis", "cas")


def type_name(cls: type) -> str:
    """Return the name of the type of a class."""
    return f"newsmodel.{cls.__name__}"


def feature_name(cls: type, shape: Shape) -> str:
    """Return the name of the feature of a field; `type` alone is taken by the tools."""
    return f"{cls.__name__[0].lower()}{cls.__name__[1:]}Type" if shape.name == "type" else shape.name


def features(cls: type) -> tuple[Shape, ...]:
    """Return the fields of a class that are features: not the text, nor the span that is begin and end."""
    without = "text" if cls is Article else "span" if cls in ON_ITS_WORDS else None
    return tuple(shape for shape in shapes(cls) if shape.name != without)


def is_scalar(kind: type) -> bool:
    """Return whether values of a class are written as strings, numbers or truth values."""
    return kind in _SCALARS or kind is PartialDate or issubclass(kind, Enum)


@cache
def classes() -> tuple[type, ...]:
    """Return every class that has a type, from Article down."""
    found: list[type] = [Article]
    for cls in found:
        kinds = (kind for shape in shapes(cls) for kind in shape.types)
        found += dict.fromkeys(
            kind for kind in kinds if issubclass(kind, Value) and kind not in (Span, PartialDate, *found)
        )
    return tuple(found)


def make_type_system() -> TypeSystem:
    """Return a new type system.

    Raises:
        MissingExtraError: dkpro-cassis is not installed.
    """
    system: TypeSystem = require_cassis().TypeSystem()
    system.create_type(FRAGMENT, "uima.tcas.Annotation", description="A stretch of the text")
    for cls in classes():
        above = "uima.tcas.Annotation" if cls in ANNOTATIONS else "uima.cas.TOP"
        summary = (cls.__doc__ or "").strip().split("\n")[0]
        system.create_type(type_name(cls), above, description=summary)
    for cls in classes():
        for shape in features(cls):
            held = _range(shape)
            array = "uima.cas.StringArray" if held == "uima.cas.String" else "uima.cas.FSArray"
            domain, name = type_name(cls), feature_name(cls, shape)
            if shape.many:
                element = held if array == "uima.cas.FSArray" else None
                system.create_feature(domain, name, array, elementType=element)
            else:
                system.create_feature(domain, name, held)
    return system


def _range(shape: Shape) -> str:
    kind = shape.types[0]
    if len(shape.types) > 1:
        return "uima.tcas.Annotation"
    if kind is Span:
        return FRAGMENT
    return _SCALARS.get(kind, "uima.cas.String") if is_scalar(kind) else type_name(kind)
