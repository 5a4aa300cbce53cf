"""Meetings: who met, meets or will meet whom, from the nouns and verbs that name an occasion."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsmodel.model import Meeting, MeetingStatus, Participation
from newsmodel.parsers.grammar import to_span
from newsmodel.parsers.meetings.anchors import drafts_in
from newsmodel.parsers.meetings.companions import companions_in
from newsmodel.parsers.meetings.merging import merge
from newsmodel.parsers.meetings.scene import make_scene

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import Actor, Statement, TimeExpression
    from newsmodel.parsers.actors.cast import Cast
    from newsmodel.parsers.meetings.draft import Draft
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Token

__all__ = ["find_meetings"]

_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED)


def find_meetings(
    reading: Reading,
    cast: Cast,
    times: Iterable[TimeExpression],
    statements: Iterable[Statement] = (),  # noqa: ARG001 - every parser gets what was found before it
) -> tuple[Meeting, ...]:
    """Find the meetings of a dispatch.

    Args:
        reading: the annotated text.
        cast: its actors.
        times: its expressions of time.
        statements: its statements.

    Returns:
        One meeting an occasion, in the order in which the text names them.
    """
    scene = make_scene(reading, cast, times)
    drafts: list[Draft] = []
    companions: list[tuple[Token, tuple[Actor, ...]]] = []
    for sentence in reading.sentences:
        drafts.extend(drafts_in(sentence, scene))
        companions.extend(companions_in(sentence, scene))
    occasions = merge(tuple(drafts))
    _seat(companions, occasions)
    return tuple(_meeting(d) for d in occasions if d.stands and (d.participants or d.kind != "visit"))


def _seat(companions: list[tuple[Token, tuple[Actor, ...]]], occasions: tuple[Draft, ...]) -> None:
    """Give those who `waren dabei` to the meeting last named before, unless it never took place."""
    anchors = sorted((t.i, n) for n, d in enumerate(occasions) if d.status not in _OFF for t in d.anchors)
    for token, actors in companions:
        before = bisect_left(anchors, (token.i, 0))
        if before:
            occasions[anchors[before - 1][1]].add(actors)


def _meeting(draft: Draft) -> Meeting:
    status = draft.status or MeetingStatus.HELD
    off = status in _OFF
    return Meeting(
        anchors=tuple(sorted((to_span((t,)) for t in draft.anchors if t.pos_ != "PRON"), key=lambda s: s.start)),
        status=status,
        format=draft.format,
        participants=tuple(Participation(actor=a, part=p) for a, p in draft.participants.items()),
        times=tuple(draft.times),
        place=draft.place,
        duration=draft.duration,
        topics=tuple(draft.topics),
        reason=draft.reason if off else None,
        cancelled_by=draft.cancelled_by if off else None,
        evidence=tuple(dict.fromkeys(draft.evidence)),
        rule=draft.rule,
    )
