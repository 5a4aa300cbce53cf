"""ninjs 3.1: jsonschema validates it against the schema of the IPTC, formats included."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from tests.export.sampling import few
from tests.model.sample import ARTICLE, FRIDAY, MEETING, TEXT

from newsmodel import Article, Concept, MeetingStatus, PartialDate, TimeType
from newsmodel.export.ninjs import export_ninjs
from newsmodel.testing import articles

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "ninjs-schema_3.1.json").read_text(encoding="utf-8"))
# We write no coordinates: anything would do for the schema that it refers to.
GEOJSON = Resource.from_contents({"$schema": SCHEMA["$schema"], "$id": "https://geojson.org/schema/GeoJSON.json#"})
VALIDATOR = Draft202012Validator(
    SCHEMA,
    registry=Registry().with_resource("https://geojson.org/schema/GeoJSON.json", GEOJSON),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)


def faults(item: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(item)]


def event_of(**changes: Any) -> dict[str, Any]:
    meeting = attrs.evolve(MEETING, reason=None, cancelled_by=None, **changes)
    item = export_ninjs(ARTICLE.replace(MEETING, meeting))
    assert faults(item) == []
    found: dict[str, Any] = item["associations"][0]
    return found


def test_the_validator_finds_what_is_wrong() -> None:
    """It checks formats too, which needs packages that jsonschema does not bring by itself."""
    assert faults({"uri": "urn:x:1"}) == []
    assert len(faults({"uri": "keine URI", "versionCreated": "2024-04", "speaker": "?"})) == 3


@few
@given(article=articles())
def test_every_item_is_valid(article: Article) -> None:
    assert faults(export_ninjs(article)) == []


def test_the_fields_of_the_wire() -> None:
    item = export_ninjs(
        attrs.evolve(
            ARTICLE,
            kicker="Werft",
            teaser="Der Sturm war schuld.",
            byline="Von Kim Kern",
            uri="abc 1",
            status="usable",
            places=(Concept(name="Lübeck", scheme="geo", code="1"),),
        )
    )
    assert faults(item) == []
    assert item["headlines"] == [
        {"role": "main", "value": "Treffen abgesagt"},
        {"role": "kicker", "value": "Werft"},
    ]
    assert item["altIds"] == [{"role": "sender", "value": "abc 1"}]
    assert (item["versionCreated"], item["pubStatus"]) == ("2031-05-08T09:30:00+02:00", "usable")
    assert (item["located"], item["by"], item["edNote"]) == ("Lübeck", "Von Kim Kern", "abc kk")
    assert item["subjects"] == [{"name": "Politik", "literal": "medtop:11000000"}]
    assert item["places"] == [{"name": "Lübeck", "literal": "geo:1", "rel": "sender"}]
    assert item["people"] == [{"name": "Ada Krämer", "rel": "actor"}]
    assert item["organisations"][1]["uri"] == "http://www.wikidata.org/entity/Q42"
    assert item["bodies"][0] == {
        "role": "main",
        "contentType": "text/plain",
        "charCount": len(TEXT),
        "wordCount": 31,
        "value": TEXT,
    }


def test_dates_that_are_not_exact_are_lost_not_completed() -> None:
    for date in ("2031", "2031-05-08", "2031-05-08T09:30", "2031-05-08T09:30[MESZ]"):
        item = export_ninjs(Article(text="x", published=PartialDate.parse(date), embargoed=PartialDate.parse(date)))
        assert "versionCreated" not in item
        assert "embargoedUntil" not in item


def test_a_meeting_is_an_associated_event() -> None:
    event = event_of()
    assert (event["type"], event["name"]) == ("event", "Treffen")
    assert event["eventDetails"]["dates"] == {"expectedStartDate": "2031-05-09", "expectedDuration": "PT2H"}
    assert event["eventDetails"]["eventStatus"].endswith("/canceled")
    assert event["eventDetails"]["organiser"] == {"name": "Ada Krämer"}
    assert [one["name"] for one in event["people"] + event["organisations"]] == ["Ada Krämer", "Werftrat"]
    assert export_ninjs(ARTICLE)["events"] == [{"name": "Treffen", "uri": event["uri"]}]


@pytest.mark.parametrize(
    ("duration", "carried"), [("P1Y", False), ("PT0.5H", False), ("P1W", True), ("P1W2D", False), ("P1DT2H", True)]
)
def test_durations(duration: str, carried: bool) -> None:
    assert ("expectedDuration" in event_of(duration=duration)["eventDetails"]["dates"]) is carried
    assert "dates" not in event_of(duration=duration, times=())["eventDetails"]


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("2031-05-09T14:00", TimeType.TIME, {"expectedStartDate": "2031-05-09T14:00:00"}),
        ("2031-05-09T14:00+02:00", TimeType.TIME, {"startDate": "2031-05-09T14:00:00+02:00"}),
        ("2031-05-09TEV", TimeType.TIME, {"expectedStartDate": "2031-05-09"}),
        ("2031-05", TimeType.DATE, {"expectedStartDate": "2031-05"}),
        ("2031-W19", TimeType.DATE, None),
        ("PT2H", TimeType.DURATION, None),
    ],
)
def test_dates_of_meetings(value: str, kind: TimeType, expected: dict[str, str] | None) -> None:
    time = attrs.evolve(FRIDAY, value=value, type=kind)
    changed = ARTICLE.replace(FRIDAY, time)
    item = export_ninjs(changed)
    assert faults(item) == []
    dates = item["associations"][0]["eventDetails"].get("dates")
    assert dates == (expected and {**expected, "expectedDuration": "PT2H"})


@pytest.mark.parametrize("status", [status for status in MeetingStatus if status not in ("planned", "cancelled")])
def test_a_status_that_the_code_list_has_not_is_left_out(status: MeetingStatus) -> None:
    assert "eventStatus" not in event_of(status=status)["eventDetails"]
