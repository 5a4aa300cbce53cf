"""What every week has: weekdays and weekends."""

from __future__ import annotations

import attrs

from newsmodel.parsers.times import periods
from newsmodel.parsers.times.forms.base import Form, Moment, Side
from newsmodel.parsers.times.periods import Period


@attrs.frozen(slots=True)
class Weekday:
    """A day of the week (1 is Monday).

    `weeks` None: the nearest on the side that the tense points to, the day of the anchor included. -1: the last one
    before the anchor, 1: the first one after it, 2: a week later still. 0 (`diesen Freitag`): as None, but still to
    come where the tense is open.
    """

    number: int
    weeks: int | None = None
    anchor: str = "publication"

    @property
    def open(self) -> str:
        """Some week's such day."""
        return f"XXXX-WXX-{self.number}"

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the day or, where neither adjective nor tense tell the side, both neighbours."""
        day = moment.day
        back = (day.isoweekday() - self.number) % 7
        ahead = (self.number - day.isoweekday()) % 7
        if not self.weeks:
            side = Side.FUTURE if self.weeks == 0 and side is Side.UNKNOWN else side
            offsets = {-back} if side is Side.PAST else {ahead} if side is not Side.UNKNOWN else {-back, ahead}
        elif self.weeks < 0:
            offsets = {-(back or 7) + 7 * (self.weeks + 1)}
        else:
            offsets = {(ahead or 7) + 7 * (self.weeks - 1)}
        return tuple(periods.of_day(periods.shift_days(day, offset)) for offset in sorted(offsets))


@attrs.frozen(slots=True)
class Weekend:
    """A weekend. `turns` None: on the side that the tense points to; -1: the last one; 1: the next one to begin."""

    turns: int | None = None
    anchor: str = "publication"

    @property
    def open(self) -> str:
        """Some week's end."""
        return "XXXX-WXX-WE"

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the weekend: on Saturday and Sunday the one that has begun."""
        this = periods.of_weekend(moment.day)
        if self.turns is not None:
            begun = moment.day.isoweekday() >= 6 and self.turns > 0
            ahead = 7 * (self.turns if self.turns <= 0 or begun else self.turns - 1)
            return (periods.of_weekend(periods.shift_days(moment.day, ahead)),)
        if moment.day.isoweekday() >= 6 or side in (Side.FUTURE, Side.PRESENT):
            return (this,)
        last = periods.of_weekend(periods.shift_days(moment.day, -7))
        return (last,) if side is Side.PAST else (last, this)


@attrs.frozen(slots=True)
class WeekdayIn:
    """A weekday of a given week: Freitag vergangener Woche."""

    number: int
    week: Form

    @property
    def open(self) -> str:
        """Some week's such day."""
        return f"XXXX-WXX-{self.number}"

    @property
    def anchor(self) -> str:
        """What the week counts from."""
        return self.week.anchor

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return that day of each possible week."""
        weeks = self.week.at(moment, side)
        return tuple(periods.of_day(periods.shift_days(week.first, self.number - 1)) for week in weeks)
