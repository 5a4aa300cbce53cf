"""Lists and ranges: what one member leaves unsaid, its neighbour says.

`vom 3. bis 5. Mai`, `am 18. und 19. Dezember`, `10 bis 18 Uhr`, `zwei oder drei Jahre`, `im Juli und August 2014`,
`Freitag um 14 Uhr`, `14 Uhr am Freitag`.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from newsmodel.model import TimeType
from newsmodel.parsers.times import periods
from newsmodel.parsers.times.amounts import iso_duration, read_amount
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.clock import hour_and_minute
from newsmodel.parsers.times.forms import HERE, Clock, DayIn, Daypart, Fixed, Form, Part, Yearly, YearlyIn
from newsmodel.parsers.times.match import Match

_SIGNS = frozenset({",", "und", "oder", "sowie", "bis", "-", "–", "—", "/", "&", "bzw", "statt", "auf"})
_EVERY_DAY = "XXXX-XX-XXT"
_GLUE = frozenset({"am", "vom", "zum", "den", "dem", "der", "von", "um", "auch"})


def completed(line: Line, matches: list[Match]) -> list[Match]:
    """Complete the matches of a line from one another.

    Args:
        line: the atoms.
        matches: the matches in order.

    Returns:
        The matches in order, with those added that only their neighbour makes a time.
    """
    result: list[Match] = []
    taken = [0, *(m.end for m in matches)]
    for index in range(len(matches) - 1, -1, -1):  # from the right: the last member of a list says it all
        match = matches[index]
        following = result[-1] if result else None
        match = _with_year_of(line, match, following)
        if following is not None:
            joined = _joined(line, match, following)
            if joined is not None:
                result[-1:] = joined
                continue
        result.append(match)
        result.extend(_members(line, match, taken[index]))
    result.reverse()
    return result


def _gap(line: Line, left: int, right: int) -> int | None:
    """Return how many atoms stand between two positions if they only connect; None if they do more."""
    if not 0 <= right - left <= 3:
        return None
    for k in range(left, right):
        if line.word(k) not in _SIGNS and line.word(k) not in _GLUE:
            return None
    return right - left


def _with_year_of(line: Line, match: Match, following: Match | None) -> Match:
    """Give a day or month the year of the next one in the list: `im Juli und August 2014`."""
    if following is None or not isinstance(match.form, Yearly) or match.form.kind not in ("day", "month"):
        return match
    if match.form.turns is not None or not _gap(line, match.end, following.start):
        return match
    if line.word(match.end) == "," and following.start - match.end > 1:  # a new phrase: am 3. Mai, am 5. Juni 2024
        return match
    other = following.form
    if isinstance(other, YearlyIn):
        return attrs.evolve(match, form=YearlyIn(match.form, other.year))
    if not isinstance(other, Fixed) or following.rule not in ("date.day_month", "date.month", "date.numeric"):
        return match
    month = int(match.form.key.split("-")[0])
    year = other.period.first.year - (month > other.period.first.month)
    period = match.form.of(year)
    return attrs.evolve(match, form=Fixed(period)) if period else match


def _joined(line: Line, match: Match, following: Match) -> list[Match] | None:
    """Join a day with the clock time or part of day that touches it; give a clock time the day that follows it."""
    gap = following.start - match.end
    daily = match.type == TimeType.DATE and _is_day(match.form)
    if daily and match.form is not None and following.rule in ("time.clock", "time.daypart", "set"):
        form = _on_day(following, match.form)
        if form is not None and gap == 0:
            return [
                attrs.evolve(
                    following,
                    start=match.start,
                    form=form,
                    type=TimeType.TIME,
                    rule="time.daypart" if following.rule == "set" else following.rule,
                    value=None,
                    quant=None,
                    said_weekday=match.said_weekday,
                )
            ]
    if match.rule == "time.clock" and isinstance(match.form, Clock) and _is_day(following.form) and gap == 1:
        if line.word(match.end) in ("am", ",", "an") and following.form is not None and following.type == TimeType.DATE:
            return [following, attrs.evolve(match, form=attrs.evolve(match.form, day=following.form))]
    return None


def _is_day(form: Form | None) -> bool:
    """Whether a form means one day."""
    return form is not None and len(form.open) in (9, 10) and "T" not in form.open and "WE" not in form.open


def _on_day(match: Match, day: Form) -> Form | None:
    if isinstance(match.form, Clock) and match.form.day is HERE:
        return attrs.evolve(match.form, day=day)
    if isinstance(match.form, Daypart) and match.form.day is HERE:
        return attrs.evolve(match.form, day=day)
    if match.value is not None and match.value.startswith(_EVERY_DAY):  # am 31. Mai morgens
        return Daypart(day, match.value.removeprefix(_EVERY_DAY))
    return None


def _members(line: Line, match: Match, floor: int) -> list[Match]:
    """Read the bare numbers in front of a match that share its month, its `Uhr` or its unit; nearest first."""
    found: list[Match] = []
    current = match
    while True:
        member = _member(line, current, floor)
        if member is None:
            return found
        found.append(member)
        current = member


def _member(line: Line, match: Match, floor: int) -> Match | None:
    k = match.start - 1
    while k >= floor and line.word(k) in _GLUE and k >= match.start - 2:
        k -= 1
    if k < floor + 1 or line.word(k) not in _SIGNS:
        return None
    k -= 1
    if line.word(k) == "," and line.word(k + 1) in _SIGNS:
        k -= 1
    if match.rule in ("date.day_month", "date.numeric", "date.day") and line.word(k) == "." and k > floor:
        return _earlier_day(line, match, k)
    if match.rule == "time.clock" and isinstance(match.form, Clock):
        return _earlier_clock(line, match, k, floor)
    if isinstance(match.form, Part) and match.rule == "date.part" and (mod := line.kind(k, "part")):
        # Anfang bis Mitte März
        return attrs.evolve(match, start=k, end=k + 1, form=attrs.evolve(match.form, mod=mod), mod=mod)
    if match.rule in ("duration", "relative.ago", "relative.in") and line.word(k + 1) in (
        "bis",
        "oder",
        "statt",
        "-",
        "–",
    ):
        return _earlier_amount(line, match, k) if match.rule == "duration" else None
    return None


def _earlier_day(line: Line, match: Match, stop: int) -> Match | None:
    day = line.number(stop - 1)
    if day is None or not 1 <= day <= 31 or line.digits(stop - 1) > 2 or not line.glued(stop):
        return None
    if line.glued(stop - 1) and line.word(stop - 2) == ".":  # 15.2.-15.3.2024
        return _earlier_numeric(line, match, stop, day)
    form = _same_month(match.form, day)
    # The full stop belongs to the number as the writer sees it, and closes the span.
    return (
        attrs.evolve(
            match,
            start=stop - 1,
            end=stop + 1,
            form=form,
            said_weekday=None,
            leader=match.start if match.leader is None else match.leader,
        )
        if form
        else None
    )


def _earlier_numeric(line: Line, match: Match, stop: int, month: int) -> Match | None:
    """Read the day and month before a date in figures that has the year."""
    day, form = line.number(stop - 3), match.form
    if day is None or not line.glued(stop - 2) or periods.safe_date(2000, month, day) is None:
        return None
    yearly = Yearly("day", f"{month:02}-{day:02}")
    if isinstance(form, Fixed):
        period = yearly.of(form.period.first.year - (month > form.period.first.month))
        return attrs.evolve(match, start=stop - 3, end=stop + 1, form=Fixed(period)) if period else None
    return attrs.evolve(match, start=stop - 3, end=stop + 1, form=yearly) if isinstance(form, Yearly) else None


def _same_month(form: Form | None, day: int) -> Form | None:
    if isinstance(form, Fixed):
        found = periods.safe_date(form.period.first.year, form.period.first.month, day)
        return Fixed(periods.of_day(found)) if found else None
    if isinstance(form, Yearly) and form.kind == "day":
        key = f"{form.key[:2]}-{day:02}"
        return attrs.evolve(form, key=key) if periods.safe_date(2000, int(form.key[:2]), day) else None
    if isinstance(form, YearlyIn):
        inner = _same_month(form.yearly, day)
        return YearlyIn(inner, form.year) if isinstance(inner, Yearly) else None
    return attrs.evolve(form, number=day) if isinstance(form, DayIn) else None


def _earlier_clock(line: Line, match: Match, last: int, floor: int) -> Match | None:
    start = last - 2 if line.digits(last) == 2 and line.word(last - 1) in (".", ":") and line.glued(last) else last
    if start < floor or (start == last and line.digits(last) > 2):
        return None
    found = hour_and_minute(line, start)
    if found is None or found[2] != last + 1 or not isinstance(match.form, Clock):
        return None
    if line.kind(start - 1, "month") or line.word(last + 1) in ("auf", "statt"):
        return None
    form = attrs.evolve(match.form, hour=found[0], minute=found[1])
    return attrs.evolve(match, start=start, end=last + 1, form=form)


def _earlier_amount(line: Line, match: Match, last: int) -> Match | None:
    start = last - 2 if line.word(last - 1) == "," and line.glued(last) else last
    amount = read_amount(line, start)
    if amount is None or amount.end != last + 1 or amount.value is None or match.value is None:
        return None
    size = _unit_of(match.value)
    if size is None or line.digits(last) == 4:
        return None
    value = iso_duration(Fraction(amount.value), size)
    return attrs.evolve(match, start=start, end=last + 1, value=value, duration=value, mod=None)


def _unit_of(value: str) -> str | None:
    """Return the measure of a plain duration: `1 Y` of P3Y, `1 TH` of PT2H."""
    letters = [c for c in value if c.isalpha() and c != "X"]
    if letters[:2] == ["P", "T"] and len(letters) == 3:
        return f"1 T{letters[2]}"
    return f"1 {letters[1]}" if len(letters) == 2 and letters[1] in "DWMY" else None
