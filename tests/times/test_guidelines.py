"""Section 5 of the guidelines, row by row."""

from __future__ import annotations

import pytest
from tests.times.plain import times

_WEEKDAY = "Er kam am Montag."


@pytest.mark.parametrize(
    ("text", "published", "value", "interval"),
    [
        (_WEEKDAY, "2024-04-02", "2024-04-01", "2024-04-01..2024-04-01"),
        (_WEEKDAY, "2024-04", "XXXX-WXX-1", "2024-04-01..2024-04-29"),
        (_WEEKDAY, "2024-05", "XXXX-WXX-1", "2024-04-29..2024-05-27"),
        ("in der kommenden Woche", "2024-04", "XXXX-WXX", "2024-04-08..2024-05-12"),
        ("am Montag", "2024", "XXXX-WXX-1", "2023-12-26..2025-01-06"),
        ("in der kommenden Woche", "2024-04-02", "2024-W15", "2024-04-08..2024-04-14"),
        ("in der vergangenen Woche", "2024-04-02", "2024-W13", "2024-03-25..2024-03-31"),
        ("zwei Stunden", None, "PT2H", None),
        ("jährlich", "2024", "P1Y", None),
        ("Anfang November", "2026-11-22", "2026-11", "2026-11-01..2026-11-10"),
    ],
)
def test_row(text: str, published: str | None, value: str, interval: str | None) -> None:
    (time,) = times(text, published)
    assert time.value == value
    assert (f"{time.earliest}..{time.latest}" if time.earliest else None) == interval


def test_candidates() -> None:
    (april,) = times(_WEEKDAY, "2024-04")
    assert april.candidates == ("2024-04-01", "2024-04-08", "2024-04-15", "2024-04-22", "2024-04-29")
    (may,) = times(_WEEKDAY, "2024-05")
    assert may.candidates[0] == "2024-04-29"
    (week,) = times("in der kommenden Woche", "2024-04")
    assert week.candidates == ("2024-W15", "2024-W16", "2024-W17", "2024-W18", "2024-W19")
    (year,) = times("am Montag", "2024")
    assert year.candidates == ()


@pytest.mark.parametrize("text", ["am Montag", "im Montagsblatt am Montag", "vom Montag", "bis Montag", "seit Montag"])
def test_leading_preposition_is_left_out(text: str) -> None:
    time = times(text)[-1]
    assert text[time.span.start : time.span.end] == "Montag"


def test_anchor_is_the_publication_or_the_day_spoken_of() -> None:
    relative, *_ = times("Er kam gestern.", "2024-04")
    assert str(relative.anchor) == "2024-04"
    day, later = times("Er kam am 3. Mai 2010 und ging am Tag darauf.")
    assert day.anchor is None
    assert str(later.anchor) == "2010-05-03"
