"""What a rule found: which atoms, and what they say."""

from __future__ import annotations

from fractions import Fraction

import attrs

from newsmodel.model import TimeType
from newsmodel.parsers.times.forms import Form


@attrs.frozen(slots=True, kw_only=True)
class Match:
    """An expression found by a rule, before it is resolved.

    `start` and `end` count atoms, half-open. Either `form` says when, or `value` is the TIMEX3 value itself. A match
    without both is a trap: words that look like a time and are none. `duration` keeps the length that an expression
    such as `vor zwei Jahren` is made with. `leader` is where the member of a list stands that says what this one
    leaves unsaid: the side of both is looked up there.
    """

    start: int
    end: int
    rule: str
    type: TimeType = TimeType.DATE
    form: Form | None = None
    value: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    zone: str | None = None
    duration: str | None = None
    said_weekday: int | None = None
    leader: int | None = None

    @property
    def trap(self) -> bool:
        """Whether the words are no time."""
        return self.form is None and self.value is None


@attrs.frozen(slots=True, kw_only=True)
class Amount:
    """How many: `value` None for an open number (mehrere); `end` is the atom after the amount."""

    value: Fraction | None
    end: int
    mod: str | None = None
