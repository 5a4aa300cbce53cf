"""Named periods: seasons, holidays, quarters and half-years, parts (`Anfang`, `Mitte`, `Ende`) of periods."""

from __future__ import annotations

import attrs

from newsmodel.model import TimeType
from newsmodel.parsers.times import dates, relative, years
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.forms import Daypart, Form, Part, Shifted, Yearly
from newsmodel.parsers.times.match import Match
from newsmodel.parsers.times.vocabulary import phrases

_WHOLE = (
    "den",
    "dem",
    "des",
    "im",
    "seit",
    "bis",
    "ab",
    "vom",
    "zum",
    "diesen",
    "diesem",
    "ganzen",
    "vor",
    "nach",
    "über",
)
_NAMES = frozenset({"nikolaus", "silvester", "halloween"})


def season(line: Line, i: int) -> Match | None:
    """Find `Sommer 2023`, `im Herbst`, `Winter 2023/24`; a bare season needs a preposition or an article."""
    code = line.kind(i, "season")
    if code is None or not line.capital(i) or line.name(i) or (line.word(i + 1) == "-" and line.glued(i + 1)):
        return None
    yearly = Yearly("season", code)
    if pair := years.year_pair(line, i + 1):
        form, _ = years.complete(yearly, line, i + 1)
        return Match(start=i, end=pair.end, rule="date.season", form=form)
    form, end = years.complete(yearly, line, i + 1)
    months = line.word(i).endswith(("monate", "monaten"))
    listed = line.word(i - 1) in ("und", "oder", "/") and line.kind(i - 2, "season")  # im Frühjahr und Herbst
    if end == i + 1 and line.word(i - 1) not in _WHOLE and not listed and not (months and line.kind(i - 1, "article")):
        return None
    return Match(start=i, end=end, rule="date.season", form=form)


def phrase_at(line: Line, i: int, name: str) -> tuple[str, int] | None:
    """Match the longest phrase of a table at a position.

    Args:
        line: the atoms.
        i: the position.
        name: the table.

    Returns:
        The value and the position after the phrase, None where none begins here.
    """
    for parts, value in phrases(name).get(line.word(i), ()):
        if all(line.word(i + k) == part for k, part in enumerate(parts)):
            return value, i + len(parts)
    return None


def holiday(line: Line, i: int) -> Match | None:
    """Find `Ostermontag`, `Weihnachten 2023`, `Tag der Deutschen Einheit`."""
    found = phrase_at(line, i, "times_holidays")
    if found is None or not (line.capital(i) or line.digits(i) or line.capital(found[1] - 1)):
        return None
    value, end = found
    if line.name(i) or (line.word(end) == "-" and line.glued(end)):
        return None
    if line.word(i) in _NAMES and not line.kind(i - 1, "preposition"):
        return None
    form, end = years.complete(Yearly("holiday", value), line, end)
    return Match(start=i, end=end, rule="date.holiday", form=form)


def feast(line: Line, i: int) -> Match | None:
    """Find `Silvesternacht`, `Osternacht 2024`, `Silvesternacht 2005/06`: a part of a named day."""
    value = line.kind(i, "feast")
    if value is None or not line.capital(i) or (line.word(i + 1) == "-" and line.glued(i + 1)):
        return None
    holiday_key, code = value.rsplit(" ", 1)
    day, end = years.complete(Yearly("holiday", holiday_key), line, i + 1)
    if pair := years.year_pair(line, i + 1):
        end = pair.end
    return Match(start=i, end=end, rule="time.feast", type=TimeType.TIME, form=Daypart(day, code))


def quarter(line: Line, i: int) -> Match | None:
    """Find `drittes Quartal 2014`, `zweiten Jahreshälfte`, `ersten Halbjahr`, `erste Hälfte des Jahres`, `Q3 2014`."""
    if line.word(i) == "q" and line.digits(i + 1) == 1 and line.glued(i + 1):
        number, j, unit = line.number(i + 1), i + 2, "quarter"
    else:
        number, j = years.read_ordinal(line, i)
        unit = line.kind(j, "unit") or ""
        if number is not None and line.word(j) == "hälfte" and 1 <= number <= 2:
            return _half_of(line, i, j + 1, number)
        j += 1
    if number is None or unit not in ("quarter", "half") or not 1 <= number <= (4 if unit == "quarter" else 2):
        return None
    form, end = years.complete(Yearly(unit, str(number)), line, j)
    return Match(start=i, end=end, rule=f"date.{unit}", form=form)


def _half_of(line: Line, start: int, j: int, number: int) -> Match | None:
    """Read what is halved: `erste Hälfte des Jahres 2014`, `zweite Hälfte des 15. Jahrhunderts`."""
    k = j + 1 if line.kind(j, "article") == "1" else j
    if line.word(k) == "jahres" and not line.digits(k + 1):
        return Match(start=start, end=k + 1, rule="date.half", form=Yearly("half", str(number)))
    if found := years.year_after(line, j):
        form, end = years.complete(Yearly("half", str(number)), line, j)
        return Match(start=start, end=end, rule="date.half", form=form) if end == found[1] else None
    whole = years.century(line, k) or years.decade(line, k) or dates.month(line, k)
    if whole is None or whole.form is None:
        return None
    mod = "START" if number == 1 else "END"
    return Match(start=start, end=whole.end, rule="date.half", form=Part(whole.form, mod), mod=mod)


def part(line: Line, i: int) -> Match | None:
    """Find `Anfang November`, `Ende des Jahres`, `Mitte der siebziger Jahre`, `Beginn der Woche`, `Jahresende`."""
    if edge := line.kind(i, "edgeunit"):
        return _edge_unit(line, i, edge)
    if edge := line.kind(i, "edge"):  # in den späten achtziger Jahren, im frühen 19. Jahrhundert
        whole = years.decade(line, i + 1) or years.century(line, i + 1) or season(line, i + 1)
        if whole is None or whole.form is None:
            return None
        return attrs.evolve(whole, start=i, form=Part(whole.form, edge), mod=edge)
    mod = line.kind(i, "part")
    if mod is None or (line.word(i + 1) == "-" and line.glued(i + 1)):
        return None
    inner = _inner(line, i + 1)
    if inner is None or inner.form is None:
        return None
    return Match(start=i, end=inner.end, rule="date.part", form=Part(inner.form, mod), mod=mod)


def _edge_unit(line: Line, i: int, edge: str) -> Match | None:
    mod, unit = edge.split()
    if line.word(i + 1) == "-" and line.glued(i + 1):
        return None
    whole: Form = Shifted(unit, 0)
    end = i + 1
    if unit == "year" and (found := years.year_after(line, end)):
        whole, end = found
    return Match(start=i, end=end, rule="date.part", form=Part(whole, mod), mod=mod)


def _inner(line: Line, j: int) -> Match | None:
    """Read the period that a part is of."""
    for k in (j, j + 1) if line.kind(j, "article") == "1" else (j,):
        for rule in (dates.month, years.decade, years.century, relative.shifted, years.year_with_noun, quarter):
            found = rule(line, k)
            if found is not None and found.form is not None:
                return found
        if (unit := line.kind(k, "unit")) and k > j and unit not in ("hour", "minute", "second", "day"):
            return Match(start=k, end=k + 1, rule="date.unit", form=Shifted(unit, 0))
        deictic = line.kind(k, "deictic") or ""
        if deictic and not deictic.startswith("day"):
            return relative.deictic(line, k)
    form = dates.year_only(line, j)
    if form is not None:
        return Match(start=j, end=j + 1, rule="year", form=form)
    found = season(line, j)
    return attrs.evolve(found, start=j) if found else None
