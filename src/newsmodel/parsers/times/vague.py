"""References that stay vague, and words that look like a time and are none."""

from __future__ import annotations

from newsmodel.parsers.times.amounts import read_amount, read_measured
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.match import Match
from newsmodel.parsers.times.named import phrase_at

_OLDEST = 110
_LEADING = frozenset({"in", "im", "zur", "zum", "seit"})
_TERMS = frozenset(
    {"haft", "gefängnis", "freiheitsstrafe", "jugendstrafe", "verspätung", "verzögerung", "abstand", "arbeit"}
)


def vague(line: Line, i: int) -> Match | None:
    """Find `derzeit`, `damals`, `künftig`, `vor kurzem`, `in der Vergangenheit`."""
    found = phrase_at(line, i, "times_vague")
    if found is None:
        return None
    value, end = found
    if line.word(end) == "-" and line.glued(end):
        return None
    if end == i + 1 and line.word(i).startswith("früher") and line.kind(end, "unit"):
        return None
    if line.word(i) == "aktuell" and end == i + 1 and line.capital(end):
        return None
    if line.word(i) == "früher" and any(line.word(k) == "als" for k in range(end, end + 4)):
        return None  # earlier than
    start, end = _core(line, i, end)
    return Match(start=start, end=end, rule="vague", value=value)


def _core(line: Line, start: int, end: int) -> tuple[int, int]:
    """Leave out a leading preposition, and all but `heute` of `bis heute`, `heute noch`."""
    for k in range(start, end):
        if line.word(k) == "heute":
            return k, k + 1
    return (start + 1 if end > start + 1 and line.word(start) in _LEADING else start), end


def age(line: Line, i: int) -> Match | None:
    """Find the ages `16 Jahre alt`, `Alter von 70 Jahren`, `mit 30 Jahren`: traps, no times."""
    if line.word(i) == "alter" and line.word(i + 1) in ("von", "zwischen", "ab", "unter", "über"):
        return _past_ages(line, i)
    found = read_measured(line, i)
    if found is None:
        return None
    amount, j = found
    if line.kind(j + 1, "age_after"):
        return Match(start=i, end=j + 2, rule="trap.age")
    small = amount.value is not None and amount.value <= _OLDEST and line.word(j) == "jahren"
    if small and line.word(i - 1) in ("mit", "ab", "unter") and line.word(j + 1) not in _TERMS:
        return Match(start=i, end=j + 1, rule="trap.age")
    return None


def _past_ages(line: Line, i: int) -> Match | None:
    j = i + 2
    amount = read_amount(line, j)
    while amount is not None and j < i + 9:
        j = amount.end
        if line.kind(j, "units"):
            return Match(start=i, end=j + 1, rule="trap.age")
        j += 1 if line.kind(j, "connector") else 0
        amount = read_amount(line, j)
    return None
