"""FollowTheMoney entities, out, through its own library: https://followthemoney.tech.

One JSON object a line, as `ftm` and Aleph read them. Needs the extra `newsmodel[ftm]`.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs

from newsmodel.export._carry import Lost, all_fields, carry, only_used
from newsmodel.export._dates import bare, point, when
from newsmodel.export._iri import iri
from newsmodel.export.formats import Format
from newsmodel.extras import load_extra
from newsmodel.model import (
    Actor,
    ActorKind,
    Article,
    Concept,
    Issue,
    Meeting,
    MeetingFormat,
    PartialDate,
    ParticipantPart,
    Role,
    Stance,
    Statement,
    TimeExpression,
)
from newsmodel.model.ids import ids_of

__all__ = ["FORMAT", "export_ftm", "project_ftm"]

_SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.GROUP: "Organization",
    # A state that acts: a Territory can neither take part in an Event nor have members.
    ActorKind.COUNTRY: "PublicBody",
}

_YEARS = range(1000, 3000)
"""The years that its library knows; it drops all others."""

LOSSES = (
    "Where anything stands in the text: mentions, zones, paragraphs, dateline, sign-off, cues.",
    "Dates: all are UTC there; of one without an offset only the day is carried. Only the years 1000 to 2999.",
    "Expressions of time, but for the first date of a meeting.",
    "Whether an actor is an organization or a group; members of a person, and that a role is one with a person.",
    "Of a meeting: who mediates, topics, duration, reason, who called it off, evidence; status and format are keywords.",
    "Statements without a speaker or a content, and those that the text denies; of the others all but speakers and content.",
    "Stances that are known only from somebody else's word; of the others basis, reason, statement, more than one evidence.",
    "Stances on issues are notes on their holders; issues that no stance is about.",
    "Codes of subjects; places, kicker, urgency, signal, status, embargo, version, usage terms, diagnostics, provenance.",
    "Control characters and runs of white space, which its library cleans away, and what then is empty.",
)

_LOST: Lost = {
    Article: all_fields(
        Article,
        but=(
            *("text", "language", "published", "headline", "byline", "teaser", "agency", "uri", "subjects"),
            *("actors", "times", "issues", "meetings", "statements", "stances"),
        ),
    ),
    Concept: frozenset({"scheme", "code"}),
    Actor: frozenset({"mentions"}),
    Role: frozenset({"span"}),
    Meeting: frozenset({"duration", "topics", "reason", "cancelled_by", "evidence", "rule"}),
    Statement: all_fields(Statement, but=("type", "content", "speakers", "negated")),
    Stance: frozenset({"reason", "statement", "rule"}),
}


def project_ftm(article: Article) -> Article:
    """Return the part of an article that FollowTheMoney carries.

    What a class of the model demands (the type of a statement, the span of an issue) stays, although it is not carried.

    Args:
        article: the article.

    Returns:
        The article without what `FORMATS["ftm"].losses` names.

    Examples:
        >>> project_ftm(Article(text="x", published=PartialDate.parse("2024-04-02T14:05+02:00"))).published
        PartialDate('2024-04-02T12:05Z')
    """
    in_utc = attrs.evolve(article, published=_utc(article.published))
    return only_used(carry(in_utc, lost=_LOST, adapt=_adapt), "actors", "meetings", "statements", "stances")


def _adapt(value: Any) -> Any:
    match value:
        case TimeExpression():
            found = point(value)
            return bare(value) if _utc(found) is not None else None
        case Role(of=Actor(kind=ActorKind.PERSON)):
            return None if value.title is None else attrs.evolve(value, of=None)
        case Actor(kind=ActorKind.PERSON):
            return attrs.evolve(value, members=())
        case Meeting():
            return attrs.evolve(value, anchors=value.anchors[:1], times=value.times[:1])
        case Statement():
            return value if value.speakers and value.content and not value.negated else None
        case Stance():
            return None if value.attributed_to else attrs.evolve(value, evidence=value.evidence[:1])
    return value


def _utc(date: PartialDate | None) -> PartialDate | None:
    if date is None or date.year not in _YEARS:
        return None
    if date.hour is None:
        return date
    exact = date.earliest
    if date.minute is not None and date.offset is not None and isinstance(exact, dt.datetime):
        there = exact.astimezone(dt.UTC)
        if there.year in _YEARS:
            return PartialDate.parse(f"{there:%Y-%m-%dT%H:%M}Z")
    return attrs.evolve(date, hour=None, minute=None, zone=None)


def export_ftm(article: Article) -> list[dict[str, Any]]:
    """Return an article as entities of FollowTheMoney.

    Args:
        article: the article.

    Returns:
        Entities as plain data: an Article, its actors with their posts and memberships, events for meetings, notes for
        statements, links for stances. Each points at the Article as its proof.

    Raises:
        MissingExtraError: followthemoney is not installed.

    Examples:
        >>> council = Actor(name="Rat", kind=ActorKind.ORGANIZATION, mentions=())
        >>> entities = export_ftm(Article(text="Der Rat tagt.", actors=(council,)))
        >>> [(entity["schema"], entity["properties"].get("name")) for entity in entities]
        [('Article', None), ('Organization', ['Rat']), ('Documentation', None)]
    """
    return _Writer(article).entities()


class _Writer:
    """Makes entities whose ids derive from the article and the item, so that the same input gives the same."""

    def __init__(self, article: Article) -> None:
        self._model: Any = load_extra("followthemoney", "ftm").model
        self._source = iri(article)
        self._article = project_ftm(article)
        self._ids = ids_of(self._article)
        self._made: list[Any] = []

    def entities(self) -> list[dict[str, Any]]:
        self._document()
        for actor in self._article.actors:
            self._actor(actor)
        for meeting in self._article.meetings:
            self._event(meeting)
        for statement in self._article.statements:
            self._note(self._ids[statement], statement.speakers, self._article[statement.content])
        for stance in self._article.stances:
            self._stance(stance)
        return [dict(entity.to_dict()) for entity in self._made]

    def _make(self, schema: str, key: str, **properties: Any) -> str:
        entity = self._model.make_entity(schema)
        identifier: str = entity.make_id(self._source, key)
        for name, value in properties.items():
            if value is not None:
                entity.add(name, value)
        self._made.append(entity)
        return identifier

    def _id(self, key: str) -> str:
        identifier: str = self._model.make_entity("Thing").make_id(self._source, key)
        return identifier

    def _of(self, item: Any) -> str:
        return self._id(self._ids[item])

    @property
    def _proof(self) -> str:
        return self._id("article")

    def _document(self) -> None:
        article = self._article
        self._make(
            "Article",
            "article",
            title=article.headline,
            author=article.byline,
            summary=article.teaser,
            publisher=article.agency,
            language=article.language,
            publishedAt=_prefix(article.published),
            keywords=[concept.name for concept in article.subjects],
            sourceUrl=article.uri if article.uri and article.uri.startswith(("http://", "https://")) else None,
            bodyText=article.text,
        )

    def _actor(self, actor: Actor) -> None:
        key, person = self._ids[actor], actor.kind is ActorKind.PERSON
        plain = [role.title for role in actor.roles if role.of is None]
        identifier = self._make(
            _SCHEMATA[actor.kind],
            key,
            name=actor.name,
            wikidataId=actor.wikidata,
            position=plain if person else None,
            notes=None if person else plain,
        )
        self._make("Documentation", f"{key}.document", document=self._proof, entity=identifier)
        for number, role in enumerate(actor.roles, 1):
            if role.of is not None:
                self._tie(f"{key}.r{number}", identifier, role, person=person)
        for number, member in enumerate(actor.members, 1):
            whole = {"member": self._of(member), "organization": identifier}
            self._make("Membership", f"{key}.m{number}", **whole, proof=self._proof)

    def _tie(self, key: str, holder: str, role: Role, *, person: bool) -> None:
        body = self._of(role.of)
        if person and role.title is not None:
            post = self._make("Position", f"{key}.post", name=role.title, organization=body, proof=self._proof)
            self._make("Occupancy", key, holder=holder, post=post, proof=self._proof)
        else:
            self._make("Membership", key, member=holder, organization=body, role=role.title, proof=self._proof)

    def _event(self, meeting: Meeting) -> None:
        found = when(meeting)
        form = meeting.format.value
        hosts = [one.actor for one in meeting.participants if one.part is ParticipantPart.HOST]
        guests = [one.actor for one in meeting.participants if one.part is not ParticipantPart.HOST]
        self._make(
            "Event",
            self._ids[meeting],
            name=self._article[meeting.anchors[0]],
            organizer=[self._of(actor) for actor in hosts],
            involved=[self._of(actor) for actor in guests],
            date=_prefix(found[1]) if found else None,
            location=self._article[meeting.place] if meeting.place else None,
            keywords=[meeting.status.value, *([] if meeting.format is MeetingFormat.UNKNOWN else [form])],
            proof=self._proof,
        )

    def _stance(self, stance: Stance) -> None:
        key, words = self._ids[stance], self._article[stance.evidence[0]]
        if isinstance(stance.target, Issue):
            self._note(key, stance.holders, words, name=f"{stance.polarity}: {stance.target.label}")
            return
        for number, holder in enumerate(stance.holders, 1):
            ends = {"subject": self._of(holder), "object": self._of(stance.target)}
            role = stance.polarity.value
            self._make("UnknownLink", f"{key}.{number}", **ends, role=role, summary=words, proof=self._proof)

    def _note(self, key: str, on: tuple[Actor, ...], words: str, name: str | None = None) -> None:
        entities = [self._of(actor) for actor in on]
        self._make("Note", key, entity=entities, name=name, description=words, proof=self._proof)


def _prefix(date: PartialDate | None) -> str | None:
    """Return a date as FollowTheMoney has it: a prefix of ISO 8601, in UTC."""
    known = _utc(date)
    return None if known is None else str(known).removesuffix("Z")


def _dump(article: Article) -> str:
    return "".join(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in export_ftm(article))


FORMAT = Format(
    name="ftm",
    title="FollowTheMoney entities (JSON lines)",
    suffix=".ftm.json",
    losses=LOSSES,
    dump=_dump,
    project=project_ftm,
    extra="ftm",
)
