"""Points at the end of a length: `vor zwei Jahren`, `in drei Wochen`, `zwei Tage später`, `am Tag darauf`."""

from __future__ import annotations

from fractions import Fraction

from newsmodel.model import TimeType
from newsmodel.parsers.times.amounts import iso_duration, read_measured
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.forms import HERE, Form, MinutesAway, Shifted
from newsmodel.parsers.times.match import Match

_EARLIER = frozenset({"zuvor", "vorher", "davor", "früher"})
_LATER = frozenset({"später", "danach", "darauf", "nachher"})
_CLOCKS = frozenset({"hour", "minute", "second"})
_MINUTES = {"H": Fraction(60), "M": Fraction(1), "S": Fraction(1, 60)}
_SAME = frozenset({"selben", "gleichen", "demselben"})
_EARLIER_MODS = {
    "MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER",
}  # fmt: skip
_LATER_MODS = {
    "MORE_THAN": "AFTER", "LESS_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_AFTER", "EQUAL_OR_LESS": "ON_OR_BEFORE",
}  # fmt: skip


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
