"""schema.org as JSON-LD, out: https://schema.org/NewsArticle, with Quotation, Claim, Event, AgreeAction, DisagreeAction."""

from __future__ import annotations

import json
from typing import Any

import attrs

from newsmodel.export._carry import Lost, all_fields, carry
from newsmodel.export._dates import bare, iso, reduced, when, with_dates_of_meetings
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
    MeetingFormat,
    MeetingStatus,
    ParticipantPart,
    Participation,
    Polarity,
    Role,
    Stance,
    Statement,
    StatementType,
    TimeExpression,
)
from newsmodel.model.ids import ids_of

__all__ = ["FORMAT", "export_schema_org", "project_schema_org"]

VOCABULARY = "https://schema.org"

_KINDS = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.GROUP: "Organization",
    ActorKind.COUNTRY: "Country",
}
_STATUS = {
    # "The event is taking place or has taken place on the startDate as scheduled", says schema.org.
    MeetingStatus.HELD: "EventScheduled",
    MeetingStatus.ONGOING: "EventScheduled",
    MeetingStatus.PLANNED: "EventScheduled",
    MeetingStatus.POSTPONED: "EventPostponed",
    MeetingStatus.CANCELLED: "EventCancelled",
}
"""What is only proposed, or was declined, was never scheduled: schema.org has no word for it."""
_MODES = {
    MeetingFormat.IN_PERSON: "OfflineEventAttendanceMode",
    MeetingFormat.VIDEO: "OnlineEventAttendanceMode",
    MeetingFormat.PHONE: "OnlineEventAttendanceMode",
    MeetingFormat.HYBRID: "MixedEventAttendanceMode",
}
_ACTIONS = {Polarity.SUPPORT: "AgreeAction", Polarity.OPPOSE: "DisagreeAction"}

LOSSES = (
    "Where anything stands in the text: schema.org has no offsets; mentions, cues, evidence, zones, paragraphs, sign-off.",
    "Labels of time zones, hours whose minute is unknown.",
    "Expressions of time, but for the date of a meeting; of that all but the date.",
    "Titles of bodies and countries, affiliations and members of countries, members of persons.",
    "Of a meeting: that it is proposed or declined; whether it was held, goes on or is planned (all are scheduled).",
    "Of a meeting: the date where it is postponed; video and phone are both online; who called it off and why; evidence.",
    "Statements that the text denies, and reported acts without a content.",
    "Of a statement: cue, addressee, medium and time; the type where it is not direct.",
    "Stances that are mixed, or known only from somebody else's word.",
    "Of a stance: basis, reason, evidence and statement.",
    "Signal, urgency, embargo, diagnostics, provenance; the rules that found things.",
)

_LOST: Lost = {
    Article: frozenset(
        {"zones", "paragraphs", "signoff", "signal", "urgency", "embargoed", "diagnostics", "provenance"}
    ),
    Dateline: frozenset({"agency", "date"}),
    Actor: frozenset({"mentions"}),
    Role: frozenset({"span"}),
    TimeExpression: all_fields(TimeExpression, but=("span", "type", "value")),
    Meeting: frozenset({"reason", "cancelled_by", "evidence", "rule"}),
    Statement: all_fields(Statement, but=("type", "content", "speakers", "parent", "negated")),
    Stance: all_fields(Stance, but=("holders", "target", "polarity", "basis", "evidence", "attributed_to")),
}


def project_schema_org(article: Article) -> Article:
    """Return the part of an article that schema.org carries.

    What a class of the model demands (the span of an issue, the evidence of a stance) stays, although it is not carried.

    Args:
        article: the article.

    Returns:
        The article without what `FORMATS["schema.org"].losses` names.

    Examples:
        >>> project_schema_org(Article(text="Der Rat tagt.", urgency=3, headline="Rat"))
        Article('Rat', 0 actors, 0 times, 0 issues, 0 meetings, 0 statements, 0 stances)
    """
    reduced_date = attrs.evolve(article, published=reduced(article.published))
    return with_dates_of_meetings(carry(reduced_date, lost=_LOST, adapt=_adapt))


def _adapt(value: Any) -> Any:
    match value:
        case TimeExpression():
            return bare(value)
        case Meeting():
            return attrs.evolve(value, times=() if value.status is MeetingStatus.POSTPONED else value.times[:1])
        case Statement():
            return None if value.negated or not value.content else value
        case Stance():
            return value if value.polarity in _ACTIONS and not value.attributed_to else None
        case Actor(kind=ActorKind.COUNTRY):
            return attrs.evolve(value, roles=(), members=())
        case Actor(kind=ActorKind.PERSON):
            return attrs.evolve(value, members=())
        case Actor():
            return attrs.evolve(value, roles=tuple(role for role in value.roles if role.of is not None))
    return value


def export_schema_org(article: Article) -> dict[str, Any]:
    """Return an article as JSON-LD in the vocabulary of schema.org.

    Args:
        article: the article.

    Returns:
        A `NewsArticle` as plain data; actors, events and actions are its `mentions`, quotations and claims its parts.

    Examples:
        >>> found = export_schema_org(Article(text="Der Rat tagt.", headline="Rat tagt", uri="urn:x:1"))
        >>> found["@type"], found["@id"], found["headline"]
        ('NewsArticle', 'urn:x:1', 'Rat tagt')
    """
    return _Writer(article).article()


class _Writer:
    """Writes nodes; every item has an id, and is written in full once."""

    def __init__(self, article: Article) -> None:
        self._article = project_schema_org(article)
        self._source = iri(article)
        self._ids = ids_of(self._article)

    def article(self) -> dict[str, Any]:
        article, identifier = self._article, self._article.uri
        place = article.dateline.places if article.dateline else ()
        issues = [self._node("Thing", issue, name=issue.label) for issue in article.issues]
        actions = [self._action(stance) for stance in article.stances]
        return filled(
            {
                "@context": VOCABULARY,
                "@type": "NewsArticle",
                "@id": self._source,
                "identifier": None if identifier and is_iri(identifier) else identifier,
                "headline": article.headline,
                "alternativeHeadline": article.kicker,
                "abstract": article.teaser,
                "creditText": article.byline,
                "dateline": article[article.dateline.span] if article.dateline else None,
                "datePublished": iso(article.published) if article.published else None,
                "inLanguage": article.language,
                "version": article.version,
                "creativeWorkStatus": article.status,
                "publisher": {"@type": "NewsMediaOrganization", "name": article.agency} if article.agency else None,
                "usageInfo": {"@type": "CreativeWork", "text": article.usage_terms} if article.usage_terms else None,
                "locationCreated": [{"@type": "Place", "name": name} for name in place],
                "contentLocation": [_place(concept) for concept in article.places],
                "about": [*(_term(concept) for concept in article.subjects), *issues],
                "mentions": [
                    *(self._actor(actor) for actor in article.actors),
                    *(self._event(meeting) for meeting in article.meetings),
                    *actions,
                ],
                "hasPart": [self._words(statement) for statement in article.statements],
                "articleBody": article.text,
            }
        )

    def _refer(self, item: Any) -> dict[str, str]:
        # Numbered among what is carried: a name of their own keeps them apart from the ids of other formats.
        return {"@id": f"{self._source}#schema-{self._ids[item]}"}

    def _node(self, kind: str, item: Any, **members: Any) -> dict[str, Any]:
        return {"@type": kind, **self._refer(item), **filled(members)}

    def _actor(self, actor: Actor) -> dict[str, Any]:
        person = actor.kind is ActorKind.PERSON
        bodies: list[dict[str, Any]] = []
        for role in actor.roles:
            if role.of is not None:
                name = "affiliation" if person else "memberOf"
                # A Role stands between a thing and what a property points at, and repeats the property.
                node = {"@type": "OrganizationRole", "roleName": role.title, name: self._refer(role.of)}
                bodies.append(node if role.title else self._refer(role.of))
        return self._node(
            _KINDS[actor.kind],
            actor,
            name=actor.name,
            sameAs=f"http://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else None,
            jobTitle=[role.title for role in actor.roles if role.of is None] if person else None,
            affiliation=bodies if person else None,
            memberOf=None if person else bodies,
            member=[self._refer(member) for member in actor.members],
        )

    def _event(self, meeting: Meeting) -> dict[str, Any]:
        found = when(meeting)
        return self._node(
            "Event",
            meeting,
            name=" ".join(self._article[meeting.anchors[0]].split()),
            eventStatus=_enumerated(_STATUS.get(meeting.status)),
            eventAttendanceMode=_enumerated(_MODES.get(meeting.format)),
            attendee=[self._attendee(one) for one in meeting.participants if one.part is not ParticipantPart.HOST],
            organizer=[self._refer(one.actor) for one in meeting.participants if one.part is ParticipantPart.HOST],
            startDate=iso(found[1]) if found else None,
            duration=meeting.duration,
            location={"@type": "Place", "name": self._article[meeting.place]} if meeting.place else None,
            about=[self._refer(topic) for topic in meeting.topics],
        )

    def _attendee(self, one: Participation) -> dict[str, Any]:
        who = self._refer(one.actor)
        mediates = one.part is ParticipantPart.MEDIATOR
        return {"@type": "Role", "roleName": one.part.value, "attendee": who} if mediates else who

    def _words(self, statement: Statement) -> dict[str, Any]:
        direct = statement.type is StatementType.DIRECT
        return self._node(
            "Quotation" if direct else "Claim",
            statement,
            text=self._article[statement.content],
            creator=[self._refer(speaker) for speaker in statement.speakers],
            isPartOf=self._refer(statement.parent) if statement.parent else None,
        )

    def _action(self, stance: Stance) -> dict[str, Any]:
        who = [self._refer(holder) for holder in stance.holders]
        return self._node(_ACTIONS[stance.polarity], stance, agent=who, object=self._refer(stance.target))


def _enumerated(name: str | None) -> str | None:
    return f"{VOCABULARY}/{name}" if name else None


def _term(concept: Concept) -> dict[str, Any]:
    members = {"name": concept.name, "termCode": concept.code, "inDefinedTermSet": concept.scheme}
    return filled({"@type": "DefinedTerm", **members})


def _place(concept: Concept) -> dict[str, Any]:
    identifier = filled({"@type": "PropertyValue", "propertyID": concept.scheme, "value": concept.code})
    coded = concept.scheme is not None or concept.code is not None
    return filled({"@type": "Place", "name": concept.name, "identifier": identifier if coded else None})


def _dump(article: Article) -> str:
    return json.dumps(export_schema_org(article), ensure_ascii=False, indent=1)


FORMAT = Format(
    name="schema.org",
    title="schema.org NewsArticle (JSON-LD)",
    suffix=".schema.jsonld",
    losses=LOSSES,
    dump=_dump,
    project=project_schema_org,
)
