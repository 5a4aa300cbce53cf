"""What somebody wants: `will den Konzern verkaufen`, and in somebody's words `die Regierung müsse handeln`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import ActorKind, Basis, Polarity
from newsmodel.parsers.grammar import (
    finite,
    grammatical_subject,
    is_passive,
    is_verb,
    modal,
    objects,
    tense,
)
from newsmodel.parsers.stances.arguments import Argument, argument
from newsmodel.parsers.stances.evidence import around
from newsmodel.parsers.stances.finding import Finding
from newsmodel.parsers.stances.holders import holders
from newsmodel.parsers.stances.lexicon import adjectives, judging_verbs, lemma_of, verbs, words
from newsmodel.parsers.stances.polarity import is_condition, is_denied, is_open, turned
from newsmodel.parsers.stances.reasons import reason
from newsmodel.parsers.stances.targets import Target, clause_run, predicate_run, targets, turned_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token

_WANTING = frozenset({"wollen", "möchten", "mögen"})
_OWING = frozenset({"müssen", "sollen", "dürfen"})
_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.COUNTRY})
_MAIN = frozenset({"ROOT", "root", "ccomp", "conj", "parataxis", "dep", "xcomp"})


def intention_findings(verb: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stance of a wish: `wollen`, `möchten` with a verb that is not itself one of stance.

    Args:
        verb: a full verb.
        scene: the dispatch.
    """
    over = modal(verb)
    if over is None:
        over = _future(verb, scene)
    elif over.lemma_.lower() not in _WANTING:
        return
    if over is None:
        return
    lemma = lemma_of(verb)
    if (
        lemma in words("neutral_intents")
        or (lemma in verbs() and not _is_turner(verb))
        or scene.meeting(verb) is not None
    ):
        return
    if any(c.lemma_ in adjectives() for c in verb.children) or lemma in judging_verbs():
        return
    holder = grammatical_subject(verb) or _shared_subject(verb)
    who = () if holder is None or is_passive(verb) else holders(holder, scene)
    denied = is_denied(verb)
    if not who or is_open(verb, denied=denied):
        return
    aims = turned_object(verb, scene)
    polarity = Polarity.OPPOSE if bool(aims) != denied else Polarity.SUPPORT
    for target in aims or _wanted(verb, holder, scene):
        if target.actor is not None and target.actor in who:
            continue
        why = reason(verb, None)
        yield Finding(
            anchor=verb,
            holders=who,
            target=target,
            polarity=polarity,
            basis=Basis.EXPRESSED,
            evidence=around(verb, (over,), target.tokens, why),
            reason=why,
            rule=f"stance.intention:{over.lemma_.lower()}+{lemma}",
        )


def _future(verb: Token, scene: Scene) -> Token | None:
    """The `werden` by which speakers promise something of themselves or of a body (`Wir werden den Hafen ausbauen`)."""
    statement = scene.said_in(verb)
    if statement is None or not statement.speakers or tense(verb) != "future" or is_passive(verb):
        return None
    subject = grammatical_subject(verb)
    if subject is None or subject.lower_ not in ("ich", "wir", "man", "er", "sie"):
        actors = () if subject is None else scene.who(subject)
        if not actors or any(actor.kind not in _BODIES for actor in actors):
            return None
    return finite(verb)


def _is_turner(verb: Token) -> bool:
    return lemma_of(verb) in words("turners")


def _shared_subject(verb: Token) -> Token | None:
    return grammatical_subject(verb.head) if verb.dep_ == "conj" and is_verb(verb.head) else None


def _wanted(verb: Token, holder: Token | None, scene: Scene) -> tuple[Target, ...]:
    """What is wanted: the object where it names a thing, else the predicate with what belongs to it."""
    for noun in objects(verb):
        if noun.dep_ == "obj" and "Dat" not in noun.morph.get("Case") and noun.pos_ in ("NOUN", "PROPN"):
            found = targets(Argument(noun), scene)
            if found and all(t.actor is None for t in found):
                return found
    run = predicate_run(verb, holder)
    return (Target(run, verb),) if len(run) > 1 else ()


def need_findings(verb: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the demand of a speaker who says what is needed (`Wir brauchen eine neue Brücke`).

    Args:
        verb: a full verb.
        scene: the dispatch.
    """
    statement = scene.said_in(verb)
    if statement is None or not statement.speakers or lemma_of(verb) not in ("brauchen", "benötigen"):
        return
    found = argument(verb, "obj", scene)
    if found is None or tense(verb) == "past" or is_open(verb, denied=True):
        return
    polarity = Polarity.OPPOSE if is_denied(verb) else Polarity.SUPPORT
    for target in targets(found, scene):
        if target.actor is None or target.actor not in statement.speakers:
            yield Finding(
                anchor=verb,
                holders=statement.speakers,
                target=target,
                polarity=polarity,
                basis=Basis.EXPRESSED,
                evidence=around(verb, target.tokens),
                reason=reason(verb, None),
                rule="stance.need:brauchen",
                evident=False,
            )


def duty_findings(verb: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the demand of a speaker who says what must, should or must not be.

    Args:
        verb: a full verb.
        scene: the dispatch.
    """
    statement = scene.said_in(verb)
    over = modal(verb)
    if statement is None or not statement.speakers or over is None or over.lemma_.lower() not in _OWING:
        return
    if (
        verb.dep_ not in _MAIN
        or tense(verb) == "past"
        or any(c.dep_ == "mark" for c in verb.children if c.text != "dass")
    ):
        return
    lemma, denied = over.lemma_.lower(), is_denied(verb)
    if (lemma == "dürfen" and not denied) or (lemma == "sollen" and "Sub" not in over.morph.get("Mood")):
        return
    if (lemma == "müssen" and denied) or is_condition(verb) or lemma_of(verb) in words("neutral_intents"):
        return
    subject = grammatical_subject(verb)
    passive = is_passive(verb)
    if passive:
        # `die Regeln müssten verschärft werden`: the whole is demanded
        named = targets(Argument(subject), scene) if subject is not None and not is_verb(subject) else ()
        run = clause_run(verb) if named else ()
    else:
        run = predicate_run(verb, subject)
    if len(run) < 2:
        return
    polarity = Polarity.SUPPORT
    aims: tuple[Target, ...] = turned_object(verb, scene) if not passive else ()
    if aims:
        polarity = turned(polarity)
    if denied:
        polarity = turned(polarity)
    for target in aims or (Target(run, verb),):
        yield Finding(
            anchor=verb,
            holders=statement.speakers,
            target=target,
            polarity=polarity,
            basis=Basis.EXPRESSED,
            evidence=around(verb, (over,), target.tokens, () if subject is None else (subject,)),
            reason=reason(verb, None),
            rule=f"stance.duty:{lemma}",
            evident=False,
        )
