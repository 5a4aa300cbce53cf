"""Where the word that names a meeting stands in its sentence: under which nouns, at which verb, in which slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.parsers.grammar import (
    auxiliaries,
    grammatical_subject,
    is_passive,
    is_verb,
    is_zu_infinitive,
    preposition,
)
from newsmodel.parsers.meetings.lemmas import verb_lemma
from newsmodel.parsers.meetings.vocabulary import Predicate, predicate

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X"})
_FAR = 12
_REACH = 16
_BREAKS = frozenset({",", ";", ":", ".", "!", "?", "(", "–", "„", "»", "«", '"', "“", "”"})


@attrs.frozen(kw_only=True, eq=False)
class Context:
    """The surroundings of a noun.

    Attributes:
        noun: the noun itself.
        governors: the nouns that it depends on, inner first (`Absage` in `die Absage des Treffens`).
        preposition: the preposition of the outermost of them, None if there is none.
        verb: the verb or predicate that this depends on, None for a phrase without one.
        slot: `subj`, `obj`, a preposition, `pred` (the noun is the predicate itself) or an empty string.
    """

    noun: Token
    governors: tuple[Token, ...]
    preposition: str | None
    verb: Token | None
    slot: str


def context_of(noun: Token) -> Context:
    """Return where a noun stands.

    Args:
        noun: the head of a noun phrase.

    Returns:
        Its context; the walk up the tree is bounded.
    """
    governors: list[Token] = []
    current, case = noun, preposition(noun)
    for _ in range(_FAR):
        head = current.head
        if head == current:
            return _predicative(noun, governors, case, current)
        if current.dep_ == "conj" and head.pos_ in _NOMINAL:
            current, case = head, case or preposition(head)
            continue
        if is_verb(head) or current.dep_.startswith("nsubj") or _is_predicate(head):
            # an object in front of its verb is easily taken for the subject: `Das Treffen sagte die Ministerin ab`
            fronted = current.dep_ == "nsubj" and (_second_subject(current, head) or _acted_upon(head))
            if auxiliaries(current) and not current.dep_.startswith(("nsubj", "obl", "obj")):
                return _predicative(noun, governors, case, current)
            return Context(
                noun=noun,
                governors=tuple(governors),
                preposition=case,
                verb=head,
                slot="obj" if fronted else "subj" if _goes_on(current, head, case) else _slot(current, head, case),
            )
        if head.pos_ in _NOMINAL:
            governors.append(head)
            case = preposition(head)
        current = head
    return Context(noun=noun, governors=tuple(governors), preposition=case, verb=None, slot="")


def at_event(context: Context) -> Context:
    """Return the context of a noun that tells at what occasion its sentence takes place, at the verb.

    `begründete die Entscheidung auf einer Konferenz`: a parser that hangs the conference on the decision misses that
    its sentence happened there.

    Args:
        context: the context as parsed.
    """
    case = preposition(context.noun)
    if not context.governors or case not in ("bei", "auf", "während") or context.verb is None:
        return context
    return attrs.evolve(context, governors=(), preposition=case, slot=case)


def _second_subject(noun: Token, verb: Token) -> bool:
    """Whether a verb that is no copula has a further subject behind this one that no comma parts from it."""
    return is_verb(verb) and any(c.dep_ == "nsubj" and c.i > noun.i + 1 and c.pos_ != "PRON" for c in verb.children)


def _acted_upon(verb: Token) -> bool:
    """Whether a verb that people do to meetings (`verschieben`) has an object already: that is who does it."""
    if not is_verb(verb) or not any(c.dep_ == "obj" and c.pos_ in ("NOUN", "PROPN") for c in verb.children):
        return False
    said = predicate(verb_lemma(verb), "obj")
    return said is not None and said.effect in ("cancelled", "postponed", "declined", "planned", "proposed")


def _goes_on(noun: Token, verb: Token, case: str | None) -> bool:
    """Whether the object of a verb that takes none is its subject: `laufen bereits Verhandlungen`."""
    if noun.dep_ != "obj" or case is not None or not is_verb(verb) or is_passive(verb):
        return False
    if grammatical_subject(verb) is not None:
        return False
    lemma = verb_lemma(verb)
    return predicate(lemma, "obj") is None and predicate(lemma, "subj") is not None


def _predicative(noun: Token, governors: list[Token], case: str | None, top: Token) -> Context:
    return Context(
        noun=noun,
        governors=tuple(governors),
        preposition=case,
        verb=top if auxiliaries(top) else None,
        slot="pred" if case is None else case,
    )


def _is_predicate(token: Token) -> bool:
    return token.pos_ in ("ADJ", "ADV") and bool(auxiliaries(token))


def _slot(argument: Token, verb: Token, case: str | None) -> str:
    dep = argument.dep_
    if case is not None:
        return case
    if dep == "nsubj:pass" or (dep.startswith("nsubj") and is_verb(verb) and is_passive(verb)):
        return "obj"
    if dep.startswith("nsubj"):
        return "subj"
    if dep in ("obj", "iobj", "obl:arg", "xcomp", "obl", "nmod"):
        return "obj"
    return ""


def predicate_at(context: Context) -> Predicate | None:
    """Return what the verb of a context says of the meeting; the subject of `ist geplatzt` may be parsed as passive."""
    verb = context.verb
    if verb is None or not is_verb(verb):
        return None
    found = predicate_of(verb, context.slot)
    if found is None and context.slot == "obj" and verb.tag_.endswith("PP"):
        return predicate_of(verb, "subj")
    if found is None and context.slot == "subj" and verb.tag_.endswith("PP"):
        return (
            predicate_of(verb, "obj")
            if any(a.lemma_.lower() in ("sein", "werden") for a in auxiliaries(verb))
            else None
        )
    return found


def clause_verb(token: Token) -> Token | None:
    """Return the nearest verb or predicate above a token, None if there is none within reach."""
    current = token
    for _ in range(_REACH):
        head = current.head
        if head == current:
            return None
        if (is_verb(head) and head.dep_ not in ("aux", "aux:pass", "cop")) or _is_predicate(head):
            return head
        current = head
    return None


def predicate_of(verb: Token, slot: str) -> Predicate | None:
    """Return what a verb, alone or as a light-verb phrase (`in Aussicht stellen`), says of a meeting in a slot."""
    lemma = verb_lemma(verb)
    for child in verb.children:
        if child.pos_ in ("NOUN", "PROPN") and child.dep_.startswith(("obl", "nmod", "obj")):
            case = preposition(child)
            if case is not None:
                for noun in (child.lemma_, child.text):
                    found = predicate(f"{case} {noun} {lemma}", slot)
                    if found is not None:
                        return found
        elif child.dep_ in ("xcomp", "ccomp") and lemma == "lassen":
            found = predicate(f"{child.lemma_.lower()} lassen", slot)
            if found is not None:
                return found
    head = verb.head
    if head != verb and head.lemma_.lower() == "lassen" and verb.dep_ in ("xcomp", "ccomp"):
        found = predicate(f"{lemma} lassen", "obj")
        if found is not None:
            return found
    return predicate(lemma, slot)


def above(verb: Token) -> tuple[Token, bool] | None:
    """Return the verb or noun that a verb's clause completes, and whether the clause is a zu-infinitive.

    Args:
        verb: the verb of a zu-infinitive (`bot an, zu verhandeln`) or a dass-clause (`kündigte an, dass …`).

    Returns:
        The governing token and True for a zu-infinitive; None where the clause completes nothing.
    """
    current = verb
    for _ in range(_FAR):
        if current.dep_ == "conj" and is_verb(current.head) and current.head != current:
            if is_zu_infinitive(current) or not _has_mark(current):
                current = current.head
                continue
        break
    head = current.head
    if head == current or current.dep_ not in ("xcomp", "ccomp", "csubj", "csubj:pass", "acl", "obj", "advcl"):
        return None
    infinitive = is_zu_infinitive(verb) or is_zu_infinitive(current)
    if current.dep_ == "advcl" and not (infinitive and not _has_mark(current)):
        return None
    if head.tag_.startswith("VM"):
        return above(head) if head.head != head and head.dep_ in ("xcomp", "ccomp") else None
    return head, infinitive


def _has_mark(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.tag_ in ("KOUS", "KOUI") for c in verb.children)


def phrases_behind(noun: Token) -> tuple[tuple[str, Token], ...]:
    """Return the prepositional phrases that follow a noun without a break, whatever the parser hung them on.

    Args:
        noun: the noun that names a meeting.

    Returns:
        Pairs of preposition and head noun in text order, up to the next mark of punctuation or finite verb.
    """
    found: list[tuple[str, Token]] = []
    doc, end = noun.doc, min(noun.sent.end, noun.i + 1 + _REACH)
    for i in range(noun.i + 1, end):
        token = doc[i]
        if token.text in _BREAKS or token.tag_.endswith("FIN") or token.tag_ in ("KOUS", "KOUI", "KON"):
            if token.tag_ == "KON" and found:
                continue
            break
        if token.dep_ == "case" and token.head.i > token.i and token.head.pos_ in (*_NOMINAL, "NUM", "DET"):
            case = preposition(token.head)
            if case is not None:
                found.append((case, _owned(token.head)))
    return tuple(found)


def _owned(noun: Token) -> Token:
    """The noun that a genitive in front of it belongs to: `über Israels Pläne` is about the plans."""
    head = noun.head
    if noun.pos_ == "PROPN" and noun.dep_ == "nmod" and noun.i < head.i <= noun.i + 4 and head.pos_ == "NOUN":
        return head
    return noun


def phrases_of(noun: Token) -> tuple[tuple[str, Token], ...]:
    """Return the phrases behind a noun that can tell of the meeting itself: none that belongs to its topic.

    Args:
        noun: the noun that names a meeting.

    Returns:
        Pairs of preposition and head noun; behind `über …` and `zu …` only what the parser hangs on the noun.
    """
    found = []
    topical = False
    for case, other in phrases_behind(noun):
        if not topical or other.head == noun:
            found.append((case, other))
        topical = topical or case in ("über", "zu", "um")
    return tuple(found)
