"""What was named so far, in text order: for looking back a bounded way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.acting import is_subject
from newsmodel.parsers.actors.nouns import BODY, GROUP, noun

if TYPE_CHECKING:
    from newsmodel.parsers.actors.drafts import Draft, Entity
    from newsmodel.parsers.actors.sentences import Sentences

_WINDOW = 60
"""How many mentions back an antecedent may lie."""
_BUCKET = 12


@attrs.frozen(slots=True, eq=False)
class Past:
    """A mention that was passed."""

    start: int
    sentence: int
    subject: bool
    entity: Entity


class Timeline:
    """Mentions in text order, and entities by the nouns that describe them."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._past: list[Past] = []
        self._by_head: dict[str, list[Entity]] = {}

    def note(self, draft: Draft, entity: Entity) -> None:
        """Add a mention of an entity."""
        past = Past(
            start=draft.start, sentence=self._sentences.start(draft.start), subject=is_subject(draft), entity=entity
        )
        self._past.append(past)
        for head in _heads(draft, entity):
            self.describe(head, entity)

    def describe(self, head: str, entity: Entity) -> None:
        """Note that a noun describes an entity."""
        bucket = self._by_head.setdefault(head, [])
        if not bucket or bucket[-1] is not entity:
            bucket.append(entity)

    def described(self, head: str) -> list[Entity]:
        """Return the entities that a noun described last, the latest first."""
        return self._by_head.get(head, [])[-_BUCKET:][::-1]

    def recent(self, limit: int = _WINDOW) -> list[Entity]:
        """Return the entities named last, the latest first, each once, at most so many."""
        seen: dict[int, Entity] = {}
        for past in reversed(self._past[-_WINDOW:]):
            seen.setdefault(id(past.entity), past.entity)
            if len(seen) == limit:
                break
        return list(seen.values())

    def by_salience(self, limit: int) -> list[Entity]:
        """Return the persons named in the last sentences; those nearer and those that were subjects first."""
        scores: dict[int, tuple[float, int, Entity]] = {}
        sentences: list[int] = []
        for rank, past in enumerate(reversed(self._past[-limit:])):
            if past.entity.kind is not ActorKind.PERSON or past.entity.number == "p":
                continue
            if past.sentence not in sentences:
                sentences.append(past.sentence)
            score = 3.0 * len(sentences) + 0.3 * rank - (2.5 if past.subject else 0.0)
            known = scores.get(id(past.entity))
            if known is None or score < known[0]:
                scores[id(past.entity)] = (score, rank, past.entity)
        return [entity for _, _, entity in sorted(scores.values(), key=lambda item: item[:2])]


def full_head(draft: Draft) -> str:
    """Return the head of a nominal in its base form with what stands before it in the compound, lower case."""
    noun = draft.noun
    return (noun.before + noun.base).lower() if noun is not None else draft.head.lower_


def _heads(draft: Draft, entity: Entity) -> list[str]:
    heads = [t.noun.base for t in draft.titles if t.noun is not None]
    if draft.noun is not None:
        return [*heads, draft.noun.base, full_head(draft)]
    if entity.kind is ActorKind.ORGANIZATION or entity.kind is ActorKind.GROUP:
        for word in draft.words:
            found = noun(word, BODY) or noun(word, GROUP)
            if found is not None:
                heads += [found.base, (found.before + found.base).lower()]
    return heads
