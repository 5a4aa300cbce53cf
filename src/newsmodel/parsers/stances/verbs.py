"""Verbs and verb phrases of stance: `lehnt den Plan ab`, `nimmt Verluste in Kauf`, `wirft der Regierung Untätigkeit vor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Basis
from newsmodel.parsers.grammar import (
    grammatical_subject,
    is_passive,
    is_verb,
    is_zu_infinitive,
    modal,
    preposition,
    reflexive,
    tense,
)
from newsmodel.parsers.stances.arguments import Argument, argument, case_of, logical_subject
from newsmodel.parsers.stances.evidence import around
from newsmodel.parsers.stances.finding import Finding
from newsmodel.parsers.stances.holders import holders
from newsmodel.parsers.stances.lexicon import TURNABLE, lemma_of, nouns, support_verbs, verbs, words
from newsmodel.parsers.stances.polarity import is_denied, is_open, settled, turned
from newsmodel.parsers.stances.reasons import reason
from newsmodel.parsers.stances.targets import targets, turned_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.model import Actor
    from newsmodel.parsers.stances.lexicon import Predicate
    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.stances.targets import Target
    from newsmodel.parsers.tokens import Token

# acts whose clause is not yet done by its subject; what the clause itself tells is then no second stance
_REFLEXIVE = ("mich", "uns", "euch", "dich")
_OUTER = frozenset({"demand", "reject", "accuse", "warn", "deny", "criticise", "threaten"})


def verb_findings(verb: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stances that a verb shows.

    Args:
        verb: a full verb.
        scene: the dispatch.
    """
    match = _match(verb, scene)
    if match is None:
        return
    entry, found, extra = match
    denied = is_denied(verb, beside=extra) or any(_has_kein(t) for t in extra)
    polarity = settled(entry.polarity, entry.negated, denied=denied)
    if polarity is None or is_open(verb, denied=denied) or _is_only_wanted(verb):
        return
    who = holders_of(verb, entry, scene)
    if not who:
        who, found = _swapped(verb, entry, found, scene)
    if not who:
        return
    aims: tuple[Target, ...] = ()
    if found.clause and entry.kind in TURNABLE:
        aims = turned_object(found.head, scene)
        if not aims and entry.kind == "threaten":
            return
        if not aims and is_zu_infinitive(found.head) and _match(found.head, scene) is not None:
            # `verspricht, die Stadt zu unterstützen`: the inner verb tells more
            return
        if aims:
            polarity = turned(polarity)
    for target in aims or targets(found, scene):
        if target.actor is not None and target.actor in who:
            continue
        why = reason(verb, entry, target.head)
        yield Finding(
            anchor=verb,
            holders=who,
            target=target,
            polarity=polarity,
            basis=Basis.EXPRESSED if _is_future(verb) else entry.basis,
            evidence=around(verb, target.tokens, extra, why),
            reason=why,
            rule=f"stance.verb:{entry.label}",
        )


def _swapped(verb: Token, entry: Predicate, found: Argument, scene: Scene) -> tuple[tuple[Actor, ...], Argument]:
    """Exchange subject and object where the parser took a thing for the subject (`ein Gesetz, das die SPD ablehnt`)."""
    thing = grammatical_subject(verb)
    if entry.holder != ("subj",) or found.clause or found.head.dep_ != "obj" or thing is None or is_passive(verb):
        return (), found
    if is_verb(thing) or case_of(found.head) in ("Dat", "Gen") or _is_masculine(thing) or _is_masculine(found.head):
        return (), found
    return scene.who(found.head), Argument(thing)


def _is_masculine(noun: Token) -> bool:
    """Whether the form of an article or pronoun tells subject from object."""
    forms = [noun.lower_] if noun.pos_ == "PRON" else [c.lower_ for c in noun.children if c.dep_ == "det"]
    return any(form in ("der", "den", "einen", "er", "ihn", "dieser", "diesen") for form in forms)


def _is_future(verb: Token) -> bool:
    """Whether what a verb tells is wanted or to come, not done."""
    return modal(verb) is not None or is_zu_infinitive(verb) or tense(verb) == "future"


def holders_of(verb: Token, entry: Predicate, scene: Scene) -> tuple[Actor, ...]:
    """Return who holds what a verb shows, by the holder slots of its entry."""
    for slot in entry.holder:
        if slot == "subj":
            found = logical_subject(verb)
            actors = () if found is None else holders(found, scene)
        else:
            filled = argument(verb, slot, scene)
            actors = () if filled is None else holders(filled.head, scene)
        if actors:
            return actors
    return ()


def _match(verb: Token, scene: Scene) -> tuple[Predicate, Argument, tuple[Token, ...]] | None:
    """The entry of a verb whose further words and target are there, with both."""
    for entry in verbs().get(lemma_of(verb), ()):
        extra = further_words(verb, entry.words)
        if extra is None:
            continue
        if entry.holder != ("subj",) and "subj" in entry.target and is_passive(verb):
            continue
        for slot in entry.target:
            found = argument(verb, slot, scene)
            if (found is None or found.head in extra) and slot not in ("obj", "dat", "pers", "subj"):
                # `gab die Erlaubnis, den Bären zu fangen`: what it is about may hang on the further word
                found = next((a for word in extra for a in (argument(word, slot, scene),) if a is not None), None)
            if found is None or (found.head in extra and entry.kind != "warn"):
                continue
            if (slot == "obj" or slot.startswith("p:")) and not entry.words and _noun_tells(verb, found.head, slot):
                continue
            return entry, found, extra
    return None


def _noun_tells(verb: Token, noun: Token, slot: str) -> bool:
    """Whether a noun at a verb carries the stance: `äußert Kritik`, `verabschiedet einen Text mit der Forderung nach`."""
    if noun.lemma_ in nouns() and _is_thin(verb, slot):
        return True
    if slot != "obj":
        return False
    if noun.lemma_ not in words("documents"):
        return False
    return any(c.lemma_ in nouns() and preposition(c) == "mit" for t in (verb, noun) for c in t.children)


def _is_thin(verb: Token, where: str) -> bool:
    return any(slot == where for slot, _ in support_verbs().get(lemma_of(verb), ()))


def further_words(verb: Token, wanted: tuple[str, ...]) -> tuple[Token, ...] | None:
    """Return the further words of a verb phrase (`in Kauf`), None if one is missing."""
    found: list[Token] = []
    for word in wanted:
        if word == "sich":
            hit = reflexive(verb) or next((c for c in verb.children if c.lower_ in _REFLEXIVE), None)
        elif word == "können":
            hit = modal(verb)
            hit = hit if hit is not None and hit.lemma_.lower() == word else None
        else:
            hit = next((t for t in _below(verb) if word in (t.text, t.lemma_, t.lower_)), None)
        if hit is None:
            return None
        found.append(hit)
    return tuple(found)


def _below(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        yield child
        if child.dep_ not in ("ccomp", "advcl", "parataxis", "conj", "acl:relcl", "nsubj"):
            yield from child.children


def _has_kein(token: Token) -> bool:
    """Whether a further word of a phrase is denied (`keinen Anklang`, `wenig Gegenliebe`)."""
    return any(c.lower_.startswith(("kein", "wenig", "kaum")) for c in (token, *token.children))


def _is_only_wanted(verb: Token) -> bool:
    """Whether a zu-infinitive is what somebody else's demand, refusal or accusation is about."""
    if not is_zu_infinitive(verb) or verb.dep_ not in ("xcomp", "ccomp", "acl"):
        return False
    rows = verbs().get(lemma_of(verb.head), ())
    if any(r.kind in _OUTER for r in rows):
        # who threatens to refuse something is against it: the infinitive is the threat of the same holder
        return not any(r.kind == "threaten" for r in rows)
    return any(r.kind in _OUTER for r in nouns().get(verb.head.lemma_, ()))
