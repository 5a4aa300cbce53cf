"""What an article says, in one plain form for gold and prediction, so that both can be laid side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.model import Actor, Meeting, ParticipantPart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import Article, Span, Stance

Range = tuple[int, int]
"""Start, inclusive, and end, exclusive, in code points of the text."""


@attrs.frozen(kw_only=True, eq=False)
class ActorLayer:
    """An actor, where it is named, and its roles; actors are told apart by `key`."""

    key: str
    kind: str
    name: str
    mentions: tuple[Range, ...]
    titles: tuple[Range, ...]
    bodies: frozenset[str]


@attrs.frozen(kw_only=True, eq=False)
class MeetingLayer:
    """An occasion."""

    key: str
    anchors: tuple[Range, ...]
    status: str
    format: str
    participants: frozenset[str]
    hosts: frozenset[str]
    times: tuple[Range, ...]
    place: tuple[Range, ...]
    duration: str | None
    topics: tuple[tuple[Range, ...], ...]
    reason: tuple[Range, ...]
    cancelled_by: frozenset[str]


@attrs.frozen(kw_only=True, eq=False)
class StatementLayer:
    """Words of somebody."""

    type: str
    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    speakers: frozenset[str]


@attrs.frozen(kw_only=True, eq=False)
class StanceLayer:
    """A position; exactly one of the three targets is given."""

    holders: frozenset[str]
    polarity: str
    basis: str
    evidence: tuple[Range, ...]
    reason: tuple[Range, ...]
    attributed_to: frozenset[str]
    actor: str | None
    meeting: str | None
    words: tuple[Range, ...]


@attrs.frozen(kw_only=True, eq=False)
class TimeLayer:
    """An expression of time."""

    where: Range
    type: str
    value: str


@attrs.frozen(kw_only=True, eq=False)
class Layers:
    """All that is said in one dispatch."""

    actors: tuple[ActorLayer, ...]
    meetings: tuple[MeetingLayer, ...]
    statements: tuple[StatementLayer, ...]
    stances: tuple[StanceLayer, ...]
    times: tuple[TimeLayer, ...]


def layers_of(article: Article) -> Layers:
    """Return the plain form of an article.

    Groups stand for themselves and for their members. An actor that nothing but a role names has no mention, and is
    left out unless something else points to it.

    Args:
        article: what an annotator or the library found.
    """
    return _Plain(article).layers()


class _Plain:
    def __init__(self, article: Article) -> None:
        self.article = article
        self._actors = {actor: f"a{n}" for n, actor in enumerate(article.actors, 1)}
        self._meetings = {meeting: f"m{n}" for n, meeting in enumerate(article.meetings, 1)}

    def layers(self) -> Layers:
        used = self._used()
        return Layers(
            actors=tuple(self._actor(a) for a in self.article.actors if a.mentions or a in used),
            meetings=tuple(self._meeting(m) for m in self.article.meetings),
            statements=tuple(
                StatementLayer(
                    type=s.type.value, content=ranges(s.content), cue=ranges(s.cue), speakers=self._keys(s.speakers)
                )
                for s in self.article.statements
            ),
            stances=tuple(self._stance(s) for s in self.article.stances),
            times=tuple(
                TimeLayer(where=(t.span.start, t.span.end), type=t.type.value, value=t.value)
                for t in self.article.times
            ),
        )

    def _used(self) -> set[Actor]:
        found = {p.actor for m in self.article.meetings for p in m.participants}
        found |= {a for s in self.article.statements for a in s.speakers}
        found |= {a for s in self.article.stances for a in (*s.holders, s.target) if isinstance(a, Actor)}
        return {one for actor in found for one in expanded(actor)}

    def _keys(self, actors: Iterable[Actor]) -> frozenset[str]:
        return frozenset(self._actors[one] for actor in actors for one in expanded(actor) if one in self._actors)

    def _actor(self, actor: Actor) -> ActorLayer:
        return ActorLayer(
            key=self._actors[actor],
            kind=actor.kind.value,
            name=actor.name,
            mentions=ranges(m.span for m in actor.mentions),
            titles=ranges(r.span for r in actor.roles if r.title is not None and r.span is not None),
            bodies=frozenset(self._actors[r.of] for r in actor.roles if r.of is not None and r.of in self._actors),
        )

    def _meeting(self, meeting: Meeting) -> MeetingLayer:
        hosts = (p.actor for p in meeting.participants if p.part is not ParticipantPart.ATTENDEE)
        return MeetingLayer(
            key=self._meetings[meeting],
            anchors=ranges(meeting.anchors),
            status=meeting.status.value,
            format=meeting.format.value,
            participants=self._keys(p.actor for p in meeting.participants),
            hosts=self._keys(hosts),
            times=ranges(t.span for t in meeting.times),
            place=ranges(filter(None, (meeting.place,))),
            duration=meeting.duration,
            topics=tuple(ranges(issue.spans) for issue in meeting.topics),
            reason=ranges(filter(None, (meeting.reason,))),
            cancelled_by=self._keys(filter(None, (meeting.cancelled_by,))),
        )

    def _stance(self, stance: Stance) -> StanceLayer:
        target = stance.target
        return StanceLayer(
            holders=self._keys(stance.holders),
            polarity=stance.polarity.value,
            basis=stance.basis.value,
            evidence=ranges(stance.evidence),
            reason=ranges(filter(None, (stance.reason,))),
            attributed_to=self._keys(stance.attributed_to),
            actor=self._actors[target] if isinstance(target, Actor) else None,
            meeting=self._meetings[target] if isinstance(target, Meeting) else None,
            words=() if isinstance(target, Actor | Meeting) else ranges(target.spans),
        )


def ranges(spans: Iterable[Span]) -> tuple[Range, ...]:
    """Return spans of the model as ranges, in their order."""
    return tuple((span.start, span.end) for span in spans)


def expanded(actor: Actor) -> tuple[Actor, ...]:
    """Return an actor, and behind a group its members, one by one."""
    return (actor, *(one for member in actor.members for one in expanded(member)))
