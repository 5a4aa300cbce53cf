"""What a single object refuses, with the field and the reason."""

import pickle
from typing import Any

import attrs
import pytest
from tests.model.sample import ARTICLE, FRIDAY, INNER, KRAEMER, MEETING, MOVE, OUTER, STANCE

import newsmodel
from newsmodel import Actor, ActorKind, MeetingStatus, PartialDate, Provenance, Role, Span, Statement, StatementType
from newsmodel.errors import ModelError, SpanError
from newsmodel.model import actor as actor_module
from newsmodel.model import statement as statement_module

OFF = "only a cancelled, postponed or declined meeting has one"
IN_ORDER = "must be in order and not overlap"

BACKWARDS = (Span(start=4, end=9), Span(start=1, end=3))
EARLY, LATE = PartialDate.parse("2031-05-08"), PartialDate.parse("2031-05-09")

FAULTS: list[tuple[Any, dict[str, Any], str, str]] = [
    (KRAEMER, {"name": " \n"}, "name", "must not be blank"),
    (KRAEMER, {"wikidata": "q1"}, "wikidata", "'q1' is no item id (Q…)"),
    (KRAEMER, {"wikidata": "Q0"}, "wikidata", "'Q0' is no item id (Q…)"),
    (KRAEMER.roles[0], {"title": None, "of": None}, "title", "a role needs a title or a body"),
    (KRAEMER.roles[0], {"title": ""}, "title", "must not be blank"),
    (MOVE, {"spans": ()}, "spans", "an issue is named somewhere"),
    (MOVE, {"label": ""}, "label", "must not be blank"),
    (FRIDAY, {"value": ""}, "value", "must not be blank"),
    (FRIDAY, {"rule": ""}, "rule", "must not be blank"),
    (FRIDAY, {"latest": PartialDate.parse("2031-05-08")}, "latest", "2031-05-08 lies before earliest, 2031-05-09"),
    (
        FRIDAY,
        {"latest": PartialDate.parse("2031-05-08T23:59")},
        "latest",
        "2031-05-08T23:59 lies before earliest, 2031-05-09",
    ),
    (MEETING, {"anchors": ()}, "anchors", "a meeting needs a word that names it"),
    (MEETING, {"duration": "2 Stunden"}, "duration", "'2 Stunden' is not ISO 8601"),
    (MEETING, {"duration": "P"}, "duration", "'P' is not ISO 8601"),
    (MEETING, {"duration": "PT"}, "duration", "'PT' is not ISO 8601"),
    (MEETING, {"status": MeetingStatus.HELD}, "reason", f"{OFF}, this is held"),
    (MEETING, {"status": MeetingStatus.PLANNED, "reason": None}, "cancelled_by", f"{OFF}, this is planned"),
    (OUTER, {"content": ()}, "content", "a statement of type indirect has a content"),
    (OUTER, {"cue": (Span(start=4, end=9), Span(start=8, end=12))}, "cue", f"the spans {IN_ORDER}"),
    (OUTER, {"content": (Span(start=4, end=9), Span(start=1, end=3))}, "content", f"the spans {IN_ORDER}"),
    (STANCE, {"holders": ()}, "holders", "a stance needs somebody who holds it"),
    (STANCE, {"evidence": ()}, "evidence", "a stance needs words that show it"),
    (ARTICLE, {"urgency": 0}, "urgency", "0 is not 1 to 9"),
    (ARTICLE, {"urgency": 10}, "urgency", "10 is not 1 to 9"),
    (ARTICLE, {"language": ""}, "language", "must not be blank"),
    (ARTICLE, {"paragraphs": (Span(start=5, end=9), Span(start=0, end=3))}, "paragraphs", f"they {IN_ORDER}"),
    (ARTICLE.diagnostics[0], {"code": ""}, "code", "must not be blank"),
    (ARTICLE.diagnostics[0], {"message": ""}, "message", "must not be blank"),
    (ARTICLE.provenance, {"schema": 0}, "schema", "it must be from 1 and below 2**53"),
    (ARTICLE.provenance, {"schema": 2**53}, "schema", "it must be from 1 and below 2**53"),
    (FRIDAY, {"begin_point": LATE, "end_point": EARLY}, "end_point", "2031-05-08 lies before begin_point, 2031-05-09"),
    *((value, {"rule": "\t"}, "rule", "must not be blank") for value in (MEETING, OUTER, STANCE)),
    *((OUTER, {field: BACKWARDS}, field, f"the spans {IN_ORDER}") for field in ("speaker", "addressee", "frame")),
]


@pytest.mark.parametrize(("value", "change", "field", "reason"), FAULTS)
def test_a_contradiction_is_refused(value: Any, change: dict[str, Any], field: str, reason: str) -> None:
    with pytest.raises(ModelError) as caught:
        attrs.evolve(value, **change)
    assert (caught.value.owner, caught.value.field) == (type(value).__name__, field)
    assert caught.value.reason == reason
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


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2031-05-09T12:00", "2031-05-09"),
        ("2031-05-09", "2031-05-09T12:00"),
        ("2031-05-09T12", "2031-05-09T12:30"),
        ("2031-05-09T12:30", "2031-05-09T12"),
        ("2031-05-09T12:30", "2031-05-09T12:30"),
        ("2031-05", "2031-05-09"),
    ],
)
def test_what_is_less_precise_may_lie_around_the_other(first: str, last: str) -> None:
    when = attrs.evolve(FRIDAY, earliest=PartialDate.parse(first), latest=PartialDate.parse(last))
    assert (str(when.earliest), str(when.latest)) == (first, last)


@pytest.mark.parametrize(
    ("first", "last"),
    [("2031-05-09T12:01", "2031-05-09T12:00"), ("2031-05-09T13", "2031-05-09T12"), ("2031-06", "2031-05")],
)
def test_what_lies_wholly_before_is_refused(first: str, last: str) -> None:
    with pytest.raises(ModelError, match="lies before"):
        attrs.evolve(FRIDAY, earliest=PartialDate.parse(first), latest=PartialDate.parse(last))


@pytest.mark.parametrize("value", [1, 2**53 - 1])
def test_a_schema_version_may_be_any_that_json_carries(value: int) -> None:
    assert Provenance(library="1", schema=value).schema == value


@pytest.mark.parametrize("urgency", [1, 9])
def test_the_bounds_of_urgency_are_taken(urgency: int) -> None:
    assert attrs.evolve(ARTICLE, urgency=urgency).urgency == urgency


@pytest.mark.parametrize("status", [MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED])
def test_what_was_called_off_may_have_a_reason(status: MeetingStatus) -> None:
    assert attrs.evolve(MEETING, status=status).reason == MEETING.reason


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
    with pytest.raises(ModelError, match=r"^Statement\.parent: statements are nested more than 16 deep$"):
        attrs.evolve(OUTER, parent=statement)


def test_actors_nest_as_deep_as_the_bound_and_no_deeper() -> None:
    actor = Actor(name="0", kind=ActorKind.GROUP, mentions=())
    for depth in range(actor_module.MAX_NESTING):
        ties: dict[str, Any] = {"members": (actor,)} if depth % 2 else {"roles": (Role(title=None, of=actor),)}
        actor = Actor(name=str(depth), kind=ActorKind.GROUP, mentions=(), **ties)
    reason = r"^Actor\.members: roles and members are nested more than 8 deep$"
    copied = pickle.loads(pickle.dumps(actor))  # noqa: S301 - our own bytes
    for members in ((actor,), (actor, KRAEMER), (KRAEMER, actor), (copied,), (attrs.evolve(actor),)):
        with pytest.raises(ModelError, match=reason):
            Actor(name="x", kind=ActorKind.GROUP, mentions=(), members=members)


def test_the_bound_counts_the_deepest_branch_whatever_stands_beside_it() -> None:
    actor = shallow = Actor(name="0", kind=ActorKind.GROUP, mentions=())
    for depth in range(actor_module.MAX_NESTING):
        actor = Actor(name=str(depth), kind=ActorKind.GROUP, mentions=(), members=(actor, shallow))
    with pytest.raises(ModelError, match="nested more than"):
        Actor(name="x", kind=ActorKind.GROUP, mentions=(), members=(actor, shallow))


def test_shared_members_cost_no_more_than_their_number() -> None:
    """Each level holds the one below fifty times: paths grow with every level, objects do not."""

    def group(lowest: str) -> Actor:
        actor = Actor(name=lowest, kind=ActorKind.GROUP, mentions=())
        for depth in range(actor_module.MAX_NESTING):
            actor = Actor(name=str(depth), kind=ActorKind.GROUP, mentions=(), members=(actor,) * 50)
        return actor

    assert hash(group("a")) == hash(group("a"))
    assert group("a") == group("a")
    assert group("a") != group("b")
    articles = [newsmodel.Article(text="Nein.", actors=closed(group("a"))) for _ in range(2)]
    assert articles[0] == articles[1]


def closed(actor: Actor) -> tuple[Actor, ...]:
    """Return an actor and its first member, and so on."""
    return (actor, *(closed(actor.members[0]) if actor.members else ()))


def test_a_statement_needs_a_rule() -> None:
    with pytest.raises(TypeError, match="rule"):
        Statement(type=StatementType.DIRECT, content=(Span(start=0, end=1),))  # type: ignore[call-arg]
