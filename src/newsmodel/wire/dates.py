"""The forms in which wire texts give their date: in a date line, in the dateline, in a stamp, in an embargo."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import attrs

from newsmodel.errors import DateError
from newsmodel.german.lexicon import table
from newsmodel.model import PartialDate

__all__ = ["Day", "as_partial_date", "find_day", "find_english_day", "find_iso", "month_number"]

_NUMBER = (
    r"(?<!\d)(?P<day>\d{1,2})\.\s?"
    r"(?:(?P<number>\d{1,2})\.(?:\s?(?P<year>\d{4}|\d{2})(?![\d.:]))?"
    r"|(?P<name>[^\W\d_]{3,9})\.?(?:\s(?P<long>\d{4})(?!\d))?)"
)
_DAY = re.compile(_NUMBER + r"(?:,?\s+(?:um\s+)?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?Uhr\b)?")
_ENGLISH = re.compile(
    r"(?:(?P<early>\d{1,2})\s(?P<first>[A-Za-z]{3,9})\.?|(?P<second>[A-Za-z]{3,9})\.?\s(?P<late>\d{1,2}))"
    r"(?:,?\s(?P<year>\d{4}))?"
)
_ISO = re.compile(r"(?P<iso>\d{4}-\d\d(?:-\d\d(?:[T ]\d\d:\d\d)?)?)(?![\d-])")


@cache
def _months() -> dict[str, int]:
    return {row["word"]: int(row["month"]) for row in table("wire_months")}


def month_number(word: str) -> int | None:
    """Return the number of a month from its name or its short form, German or English, whatever the case.

    >>> month_number("Mai"), month_number("DEZ"), month_number("Maier")
    (5, 12, None)
    """
    return _months().get(word.casefold())


@attrs.frozen(slots=True, kw_only=True)
class Day:
    """A calendar day, perhaps with a time, perhaps without its year; `start` and `end` say where it stands."""

    day: int
    month: int
    year: int | None = None
    hour: int | None = None
    minute: int | None = None
    start: int
    end: int

    def dated(self, near: PartialDate | None) -> PartialDate | None:
        """Return the date; a year that is not written is that which brings the day closest to a known one.

        Args:
            near: the date of publication, where it is known to the day or the month.
        """
        if self.year is not None:
            return self._in(self.year)
        if near is None or near.month is None:
            return None
        middle = dt.date(near.year, near.month, near.day or 15)
        found = [
            date for year in range(max(1, near.year - 1), min(9999, near.year + 1) + 1) if (date := self._in(year))
        ]
        return min(found, key=lambda d: abs((dt.date(d.year, d.month or 1, d.day or 1) - middle).days), default=None)

    def _in(self, year: int) -> PartialDate | None:
        minute = 0 if self.hour is not None and self.minute is None else self.minute
        try:
            return PartialDate(year=year, month=self.month, day=self.day, hour=self.hour, minute=minute)
        except DateError:
            return None


def find_day(words: str) -> Day | None:
    """Return the first day that German words give in figures or with the month's name.

    Args:
        words: a short stretch of text.

    >>> day = find_day("Berlin, 3. Mai (abc)")
    >>> day.day, day.month, day.year
    (3, 5, None)
    >>> print(find_day("Sperrfrist: 24.12.2023, 18.00 Uhr").dated(None))
    2023-12-24T18:00
    """
    for match in _DAY.finditer(words):
        month = int(match["number"]) if match["number"] else month_number(match["name"])
        if month is None or not 1 <= month <= 12 or not 1 <= int(match["day"]) <= 31:
            continue
        written = match["year"] or match["long"]
        year = int(written) if written else None
        if year is not None and year < 100:
            year += 1900 if year >= 70 else 2000
        hour = int(match["hour"]) if match["hour"] else None
        minute = int(match["minute"]) if match["minute"] else None
        day = Day(
            day=int(match["day"]),
            month=month,
            year=year,
            hour=hour,
            minute=minute,
            start=match.start(),
            end=match.end(),
        )
        if year is None or day.dated(None) is not None:
            return day
    return None


def find_english_day(words: str) -> Day | None:
    """Return the day in words that are an English date and nothing else.

    Args:
        words: such as `21 Nov. 2024`, `November 21, 2024` or `Nov 21`.

    >>> day = find_english_day("21 Nov. 2024")
    >>> day.day, day.month, day.year
    (21, 11, 2024)
    >>> find_english_day("Halle 3") is None
    True
    """
    match = _ENGLISH.fullmatch(words.strip(" ,"))
    month = month_number(match["first"] or match["second"]) if match else None
    if match is None or month is None:
        return None
    number, year = int(match["early"] or match["late"]), match["year"]
    if not 1 <= number <= 31:
        return None
    return Day(day=number, month=month, year=int(year) if year else None, start=0, end=len(words))


def find_iso(words: str) -> tuple[PartialDate, int, int] | None:
    """Return the first ISO date in a short text, with where it starts and ends.

    >>> find_iso("date 2024-04 KIEL")[0]
    PartialDate('2024-04')
    """
    match = _ISO.search(words)
    if match is None:
        return None
    try:
        return PartialDate.parse(match["iso"].replace(" ", "T")), match.start(), match.end()
    except DateError:
        return None


def as_partial_date(value: PartialDate | dt.date | str | None) -> PartialDate | None:
    """Return a date of publication as the model has it.

    Args:
        value: a partial date, a `date` or `datetime`, or an ISO 8601 string such as `2024-04`.

    Raises:
        DateError: the value is none of these.

    >>> print(as_partial_date(dt.date(2024, 5, 3)), as_partial_date("2024-05"))
    2024-05-03 2024-05
    """
    if value is None or isinstance(value, PartialDate):
        return value
    if isinstance(value, dt.date):
        return PartialDate.of(value)
    if isinstance(value, str):
        return PartialDate.parse(value.strip())
    raise DateError(value, "published must be a PartialDate, a date, a datetime or an ISO 8601 string")
