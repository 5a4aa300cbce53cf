"""Forms that count whole units, or nothing at all."""

from __future__ import annotations

import datetime as dt

import attrs

from newsmodel.parsers.times import periods
from newsmodel.parsers.times.forms.base import Moment, Side
from newsmodel.parsers.times.periods import Period


@attrs.frozen(slots=True)
class Fixed:
    """A period that needs no anchor: 3. Mai 2010."""

    period: Period
    anchor: str = ""

    @property
    def open(self) -> str:
        """The value itself."""
        return self.period.value

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:  # noqa: ARG002 - as every form
        """Return the period."""
        return (self.period,)


_OPEN_UNITS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


@attrs.frozen(slots=True)
class Shifted:
    """A calendar unit so many units from the anchor: gestern, kommende Woche, vor zwei Jahren."""

    unit: str
    offset: int
    anchor: str = "publication"

    @property
    def open(self) -> str:
        """The mask of the unit."""
        return _OPEN_UNITS[self.unit]

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:  # noqa: ARG002 - as every form
        """Return the unit counted from the moment."""
        period = periods.shifted(self.unit, moment.day, self.offset)
        return (period,) if period else ()


@attrs.frozen(slots=True)
class MinutesAway:
    """A clock time so many minutes from the anchor: vor drei Stunden."""

    minutes: int
    anchor: str = "publication"

    @property
    def open(self) -> str:
        """A day and a time of day, both unknown."""
        return "XXXX-XX-XXTXX:XX"

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:  # noqa: ARG002 - as every form
        """Return the minute, or where the time of publication is unknown all the minutes that it may be."""
        away = dt.timedelta(minutes=self.minutes)
        first = dt.datetime.combine(moment.day, moment.clock or dt.time(0, 0))
        last = dt.datetime.combine(moment.day, moment.clock or dt.time(23, 59))
        try:
            first, last = first + away, last + away
        except OverflowError:
            return ()
        value = f"{first.date().isoformat()}T{first.hour:02}:{first.minute:02}" if moment.clock else self.open
        return (Period(value, first, last),)


@attrs.frozen(slots=True)
class SameDay:
    """A day whole units from another: heute vor 50 Jahren. `start` is the distance in days that this other has."""

    unit: str
    count: int
    start: int = 0
    anchor: str = "publication"

    @property
    def open(self) -> str:
        """A day unknown."""
        return "XXXX-XX-XX"

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:  # noqa: ARG002 - as every form
        """Return the day; none where the month has no such day (29. Februar)."""
        day = periods.shift_days(moment.day, self.start)
        if self.unit in ("day", "week"):
            return (periods.of_day(periods.shift_days(day, self.count * (7 if self.unit == "week" else 1))),)
        month = periods.shifted(self.unit, day, self.count)
        if month is None:
            return ()
        found = periods.safe_date(month.first.year, month.first.month if self.unit == "month" else day.month, day.day)
        return (periods.of_day(found),) if found else ()


@attrs.frozen(slots=True)
class NewYear:
    """The year that is about to begin, in the first half of a year the one that has begun: im neuen Jahr."""

    anchor: str = "publication"

    @property
    def open(self) -> str:
        """A year unknown."""
        return "XXXX"

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:  # noqa: ARG002 - as every form
        """Return the year."""
        period = periods.shifted("year", moment.day, 1 if moment.day.month > 6 else 0)
        return (period,) if period else ()


HERE = Shifted("day", 0, "text")  # the day that the text speaks of
