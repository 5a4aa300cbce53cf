"""Somebody's words, thoughts or writing."""

from __future__ import annotations

import attrs

from newsmodel.model._base import Value, one_line, require, require_words
from newsmodel.model._equality import comparing_once
from newsmodel.model.actor import Actor
from newsmodel.model.span import Span, in_order
from newsmodel.model.time import TimeExpression
from newsmodel.model.vocab import Medium, StatementType

MAX_NESTING = 16
"""How deep statements may stand in one another; more than four is not met in German."""


@comparing_once
@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Statement(Value):
    """Words, thoughts or writing of somebody, given in the dispatch.

    The parts are spans in the order of the text, without overlap: each may be discontinuous.

    Attributes:
        type: how the words are given.
        content: what is said; empty only for a reported speech act without a complement.
        cue: the verb or noun of saying, or `laut`, `zufolge`, `so`.
        speaker: the mention or pronoun that names the source.
        speakers: the actors that it resolves to; none where the source stays unnamed.
        addressee: the words that name who is spoken to.
        addressees: the actors that they resolve to.
        frame: cue, speaker, addressee and what belongs to them.
        medium: speech, thought or writing; None where the text does not say.
        time: when it was said.
        parent: the statement that this one stands inside.
        negated: whether the text denies that it was said.
        rule: the rule that found it.

    Raises:
        ModelError: it has no content though it is not `reported`, the spans of a part are not in order, or statements
            are nested more than 16 deep.

    Examples:
        >>> # „Wir sind bereit“, sagte Berg.
        >>> said = Statement(type=StatementType.DIRECT, content=(Span(start=1, end=16),), rule="example")
        >>> said, said.parent is None
        (Statement(direct, nobody named, 1..16), True)
    """

    type: StatementType
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()
    speakers: tuple[Actor, ...] = ()
    addressee: tuple[Span, ...] = ()
    addressees: tuple[Actor, ...] = ()
    frame: tuple[Span, ...] = ()
    medium: Medium | None = None
    time: TimeExpression | None = None
    parent: Statement | None = None
    negated: bool = False
    rule: str

    def _check(self) -> None:
        require_words(self, "rule")
        reported = self.type is StatementType.REPORTED
        require(self.content or reported, self, "content", f"a statement of type {self.type} has a content")
        for field in ("content", "cue", "speaker", "addressee", "frame"):
            require(in_order(getattr(self, field)), self, field, "the spans must be in order and not overlap")
        outer, depth = self.parent, 0
        while outer is not None:
            outer, depth = outer.parent, depth + 1
            require(depth <= MAX_NESTING, self, "parent", f"statements are nested more than {MAX_NESTING} deep")

    def __repr__(self) -> str:
        """Return one short line: type, names, place of the content."""
        names = ", ".join(one_line(actor.name) for actor in self.speakers) or "nobody named"
        places = " ".join(f"{span.start}..{span.end}" for span in self.content or self.cue)
        return f"Statement({self.type}, {names}, {places})"
