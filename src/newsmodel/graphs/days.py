"""On which days a meeting may be."""

from __future__ import annotations

import datetime as dt

from newsmodel.model import Meeting


def days_of(meeting: Meeting) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day on which a meeting may be, as far as its times say.

    Times that share days (`am Freitag`, `um 10 Uhr`) narrow each other; others (`am Montag und Mittwoch`) span
    what lies between.

    Args:
        meeting: the meeting.

    Returns:
        The first and the last day, inclusive; None for what no time says.
    """
    firsts = [_day(time.earliest.earliest) for time in meeting.times if time.earliest]
    lasts = [_day(time.latest.latest) for time in meeting.times if time.latest]
    if not firsts or not lasts:
        return min(firsts, default=None), max(lasts, default=None)
    first, last = max(firsts), min(lasts)
    return (first, last) if first <= last else (min(firsts), max(lasts))


def _day(bound: dt.date) -> dt.date:
    return dt.date(bound.year, bound.month, bound.day)
