"""From tokens to spans of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Span
from newsmodel.parsers.grammar.nouns import phrase, shortest_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsmodel.parsers.tokens import Token

_CLOSERS = {")": "(", "]": "[", "“": "„", "”": "“„", "»": "«", "«": "»", "’": "‚‘", "‘": "‚", '"': '"'}


def clause_tokens(verb: Token) -> tuple[Token, ...]:
    """Return all tokens under a verb, itself among them, in text order."""
    return tuple(verb.subtree)


def to_span(tokens: Sequence[Token]) -> Span:
    """Return the span from the first to the last of some tokens, without white space and punctuation at its edges.

    A bracket or quotation mark at an edge stays where its partner lies among the tokens.

    Args:
        tokens: at least one token, in text order.

    Returns:
        The span in code points, end exclusive. Of nothing but punctuation, the span of the last token.
    """
    start, end = 0, len(tokens) - 1
    while start < end and is_mark(tokens[start]) and not _has_partner(tokens, start, start + 1, end + 1):
        start += 1
    while end > start and is_mark(tokens[end]) and not _has_partner(tokens, end, start, end):
        end -= 1
    return Span(start=tokens[start].idx, end=tokens[end].idx + len(tokens[end].text))


def is_mark(token: Token) -> bool:
    """Tell whether a token holds no letter and no figure."""
    return not any(c.isalnum() for c in token.text)


def _has_partner(tokens: Sequence[Token], at: int, low: int, high: int) -> bool:
    mark = tokens[at].text
    if at < low:
        return any(mark in _CLOSERS.get(tokens[i].text, "") for i in range(low, min(high, low + 60)))
    partners = _CLOSERS.get(mark, "")
    return bool(partners) and any(tokens[i].text in partners for i in range(max(low, high - 60), high))


def to_spans(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Return one span for each unbroken run of tokens, each trimmed; runs of punctuation alone are left out."""
    spans: list[Span] = []
    run: list[Token] = []
    for token in sorted(set(tokens)):
        if run and token.i != run[-1].i + 1:
            _add(spans, run)
            run = []
        run.append(token)
    _add(spans, run)
    return tuple(spans)


def _add(spans: list[Span], run: list[Token]) -> None:
    if any(not is_mark(t) for t in run):
        spans.append(to_span(run))


def noun_phrase_span(noun: Token, *, article: bool = False, shortest: bool = True) -> Span:
    """Return the span of a noun phrase.

    Args:
        noun: its head.
        article: whether an article or possessive in front belongs to it.
        shortest: True for the head with its modifiers in front; False for the phrase with genitives, prepositional
            parts and appositions behind it.

    Returns:
        The span in code points, end exclusive.
    """
    if shortest:
        return to_span(shortest_phrase(noun, article=article))
    tokens = phrase(noun)
    if not article:
        while tokens[0] != noun and tokens[0].tag_ in ("ART", "PPOSAT", "PDAT"):
            tokens = tokens[1:]
    return to_span(tokens)
