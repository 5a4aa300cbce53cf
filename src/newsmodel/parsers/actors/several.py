"""Phrases that mean several known actors at once: `beide Länder`, `alle drei Gewerkschaften`, `drei Bewerber: A, B, C`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.context import sorts_meant, words
from newsmodel.parsers.actors.nouns import PERSON

if TYPE_CHECKING:
    from newsmodel.parsers.actors.drafts import Draft, Entity
    from newsmodel.parsers.actors.sentences import Sentences
    from newsmodel.parsers.actors.timeline import Timeline
    from newsmodel.parsers.tokens import Doc

_NUMBERS = {"beide": 2, "beiden": 2, "beider": 2, "zwei": 2, "zweier": 2, "drei": 3, "dreier": 3, "vier": 4, "fünf": 5}
_BOTH = frozenset({"beide", "beiden", "beider"})


class Several:
    """Finds whom phrases with a number mean."""

    def __init__(self, doc: Doc, names: list[Draft], timeline: Timeline, sentences: Sentences) -> None:
        self._sentences = sentences
        self.doc = doc
        self._names = names
        self._timeline = timeline

    def settle(self, draft: Draft) -> bool:
        """Make a phrase a mention of each actor it means.

        Returns:
            True if the phrase is settled: it means known actors, or only completes or describes others.
        """
        count = self._count(draft)
        if draft.noun is None or count == 0 or draft.end != draft.head.i + 1:
            return False
        if draft.noun.layer != PERSON and self._completes(draft):
            return True
        following = bisect_left(self._names, draft.end, key=lambda d: d.start)
        if following < len(self._names) and self._names[following].start == draft.end:
            return True  # it only describes the names behind it
        found = self._listed(draft, count, following)
        if not found and not any(w in words("other") for w in draft.words):
            found = self._last(draft, count)
        for entity in found:
            self._timeline.note(draft, entity)
        draft.also = tuple(found)
        return bool(found)

    def _count(self, draft: Draft) -> int:
        """Return how many known actors a phrase claims to mean, 0 if it does not."""
        if draft.number != "p":
            return 0
        said = [w.lower() for w in draft.words[:-1]]
        number = next((_NUMBERS[w] for w in said if w in _NUMBERS), 0)
        known = draft.definite or bool(_BOTH.intersection(said)) or "alle" in said or "aller" in said
        return number if known else 0

    def _completes(self, draft: Draft) -> bool:
        """Whether the phrase only completes a group (`Vertreter beider Seiten`)."""
        head = draft.head
        return head.dep_ == "nmod" and head.head.pos_ == "NOUN" and all(c.dep_ != "case" for c in head.children)

    def _listed(self, draft: Draft, count: int, following: int) -> list[Entity]:
        """Return the actors that a list behind the phrase names (`drei Kandidaten: A, B und C`)."""
        names = self._names[following : following + count]
        if len(names) < count or self._sentences.start(names[-1].start) != self._sentences.start(draft.start):
            return []
        colon = any(t.text == ":" for t in self.doc[draft.end : names[0].start])
        if not colon and (self.doc[draft.end].text != "," or names[0].start - draft.end > 4):
            return []
        found = [d.entity for d in names if d.entity is not None and may_be_one_of(draft, d.entity)]
        return found if len(found) == count else []

    def _last(self, draft: Draft, count: int) -> list[Entity]:
        """Return the so many entities of fitting kind that were named last, in text order; none if there are fewer."""
        fitting = [e for e in self._timeline.recent() if may_be_one_of(draft, e)]
        if draft.noun is not None and draft.noun.layer == PERSON:
            same = [e for e in fitting if draft.noun.base in e.heads]
            fitting = same if len(same) >= count else fitting
        return fitting[:count][::-1] if len(fitting) >= count else []


def may_be_one_of(draft: Draft, entity: Entity) -> bool:
    """Whether an entity is of the kind that a plural noun names."""
    noun = draft.noun
    if noun is None:
        return False
    if entity.number == "p" and entity.kind is not ActorKind.COUNTRY:
        alone = bool(entity.drafts) and entity.drafts[0].end - entity.drafts[0].start == 1
        return noun.sort == "side" and entity.kind is ActorKind.GROUP and alone
    if noun.layer == PERSON:
        return entity.kind is ActorKind.PERSON
    if noun.sort == "side":
        return entity.kind is not ActorKind.PERSON
    if noun.sort == "country":
        return entity.kind is ActorKind.COUNTRY
    if noun.base == "regierung":
        return entity.sort == "government" and entity.country is not None
    return entity.kind is ActorKind.ORGANIZATION and entity.sort in sorts_meant().get(noun.base, {noun.sort})
