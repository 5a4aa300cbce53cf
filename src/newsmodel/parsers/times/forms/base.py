"""What an expression says before anyone knows when it was published: forms, resolved for one moment at a time.

A form is a small frozen description (`the Monday on the side of the tense`, `May`, `three weeks earlier`). `at` gives
the periods that it means if the anchor is one known moment; `resolve.py` asks for every moment that is possible.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import Protocol

import attrs

from newsmodel.parsers.times.periods import Period


class Side(enum.Enum):
    """Where the tense of the clause points to, seen from the publication."""

    PAST = "past"
    PRESENT = "present"  # the German present tense: now or still to come
    FUTURE = "future"
    UNKNOWN = "unknown"


@attrs.frozen(slots=True)
class Moment:
    """A possible anchor: a day, and the time of day where that is known."""

    day: dt.date
    clock: dt.time | None = None


class Form(Protocol):
    """What every form offers."""

    @property
    def open(self) -> str:
        """The TIMEX3 value with X for what depends on the anchor."""

    @property
    def anchor(self) -> str:
        """What it counts from: `publication`, `text` (the day last spoken of) or "" for nothing."""

    def at(self, moment: Moment, side: Side) -> tuple[Period, ...]:
        """Return the periods that are meant, seen from a moment; several where the side is open."""
