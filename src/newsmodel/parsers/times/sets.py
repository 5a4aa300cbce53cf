"""What comes back: `jährlich`, `jeden Montag`, `alle zwei Wochen`, `zweimal pro Jahr`, `montags`."""

from __future__ import annotations

from fractions import Fraction

from newsmodel.model import TimeType
from newsmodel.parsers.times import numerals
from newsmodel.parsers.times.amounts import iso_duration, read_measured
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.match import Match
from newsmodel.parsers.times.years import read_ordinal

_NEAR = 5  # atoms back in which `400 Euro im Monat` has its number


def _set(start: int, end: int, value: str, quant: str | None = None, freq: str | None = None) -> Match:
    return Match(start=start, end=end, rule="set", type=TimeType.SET, value=value, quant=quant, freq=freq)


def adverb(line: Line, i: int) -> Match | None:
    """Find `täglich`, `jährliche`, `montags`, `abends`."""
    if line.word(i + 1) == "-" and line.glued(i + 1):
        return None
    if value := line.kind(i, "set"):
        if line.word(i).startswith("zwei"):
            return None
        return _set(i, i + 1, value, "EVERY" if value[-1] in "DWMYH" else None)
    if number := line.kind(i, "weekly"):
        return _set(i, i + 1, f"XXXX-WXX-{number}", "EVERY")
    part = line.kind(i, "weekdaypart")
    if part and line.word(i).endswith("s") and not line.capital(i):
        return _set(i, i + 1, _on_weekdays(part), "EVERY")
    if code := line.kind(i, "daily"):
        return _set(i, i + 1, f"XXXX-XX-XXT{code}", "EVERY")
    return None


def _on_weekdays(part: str) -> str:
    number, code = part.split()
    return f"XXXX-WXX-{number}T{code}"


def every(line: Line, i: int) -> Match | None:
    """Find `jeden Montag`, `jedes zweite Jahr`, `jeden dritten Mittwoch im Monat`, `jeden Sommer`."""
    if not line.kind(i, "every"):
        return None
    number, j = read_ordinal(line, i + 1)
    if number is None:
        j = i + 1
    step = number or 1
    if measure := line.kind(j, "measure"):
        if not line.kind(j, "unit") or (line.word(j + 1) == "-" and line.glued(j + 1)):
            return None
        return _set(i, j + 1, iso_duration(Fraction(step), measure), "EVERY")
    value = _name(line, j)
    if value is None:
        return None
    if number is not None and line.word(j + 1) in ("im", "des") and line.word(j + 2) in ("monat", "monats", "monates"):
        return _set(i, j + 3, "P1M", "EVERY")
    if number == 1 and line.kind(j, "weekday"):  # jeden ersten Samstag, of the month
        return _set(i, j + 1, "P1M", "EVERY")
    if number is not None and line.kind(j, "weekday"):
        return _set(i, j + 1, value, "EVERY", f"1/{step}")
    return _set(i, j + 1, value, "EVERY")


def _name(line: Line, j: int) -> str | None:
    """Return the mask of a named day, month or season."""
    if not line.capital(j):
        return None
    if part := line.kind(j, "weekdaypart"):
        return _on_weekdays(part)
    if number := line.kind(j, "weekday"):
        return f"XXXX-WXX-{number}"
    if number := line.kind(j, "month"):
        return f"XXXX-{number:0>2}"
    if code := line.kind(j, "season"):
        return f"XXXX-{code}"
    if code := line.kind(j, "daypart"):
        return f"XXXX-XX-XXT{code}"
    return "XXXX-WXX-WE" if line.kind(j, "weekend") else None


def weekends(line: Line, i: int) -> Match | None:
    """Find `an Wochenenden`, `an den Wochenenden`."""
    before = line.word(i - 1) if line.word(i - 1) != "den" else line.word(i - 2)
    return _set(i, i + 1, "XXXX-WXX-WE", "EVERY") if before == "an" and line.capital(i) else None


def all_of(line: Line, i: int) -> Match | None:
    """Find `alle zwei Wochen`, `alle paar Jahre`."""
    if line.word(i) != "alle":
        return None
    if line.word(i + 1) == "paar" and line.kind(i + 2, "units"):
        return _set(i, i + 3, iso_duration(None, line.kind(i + 2, "measure") or ""), "EVERY")
    found = read_measured(line, i + 1)
    if found is None or not line.kind(found[1], "units"):
        return None
    amount, j = found
    return _set(i, j + 1, iso_duration(amount.value, line.kind(j, "measure") or ""), "EVERY")


def per(line: Line, i: int) -> Match | None:
    """Find `pro Jahr`, `zweimal im Monat`, `dreimal in der Woche`, and the `Monat` of `400 Euro im Monat`."""
    if line.word(i) in ("pro", "je") and line.kind(i + 1, "unit"):
        return _set(i, i + 2, iso_duration(Fraction(1), line.kind(i + 1, "measure") or ""), "EVERY")
    times = _times(line, i)
    if times is not None:
        j = i + 1 if line.word(i).endswith(("mal", "mals", "fach")) else i + 2
        if (period := line.kind(j, "set") or "").startswith(("P1", "PT1")):  # zweimal täglich
            return _set(i, j + 1, period, None, f"{times}X")
        k = _per_unit(line, j)
        if k is None:
            return None
        return _set(i, k + 1, iso_duration(Fraction(1), line.kind(k, "measure") or ""), None, f"{times}X")
    unit = line.kind(i, "unit")
    if unit and line.word(i) in ("jahr", "monat", "tag") and line.word(i - 1) == ("am" if unit == "day" else "im"):
        if line.digits(i + 1) or line.kind(i + 1, "article") or line[i].text.isupper():
            return None
        near = range(max(i - _NEAR, 0), i - 1)
        counted = any(line.digits(k) or line.word(k) in ("prozent", "euro") for k in near)
        years = any(line.digits(k) == 4 and line.kind(k + 1, "counted") is None for k in near)
        if counted and not years:
            return _set(i, i + 1, iso_duration(Fraction(1), line.kind(i, "measure") or ""), "EVERY")
    return None


def _times(line: Line, i: int) -> str | None:
    """Read how often: `einmal`, `zweimal`, `3 Mal`, `mehrmals`."""
    word = line.word(i)
    if word in ("mehrmals", "mehrfach"):
        return "X" if line.kind(i + 1, "set") or _per_unit(line, i + 1) else None
    if word.endswith("mal") and len(word) > 3:
        number = numerals.cardinal(word.removesuffix("mal"))
        return str(number) if number is not None else None
    if line.word(i + 1) == "mal":
        number = line.number(i) if line.digits(i) else numerals.cardinal(word)
        return str(number) if number is not None else None
    return None


def _per_unit(line: Line, j: int) -> int | None:
    """Return the position of the unit after `pro`, `im`, `am`, `in der`, `die`."""
    word = line.word(j)
    k = j + 2 if (word == "in" and line.word(j + 1) == "der") else j + 1
    if word not in ("pro", "je", "im", "am", "in", "die", "jährlich") or not line.kind(k, "unit"):
        return None
    return k


def year_by_year(line: Line, i: int) -> Match | None:
    """Find `Jahr für Jahr`, `Tag um Tag`, `Woche für Woche`."""
    unit = line.kind(i, "unit")
    if unit is None or line.word(i + 1) not in ("für", "um") or line.word(i + 2) != line.word(i):
        return None
    return _set(i, i + 3, iso_duration(Fraction(1), line.kind(i, "measure") or ""), "EVERY")
