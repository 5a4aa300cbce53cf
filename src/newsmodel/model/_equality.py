"""Equality of objects that share parts: no two objects are compared twice in one comparison.

The comparison that attrs writes follows every path from object to object. Groups that are members of several groups, eight
levels of twenty, have 20**8 paths between equal articles, and two kilobytes of JSON are enough to write them down.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

from newsmodel.model._base import Value

_V = TypeVar("_V", bound=Value)

_found_equal: ContextVar[set[tuple[int, int]] | None] = ContextVar("newsmodel_found_equal", default=None)
"""The pairs (by identity) found equal in the comparison that is going on; it holds on to the objects meanwhile."""


def comparing_once(cls: type[_V]) -> type[_V]:
    """Let objects of a model class that attrs has finished be compared in time linear in the objects they lead to.

    Args:
        cls: the class; its hash is cached, and equal objects have equal hashes.
    """
    by_fields: Callable[[_V, object], bool] = vars(cls)["__eq__"]

    def equal(self: _V, other: object) -> bool:
        return _equal_once(self, other, by_fields)

    equal.__name__, equal.__qualname__ = "__eq__", f"{cls.__qualname__}.__eq__"
    type.__setattr__(cls, "__eq__", equal)
    return cls


def _equal_once(one: _V, other: object, by_fields: Callable[[_V, object], bool]) -> bool:
    """Return whether two objects are equal, by their fields where this comparison has not yet found them so."""
    if one is other:
        return True
    if type(other) is not type(one):
        return NotImplemented  # type: ignore[no-any-return]
    if hash(one) != hash(other):
        return False
    known = _found_equal.get()
    if known is None:
        token = _found_equal.set(set())
        try:
            return by_fields(one, other)
        finally:
            _found_equal.reset(token)
    pair = (id(one), id(other))
    if pair in known:
        return True
    found = by_fields(one, other)
    if found:
        known.add(pair)
    return found
