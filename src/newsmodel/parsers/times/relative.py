"""Expressions counted from an anchor: `gestern`, `kommende Woche`, `vor zwei Jahren`, `am Tag darauf`."""

from __future__ import annotations

from fractions import Fraction

import attrs

from newsmodel.model import TimeType
from newsmodel.parsers.times import dates
from newsmodel.parsers.times.amounts import iso_duration, read_amount, read_measured
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.forms import (
    HERE,
    Daypart,
    Form,
    MinutesAway,
    NewYear,
    Night,
    SameDay,
    Shifted,
    Weekday,
    WeekdayIn,
    Weekend,
    Yearly,
)
from newsmodel.parsers.times.match import Match

_EARLIER = frozenset({"zuvor", "vorher", "davor", "früher"})
_LATER = frozenset({"später", "danach", "darauf", "nachher"})
_CLOCKS = frozenset({"hour", "minute", "second"})
_MINUTES = {"H": Fraction(60), "M": Fraction(1), "S": Fraction(1, 60)}
_SAME = frozenset({"selben", "gleichen", "demselben"})


def deictic(line: Line, i: int) -> Match | None:
    """Find `heute`, `gestern Abend`, `morgen früh`, `heuer`, `Vorjahr`, `am heutigen Samstag`."""
    found = line.kind(i, "deictic")
    if found is None or (line.word(i + 1) == "-" and line.glued(i + 1)):
        return None
    unit, offset, anchor = found.split()
    word = line.word(i)
    if word == "morgen" and (line.capital(i) and (i > 0 and line.word(i - 1) not in (".", "«", "»", "„", '"', ":"))):
        return None
    if word == "morgen" and (line.kind(i - 1, "weekday") or (line.kind(i - 1, "deictic") or "").startswith("day")):
        return None
    form = Shifted(unit, int(offset), "text" if anchor == "t" else "publication")
    if unit != "day":
        return Match(start=i, end=i + 1, rule="relative.word", form=form)
    adjective = word not in ("heute", "gestern", "morgen", "vorgestern", "übermorgen") and word.endswith(
        ("igen", "ige", "iger", "iges", "igem")
    )
    if adjective and line.digits(i + 1) and line.word(i + 2) == ".":
        return None  # am heutigen 8. Mai: the date says it
    if adjective and offset == "0" and i + 1 < len(line) and line[i + 1].token.ent_type_ == "LOC":
        return Match(start=i, end=i + 1, rule="vague", value="PRESENT_REF")  # der heutigen Ukraine
    if adjective and line.word(i + 1) in ("tag", "tage", "tages"):  # am heutigen Tag
        return Match(start=i, end=i + 2, rule="relative.word", form=form)
    if adjective and line.kind(i + 1, "weekday"):
        return Match(start=i, end=i + 2, rule="relative.word", form=form)
    if not adjective and line.word(i + 1) in ("vor", "in") and (away := _anniversary(line, i + 1, int(offset))):
        return attrs.evolve(away, start=i)
    code = line.kind(i + 1, "daypart")
    if code and line.word(i + 1) != "nächte":
        return Match(start=i, end=i + 2, rule="relative.daypart", type=TimeType.TIME, form=Daypart(form, code))
    return Match(start=i, end=i + 1, rule="relative.adjective" if adjective else "relative.word", form=form)


def _anniversary(line: Line, i: int, offset: int) -> Match | None:
    """Read what follows the day in `heute vor 50 Jahren`, `morgen in einer Woche`."""
    found = read_measured(line, i + 1)
    if found is None:
        return None
    amount, j = found
    unit = line.kind(j, "unit") or line.kind(j, "units") or ""
    if unit not in ("day", "week", "month", "year") or amount.value is None or amount.mod is not None:
        return None
    if amount.value.denominator != 1 or amount.value > 5000:
        return None
    count = int(amount.value) * (-1 if line.word(i) == "vor" else 1)
    return Match(start=i, end=j + 1, rule="relative.word", form=SameDay(unit, count, offset))


def new_year(line: Line, i: int) -> Match | None:
    """Find `im neuen Jahr`: the one about to begin, or just begun."""
    if line.word(i) not in ("neue", "neuen", "neuem", "neues") or line.word(i + 1) not in ("jahr", "jahre", "jahres"):
        return None
    if line.digits(i + 2) or (line.word(i + 2) == "-" and line.glued(i + 2)):
        return None
    return Match(start=i, end=i + 2, rule="relative.unit", form=NewYear())


def shifted(line: Line, i: int) -> Match | None:
    """Find `kommende Woche`, `vergangenen Montag`, `dieses Jahr`, `letzten zehn Jahren`, `diesen Sommer`."""
    shift = line.kind(i, "shift")
    if shift is None:
        return None
    offset, j = int(shift), i + 1
    if line.kind(j, "shift") and line.kind(j + 1, "unit"):  # in diesem kommenden Jahr
        offset, j = int(line.kind(j, "shift") or 0), j + 1
    amount = read_amount(line, j) if not line.kind(j, "measure") else None
    if amount and line.kind(amount.end, "units"):
        return _stretch(line, i, amount.end, amount.value, amount.mod)
    if _adjective(line, j) and (line.kind(j + 1, "unit") or line.kind(j + 1, "season")):
        j += 1
    if line.kind(j, "weekend"):
        return Match(start=i, end=j + 1, rule="relative.weekend", form=Weekend(offset or None))
    if line.kind(j, "units"):
        return _stretch(line, i, j, None, None)
    if unit := line.kind(j, "unit"):
        return _unit(line, i, j, unit, offset)
    if not line.capital(j):
        return None
    if part := line.kind(j, "weekdaypart"):
        day, code = part.split()
        form: Form = Daypart(Weekday(int(day), offset), code)
        return Match(start=i, end=j + 1, rule="relative.weekday", type=TimeType.TIME, form=form)
    if number := line.kind(j, "weekday"):
        if line.kind(j + 1, "daypart"):
            form = Daypart(Weekday(int(number), offset), line.kind(j + 1, "daypart") or "")
            return Match(start=i, end=j + 2, rule="relative.weekday", type=TimeType.TIME, form=form)
        return weekday_explained(line, i, j, Weekday(int(number), offset), int(number))
    if number := line.kind(j, "month"):
        return Match(start=i, end=j + 1, rule="relative.month", form=Yearly("month", number, offset))
    if season := line.kind(j, "season"):
        return Match(start=i, end=j + 1, rule="relative.season", form=Yearly("season", season, offset or None))
    if (of_day := line.kind(j, "daypart")) and line.word(j) not in ("früh", "frühe", "nächte"):
        return _daypart(line, i, j, of_day, offset)
    return None


def weekday_explained(line: Line, start: int, at: int, form: Form, number: int) -> Match:
    """Return the weekday, or the date that explains it: `letzten Freitag, dem 17. März 2006`."""
    dated = dates.date_after(line, at + 1)
    if dated is None:
        return Match(start=start, end=at + 1, rule="relative.weekday", form=form)
    return Match(start=start, end=dated.end, rule="relative.weekday", form=dated.form, said_weekday=number)


def _adjective(line: Line, j: int) -> bool:
    """Whether an adjective stands at a position (diesem strengen Winter)."""
    word = line.word(j)
    return (
        word.endswith(("en", "er", "e", "es", "em"))
        and not line.capital(j)
        and word.isalpha()
        and line[j].kinds.keys() <= {"filler"}
    )


def _unit(line: Line, start: int, j: int, unit: str, offset: int) -> Match | None:
    if unit in _CLOCKS or (line.word(j + 1) == "-" and line.glued(j + 1)):
        return None
    if unit == "day":  # an diesem Tag, am folgenden Tag: of the text; the last day is that of something
        if line.word(start).startswith(("letzt", "vorletzt")):
            return None
        return Match(start=start, end=j + 1, rule="relative.text", form=Shifted("day", offset, "text"))
    if unit == "week" and (number := line.kind(j + 1, "weekday")) and line.capital(j + 1):  # letzte Woche Mittwoch
        form = WeekdayIn(int(number), Shifted(unit, offset))
        return Match(start=start, end=j + 2, rule="relative.weekday", form=form)
    return Match(start=start, end=j + 1, rule="relative.unit", form=Shifted(unit, offset))


def _stretch(line: Line, start: int, j: int, amount: Fraction | None, mod: str | None) -> Match | None:
    value = iso_duration(amount, line.kind(j, "measure") or "")
    return Match(
        start=start, end=j + 1, rule="duration.stretch", type=TimeType.DURATION, value=value, mod=mod, duration=value
    )


def _daypart(line: Line, start: int, j: int, code: str, offset: int) -> Match:
    if offset == 1 and not line.word(start).startswith("kommend"):  # am nächsten Morgen: of the text
        day = HERE if code == "NI" else Shifted("day", 1, "text")
        form: Form = Daypart(day, code)
    elif code == "NI":
        form = Night() if offset == 0 else Daypart(Shifted("day", -1 if offset < 0 else 0), "NI")
    else:
        form = Daypart(Shifted("day", offset), code)
    return Match(start=start, end=j + 1, rule="relative.daypart", type=TimeType.TIME, form=form)


def ago(line: Line, i: int) -> Match | None:
    """Find `vor zwei Jahren`, `vor rund drei Stunden`, and `in zwei Wochen` (a length where the clause is past)."""
    word = line.word(i)
    if word not in ("vor", "in"):
        return None
    if (
        word == "vor" and line.kind(i + 1, "units") and not (line.word(i + 2) == "-" and line.glued(i + 2))
    ):  # vor Jahren
        value = iso_duration(None, line.kind(i + 1, "measure") or "")
        return Match(start=i, end=i + 2, rule="relative.ago", value="PAST_REF", duration=value)
    approx = line.word(i + 1) == "über" and read_measured(line, i + 2) is not None
    found = read_measured(line, i + 2 if approx else i + 1)
    if found is None:
        return None
    amount, j = found
    if word == "in" and not line.word(j).endswith(
        ("n", "jahr", "monat", "tag", "jahrhundert", "jahrzehnt", "woche", "stunde", "minute")
    ):
        return None
    measure = line.kind(j, "measure") or ""
    if word == "in" and measure.endswith("TS"):  # in 47,3 Sekunden: how fast
        return None
    value = iso_duration(amount.value, measure)
    form = counted(line, j, amount.value, -1 if word == "vor" else 1)
    mod = _of_point("MORE_THAN" if approx else amount.mod, word == "vor")
    if form is None:
        if word == "in" or amount.value is not None:
            return None
        return Match(start=i, end=j + 1, rule="relative.ago", value="PAST_REF", mod=mod, duration=value)
    kind = TimeType.TIME if isinstance(form, MinutesAway) else TimeType.DATE
    rule = "relative.ago" if word == "vor" else "relative.in"
    return Match(start=i, end=j + 1, rule=rule, type=kind, form=form, mod=mod, duration=value)


_EARLIER_MODS = {
    "MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER",
}  # fmt: skip
_LATER_MODS = {
    "MORE_THAN": "AFTER", "LESS_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_AFTER", "EQUAL_OR_LESS": "ON_OR_BEFORE",
}  # fmt: skip


def _of_point(mod: str | None, back: bool) -> str | None:
    """Return what the modifier of a length makes of the point at its end: vor mehr als zwei Jahren is BEFORE."""
    return (_EARLIER_MODS if back else _LATER_MODS).get(mod, mod) if mod else None


def counted(line: Line, j: int, amount: Fraction | None, sign: int, anchor: str = "publication") -> Form | None:
    """Return the form for an amount of the unit at a position, forward or backward; None for an open amount."""
    unit = line.kind(j, "unit") or line.kind(j, "units") or ""
    if amount is None:
        return None
    size, iso = (line.kind(j, "measure") or "").split()
    total = amount * Fraction(size)
    if iso[0] == "T":
        minutes = total * _MINUTES[iso[1]]
        return MinutesAway(sign * round(minutes), anchor) if minutes < 10**6 else None
    if amount.denominator != 1 or unit in ("half", "quarter"):
        finer = {"Y": ("month", 12), "M": ("month", 1), "W": ("day", 7), "D": ("day", 1)}.get(iso)
        if finer is None:
            return None
        count = total * finer[1]
        return Shifted(finer[0], sign * round(count), anchor) if count < 10**5 else None
    limit = {"day": 10**6, "week": 10**5}.get(unit, 9000)
    return Shifted(unit, sign * int(amount), anchor) if amount < limit else None


def from_text(line: Line, i: int) -> Match | None:
    """Find `zwei Tage später`, `Tag zuvor`, `tags darauf`, `Woche darauf`, `am selben Tag`."""
    if line.kind(i, "unit") in ("day", "week", "month", "year") and (sign := _direction(line.word(i + 1))):
        unit = line.kind(i, "unit") or ""
        return Match(start=i, end=i + 2, rule="relative.text", form=Shifted(unit, sign, "text"))
    if line.word(i) in _SAME and line.word(i + 1) == "tag":
        return Match(start=i, end=i + 2, rule="relative.text", form=HERE)
    if line.kind(i, "units") and _direction(line.word(i + 1)):  # Jahre später
        return _open_later(line, i, i)
    found = read_measured(line, i)
    if found is None:
        return None
    amount, j = found
    sign = _direction(line.word(j + 1))
    form = counted(line, j, amount.value, sign, "text") if sign else None
    if form is None:
        return _open_later(line, i, j) if sign and amount.value is None else None
    kind = TimeType.TIME if isinstance(form, MinutesAway) else TimeType.DATE
    value = iso_duration(amount.value, line.kind(j, "measure") or "")
    mod = _of_point(amount.mod, sign < 0)
    return Match(start=i, end=j + 2, rule="relative.later", type=kind, form=form, mod=mod, duration=value)


def _open_later(line: Line, start: int, j: int) -> Match:
    """Return a point that lies an open number of units from another: its mask is all that is known."""
    unit = line.kind(j, "units") or line.kind(j, "unit") or ""
    value = iso_duration(None, line.kind(j, "measure") or "")
    clock = unit in _CLOCKS
    return Match(
        start=start, end=j + 2, rule="relative.later", type=TimeType.TIME if clock else TimeType.DATE,
        value=MinutesAway(0).open if clock else Shifted(unit, 0).open, duration=value,
    )  # fmt: skip


def _direction(word: str) -> int:
    return -1 if word in _EARLIER else 1 if word in _LATER else 0


def weekend(line: Line, i: int) -> Match | None:
    """Find `am Wochenende`, `vom Wochenende`, `übers Wochenende`."""
    if not line.kind(i, "weekend") or line.word(i - 1) not in (
        "am",
        "vom",
        "zum",
        "übers",
        "dem",
        "das",
        "seit",
        "fürs",
    ):
        return None
    if line.word(i + 1) == "-" and line.glued(i + 1):
        return None
    return Match(start=i, end=i + 1, rule="date.weekend", form=Weekend())


def daypart(line: Line, i: int) -> Match | None:
    """Find `am Abend`, `am frühen Morgen`, `gegen Mittag` on the day that the text speaks of."""
    edge, j = None, i
    if line.kind(i, "edge"):
        edge, j = line.kind(i, "edge"), i + 1
    if line.word(i) == "vorabend" and line.word(i - 1) in ("am", "dem", "vom", "zum"):
        if line.kind(i + 1, "article") == "1" or line.word(i + 1) in ("von", "vor"):
            return None  # am Vorabend der Wahl
        return Match(
            start=i, end=i + 1, rule="time.daypart", type=TimeType.TIME, form=Daypart(Shifted("day", -1, "text"), "EV")
        )
    code = line.kind(j, "daypart")
    if code is None or not line.capital(j) or line.word(j) in ("frühe", "früh", "nächte"):
        return None
    if line.word(j + 1) == "-" and line.glued(j + 1):
        return None
    before = line.word(i - 1)
    if code == "NI":
        if before == "der" and line.word(i - 2) == "in":
            return Match(start=j, end=j + 1, rule="time.night", type=TimeType.TIME, form=Night())
        return None
    hours = line.word(j).endswith("stunden") and before in ("den", "die", "der")  # in den frühen Morgenstunden
    if before not in ("am", "gegen", "zum", "vom", "bis", "diesem", "spät") and not hours:
        return None
    form: Form = Daypart(HERE, code)
    return Match(start=i, end=j + 1, rule="time.daypart", type=TimeType.TIME, form=form, mod=edge)
