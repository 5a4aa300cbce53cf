"""Adjectives and prepositions of stance: `ist zufrieden mit`, `zeigte sich besorgt über`, `ist gegen den Plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Basis, Polarity
from newsmodel.parsers.grammar import auxiliaries, grammatical_subject, is_verb, preposition, subject
from newsmodel.parsers.stances.arguments import Argument, argument
from newsmodel.parsers.stances.evidence import around
from newsmodel.parsers.stances.finding import Finding
from newsmodel.parsers.stances.holders import holders
from newsmodel.parsers.stances.lexicon import adjectives, lemma_of
from newsmodel.parsers.stances.polarity import is_denied, is_open, settled
from newsmodel.parsers.stances.reasons import reason
from newsmodel.parsers.stances.targets import targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token

_SHOWING = frozenset({"zeigen", "äußern", "geben", "erklären", "wirken", "bleiben", "werden", "sein", "fühlen",
                      "scheinen", "präsentieren", "stimmen"})  # fmt: skip
_SIDES = {"für": Polarity.SUPPORT, "gegen": Polarity.OPPOSE}
_WHERE = ("xcomp", "advmod", "obj", "obl", "advcl", "dep")


def adjective_findings(word: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stances that a predicative adjective or participle shows.

    Args:
        word: an adjective, adverb or participle.
        scene: the dispatch.
    """
    rows = adjectives().get(word.lemma_.lower()) or adjectives().get(word.lower_) or ()
    if not rows or word.dep_ == "amod":
        return
    base, holder = _frame(word)
    if holder is None:
        return
    for entry in rows:
        found = next(
            (a for slot in entry.target for a in (argument(word, slot, scene), argument(base, slot, scene)) if a), None
        )
        if found is None or found.head == holder:
            continue
        denied = is_denied(word) or (base != word and is_denied(base))
        polarity = settled(entry.polarity, entry.negated, denied=denied)
        who = holders(holder, scene)
        if polarity is None or not who or is_open(base, denied=denied):
            continue
        for target in targets(found, scene):
            if target.actor is not None and target.actor in who:
                continue
            why = reason(base, entry)
            yield Finding(
                anchor=word,
                holders=who,
                target=target,
                polarity=polarity,
                basis=entry.basis,
                evidence=around(word, (base,), auxiliaries(base), target.tokens, why),
                reason=why,
                rule=f"stance.adjective:{entry.label}",
            )
        return


def _frame(word: Token) -> tuple[Token, Token | None]:
    """The word that carries the clause of an adjective, and its subject."""
    if auxiliaries(word):
        return word, grammatical_subject(word)
    head = word.head
    if word.dep_ in _WHERE and is_verb(head) and lemma_of(head) in _SHOWING:
        return head, subject(head)
    return word, None


def side_findings(noun: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stance of `X ist für / gegen Y`, the noun being Y."""
    polarity = _SIDES.get(preposition(noun) or "")
    if polarity is None or not any(a.lemma_.lower() == "sein" for a in auxiliaries(noun)):
        return
    holder = grammatical_subject(noun)
    if holder is None:
        return
    denied = is_denied(noun)
    settled_polarity = settled(polarity, "flip", denied=denied)
    who = holders(holder, scene)
    if not who or settled_polarity is None or is_open(noun, denied=denied):
        return
    for target in targets(Argument(noun), scene):
        yield Finding(
            anchor=noun,
            holders=who,
            target=target,
            polarity=settled_polarity,
            basis=Basis.EXPRESSED,
            evidence=around(noun, auxiliaries(noun), target.tokens),
            rule=f"stance.side:{preposition(noun)}",
        )
