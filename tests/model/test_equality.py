"""Equality of objects that share parts: right, said by Python's rules, and no pair compared twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import Actor, ActorKind
from newsmodel.model._equality import comparing_once


def node_class() -> tuple[type, list[tuple[str, str]]]:
    """Return a class of named nodes that hold nodes, and the list of the pairs that its fields are asked about."""
    asked: list[tuple[str, str]] = []

    class Node:
        def __init__(self, name: str, parts: tuple[object, ...] = ()) -> None:
            self.name, self.parts = name, parts
            self.hash = 7 if name.startswith("same") else hash((name, parts))

        def __hash__(self) -> int:
            return self.hash

        def __eq__(self, other: object) -> bool:
            assert isinstance(other, Node)
            asked.append((self.name, other.name))
            return (self.name, self.parts) == (other.name, other.parts)

    return comparing_once(Node), asked  # type: ignore[type-var]


def test_the_method_is_named_as_what_it_stands_for() -> None:
    cls, _ = node_class()
    assert cls.__eq__.__name__ == "__eq__"
    assert cls.__eq__.__qualname__ == f"{cls.__qualname__}.__eq__"
    assert Actor.__eq__.__qualname__ == "Actor.__eq__"


def test_equal_by_all_fields() -> None:
    cls, asked = node_class()
    assert cls("a", (cls("b"),)) == cls("a", (cls("b"),))
    assert asked == [("a", "a"), ("b", "b")]
    assert cls("a", (cls("b"),)) != cls("a", (cls("c"),))


def test_fields_are_looked_at_only_where_the_hash_leaves_it_open() -> None:
    cls, asked = node_class()
    one = cls("a")
    assert one == one  # noqa: PLR0124 - that is the question
    assert one != cls("b")
    assert asked == []
    assert cls("same hash") != cls("same hash, other name")
    assert asked == [("same hash", "same hash, other name")]


def test_another_class_may_answer_itself() -> None:
    cls, _ = node_class()
    other, _ = node_class()
    assert cls("a").__eq__(other("a")) is NotImplemented
    assert cls("a") != other("a")
    assert cls("a") != "a"


def test_a_pair_found_equal_is_not_compared_again() -> None:
    cls, asked = node_class()

    def ladder() -> object:
        step = cls("0")
        for number in range(1, 9):
            step = cls(str(number), (step, step, step))
        return step

    assert ladder() == ladder()
    assert asked == [(str(n), str(n)) for n in range(8, -1, -1)]


def test_a_pair_found_different_is_not_taken_for_equal() -> None:
    """Nor is a pair of which only one was found equal to something."""
    cls, _ = node_class()
    one, twin, other = cls("same"), cls("same"), cls("same, other name")
    for _ in range(2):
        assert cls("same", (one, one)) != cls("same", (other, other))
        assert cls("same", (one, other)) != cls("same", (twin, twin))
        assert cls("same", (twin, twin)) != cls("same", (one, other))
        assert one != other


def test_what_one_comparison_found_is_forgotten_by_the_next() -> None:
    """Objects of the next may lie where those of the last one lay."""
    cls, asked = node_class()
    one, other = cls("a", (cls("b"),)), cls("a", (cls("b"),))
    assert one == other
    asked.clear()
    assert one == other
    assert asked == [("a", "a"), ("b", "b")]


def test_a_comparison_that_fails_leaves_nothing_behind() -> None:
    cls, _ = node_class()

    class Failing:
        def __hash__(self) -> int:
            return 1

        def __eq__(self, other: object) -> bool:
            raise RuntimeError("failing")

    one, other = cls("same", (Failing(),)), cls("same", (Failing(),))
    with pytest.raises(RuntimeError, match="failing"):
        assert one == other
    again, asked = node_class()
    pair = again("a", (again("b"),)), again("a", (again("b"),))
    for _ in range(2):
        asked.clear()
        assert pair[0] == pair[1]
        assert asked == [("a", "a"), ("b", "b")]


names = st.sampled_from(["A", "B"])
groups = st.recursive(
    names.map(lambda name: Actor(name=name, kind=ActorKind.GROUP, mentions=())),
    lambda inner: st.builds(
        lambda name, members: Actor(name=name, kind=ActorKind.GROUP, mentions=(), members=tuple(members)),
        names,
        st.lists(inner, max_size=2),
    ),
    max_leaves=6,
)


@given(groups, groups)
def test_actors_are_equal_where_what_they_say_is(one: Actor, other: Actor) -> None:
    def said(actor: Actor) -> tuple[object, ...]:
        return actor.name, actor.kind, tuple(map(said, actor.members))

    assert (one == other) == (said(one) == said(other))
