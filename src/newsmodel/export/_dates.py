"""Dates as formats want them that know neither hours without minutes nor the labels of time zones."""

from __future__ import annotations

import re

import attrs

from newsmodel.errors import DateError
from newsmodel.export._carry import NOT_CARRIED
from newsmodel.model import Article, Meeting, PartialDate, TimeExpression, TimeType

_PART_OF_DAY = re.compile(r"T(?:MO|MI|AF|EV|NI|DT|PM)$")
_NARROWING = frozenset({None, "START", "MID", "END"})
"""The modifiers that leave a value true, only less exact than the words."""


def reduced(date: PartialDate | None) -> PartialDate | None:
    """Return a date without the label of its zone, and without an hour whose minute is unknown."""
    if date is None or date.hour is None:
        return date
    if date.minute is None:
        return attrs.evolve(date, hour=None, zone=None)
    return date if date.offset else attrs.evolve(date, zone=None)


def iso(date: PartialDate) -> str:
    """Return a reduced date in the form of XML Schema: gYear, gYearMonth, date or dateTime, with seconds."""
    known = reduced(date)
    text = str(known)
    return text if known is None or known.minute is None else f"{text[:16]}:00{text[16:]}"


def is_exact(date: PartialDate | None) -> bool:
    """Return whether a date is known to the minute, with its offset from UTC: what RFC 3339 calls a date-time."""
    return date is not None and date.minute is not None and date.offset is not None


def point(time: TimeExpression) -> PartialDate | None:
    """Return the date that a time expression means, as precise as its value; a part of the day is left out.

    Args:
        time: the expression.

    Returns:
        The date; None for durations, repetitions, weeks, seasons, what is before or after a date, and what is open.
    """
    if time.type not in (TimeType.DATE, TimeType.TIME) or time.candidates or time.mod not in _NARROWING:
        return None
    try:
        return reduced(PartialDate.parse(_PART_OF_DAY.sub("", time.value)))
    except DateError:
        return None


def when(meeting: Meeting) -> tuple[TimeExpression, PartialDate] | None:
    """Return the first time of a meeting that means a date, and the date."""
    for time in meeting.times:
        found = point(time)
        if found is not None:
            return time, found
    return None


def bare(time: TimeExpression) -> TimeExpression | None:
    """Return a time with nothing but its value, as formats carry it that know dates alone; None where it is no date."""
    if point(time) is None:
        return None
    return TimeExpression(span=time.span, type=time.type, value=time.value, rule=NOT_CARRIED)


def with_dates_of_meetings(article: Article) -> Article:
    """Return an article without the times that no meeting refers to."""
    used = {time for meeting in article.meetings for time in meeting.times}
    return attrs.evolve(article, times=tuple(time for time in article.times if time in used))
