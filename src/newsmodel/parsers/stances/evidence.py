"""The words that show a stance: the predicate with its arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import is_verb, to_span, verb_group
from newsmodel.parsers.stances.edges import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import Span
    from newsmodel.parsers.tokens import Token

_LONGEST = 90


def around(predicate: Token, *parts: Iterable[Token]) -> tuple[Token, ...]:
    """Return the tokens from the first to the last of a predicate and its parts, within the sentence.

    Args:
        predicate: its head; of a verb, particle, reflexive and auxiliaries are taken in.
        parts: target, further words of the phrase, reason.

    Returns:
        One unbroken run.
    """
    group = verb_group(predicate) if is_verb(predicate) else (predicate,)
    wanted = [t for part in (group, *parts) for t in part if abs(t.i - predicate.i) <= _LONGEST]
    start, end = start_of(predicate, _LONGEST), end_of(predicate, _LONGEST)
    inside = [t.i for t in wanted if start <= t.i < end] or [predicate.i]
    return tuple(predicate.doc[min(inside) : max(inside) + 1])


def span_of(tokens: tuple[Token, ...]) -> Span:
    """Return the span of some tokens in text order."""
    return to_span(tokens)
