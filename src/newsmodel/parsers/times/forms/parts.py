"""Parts of other forms: the end of a month, the evening or the clock of a day."""

from __future__ import annotations

import attrs

from newsmodel.parsers.times import periods
from newsmodel.parsers.times.forms.base import Form, Moment, Side
from newsmodel.parsers.times.periods import Period


@attrs.frozen(slots=True)
class Part:
    """The beginning, middle or end of a period; the value stays that of the whole, `mod` says which part."""

    whole: Form
    mod: str

    @property
    def open(self) -> str:
        """The mask of the whole."""
        return self.whole.open

    @property
    def anchor(self) -> str:
        """What the whole counts from."""
        return self.whole.anchor

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the whole with the interval of the part."""
        wholes = self.whole.at(moment, side)
        return tuple(Period(p.value, *periods.part_of(p, self.mod)) for p in wholes)


@attrs.frozen(slots=True)
class Daypart:
    """A part of a day: Montagabend. `before`: of the day before, as in der Nacht zum Freitag."""

    day: Form
    code: str
    before: bool = False

    @property
    def open(self) -> str:
        """The day unknown."""
        return ("XXXX-XX-XX" if self.before else self.day.open) + "T" + self.code

    @property
    def anchor(self) -> str:
        """What the day counts from."""
        return self.day.anchor

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the part of each possible day."""
        days = self.day.at(moment, side)
        return tuple(periods.of_daypart(periods.shift_days(d.first, -1 if self.before else 0), self.code) for d in days)


@attrs.frozen(slots=True)
class Night:
    """The night next to the publication: the one before the day in the past, the one after it in the future."""

    anchor: str = "publication"

    @property
    def open(self) -> str:
        """Some day's night."""
        return "XXXX-XX-XXTNI"

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the night by the day that it begins on."""
        offsets = (-1,) if side is Side.PAST else (0,) if side is not Side.UNKNOWN else (-1, 0)
        return tuple(periods.of_daypart(periods.shift_days(moment.day, offset), "NI") for offset in offsets)


@attrs.frozen(slots=True)
class Clock:
    """A time of day on a day."""

    day: Form
    hour: int
    minute: int = 0

    @property
    def open(self) -> str:
        """The day unknown."""
        return f"{self.day.open}T{self.hour:02}:{self.minute:02}"

    @property
    def anchor(self) -> str:
        """What the day counts from."""
        return self.day.anchor

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the minute on each possible day."""
        return tuple(periods.of_clock(d.first, self.hour, self.minute) for d in self.day.at(moment, side))
