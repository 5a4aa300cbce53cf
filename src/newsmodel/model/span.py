"""Where words stand in the text."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsmodel.errors import SpanError
from newsmodel.model._base import Value


@attrs.frozen(kw_only=True, order=True)
class Span(Value):
    """A stretch of the text of an article.

    Attributes:
        start: offset of the first character, in Unicode code points from 0, inclusive.
        end: offset behind the last character, exclusive; `0 <= start < end`.

    Examples:
        >>> span = Span(start=3, end=9)
        >>> "Im Gremium"[span.start : span.end]
        'Gremiu'
        >>> 8 in span, 9 in span, len(span)
        (True, False, 6)
    """

    start: int
    end: int

    def _check(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(self.start, self.end)

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def __contains__(self, other: int | Span) -> bool:
        """Return whether an offset, or another span wholly, lies in this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end


def in_order(spans: Iterable[Span]) -> bool:
    """Return whether spans follow one another without overlap, as the parts of one discontinuous text do."""
    end = 0
    for span in spans:
        if span.start < end:
            return False
        end = span.end
    return True
