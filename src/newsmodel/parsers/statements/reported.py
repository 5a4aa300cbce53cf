"""Speech acts told without their wording: `X kritisierte den Plan`, `beraten über`, `hält für falsch`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import (
    grammatical_subject,
    is_negated,
    is_passive,
    is_verb,
    objects,
    obliques,
    preposition,
)
from newsmodel.parsers.statements.addressees import addressee_of
from newsmodel.parsers.statements.clauses import heads_clause
from newsmodel.parsers.statements.cues import Cue, noun_form, nouns
from newsmodel.parsers.statements.extent import trimmed
from newsmodel.parsers.statements.frame_roles import frame_tokens, speaker_of
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span, Token

_PREPOSITIONS = frozenset({"gegen", "gegenüber", "an", "über", "zu", "für", "um", "auf", "vor", "nach"})
_OBJECTLESS = frozenset({"es", "das", "dies", "sich"})


def reported_act(scene: Scene, sentence: Span, cue: Cue) -> Draft | None:
    """Return the reported act of a verb that governs no clause.

    Args:
        scene: the dispatch.
        sentence: the sentence of the cue.
        cue: a verbal cue without a content of its own.

    Returns:
        The draft; None where the verb tells no act without a clause, or nobody acts.
    """
    verb = cue.head
    content = _complement(cue)
    if content is None:
        return None
    source = speaker_of(verb, content)
    if source is None:
        return None
    draft = Draft(StatementType.REPORTED, trimmed(scene, content), "statement.reported", cue=cue.words, verb=verb)
    if cue.noun is not None and cue.noun.i in content:
        draft.cue = tuple(t for t in cue.words if t.i not in content)
    draft.source = source
    draft.medium = cue.entry.medium
    draft.addressee = addressee_of(verb, draft)
    draft.negated = is_negated(verb)
    draft.frame = frame_tokens(scene, sentence, verb, draft.content)
    return draft


def _complement(cue: Cue) -> set[int] | None:
    """The indices of what is demanded, criticised, spoken about; None where the verb has no such complement."""
    verb, takes = cue.head, cue.entry.takes
    used = {t.i for t in cue.words}
    if {"np_für", "np_als"} & takes:
        return _judged(cue)
    if "np_adj" in takes:
        found = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "ADJ"), None)
        things = objects(verb)
        return _indices(things[0]) | _indices(found) if found is not None and things else None
    for name in sorted(takes, key=lambda name: (name == "mit", name)):  # what it is about before whom it is said to
        if cue.noun is not None and cue.noun.dep_ == "obj":
            break
        if name in ("dass", "ob", "zu", "main", "quote", "np", "dat", "word"):
            continue
        for noun in obliques(verb, "zu" if name == "zum" else name):
            if noun.i not in used and noun.pos_ in ("NOUN", "PROPN", "PRON", "X"):
                return _indices(noun, keep_case=True)
    if any(t.tag_ in ("PROAV", "PAV") and _preposition_in(t.lower_) in takes for t in verb.children):
        return set()
    if "np" in takes:
        if is_passive(verb):
            thing = grammatical_subject(verb)
            if thing is not None and not is_verb(thing) and thing.i not in used:
                return _indices(thing)
            return None
        for noun in objects(verb):
            dative = noun.morph.get("Case") == ("Dat",)
            if noun.i not in used and not dative and noun.lower_ not in _OBJECTLESS and _is_thing(noun):
                return _indices(noun)
    if "dat" in takes:
        for noun in objects(verb):
            if noun.i not in used and noun.pos_ in ("NOUN", "PROPN"):
                return _indices(noun)
    if cue.noun is not None:
        for child in cue.noun.children:
            form = noun_form(cue.noun, nouns())
            known = nouns()[form].takes if form else frozenset()
            if child.dep_ in ("nmod", "obl") and child.i > cue.noun.i and (preposition(child) or "") in known | takes:
                # `äußerte Bedenken gegen den Plan`: the object whole; `ist der Ansicht`: only what it is about
                whole = preposition(cue.noun) is None and cue.noun.dep_ == "obj"
                return _indices(cue.noun if whole else child, keep_case=True)
        if cue.noun.dep_ == "obj" and preposition(cue.noun) is None and takes & _PREPOSITIONS:
            for name in sorted(takes & _PREPOSITIONS):
                for noun in obliques(verb, "zu" if name == "zum" else name):
                    low, high = min(cue.noun.i, noun.left_edge.i), max(cue.noun.i, noun.right_edge.i)
                    if cue.noun.right_edge.i + 1 == noun.left_edge.i:
                        return set(range(min(cue.noun.left_edge.i, low), high + 1))
    return None


def _preposition_in(adverb: str) -> str:
    """The preposition in a pronominal adverb: `darüber` gives `über`, `dagegen` gives `gegen`."""
    return adverb.removeprefix("hier").removeprefix("dar") if adverb[:3] == "dar" else adverb.removeprefix("da")


def _judged(cue: Cue) -> set[int] | None:
    """`hält den Plan für falsch`, `sieht darin einen Fehler` give object and predicate."""
    verb = cue.head
    wanted = {name[3:] for name in cue.entry.takes if name.startswith("np_")}
    things = [t for t in objects(verb) if t.morph.get("Case") != ("Dat",)]
    for child in verb.children:
        case = preposition(child)
        mark = next((c.lower_ for c in child.children if c.dep_ in ("case", "cc", "mark")), None)
        if child.dep_.startswith(("obl", "xcomp", "advmod", "nmod", "conj", "obj")) and (
            case in wanted or mark in wanted
        ):
            if things and things[0].i != child.i:
                return _indices(things[0]) | _indices(child, keep_case=True)
            if is_passive(verb):
                thing = grammatical_subject(verb)
                return _indices(thing) | _indices(child, keep_case=True) if thing is not None else None
    return None


def _is_thing(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN", "X", "NUM", "PRON") and not heads_clause(noun)


def _indices(head: Token | None, *, keep_case: bool = False) -> set[int]:
    """The phrase of a noun as a gapless run, relative clauses included; its preposition on demand."""
    if head is None:
        return set()
    start, end = head.left_edge.i, head.right_edge.i
    for child in head.children:
        if child.dep_ in ("conj", "parataxis", "advcl") and heads_clause(child):
            end = min(end, child.left_edge.i - 1)
        elif child.dep_ == "case" and not keep_case and child.i < head.i:
            start = max(start, child.i + 1)
    return set(range(min(start, head.i), max(end, head.i) + 1))
