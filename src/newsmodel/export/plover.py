"""PLOVER events as JSON, out: https://github.com/openeventdata/PLOVER (codebook 0.8).

Meetings and stances become events as the codebook rules: what was held is CONSULT, what is planned AGREE, what was
cancelled or refused REJECT with the mode meet; support is SUPPORT, criticism ACCUSE with the mode disapprove. A plain
statement is no event in PLOVER.
"""

from __future__ import annotations

import json
from typing import Any

import attrs

from newsmodel.export._carry import Lost, all_fields, carry, only_used
from newsmodel.export._dates import bare, when
from newsmodel.export._iri import iri
from newsmodel.export._members import filled
from newsmodel.export.formats import Format
from newsmodel.model import (
    Actor,
    Article,
    Basis,
    Issue,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    PartialDate,
    ParticipantPart,
    Polarity,
    Role,
    Span,
    Stance,
    TimeExpression,
)
from newsmodel.model.ids import ids_of

__all__ = ["FORMAT", "export_plover", "project_plover"]

_EVENTS = {
    MeetingStatus.HELD: "CONSULT",
    MeetingStatus.ONGOING: "CONSULT",
    MeetingStatus.PLANNED: "AGREE",
    MeetingStatus.CANCELLED: "REJECT",
    MeetingStatus.DECLINED: "REJECT",
}
_STANCES = {Polarity.SUPPORT: "SUPPORT", Polarity.OPPOSE: "ACCUSE"}
_MODES = {"REJECT": "meet", "ACCUSE": "disapprove"}
_QUADS = {"CONSULT": 1, "AGREE": 1, "SUPPORT": 1, "REJECT": 3, "ACCUSE": 3}
_REMOTE = (MeetingFormat.PHONE, MeetingFormat.VIDEO)

LOSSES = (
    "Statements: what is only said is no event in PLOVER. Expressions of time, but for the day of a meeting that was held.",
    "Meetings that are proposed or postponed (who asks is not known; PLOVER has no class for a delay), or without actors.",
    "Meetings that were held on a day that the text leaves open: the day of publication would be a guess.",
    "All other events where the day of publication is not known: it is the day on which they are reported.",
    "Whether what was refused had been agreed before: cancelled and declined are both REJECT; held and ongoing CONSULT.",
    "Of a meeting: who attends and who mediates (both are actors), topics, reason, duration, all anchors but the first.",
    "The format but for phone and video, which share the mode phone, and visits, which have a host in person.",
    "Stances that are mixed, enacted, or known only from somebody else's word; reason and statement of the others.",
    "Of an actor: all but name, first title and Wikidata id. PLOVER's codes of countries and sectors are not made up.",
    "Of the article: all but the day of publication, the identifier and the agency.",
)

_LOST: Lost = {
    Article: all_fields(
        Article, but=("text", "published", "uri", "agency", "actors", "times", "issues", "meetings", "stances")
    ),
    Actor: frozenset({"mentions", "members"}),
    Role: frozenset({"span", "of"}),
    Meeting: frozenset({"duration", "topics", "reason", "evidence", "rule"}),
    Stance: frozenset({"reason", "statement", "rule"}),
}


def project_plover(article: Article) -> Article:
    """Return the part of an article that PLOVER events carry.

    What a class of the model demands (a span of an issue that is a target) stays, although it is not carried.

    Args:
        article: the article.

    Returns:
        Meetings and stances, and what they lead to, without what `FORMATS["plover"].losses` names.

    Examples:
        >>> project_plover(Article(text="Der Rat tagt.", published=PartialDate.parse("2024-04-02T10:00"))).published
        PartialDate('2024-04-02')
    """
    published = _day(article.published)

    def adapt(value: Any) -> Any:
        match value:
            case TimeExpression():
                return bare(value)
            case Actor():
                return attrs.evolve(value, roles=tuple(role for role in value.roles if role.title)[:1])
            case Meeting():
                return _meeting(value, published)
            case Stance():
                said = value.polarity in _STANCES and value.basis is Basis.EXPRESSED and not value.attributed_to
                return attrs.evolve(value, evidence=value.evidence[:1]) if said and published else None
        return value

    # A meeting that is no event may still be what a stance is about, by its name.
    carried = carry(attrs.evolve(article, published=published), lost=_LOST, adapt=adapt)
    events = tuple(one for one in carried.meetings if _is_event(one, published))
    targets = {stance.target for stance in carried.stances}
    kept = tuple(one for one in carried.meetings if one in events or one in targets)
    return only_used(attrs.evolve(carried, meetings=kept), "meetings", "stances")


def _day(date: PartialDate | None) -> PartialDate | None:
    return None if date is None or date.day is None else attrs.evolve(date, hour=None, minute=None, zone=None)


def _meeting(meeting: Meeting, published: PartialDate | None) -> Meeting:
    held = _EVENTS.get(meeting.status) == "CONSULT"
    slim = attrs.evolve(meeting, anchors=meeting.anchors[:1], times=meeting.times[:1] if held else ())
    if _is_event(slim, published):
        return slim
    return attrs.evolve(slim, participants=(), times=(), place=None, cancelled_by=None)


def _is_event(meeting: Meeting, published: PartialDate | None) -> bool:
    return meeting.status in _EVENTS and bool(meeting.participants) and _date_of(meeting, published) is not None


def _date_of(meeting: Meeting, published: PartialDate | None) -> PartialDate | None:
    """Return the day of the event: of the meeting if it was held, else that on which plan or refusal is reported."""
    if _EVENTS.get(meeting.status) != "CONSULT":
        return published
    found = when(meeting)
    return _day(found[1]) if found else None


def export_plover(article: Article) -> list[dict[str, Any]]:
    """Return the meetings and stances of an article as events of PLOVER.

    Args:
        article: the article.

    Returns:
        The events as plain data; offsets in `text_info` are code points, end exclusive.

    Examples:
        >>> from newsmodel import ActorKind, Participation
        >>> council = Actor(name="Rat", kind=ActorKind.ORGANIZATION, mentions=())
        >>> session = Meeting(
        ...     anchors=(Span(start=8, end=12),), status=MeetingStatus.PLANNED, format=MeetingFormat.UNKNOWN,
        ...     participants=(Participation(actor=council),), rule="x",
        ... )
        >>> when = PartialDate.parse("2024-04-02")
        >>> article = Article(text="Der Rat tagt bald.", published=when, actors=(council,), meetings=(session,))
        >>> event = export_plover(article)[0]
        >>> event["event"], event["date"], event["actor"]
        (['AGREE'], '2024-04-02', [{'entity_text': 'Rat'}])
    """
    carried, source = project_plover(article), iri(article)
    ids = ids_of(carried)
    found = []
    for meeting in carried.meetings:
        if _is_event(meeting, carried.published):
            key = f"{source}#plover-{ids[meeting]}"
            found.append(_event(key, _EVENTS[meeting.status], _of_meeting(meeting, carried), carried))
    for stance in carried.stances:
        key = f"{source}#plover-{ids[stance]}"
        found.append(_event(key, _STANCES[stance.polarity], _of_stance(stance, carried), carried))
    return found


def _event(key: str, event: str, members: dict[str, Any], article: Article) -> dict[str, Any]:
    return filled(
        {
            "id": key,
            "event": [event],
            "quad_code": _QUADS[event],
            "mode": [_MODES[event]] if event in _MODES else [],
            "link": article.uri,
            "cite_info": article.agency,
            "coder": "newsmodel",
            **members,
        }
    )


def _of_meeting(meeting: Meeting, article: Article) -> dict[str, Any]:
    actors, recipients = _sides(meeting)
    mode = {"mode": [name for name in [_consult_mode(meeting)] if name]} if meeting.status in _HELD else {}
    return {
        "date": str(_date_of(meeting, article.published)),
        "actor": [_actor(one) for one in actors],
        "recipient": [_actor(one) for one in recipients],
        **mode,
        "event_loc": article[meeting.place] if meeting.place else None,
        **_words(meeting.anchors[0], article),
    }


_HELD = (MeetingStatus.HELD, MeetingStatus.ONGOING)


def _sides(meeting: Meeting) -> tuple[list[Actor], list[Actor]]:
    """Return who acts and who receives.

    A visitor acts, a host receives; who calls off or refuses acts, the others receive. Where the text names neither,
    all take part alike, and the codebook has all of them as actors.
    """
    if meeting.cancelled_by is not None:
        return [meeting.cancelled_by], [one for one in meeting.actors if one != meeting.cancelled_by]
    hosts = [one.actor for one in meeting.participants if one.part is ParticipantPart.HOST]
    guests = [one.actor for one in meeting.participants if one.part is not ParticipantPart.HOST]
    return (guests, hosts) if hosts and guests else ([*hosts, *guests], [])


def _consult_mode(meeting: Meeting) -> str | None:
    parts = [one.part for one in meeting.participants]
    if ParticipantPart.MEDIATOR in parts:
        return "third-party"
    if meeting.format in _REMOTE:
        return "phone"
    if ParticipantPart.HOST in parts and meeting.format is MeetingFormat.IN_PERSON:
        return "visit"
    return "multilateral" if len(parts) > 2 else None


def _of_stance(stance: Stance, article: Article) -> dict[str, Any]:
    target = stance.target
    return {
        "date": str(article.published),
        "actor": [_actor(holder) for holder in stance.holders],
        "recipient": [_actor(target)] if isinstance(target, Actor) else [],
        "comment": None if isinstance(target, Actor) else _label(target, article),
        **_words(stance.evidence[0], article),
    }


def _label(target: Meeting | Issue, article: Article) -> str:
    return target.label if isinstance(target, Issue) else article[target.anchors[0]]


def _words(span: Span, article: Article) -> dict[str, Any]:
    return {"event_text": article[span], "text_info": {"start": span.start, "end": span.end}}


def _actor(actor: Actor) -> dict[str, Any]:
    return filled(
        {
            "entity_text": actor.name,
            "office": next((role.title for role in actor.roles), None),
            "identifier_id": actor.wikidata,
            "identifier_text": "Wikidata" if actor.wikidata else None,
        }
    )


def _dump(article: Article) -> str:
    return json.dumps(export_plover(article), ensure_ascii=False, indent=1)


FORMAT = Format(
    name="plover",
    title="PLOVER 0.8 events (JSON)",
    suffix=".plover.json",
    losses=LOSSES,
    dump=_dump,
    project=project_plover,
)
