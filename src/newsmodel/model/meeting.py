"""Occasions on which actors come together or speak with each other on purpose."""

from __future__ import annotations

import re

import attrs

from newsmodel.model._base import Value, one_line, require, require_words
from newsmodel.model._equality import comparing_once
from newsmodel.model.actor import Actor
from newsmodel.model.issue import Issue
from newsmodel.model.span import Span
from newsmodel.model.time import TimeExpression
from newsmodel.model.vocab import MeetingFormat, MeetingStatus, ParticipantPart

_NUMBER = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"
_DURATION = re.compile(
    rf"P(?=[0-9T])(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=[0-9])(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED)


@attrs.frozen(kw_only=True, cache_hash=True)
class Participation(Value):
    """An actor at a meeting.

    Attributes:
        actor: who.
        part: attendee, host or mediator.

    Examples:
        >>> from newsmodel.model.vocab import ActorKind
        >>> anna = Actor(name="Anna Berg", kind=ActorKind.PERSON, mentions=())
        >>> str(Participation(actor=anna, part=ParticipantPart.HOST).part)
        'host'
    """

    actor: Actor
    part: ParticipantPart = ParticipantPart.ATTENDEE


@comparing_once
@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Meeting(Value):
    """One occasion, however often the dispatch refers to it.

    Attributes:
        anchors: the nouns and verbs that name it, at least one.
        status: the latest status that the dispatch gives.
        format: in person, by video, by phone, hybrid; unknown where the text does not say.
        participants: who takes, took or is to take part.
        times: when.
        place: where.
        duration: an ISO 8601 duration, `PT2H`.
        topics: what it is about.
        reason: why it was cancelled, postponed or declined; only with such a status.
        cancelled_by: who did that; only with such a status.
        evidence: the words that show the status.
        rule: the rule that found it.

    Raises:
        ModelError: it has no anchor or an empty rule, its duration is not ISO 8601, or it has a reason or a
            `cancelled_by` though it was not called off.

    Examples:
        >>> # „Das Treffen ist abgesagt.“
        >>> anchor = Span(start=4, end=11)
        >>> Meeting(anchors=(anchor,), status=MeetingStatus.CANCELLED, format=MeetingFormat.IN_PERSON, rule="example")
        Meeting(cancelled, in_person, nobody named, 4..11)
    """

    anchors: tuple[Span, ...]
    status: MeetingStatus
    format: MeetingFormat
    participants: tuple[Participation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    place: Span | None = None
    duration: str | None = None
    topics: tuple[Issue, ...] = ()
    reason: Span | None = None
    cancelled_by: Actor | None = None
    evidence: tuple[Span, ...] = ()
    rule: str

    def _check(self) -> None:
        require_words(self, "rule")
        require(self.anchors, self, "anchors", "a meeting needs a word that names it")
        if self.duration is not None:
            require(_DURATION.fullmatch(self.duration), self, "duration", f"{self.duration!r} is not ISO 8601")
        for field in ("reason", "cancelled_by"):
            off = getattr(self, field) is None or self.status in _OFF
            require(off, self, field, f"only a cancelled, postponed or declined meeting has one, this is {self.status}")

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The participants without their parts."""
        return tuple(participation.actor for participation in self.participants)

    def __repr__(self) -> str:
        """Return one short line: status, format, names, first anchor."""
        names = ", ".join(one_line(actor.name) for actor in self.actors) or "nobody named"
        return f"Meeting({self.status}, {self.format}, {names}, {self.anchors[0].start}..{self.anchors[0].end})"
