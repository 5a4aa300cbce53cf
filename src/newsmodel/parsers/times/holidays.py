"""Days with a name, fixed and movable."""

from __future__ import annotations

import datetime as dt

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar.

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden, century = year % 19, year // 100  # Meeus, Jones and Butcher
    corrected = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - corrected - year % 100 % 4) % 7
    late = (golden + 11 * corrected + 22 * weekday) // 451
    number = corrected + weekday - 7 * late + 114
    return dt.date(year, number // 31, number % 31 + 1)


def first_advent(year: int) -> dt.date:
    """Return the first Sunday in Advent, the fourth Sunday before Christmas Day.

    >>> first_advent(2023)
    datetime.date(2023, 12, 3)
    """
    eve = dt.date(year, 12, 24)
    return eve - dt.timedelta(days=eve.isoweekday() % 7 + 21)


def holiday(year: int, rule: str) -> dt.date:
    """Return the day that a rule of `times_holidays.tsv` names in a year.

    Args:
        year: 1583 to 9998.
        rule: `MM-DD`, `easter+N`, `advent+N` or `MM-SU-n`.

    Returns:
        The day.

    >>> holiday(2024, "easter+39")
    datetime.date(2024, 5, 9)
    >>> holiday(2024, "05-SU-2")
    datetime.date(2024, 5, 12)
    """
    for name, base in (("easter", easter), ("advent", first_advent)):
        if rule.startswith(name):
            return base(year) + dt.timedelta(days=int(rule[len(name) :]))
    month, *rest = rule.split("-")
    if len(rest) == 1:
        return dt.date(year, int(month), int(rest[0]))
    first = dt.date(year, int(month), 1)
    ahead = (_WEEKDAYS.index(rest[0]) - first.weekday()) % 7
    return first + dt.timedelta(days=ahead + 7 * (int(rest[1]) - 1))
