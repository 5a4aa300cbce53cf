"""A meeting in the making: what one anchor tells of it, before anchors of one occasion are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.model import MeetingFormat, MeetingStatus, ParticipantPart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import Actor, Issue, Span, TimeExpression
    from newsmodel.parsers.tokens import Token


@attrs.define(kw_only=True, eq=False)
class Draft:
    """What the anchors of one occasion tell, so far.

    Attributes:
        anchors: the nouns and verbs.
        kind: the family of the first anchor.
        word: the entry that the first anchor matched.
        status: the status, None as long as nothing tells.
        firm: whether the status is told, rather than read off a tense.
        format: the format.
        told_format: whether words beside the anchor tell the format, rather than the anchor's own meaning.
        novelty: `definite`, `pointed` (`besagtes Treffen`), `indefinite`, `bare`, `verb`, or `new` (`weitere Gespräche`).
        plural: whether the anchor stands in the plural.
        participants: actor to part.
        times: when.
        place: where.
        duration: ISO 8601.
        topics: what about.
        reason: why not.
        cancelled_by: by whom not.
        evidence: the spans that show the status.
        stands: whether the words suffice for a meeting; if not, they only refer to one told of elsewhere.
        tentative: participants only because they cancelled, put off or refused it.
        named: participants that the anchor's own phrase names.
        words: the lemmas of the anchors, without hyphens.
        values: the values of the times.
        openings: all that these values begin with.
        spot: the name of the place, lower case.
        rule: the rule that found the first anchor.
    """

    anchors: list[Token]
    kind: str
    word: str
    status: MeetingStatus | None = None
    firm: bool = False
    format: MeetingFormat = MeetingFormat.UNKNOWN
    told_format: bool = False
    novelty: str = "verb"
    plural: bool = False
    participants: dict[Actor, ParticipantPart] = attrs.Factory(dict)
    times: list[TimeExpression] = attrs.Factory(list)
    place: Span | None = None
    duration: str | None = None
    topics: list[Issue] = attrs.Factory(list)
    reason: Span | None = None
    cancelled_by: Actor | None = None
    evidence: list[Span] = attrs.Factory(list)
    stands: bool = True
    tentative: frozenset[Actor] = frozenset()
    named: frozenset[Actor] = frozenset()
    words: set[str] = attrs.Factory(set)
    values: set[str] = attrs.Factory(set)
    openings: set[str] = attrs.Factory(set)
    spot: str = ""
    rule: str

    def add(self, actors: Iterable[Actor], part: ParticipantPart = ParticipantPart.ATTENDEE) -> None:
        """Add participants; a host or mediator stays one."""
        for actor in actors:
            if self.participants.get(actor, ParticipantPart.ATTENDEE) is ParticipantPart.ATTENDEE:
                self.participants[actor] = part
