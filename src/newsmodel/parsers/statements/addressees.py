"""Who is spoken to: a dative, the object of `auffordern`, `gegenüber X`, `im Interview mit X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import full_lemma, is_passive, objects, obliques, preposition

if TYPE_CHECKING:
    from newsmodel.parsers.statements.scene import Draft
    from newsmodel.parsers.tokens import Token

_NOBODY = frozenset({"es", "man", "das", "dies", "was", "dieses", "niemand", "nichts"})
_ACCUSATIVE = frozenset(
    [
        "auffordern",
        "bitten",
        "beschuldigen",
        "bezichtigen",
        "verdächtigen",
        "informieren",
        "unterrichten",
        "benachrichtigen",
        "fragen",
        "befragen",
        "aufrufen",
        "ermahnen",
        "ermuntern",
        "ermutigen",
        "anweisen",
        "beschwören",
        "warnen",
        "mahnen",
        "ersuchen",
        "anflehen",
        "erinnern",
        "drängen",
    ]
)
_TALKS = frozenset({"Interview", "Gespräch", "Telefonat", "Unterredung", "Unterhaltung", "Telefoninterview"})
_AUDIENCES = frozenset(
    [
        "Presse",
        "Journalist",
        "Journalistin",
        "Reporter",
        "Medienvertreter",
        "Pressevertreter",
        "Publikum",
        "Anhänger",
        "Delegierter",
        "Delegierte",
        "Abgeordneter",
        "Abgeordnete",
        "Parlament",
        "Ausschuss",
        "Versammlung",
        "Studierende",
        "Student",
        "Mitarbeiter",
        "Unterstützer",
    ]
)
_ENTITIES = frozenset({"PER", "ORG"})


def addressee_of(verb: Token, draft: Draft) -> Token | None:
    """Return the head of the phrase that names who is spoken to.

    Args:
        verb: the verb of saying.
        draft: its statement, content and speaker filled in.
    """
    return _object(verb, draft) or _in_a_phrase(verb, draft)


def _object(verb: Token, draft: Draft) -> Token | None:
    lemma = full_lemma(verb)
    # where a clause is the object, a second one is who is told, whatever case the tagger saw (`versicherte Berg, …`)
    clause = draft.type is StatementType.INDIRECT and bool(draft.content)
    for noun in objects(verb):
        if noun.i in draft.content or noun in draft.cue or noun.lower_ in _NOBODY or _names_speaker(noun, draft):
            continue
        if noun.pos_ not in ("PROPN", "PRON", "NOUN"):
            continue
        told = clause and noun.ent_type_ in _ENTITIES and draft.source is not None
        if "Dat" in noun.morph.get("Case") or told or lemma in _ACCUSATIVE:
            return noun
    return _beside_a_clause(verb, draft) if clause or lemma in _ACCUSATIVE else None


def _beside_a_clause(verb: Token, draft: Draft) -> Token | None:
    """The noun that cannot be the subject: the clause is (`Berg wird vorgeworfen, …`), or another noun (`Berg riet er, …`)."""
    for noun in verb.children:
        if noun.i in draft.content or noun.pos_ not in ("NOUN", "PROPN", "PRON") or noun.lower_ in _NOBODY:
            continue
        person = noun.ent_type_ == "PER" or full_lemma(verb) in _ACCUSATIVE
        if noun.dep_ == "nsubj:pass" and person and is_passive(verb):
            return noun
        bare = noun.dep_ == "obl" and preposition(noun) is None and noun.ent_type_ in _ENTITIES
        # two subjects: one of them is who is told
        source = draft.source.i if draft.source is not None else noun.i
        second = noun.dep_ == "nsubj" and noun.i != source
        second = second and (noun.ent_type_ in _ENTITIES or noun.i < verb.i < source)
        if (bare or second) and not _names_speaker(noun, draft) and noun.tag_ != "PRELS":
            return noun
    return None


def _names_speaker(noun: Token, draft: Draft) -> bool:
    source = draft.source
    return source is not None and (noun == source or source.is_ancestor(noun) or abs(noun.i - source.i) == 1)


def _in_a_phrase(verb: Token, draft: Draft) -> Token | None:
    for noun in obliques(verb):
        if noun.i in draft.content or noun == draft.source:
            continue
        case = preposition(noun)
        named = noun.ent_type_ in _ENTITIES
        if case == "gegenüber" or (case == "zu" and named) or (case == "vor" and (named or noun.lemma_ in _AUDIENCES)):
            return noun
        if case in ("in", "bei") and noun.lemma_ in _TALKS:
            partner = next((c for c in noun.children if preposition(c) == "mit" and c.dep_ in ("nmod", "obl")), None)
            if partner is not None and partner.i not in draft.content:
                return partner
    if verb.lemma_.lower() in ("appellieren", "richten", "wenden", "schreiben"):
        found = next((n for n in obliques(verb, "an") if n.i not in draft.content), None)
        if found is not None and (verb.lemma_ != "schreiben" or found.ent_type_ in _ENTITIES):
            return found
    return None
