"""Nominal phrases in text order: whom they take up, whom they describe, and who is new."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.acting import is_generic, is_subject, nominal_acts, place_of, says
from newsmodel.parsers.actors.antecedents import Antecedents
from newsmodel.parsers.actors.context import sorts_meant, words
from newsmodel.parsers.actors.drafts import Draft, Entity, Title
from newsmodel.parsers.actors.nouns import BODY, GROUP, PERSON, Noun
from newsmodel.parsers.actors.places import country
from newsmodel.parsers.actors.several import Several
from newsmodel.parsers.actors.timeline import Timeline, full_head

if TYPE_CHECKING:
    from newsmodel.parsers.actors.linking import NameLinker
    from newsmodel.parsers.actors.sentences import Sentences
    from newsmodel.parsers.tokens import Doc

_SEATS = frozenset({"von", "durch", "in"})
_QUOTES = frozenset('„“"«»') | {"''", "``"}


class Anaphora:
    """Joins nominal phrases to entities."""

    def __init__(self, doc: Doc, linker: NameLinker, names: list[Draft], sentences: Sentences) -> None:
        self.doc = doc
        self.linker = linker
        self._names = names
        self._timeline = Timeline(sentences)
        self._several = Several(doc, names, self._timeline, sentences)
        self._antecedents = Antecedents(doc, linker, names, self._timeline)
        self._weak: dict[tuple[str, str], list[Draft]] = {}

    def resolve(self, nominals: list[Draft]) -> None:
        """Give nominals their entities; those that name no actor keep none.

        Args:
            nominals: the nominal phrases; they are taken up in text order, names among them.
        """
        for draft in sorted([*self._names, *nominals], key=lambda d: d.start):
            if draft.noun is not None:
                self._nominal(draft, draft.noun)
            elif draft.acts and draft.entity is not None:
                self._timeline.note(draft, draft.entity)

    def _nominal(self, draft: Draft, noun: Noun) -> None:
        if self._in_front_of_a_name(draft, noun):
            return
        if noun.sort == "side":
            self._side(draft, noun)
            return
        if self._several.settle(draft):
            return
        found = self._antecedents.find(draft, noun)
        if found is None and not self._behind_a_name(draft):
            if self._is_new(draft, noun):
                found = self._new(draft, noun)
                self._take_earlier(draft, found)
            else:
                self._weak.setdefault((full_head(draft), draft.number), []).append(draft)
        if found is not None:
            found.take(draft)
            self._timeline.note(draft, found)

    def _side(self, draft: Draft, noun: Noun) -> None:
        """`die US-Seite`: the government of that country, or the country; `beide Seiten`: each of two."""
        if draft.number == "p":
            self._several.settle(draft)
            return
        place = self._antecedents.country_before(draft)
        if place is not None:
            known = self._antecedents.government(place) or self.linker.country(place)
            entity = known or self._new(draft, noun)
            entity.take(draft)
            self._timeline.note(draft, entity)

    def _take_earlier(self, draft: Draft, entity: Entity) -> None:
        """Give a new entity the earlier phrases of the same words, which alone were too weak to make an actor."""
        said = {w.lower() for w in draft.words[:-1]}
        for earlier in self._weak.pop((full_head(draft), draft.number), [])[-8:]:
            if earlier.definite and {w.lower() for w in earlier.words[:-1]} <= said:
                entity.take(earlier)

    def _behind_a_name(self, draft: Draft) -> bool:
        """Whether a phrase is an apposition to a name (`X, ein Chemiker,`)."""
        head = draft.head
        if head.dep_ != "appos":
            return False
        at = bisect_left(self._names, head.head.i + 1, key=lambda d: d.start) - 1
        return at >= 0 and self._names[at].end > head.head.i

    def _in_front_of_a_name(self, draft: Draft, noun: Noun) -> bool:
        """Whether the noun only describes a name directly behind it (`Energiekonzern RWE`): no mention of its own."""
        following = bisect_left(self._names, draft.head.i + 1, key=lambda d: d.start)
        if following == len(self._names):
            return False
        name = self._names[following]
        gap = self.doc[draft.head.i + 1 : name.start]
        if len(gap) > 1 or any(t.text not in _QUOTES for t in gap) or name.entity is None:
            return False
        if draft.layer == PERSON:
            return name.layer == "person"
        owned = (
            name.head.dep_ == "nmod"
            and name.head.head.i == draft.head.i
            and "Gen" in name.head.morph.get("Case")
            and name.words[-1].endswith(("s", "'", "’"))
        )
        if draft.layer != BODY or name.layer == "group" or owned:
            return False
        self._absorb(draft, name.entity)
        name.entity.heads.update(dict.fromkeys((noun.base, full_head(draft))))
        if name.entity.kind is ActorKind.ORGANIZATION:
            name.entity.sort = name.entity.sort or draft.sort
            name.acts = True
            for head in dict.fromkeys((noun.base, full_head(draft))):
                self._timeline.describe(head, name.entity)
        return True

    def _absorb(self, draft: Draft, named: Entity) -> None:
        """Join to a body what a compound called before it is named (`die Terrormiliz …`, then `die Terrormiliz X`)."""
        head = full_head(draft)
        if draft.noun is None or not draft.noun.before or named.kind is not ActorKind.ORGANIZATION:
            return
        for entity in self._timeline.described(head)[:1]:
            if entity is named or entity.kind is not named.kind or entity.number == "p":
                continue
            if not all(d.noun is not None and full_head(d) == head for d in entity.drafts):
                continue
            if all(d.definite and d.start == d.head.i and d.end == d.head.i + 1 for d in entity.drafts):
                for earlier in entity.drafts:
                    named.take(earlier)
                named.drafts.sort(key=lambda d: d.start)
                entity.drafts.clear()

    def _is_new(self, draft: Draft, noun: Noun) -> bool:
        """Whether a phrase that means nobody known is an actor of its own."""
        if not nominal_acts(draft):
            return False
        modified = draft.start < draft.head.i or draft.end > draft.head.i + 1 or bool(noun.before)
        if noun.layer != GROUP and is_generic(draft):
            return False
        if noun.layer == PERSON:
            return self._is_new_person(draft, noun, modified=modified)
        if noun.layer == GROUP:
            return draft.definite or modified or is_subject(draft)
        if noun.sort == "country":
            return modified and (is_subject(draft) or draft.number == "p")
        if noun.sort == "city":
            return is_subject(draft) and draft.definite and draft.number == "s" and not modified
        if noun.base in sorts_meant() and not modified:
            acts = is_subject(draft) or (noun.sort == "parliament" and place_of(draft.head).preposition in _SEATS)
            return acts and draft.definite
        if draft.number == "p":
            return is_subject(draft)
        if noun.sort == "government" and not draft.definite:
            return False
        return draft.definite or is_subject(draft) or modified

    def _is_new_person(self, draft: Draft, noun: Noun, *, modified: bool) -> bool:
        if noun.base in words("nobody") and not (noun.base == "mensch" and draft.definite and says(draft)):
            return False
        if draft.number == "p":
            return modified or draft.definite or is_subject(draft) or noun.sort in {"office", "human", "national"}
        governor = place_of(draft.head).governor
        if governor is not None and governor.lemma_ in words("post"):
            return False
        if noun.sort in {"human", "national"} and not modified:
            return is_subject(draft)
        return draft.definite or is_subject(draft)

    def _new(self, draft: Draft, noun: Noun) -> Entity:
        place = self._antecedents.country_before(draft)
        entity = Entity(
            kind=_kind(draft, noun),
            sort=draft.sort,
            gender=draft.gender,
            number=draft.number or "s",
            country=country(place) if place else None,
        )
        if entity.kind is ActorKind.PERSON and noun.titular:
            title = Title(tokens=(draft.head.i, draft.head.i), noun=noun, country=entity.country)
            title.draft = self._owner(draft)
            draft.titles.append(title)
        self.linker.entities.append(entity)
        return entity

    def _owner(self, draft: Draft) -> Draft | None:
        """Return the body or country that completes a phrase (`Sprecher des Ministeriums`)."""
        at = bisect_left(self._names, draft.head.i + 1, key=lambda d: d.start)
        inside = [d for d in self._names[at : at + 4] if d.start < draft.end]
        return next((d for d in inside if d.layer in {"body", "country"}), None)


def _kind(draft: Draft, noun: Noun) -> ActorKind:
    if noun.layer == GROUP or draft.number == "p":
        return ActorKind.GROUP
    if noun.layer == PERSON:
        return ActorKind.PERSON
    return ActorKind.COUNTRY if noun.sort == "country" else ActorKind.ORGANIZATION
