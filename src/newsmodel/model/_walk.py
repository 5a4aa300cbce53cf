"""The walk from an object to the spans and objects that it holds directly or in its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeAlias

import attrs

from newsmodel.model._base import Value
from newsmodel.model._shape import Shape, shapes
from newsmodel.model.actor import Actor
from newsmodel.model.issue import Issue
from newsmodel.model.meeting import Meeting
from newsmodel.model.span import Span
from newsmodel.model.stance import Stance
from newsmodel.model.statement import Statement
from newsmodel.model.time import TimeExpression

Path: TypeAlias = tuple[str | int, ...]
Item: TypeAlias = Actor | TimeExpression | Issue | Meeting | Statement | Stance

COLLECTIONS: dict[type[Item], str] = {
    Actor: "actors",
    TimeExpression: "times",
    Issue: "issues",
    Meeting: "meetings",
    Statement: "statements",
    Stance: "stances",
}
"""The classes whose objects belong to an article and are referred to, and the fields of Article that hold them."""

_FOUND = (Span, *COLLECTIONS)


@cache
def _model_shapes(cls: type) -> tuple[Shape, ...]:
    """Return the fields of a class that hold model objects, and so may lead to a span or a reference."""
    return tuple(shape for shape in shapes(cls) if any(issubclass(kind, Value) for kind in shape.types))


def _class(value: Value) -> type:
    return type(value)


def walk(value: Value, path: Path = ()) -> Iterator[tuple[Path, Span | Item]]:
    """Yield each span and each item that an object holds itself or in its parts, not what those items hold.

    Args:
        value: the object.
        path: where it stands; the paths yielded start with it.

    Yields:
        The place, as field names and indices, and the span or item.
    """
    for shape in _model_shapes(_class(value)):
        given = getattr(value, shape.name)
        if given is None or given == ():
            continue
        for index, element in enumerate(given) if shape.many else ((None, given),):
            here = (*path, shape.name) if index is None else (*path, shape.name, index)
            if isinstance(element, _FOUND):
                yield here, element
            else:
                yield from walk(element, here)


def show_path(path: Path) -> str:
    """Return a path as it is written in messages: `meetings[2].anchors[0]`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def exchange(value: Value, memo: dict[Value, Value], move: Callable[[Span], Span] | None = None) -> Any:
    """Return an object in which every item that `memo` knows is exchanged, at any depth.

    Args:
        value: the object.
        memo: what stands for what; completed with everything met on the way.
        move: what becomes of each span; they stay where they are if left out.

    Returns:
        The object itself where nothing in it changed, else a new one.
    """
    known = memo.get(value)
    if known is not None:
        # An equal one stays itself, so that what holds it stays too. Hashes are kept; equality may have to go deep.
        return value if hash(known) == hash(value) and known == value else known

    def part(element: Value) -> Any:
        if isinstance(element, Span):
            moved = move(element) if move else element
            return element if moved == element else moved
        return exchange(element, memo, move)

    changes: dict[str, Any] = {}
    for shape in _model_shapes(_class(value)):
        given = getattr(value, shape.name)
        if given is None or given == ():
            continue
        # Compared by identity: what changed is another object, and equality would look into all that it holds.
        if shape.many:
            new = tuple(part(element) for element in given)
            if any(one is not other for one, other in zip(new, given, strict=True)):
                # Two elements that became one are not named twice.
                changes[shape.name] = tuple(dict.fromkeys(new))
        elif (one := part(given)) is not given:
            changes[shape.name] = one
    memo[value] = attrs.evolve(value, **changes) if changes else value  # type: ignore[misc]
    return memo[value]
