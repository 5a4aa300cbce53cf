"""Runs of white space inside paragraphs change nothing but offsets."""

from __future__ import annotations

import itertools
import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.golden.gold import Golden, load_all

import newsmodel
from newsmodel import Actor, ActorKind, Diagnostic, Mention, MentionType, Provenance, Span
from newsmodel.parsers.closing import Cuts, close_up
from newsmodel.parsers.reading import _unwrapped
from newsmodel.wire.dispatch import Dispatch
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


WIDE = "Kiel (dpa)  -  Der  Hafen \n der\r\nneuen   Stadt ist zu.\n\nEr  ruht.\n\ndpa  ab  n1"
"""With runs in the dateline, in the paragraphs, over line ends, and in the sign-off; only those of paragraphs are cut."""


def find(text: str, words: str) -> Span:
    """Return the span of words in a text."""
    return Span(start=text.index(words), end=text.index(words) + len(words))


def test_only_runs_in_paragraphs_are_cut_and_everything_moves_with_them() -> None:
    dispatch = attrs.evolve(
        read_plain(WIDE), diagnostics=(Diagnostic(code="x", message="y", span=find(WIDE, "neuen   Stadt")),)
    )
    assert dispatch.dateline is not None
    assert dispatch.signoff is not None
    closed, cuts = close_up(dispatch)
    assert cuts is not None
    assert closed.text == "Kiel (dpa)  -  Der Hafen der neuen Stadt ist zu.\n\nEr ruht.\n\ndpa  ab  n1"
    assert closed.dateline == dispatch.dateline
    assert closed.signoff == attrs.evolve(dispatch.signoff, span=find(closed.text, "dpa  ab  n1"))
    assert closed.diagnostics == (Diagnostic(code="x", message="y", span=find(closed.text, "neuen Stadt")),)
    assert [closed.text[span.start : span.end] for span in closed.paragraphs] == [
        "Der Hafen der neuen Stadt ist zu.",
        "Er ruht.",
    ]
    assert [zone.kind for zone in closed.zones] == [zone.kind for zone in dispatch.zones]
    assert closed.agency == dispatch.agency


def test_a_dateline_behind_a_cut_moves_too() -> None:
    """A second paragraph may open with a dateline of its own."""
    text = "Zwei  Worte.\n\nKiel (dpa) - Der Hafen."
    first = Span(start=0, end=12)
    dateline = newsmodel.Dateline(places=("Kiel",), span=find(text, "Kiel (dpa) -"))
    closed, _ = close_up(Dispatch(text=text, paragraphs=(first,), dateline=dateline))
    assert closed.dateline == attrs.evolve(dateline, span=find(closed.text, "Kiel (dpa) -"))
    assert closed.signoff is None


def test_the_cuts_say_how_much_is_gone_up_to_each() -> None:
    text = "a   b  c d"
    _, cuts = close_up(Dispatch(text=text, paragraphs=(Span(start=0, end=10),)))
    assert cuts == Cuts(old=(4, 7), new=(2, 4), gone=(2, 3))
    assert cuts.forth(find(text, "a   b")) == Span(start=0, end=3)
    assert cuts.back(Span(start=0, end=3)) == find(text, "a   b")
    assert cuts.back(Span(start=0, end=7)) == Span(start=0, end=10)


def test_what_was_found_is_laid_back_onto_the_text_as_it_came() -> None:
    dispatch = read_plain(WIDE)
    closed, cuts = close_up(dispatch)
    assert cuts is not None

    def harbour(text: str, words: str) -> Actor:
        mention = Mention(span=find(text, words), type=MentionType.NOMINAL)
        return Actor(name="Hafen der Stadt", kind=ActorKind.ORGANIZATION, mentions=(mention,))

    narrow, wide = "Hafen der neuen Stadt", "Hafen \n der\r\nneuen   Stadt"
    open_end = Diagnostic(code="x", message="y", span=find(closed.text, narrow))
    article = closed.article(
        language="de",
        actors=(harbour(closed.text, narrow),),
        diagnostics=(open_end, open_end),
        provenance=Provenance(library="0"),
    )
    laid = cuts.lay_back(article, dispatch)
    assert laid.text == WIDE
    assert laid.actors == (harbour(WIDE, wide),)
    assert laid.diagnostics == (attrs.evolve(open_end, span=find(WIDE, wide)),)
    assert (laid.language, laid.provenance) == ("de", Provenance(library="0"))
    assert (laid.zones, laid.paragraphs, laid.dateline, laid.signoff) == (
        *(dispatch.zones, dispatch.paragraphs, dispatch.dateline, dispatch.signoff),
    )


@given(st.text(alphabet=" \n\r\v\x85\u2028\xa0\u202fab.", max_size=60))
@settings(deadline=None)
def test_line_ends_in_paragraphs_are_read_as_blanks_and_no_offset_moves(noise: str) -> None:
    dispatch = read_plain("Kiel (dpa) - Der Hafen " + noise + "wird gebaut.")
    text = _unwrapped(dispatch)
    assert len(text) == len(dispatch.text)
    inside = {i for span in dispatch.paragraphs for i in range(span.start, span.end)}
    for i, (new, old) in enumerate(zip(text, dispatch.text, strict=True)):
        assert new == (" " if i in inside and old in "\n\r\v\x85\u2028\xa0\u202f" else old)
