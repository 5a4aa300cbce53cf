"""A stance in the making: what a rule found, before it is laid into the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from newsmodel.model import Actor, Basis, Polarity
    from newsmodel.parsers.stances.targets import Target
    from newsmodel.parsers.tokens import Token


@attrs.frozen(slots=True, kw_only=True)
class Finding:
    """One predicate with its arguments resolved.

    Attributes:
        anchor: the predicate's head.
        holders: who takes the stance.
        target: towards what.
        polarity: how.
        basis: said or done.
        evidence: the tokens that show it, in any order.
        reason: the tokens that give the ground.
        rule: the rule and the lexicon entry.
        evident: whether the holder is known from the words themselves, not as the speaker of a statement.
    """

    anchor: Token
    holders: tuple[Actor, ...]
    target: Target
    polarity: Polarity
    basis: Basis
    evidence: tuple[Token, ...]
    reason: tuple[Token, ...] = ()
    rule: str
    evident: bool = True
