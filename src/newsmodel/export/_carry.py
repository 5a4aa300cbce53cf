"""What is left of an article when a format cannot carry everything: the shared ground of all projections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import attrs

from newsmodel.errors import NewsmodelError
from newsmodel.model import Article, Span
from newsmodel.model._base import Value
from newsmodel.model._shape import Shape, shapes
from newsmodel.model._walk import COLLECTIONS, walk

Lost: TypeAlias = Mapping[type, frozenset[str]]
Adapt: TypeAlias = Callable[[Any], Any]

NOT_CARRIED = "not carried"
"""What stands in a field that may not be empty, such as `rule`, where a format does not carry it."""


def carry(article: Article, *, lost: Lost, adapt: Adapt = lambda value: value) -> Article:
    """Return an article without what a format cannot carry.

    What is lost takes the default of its field. An object that could not exist without what is lost (a stance whose
    holders are all lost) is lost itself; objects that become equal are one.

    Args:
        article: the article.
        lost: the fields that the format has no place for, by class.
        adapt: called with each object in the article whose parts have been carried, spans first; returns what the
            format makes of it, or None where it is lost. The article itself is not passed.

    Returns:
        The projection; carrying it again changes nothing.
    """
    memo: dict[Value, Any] = {}

    def part(value: Any) -> Any:
        if not isinstance(value, Value):
            return value
        if value not in memo:
            memo[value] = _rebuilt(value, lost, part)
            if memo[value] is not None:
                memo[value] = adapt(memo[value])
        return memo[value]

    fields = _fields(article, lost, part)
    for name in COLLECTIONS.values():
        fields[name] = tuple(dict.fromkeys(fields[name]))
    return Article(**fields)


def all_fields(cls: type, *, but: tuple[str, ...] = ()) -> frozenset[str]:
    """Return the names of the fields of a model class, without some."""
    return frozenset(shape.name for shape in shapes(cls)) - frozenset(but)


def _rebuilt(value: Value, lost: Lost, part: Adapt) -> Any:
    fields = _fields(value, lost, part)
    try:
        return type(value)(**fields)
    except NewsmodelError:
        return None  # something that it needs is lost


def _fields(value: Value, lost: Lost, part: Adapt) -> dict[str, Any]:
    gone = lost.get(type(value), frozenset())
    fields: dict[str, Any] = {}
    for shape in shapes(type(value)):
        given = getattr(value, shape.name)
        if shape.name in gone:
            fields[shape.name] = _absent(shape)
        elif shape.many:
            carried = (part(element) for element in given)
            fields[shape.name] = tuple(element for element in carried if element is not None)
        else:
            fields[shape.name] = None if given is None else part(given)
    return fields


def _absent(shape: Shape) -> Any:
    if shape.default is not attrs.NOTHING:
        return shape.default
    if shape.many:
        return ()
    return None if shape.optional else NOT_CARRIED


def only_used(article: Article, *roots: str) -> Article:
    """Return an article without the items that those in some of its collections do not lead to.

    Args:
        article: the article.
        roots: the names of the collections that stay whole.

    Returns:
        The article.
    """
    queue: list[Value] = [item for name in roots for item in getattr(article, name)]
    used = set(queue)
    while queue:
        for _, found in walk(queue.pop()):
            if not isinstance(found, Span) and found not in used:
                used.add(found)
                queue.append(found)
    kept: dict[str, Any] = {
        name: tuple(item for item in getattr(article, name) if item in used) for name in COLLECTIONS.values()
    }
    return attrs.evolve(article, **kept)
