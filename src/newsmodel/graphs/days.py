"""On which days a meeting may be."""

from __future__ import annotations

import datetime as dt

from newsmodel.model import Meeting


def days_of(meeting: Meeting) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day on which a meeting may be, as far as its times say.

    Times that share days (`am Freitag`, `um 10 Uhr`) narrow each other; others (`am Montag und Mittwoch`) span what lies
    between. A bound (`seit Montag`, `bis Ende April`) leaves the other end open.

    Args:
        meeting: the meeting.

    Returns:
        The first and the last day, inclusive; None for what no time says.
    """
    firsts, lasts = [], []
    for time in meeting.times:
        bounded = time.begin_point is not None or time.end_point is not None
        begin, end = (time.begin_point, time.end_point) if bounded else (time.earliest, time.latest)
        firsts += [_day(begin.earliest)] if begin else []
        lasts += [_day(end.latest)] if end else []
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first and last and first > last:
        return min(firsts), max(lasts)
    return first, last


def _day(bound: dt.date) -> dt.date:
    return dt.date(bound.year, bound.month, bound.day)
