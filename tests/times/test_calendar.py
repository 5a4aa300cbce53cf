"""Numerals, holidays, periods, tables."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.german.lexicon import table
from newsmodel.parsers.times import numerals, periods, vocabulary
from newsmodel.parsers.times.absolute import month_of
from newsmodel.parsers.times.holidays import easter, first_advent, holiday

_ONES = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
_ONES += ["dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
_TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def written(number: int) -> str:
    """Write a number from 1 to 999,999 in German."""
    if number >= 1000:
        return written(number // 1000) + "tausend" + (written(number % 1000) if number % 1000 else "")
    if number >= 100:
        return _ONES[number // 100] + "hundert" + (written(number % 100) if number % 100 else "")
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_ONES[ones]}und{_TENS[tens]}" if ones else _TENS[tens]


@given(st.integers(1, 999_999))
def test_number_words(number: int) -> None:
    assert numerals.cardinal(written(number)) == number


@given(st.integers(1, 100), st.sampled_from(["e", "en", "er", "es", "em"]))
def test_ordinals(number: int, ending: str) -> None:
    stem = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}.get(number)
    stem = stem or written(number) + ("t" if number < 20 else "st")
    assert numerals.ordinal(stem + ending) == number


@pytest.mark.parametrize("word", ["", "hund", "undzwanzig", "zwanzigund", "tausendtausend", "letzte", "weste"])
def test_no_numbers(word: str) -> None:
    assert numerals.cardinal(word) is None
    assert numerals.ordinal(word) is None


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, "03-22"), (1943, "04-25"), (2000, "04-23"), (2019, "04-21"), (2024, "03-31"), (2038, "04-25")],
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@given(st.integers(1583, 9998))
def test_movable_days_keep_their_weekday(year: int) -> None:
    assert easter(year).isoweekday() == 7
    assert first_advent(year).isoweekday() == 7
    assert dt.date(year, 11, 27) <= first_advent(year) <= dt.date(year, 12, 3)
    assert holiday(year, "advent-11").isoweekday() == 3
    assert holiday(year, "05-SU-2").isoweekday() == 7


@given(st.dates(min_value=dt.date(20, 1, 1), max_value=dt.date(9800, 1, 1)), st.integers(-40, 40))
def test_shifting_goes_there_and_back(day: dt.date, offset: int) -> None:
    for unit in ("day", "week", "weekend", "month", "quarter", "half", "year"):
        there = periods.shifted(unit, day, offset)
        here = periods.shifted(unit, day, 0)
        if there is None or here is None:
            continue
        back = periods.shifted(unit, there.first, -offset)
        assert back == here


@given(st.dates(min_value=dt.date(2, 1, 1), max_value=dt.date(9998, 1, 1)))
def test_thirds_cover_a_period_without_gap(day: dt.date) -> None:
    for unit in ("week", "month", "quarter", "year", "decade"):
        whole = periods.shifted(unit, day, 0)
        if whole is None:
            continue
        ends = [periods.part_of(whole, mod) for mod in ("START", "MID", "END")]
        assert ends[0][0] == whole.first
        assert ends[2][1] == whole.last
        for (_, last), (first, _) in itertools.pairwise(ends):
            assert (first - last).days == 1


def test_every_holiday_rule_can_be_read() -> None:
    for row in table("times_holidays"):
        assert holiday(2024, row["rule"]).year == 2024
        assert int(row["days"]) >= 1


def test_words_are_in_lower_case() -> None:
    assert all(word == word.lower() for word in vocabulary.words())


def test_dateparser_knows_months_and_nothing_else() -> None:
    assert month_of("November") == 11
    assert month_of("die") is None
    assert month_of("Stunden") is None
