"""Nouns of stance: `Kritik an`, `Forderung nach`, `äußerte Bedenken gegenüber`, `mit der Unterstützung der Opposition`."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import (
    auxiliaries,
    finite,
    grammatical_subject,
    is_verb,
    is_zu_infinitive,
    preposition,
)
from newsmodel.parsers.stances.arguments import Argument, argument, logical_subject
from newsmodel.parsers.stances.evidence import around
from newsmodel.parsers.stances.finding import Finding
from newsmodel.parsers.stances.holders import holders, owners
from newsmodel.parsers.stances.lexicon import TURNABLE, lemma_of, nouns, support_verbs, words
from newsmodel.parsers.stances.polarity import is_denied, is_open, settled, turned
from newsmodel.parsers.stances.reasons import reason
from newsmodel.parsers.stances.targets import targets, turned_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.model import Actor
    from newsmodel.parsers.stances.lexicon import Predicate
    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token

_SOURCES = frozenset({"von", "seitens", "vonseiten", "durch", "aus"})
_CHAIN = 4
_FIRST = frozenset({"ROOT", "root", "aux", "aux:pass", "cop", "ccomp", "parataxis", "conj"})
_SHORTEST = 9


def noun_findings(noun: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stances that a noun shows.

    Args:
        noun: a common noun.
        scene: the dispatch.
    """
    for entry in nouns().get(_lemma(noun), ()):
        governor = _governor(noun)
        found = _target(noun, governor, entry, scene)
        if found is None:
            continue
        who, shown = _holders(noun, governor, entry, found, scene)
        if not who:
            continue
        # what is said of the holder's own demand (`konnte seine Forderung nicht durchsetzen`) denies no stance
        carried = governor is not None and governor in shown
        denied = is_denied(noun) or (carried and governor is not None and is_denied(governor))
        polarity = settled(entry.polarity, entry.negated, denied=denied)
        if polarity is None or (carried and governor is not None and is_open(governor, denied=denied)):
            continue
        aims = turned_object(found.head, scene) if found.clause and entry.kind in TURNABLE else ()
        if aims:
            polarity = turned(polarity)
        for target in aims or targets(found, scene):
            if target.actor is not None and target.actor in who:
                continue
            why = reason(noun, entry)
            yield Finding(
                anchor=noun,
                holders=who,
                target=target,
                polarity=polarity,
                basis=entry.basis,
                evidence=around(noun, shown, target.tokens, why),
                reason=why,
                rule=f"stance.noun:{entry.label}",
            )
        return


def _lemma(noun: Token) -> str:
    """The lemma of a noun, of a compound that of its last part (`US-Kritik`, `Missbrauchsvorwurf`)."""
    return _last_part(noun.lemma_)


@lru_cache(maxsize=1 << 14)
def _last_part(lemma: str) -> str:
    if lemma in nouns():
        return lemma
    if "-" in lemma:
        return lemma.rpartition("-")[2]
    if len(lemma) > _SHORTEST and lemma not in words("compounds", where="other"):
        for head in _heads():
            if lemma.endswith(head.lower()):
                return head
    return lemma


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(words("compounds", where="head"), key=lambda head: (-len(head), head)))


def _governor(noun: Token) -> Token | None:
    """The verb that a noun is object, subject or phrase of."""
    head = noun.head
    if head == noun:
        return None
    if noun.dep_ == "conj":
        return _governor(head) if head.pos_ == "NOUN" and head.dep_ != "conj" else None
    return head if is_verb(head) else None


def _target(noun: Token, governor: Token | None, entry: Predicate, scene: Scene) -> Argument | None:
    for slot in entry.target:
        found = argument(noun, slot, scene)
        if found is not None and found.head.i > noun.i:
            return found
    if governor is None:
        if auxiliaries(noun) and ("zu" in entry.target or "dass" in entry.target):
            return argument(noun, "zu", scene) or argument(noun, "dass", scene)
        if entry.genitive == "target":
            return _genitive(noun)
        return None
    if noun.dep_ in ("obj", "nsubj:pass", "conj", "obl", "nsubj", "obl:arg"):
        for slot in entry.target:
            found = argument(governor, slot, scene)
            if found is None or found.head == noun:
                continue
            if (_has_slot(governor, noun) and not _is_far(found, noun)) or _is_next(found, noun, governor):
                return found
        if _has_slot(governor, noun) and entry.kind not in ("demand", "intend"):
            given = argument(governor, "dat", scene)
            if given is not None and given.head != noun and noun.dep_ == "obj":
                return given
    if entry.genitive == "target":
        return _genitive(noun)
    return None


def _is_far(found: Argument, noun: Token) -> bool:
    """Whether a prepositional phrase stands so far in front of a noun that it says when or where, not about what."""
    return not found.clause and found.head.i < noun.i - 12


def _is_next(found: Argument, noun: Token, governor: Token) -> bool:
    """Whether a phrase follows a noun at once or stands with it before the finite verb, whatever the parser hung it on."""
    if found.clause or found.head.i < noun.i:
        return False
    form = finite(governor)
    if form is not None and found.head.i < form.i and form.dep_ in _FIRST:
        return not any(t.is_punct for t in noun.doc[noun.i : form.i])
    return any(c.dep_ == "case" and c.i == noun.i + 1 for c in found.head.children)


def _has_slot(governor: Token, noun: Token) -> bool:
    return any(_stands(noun, slot) for slot, _ in support_verbs().get(lemma_of(governor), ()))


def _stands(noun: Token, slot: str) -> bool:
    if slot.startswith("obj"):
        return noun.dep_ in ("obj", "nsubj:pass", "conj")
    if slot == "subj":
        return noun.dep_ == "nsubj"
    return preposition(noun) == slot[2:]


def _genitive(noun: Token) -> Argument | None:
    for child in noun.children:
        if child.dep_ == "nmod" and child.i > noun.i and preposition(child) in (None, "von"):
            return Argument(child)
    return None


def _holders(
    noun: Token, governor: Token | None, entry: Predicate, found: Argument, scene: Scene
) -> tuple[tuple[Actor, ...], tuple[Token, ...]]:
    """Who holds it, and the further words that show so."""
    if entry.kind == "advocate":
        return _subject_of_predicate(noun, scene), tuple(auxiliaries(noun))
    if governor is not None:
        for slot, holder_slots in support_verbs().get(lemma_of(governor), ()):
            if not _stands(noun, slot):
                continue
            for holder in holder_slots:
                filled = logical_subject(governor) if holder == "subj" else _filled(governor, holder, scene)
                if filled is not None and filled not in (found.head, noun):
                    actors = holders(filled, scene)
                    if actors:
                        return actors, (governor, *auxiliaries(governor))
    own = _at_noun(noun, entry, found, scene)
    if own:
        return own, ()
    paper, shown = _through_document(noun, scene)
    if paper:
        return paper, shown
    if governor is not None and preposition(noun) == "mit" and found.head.i > noun.i:
        # `mit einem Appell an die Länder eröffnete der Minister`
        subject_ = logical_subject(governor)
        actors = () if subject_ is None else holders(subject_, scene)
        if actors:
            return actors, ()
    return (), ()


def _filled(governor: Token, slot: str, scene: Scene) -> Token | None:
    filled = argument(governor, slot, scene)
    return None if filled is None else filled.head


def _at_noun(noun: Token, entry: Predicate, found: Argument, scene: Scene) -> tuple[Actor, ...]:
    for child in noun.children:
        if child == found.head:
            continue
        if child.dep_ == "det:poss" or child.tag_ == "PPOSAT":
            actors = owners(child, scene)
            if actors:
                return actors
        if child.dep_ != "nmod":
            continue
        case = preposition(child)
        genitive = case is None and entry.genitive != "target" and child.tag_ != "ADJA"
        if genitive or case in _SOURCES:
            actors = scene.who(child)
            if actors:
                return actors
    if "-" in noun.text:
        return scene.cast.at(noun)
    return ()


def _through_document(noun: Token, scene: Scene) -> tuple[tuple[Actor, ...], tuple[Token, ...]]:
    """The authors of the paper that a stance stands in (`verabschiedete eine Resolution mit der Forderung nach`)."""
    current = noun
    if is_verb(noun.head) and preposition(noun) == "mit":
        # the parser may hang `mit der Forderung` on the verb of which the paper is the object
        paper = argument(noun.head, "obj", scene)
        if paper is not None and _is_document(paper.head):
            found = logical_subject(noun.head)
            return () if found is None else holders(found, scene), (paper.head, noun.head)
    for _ in range(_CHAIN):
        head = current.head
        if head == current:
            break
        if _is_document(head):
            for child in head.children:
                if child.dep_ == "nmod" and preposition(child) is None and child.i > head.i:
                    actors = scene.who(child)
                    if actors:
                        return actors, (head,)
            if is_verb(head.head) and head.dep_ in ("obj", "nsubj:pass", "obl"):
                found = logical_subject(head.head)
                actors = () if found is None else holders(found, scene)
                return actors, (head, head.head)
        if head.pos_ != "NOUN":
            break
        current = head
    return (), ()


def _is_document(noun: Token) -> bool:
    return noun.lemma_ in words("documents") or noun.lemma_.rpartition("-")[2] in words("documents")


def _subject_of_predicate(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    """Who is a `Befürworter`, `Gegner` or `Kritiker`: the subject of the copula."""
    if not auxiliaries(noun) or is_zu_infinitive(noun):
        return ()
    found = grammatical_subject(noun)
    return () if found is None else holders(found, scene)
