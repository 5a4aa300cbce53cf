"""From entities to Actors: bodies of roles first, so that every Role can hold its Actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Actor, Mention, MentionType, Role, Span
from newsmodel.parsers.actors.drafts import Draft, Entity, Title
from newsmodel.parsers.actors.naming import name_of

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Doc

_DEEPEST = 5
"""How deep bodies of roles may follow one another; a deeper chain is cut."""


class Builder:
    """Makes the Actors of one dispatch."""

    def __init__(self, doc: Doc, entities: list[Entity], drafts: list[Draft]) -> None:
        self.doc = doc
        self._entities = entities
        self._drafts_of: dict[int, list[Draft]] = {}
        for draft in drafts:
            for entity in ([draft.entity] if draft.entity is not None else []) + list(draft.also):
                if draft.acts:
                    self._drafts_of.setdefault(id(entity), []).append(draft)
        self._made: dict[int, Actor] = {}
        self._open: set[int] = set()

    def build(self) -> tuple[Actor, ...]:
        """Return the Actors in the order of their first mention; those without one behind the others."""
        kept = [e for e in self._entities if self._drafts_of.get(id(e))]
        for entity in kept:
            self._actor(entity, 0)
        placed = [(self._first(e), n, self._made[id(e)]) for n, e in enumerate(self._entities) if id(e) in self._made]
        return tuple(actor for _, _, actor in sorted(placed, key=lambda item: item[:2]))

    def actor_of(self, entity: Entity) -> Actor | None:
        """Return the Actor that was made of an entity."""
        return self._made.get(id(entity))

    def _first(self, entity: Entity) -> int:
        drafts = self._drafts_of.get(id(entity), ())
        return min((d.start for d in drafts), default=len(self.doc))

    def _actor(self, entity: Entity, depth: int) -> Actor | None:
        made = self._made.get(id(entity))
        if made is not None:
            return made
        if id(entity) in self._open or depth > _DEEPEST:
            return None  # a cycle of roles: the body further in stays unnamed
        self._open.add(id(entity))
        roles = self._roles(entity, depth)
        members = tuple(a for a in (self._actor(m, depth + 1) for m in entity.members) if a is not None)
        self._open.discard(id(entity))
        drafts = self._drafts_of.get(id(entity), [])
        actor = Actor(
            name=" ".join(name_of(entity, self.doc).split()) or "?",
            kind=entity.kind,
            mentions=tuple(sorted(self._mentions(drafts), key=lambda m: (m.span.start, m.span.end))),
            roles=roles,
            members=members,
            wikidata=entity.wikidata,
        )
        self._made[id(entity)] = actor
        return actor

    def _mentions(self, drafts: list[Draft]) -> list[Mention]:
        found: dict[tuple[int, int], Mention] = {}
        for draft in drafts:
            start, end = draft.offsets(self.doc)
            kind = MentionType.NAME if draft.noun is None else MentionType.NOMINAL
            found.setdefault((start, end), Mention(span=Span(start=start, end=end), type=kind))
        return list(found.values())

    def _roles(self, entity: Entity, depth: int) -> tuple[Role, ...]:
        roles: dict[tuple[str, int], Role] = {}
        bodies: set[int] = set()
        for title in sorted(entity.titles, key=lambda t: t.tokens is None):
            role = self._role(title, entity, depth)
            if role is None or (role.title is None and id(role.of) in bodies):
                continue
            bodies.add(id(role.of))
            said = (title.noun.before + title.noun.base).lower() if title.noun is not None and role.title else ""
            roles.setdefault((said, id(role.of)), role)
        return tuple(roles.values())

    def _role(self, title: Title, entity: Entity, depth: int) -> Role | None:
        of = title.of or (title.draft.entity if title.draft is not None else None)
        actor = self._actor(of, depth + 1) if of is not None and of is not entity else None
        if title.tokens is None:
            return Role(title=None, of=actor) if actor is not None else None
        first, last = title.tokens
        start, end = self.doc[first].idx, self.doc[last].idx + len(self.doc[last].text)
        words = " ".join(self.doc.span(first, last + 1).text.split())
        return Role(title=words, of=actor, span=Span(start=start, end=end))
