"""When: an expression of time in the text and what it means."""

from __future__ import annotations

import attrs

from newsmodel.model._base import Value, one_line, require, require_words
from newsmodel.model.date import PartialDate
from newsmodel.model.span import Span
from newsmodel.model.vocab import TimeType


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class TimeExpression(Value):
    """An expression of time, with its TIMEX3 value and the interval it covers.

    Attributes:
        span: the words, without a leading preposition.
        type: DATE, TIME, DURATION or SET.
        value: the TIMEX3 value: `2024-04-01`, `2024-W15`, `PT2H`, `XXXX-WXX-1`.
        mod: the TIMEX3 modifier: START, MID, END, APPROX, …
        quant: of a SET: EVERY, EACH, …
        freq: of a SET: `2X`, …
        earliest: the first day or minute that may be meant, inclusive.
        latest: the last one, inclusive.
        candidates: every value possible, where the text leaves it open.
        edtf: the value in EDTF, where EDTF can say it.
        anchor: what a relative expression counts from.
        begin_point: where the stretch begins that a DURATION fills (`in den vergangenen fünf Jahren`) or that a DATE
            or TIME bounds (`seit 2010`, `vom 3. bis 5. Mai`: both of its times carry both points), inclusive; TIMEX3
            beginPoint. As precise as the text: 2010 is some day of that year.
        end_point: where it ends, inclusive (`bis Ende April`); TIMEX3 endPoint.
        rule: the rule that found it.

    Raises:
        ModelError: value or rule is empty, or `latest` lies before `earliest`.

    Examples:
        >>> # in der kommenden Woche, am 14. Mai 2024 geschrieben
        >>> span = Span(start=3, end=22)
        >>> first, last = PartialDate.parse("2024-05-20"), PartialDate.parse("2024-05-26")
        >>> TimeExpression(span=span, type=TimeType.DATE, value="2024-W21", earliest=first, latest=last, rule="example")
        TimeExpression(DATE 2024-W21, 3..22)
    """

    span: Span
    type: TimeType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    earliest: PartialDate | None = None
    latest: PartialDate | None = None
    candidates: tuple[str, ...] = ()
    edtf: str | None = None
    anchor: PartialDate | None = None
    begin_point: PartialDate | None = None
    end_point: PartialDate | None = None
    rule: str

    def _check(self) -> None:
        require_words(self, "value", "rule")
        self._check_order("earliest", self.earliest, "latest", self.latest)
        self._check_order("begin_point", self.begin_point, "end_point", self.end_point)

    def _check_order(self, one: str, first: PartialDate | None, other: str, last: PartialDate | None) -> None:
        # Two clocks without a common zone cannot be compared; a day and a minute can, by their days.
        if first is not None and last is not None and first.zone == last.zone:
            parts = 3 if first.hour is None or last.hour is None else 5
            after = last.latest.timetuple()[:parts] >= first.earliest.timetuple()[:parts]
            require(after, self, other, f"{last} lies before {one}, {first}")

    def __repr__(self) -> str:
        """Return one short line: type, value, place."""
        mod = f" {self.mod}" if self.mod else ""
        return f"TimeExpression({self.type} {one_line(self.value + mod)}, {self.span.start}..{self.span.end})"
