"""The parts of a verb: particle, reflexive, auxiliaries, the finite form, the lemma of the whole."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from newsmodel.german.lexicon import table
from newsmodel.parsers.tokens import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "–", "(", "„", "»", "«", '"', "“", "”"})
_FAR = 40


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb form: a full verb, an auxiliary or a modal; no participle used as adjective."""
    return token.pos_ in _VERBAL


def is_finite(token: Token) -> bool:
    """Tell whether a token is a finite verb form, by its features or by its STTS tag."""
    tag = token.tag_
    if tag.startswith("V"):
        return tag.endswith(("FIN", "IMP"))
    return token.pos_ in _VERBAL and "Fin" in token.morph.get("VerbForm")


@remembered
def is_infinitive(token: Token) -> bool:
    """Tell whether a verb form is an infinitive, also where the tagger took it for a participle.

    A form that is its own lemma is no participle (`anmerken`, `befehlen`), but for a few strong verbs behind a prefix
    that cannot be separated (`beraten`, `vergeben`).
    """
    if token.tag_ in ("VVINF", "VVIZU"):
        return True
    if token.tag_ != "VVPP":
        return False
    lower = token.lower_
    return lower.endswith("n") and lower == token.lemma_.lower() and not lower.endswith(_same_participles())


@functools.cache
def _same_participles() -> tuple[str, ...]:
    return tuple(row["root"] for row in table("grammar_same_participles"))


@remembered
def full_lemma(verb: Token) -> str:
    """Return the lemma of a verb with its separated particle in front (`sagte … ab`: `absagen`)."""
    lemma = verb.lemma_.lower()
    part = particle(verb)
    if part is None or lemma.startswith(part.lower_):
        return lemma
    return part.lower_ + lemma


@remembered
def particle(verb: Token) -> Token | None:
    """Return the separated particle of a verb, also where the parser gave it another relation.

    Args:
        verb: a verb.

    Returns:
        The particle (`ab` in `sagte die Reise ab`), None if the verb has none.
    """
    for child in verb.children:
        if child.dep_ == "compound:prt" and child.i > verb.i:
            return child
    if not is_finite(verb):
        return None
    for token in _to_the_right(verb):
        if token.tag_ == "PTKVZ":
            head = token.head
            # a particle that the parser gave to another finite verb in between stays there
            if head == verb or not (is_verb(head) and token.dep_ == "compound:prt"):
                return token
            return None
        if is_finite(token):
            return None
    return None


@remembered
def reflexive(verb: Token) -> Token | None:
    """Return the reflexive pronoun of a verb (`sich`), None if it has none."""
    for child in verb.children:
        if child.tag_ == "PRF" or (child.pos_ == "PRON" and "Yes" in child.morph.get("Reflex")):
            return child
    for child in auxiliaries(verb):
        for grandchild in child.children:
            if grandchild.tag_ == "PRF":
                return grandchild
    if not is_finite(verb):
        return _reflexive_in_front(verb)
    for token in _to_the_right(verb):
        if token.tag_ == "PRF":
            head = token.head
            return token if not is_verb(head) or head == verb or (not is_finite(head) and head.head == verb) else None
        if is_verb(token):
            return None
    return None


def _reflexive_in_front(verb: Token) -> Token | None:
    """The reflexive of an infinitive or participle whose head the parser missed (`wollte sich nicht äußern`)."""
    doc, start = verb.doc, verb.sent.start
    for i in range(verb.i - 1, max(start, verb.i - _FAR) - 1, -1):
        token = doc[i]
        if token.text in _STOPS or (is_verb(token) and token.head != verb):
            return None
        if token.tag_ == "PRF":
            return token if token.head == verb or not is_verb(token.head) else None
        if is_finite(token):
            return None
    return None


@remembered
def auxiliaries(verb: Token) -> tuple[Token, ...]:
    """Return auxiliaries, modals and copulas of a verb or predicate, in text order."""
    return tuple(c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop"))


@remembered
def modal(verb: Token) -> Token | None:
    """Return the modal verb over a verb (`will` in `will absagen`), None if there is none."""
    for child in verb.children:
        if child.dep_ in ("aux", "aux:pass", "cop") and child.tag_.startswith("VM"):
            return child
    head = verb.head
    if head != verb and head.tag_.startswith("VM") and verb.dep_ in ("xcomp", "ccomp", "obj"):
        return head
    if verb.dep_ == "conj" and not is_finite(verb) and is_verb(head) and not _has_finite_aux(verb):
        return modal(head)
    return None


def _has_finite_aux(verb: Token) -> bool:
    return any(is_finite(aux) for aux in auxiliaries(verb))


@remembered
def finite(verb: Token) -> Token | None:
    """Return the finite verb of a verb's group: itself, an auxiliary or modal, or that of the verb it is joined to."""
    for _ in range(_FAR):
        if is_finite(verb):
            return verb
        for aux in auxiliaries(verb):
            if is_finite(aux):
                return aux
        head = verb.head
        if head == verb:
            return None
        if head.tag_.startswith("VM") and verb.dep_ in ("xcomp", "ccomp", "obj"):
            verb = head
        elif verb.dep_ == "conj" and is_verb(head) and not _has_zu(verb):
            verb = head
        else:
            return None
    return None


# the particles that a verb is parted from, but for those that make another one with `zu` (`hinzufügen`)
_WITH_ZU = re.compile(
    r"(?:ab|an|auf|aus|bei|bereit|bekannt|durch|ein|entgegen|fern|fest|fort|frei|heim|her\w*|hin\w+|klar|los|mit|nach|"
    r"nieder|statt|teil|über|um|unter|vor\w*|weg|weiter|wieder|zurück|zusammen|zu)zu\w{2,}n"
)


@remembered
def _has_zu(verb: Token) -> bool:
    if verb.tag_ == "VVIZU" or any(c.tag_ == "PTKZU" for c in verb.children):
        return True
    # `vorzugehen`, which the tagger now and then takes for a plain infinitive
    return verb.tag_ == "VVINF" and _WITH_ZU.fullmatch(verb.text) is not None


@remembered
def is_zu_infinitive(verb: Token) -> bool:
    """Tell whether a verb is an infinitive with `zu` (`zu kommen`, `abzusagen`, `gesagt zu haben`)."""
    if _has_zu(verb):
        return True
    return any(_has_zu(aux) or aux.tag_ == "VAIZU" for aux in auxiliaries(verb))


@remembered
def verb_group(verb: Token) -> tuple[Token, ...]:
    """Return a verb with its particle, reflexive, auxiliaries, modals and the `zu` of its infinitive, in text order."""
    group = {verb.i: verb}
    for token in (particle(verb), reflexive(verb), *auxiliaries(verb)):
        if token is not None:
            group[token.i] = token
    for token in list(group.values()):
        group.update((c.i, c) for c in token.children if c.tag_ == "PTKZU")
    return tuple(group[i] for i in sorted(group))


def _to_the_right(verb: Token) -> Iterator[Token]:
    """The tokens behind a verb up to the next mark or the end of its sentence."""
    doc = verb.doc
    for i in range(verb.i + 1, min(len(doc), verb.i + _FAR)):
        token = doc[i]
        if token.is_sent_start or token.text in _STOPS:
            return
        yield token
