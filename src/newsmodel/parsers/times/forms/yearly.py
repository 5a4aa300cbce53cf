"""What every year or month has: days and months without a year, seasons, holidays."""

from __future__ import annotations

import datetime as dt

import attrs

from newsmodel.parsers.times import periods
from newsmodel.parsers.times.forms.base import Form, Moment, Side
from newsmodel.parsers.times.periods import Period

# Days away within which the nearest counts; the present tense tells of the month that is just over (sinkt im Mai).
_CLOSE = {"day": 14, "holiday": 14, "month": 60}


@attrs.frozen(slots=True)
class Yearly:
    """What every year has once: a day and month, a month, season, quarter, half-year, holiday.

    `kind` and `key` name it: `day` "05-03", `month` "5", `season` "SU", `quarter` "1", `half` "2", `holiday` "rule
    days". `turns` None: the one nearest to the anchor on the side of the tense; -1: the last one before it; 1: the next
    one; 0: the one of this year.
    """

    kind: str
    key: str
    turns: int | None = None
    anchor: str = "publication"

    @property
    def open(self) -> str:
        """The year unknown."""
        if self.kind == "holiday":
            rule = self.key.split()[0]
            return f"XXXX-{rule}" if rule[0].isdigit() and "SU" not in rule else "XXXX-XX-XX"
        tails = {
            "day": self.key,
            "month": self.key.zfill(2),
            "season": self.key,
            "quarter": "Q" + self.key,
            "isoweek": "W" + self.key.zfill(2),
        }
        return f"XXXX-{tails.get(self.kind, 'H' + self.key)}"

    def of(self, year: int) -> Period | None:
        """Return the one of a year, None where that year has none (29. Februar)."""
        if self.kind == "day":
            month, day = self.key.split("-")
            found = periods.safe_date(year, int(month), int(day))
            return periods.of_day(found) if found else None
        if self.kind == "season":
            return periods.of_season(year, self.key)
        if self.kind == "holiday":
            rule, days = self.key.split()
            return periods.of_holiday(year, rule, int(days))
        if self.kind == "isoweek":
            return periods.of_iso_week(year, int(self.key))
        return periods.of_months(self.kind, year, int(self.key))

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the one that is meant, seen from the moment."""
        day = moment.day
        if self.turns == 0:
            this = self.of(day.year)
            return (this,) if this else ()
        reach = range(max(day.year - 8, 1), min(day.year + 8, 9998) + 1)  # 29 February may be eight years away
        around = [p for p in map(self.of, reach) if p is not None]
        if self.turns is not None and self.turns < 0:
            before = [p for p in around if p.last < day]
            return (before[self.turns],) if len(before) >= -self.turns else ()
        if self.turns is not None:
            after = [p for p in around if p.first > day]
            return (after[self.turns - 1],) if len(after) >= self.turns else ()
        nearest = tuple(sorted(around, key=lambda p: (_distance(p, day), p.first))[:1])
        close = bool(nearest) and _distance(nearest[0], day) <= _CLOSE.get(self.kind, -1)
        if close and (side is Side.PRESENT or self.kind != "month"):
            return nearest  # nobody leaves out the year of a day a year away while the same day is so close
        if side is Side.PAST:
            return tuple([p for p in around if p.first <= day][-1:])
        if side is Side.FUTURE or (side is Side.PRESENT and self.kind in _CLOSE):
            return tuple([p for p in around if p.last >= day][:1])
        return nearest


def _distance(period: Period, day: dt.date) -> int:
    return max((period.first - day).days, (day - period.last).days, 0)


@attrs.frozen(slots=True)
class YearlyIn:
    """What every year has, in a given year: August vorigen Jahres."""

    yearly: Yearly
    year: Form

    @property
    def open(self) -> str:
        """The year unknown."""
        return self.yearly.open

    @property
    def anchor(self) -> str:
        """What the year counts from."""
        return self.year.anchor

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the one of each possible year."""
        found = (self.yearly.of(year.first.year) for year in self.year.at(moment, side))
        return tuple(period for period in found if period)


@attrs.frozen(slots=True)
class DayOfMonth:
    """A day whose month is the one spoken of: am 18."""

    number: int
    anchor: str = "publication"

    @property
    def open(self) -> str:
        """Some month's such day."""
        return f"XXXX-XX-{self.number:02}"

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the nearest such day on the side of the tense."""
        day, found = moment.day, []
        for offset in range(-2, 3):
            month = periods.shifted("month", day, offset)
            if month and self.number <= month.last.day:
                found.append(month.first.replace(day=self.number))
        if side is Side.PAST:
            found = [d for d in found if d <= day][-1:]
        elif side is Side.FUTURE:
            found = [d for d in found if d >= day][:1]
        else:
            found = sorted(found, key=lambda d: (abs((d - day).days), d))[:1]
        return tuple(map(periods.of_day, found))


@attrs.frozen(slots=True)
class DayIn:
    """A day of a given month: am 3. dieses Monats."""

    number: int
    month: Form

    @property
    def open(self) -> str:
        """Some month's such day."""
        return f"XXXX-XX-{self.number:02}"

    @property
    def anchor(self) -> str:
        """What the month counts from."""
        return self.month.anchor

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return that day of each possible month that has it."""
        months = (m.first for m in self.month.at(moment, side))
        days = (periods.safe_date(m.year, m.month, self.number) for m in months)
        return tuple(periods.of_day(day) for day in days if day)
