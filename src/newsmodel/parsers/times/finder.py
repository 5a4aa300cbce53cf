"""Times of a dispatch: paragraph by paragraph from words to resolved expressions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from newsmodel.model import Diagnostic, PartialDate, Span, TimeExpression, TimeType
from newsmodel.parsers.times import edtf
from newsmodel.parsers.times.atoms import Line, read_line
from newsmodel.parsers.times.direction import side_of
from newsmodel.parsers.times.forms import HERE, Clock, Daypart, Moment, Shifted, Side, Weekday, Yearly, YearlyIn
from newsmodel.parsers.times.lists import completed
from newsmodel.parsers.times.match import Match
from newsmodel.parsers.times.points import is_range, with_points
from newsmodel.parsers.times.resolve import Anchor, Resolved, anchor_of, resolve
from newsmodel.parsers.times.scan import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Token

_YEAR_DIGITS, _MONTH_DIGITS = 4, 7
_DAY_NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


@attrs.frozen(slots=True, kw_only=True)
class TimesFound:
    """The times of a dispatch in the order of the text, and what did not fit."""

    times: tuple[TimeExpression, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_times(reading: Reading) -> TimesFound:
    """Find the expressions of time in the body of a dispatch and resolve them.

    Args:
        reading: the annotated dispatch; tags, entities and sentences are used where they are set.

    Returns:
        The expressions, relative ones counted from the publication date as precisely as that is known, and a
        diagnostic for each weekday that contradicts its date.
    """
    finder = _Finder(reading.published)
    for tokens in _paragraphs(reading):
        finder.read(read_line(tokens))
    return TimesFound(times=tuple(finder.times), diagnostics=tuple(finder.diagnostics))


def _paragraphs(reading: Reading) -> Iterator[list[Token]]:
    """Yield the tokens of the body sentences of each paragraph: a date that a wrong sentence end cuts is still one."""
    tokens: list[Token] = []
    number: int | None = None
    for sentence in reading.sentences:
        first = next((t for t in sentence if not t.text.isspace()), sentence[0])
        here = reading.paragraph_of(first)
        if tokens and here != number:
            yield tokens
            tokens = []
        number = here
        tokens.extend(sentence)
    if tokens:
        yield tokens


class _Finder:
    """Reads lines in order and remembers the day that the text speaks of."""

    def __init__(self, published: PartialDate | None) -> None:
        self.times: list[TimeExpression] = []
        self.diagnostics: list[Diagnostic] = []
        self._published = published
        self._publication = anchor_of(published)
        # What was last spoken of in this paragraph or the one before, to the day, the month or the year.
        self._spoken: dict[str, Anchor] = {}
        self._fresh: set[str] = set()  # which of them in this paragraph
        self._weekly: str | None = None  # the weekday of a repetition that clock times may belong to
        self._opened: tuple[Match, Resolved] | None = None  # the time before, which may begin a range

    def read(self, line: Line) -> None:
        """Read a paragraph."""
        self._spoken = {grain: self._spoken[grain] for grain in self._fresh}
        self._fresh = set()
        self._opened = None
        self._weekly = None
        read = [self._read(match, line) for match in completed(line, scan(line))]
        self.times += with_points(line, [m for m, _ in read], [t for _, t in read], self._published)

    def _read(self, match: Match, line: Line) -> tuple[Match, TimeExpression]:
        """Return a match, as its tense corrects it, and what it means."""
        if match.type is TimeType.SET:
            self._weekly = match.value if (match.value or "").startswith("XXXX-WXX-") else None
        elif match.type is TimeType.DATE:
            self._weekly = None
        if self._weekly and isinstance(match.form, Clock) and match.form.day is HERE:  # samstags von 9 bis 12 Uhr
            hour = f"T{match.form.hour:02}:{match.form.minute:02}"
            match = attrs.evolve(match, form=None, value=self._weekly + hour)
        side = Side.UNKNOWN
        if match.form is not None and match.form.anchor == "publication":
            side = side_of(match, line)
        if match.rule == "relative.in" and side is Side.PAST:  # in zwei Jahren baute er: a length
            match = attrs.evolve(
                match, start=match.start + 1, rule="duration", type=TimeType.DURATION, form=None, value=match.duration
            )
        span = Span(start=line[match.start].start, end=line[match.end - 1].end)
        if match.form is None:
            return match, _plain(match, span)
        anchor, counted = self._anchor(match)
        found = resolve(match.form, anchor, side)
        if self._opened is not None and is_range(line, self._opened[0], match) and _follows_on(match):
            found = _not_before(self._opened[1], match, found)
        self._opened = (match, found)
        if not _flashback(match):
            self._remember(found)
        self._check_weekday(match, span, found)
        return match, _expression(match, span, found, counted)

    def _anchor(self, match: Match) -> tuple[Anchor | None, PartialDate | None]:
        """Return what a match counts from, as moments and as a date to show."""
        kind = match.form.anchor if match.form is not None else ""
        if not kind:
            return None, None
        counting = match.form.year if isinstance(match.form, YearlyIn) else match.form  # August desselben Jahres
        grain = counting.unit if isinstance(counting, Shifted) and counting.unit in ("month", "year") else "day"
        on_the_day = isinstance(match.form, Clock | Daypart) and match.form.day is HERE
        spoken = self._spoken.get(grain)
        if kind == "publication" or spoken is None or (on_the_day and grain not in self._fresh):
            return self._publication, self._published
        if len(spoken.moments) > 1:
            return spoken, self._published
        day = spoken.moments[0].day
        known = PartialDate(year=day.year) if grain == "year" else PartialDate(year=day.year, month=day.month)
        return spoken, PartialDate.of(day) if grain == "day" else known

    def _remember(self, found: Resolved) -> None:
        """Keep what an expression spoke of, for those that count from it."""
        grains: tuple[str, ...] = ("day", "month", "year") if found.days else ()
        anchor = Anchor(found.days, wide=found.wide)
        if not found.days and found.first is not None and not found.candidates and not found.wide:
            if found.value.isdecimal() and len(found.value) == _YEAR_DIGITS:
                grains = ("year",)
            elif found.value[5:].isdecimal() and len(found.value) == _MONTH_DIGITS:
                grains = ("month", "year")
            anchor = Anchor((Moment(found.first),))
        for grain in grains:
            self._spoken[grain] = anchor
            self._fresh.add(grain)

    def _check_weekday(self, match: Match, span: Span, found: Resolved) -> None:
        said = match.said_weekday
        if said is None or len(found.days) != 1 or match.form is None:
            return
        day = found.days[0].day
        if found.value.endswith("TNI") and not (isinstance(match.form, Daypart) and match.form.before):
            day -= dt.timedelta(days=1)  # the night is called by the day it begins on
        if day.isoweekday() == said:
            return
        message = f"{day.isoformat()} is a {_DAY_NAMES[day.weekday()]}, the text says {_DAY_NAMES[said - 1]}"
        self.diagnostics.append(Diagnostic(code="time.weekday_contradicts_date", message=message, span=span))


def _follows_on(match: Match) -> bool:
    """Whether a time comes back every week or year, so that the end of a range is the one after its beginning."""
    form = match.form
    return (isinstance(form, Weekday) and form.weeks is None) or (isinstance(form, Yearly) and form.turns is None)


def _not_before(begin: Resolved, match: Match, end: Resolved) -> Resolved:
    """Return the end of a range counted from its beginning where it would lie before it: von Freitag bis Montag."""
    if not begin.days or begin.last is None or end.first is None or match.form is None:
        return end
    if end.first.isoformat() >= begin.last.isoformat()[: len(end.first.isoformat())]:
        return end
    return resolve(match.form, Anchor(begin.days, wide=begin.wide), Side.FUTURE)


def _flashback(match: Match) -> bool:
    """Whether a time only looks back (am Vortag), so that the text goes on from the day it spoke of before."""
    form = match.form
    return isinstance(form, Shifted) and form.anchor == "text" and form.offset < 0


def _plain(match: Match, span: Span) -> TimeExpression:
    return TimeExpression(
        span=span,
        type=match.type,
        value=match.value or "",
        mod=match.mod,
        quant=match.quant,
        freq=match.freq,
        edtf=edtf.of_year_before_christ(match.value or ""),
        rule=match.rule,
    )


def _expression(match: Match, span: Span, found: Resolved, counted: PartialDate | None) -> TimeExpression:
    written = None
    if found.first is not None and found.last is not None:
        if found.candidates:
            written = edtf.of_candidates(found.candidates)
        elif found.wide:
            written = edtf.of_hull(found.first, found.last)
        elif not found.value.startswith("X") and "XX:" not in found.value:
            written = edtf.of_value(found.value, found.first, found.last, match.mod)
    return TimeExpression(
        span=span, type=match.type, value=found.value, mod=match.mod, rule=match.rule, candidates=found.candidates,
        earliest=_partial(found.first, match.zone), latest=_partial(found.last, match.zone), edtf=written, anchor=counted,
    )  # fmt: skip


def _partial(day: dt.date | None, zone: str | None) -> PartialDate | None:
    """Return a day or a minute as a PartialDate, the minute with the label of its clock."""
    if day is None:
        return None
    date = PartialDate.of(day)
    return attrs.evolve(date, zone="Z" if zone == "UTC" else zone) if zone and date.hour is not None else date
