"""When something was said: the time in the frame of a statement that belongs to the cue."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from newsmodel.model import TimeType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from newsmodel.model import Span, TimeExpression
    from newsmodel.parsers.tokens import Doc, Token

_DEEPEST = 8  # heads that are followed from a time


def said_at(
    doc: Doc, frame: Sequence[Span], cue: Collection[Token], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return when a statement was made.

    Args:
        doc: the annotated dispatch.
        frame: the words round the content: who says it, and how.
        cue: the words of saying.
        times: the expressions of time in text order.

    Returns:
        The first point of time in the frame that hangs on the cue, else the first that hangs on a noun; None where
        there is none. Lengths and repetitions do not say when; nor does what belongs to another verb or to an
        adjective (`der seit 2010 amtierende Minister sagte`).
    """
    words = {token.i for token in cue}
    second: TimeExpression | None = None
    for time in _points(frame, times):
        found = doc.over(time.span)
        if found is None:
            continue
        governor = _governor(found.root, words)
        if governor is None or governor.i in words or governor.pos_ == "AUX":
            return time
        if governor.pos_ in ("NOUN", "PROPN", "PRON") and second is None:
            second = time
    return second


def _points(frame: Sequence[Span], times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield the points of time inside a frame."""
    for span in frame:
        at = bisect.bisect_left(times, span.start, key=lambda time: time.span.start)
        while at < len(times) and times[at].span.end <= span.end:
            if times[at].type in (TimeType.DATE, TimeType.TIME):
                yield times[at]
            at += 1


def _governor(token: Token, cue: set[int]) -> Token | None:
    """Return the cue if a time hangs on it, else the adjective, verb or noun that it hangs on; None at a root."""
    first: Token | None = None
    for _ in range(_DEEPEST):
        head = token.head
        if head.i == token.i:
            break
        if head.i in cue:
            return head if first is None or first.pos_ not in ("ADJ", "VERB") else first
        if first is None and head.pos_ in ("ADJ", "VERB", "AUX", "NOUN", "PROPN", "PRON"):
            first = head
        token = head
    return first
