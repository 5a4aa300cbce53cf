"""schema.org: as RDF that rdflib reads, against the vocabulary that msgspec-schemaorg was generated from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import attrs
import msgspec_schemaorg.models as vocabulary
import pytest
from hypothesis import given
from msgspec_schemaorg.enums import EventAttendanceModeEnumeration, EventStatusType
from rdflib import RDF, Graph, Namespace
from tests.export.sampling import few
from tests.model.sample import ARTICLE, COUNCIL, KRAEMER, MEETING, MOVE, STANCE, TEXT

from newsmodel import (
    Article,
    Concept,
    MeetingFormat,
    MeetingStatus,
    PartialDate,
    ParticipantPart,
    Participation,
    Polarity,
    StatementType,
)
from newsmodel.export.schema_org import export_schema_org, project_schema_org
from newsmodel.testing import articles

SDO = Namespace("https://schema.org/")

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def graph_of(plain: dict[str, Any]) -> Graph:
    """Return the RDF; the context of schema.org is its vocabulary, which needs no network."""
    assert plain["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps({**plain, "@context": {"@vocab": str(SDO)}}), format="json-ld")


def nodes(plain: Any) -> Iterator[dict[str, Any]]:
    """Yield every node that has a type."""
    if isinstance(plain, list):
        for one in plain:
            yield from nodes(one)
    if isinstance(plain, dict):
        if "@type" in plain:
            yield plain
        for value in plain.values():
            yield from nodes(value)


def meeting_node(article: Article) -> dict[str, Any]:
    return next(node for node in nodes(export_schema_org(article)) if node["@type"] == "Event")


def with_meeting(**changes: Any) -> Article:
    return ARTICLE.replace(MEETING, attrs.evolve(MEETING, reason=None, cancelled_by=None, **changes))


@few
@given(article=articles())
def test_classes_properties_and_enumerations_are_in_the_vocabulary_and_references_lead_to_nodes(
    article: Article,
) -> None:
    plain = export_schema_org(article)
    for node in nodes(plain):
        known = set(getattr(vocabulary, node["@type"]).__struct_encode_fields__)
        if node["@type"].endswith("Role"):  # a Role repeats the property that it stands in
            known |= {"attendee", "affiliation", "memberOf"}
        assert set(node) <= known, node["@type"]
        for name, values in (("eventStatus", EventStatusType), ("eventAttendanceMode", EventAttendanceModeEnumeration)):
            assert node.get(name, "https://schema.org/").removeprefix("https://schema.org/") in {*values, ""}
    full = {node["@id"] for node in nodes(plain) if "@id" in node}
    assert set(references(plain)) == full
    carried = project_schema_org(article)
    assert len(full) == 1 + len(carried.items) - len(carried.times)


def references(plain: Any) -> Iterator[str]:
    """Yield every id, wherever it stands."""
    for value in plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ():
        yield from references(value)
    if isinstance(plain, dict) and "@id" in plain:
        yield plain["@id"]


def test_rdflib_finds_who_said_what() -> None:
    graph = graph_of(export_schema_org(ARTICLE))
    asked = """
        SELECT ?words ?name ?role ?body WHERE {
            ?article a sdo:NewsArticle ; sdo:hasPart ?claim .
            ?claim a sdo:Claim ; sdo:text ?words ; sdo:creator ?who .
            ?who sdo:name ?name ; sdo:affiliation [ sdo:roleName ?role ; sdo:affiliation [ sdo:name ?body ] ] .
        }"""
    found = [tuple(str(value) for value in row) for row in graph.query(asked, initNs={"sdo": SDO})]  # type: ignore[union-attr]
    assert found == [("Grund sei der Sturm", "Ada Krämer", "Ministerin", "Ministerium")]
    (article,) = graph.subjects(RDF.type, SDO.NewsArticle)
    assert str(graph.value(article, SDO.articleBody)) == TEXT
    assert str(graph.value(article, SDO.datePublished)) == "2031-05-08T09:30:00+02:00"


def test_a_cancelled_meeting_is_a_cancelled_event() -> None:
    node = meeting_node(ARTICLE)
    assert node["eventStatus"] == "https://schema.org/EventCancelled"
    assert node["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert (node["name"], node["startDate"], node["duration"]) == ("Treffen", "2031-05-09", "PT2H")
    assert (len(node["organizer"]), len(node["attendee"])) == (1, 1)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (MeetingStatus.HELD, "EventScheduled"),
        (MeetingStatus.PLANNED, "EventScheduled"),
        (MeetingStatus.POSTPONED, "EventPostponed"),
        (MeetingStatus.PROPOSED, None),
        (MeetingStatus.DECLINED, None),
    ],
)
def test_statuses(status: MeetingStatus, said: str | None) -> None:
    node = meeting_node(with_meeting(status=status))
    assert node.get("eventStatus") == (None if said is None else f"https://schema.org/{said}")
    assert ("startDate" in node) is (status is not MeetingStatus.POSTPONED)


@pytest.mark.parametrize(
    ("form", "said"), [("phone", "Online"), ("video", "Online"), ("hybrid", "Mixed"), ("unknown", None)]
)
def test_formats(form: str, said: str | None) -> None:
    node = meeting_node(with_meeting(format=MeetingFormat(form)))
    assert node.get("eventAttendanceMode") == (said and f"https://schema.org/{said}EventAttendanceMode")


def test_a_mediator_attends_as_one() -> None:
    part = Participation(actor=KRAEMER, part=ParticipantPart.MEDIATOR)
    node = meeting_node(with_meeting(participants=(part, Participation(actor=COUNCIL))))
    assert node["attendee"][0]["roleName"] == "mediator"


def test_a_stance_is_an_action_unless_it_is_hearsay_or_mixed() -> None:
    def actions(**changes: Any) -> list[dict[str, Any]]:
        plain = export_schema_org(ARTICLE.replace(STANCE, attrs.evolve(STANCE, **changes)))
        return [node for node in nodes(plain) if node["@type"].endswith("Action")]

    (action,) = actions(attributed_to=())
    issue = next(node for node in nodes(export_schema_org(ARTICLE)) if node["@type"] == "Thing")
    assert (action["@type"], action["object"]["@id"], issue["name"]) == ("DisagreeAction", issue["@id"], MOVE.label)
    assert actions(attributed_to=(), polarity=Polarity.SUPPORT)[0]["@type"] == "AgreeAction"
    assert actions() == actions(attributed_to=(), polarity=Polarity.MIXED) == []


def test_what_is_said_directly_is_a_quotation_and_what_is_denied_is_nothing() -> None:
    kinds = [node["@type"] for node in export_schema_org(ARTICLE)["hasPart"]]
    assert kinds == ["Quotation", "Claim"]
    denied = ARTICLE.replace(ARTICLE.statements[0], attrs.evolve(ARTICLE.statements[0], negated=True))
    assert [node["@type"] for node in export_schema_org(denied)["hasPart"]] == ["Claim"]
    act = attrs.evolve(ARTICLE.statements[0], type=StatementType.REPORTED, content=())
    assert len(export_schema_org(ARTICLE.replace(ARTICLE.statements[0], act))["hasPart"]) == 1


def test_what_the_wire_says() -> None:
    article = Article(
        text="Der Rat tagt.",
        uri="keine URI",
        byline="Von Kim Kern",
        usage_terms="frei",
        version="3",
        status="usable",
        published=PartialDate.parse("2024-04-02T14[MESZ]"),
        places=(Concept(name="Kiel", scheme="geo", code="1"), Concept(name="Lübeck")),
    )
    plain = export_schema_org(article)
    assert (plain["identifier"], plain["creditText"], plain["version"]) == ("keine URI", "Von Kim Kern", "3")
    assert (plain["datePublished"], plain["creativeWorkStatus"]) == ("2024-04-02", "usable")
    assert plain["usageInfo"] == {"@type": "CreativeWork", "text": "frei"}
    assert [place.get("identifier", {}).get("value") for place in plain["contentLocation"]] == ["1", None]
