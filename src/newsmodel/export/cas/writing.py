"""An article as feature structures of a CAS."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from newsmodel.export.cas.types import (
    ANNOTATIONS,
    FRAGMENT,
    ON_ITS_WORDS,
    feature_name,
    features,
    is_scalar,
    make_type_system,
    require_cassis,
    type_name,
)
from newsmodel.model import Article, PartialDate, Span
from newsmodel.model._base import Value
from newsmodel.model._walk import COLLECTIONS, walk

if TYPE_CHECKING:
    from cassis import Cas


def write_cas(article: Article) -> Cas:
    """Return the CAS of an article."""
    system = make_type_system()
    cas: Cas = require_cassis().Cas(system)
    cas.sofa_string = article.text
    cas.sofa_mime = "text/plain"
    cas.document_language = article.language
    _Writer(cas, system).write(article, 0, len(article.text))
    return cas


class _Writer:
    """Makes one feature structure for each item, however often it is referred to."""

    def __init__(self, cas: Cas, system: Any) -> None:
        self._cas, self._system = cas, system
        self._items: dict[Value, Any] = {}

    def write(self, value: Any, begin: int, end: int) -> Any:
        cls = type(value)
        made = {feature_name(cls, shape): self._feature(getattr(value, shape.name), shape) for shape in features(cls)}
        made = {name: given for name, given in made.items() if given is not None}
        if cls not in ANNOTATIONS:
            return self._system.get_type(type_name(cls))(**made)
        return self._add(type_name(cls), begin, end, made)

    def _add(self, name: str, begin: int, end: int, made: dict[str, Any]) -> Any:
        found = self._system.get_type(name)(begin=begin, end=end, **made)
        self._cas.add(found)
        return found

    def _feature(self, given: Any, shape: Any) -> Any:
        if not shape.many:
            return None if given is None else self._value(given)
        if not given:
            return None
        array = "uima.cas.StringArray" if is_scalar(shape.types[0]) else "uima.cas.FSArray"
        return self._system.get_type(array)(elements=[self._value(one) for one in given])

    def _value(self, value: Any) -> Any:
        match value:
            case Enum():
                return value.value
            case PartialDate():
                return str(value)
            case Span():
                return self._add(FRAGMENT, value.start, value.end, {})
            case Value() if type(value) in COLLECTIONS:
                if value not in self._items:
                    self._items[value] = self.write(value, *_place(value))
                return self._items[value]
            case Value():
                return self.write(value, *_place(value))
        return value


def _place(value: Any) -> tuple[int, int]:
    """Return where an annotation begins and ends: on its span, else from its first to its last word, else nowhere."""
    if type(value) in ON_ITS_WORDS:
        return value.span.start, value.span.end
    spans = [found for _, found in walk(value) if isinstance(found, Span)]
    return min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)
