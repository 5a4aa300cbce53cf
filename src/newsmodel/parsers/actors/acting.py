"""Whether a phrase stands where one acts, speaks, meets, is addressed or is concerned: decided by syntax."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsmodel.german.lexicon import table
from newsmodel.parsers.actors.context import words
from newsmodel.parsers.actors.nouns import BODY, noun
from newsmodel.parsers.actors.sentences import near_end
from newsmodel.parsers.grammar import full_lemma, is_verb, preposition, tense

if TYPE_CHECKING:
    from newsmodel.parsers.actors.drafts import Draft
    from newsmodel.parsers.tokens import Token

_CLIMBED = frozenset({"conj", "appos", "flat", "flat:name", "parataxis"})
_SUBJECT = "nsubj"
_CORE = ("nsubj", "obj", "iobj")
_INSTITUTIONS = frozenset({"government", "parliament", "party", "court", "ministry"})
_LIMIT = 12


@attrs.frozen(slots=True)
class Place:
    """Where a phrase stands: relation to its governor, preposition, and the governor."""

    relation: str
    preposition: str
    governor: Token | None


def place_of(head: Token) -> Place:
    """Return where a phrase stands, through coordinations and appositions."""
    token = head
    own = preposition(token) or ""
    for _ in range(_LIMIT):
        relation = token.dep_.lower()
        if relation not in _CLIMBED or token.head == token:
            break
        token = token.head
        own = own or preposition(token) or ""
        if token.pos_ in {"VERB", "AUX"}:
            return Place(relation="conj", preposition=own, governor=token)
    if token.head == token:
        return Place(relation="root", preposition=own, governor=None)
    return Place(relation=token.dep_.lower(), preposition=own, governor=token.head)


def _copular(governor: Token | None) -> bool:
    if governor is None:
        return False
    if any(child.dep_ == "cop" for child in governor.children):
        return True
    return governor.lemma_ in words("static")


def country_acts(draft: Draft) -> bool:
    """Whether a country, or a capital for its country, acts or is concerned and is no mere place."""
    place = place_of(draft.head)
    relation, governor = place.relation, place.governor
    capital = draft.layer == "place"
    if draft.words[-1].endswith("s") and draft.country is not None and draft.words[-1] != draft.country.name:
        owned = _owned(draft)
        if owned is not None:
            return not capital and owned.lemma_ not in words("area") and owned.text not in words("area")
    if place.preposition:
        if place.preposition not in words("towards country"):
            return False
        if place.preposition == "von":
            first = draft.head.doc[max(draft.start - 2, 0)]
            if first.pos_ == "ADP" or first.lemma_ in words("area"):
                return False
            if governor is None or governor.lemma_ in words("area") or governor.text in words("area"):
                return False
            return not capital and governor.pos_ in {"VERB", "NOUN", "ADJ"} and relation != "obl:tmod"
        if place.preposition == "für":
            return not capital
        return not (capital and place.preposition == "durch")
    if relation.startswith(_SUBJECT):
        return not capital or not _copular(governor)
    if relation.startswith(("obj", "iobj")) or relation == "obl:arg":
        return not (governor is not None and governor.lemma_ in words("motion"))
    if relation == "obl:agent":
        return True
    if relation.startswith("nmod") and governor is not None:
        if "Gen" not in draft.head.morph.get("Case") and not draft.words[-1].endswith("s"):
            return False
        if governor.lemma_ in words("area") or governor.text in words("area"):
            return False
        if governor.i < draft.head.i and _is_rule(governor):
            return False  # `die Regierung Österreichs` names one body
        return not capital or governor.lemma_ in words("act") or governor.text.endswith(("ung", "ungen"))
    return False


def _is_rule(governor: Token) -> bool:
    found = noun(governor.text, BODY)
    return found is not None and found.sort in {"government", "parliament", "military", "agency"} and not found.before


def _owned(draft: Draft) -> Token | None:
    """Return the noun behind a genitive in front of it (`Israels geplante Offensive`)."""
    doc = draft.head.doc
    i, end = draft.end, near_end(doc[draft.end - 1], 6)
    while i < end and i - draft.end < 4 and doc[i].pos_ in {"ADJ", "NUM", "ADV"}:
        i += 1
    return doc[i] if i < end and doc[i].pos_ == "NOUN" else None


def misc_acts(draft: Draft) -> bool:
    """Whether a name of unknown sort acts: only where it says something."""
    place = place_of(draft.head)
    if place.governor is None:
        return False
    if place.preposition in {"laut", "zufolge", "gegenüber"}:
        return True
    return place.relation == _SUBJECT and not place.preposition and place.governor.lemma_ in words("saying")


def nominal_acts(draft: Draft) -> bool:
    """Whether a nominal phrase acts or is concerned."""
    first = draft.head.doc[draft.start]
    crowd = first.pos_ == "NOUN" and draft.start < draft.head.i and first.lower_ in words("quantity")
    place = place_of(first if crowd else draft.head)  # `Tausende Fans`: the parse may hang on either
    many = draft.number == "p" or draft.sort == "people"
    if place.preposition:
        if draft.sort in _INSTITUTIONS and draft.definite and place.preposition in {"in", "aus"}:
            return True
        if place.preposition == "von" and place.relation.startswith("nmod") and many:
            return _deed(place.governor)
        return place.preposition in words("towards phrase") and not (
            many and place.preposition in {"für", "unter", "an", "bei", "vor"}
        )
    if place.relation.startswith("nsubj"):
        return not (_copular(place.governor) and not draft.definite)
    if place.relation.startswith(_CORE) or place.relation in {"obl:arg", "obl:agent"}:
        return draft.sort != "people"
    if place.relation.startswith("nmod"):
        return not many or _deed(place.governor)
    return place.relation == "obl" and "Dat" in draft.head.morph.get("Case")


def _deed(governor: Token | None) -> bool:
    """Whether a noun tells what somebody does (`Treffen`, `Forderung`), so that its genitive acts."""
    if governor is None or governor.pos_ != "NOUN":
        return False
    text = governor.text
    return text.endswith(("ung", "ungen", "treffen", "Treffen")) or governor.lemma_ in words("act")


def is_generic(draft: Draft) -> bool:
    """Whether a bare plural means a kind and nobody in particular (`Forscher suchen nach Pflanzen`).

    A bare plural means somebody only where one says something, or where the clause tells what happened.
    """
    if draft.number != "p" or draft.definite or draft.start < draft.head.i or draft.end > draft.head.i + 1:
        return False
    governor = place_of(draft.head).governor
    for _ in range(_LIMIT):
        if governor is None or governor.pos_ != "NOUN":
            break
        governor = governor.head
    if governor is None or not is_verb(governor):
        return True
    return tense(governor) != "past" and full_lemma(governor).lower() not in _speaking()


def says(draft: Draft) -> bool:
    """Whether a phrase is the subject of a verb of saying or thinking."""
    governor = place_of(draft.head).governor
    return is_subject(draft) and governor is not None and full_lemma(governor) in _speaking()


@cache
def _speaking() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("statements_verbs"))


def is_subject(draft: Draft) -> bool:
    """Whether a phrase is the subject of a clause."""
    place = place_of(draft.head)
    return place.relation.startswith(_SUBJECT) and not place.preposition
