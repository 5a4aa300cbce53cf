"""Whom a definite nominal phrase takes up: `der Minister`, `das Land`, `sein Land`, `der 52-Jährige`, `der Konzern`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.acting import place_of
from newsmodel.parsers.actors.context import general_noun, offices, sorts_meant, takes_compounds, words
from newsmodel.parsers.actors.nouns import BODY, GROUP, PERSON, Noun
from newsmodel.parsers.actors.places import by_adjective, country
from newsmodel.parsers.actors.timeline import full_head

if TYPE_CHECKING:
    from newsmodel.parsers.actors.drafts import Draft, Entity, Title
    from newsmodel.parsers.actors.linking import NameLinker
    from newsmodel.parsers.actors.timeline import Timeline
    from newsmodel.parsers.tokens import Doc, Token

_NEAR = 12
_STEM = 6
_TITLES = 20


class Antecedents:
    """Finds the entity that a nominal phrase takes up."""

    def __init__(self, doc: Doc, linker: NameLinker, names: list[Draft], timeline: Timeline) -> None:
        self.doc = doc
        self.linker = linker
        self._names = names
        self._timeline = timeline

    def find(self, draft: Draft, noun: Noun) -> Entity | None:
        """Return the entity, None if nobody known fits."""
        if noun.sort == "country" and draft.number == "p":
            return None
        owned = self._of_the_last_person(draft, noun)
        if owned is not None:
            return owned
        if noun.sort == "country" and place_of(draft.head).preposition in words("within"):
            return None
        bare = draft.start == draft.head.i
        if noun.sort == "country" and draft.definite and not noun.before and bare:
            return self._last_country(draft)
        same = self._same_head(draft, noun)
        if same is not None:
            return same
        if not draft.definite or draft.number == "p":
            return None
        if noun.layer == PERSON:
            return self._person_by_noun(draft, noun)
        if noun.layer == BODY and bare and draft.end == draft.head.i + 1:
            return self._named_in_compound(noun) or self._general(noun, draft.head)
        return self._without_side(noun) if noun.layer == GROUP else None

    def country_before(self, draft: Draft) -> str | None:
        """Return the country that an adjective or the first part of the compound names (`US-Regierung`)."""
        if draft.country is not None and draft.noun is not None:
            return draft.country.name
        for token in self.doc[draft.start : draft.head.i]:
            found = by_adjective(token.text)
            if found is not None:
                return found.name
        before = draft.noun.before.rstrip("-") if draft.noun is not None else ""
        known = country(before) if before else None
        return known.name if known is not None else None

    def government(self, place: str) -> Entity | None:
        """Return the government of a country that the dispatch named last."""
        for head in ("regierung", "führung"):
            for entity in self._timeline.described(head):
                if entity.country is not None and entity.country.name == place:
                    return entity
        return None

    def _last_country(self, draft: Draft) -> Entity | None:
        """`das Land`: the country named last, as an actor or as a place."""
        at = bisect_left(self._names, draft.start, key=lambda d: d.start)
        for name in reversed(self._names[max(0, at - 20) : at]):
            if name.layer == "country" and name.entity is not None:
                return name.entity
        return None

    def _of_the_last_person(self, draft: Draft, noun: Noun) -> Entity | None:
        """`sein Land`, `ihre Partei`: the country or party of the person named last."""
        first = self.doc[draft.start - 1] if draft.start else None
        if first is None or noun.base not in {"land", "partei"} or first.tag_ != "PPOSAT" or draft.number == "p":
            return None
        wanted = "m" if first.lower_.startswith("sein") else "f"
        for entity in self._timeline.recent(6):
            if entity.kind is not ActorKind.PERSON or (entity.gender and entity.gender != wanted):
                continue
            for title in _titles(entity):
                found = self._country_of(title) if noun.base == "land" else self._party_of(title)
                if found is not None:
                    return found
        return None

    def _country_of(self, title: Title) -> Entity | None:
        if title.country is not None:
            return self.linker.make_country(title.country.name)
        body = title.draft.entity if title.draft is not None else None
        return body if body is not None and body.kind is ActorKind.COUNTRY else None

    def _party_of(self, title: Title) -> Entity | None:
        if title.prefix is not None:
            return self.linker.make_body(title.prefix[0])
        body = title.draft.entity if title.draft is not None else None
        return body if body is not None and body.sort == "party" else None

    def _same_head(self, draft: Draft, noun: Noun) -> Entity | None:
        """Return the entity described before by the same noun; a shorter noun may take up a compound."""
        place = self.country_before(draft)
        owned = draft.country is not None
        unique = draft.layer in {BODY, GROUP} or draft.number == "p"
        for entity in self._timeline.described(noun.base):
            if not _agrees(draft, entity) or not self._words_fit(draft, noun, entity):
                continue
            if place is not None and entity.country is not None and entity.country.name != place:
                continue
            if draft.definite or owned or draft.number == "p" or (unique and _identical(draft, entity)):
                return entity
        return None

    def _words_fit(self, draft: Draft, noun: Noun, entity: Entity) -> bool:
        """Whether what the phrase says beyond its head was said of the entity before."""
        said = {t.lower_ for d in entity.drafts[-8:] if d.noun is not None for t in self.doc[d.start : d.end]}
        said |= {w.lower() for d in entity.drafts[-8:] for w in d.words}
        said |= {t.noun.before.lower() for t in entity.titles[-8:] if t.noun is not None}
        said.update(entity.last_heads)
        known = " ".join(sorted(said))
        if noun.before and not _said_before(noun, known) and not self._is_specified(draft, entity):
            return False
        if entity.kind is ActorKind.PERSON:
            return True
        behind = self.doc[draft.head.i + 1 : draft.end]
        if len(behind):
            if any(t.lower_ == "beider" for t in behind) and draft.number == "p":
                return True
            head_known = full_head(draft) in {full_head(d) for d in entity.drafts[-8:]} | said
            return head_known and all(t.lower_ in known for t in behind if t.pos_ in {"NOUN", "PROPN"})
        adjectives = [t for t in self.doc[draft.start : draft.head.i] if t.tag_ == "ADJA" and t.pos_ != "NUM"]
        return all(t.lower_[:_STEM] in known or t.lower_ in words("again") for t in adjectives)

    def _person_by_noun(self, draft: Draft, noun: Noun) -> Entity | None:
        if noun.base == "jährige" or noun.sort == "national" or (noun.base in words("anybody") and not noun.before):
            return self._person(draft)
        if "-" in noun.before and noun.titular:
            found = self._of_party(draft, noun.before.split("-")[-2])
            if found is not None or noun.base != "politiker":
                return found
            person = self._person(draft)
            return person if person is not None and not _affiliated(person) else None
        bare = draft.start == draft.head.i and draft.end == draft.head.i + 1
        if noun.sort == "job" and bare and not noun.before:
            people = [e for e in self._timeline.by_salience(_NEAR) if _agrees(draft, e)]
            unknown = [e for e in people[:1] if not any(t.tokens for t in _titles(e))]
            return next(iter(unknown if len(people) > 1 else people), None)
        return self._same_office(draft, noun)

    def _of_party(self, draft: Draft, party: str) -> Entity | None:
        """`der CDU-Politiker`: the last person of that party."""
        wanted = self.linker.body(party)
        for entity in self._timeline.recent(_NEAR) if wanted is not None else ():
            if entity.kind is ActorKind.PERSON and _agrees(draft, entity):
                titles = _titles(entity)
                bodies = [t.draft.entity for t in titles if t.draft is not None]
                bodies += [self.linker.body(t.prefix[0]) for t in titles if t.prefix is not None]
                if wanted in bodies:
                    return entity
        return None

    def _same_office(self, draft: Draft, noun: Noun) -> Entity | None:
        """`der Staatschef` for a president, `der Regierungschef` for a chancellor: the last person with such a title."""
        office = offices().get((noun.before + noun.base).lower())
        for entity in self._timeline.recent(20) if office is not None else ():
            if entity.kind is ActorKind.PERSON and _agrees(draft, entity):
                held = [t.noun for t in _titles(entity) if t.noun is not None]
                titles = [(n.before.rpartition("-")[2] + n.base).lower() for n in held]
                if any(offices().get(title) == office for title in titles):
                    return entity
        return None

    def _person(self, draft: Draft) -> Entity | None:
        people = [e for e in self._timeline.by_salience(_NEAR) if _agrees(draft, e)]
        if draft.age is not None:
            known = [e for e in self._timeline.recent() if e.age == draft.age and e.kind is ActorKind.PERSON]
            return next(iter(known), None) or next((e for e in people if e.age is None), None)
        return people[0] if people else None

    def _is_specified(self, draft: Draft, entity: Entity) -> bool:
        """Whether a compound only says more of a body that was a bare noun (`die Regierung`: `die Mitte-Regierung`)."""
        noun = draft.noun
        if noun is None or noun.layer != BODY or not draft.definite or draft.number == "p":
            return False
        known = self.country_before(draft)
        if entity.longest or (entity.country is not None and known is None):
            return False
        return all(d.end - d.start == 1 and d.noun is not None and not d.noun.before for d in entity.drafts[:8])

    def _named_in_compound(self, noun: Noun) -> Entity | None:
        """`die PSOE-Partei`, `der Dorn-Konzern`: the body whose name stands in front of a general noun."""
        word = general_noun(noun.base)
        if word is None or not noun.before.endswith("-") or not takes_compounds(word):
            return None
        return self.linker.body(noun.before.rstrip("-"))

    def _without_side(self, noun: Noun) -> Entity | None:
        """`die Arbeitgeberseite`: the employers, where they were named."""
        if noun.base != "seite" or not noun.before:
            return None
        return next(iter(self._timeline.described(noun.before.lower())), None)

    def _general(self, noun: Noun, head: Token) -> Entity | None:
        """`der Konzern`, `die Umweltorganisation`: the last entity of that sort; one of unknown sort if there is none.

        A compound that was not said of it before takes up only a body with a name of its own, named a short way back.
        """
        word = general_noun(noun.base)
        if word is None or (noun.before and not (takes_compounds(word) and _is_plain_part(noun.before))):
            return None
        if noun.before and head.ent_type_ == "ORG" and "-" not in head.text:
            return None  # a name of its own (`Bauernverband`)
        wanted = sorts_meant()[word]
        unknown = None
        for entity in self._timeline.recent(8 if noun.before else 20):
            if entity.kind is not ActorKind.ORGANIZATION or entity.number == "p":
                continue
            if noun.before and (not entity.longest or any(noun.base in head for head in entity.last_heads)):
                continue
            if noun.base in entity.heads or (entity.sort and entity.sort in wanted):
                return entity
            if "" in wanted and not entity.sort and word == noun.base:
                unknown = unknown or entity
        return unknown


def _said_before(noun: Noun, known: str) -> bool:
    first = noun.before.lower().removeprefix("ex-").rstrip("-s")
    return first in known


def _is_plain_part(before: str) -> bool:
    """Whether the first part of a compound describes a body and does not set its rank or place (`Bundes-`, `EU-`)."""
    part = before.lower().rstrip("-")
    if part.startswith(tuple(words("rank"))) or part.endswith(tuple(words("rank"))):
        return False
    return country(before.rstrip("-").removesuffix("s")) is None and not (
        before.endswith("-") and before[:-1].isupper()
    )


def _agrees(draft: Draft, entity: Entity) -> bool:
    if draft.layer == BODY and entity.kind is ActorKind.PERSON:
        return False
    if entity.drafts and entity.drafts[-1].start < draft.start < entity.drafts[-1].end:
        return False  # the phrase is a part of that mention
    if draft.layer == PERSON and entity.kind in {ActorKind.ORGANIZATION, ActorKind.COUNTRY}:
        return False
    if (draft.number == "p") != (entity.number == "p") and entity.kind is not ActorKind.COUNTRY:
        return False
    if entity.kind is ActorKind.PERSON and draft.gender in {"m", "f"} and entity.gender in {"m", "f"}:
        return draft.gender == entity.gender
    return True


def _identical(draft: Draft, entity: Entity) -> bool:
    said = {w.lower() for w in draft.words}
    return any({w.lower() for w in d.words} == said for d in entity.drafts[-5:])


def _affiliated(entity: Entity) -> bool:
    return any(t.draft is not None or t.prefix is not None for t in _titles(entity))


def _titles(entity: Entity) -> list[Title]:
    """The titles of an entity; of one that is named thousands of times, the first and the last."""
    titles = entity.titles
    return titles if len(titles) <= 2 * _TITLES else [*titles[:_TITLES], *titles[-_TITLES:]]
