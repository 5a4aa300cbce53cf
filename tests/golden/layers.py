"""What a dispatch says, in one plain form for gold and output, so that both can be laid side by side."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsmodel import Actor, Article, Meeting, Span

Range = tuple[int, int]
"""Start, inclusive, and end, exclusive, in code points of the text."""

Target = tuple[str, str | tuple[Range, ...]]
"""`("actor", key)`, `("meeting", key)` or `("text", ranges)`."""


@attrs.frozen(kw_only=True)
class ActorLayer:
    """An actor and where it is named."""

    key: str
    kind: str
    name: str
    mentions: tuple[Range, ...]
    titles: tuple[Range, ...]


@attrs.frozen(kw_only=True)
class TimeLayer:
    """An expression of time."""

    where: Range
    type: str
    value: str


@attrs.frozen(kw_only=True)
class MeetingLayer:
    """An occasion."""

    key: str
    anchors: tuple[Range, ...]
    status: str
    format: str
    participants: frozenset[str]
    hosts: frozenset[str]
    mediators: frozenset[str]
    times: tuple[Range, ...]


@attrs.frozen(kw_only=True)
class StatementLayer:
    """Words of somebody."""

    type: str
    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    speakers: frozenset[str]
    nested: bool


@attrs.frozen(kw_only=True)
class StanceLayer:
    """A position."""

    holders: frozenset[str]
    target: Target
    polarity: str
    basis: str
    evidence: tuple[Range, ...]


@attrs.frozen(kw_only=True)
class Layers:
    """All that is said in one dispatch."""

    actors: tuple[ActorLayer, ...]
    times: tuple[TimeLayer, ...]
    meetings: tuple[MeetingLayer, ...]
    statements: tuple[StatementLayer, ...]
    stances: tuple[StanceLayer, ...]


def of_article(article: Article) -> Layers:
    """Return the plain form of what the library read."""
    actors = {actor: f"a{n}" for n, actor in enumerate(article.actors)}
    meetings = {meeting: f"m{n}" for n, meeting in enumerate(article.meetings)}
    stances = []
    for stance in article.stances:
        target: Target
        if isinstance(stance.target, Actor):
            target = ("actor", actors[stance.target])
        elif isinstance(stance.target, Meeting):
            target = ("meeting", meetings[stance.target])
        else:
            target = ("text", ranges(stance.target.spans))
        stances.append(
            StanceLayer(
                holders=frozenset(actors[a] for a in stance.holders),
                target=target,
                polarity=stance.polarity.value,
                basis=stance.basis.value,
                evidence=ranges(stance.evidence),
            )
        )
    return Layers(
        actors=tuple(
            ActorLayer(
                key=key,
                kind=actor.kind.value,
                name=actor.name,
                mentions=ranges(m.span for m in actor.mentions),
                titles=ranges(role.span for role in actor.roles if role.span is not None),
            )
            for actor, key in actors.items()
            if actor.mentions
        ),
        times=tuple(
            TimeLayer(where=(t.span.start, t.span.end), type=t.type.value, value=t.value) for t in article.times
        ),
        meetings=tuple(
            MeetingLayer(
                key=key,
                anchors=ranges(meeting.anchors),
                status=meeting.status.value,
                format=meeting.format.value,
                participants=frozenset(actors[a] for p in meeting.participants for a in expand(p.actor)),
                hosts=frozenset(actors[p.actor] for p in meeting.participants if p.part.value == "host"),
                mediators=frozenset(actors[p.actor] for p in meeting.participants if p.part.value == "mediator"),
                times=ranges(t.span for t in meeting.times),
            )
            for meeting, key in meetings.items()
        ),
        statements=tuple(
            StatementLayer(
                type=s.type.value,
                content=ranges(s.content),
                cue=ranges(s.cue),
                speakers=frozenset(actors[a] for a in s.speakers),
                nested=s.parent is not None,
            )
            for s in article.statements
        ),
        stances=tuple(stances),
    )


def ranges(spans: Iterable[Span]) -> tuple[Range, ...]:
    """Return spans of the model as ranges, in the order of the text."""
    return tuple(sorted((span.start, span.end) for span in spans))


def expand(actor: Actor) -> tuple[Actor, ...]:
    """Return an actor and, for a joint group, those who make it up."""
    return (actor, *(inner for member in actor.members for inner in expand(member)))
