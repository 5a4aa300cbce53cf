"""What a single object refuses, with the field and the reason."""

from typing import Any

import attrs
import pytest
from tests.model.sample import ARTICLE, FRIDAY, INNER, KRAEMER, MEETING, MOVE, OUTER, STANCE

from newsmodel import Actor, ActorKind, MeetingStatus, PartialDate, Role, Span, Statement, StatementType
from newsmodel.errors import ModelError, SpanError
from newsmodel.model import actor as actor_module
from newsmodel.model import statement as statement_module

FAULTS: list[tuple[Any, dict[str, Any], str, str]] = [
    (KRAEMER, {"name": " \n"}, "name", "must not be blank"),
    (KRAEMER, {"wikidata": "q1"}, "wikidata", "'q1' is no item id"),
    (KRAEMER, {"wikidata": "Q0"}, "wikidata", "'Q0' is no item id"),
    (KRAEMER.roles[0], {"title": None, "of": None}, "title", "a role needs a title or a body"),
    (KRAEMER.roles[0], {"title": ""}, "title", "must not be blank"),
    (MOVE, {"spans": ()}, "spans", "named somewhere"),
    (MOVE, {"label": ""}, "label", "must not be blank"),
    (FRIDAY, {"value": ""}, "value", "must not be blank"),
    (FRIDAY, {"rule": ""}, "rule", "must not be blank"),
    (FRIDAY, {"latest": PartialDate.parse("2031-05-08")}, "latest", "2031-05-08 lies before earliest, 2031-05-09"),
    (FRIDAY, {"latest": PartialDate.parse("2031-05-08T23:59")}, "latest", "lies before earliest"),
    (MEETING, {"anchors": ()}, "anchors", "needs a word"),
    (MEETING, {"duration": "2 Stunden"}, "duration", "is not ISO 8601"),
    (MEETING, {"duration": "P"}, "duration", "is not ISO 8601"),
    (MEETING, {"duration": "PT"}, "duration", "is not ISO 8601"),
    (MEETING, {"status": MeetingStatus.HELD}, "reason", "this is held"),
    (MEETING, {"status": MeetingStatus.PLANNED, "reason": None}, "cancelled_by", "this is planned"),
    (OUTER, {"content": ()}, "content", "type indirect has a content"),
    (OUTER, {"cue": (Span(start=4, end=9), Span(start=8, end=12))}, "cue", "in order"),
    (OUTER, {"content": (Span(start=4, end=9), Span(start=1, end=3))}, "content", "in order"),
    (STANCE, {"holders": ()}, "holders", "somebody"),
    (STANCE, {"evidence": ()}, "evidence", "words"),
    (ARTICLE, {"urgency": 0}, "urgency", "0 is not 1 to 9"),
    (ARTICLE, {"urgency": 10}, "urgency", "10 is not 1 to 9"),
    (ARTICLE, {"language": ""}, "language", "must not be blank"),
    (ARTICLE, {"paragraphs": (Span(start=5, end=9), Span(start=0, end=3))}, "paragraphs", "in order"),
    (ARTICLE.diagnostics[0], {"code": ""}, "code", "must not be blank"),
]


@pytest.mark.parametrize(("value", "change", "field", "reason"), FAULTS)
def test_a_contradiction_is_refused(value: Any, change: dict[str, Any], field: str, reason: str) -> None:
    with pytest.raises(ModelError) as caught:
        attrs.evolve(value, **change)
    assert (caught.value.owner, caught.value.field) == (type(value).__name__, field)
    assert reason in caught.value.reason
    assert str(caught.value) == f"{caught.value.owner}.{field}: {caught.value.reason}"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (-2, -1)])
def test_a_span_has_a_beginning_before_its_end(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"start={start}, end={end}") as caught:
        Span(start=start, end=end)
    assert (caught.value.start, caught.value.end, caught.value.length) == (start, end, None)


@pytest.mark.parametrize("duration", ["PT2H", "P3D", "P1W", "P1Y2M", "PT1H30M", "PT0.5H", "P1DT12H"])
def test_durations_of_iso_8601_are_taken(duration: str) -> None:
    assert attrs.evolve(MEETING, duration=duration).duration == duration


def test_a_day_may_hold_the_minute_that_it_begins_with() -> None:
    """earliest and latest may differ in precision: a whole day, until a minute of it."""
    day, minute = PartialDate.parse("2031-05-09"), PartialDate.parse("2031-05-09T00:00")
    assert attrs.evolve(FRIDAY, earliest=day, latest=minute).latest == minute
    assert attrs.evolve(FRIDAY, earliest=minute, latest=day).latest == day


def test_clocks_without_a_common_zone_are_not_compared() -> None:
    early, late = PartialDate.parse("2031-05-09T12:00Z"), PartialDate.parse("2031-05-09T11:00")
    assert attrs.evolve(FRIDAY, earliest=early, latest=late).earliest == early


def test_a_reported_speech_act_may_have_no_content() -> None:
    assert attrs.evolve(OUTER, type=StatementType.REPORTED, content=()).content == ()


def test_statements_nest_as_deep_as_the_bound_and_no_deeper() -> None:
    statement = INNER
    for _ in range(statement_module.MAX_NESTING - 1):
        statement = attrs.evolve(OUTER, parent=statement)
    assert hash(statement) == hash(attrs.evolve(statement))
    with pytest.raises(ModelError, match="nested more than 16 deep"):
        attrs.evolve(OUTER, parent=statement)


def test_actors_nest_as_deep_as_the_bound_and_no_deeper() -> None:
    actor = Actor(name="0", kind=ActorKind.GROUP, mentions=())
    for depth in range(actor_module.MAX_NESTING):
        ties: dict[str, Any] = {"members": (actor,)} if depth % 2 else {"roles": (Role(title=None, of=actor),)}
        actor = Actor(name=str(depth), kind=ActorKind.GROUP, mentions=(), **ties)
    with pytest.raises(ModelError, match="nested more than 8 deep"):
        Actor(name="x", kind=ActorKind.GROUP, mentions=(), members=(actor,))


def test_shared_members_cost_no_more_than_their_number() -> None:
    """Each level holds the one below twice: paths double with every level, objects do not."""
    actor = Actor(name="0", kind=ActorKind.GROUP, mentions=())
    for depth in range(actor_module.MAX_NESTING):
        actor = Actor(name=str(depth), kind=ActorKind.GROUP, mentions=(), members=(actor,) * 50)
    assert isinstance(hash(actor), int)


def test_a_statement_needs_a_rule() -> None:
    with pytest.raises(TypeError, match="rule"):
        Statement(type=StatementType.DIRECT, content=(Span(start=0, end=1),))  # type: ignore[call-arg]
