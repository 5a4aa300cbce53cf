"""Exchanging objects at any depth: what does not change stays the very same object."""

from __future__ import annotations

import copy

import attrs
from tests.model.sample import ARTICLE, BOTH, COUNCIL, KRAEMER, MINISTRY

from newsmodel import Span
from newsmodel.model._walk import exchange


def same(span: Span) -> Span:
    """Return another span of the same place."""
    return Span(start=span.start, end=span.end)


def test_nothing_to_exchange_gives_the_object_itself() -> None:
    for item in ARTICLE.items:
        assert exchange(item, {}) is item
        assert exchange(item, {}, same) is item


def test_an_equal_object_in_the_memo_leaves_what_holds_the_other_as_it_is() -> None:
    twin = copy.deepcopy(KRAEMER)
    assert twin == KRAEMER
    assert twin is not KRAEMER
    assert exchange(KRAEMER, {twin: twin}) is KRAEMER
    assert exchange(BOTH, {twin: twin}) is BOTH


def test_another_object_in_the_memo_stands_for_it_everywhere() -> None:
    assert exchange(KRAEMER, {KRAEMER: COUNCIL}) is COUNCIL
    new = attrs.evolve(MINISTRY, wikidata="Q7")
    moved = exchange(KRAEMER, {MINISTRY: new})
    assert moved.roles[0].of is new
    assert attrs.evolve(moved, roles=KRAEMER.roles) == KRAEMER
