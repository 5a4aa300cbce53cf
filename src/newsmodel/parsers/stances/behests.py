"""By whose will something is or shall be: `auf Betreiben des Ministers`, `nach dem Willen der Partei soll …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Basis, Polarity
from newsmodel.parsers.grammar import grammatical_subject, is_passive, is_verb, modal, preposition
from newsmodel.parsers.stances.arguments import Argument, argument
from newsmodel.parsers.stances.evidence import around
from newsmodel.parsers.stances.finding import Finding
from newsmodel.parsers.stances.holders import holders
from newsmodel.parsers.stances.lexicon import lemma_of, pairs, verbs
from newsmodel.parsers.stances.polarity import is_denied, settled
from newsmodel.parsers.stances.targets import Target, clause_run, targets, turned_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.model import Actor
    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token

_OWING = frozenset({"sollen", "müssen", "dürfen"})
_SOURCES = frozenset({None, "von"})


def behest_findings(noun: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stance of those by whose will a clause is or shall be.

    `auf Betreiben …` tells what was done: the stance of its verb, where that has one (`wurde … gestürzt`), is theirs.
    `nach dem Willen …` needs a modal: what shall be is demanded.

    Args:
        noun: the noun behind `auf` or `nach`.
        scene: the dispatch.
    """
    name = preposition(noun)
    verb = noun.head
    if name is None or (noun.lemma_, name) not in pairs("behests") or not is_verb(verb) or verb == noun:
        return
    who = _whose(noun, scene)
    if not who:
        return
    over = modal(verb)
    if name == "nach" and (over is None or over.lemma_.lower() not in _OWING):
        return
    denied = is_denied(verb)
    polarity, aims = _aims(verb, scene, denied=denied)
    extra = () if over is None else (over,)
    for target in aims:
        if target.actor is None or target.actor not in who:
            yield Finding(
                anchor=noun,
                holders=who,
                target=target,
                polarity=polarity,
                basis=Basis.EXPRESSED if name == "nach" else Basis.ENACTED,
                evidence=around(noun, (verb,), extra, target.tokens),
                rule=f"stance.behest:{name}+{noun.lemma_}",
            )


def _whose(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    for child in noun.children:
        if child.dep_.startswith("nmod") and child.i > noun.i and preposition(child) in _SOURCES:
            found = holders(child, scene)
            if found:
                return found
    return ()


def _aims(verb: Token, scene: Scene, *, denied: bool) -> tuple[Polarity, tuple[Target, ...]]:
    """What is done or shall be, with the polarity towards it."""
    subject = grammatical_subject(verb)
    passive = is_passive(verb)
    entry = next((p for p in verbs().get(lemma_of(verb), ()) if not p.words and "obj" in p.target), None)
    gone = subject if passive else None
    found = Argument(gone) if gone is not None and not is_verb(gone) else argument(verb, "obj", scene)
    if passive and entry is not None and found is not None:
        polarity = settled(entry.polarity, "flip", denied=denied)
        if polarity is not None:
            return polarity, targets(found, scene)
    if passive:
        return Polarity.SUPPORT, ()
    aims = turned_object(verb, scene)
    polarity = Polarity.OPPOSE if bool(aims) != denied else Polarity.SUPPORT
    return polarity, aims or (Target(_rest(verb), verb),)


def _rest(verb: Token) -> tuple[Token, ...]:
    """The clause without the phrase that says by whose will, where that opens it."""
    run = list(clause_run(verb))
    for at, token in enumerate(run[:12]):
        if token.dep_ == "aux" or token.tag_.endswith("FIN"):
            return tuple(run[at + 1 :]) or tuple(run)
    return tuple(run)
