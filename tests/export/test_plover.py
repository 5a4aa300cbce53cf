"""PLOVER: jsonschema validates events against the field list of the codebook; its rules case by case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from tests.export.sampling import few
from tests.model.sample import ARTICLE, BOTH, COUNCIL, FRIDAY, KRAEMER, MEETING, STANCE

from newsmodel import (
    Actor,
    Article,
    Basis,
    MeetingFormat,
    MeetingStatus,
    PartialDate,
    ParticipantPart,
    Participation,
    Polarity,
    TimeExpression,
)
from newsmodel.export.plover import export_plover, project_plover
from newsmodel.testing import articles

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "plover-events.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(events: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(events)]


def meetings(**changes: Any) -> list[dict[str, Any]]:
    changed = attrs.evolve(MEETING, **{"reason": None, "cancelled_by": None, **changes})
    events = export_plover(ARTICLE.replace(MEETING, changed))
    assert faults(events) == []
    return [event for event in events if event["event"][0] in ("CONSULT", "AGREE", "REJECT")]


def stances(**changes: Any) -> list[dict[str, Any]]:
    events = export_plover(ARTICLE.replace(STANCE, attrs.evolve(STANCE, **{"attributed_to": (), **changes})))
    assert faults(events) == []
    return [event for event in events if event["event"][0] in ("SUPPORT", "ACCUSE")]


def names(entities: list[dict[str, Any]]) -> list[str]:
    return [entity["entity_text"] for entity in entities]


def part(actor: Actor, of: str = "attendee") -> Participation:
    return Participation(actor=actor, part=ParticipantPart(of))


def test_the_schema_finds_what_is_wrong() -> None:
    assert len(faults([{"id": "1", "date": "heute", "actor": [], "event": ["MEET"], "colour": 1}])) == 4


@few
@given(article=articles())
def test_every_event_is_valid(article: Article) -> None:
    events = export_plover(article)
    assert faults(events) == []
    for event in events:
        assert article.text[event["text_info"]["start"] : event["text_info"]["end"]] == event["event_text"]
    assert len({event["id"] for event in events}) == len(events)


@pytest.mark.parametrize(
    ("status", "event", "quad", "mode", "date"),
    [
        (MeetingStatus.HELD, "CONSULT", 1, ["visit"], "2031-05-09"),
        (MeetingStatus.ONGOING, "CONSULT", 1, ["visit"], "2031-05-09"),
        (MeetingStatus.PLANNED, "AGREE", 1, None, "2031-05-08"),
        (MeetingStatus.CANCELLED, "REJECT", 3, ["meet"], "2031-05-08"),
        (MeetingStatus.DECLINED, "REJECT", 3, ["meet"], "2031-05-08"),
    ],
)
def test_the_rules_for_meetings(
    status: MeetingStatus, event: str, quad: int, mode: list[str] | None, date: str
) -> None:
    (found,) = meetings(status=status)
    assert (found["event"], found["quad_code"], found.get("mode"), found["date"]) == ([event], quad, mode, date)
    assert (names(found["actor"]), names(found["recipient"])) == (["Werftrat"], ["Ada Krämer"])
    assert found["event_text"] == "Treffen"


@pytest.mark.parametrize("status", [MeetingStatus.PROPOSED, MeetingStatus.POSTPONED])
def test_what_plover_has_no_class_for_is_no_event(status: MeetingStatus) -> None:
    assert meetings(status=status) == []


def test_who_calls_it_off_acts() -> None:
    (found,) = meetings(cancelled_by=COUNCIL)
    assert (names(found["actor"]), names(found["recipient"])) == (["Werftrat"], ["Ada Krämer"])
    (found,) = meetings(cancelled_by=BOTH)
    assert (names(found["actor"]), names(found["recipient"])) == (["beide Seiten"], ["Ada Krämer", "Werftrat"])


def test_without_a_host_all_act() -> None:
    (found,) = meetings(status=MeetingStatus.HELD, participants=(part(KRAEMER), part(COUNCIL)))
    assert (names(found["actor"]), found.get("recipient"), found.get("mode")) == (
        ["Ada Krämer", "Werftrat"],
        None,
        None,
    )


@pytest.mark.parametrize(
    ("form", "parts", "mode"),
    [
        ("phone", ("attendee", "attendee"), ["phone"]),
        ("video", ("host", "attendee"), ["phone"]),
        ("in_person", ("host", "attendee"), ["visit"]),
        ("unknown", ("host", "attendee"), None),
        ("in_person", ("mediator", "attendee", "attendee"), ["third-party"]),
        ("in_person", ("attendee", "attendee", "attendee"), ["multilateral"]),
    ],
)
def test_modes_of_consulting(form: str, parts: tuple[str, ...], mode: list[str] | None) -> None:
    participants = tuple(part(actor, of) for actor, of in zip((KRAEMER, COUNCIL, BOTH), parts, strict=False))
    (found,) = meetings(status=MeetingStatus.HELD, format=MeetingFormat(form), participants=participants)
    assert found.get("mode") == mode


def test_a_day_that_is_open_is_never_guessed() -> None:
    week: TimeExpression = attrs.evolve(FRIDAY, value="2031-W19")
    changed = ARTICLE.replace(FRIDAY, week)
    held = attrs.evolve(changed.meetings[0], status=MeetingStatus.HELD, reason=None, cancelled_by=None)
    assert export_plover(changed.replace(changed.meetings[0], held)) == []
    month = attrs.evolve(ARTICLE, published=PartialDate.parse("2031-05"))
    assert export_plover(month) == []


def test_the_rules_for_stances() -> None:
    (found,) = stances(target=KRAEMER)
    assert (found["event"], found["mode"], found["quad_code"]) == (["ACCUSE"], ["disapprove"], 3)
    assert (names(found["actor"]), names(found["recipient"])) == (["Werftrat"], ["Ada Krämer"])
    assert found["recipient"][0]["office"] == "Ministerin"
    assert found["actor"][0]["identifier_id"] == "Q42"
    (found,) = stances(polarity=Polarity.SUPPORT)
    assert (found["event"], found["quad_code"], found["comment"]) == (["SUPPORT"], 1, "Umzug der Werft")
    assert stances(target=MEETING)[0]["comment"] == "Treffen"


@pytest.mark.parametrize(
    "changes", [{"polarity": Polarity.MIXED}, {"basis": Basis.ENACTED}, {"attributed_to": (KRAEMER,)}]
)
def test_stances_that_are_no_verbal_event(changes: dict[str, Any]) -> None:
    assert stances(**changes) == []


def test_a_meeting_that_is_only_a_target_keeps_its_name_alone() -> None:
    proposed = attrs.evolve(MEETING, status=MeetingStatus.PROPOSED, reason=None, cancelled_by=None)
    article = ARTICLE.replace(MEETING, proposed)
    stance = attrs.evolve(STANCE, target=proposed, attributed_to=())
    carried = project_plover(article.replace(STANCE, stance))
    assert [meeting.participants for meeting in carried.meetings] == [()]
    assert len(export_plover(article.replace(STANCE, stance))) == 1
