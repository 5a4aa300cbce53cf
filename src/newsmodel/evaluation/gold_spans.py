"""Spans of the gold format: `[words, n]`, the n-th occurrence of exactly these characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.errors import GoldError
from newsmodel.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAIR = 2


class Spans:
    """Finds words in one text.

    Args:
        text: the text.
        name: how messages call it.
    """

    def __init__(self, text: str, name: str = "") -> None:
        self.text, self.name = text, name

    def find(self, span: object, place: str = "") -> Span:
        """Return where words stand.

        Args:
            span: `[words, n]`, n counted from 1, overlapping occurrences too; `[words]` where they occur once.
            place: the object they belong to, for messages.

        Raises:
            GoldError: it is no such pair, or the words do not occur, not that often, or more than once without n.

        Examples:
            >>> Spans("der Rat und der Rat").find(["der Rat", 2])
            Span(start=12, end=19)
        """
        if not (isinstance(span, list) and 1 <= len(span) <= _PAIR and isinstance(span[0], str) and span[0]):
            raise GoldError(f"a span is [words, n], not {span!r}", file=self.name, place=place)
        words, number = span[0], span[1] if len(span) == _PAIR else None
        if number is not None and not (isinstance(number, int) and number > 0):
            raise GoldError(f"n counts from 1, not {number!r}", file=self.name, place=place)
        start = self.text.find(words)
        if start < 0:
            raise GoldError(f"not in the text: {words!r}", file=self.name, place=place)
        if number is None and self.text.count(words) > 1:
            raise GoldError(f"occurs more than once, which one is meant? {words!r}", file=self.name, place=place)
        for _ in range((number or 1) - 1):
            start = self.text.find(words, start + 1)
            if start < 0:
                raise GoldError(f"does not occur {number} times: {words!r}", file=self.name, place=place)
        return Span(start=start, end=start + len(words))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in the order of the text, those that overlap as one.

    >>> merged([Span(start=5, end=9), Span(start=0, end=6)])
    (Span(start=0, end=9),)
    """
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
