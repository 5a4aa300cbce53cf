"""Who stands where on what."""

from __future__ import annotations

import attrs

from newsmodel.model._base import Value, one_line, require, require_words
from newsmodel.model._equality import comparing_once
from newsmodel.model.actor import Actor
from newsmodel.model.issue import Issue
from newsmodel.model.meeting import Meeting
from newsmodel.model.span import Span
from newsmodel.model.statement import Statement
from newsmodel.model.vocab import Basis, Polarity


@comparing_once
@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Stance(Value):
    """The position of one or more holders towards a target.

    Attributes:
        holders: whose, at least one.
        target: an actor, a meeting or an issue.
        polarity: support, oppose, or mixed.
        basis: whether they say or do it.
        evidence: the predicates with their arguments that show it, at least one.
        reason: the words that give the ground.
        attributed_to: the actors on whose word alone we know it.
        statement: the statement that says it, if one does.
        rule: the rule that found it.

    Raises:
        ModelError: nobody holds it, or no words show it.

    Examples:
        >>> from newsmodel.model.vocab import ActorKind
        >>> # Berg lehnt den Umbau ab.
        >>> berg = Actor(name="Berg", kind=ActorKind.PERSON, mentions=())
        >>> umbau = Issue(label="Umbau", spans=(Span(start=15, end=20),))
        >>> evidence = (Span(start=5, end=23),)
        >>> Stance(holders=(berg,), target=umbau, polarity=Polarity.OPPOSE, basis=Basis.EXPRESSED, evidence=evidence,
        ...        rule="example").polarity is Polarity.OPPOSE
        True
    """

    holders: tuple[Actor, ...]
    target: Actor | Meeting | Issue
    polarity: Polarity
    basis: Basis
    evidence: tuple[Span, ...]
    reason: Span | None = None
    attributed_to: tuple[Actor, ...] = ()
    statement: Statement | None = None
    rule: str

    def _check(self) -> None:
        require_words(self, "rule")
        require(self.holders, self, "holders", "a stance needs somebody who holds it")
        require(self.evidence, self, "evidence", "a stance needs words that show it")

    def __repr__(self) -> str:
        """Return one short line: holders, polarity, target."""
        names = ", ".join(one_line(actor.name) for actor in self.holders)
        return f"Stance({names}, {self.polarity}, {self.target!r})"
