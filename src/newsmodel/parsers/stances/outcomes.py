"""What words of judgement say behind a verb: `spricht von einem Skandal`, in somebody's words `das führt zu Chaos`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Basis
from newsmodel.parsers.grammar import grammatical_subject, is_verb
from newsmodel.parsers.stances.arguments import Argument, argument, logical_subject
from newsmodel.parsers.stances.evidence import around
from newsmodel.parsers.stances.finding import Finding
from newsmodel.parsers.stances.holders import holders
from newsmodel.parsers.stances.judgements import judged
from newsmodel.parsers.stances.lexicon import lemma_of, prepositions
from newsmodel.parsers.stances.polarity import is_denied, is_open, turned
from newsmodel.parsers.stances.targets import targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token


def pointing_findings(verb: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stance of whoever brings something up by a word that judges it (`sprach von einem Skandal`).

    Args:
        verb: a full verb.
        scene: the dispatch.
    """
    name = prepositions("pointing").get(lemma_of(verb))
    found = None if name is None else argument(verb, f"p:{name}", scene)
    if found is None or found.clause:
        return
    word, polarity = judged(found.head)
    holder = logical_subject(verb)
    who = () if holder is None else holders(holder, scene)
    denied = is_denied(verb)
    if word is None or polarity is None or not who or denied or is_open(verb):
        return
    for target in targets(found, scene):
        if target.actor is None and target.meeting is None:
            yield Finding(
                anchor=verb,
                holders=who,
                target=target,
                polarity=polarity,
                basis=Basis.EXPRESSED,
                evidence=around(verb, target.tokens),
                rule=f"stance.pointing:{lemma_of(verb)}+{word.lemma_}",
            )


def outcome_findings(verb: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stance of a speaker who says what something comes to (`die Anreise könne zum Problem werden`).

    Args:
        verb: a full verb.
        scene: the dispatch.
    """
    statement = scene.said_in(verb)
    name = prepositions("outcomes").get(lemma_of(verb))
    if statement is None or not statement.speakers or statement.negated or name is None:
        return
    found = argument(verb, f"p:{name}", scene)
    subject = grammatical_subject(verb)
    if found is None or found.clause or subject is None or is_verb(subject):
        return
    word, polarity = judged(found.head)
    if word is None or polarity is None or is_open(verb, denied=True):
        return
    for target in targets(Argument(subject), scene):
        if target.actor is not None and target.actor in statement.speakers:
            continue
        yield Finding(
            anchor=verb,
            holders=statement.speakers,
            target=target,
            polarity=turned(polarity) if is_denied(verb) else polarity,
            basis=Basis.EXPRESSED,
            evidence=around(verb, target.tokens, (found.head,)),
            rule=f"stance.outcome:{lemma_of(verb)}+{word.lemma_}",
            evident=False,
        )
