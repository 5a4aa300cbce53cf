"""From a form and what is known of the publication to a value, an interval and, where it stays open, candidates."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

import attrs

from newsmodel.parsers.times.forms import Form, Moment, Side, Weekday
from newsmodel.parsers.times.periods import Period, shift_days

if TYPE_CHECKING:
    from newsmodel.model import PartialDate

_DAYS_OF_A_WEEK = 6


@attrs.frozen(slots=True)
class Anchor:
    """The moments that an anchor may be. `wide`: too many to list what follows from each (only the year is known)."""

    moments: tuple[Moment, ...]
    wide: bool = False


@attrs.frozen(slots=True, kw_only=True)
class Resolved:
    """A value with the interval it covers; several `candidates` where the anchor leaves it open."""

    value: str
    first: dt.date | None = None
    last: dt.date | None = None
    candidates: tuple[str, ...] = ()
    days: tuple[Moment, ...] = ()
    wide: bool = False


def anchor_of(published: PartialDate | None) -> Anchor | None:
    """Return the moments at which a dispatch may have been published.

    Args:
        published: the date of publication, as far as it is known.

    Returns:
        One moment for a known day, all days of a known month or year; None where nothing is known.
    """
    if published is None:
        return None
    year, month, day = published.year, published.month, published.day
    if month is not None and day is not None:
        exact = published.hour is not None and published.minute is not None
        clock = dt.time(published.hour or 0, published.minute or 0) if exact else None
        return Anchor((Moment(dt.date(year, month, day), clock),))
    months = [month] if month is not None else list(range(1, 13))
    days = [dt.date(year, m, d) for m in months for d in range(1, calendar.monthrange(year, m)[1] + 1)]
    return Anchor(tuple(map(Moment, days)), wide=month is None)


def resolve(form: Form, anchor: Anchor | None, side: Side) -> Resolved:
    """Find what a form means.

    Args:
        form: the form.
        anchor: the moments it may count from; None where none is known.
        side: where the tense points to.

    Returns:
        The value if all moments agree; else the masked value, with the candidates and the hull of their intervals.
    """
    if anchor is None:
        if form.anchor:
            return Resolved(value=form.open)
        anchor = Anchor((Moment(dt.date(2000, 1, 1)),))  # never looked at: the form counts from nothing
    found: dict[tuple[str, dt.date], Period] = {}
    for moment in anchor.moments:
        for period in form.at(moment, side):
            found.setdefault((period.value, period.first), period)
    if not found:
        return Resolved(value=form.open)
    ordered = sorted(found.values(), key=lambda p: (p.first.isoformat(), p.value))
    values = tuple(dict.fromkeys(p.value for p in ordered))
    first, last = ordered[0].first, max((p.last for p in ordered), key=lambda d: d.isoformat())
    if len(values) == 1:
        return Resolved(value=values[0], first=first, last=last, days=_days(ordered))
    if anchor.wide:
        first, last = _week_around(form, anchor, side) or (first, last)
        return Resolved(value=form.open, first=first, last=last, days=_days(ordered), wide=True)
    return Resolved(value=form.open, first=first, last=last, candidates=values, days=_days(ordered))


def _week_around(form: Form, anchor: Anchor, side: Side) -> tuple[dt.date, dt.date] | None:
    """Return the hull of a bare weekday in a year: six days more on the side of the tense, on both where it is open."""
    if not isinstance(form, Weekday) or form.weeks:
        return None
    before = _DAYS_OF_A_WEEK if side in (Side.PAST, Side.UNKNOWN) else 0
    after = _DAYS_OF_A_WEEK if side is not Side.PAST else 0
    return shift_days(anchor.moments[0].day, -before), shift_days(anchor.moments[-1].day, after)


def _days(found: list[Period]) -> tuple[Moment, ...]:
    """Return the days that the text speaks of now, if the expression names days."""
    days = []
    for period in found:
        edge = period.last if period.value.endswith("TNI") else period.first  # what a night tells of is past midnight
        day = edge.date() if isinstance(edge, dt.datetime) else edge
        if len(period.value) < 10 or period.value[4:6] == "-W":
            return ()
        days.append(Moment(day))
    return tuple(dict.fromkeys(days))
