"""The ground that the text gives for a stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import preposition
from newsmodel.parsers.stances.lexicon import words
from newsmodel.parsers.stances.targets import clause_run

if TYPE_CHECKING:
    from newsmodel.parsers.stances.lexicon import Predicate
    from newsmodel.parsers.tokens import Token

_CONDITIONS = frozenset({"wenn", "falls", "sofern", "sollte", "solange"})
_FOR_ACTS = frozenset({"criticise", "accuse", "approve"})


def reason(predicate: Token, entry: Predicate | None, target: Token | None = None) -> tuple[Token, ...]:
    """Return the words that say why: `wegen`, `aufgrund`, `weil`, `nachdem`; what one is accused of; a condition.

    Args:
        predicate: the head of the predicate.
        entry: the lexicon entry that fired, None for judgements.
        target: the head of the target: a ground may hang on it (`eine Offensive wegen der Zivilisten für falsch`).

    Returns:
        The words with the preposition or conjunction, in text order; none if the text gives no ground.
    """
    kind = "" if entry is None else entry.kind
    for parent in (predicate, target):
        if parent is None:
            continue
        for child in parent.children:
            if child.dep_.startswith(("obl", "nmod")):
                case = preposition(child)
                if child.left_edge.lower_ in words("reasons", "word", where="preposition"):
                    case = child.left_edge.lower_
                if case in words("reasons", "word", where="preposition"):
                    return clause_run(child)
                if case == "für" and kind in _FOR_ACTS and entry is not None and "p:für" not in entry.target:
                    return clause_run(child)
            elif child.dep_ == "advcl":
                marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
                if marks & words("reasons", "word", where="conjunction"):
                    return clause_run(child)
                if kind == "threaten" and marks & _CONDITIONS:
                    return clause_run(child)
    if kind == "accuse":
        return _content(predicate, target)
    return ()


def _content(predicate: Token, target: Token | None) -> tuple[Token, ...]:
    for child in predicate.children:
        if child == target or child.tag_ == "PRF" or child.i == predicate.i:
            continue
        if child.dep_ in ("ccomp", "xcomp") or (child.dep_ == "obj" and preposition(child) is None):
            return clause_run(child)
    return ()
