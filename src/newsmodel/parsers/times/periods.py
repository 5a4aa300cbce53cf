"""Periods of the calendar: each a TIMEX3 value with its first and last moment."""

from __future__ import annotations

import calendar
import datetime as dt

import attrs

from newsmodel.parsers.times.holidays import holiday

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month; seasons of the weather service, three months each
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
DAYPARTS = {"MO": (5, 11), "MI": (11, 13), "AF": (12, 17), "EV": (17, 23), "NI": (22, 5), "DT": (6, 17)}


@attrs.frozen(slots=True)
class Period:
    """A TIMEX3 value and the interval it covers, both ends inclusive: dates, or minutes where the value has an hour."""

    value: str
    first: dt.date
    last: dt.date


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def of_day(day: dt.date) -> Period:
    """Return one day."""
    return Period(day.isoformat(), day, day)


def shift_days(day: dt.date, days: int) -> dt.date:
    """Return the day so many days later, kept within the calendar of Python (years 1 to 9999)."""
    number = min(max(day.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal())
    return dt.date.fromordinal(number)


def of_week(day: dt.date) -> Period:
    """Return the ISO week that a day lies in.

    >>> import datetime
    >>> of_week(datetime.date(2024, 4, 2)).value
    '2024-W14'
    """
    year, week, weekday = day.isocalendar()
    first = shift_days(day, 1 - weekday)
    return Period(f"{year:04}-W{week:02}", first, shift_days(first, 6))


def of_iso_week(year: int, number: int) -> Period | None:
    """Return a week by its number, None where the year has no such week."""
    try:
        return of_week(dt.date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def of_weekend(day: dt.date) -> Period:
    """Return the Saturday and Sunday of the ISO week that a day lies in."""
    week = of_week(day)
    return Period(week.value + "-WE", shift_days(week.first, 5), week.last)


def of_months(kind: str, year: int, number: int) -> Period | None:
    """Return a month, quarter, half-year or whole year.

    Args:
        kind: `month`, `quarter`, `half` or `year`.
        year: the year.
        number: which one of the year, from 1.

    Returns:
        The period; None outside the years 1 to 9999 or where the year has no such period.
    """
    length = _MONTHS[kind]
    first_month = (number - 1) * length + 1
    first = safe_date(year, first_month, 1) if number >= 1 else None
    last_month = first_month + length - 1
    if first is None or last_month > 12:
        return None
    last = dt.date(year, last_month, calendar.monthrange(year, last_month)[1])
    tail = {"month": f"-{number:02}", "quarter": f"-Q{number}", "half": f"-H{number}", "year": ""}[kind]
    return Period(f"{year:04}{tail}", first, last)


def of_season(year: int, code: str) -> Period | None:
    """Return a season; winter is counted in the year that it begins in."""
    first = safe_date(year, _SEASONS[code], 1)
    if first is None or year == 9999:
        return None
    end_year, end_month = (year + 1, 2) if code == "WI" else (year, _SEASONS[code] + 2)
    return Period(f"{year:04}-{code}", first, dt.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]))


def of_years(kind: str, first: int) -> Period | None:
    """Return a decade, century or millennium by its first year (1990 is 199X; centuries by the hundreds: 1800)."""
    length = _YEARS[kind]
    if not first > 0 or first + length > 10000:
        return None
    digits = {"decade": 3, "century": 2, "millennium": 1}[kind]
    return Period(f"{first:04}"[:digits], dt.date(first, 1, 1), dt.date(first + length - 1, 12, 31))


def of_holiday(year: int, rule: str, days: int) -> Period | None:
    """Return a named day of a year; it may cover the days after it too (Ostern)."""
    if not 1583 <= year <= 9998:
        return None
    day = holiday(year, rule)
    return Period(day.isoformat(), day, shift_days(day, days - 1))


def shifted(unit: str, day: dt.date, offset: int) -> Period | None:
    """Return the calendar unit that lies so many units from the one that a day lies in.

    >>> import datetime
    >>> shifted("month", datetime.date(2024, 1, 31), -1).value
    '2023-12'
    """
    if unit == "day":
        return of_day(shift_days(day, offset))
    if unit == "week":
        return of_week(shift_days(day, 7 * offset))
    if unit == "weekend":
        return of_weekend(shift_days(day, 7 * offset))
    if unit in _MONTHS:
        in_year = 12 // _MONTHS[unit]
        number = day.year * in_year + (day.month - 1) // _MONTHS[unit] + offset
        return of_months(unit, number // in_year, number % in_year + 1)
    length = _YEARS[unit]
    return of_years(unit, (day.year // length + offset) * length)


def part_of(period: Period, mod: str) -> tuple[dt.date, dt.date]:
    """Return first and last day of the first, middle or last third of a period.

    Months are cut after the 10th and the 20th, years after April and August, weeks after Tuesday and Thursday, decades
    and centuries at whole years; other periods in three.

    Args:
        period: the whole.
        mod: `START`, `MID` or `END`.

    Returns:
        The days, both inclusive.
    """
    first, last = period.first, period.last
    days = (last - first).days + 1
    if first.day == 1 and first.month == 1 and 365 <= days <= 366:
        cuts = (dt.date(first.year, 5, 1), dt.date(first.year, 9, 1))
    elif days > 366 and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        count = last.year - first.year + 1
        cuts = (dt.date(first.year + round(count / 3), 1, 1), dt.date(first.year + round(count * 2 / 3), 1, 1))
    elif 28 <= days <= 31:
        cuts = (shift_days(first, 10), shift_days(first, 20))
    else:
        cuts = (shift_days(first, round(days / 3)), shift_days(first, round(days * 2 / 3 - 0.2)))
    ends = {
        "START": (first, shift_days(cuts[0], -1)),
        "MID": (cuts[0], shift_days(cuts[1], -1)),
        "END": (cuts[1], last),
    }
    return ends[mod]


def of_daypart(day: dt.date, code: str) -> Period:
    """Return a part of a day: 2024-04-01TEV; a night goes on into the next morning."""
    begin, end = DAYPARTS[code]
    last_day = shift_days(day, 1) if end < begin else day
    first = dt.datetime.combine(day, dt.time(begin))
    last = dt.datetime.combine(last_day, dt.time(end, 59))
    return Period(f"{day.isoformat()}T{code}", first, last)


def of_clock(day: dt.date, hour: int, minute: int) -> Period:
    """Return a minute of a day; 24:00 is the midnight that ends it."""
    if hour == 24:
        day, hour = shift_days(day, 1), 0
    moment = dt.datetime.combine(day, dt.time(hour, minute))
    return Period(f"{day.isoformat()}T{hour:02}:{minute:02}", moment, moment)
