"""All that concerns one actor in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.model._html import Shown
from newsmodel.model.actor import Actor
from newsmodel.model.meeting import Meeting
from newsmodel.model.stance import Stance
from newsmodel.model.statement import Statement

if TYPE_CHECKING:
    from newsmodel.model.article import Article


@attrs.frozen(kw_only=True, repr=False)
class Dossier(Shown):
    """All that concerns one actor, each tuple in the order of the article.

    A meeting, statement or stance of a group concerns its members.

    Attributes:
        actor: who.
        tied: the bodies that its roles name, the groups it belongs to, its members, and who has a role in it.
        meetings: where it, or a group that it belongs to, takes part, or that it cancelled.
        statements: what it said, or what was said to it.
        stances: what it holds, what is held towards it, and what is known on its word.

    Examples:
        >>> from newsmodel.model.article import Article
        >>> from newsmodel.model.vocab import ActorKind
        >>> berg = Actor(name="Berg", kind=ActorKind.PERSON, mentions=())
        >>> Article(text="Berg schweigt.", actors=(berg,)).by(berg).statements
        ()
    """

    actor: Actor
    tied: tuple[Actor, ...]
    meetings: tuple[Meeting, ...]
    statements: tuple[Statement, ...]
    stances: tuple[Stance, ...]

    def __repr__(self) -> str:
        """Return one short line: the name, and how much there is of each sort."""
        counts = ", ".join(
            f"{len(getattr(self, name))} {name}" for name in ("tied", "meetings", "statements", "stances")
        )
        return f"Dossier({self.actor.name!r}, {counts})"


def compile_dossier(article: Article, actor: Actor) -> Dossier:
    """Gather what concerns an actor.

    Args:
        article: the article.
        actor: one of its actors.

    Returns:
        The dossier.
    """
    me = {actor, *(other for other in article.actors if _holds(other, actor))}
    bodies = {role.of for role in actor.roles}
    return Dossier(
        actor=actor,
        tied=tuple(
            other
            for other in article.actors
            if other != actor
            and (other in bodies or other in me or other in actor.members or any(r.of == actor for r in other.roles))
        ),
        meetings=tuple(m for m in article.meetings if not me.isdisjoint((*m.actors, m.cancelled_by))),
        statements=tuple(s for s in article.statements if not me.isdisjoint((*s.speakers, *s.addressees))),
        stances=tuple(t for t in article.stances if not me.isdisjoint((*t.holders, t.target, *t.attributed_to))),
    )


def _holds(group: Actor, actor: Actor) -> bool:
    """Return whether an actor is a member of a group, or of a group in it; nesting is bounded by Actor."""
    level = list(group.members)
    while level:
        if actor in level:
            return True
        level = list(dict.fromkeys(member for inner in level for member in inner.members))
    return False
