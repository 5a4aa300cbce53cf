"""Every interval contains the days of its value; a part lies inside its whole. The days are worked out here anew."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.times.plain import times
from tests.times.test_expressions import CASES
from tests.times.test_laws import PIECES

from newsmodel.model import TimeExpression, TimeType

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS = {"Q": 3, "H": 6}


def month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def days_of(value: str) -> tuple[dt.date, dt.date] | None:
    """Return first and last day of a TIMEX3 value; None for what names no days."""
    if "X" in value or value.startswith(("BC", "P")) or value.endswith("_REF"):
        return None
    value = value.split("T", maxsplit=1)[0]
    if "/" in value:
        first, last = value.split("/")
        return dt.date(int(first), 1, 1), dt.date(int(last), 12, 31)
    head, _, tail = value.partition("-")
    if not tail:
        first_year = int(head.ljust(4, "0"))
        return dt.date(first_year, 1, 1), dt.date(first_year + 10 ** (4 - len(head)) - 1, 12, 31)
    year = int(head)
    if tail.endswith("-WE"):
        week = int(tail[1:3])
        return dt.date.fromisocalendar(year, week, 6), dt.date.fromisocalendar(year, week, 7)
    if tail[0] == "W" and tail[1:].isdecimal():
        return dt.date.fromisocalendar(year, int(tail[1:]), 1), dt.date.fromisocalendar(year, int(tail[1:]), 7)
    if tail in _SEASONS:
        month = _SEASONS[tail]
        end_year, end_month = (year + 1, 2) if tail == "WI" else (year, month + 2)
        return dt.date(year, month, 1), month_end(end_year, end_month)
    if tail[0] in _MONTHS:
        length, number = _MONTHS[tail[0]], int(tail[1:])
        return dt.date(year, (number - 1) * length + 1, 1), month_end(year, number * length)
    if len(tail) == 2:
        return dt.date(year, int(tail), 1), month_end(year, int(tail))
    day = dt.date.fromisoformat(value)
    return day, day


def check(time: TimeExpression) -> None:
    if time.type in (TimeType.DURATION, TimeType.SET):
        assert time.earliest is None
        return
    for value in time.candidates or (time.value,):
        expected = days_of(value)
        if expected is None:
            continue
        assert time.earliest is not None
        assert time.latest is not None
        first, last = (dt.date.fromisoformat(str(b)[:10]) for b in (time.earliest, time.latest))
        if time.mod in ("START", "MID", "END") and not time.candidates:
            assert expected[0] <= first <= last <= max(expected[1], first)
        else:
            assert first <= expected[0]
            assert expected[1] <= last


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['published']} {case['text']}")
def test_the_table(case: dict[str, str]) -> None:
    text = case["text"].replace("[", "").replace("]", "")
    for time in times(text, None if case["published"] == "-" else case["published"]):
        check(time)


@given(
    st.lists(PIECES, max_size=20),
    st.sampled_from(["2024", "2024-04"]) | st.dates(dt.date(1000, 1, 1), dt.date(9000, 1, 1)).map(str),
)
def test_any_heap_of_time_words(words: list[str], published: str) -> None:
    for time in times(" ".join(words), published):
        check(time)
