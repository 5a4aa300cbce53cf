"""The ids of objects, and the digest that names an article."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.model.sample import ARTICLE, BOTH, COUNCIL, FRIDAY, INNER, KRAEMER, MEETING, MINISTRY, MOVE, OUTER, STANCE

from newsmodel import Article, PartialDate
from newsmodel.model.ids import digest, ids_of

PARTS = st.none() | st.sampled_from(["", "-", "1", "1:a", "2:ab", "a", "ab", "b", "-1"])


def test_ids_are_a_letter_and_the_number_in_the_list() -> None:
    assert ids_of(ARTICLE) == {
        BOTH: "a1",
        KRAEMER: "a2",
        COUNCIL: "a3",
        MINISTRY: "a4",
        FRIDAY: "t1",
        MOVE: "i1",
        MEETING: "m1",
        INNER: "s1",
        OUTER: "s2",
        STANCE: "p1",
    }


def test_a_digest_is_the_same_on_every_machine() -> None:
    """Stored tables and graphs refer to it: it must never change."""
    assert digest(Article(text="Der Rat tagt.")) == "4d95ed48fa379248"
    published = PartialDate.parse("2031-05-08T09:30+02:00")
    article = Article(text="Der Rat tagt.", uri="urn:newsml:abc:1", version="2", published=published)
    assert digest(article) == "efb66abfef9dbfea"


def test_a_digest_depends_on_what_names_the_dispatch_and_on_nothing_else() -> None:
    changes: tuple[dict[str, Any], ...] = (
        {"uri": "x"},
        {"version": "2"},
        {"published": PartialDate(year=2024)},
        {"text": "Nein."},
    )
    article = Article(text="Der Rat tagt.")
    digests = {digest(attrs.evolve(article, **change)) for change in ({}, *changes)}
    assert len(digests) == 1 + len(changes)
    assert digest(attrs.evolve(article, headline="Rat", agency="abc", language="en")) == digest(article)


@given(st.tuples(PARTS, PARTS, PARTS), st.tuples(PARTS, PARTS, PARTS))
def test_no_two_dispatches_are_confused(one: tuple[str | None, ...], other: tuple[str | None, ...]) -> None:
    """Whatever the parts, they cannot run into each other."""
    first, second = (digest(Article(uri=uri, version=version, text=text or "")) for uri, version, text in (one, other))
    assert (first == second) == ((*one[:2], one[2] or "") == (*other[:2], other[2] or ""))
