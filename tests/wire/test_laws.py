"""What holds for any text."""

from __future__ import annotations

import time

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.language import detect_language
from newsmodel.model import Span
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.lines import BLANKS
from newsmodel.wire.plain import read_plain

LINES = [
    "date 2024-04",
    "Plön (dpa) - Der Rat der Stadt tagte am Montag.",
    "RIGA/TALLINN, 3. Mai (AFP) – «Wir tagen», sagte der Rat.",
    "Rat tagt wieder",
    "Rat tagt wieder =",
    "Der Rat tagt wieder, und das ist gut.",
    "und das geht hier weiter, bis der Satz zu Ende ist.",
    "(Achtung: Neue Fassung)",
    "# Notizblock",
    "## Kontakte",
    "* * * *",
    "---",
    "- Punkt eins",
    "  Fortsetzung",
    "Sperrfrist: 18.00 Uhr",
    "Plön - Eutin 3:1",
    "1\t2\t3",
    "dpa ab yydd n1 cd",
    "Schluss./abc/DP/xy",
    "/abc",
    "251852 Sep 24",
    "Von Ute Dorn, dpa",
    "Verkehr/Bahn/",
    "abc0000 3 vm 95  dpa 0000",
    "",
    "   ",
]
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\f", " ", ""])
wire_texts = st.lists(st.tuples(st.sampled_from(LINES) | st.text(max_size=30), ENDS), max_size=20).map(
    lambda parts: "".join(line + end for line, end in parts)
)
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)

NEUTRAL = "Es ist ein stiller Tag im Norden des Landes."


def holds(dispatch: Dispatch, text: str) -> None:
    """Assert what holds for every dispatch."""
    assert dispatch.text == text
    end = 0
    for zone in dispatch.zones:
        assert end <= zone.span.start < zone.span.end <= len(text)
        words = text[zone.span.start : zone.span.end]
        assert words == words.strip(BLANKS)
        end = zone.span.end
    kinds = {zone.span: zone.kind.value for zone in dispatch.zones}
    assert tuple(span for span, kind in kinds.items() if kind in ("paragraph", "list")) == dispatch.paragraphs
    if dispatch.dateline is not None:
        assert kinds[dispatch.dateline.span] == "dateline"
    if dispatch.signoff is not None:
        assert kinds[dispatch.signoff.span] == "signoff"
    # Nothing is lost: what stands in no zone is white space, the mark of a bullet or a heading, or dpa's closing `=`.
    gaps, at = [], 0
    for zone in dispatch.zones:
        gaps.append(text[at : zone.span.start])
        at = zone.span.end
    for gap in (*gaps, text[at:]):
        assert not gap.strip(BLANKS + "#-–—•·‣▪*+=0123456789)"), gap
    dispatch.article(language="de")


@given(wire_texts)
def test_wire_texts(text: str) -> None:
    holds(read_plain(text), text)


@given(any_text)
def test_any_text(text: str) -> None:
    holds(read_plain(text), text)


@given(wire_texts)
def test_the_same_text_gives_the_same_dispatch(text: str) -> None:
    assert read_plain(text) == read_plain(text)


@given(st.text(max_size=200))
def test_language_of_any_text(text: str) -> None:
    found = detect_language(text)
    assert found is None or found == found.lower()


def moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)


@given(wire_texts)
def test_a_neutral_paragraph_in_front_shifts_the_rest(text: str) -> None:
    """Law 5, for texts with a dateline; without one, a first line is a headline only because it is the first."""
    before = read_plain(text)
    if before.dateline is None:
        return
    front = NEUTRAL + "\n\n"
    after = read_plain(front + text)
    shifted = [attrs.evolve(zone, span=moved(zone.span, len(front))) for zone in before.zones]
    assert list(after.zones[1:]) == shifted
    assert after.zones[0].span == Span(start=0, end=len(NEUTRAL))
    for name in ("headline", "kicker", "teaser", "byline", "published", "agency", "urgency", "signal", "subjects"):
        assert getattr(after, name) == getattr(before, name)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "\n",
        "- ",
        "(dpa) ",
        "/a",
        "«Ja» ",
        "Kopf\n\n",
        "- A\n",
        "x1 ",
        "# ",
        "= ",
        "date ",
        "Plön (dpa) - Ja.\n",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than some ten times as long; quadratic growth would take 64 times."""

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            read_plain(text)
            best = min(best, time.perf_counter() - start)
        return best

    short, long = seconds(10_000), seconds(80_000)
    assert long < 30 * short + 0.05
