"""Where a stretch of time begins and ends: the begin and end points of TIMEX3.

`vom 3. bis 5. Mai`, `zwischen Montag und Freitag` and `seit 2010` bound a stretch by times; `in den vergangenen fünf
Jahren` and `seit zwei Wochen` measure it from the publication.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.model import PartialDate, TimeExpression, TimeType
from newsmodel.parsers.times import periods
from newsmodel.parsers.times.direction import told_as_past

if TYPE_CHECKING:
    from newsmodel.parsers.times.atoms import Line
    from newsmodel.parsers.times.match import Match

_POINTS = (TimeType.DATE, TimeType.TIME)
_DASHES = frozenset("-–—")
_GLUE = frozenset(
    {
        "spätestens",
        "frühestens",
        "einschließlich",
        "zum",
        "zur",
        "zu",
        "in",
        "an",
        "den",
        "dem",
        "der",
        "die",
        "das",
        "am",
        "um",
        "vor",
    }
)
_OPENING = frozenset({"seit", "ab"})
_UNITS = {"PY": "year", "PM": "month", "PW": "week", "PD": "day"}


def with_points(
    line: Line, matches: list[Match], times: list[TimeExpression], published: PartialDate | None
) -> list[TimeExpression]:
    """Give each time the points that the words round it set.

    Args:
        line: the atoms of a paragraph.
        matches: its matches in order.
        times: what they mean, one for each.
        published: what lengths up to now are counted from.

    Returns:
        The times, those that open, close or fill a stretch with its points.
    """
    result = list(times)
    for at, match in enumerate(matches):
        if match.type is TimeType.DURATION:
            begin, end = _of_length(line, match, published)
        elif match.type in _POINTS:
            begin, end = _of_bound(line, match, times[at])
        else:
            continue
        if begin is not None or end is not None:
            result[at] = attrs.evolve(result[at], begin_point=begin, end_point=end)
    for at in range(len(matches) - 1):
        if is_range(line, matches[at], matches[at + 1]):
            begin, end = _point(times[at], last=False), _point(times[at + 1], last=True)
            if begin is None or end is None or begin.zone != end.zone or _after(begin, end):
                continue
            for k in (at, at + 1):
                result[k] = attrs.evolve(result[k], begin_point=begin, end_point=end)
    return result


def is_range(line: Line, first: Match, second: Match) -> bool:
    """Tell whether two neighbours are the ends of a stretch: `A bis B`, `A–B`, `zwischen A und B`.

    Args:
        line: the atoms.
        first: a match.
        second: the next one.

    Returns:
        Whether a range runs from the first to the second.
    """
    if first.type not in _POINTS or second.type not in _POINTS:
        return False
    between = [line.word(k) for k in range(first.end, second.start)]
    if not 1 <= len(between) <= 4 or not all(word in _GLUE for word in between[1:]):
        return False
    if between[0] in _DASHES:
        return len(between) == 1 and first.type == second.type and first.rule.split(".")[0] == second.rule.split(".")[0]
    return between[0] == "bis" or (between[0] == "und" and _word_before(line, first.start) == "zwischen")


def _word_before(line: Line, start: int) -> str:
    """Return the word that governs a time: the one before its articles."""
    k = start - 1
    while k >= start - 3 and line.word(k) in _GLUE:
        k -= 1
    return line.word(k)


def _of_bound(line: Line, match: Match, time: TimeExpression) -> tuple[PartialDate | None, PartialDate | None]:
    """Read `seit 2010`, `ab Montag`, `vom 1. Mai an`, `bis Ende April`."""
    before = _word_before(line, match.start)
    if before in _OPENING or (line.word(match.start - 1) in ("vom", "von") and line.word(match.end) == "an"):
        return _point(time, last=False), None
    return (None, _point(time, last=True)) if before == "bis" else (None, None)


def _point(time: TimeExpression, *, last: bool) -> PartialDate | None:
    """Return a time as a point, as precise as it is; of what no date can say (a week, a third of a month) the edge."""
    edge = time.latest if last else time.earliest
    if edge is None or "X" in time.value or time.candidates:
        return None
    if time.mod in ("START", "MID", "END") or len(time.value) not in (4, 7, 10) or edge.hour is not None:
        return edge
    plain = time.value.replace("-", "").isdecimal() and time.earliest is not None
    return PartialDate.parse(time.value) if plain and _single(time) else edge


def _single(time: TimeExpression) -> bool:
    """Whether a value says all of its interval: not of a holiday of several days."""
    date = PartialDate.parse(time.value)
    bounds = (time.earliest, time.latest)
    return all(b is not None for b in bounds) and [str(b) for b in bounds] == [str(date.earliest), str(date.latest)]


def _after(begin: PartialDate, end: PartialDate) -> bool:
    parts = 3 if begin.hour is None or end.hour is None else 5
    return begin.earliest.timetuple()[:parts] > end.latest.timetuple()[:parts]


def _of_length(
    line: Line, match: Match, published: PartialDate | None
) -> tuple[PartialDate | None, PartialDate | None]:
    """Read the lengths that touch the publication: `seit zwei Jahren`, `in den kommenden drei Wochen`."""
    if published is None:
        return None, None
    if match.rule == "duration.stretch":
        k = match.start + 1 if line.kind(match.start, "shift") is None else match.start
        # What went before or follows does so from the day that the text speaks of.
        sign = (
            0
            if line.word(k).startswith(("folgend", "darauf", "nachfolgend", "vorangegang"))
            else int(line.kind(k, "shift") or 0)
        )
    else:
        since = _word_before(line, match.start) == "seit"
        sign = -1 if since and not told_as_past(match, line) else 0
    if abs(sign) != 1:
        return None, None
    there = _away(published, match.value or "", sign) if match.mod is None else None
    return (there, published) if sign < 0 else (published, there)


def _away(published: PartialDate, value: str, sign: int) -> PartialDate | None:
    """Return the date a plain length (P5Y) away from the publication, to its unit; None where that is not known."""
    unit = _UNITS.get(value[:1] + value[-1:])
    if unit is None or not value[1:-1].isdecimal() or len(value) > 7:
        return None
    if published.day is None and unit in ("week", "day"):
        return None
    if published.month is None and unit != "year":
        return None
    count = sign * int(value[1:-1])
    if unit == "week":
        unit, count = "day", count * 7
    period = periods.shifted(unit, PartialDate.of(published.earliest).earliest, count)
    if period is None:
        return None
    return PartialDate.parse(period.value)
