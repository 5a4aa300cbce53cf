"""Clock times and nights: `20.30 Uhr`, `halb neun`, `8 Uhr abends`, `14 Uhr MEZ`, `Nacht zum Freitag`."""

from __future__ import annotations

import attrs

from newsmodel.model import TimeType
from newsmodel.parsers.times import dates, numerals, relative
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.forms import HERE, Clock, Daypart, Form
from newsmodel.parsers.times.match import Match
from newsmodel.parsers.times.named import phrase_at

_AT = frozenset({"um", "gegen", "ab", "bis", "von", "seit"})
_DAILY = {"morgens": 0, "früh": 0, "vormittags": 0, "mittags": 12, "nachmittags": 12, "abends": 12, "nachts": 0}
_QUARTERS = {"viertel": 15, "dreiviertel": 45}


def hour_and_minute(line: Line, i: int) -> tuple[int, int, int] | None:
    """Read `20.30`, `9:05`, `14`, `1900`: hour, minute, and the position after them."""
    hour, digits = line.number(i), line.digits(i)
    if hour is None or (line.glued(i) and line.word(i - 1) in (".", ",", ":")):
        return None
    minute, end = 0, i + 1
    if line.word(i + 1) in (".", ":") and line.glued(i + 1) and line.glued(i + 2) and line.digits(i + 2) == 2:
        minute, end = line.number(i + 2) or 0, i + 3
        if line.word(end) in (".", ":", ",") and line.glued(end) and line.glued(end + 1) and line.digits(end + 1):
            return None
    elif digits == 4:
        hour, minute = divmod(hour, 100)
    if hour > 24 or minute > 59 or (hour == 24 and minute) or (digits > 2 and digits != 4):
        return None
    return hour, minute, end


def clock(line: Line, i: int) -> Match | None:
    """Find `14 Uhr`, `20.30 Uhr`, `7 Uhr 15`, `neun Uhr`, `um 12.15`, `halb neun`, `viertel nach acht`."""
    found = hour_and_minute(line, i)
    if found is not None:
        hour, minute, end = found
        if line.word(end) == "uhr":
            end += 1
            if minute == 0 and line.digits(end) in (1, 2) and (line.number(end) or 0) < 60 and end - i == 2:
                if line.word(end + 1) not in (".", ":", "-", "–") and not line.kind(end + 1, "measure"):
                    minute, end = line.number(end) or 0, end + 1
            return _finish(line, i, end, hour, minute)
        written = end - i == 3 and line.digits(i) <= 2
        if written and phrase_at(line, end, "times_zones"):  # 12:00 UTC
            return _finish(line, i, end, hour, minute)
        cued = written and line.word(i - 1) in _AT
        if (
            cued
            and not line.kind(end, "counted")
            and not line.kind(end, "measure")
            and line.word(end) not in ("%", "€")
        ):
            return _finish(line, i, end, hour, minute)
        return None
    word = line.word(i)
    if word in ("halb", *_QUARTERS):
        return _spoken(line, i)
    number = numerals.cardinal(word) if word.isalpha() else None
    if number is not None and number <= 24 and line.word(i + 1) == "uhr":
        return _finish(line, i, i + 2, number, 0)
    if number is not None and number < 30 and line.word(i - 1) in _AT and line.word(i + 1) in ("vor", "nach"):
        return _counted_spoken(line, i, number)
    if word == "mitternacht" and line.word(i - 1) in (*_AT, "nach", "vor", "zu"):
        return Match(start=i, end=i + 1, rule="time.clock", type=TimeType.TIME, form=Clock(HERE, 24))
    return None


def _hour(line: Line, i: int) -> int | None:
    number = line.number(i)
    if number is None:
        number = numerals.cardinal(line.word(i)) if line.word(i).isalpha() else None
    return number if number is not None and 1 <= number <= 24 else None


def _spoken(line: Line, i: int) -> Match | None:
    """Read `halb neun` (08:30), `viertel nach acht` (08:15), `viertel vor acht` (07:45), `dreiviertel acht` (07:45)."""
    word = line.word(i)
    j = i + 2 if line.word(i + 1) in ("nach", "vor") and word == "viertel" else i + 1
    hour = _hour(line, j)
    if (
        hour is None
        or line.kind(j + 1, "measure")
        or line.kind(j + 1, "counted")
        or (hour == 1 and line.word(j) != "eins")
    ):
        return None
    if j == i + 1 and line.word(i - 1) not in (*_AT, "auf") and line.word(j + 1) != "uhr":
        return None
    if j == i + 2:
        minutes = hour * 60 + (15 if line.word(i + 1) == "nach" else -15)
    else:
        minutes = (hour - 1) * 60 + (30 if word == "halb" else _QUARTERS[word])
    end = j + 2 if line.word(j + 1) == "uhr" else j + 1
    return _finish(line, i, end, minutes // 60 % 24, minutes % 60)


def _counted_spoken(line: Line, i: int, number: int) -> Match | None:
    """Read `fünf nach zwölf`, `zehn vor acht` in words."""
    hour = _hour(line, i + 2) if line.word(i + 2).isalpha() and not line.kind(i + 2, "one") else None
    if hour is None or line.kind(i + 3, "measure") or line.kind(i + 3, "counted") or line.capital(i + 3):
        return None
    minutes = hour * 60 + (number if line.word(i + 1) == "nach" else -number)
    return _finish(line, i, i + 3, minutes // 60 % 24, minutes % 60)


def _finish(line: Line, start: int, end: int, hour: int, minute: int) -> Match:
    """Add what follows the time: half of the day, the zone."""
    if (late := _DAILY.get(line.word(end))) is not None:
        hour = (
            hour + 12 if late and 1 <= hour < 12 and not (late and line.word(end) == "mittags" and hour > 3) else hour
        )
        end += 1
    zone = None
    k = end + 1 if line.word(end) == "(" else end
    if found := phrase_at(line, k, "times_zones"):
        zone = found[0]
        end = found[1] if k == end else end
    mod = line.kind(start - 1, "approx") or ("APPROX" if line.word(start - 1) == "gegen" else None)
    mod = None if mod == "EQUAL" else mod  # genau um 14 Uhr: TIMEX3 has no such mod
    form = Clock(HERE, hour, minute)
    return Match(start=start, end=end, rule="time.clock", type=TimeType.TIME, form=form, zone=zone, mod=mod)


def iso_moment(line: Line, i: int) -> Match | None:
    """Find `2024-05-03T10:00` and `2024-05-03 10:00`."""
    day = dates.iso_date(line, i)
    if day is None or day.form is None:
        return None
    j = day.end + 1 if line.word(day.end) == "t" else day.end
    found = hour_and_minute(line, j)
    if found is None or found[2] != j + 3:
        return None
    return Match(start=i, end=found[2], rule="time.iso", type=TimeType.TIME, form=Clock(day.form, found[0], found[1]))


def part_of_day(line: Line, i: int) -> Match | None:
    """Find `Nacht zum Freitag`, `Nacht auf den 28. Juli`, `Nacht von Montag auf Dienstag`, `Abend des 14. August`."""
    if edge := line.kind(i, "edge"):  # am frühen Morgen des 3. Mai
        inner = part_of_day(line, i + 1) if line.kind(i + 1, "daypart") else None
        return attrs.evolve(inner, start=i, mod=edge) if inner else None
    code = line.kind(i, "daypart")
    if code is None or not line.capital(i):
        return None
    j, before = i + 1, True
    if line.word(j) == "des":
        j, before = j + 1, False
    elif code != "NI":
        return None
    elif line.word(j) in ("zum", "auf", "zu"):
        j += 1
    elif line.word(j) in ("von", "vom"):
        j = _end_of_day(line, j + 1)
        if line.word(j) not in ("auf", "zum", "zu"):
            return None
        j += 1
    else:
        return None
    j += 1 if line.word(j) in ("den", "dem") else 0
    day = _day(line, j)
    if day is None or day.form is None:
        return None
    form: Form = Daypart(day.form, code, before=before)
    return Match(
        start=i, end=day.end, rule="time.part_of_day", type=TimeType.TIME, form=form, said_weekday=day.said_weekday
    )


def _end_of_day(line: Line, j: int) -> int:
    """Return the position after the first day of `vom 3. auf den 4. Mai`, whose month comes later."""
    first = _day(line, j)
    if first is not None:
        return first.end
    return j + 2 if line.digits(j) in (1, 2) and line.word(j + 1) == "." and line.glued(j + 1) else j


def _day(line: Line, j: int) -> Match | None:
    for rule in (dates.weekday, dates.day_and_month, relative.deictic, relative.shifted):
        found = rule(line, j)
        if found is not None and found.type == TimeType.DATE:
            return found
    return None
