"""Proper names: the entities of the pipeline, cut to the name alone, and repaired with what is known."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.bodies import body, known_forms, sort_of
from newsmodel.parsers.actors.context import general_noun, words
from newsmodel.parsers.actors.known_names import KnownNames, by_first, fits, general_names
from newsmodel.parsers.actors.name_drafts import QUOTES, is_name_token, name_draft
from newsmodel.parsers.actors.name_parts import behind_kind, household, is_no_name, with_institution, with_kind
from newsmodel.parsers.actors.name_repairs import (
    consistent,
    join_people,
    named_otherwise,
    seen_elsewhere,
    spelled_out,
    split_people,
    with_surnames,
)
from newsmodel.parsers.actors.nouns import BODY, GROUP, PERSON, noun
from newsmodel.parsers.actors.places import capital_of, country, country_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.actors.drafts import Draft
    from newsmodel.parsers.actors.gazetteer import Entry, Gazetteer
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Doc, Span, Token

_WRAPS = frozenset({" "})
"""What is left of a line break of two characters inside a sentence; of one character nothing is left."""
_LABELS = {"PER": "person", "ORG": "body", "LOC": "place", "MISC": "misc"}
_EDGE_WORDS = frozenset({"DET", "ADP", "CCONJ", "PUNCT", "PRON", "VERB", "AUX", "SPACE"})
_LONGEST = 16
"""How many tokens a name may have on either side of a known one."""


def find_names(reading: Reading, gazetteer: Gazetteer | None = None) -> list[Draft]:
    """Return the proper names of the body sentences in text order, none over another.

    Args:
        reading: the dispatch.
        gazetteer: names of the user's own; they win over the pipeline's entities.
    """
    known = general_names() if gazetteer is None else KnownNames(gazetteer.forms())
    doc = reading.doc
    taken: set[int] = set()
    found: list[Draft] = []
    for draft in _from_forms(reading, known):
        found.append(draft)
        taken.update(range(draft.start, draft.end))
    for draft in _countries_of_words(reading, taken):
        found.append(draft)
        taken.update(range(draft.start, draft.end))
    for draft in _from_entities(reading, taken):
        found.append(draft)
        taken.update(range(draft.start, draft.end))
    found.extend(_after_titles(reading, taken))
    found.sort(key=lambda d: d.start)
    found = with_surnames(reading, found, taken)
    found.extend(seen_elsewhere(reading, found, taken))
    found.extend(spelled_out(doc, found, taken))
    found = named_otherwise(doc, found)
    found.sort(key=lambda d: d.start)
    return consistent(split_people(doc, join_people(doc, found)))


def _from_forms(reading: Reading, known: KnownNames) -> Iterator[Draft]:
    doc = reading.doc
    for sentence in reading.sentences:
        i = sentence.start
        while i < sentence.end:
            match = known.at(sentence, i)
            if match is None:
                i += 1
                continue
            size, name = match
            entry = known.own.get(name)
            if entry is None and (joint := _joint_body(doc, i + size, sentence.end)):
                yield name_draft(doc, i, joint, "body")
                i = joint
                continue
            if entry is None and not _plausible(doc, i, i + size, name):
                i += 1
                continue
            if entry is None and (longer := _longer_entity(doc[i], i + size)):
                i = longer
                continue
            yield _own(doc, i, i + size, entry) if entry else _known(doc, i, i + size, name)
            i += size


def _joint_body(doc: Doc, i: int, end: int) -> int:
    """Return the end of `CDU/CSU-Fraktion` behind its first name, 0 if nothing of that kind follows."""
    if i >= end or doc[i - 1].whitespace_ or not doc[i].text.startswith("/"):
        return 0
    last = i if len(doc[i].text) > 1 else i + 1
    if last >= end or "-" not in doc[last].text:
        return 0
    return last + 1 if noun(doc[last].text.lstrip("/"), BODY) is not None else 0


def _longer_entity(token: Token, end: int) -> int:
    """Return the end of an entity of the pipeline that holds a known name and more, 0 if there is none."""
    if not token.ent_type_:
        return 0
    start = token.i
    doc = token.doc
    while start > max(0, token.i - _LONGEST) and doc[start].ent_iob_ == "I":
        start -= 1
    last = token.i
    while last + 1 < min(len(doc), end + _LONGEST) and doc[last + 1].ent_iob_ == "I":
        last += 1
    words = [t for t in doc[start : last + 1] if t.pos_ not in _EDGE_WORDS]
    inside = [t for t in words if token.i <= t.i < end]
    return last + 1 if len(words) > len(inside) and token.ent_type_ in {"PER", "ORG"} else 0


def _plausible(doc: Doc, start: int, end: int, name: str) -> bool:
    """Whether a known name is meant here and not a common word of the same form."""
    tokens = doc[start:end]
    if name not in words("ambiguous"):
        return True
    first = tokens[0]
    if first.ent_type_ == "ORG":
        return True
    if name in words("party plural") or name.endswith(("Grünen", "Linken")):
        before = doc[start - 1] if start else None
        return (
            before is not None
            and before.lower_ in {"die", "den", "der", "von", "und", "mit"}
            and first.pos_ != "ADJ"
            and not (end < len(doc) and doc[end].pos_ == "NOUN")
        )
    return bool(first.tag_ == "NE" and (first.ent_type_ in {"ORG", "MISC"} or name.isupper()))


def _own(doc: Doc, start: int, end: int, entry: Entry) -> Draft:
    layer = {
        ActorKind.PERSON: "person",
        ActorKind.COUNTRY: "country",
        ActorKind.GROUP: "group",
        ActorKind.ORGANIZATION: "body",
    }[entry.kind]
    draft = name_draft(doc, start, end, layer)
    draft.entry = entry
    return draft


def _known(doc: Doc, start: int, end: int, name: str) -> Draft:
    found = known_forms().get(name) or body(name)
    draft = name_draft(doc, start, end, "body")
    draft.sort = found.sort if found is not None else ""
    if name in known_forms():
        draft.words = tuple(name.split())
    return draft


@cache
def _country_words() -> dict[str, list[tuple[str, ...]]]:
    return by_first(name for name in country_names() if " " in name)


def _countries_of_words(reading: Reading, taken: set[int]) -> Iterator[Draft]:
    """Countries whose names are several words (`Vereinigte Staaten`), whatever entity the pipeline sees in them."""
    doc, countries = reading.doc, _country_words()
    for sentence in reading.sentences:
        for token in sentence:
            for parts in countries.get(token.text, ()):
                size = fits(doc, token.i, sentence.end, parts)
                if not size or taken & set(range(token.i, token.i + size)) or _longer_entity(token, token.i + size):
                    continue
                if (draft := _entity(doc, token.i, token.i + size, "place")) is not None:
                    yield draft
                    break


def _from_entities(reading: Reading, taken: set[int]) -> Iterator[Draft]:
    doc = reading.doc
    for sentence in reading.sentences:
        for start, end, label in _entities(sentence):
            layer = _LABELS.get(label)
            if layer is None:
                continue
            for a, b in _pieces(doc, start, end, taken):
                draft = _entity(doc, a, b, layer)
                if draft is not None:
                    yield draft


def _entities(sentence: Span) -> Iterator[tuple[int, int, str]]:
    start, label = -1, ""
    for token in sentence:
        if token.ent_iob_ == "I" and start >= 0 and token.ent_type_ == label:
            continue
        if start >= 0:
            yield start, token.i, label
            start = -1
        if token.ent_iob_ in {"B", "I"} and token.ent_type_:
            start, label = token.i, token.ent_type_
    if start >= 0:
        yield start, sentence.end, label


def _pieces(doc: Doc, start: int, end: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Cut an entity at commas, gaps and what other names have taken, and trim its edges.

    A lone blank is what is left of a line end of two characters, where the wire wrapped: a name goes on behind it.
    """
    at = start
    for i in range(start, end + 1):
        if (
            i < end
            and i not in taken
            and doc[i].text not in {",", ";", "(", ")"}
            and (not doc[i].is_space or doc[i].text in _WRAPS)
        ):
            continue
        a, b = at, i
        while a < b and (doc[a].text in QUOTES or doc[a].pos_ in _EDGE_WORDS):
            a += 1
        while b > a and (doc[b - 1].text in QUOTES or doc[b - 1].pos_ in _EDGE_WORDS - {"VERB"}):
            b -= 1
        if a < b:
            yield a, b
        at = i + 1


def _entity(doc: Doc, start: int, end: int, layer: str) -> Draft | None:
    if layer == "person":
        start = _behind_titles(doc, start, end)
    text = " ".join(t.text for t in doc[start:end])
    if start >= end or not any(c.isupper() or c.isdigit() for c in text):
        return None
    place = country(text)
    if place is not None:
        draft = name_draft(doc, start, end, "country")
        draft.country = place
        draft.gender = place.gender
        draft.number = "p" if place.gender == "p" else "s"
        return draft
    if end - start == 1 and is_no_name(doc, start):
        return None
    known = body(text)
    if known is not None and (text not in words("ambiguous") or layer == "body"):
        return _known(doc, start, end, known.name)
    single = end - start == 1
    if single and layer != "person":
        reading = noun(doc[start].text)
        if reading is not None and reading.layer in {PERSON, GROUP}:
            return None
        if reading is not None and reading.layer == BODY and not reading.before and doc[start].tag_ == "NN":
            return None
        if reading is None and "-" in text and doc[start].tag_ == "NN" and text.rpartition("-")[2].istitle():
            return None  # a compound (`X-Klage`) that names a thing, not the body in front
        if reading is not None and "-" in text and doc[start].tag_ == "NN" and general_noun(reading.base):
            return None  # `Fußball-Weltverband`: says of which sort a body is
    if layer != "person" and (end < len(doc)) and doc[end - 1].tag_ == "ADJA" and noun(doc[end].text, BODY) is not None:
        end += 1  # the noun of `Demokratische Partei` was left out
        layer = "body"
    if layer == "body" and not single:
        start = with_kind(doc, behind_kind(doc, start, end))
    if layer == "person" and single and (family := household(doc, start, end)) is not None:
        return family
    if layer in {"place", "body"} and (wider := with_institution(doc, start, end)) is not None:
        return wider
    if layer == "place":
        seat = capital_of(text)
        draft = name_draft(doc, start, end, "place")
        draft.country = seat
        if sort_of(draft.words) not in {"", "city", "country", "team"} and not single:
            return name_draft(doc, start, end, "body")
        return draft
    if layer in {"body", "misc"} and words("area") & {t.text.rpartition("-")[2] for t in doc[start:end]}:
        return None  # a building or an area, not those in it
    return name_draft(doc, start, end, layer)


def _behind_titles(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins in a person entity that took in titles."""
    while start < end - 1:
        token = doc[start]
        known = noun(token.text, PERSON)
        if token.lower_ in words("address") or (token.pos_ == "ADJ" and token.tag_ != "NE"):
            start += 1
        elif known is not None and (token.tag_ == "NN" or "-" in token.text) and known.sort != "human":
            start += 1
        else:
            break
    return start


def _after_titles(reading: Reading, taken: set[int]) -> Iterator[Draft]:
    """Names that the pipeline missed, directly behind a title (`Minister`, `Frau`, `Sprecherin`)."""
    doc = reading.doc
    for sentence in reading.sentences:
        for token in sentence:
            i = token.i
            if i + 1 >= sentence.end or i + 1 in taken or i in taken:
                continue
            if token.pos_ not in {"NOUN", "PROPN"} or not is_name_token(doc[i + 1]):
                continue
            known = noun(token.text, PERSON)
            if known is None or known.number == "p" or known.sort not in {"office", "job", "address"}:
                continue
            if "Dat" in token.morph.get("Case") and not doc[i + 1].ent_type_:
                continue  # `warf dem Minister Wortbruch vor`: what follows a dative may be the object
            end = i + 1
            while end < sentence.end and end not in taken and is_name_token(doc[end]):
                end += 1
            if country(doc[i + 1].text) is None and capital_of(doc[i + 1].text) is None:
                taken.update(range(i + 1, end))
                yield name_draft(doc, i + 1, end, "person")
