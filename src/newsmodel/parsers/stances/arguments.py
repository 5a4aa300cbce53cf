"""Argument slots: where a predicate's holder and target stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers.grammar import (
    agent,
    auxiliaries,
    grammatical_subject,
    is_finite,
    is_passive,
    is_verb,
    is_zu_infinitive,
    objects,
    preposition,
    subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token

_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "csubj", "csubj:pass", "parataxis", "dep", "obj", "obl", "conj")
_CLOSE = 4
_SET_PHRASES = frozenset({"allem", "kurzem", "langem", "neuem", "weitem"})
"""What makes an adverb with a preposition: `vor allem`, `vor kurzem`, `von neuem`."""
_FAR = 60
_NOT_CONTENT = frozenset({"um", "ohne", "statt", "anstatt", "weil", "da", "nachdem", "wenn", "falls", "als", "während",
                          "obwohl", "bevor", "indem", "sofern", "solange", "ob", "wie", "bis", "seit", "sobald",
                          "damit", "sodass"})  # fmt: skip


@attrs.frozen(slots=True)
class Argument:
    """One argument of a predicate.

    Attributes:
        head: its head: a noun, pronoun or verb.
        clause: whether it is a clause.
    """

    head: Token
    clause: bool = False


def argument(token: Token, slot: str, scene: Scene) -> Argument | None:
    """Return what fills a slot at a predicate.

    Args:
        token: the predicate (verb, noun, adjective).
        slot: `subj`, `obj`, `dat`, `gen`, `pers`, `zu`, `dass`, `p:X`; `p:X>p:Y` for Y within the phrase of X.
        scene: to tell actors.

    Returns:
        The argument, None if the slot is empty.
    """
    if ">" in slot:
        outer, _, inner = slot.partition(">")
        found = argument(token, outer, scene)
        return None if found is None or found.clause else _deep(found.head, inner[2:])
    if slot.startswith("p:"):
        return _prepositional(token, slot[2:])
    if slot == "zu":
        clause = next((c for c in _clauses(token) if is_zu_infinitive(c)), None)
        return None if clause is None else Argument(clause, clause=True)
    if slot == "dass":
        clause = next((c for c in _clauses(token) if _is_dass(c)), None)
        return None if clause is None else Argument(clause, clause=True)
    if slot == "subj":
        subject_ = logical_subject(token)
        return None if subject_ is None else Argument(subject_)
    for noun in _nominal(token):
        if _fits(noun, slot, scene) and not _is_beyond(noun, token) and not _is_adverbial(noun):
            return Argument(noun)
    if slot == "dat":
        # the parser may take a dative without a telling article for an accusative
        for noun in _nominal(token):
            if noun.dep_ in ("obj", "iobj", "obl:arg") and _may_be_dative(noun):
                return Argument(noun)
    return None


def _is_adverbial(word: Token) -> bool:
    """Whether a word is an adverb or adjective that the parser took for an object (`hat einstimmig beschlossen`)."""
    return word.pos_ in ("ADV", "ADJ") and word.text[0].islower()


def _is_beyond(noun: Token, verb: Token) -> bool:
    """Whether another clause's finite verb stands between a verb and what the parser took for its object."""
    low, high = min(noun.i, verb.i), max(noun.i, verb.i)
    if high - low > _FAR:
        return True
    inside = range(noun.left_edge.i, noun.right_edge.i + 1)
    return any(is_finite(t) and t.i not in inside and t.head != verb for t in noun.doc[low + 1 : high])


def _may_be_dative(noun: Token) -> bool:
    articles = [c.lower_ for c in noun.children if c.dep_ in ("det", "det:poss")]
    if articles:
        return (articles[0].endswith("r") and articles[0] != "einer") or "Plur" in noun.morph.get("Number")
    return not any(c.text.endswith(("e", "es")) for c in noun.children if c.dep_ == "amod" and c.i < noun.i)


def _deep(noun: Token, name: str) -> Argument | None:
    """The first phrase with a preposition anywhere below a noun (`dem Einsatz von Gewalt gegen Schiffe`)."""
    for token in noun.subtree:
        if token.i > noun.i and token.dep_ == "nmod" and preposition(token) == name:
            return Argument(token)
    return None


def logical_subject(token: Token) -> Token | None:
    """Return who does or is what a predicate says: subject, agent of a passive, subject of a copula."""
    if token.dep_ == "amod" or is_passive(token):
        found = agent(token)
        if found is None or preposition(found) in ("von", "durch", None):
            return found
        # `wurde laut BBC von Tausenden begrüßt`
        return next((c for c in token.children if c.dep_.startswith("obl") and preposition(c) == "von"), None)
    return subject(token)


def _nominal(verb: Token) -> Iterator[Token]:
    if is_passive(verb):
        found = grammatical_subject(verb)
        if (found is not None and found.dep_ == "nsubj:pass") or (found is not None and not is_verb(found)):
            yield found
        elif verb.dep_ == "conj":
            found = grammatical_subject(verb.head)
            if found is not None:
                yield found
    yield from objects(verb)
    for child in verb.children:
        # dative objects and the like that the parser took for adverbials
        if child.dep_ in ("obl", "nmod") and preposition(child) is None and child.tag_ in ("NN", "NE", "PPER", "PRELS"):
            yield child
    if verb.dep_ == "conj" and is_verb(verb.head) and not objects(verb) and _is_close(verb.head, verb):
        # `den Plan weder annehmen noch ablehnen`: the object stands at the first verb
        yield from objects(verb.head)
    if verb.dep_ in ("acl:relcl", "acl", "amod"):
        return
    for child in verb.children:
        # `begrüßt und unterstützt den Plan`: the object stands at the second verb
        if child.dep_ == "conj" and is_verb(child) and child.i > verb.i and not _between_is_comma(verb, child):
            yield from objects(child)


def _is_close(first: Token, second: Token) -> bool:
    """Whether two joined verbs share their arguments: nothing but `und`, `noch` and adverbs stands between them."""
    between = first.doc[first.i + 1 : second.i]
    return len(between) <= _CLOSE and all(t.pos_ in ("CCONJ", "ADV", "PART", "AUX", "ADJ") for t in between)


def _between_is_comma(first: Token, second: Token) -> bool:
    return any(t.text in (",", ";", ":") for t in first.doc[first.i + 1 : second.i])


def case_of(noun: Token) -> str:
    """Return the case of a noun, by the ending of its article before the feature of the noun itself.

    Args:
        noun: head of a noun phrase or a pronoun.

    Returns:
        `Nom`, `Acc`, `Dat`, `Gen`, or nothing where neither tells.
    """
    for child in noun.children:
        if child.dep_ in ("det", "det:poss") and child.i < noun.i:
            lower = child.lower_
            if lower.endswith("em"):
                return "Dat"
            if lower in ("des", "eines", "dieses"):
                return "Gen"
            told = child.morph.get("Case")
            if told:
                return told[0]
    own = noun.morph.get("Case")
    return own[0] if own else ""


def _fits(noun: Token, slot: str, scene: Scene) -> bool:
    case = case_of(noun)
    time = noun.dep_ == "obl:tmod"
    if slot == "pers":
        return bool(scene.actors_at(noun))
    if slot == "org":
        return any(actor.kind is ActorKind.ORGANIZATION for actor in scene.actors_at(noun))
    if slot == "dat":
        return noun.dep_ != "nsubj:pass" and (case == "Dat" or (not case and noun.dep_ in ("obl:arg", "iobj")))
    if slot == "gen":
        return case == "Gen" and noun.dep_ in ("obl:arg", "obl", "obj")
    if slot == "obj":
        if noun.dep_ in ("nsubj:pass", "nsubj"):
            return True
        return not time and case not in ("Dat", "Gen") and noun.dep_ in ("obj", "iobj", "obl:arg")
    return False


def _prepositional(token: Token, name: str) -> Argument | None:
    found = None
    for child in token.children:
        placed = child.dep_.startswith(("obl", "nmod")) or child.dep_ in ("obj", "iobj", "xcomp", "advmod", "dep")
        if not placed or preposition(child) != name or is_verb(child) or _is_instead(child):
            continue
        if child.pos_ in ("ADJ", "ADV", "PRON") and child.lower_ in _SET_PHRASES:
            continue
        if is_verb(token) or not any(is_finite(t) for t in token.doc[token.i : max(child.left_edge.i, token.i)]):
            found = child
    if found is not None:
        # of several, the last: what stands nearer to the subject may belong to it
        return Argument(found)
    adverb = next((c for c in token.children if c.lower_ in _adverbs(name)), None)
    if adverb is not None:
        for clause in (*_clauses(adverb), *_clauses(token)):
            if is_zu_infinitive(clause) or _is_dass(clause):
                return Argument(clause, clause=True)
    for child in objects(token) if is_verb(token) else ():
        # `übt Kritik an dem Plan`: the phrase may hang on the noun
        for grandchild in child.children:
            if grandchild.dep_ == "nmod" and preposition(grandchild) == name and child.i < grandchild.i:
                return Argument(grandchild)
    return None


def _is_instead(noun: Token) -> bool:
    return any(c.lower_ in ("statt", "anstatt", "außer") for c in noun.children)


def _adverbs(name: str) -> tuple[str, str]:
    return (f"da{name}", f"dar{name}")


def _clauses(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ not in _CLAUSES or (child.dep_ == "conj" and not is_zu_infinitive(child)):
            continue
        if not (is_verb(child) or auxiliaries(child)):
            continue
        if any(c.dep_ == "mark" and c.lower_ in _NOT_CONTENT for c in child.children):
            continue
        if child.i < token.i and child.dep_ in ("conj", "parataxis", "dep", "acl"):
            continue
        yield child


def _is_dass(clause: Token) -> bool:
    marks = [c.lower_ for c in clause.children if c.dep_ == "mark" or c.tag_ == "KOUS"]
    if "dass" in marks or "daß" in marks:
        return True
    if marks or clause.dep_ not in ("ccomp", "csubj", "csubj:pass"):
        return False
    group = [clause, *auxiliaries(clause)]
    return any(is_finite(t) for t in group) and not any(c.tag_ in ("PWAV", "PWS", "PWAT") for c in clause.children)
