"""Expressions that point from an anchor: `gestern`, `kommende Woche`, `am nächsten Morgen`, `am Wochenende`."""

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

_CLOCKS = frozenset({"hour", "minute", "second"})


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
