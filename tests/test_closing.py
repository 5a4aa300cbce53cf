"""Runs of white space inside paragraphs change nothing but offsets."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.golden.gold import Golden, load_all

import newsmodel
from newsmodel.parsers.closing import close_up
from newsmodel.wire.plain import read_plain

DISPATCHES = load_all("dev")
GAP = re.compile(r"(?<=\w) (?=\w)")
GAPS = (" ", "  ", " \t ", "\u00a0 ", " ")


def widened(text: str) -> str:
    """Return a dispatch with blanks between words of its paragraphs exchanged for the gaps, in turn."""
    supply = itertools.cycle(GAPS)
    parts, at = [], 0
    for span in read_plain(text).paragraphs:
        parts += [text[at : span.start], GAP.sub(lambda _: next(supply), text[span.start : span.end])]
        at = span.end
    return "".join((*parts, text[at:]))


def words(article: newsmodel.Article) -> list[object]:
    """Return what was found, as words instead of offsets, white space aside."""

    def said(spans: tuple[newsmodel.Span, ...]) -> str:
        return " ".join(article[spans].split())

    return [
        [(a.name, a.kind, [said((m.span,)) for m in a.mentions]) for a in article.actors],
        [(said((t.span,)), t.value) for t in article.times],
        [(said(m.anchors), m.status) for m in article.meetings],
        [(said(s.content), said(s.cue), s.type) for s in article.statements],
        [(said(t.evidence), t.polarity) for t in article.stances],
    ]


@pytest.mark.parametrize("golden", DISPATCHES, ids=[golden.name for golden in DISPATCHES])
def test_wide_gaps_in_a_dispatch_change_nothing(golden: Golden) -> None:
    text = widened(golden.text)
    wide = newsmodel.parse(text, published=golden.published)
    assert wide.text == text
    assert words(wide) == words(newsmodel.parse(golden.text, published=golden.published))


@given(st.text(alphabet=" \n\r\tab.", max_size=60))
@settings(deadline=None)
def test_what_is_closed_up_leads_back(noise: str) -> None:
    """Every character but white space is found again at its own place."""
    dispatch = read_plain("Kiel (dpa) - Der Hafen " + noise + "wird gebaut.")
    closed, cuts = close_up(dispatch)
    if cuts is None:
        assert closed is dispatch
        return
    assert "".join(closed.text.split()) == "".join(dispatch.text.split())
    assert len(closed.text) < len(dispatch.text)
    for i, letter in enumerate(closed.text):
        if not letter.isspace():
            there = cuts.back(newsmodel.Span(start=i, end=i + 1))
            assert dispatch.text[there.start : there.end] == letter
            assert cuts.forth(there) == newsmodel.Span(start=i, end=i + 1)
    for before, behind in zip(dispatch.zones, closed.zones, strict=True):
        assert (before.kind, cuts.back(behind.span)) == (behind.kind, before.span)
