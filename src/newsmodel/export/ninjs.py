"""ninjs 3.1, the news in JSON of the IPTC, out: https://iptc.org/standards/ninjs/.

What comes in as ninjs is read by `newsmodel.read`: the message, not what was found in it.
"""

from __future__ import annotations

import json
import re
from typing import Any

import attrs

from newsmodel.export._carry import Lost, all_fields, carry
from newsmodel.export._dates import bare, is_exact, iso, when, with_dates_of_meetings
from newsmodel.export._iri import iri, is_iri
from newsmodel.export._members import filled
from newsmodel.export.formats import Format
from newsmodel.model import (
    Actor,
    ActorKind,
    Article,
    Concept,
    Dateline,
    Meeting,
    MeetingStatus,
    ParticipantPart,
    SignOff,
    TimeExpression,
)
from newsmodel.model.ids import ids_of

__all__ = ["FORMAT", "export_ninjs", "project_ninjs"]

_SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
_PUB_STATUS = ("usable", "withheld", "canceled")
_EVENT_STATUS = {
    MeetingStatus.PLANNED: "http://cv.iptc.org/newscodes/eventstatus/scheduled",
    MeetingStatus.CANCELLED: "http://cv.iptc.org/newscodes/eventstatus/canceled",
}
_LISTS = {
    ActorKind.PERSON: "people",
    ActorKind.ORGANIZATION: "organisations",
    ActorKind.GROUP: "organisations",
    ActorKind.COUNTRY: "places",
}
# RFC 5545: weeks stand alone; no years, no months, no fractions.
_ICAL_DURATION = re.compile(
    r"P(?:[0-9]+W|[0-9]+D(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?|T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)"
)

LOSSES = (
    "Statements, stances and issues: ninjs has no place for who said what; put Web Annotations beside it.",
    "Where anything stands in the text: mentions, zones, paragraphs.",
    "Publication and embargo dates that are not known to the minute with an offset from UTC.",
    "A publishing status other than usable, withheld and canceled; the signal.",
    "Roles and members of actors; whether one is an organization or a group.",
    "Expressions of time, but for the date of a meeting; of that all but the date.",
    "Of a meeting: every status but planned and cancelled; format, topics, reason, evidence; who mediates, several hosts.",
    "Durations that iCalendar has not (years, months, fractions), and any without a date.",
    "Agency and date in the dateline; the codes of the sign-off one by one.",
    "Diagnostics, provenance, the rules that found things.",
)

_LOST: Lost = {
    Article: frozenset(
        {"zones", "paragraphs", "issues", "statements", "stances", "signal", "diagnostics", "provenance"}
    ),
    Dateline: frozenset({"agency", "date"}),
    SignOff: frozenset({"codes"}),
    Actor: all_fields(Actor, but=("name", "kind", "wikidata")),
    Meeting: frozenset({"topics", "reason", "cancelled_by", "evidence", "rule"}),
}


def project_ninjs(article: Article) -> Article:
    """Return the part of an article that ninjs carries.

    Args:
        article: the article.

    Returns:
        The article without what `FORMATS["ninjs"].losses` names.

    Examples:
        >>> project_ninjs(Article(text="Der Rat tagt.", signal="eil", urgency=2)).signal is None
        True
    """
    known = attrs.evolve(
        article,
        published=article.published if is_exact(article.published) else None,
        embargoed=article.embargoed if is_exact(article.embargoed) else None,
        status=article.status if article.status in _PUB_STATUS else None,
    )
    return with_dates_of_meetings(carry(known, lost=_LOST, adapt=_adapt))


def _adapt(value: Any) -> Any:
    match value:
        case TimeExpression():
            return bare(value)
        case Meeting():
            fits = value.times and value.duration is not None and _ICAL_DURATION.fullmatch(value.duration)
            return attrs.evolve(value, times=value.times[:1], duration=value.duration if fits else None)
    return value


def export_ninjs(article: Article) -> dict[str, Any]:
    """Return an article as an item of ninjs 3.1; its meetings are associated items of the type event.

    Args:
        article: the article.

    Returns:
        The item as plain data; it validates against the schema of the IPTC.

    Examples:
        >>> item = export_ninjs(Article(text="Der Rat tagt.", headline="Rat tagt", uri="urn:x:1"))
        >>> item["uri"], item["headlines"], item["bodies"][0]["value"]
        ('urn:x:1', [{'role': 'main', 'value': 'Rat tagt'}], 'Der Rat tagt.')
    """
    source = iri(article)
    carried = project_ninjs(article)
    ids = ids_of(carried)
    events = [(f"{source}#ninjs-{ids[meeting]}", meeting) for meeting in carried.meetings]
    uri = carried.uri
    return filled(
        {
            "uri": source,
            "standard": {"name": "ninjs", "version": "3.1", "schema": _SCHEMA},
            "type": "text",
            "altIds": [{"role": "sender", "value": uri}] if uri is not None and not is_iri(uri) else None,
            "version": carried.version,
            "versionCreated": iso(carried.published) if carried.published else None,
            "embargoedUntil": iso(carried.embargoed) if carried.embargoed else None,
            "pubStatus": carried.status,
            "urgency": carried.urgency,
            "usageTerms": carried.usage_terms,
            "language": carried.language,
            "by": carried.byline,
            "located": "/".join(carried.dateline.places) or None if carried.dateline else None,
            "infoSources": [{"name": carried.agency}] if carried.agency is not None else None,
            "edNote": carried[carried.signoff.span] if carried.signoff else None,
            "headlines": _valued(main=carried.headline, kicker=carried.kicker),
            "descriptions": _valued(teaser=carried.teaser),
            "subjects": [_concept(concept) for concept in carried.subjects],
            **_actors(carried.actors, [{**_concept(concept), "rel": "sender"} for concept in carried.places]),
            "events": [{"name": _name(meeting, carried), "uri": key} for key, meeting in events],
            "bodies": [
                {
                    "role": "main",
                    "contentType": "text/plain",
                    "charCount": len(carried.text),
                    "wordCount": len(carried.text.split()),
                    "value": carried.text,
                }
            ],
            "associations": [_event(key, meeting, carried) for key, meeting in events],
        }
    )


def _valued(**roles: str | None) -> list[dict[str, str]]:
    return [{"role": role, "value": value} for role, value in roles.items() if value is not None]


def _concept(concept: Concept) -> dict[str, Any]:
    code = ":".join(part for part in (concept.scheme, concept.code) if part is not None)
    coded = concept.scheme is not None or concept.code is not None
    return {"name": concept.name, **({"literal": code} if coded else {})}


def _actors(actors: tuple[Actor, ...], places: list[dict[str, Any]]) -> dict[str, Any]:
    lists: dict[str, Any] = {"people": [], "organisations": [], "places": places}
    for actor in actors:
        uri = f"http://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else None
        lists[_LISTS[actor.kind]].append(filled({"name": actor.name, "rel": "actor", "uri": uri}))
    return lists


def _name(meeting: Meeting, article: Article) -> str:
    return " ".join(article[meeting.anchors[0]].split())


def _event(key: str, meeting: Meeting, article: Article) -> dict[str, Any]:
    found = when(meeting)
    dates: dict[str, Any] | None = None
    if found is not None:
        # An exact start is a claim about the minute; what is less exact is what the schema calls expected.
        start = "startDate" if is_exact(found[1]) else "expectedStartDate"
        dates = filled({start: iso(found[1]), "expectedDuration": meeting.duration})
    hosts = [one.actor for one in meeting.participants if one.part is ParticipantPart.HOST]
    details = filled(
        {
            "eventStatus": _EVENT_STATUS.get(meeting.status),
            "dates": dates,
            "organiser": {"name": hosts[0].name} if len(hosts) == 1 else None,
        }
    )
    return filled(
        {
            "uri": key,
            "type": "event",
            "name": _name(meeting, article),
            "rel": "event",
            "located": article[meeting.place] if meeting.place else None,
            "eventDetails": details or None,
            **_actors(meeting.actors, []),
        }
    )


def _dump(article: Article) -> str:
    return json.dumps(export_ninjs(article), ensure_ascii=False, indent=1)


FORMAT = Format(
    name="ninjs",
    title="IPTC ninjs 3.1",
    suffix=".ninjs.json",
    losses=LOSSES,
    dump=_dump,
    project=project_ninjs,
)
