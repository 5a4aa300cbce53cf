"""Who acts, speaks, meets or is concerned, and by which words."""

from __future__ import annotations

import re

import attrs

from newsmodel.model._base import Value, one_line, require, require_words
from newsmodel.model._equality import comparing_once
from newsmodel.model.span import Span
from newsmodel.model.vocab import ActorKind, MentionType

MAX_NESTING = 8
"""How deep roles and members may lead from one actor to the next: a delegation of a ministry of a state has three."""

_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,18}")


@attrs.frozen(kw_only=True)
class Mention(Value):
    """The shortest phrase that names an actor at one place.

    Attributes:
        span: where.
        type: a proper name or a nominal phrase.

    Examples:
        >>> from newsmodel.model.vocab import MentionType
        >>> text = "Erika Beispiel schweigt."
        >>> mention = Mention(span=Span(start=0, end=14), type=MentionType.NAME)
        >>> text[mention.span.start : mention.span.end]
        'Erika Beispiel'
    """

    span: Span
    type: MentionType


@attrs.frozen(kw_only=True, cache_hash=True)
class Role(Value):
    """A title or function, with the body that it belongs to.

    Attributes:
        title: as it stands in the text; None for a mere affiliation, such as a party in brackets.
        of: the body, where the text names it.
        span: where the title stands.

    Examples:
        >>> union = Actor(name="CDU", kind=ActorKind.ORGANIZATION, mentions=())
        >>> Role(title="Ministerin").title, Role(title=None, of=union).of.name
        ('Ministerin', 'CDU')
    """

    title: str | None
    of: Actor | None = None
    span: Span | None = None

    def _check(self) -> None:
        require(self.title is not None or self.of is not None, self, "title", "a role needs a title or a body")
        if self.title is not None:
            require_words(self, "title")


@comparing_once
@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Actor(Value):
    """Someone or something that acts, speaks, meets, is addressed, or holds or receives a stance.

    Attributes:
        name: the fullest proper name in the dispatch, or the head phrase of a nominal actor, in the nominative.
        kind: person, organization, country or group.
        mentions: every place that names it; empty where only a role implies it.
        roles: titles and affiliations.
        members: the actors that a side or joint group stands for.
        wikidata: the item of the real-world entity, `Q…`.

    Examples:
        >>> Actor(name="Erika Beispiel", kind=ActorKind.PERSON, mentions=(), roles=(Role(title="Ministerin"),))
        Actor('Erika Beispiel', person, Ministerin, 0 mentions)
    """

    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    members: tuple[Actor, ...] = ()
    wikidata: str | None = None
    _depth: int = attrs.field(init=False, default=0, eq=False, repr=False)
    # How many actors stand one behind the other from here on. Kept, since to follow them anew from each of the actors
    # takes quadratic time.

    def _check(self) -> None:
        require_words(self, "name")
        if self.wikidata is not None:
            require(_WIKIDATA.fullmatch(self.wikidata), self, "wikidata", f"{self.wikidata!r} is no item id (Q…)")
        depth = 1 + max((actor._depth for actor in _next_actors(self)), default=-1)  # noqa: SLF001 - it is our own
        require(depth <= MAX_NESTING, self, "members", f"roles and members are nested more than {MAX_NESTING} deep")
        object.__setattr__(self, "_depth", depth)

    def __repr__(self) -> str:
        """Return one short line: name, kind, titles, number of mentions."""
        titles = [role.title or (f"({role.of.name})" if role.of else "") for role in self.roles]
        return (
            f"Actor({', '.join([repr(self.name), self.kind, *map(one_line, titles)])}, {len(self.mentions)} mentions)"
        )


def _next_actors(actor: Actor) -> list[Actor]:
    return [*actor.members, *(role.of for role in actor.roles if role.of is not None)]
