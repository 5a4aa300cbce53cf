"""Feature structures of a CAS as an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsmodel.errors import FormatError, NewsmodelError
from newsmodel.export.cas.types import FRAGMENT, ON_ITS_WORDS, classes, feature_name, features, type_name
from newsmodel.model import Article, PartialDate, Span
from newsmodel.model._shape import Shape

if TYPE_CHECKING:
    from cassis import Cas

NAME = "cas"


def read_cas(cas: Cas) -> Article:
    """Return the article that a CAS holds.

    Raises:
        FormatError: it holds none, or more than one, or one that is at fault.
    """
    name = type_name(Article)
    if not cas.typesystem.contains_type(name):
        raise FormatError(NAME, f"its type system has no {name}")
    roots = cas.select(name)
    if len(roots) != 1:
        raise FormatError(NAME, f"must hold one {name}, not {len(roots)}")
    text = cas.sofa_string
    if not isinstance(text, str):
        raise FormatError(NAME, "has no text")
    found: Article = _Reader(text).read(roots[0], (Article,))
    return found


class _Reader:
    """Builds the object of each feature structure once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._classes = {type_name(cls): cls for cls in classes()}
        self._built: dict[int, Any] = {}
        self._active: set[int] = set()

    def read(self, given: Any, allowed: tuple[type, ...]) -> Any:
        cls = self._classes.get(_type(given))
        if cls is None or cls not in allowed:
            wanted = " or ".join(type_name(cls) for cls in allowed)
            raise FormatError(NAME, f"stands where {wanted} is wanted", place=_place(given))
        key = id(given)
        if key not in self._built:
            if key in self._active:
                raise FormatError(NAME, "refers to itself", place=_place(given))
            self._active.add(key)
            self._built[key] = self._build(cls, given)
            self._active.discard(key)
        return self._built[key]

    def _build(self, cls: type, given: Any) -> Any:
        fields: dict[str, Any] = {"text": self._text} if cls is Article else {}
        if cls in ON_ITS_WORDS:
            fields["span"] = _span(given)
        for shape in features(cls):
            fields[shape.name] = self._field(given, getattr(given, feature_name(cls, shape), None), shape)
        try:
            return cls(**fields)
        except NewsmodelError as error:
            raise FormatError(NAME, str(error), place=_place(given)) from error

    def _field(self, owner: Any, value: Any, shape: Shape) -> Any:
        if not shape.many:
            return None if value is None else self._value(owner, value, shape)
        elements = getattr(value, "elements", None) or ()
        # XMI does not tell an empty string in an array from none.
        return tuple(self._value(owner, "" if one is None else one, shape) for one in elements)

    def _value(self, owner: Any, value: Any, shape: Shape) -> Any:
        kind = shape.types[0]
        if kind is Span:
            if _type(value) != FRAGMENT:
                raise FormatError(NAME, f"{shape.name}: must be a {FRAGMENT}", place=_place(owner))
            return _span(value)
        if kind in (str, int, bool):
            return value
        if not hasattr(kind, "__attrs_attrs__"):
            try:
                return kind(value)
            except ValueError:
                raise FormatError(NAME, f"{shape.name}: no {kind.__name__} is {value!r}", place=_place(owner)) from None
        if kind is PartialDate:
            try:
                return PartialDate.parse(value)
            except NewsmodelError as error:
                raise FormatError(NAME, f"{shape.name}: {error}", place=_place(owner)) from error
        return self.read(value, shape.types)


def _type(given: Any) -> str:
    return str(getattr(getattr(given, "type", None), "name", type(given).__name__))


def _place(given: Any) -> str:
    return f"{_type(given)}, id {getattr(given, 'xmiID', '?')}"


def _span(given: Any) -> Span:
    try:
        return Span(start=given.begin, end=given.end)
    except NewsmodelError as error:
        raise FormatError(NAME, str(error), place=_place(given)) from error
