"""Articles: references, look-ups and explanations."""

import re
import time
from typing import Any

import attrs
import pytest
from tests.model.sample import (
    ARTICLE,
    BOTH,
    COUNCIL,
    FRIDAY,
    INNER,
    KRAEMER,
    MEETING,
    MINISTRY,
    MOVE,
    OUTER,
    STANCE,
    TEXT,
    span,
)

from newsmodel import (
    Actor,
    ActorKind,
    Article,
    Issue,
    Mention,
    MentionType,
    PartialDate,
    Participation,
    Role,
    SignOff,
    Span,
    StatementType,
)
from newsmodel.errors import LinkError, SpanError, show_value
from newsmodel.model._walk import COLLECTIONS, Item
from newsmodel.testing import check


def test_the_sample_keeps_all_invariants() -> None:
    check(ARTICLE)


STRAY = Span(start=len(TEXT) - 1, end=len(TEXT) + 1)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"paragraphs": (STRAY,)}, "paragraphs[0]"),
        ({"zones": (attrs.evolve(ARTICLE.zones[0], span=STRAY),)}, "zones[0].span"),
        ({"signoff": SignOff(codes=(), span=STRAY)}, "signoff.span"),
        ({"diagnostics": (attrs.evolve(ARTICLE.diagnostics[0], span=STRAY),)}, "diagnostics[0].span"),
        ({"issues": (MOVE, attrs.evolve(MOVE, spans=(STRAY,)))}, "issues[1].spans[0]"),
        (
            {
                "actors": (
                    *ARTICLE.actors,
                    attrs.evolve(COUNCIL, mentions=(attrs.evolve(COUNCIL.mentions[0], span=STRAY),)),
                )
            },
            "actors[4].mentions[0].span",
        ),
        ({"stances": (attrs.evolve(STANCE, reason=STRAY),)}, "stances[0].reason"),
    ],
)
def test_a_span_outside_the_text_is_named(change: dict[str, Any], place: str) -> None:
    with pytest.raises(SpanError) as caught:
        attrs.evolve(ARTICLE, **change)
    assert (caught.value.place, caught.value.length) == (place, len(TEXT))
    assert str(caught.value).startswith(f"{place}: {STRAY.start}..{STRAY.end} does not lie in the text")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"actors": (BOTH, KRAEMER, COUNCIL)}, "actors[1].roles[0].of"),
        ({"actors": (BOTH, COUNCIL, MINISTRY)}, "actors[0].members[0]"),
        ({"times": ()}, "meetings[0].times[0]"),
        ({"issues": ()}, "meetings[0].topics[0]"),
        ({"statements": (INNER,)}, "statements[0].parent"),
        ({"statements": ()}, "stances[0].statement"),
        ({"meetings": (attrs.evolve(MEETING, cancelled_by=attrs.evolve(BOTH, name="x")),)}, "meetings[0].cancelled_by"),
        ({"stances": (attrs.evolve(STANCE, target=attrs.evolve(MEETING, place=span("Lübeck"))),)}, "stances[0].target"),
    ],
)
def test_a_reference_to_a_strange_object_is_named(change: dict[str, Any], place: str) -> None:
    with pytest.raises(LinkError) as caught:
        attrs.evolve(ARTICLE, **change)
    assert caught.value.place == place
    # The path leads through the change or the sample to the object that the message shows.
    at: Any = {**{field.name: getattr(ARTICLE, field.name) for field in attrs.fields(Article)}, **change}
    for step in re.findall(r"\w+", place):
        at = at[int(step)] if step.isdigit() else at[step] if isinstance(at, dict) else getattr(at, step)
    assert str(caught.value) == f"{place}: {show_value(at)} is not among Article.{COLLECTIONS[type(at)]}"


def test_an_object_listed_twice_is_named() -> None:
    with pytest.raises(LinkError, match=r"^actors\[4\]: Actor\(.*Krämer.* is listed twice$"):
        attrs.evolve(ARTICLE, actors=(*ARTICLE.actors, attrs.evolve(KRAEMER)))


def test_references_are_joined_by_equality_not_identity() -> None:
    twin = attrs.evolve(KRAEMER)
    assert twin is not KRAEMER
    article = attrs.evolve(ARTICLE, actors=(BOTH, twin, COUNCIL, MINISTRY))
    assert article == ARTICLE


def test_the_text_under_a_span_is_exact() -> None:
    assert ARTICLE[KRAEMER.mentions[0].span] == "Ada Krämer"
    assert ARTICLE[INNER.content] == "Grund … Sturm"
    assert ARTICLE[()] == ""
    with pytest.raises(SpanError):
        ARTICLE[STRAY]


def test_an_offset_finds_what_covers_it() -> None:
    assert ARTICLE.at(TEXT.index("Freitag")) == (FRIDAY,)
    assert set(ARTICLE.at(TEXT.index("Sturm"))) == {MEETING, INNER, OUTER}
    assert ARTICLE.at(0) == ()
    for offset in (-1, len(TEXT)):
        with pytest.raises(SpanError) as caught:
            ARTICLE.at(offset)
        assert (caught.value.start, caught.value.end, caught.value.length) == (offset, offset + 1, len(TEXT))


def test_an_item_covers_its_first_and_its_last_character_and_no_more() -> None:
    place = FRIDAY.span
    covered = [offset for offset in range(len(TEXT)) if FRIDAY in ARTICLE.at(offset)]
    assert covered == list(range(place.start, place.end))


def test_items_come_in_the_order_of_their_classes() -> None:
    assert ARTICLE.items == (
        *(*ARTICLE.actors, *ARTICLE.times, *ARTICLE.issues),
        *(*ARTICLE.meetings, *ARTICLE.statements, *ARTICLE.stances),
    )


def test_a_dossier_holds_all_that_concerns_an_actor() -> None:
    council = ARTICLE.by(COUNCIL)
    assert council.tied == (BOTH,)
    assert (council.meetings, council.statements, council.stances) == ((MEETING,), (), (STANCE,))
    minister = ARTICLE.by(KRAEMER)
    assert minister.tied == (BOTH, MINISTRY)
    assert (minister.statements, minister.stances) == ((OUTER,), (STANCE,))
    assert ARTICLE.by(MINISTRY).tied == (KRAEMER,)
    assert ARTICLE.by(BOTH).tied == (KRAEMER, COUNCIL)


@pytest.mark.parametrize(
    ("field", "tie"),
    [
        ("meetings", {"participants": (Participation(actor=MINISTRY),), "cancelled_by": None}),
        ("meetings", {"participants": (), "cancelled_by": MINISTRY}),
        ("statements", {"speakers": (MINISTRY,)}),
        ("statements", {"speakers": (), "addressees": (MINISTRY,)}),
        ("stances", {"holders": (MINISTRY,)}),
        ("stances", {"target": MINISTRY}),
        ("stances", {"attributed_to": (MINISTRY,)}),
    ],
)
def test_each_tie_alone_brings_an_object_into_the_dossier(field: str, tie: dict[str, Any]) -> None:
    base: Any = {"meetings": MEETING, "statements": OUTER, "stances": STANCE}[field]
    tied = attrs.evolve(base, **tie)
    changed: Any = {field: (*getattr(ARTICLE, field), tied)}
    article = attrs.evolve(ARTICLE, **changed)
    dossier = article.by(MINISTRY)
    assert {name: getattr(dossier, name) for name in ("meetings", "statements", "stances")} == {
        **dict.fromkeys(("meetings", "statements", "stances"), ()),
        field: (tied,),
    }


def test_a_member_of_a_member_is_tied_to_the_outer_group_too() -> None:
    delegation = Actor(name="Delegation", kind=ActorKind.GROUP, mentions=(), members=(MINISTRY, BOTH))
    article = attrs.evolve(ARTICLE, actors=(*ARTICLE.actors, delegation))
    assert article.by(COUNCIL).tied == (BOTH, delegation)
    assert article.by(delegation).tied == (BOTH, MINISTRY)


def test_a_dossier_says_how_much_it_holds() -> None:
    assert repr(ARTICLE.by(COUNCIL)) == "Dossier('Werftrat', 1 tied, 1 meetings, 0 statements, 1 stances)"


def test_what_a_group_does_concerns_its_members() -> None:
    delegation = Actor(name="Delegation", kind=ActorKind.GROUP, mentions=(), members=(BOTH,))
    article = attrs.evolve(
        ARTICLE,
        actors=(*ARTICLE.actors, delegation),
        statements=(*ARTICLE.statements, attrs.evolve(OUTER, speakers=(delegation,))),
    )
    assert article.by(COUNCIL).statements == article.statements[-1:]


def test_strange_objects_are_refused_everywhere() -> None:
    stranger = attrs.evolve(KRAEMER, name="Bo Lund")
    for name, ask in (
        ("by", ARTICLE.by),
        ("explain", ARTICLE.explain),
        ("replace", lambda actor: ARTICLE.replace(actor, actor)),
    ):
        with pytest.raises(LinkError) as caught:
            ask(stranger)
        assert str(caught.value) == f"Article.{name}: {stranger!r} is not an object of this article"
    with pytest.raises(LinkError):
        ARTICLE.explain("Krämer")  # type: ignore[arg-type]


def where(words: str, number: int = 1) -> str:
    """Return words of the text as an explanation quotes them."""
    found = span(words, number)
    return f"»{words}« ({found.start}..{found.end})"


OPEN = attrs.evolve(
    FRIDAY,
    candidates=("2031-05-09", "2031-05-16"),
    begin_point=PartialDate.parse("2031-05-09"),
    end_point=PartialDate.parse("2031-05-16"),
    anchor=None,
)
PARTY = attrs.evolve(COUNCIL, mentions=(), roles=(Role(title=None, of=MINISTRY), Role(title="Gast")))


@pytest.mark.parametrize(
    ("item", "reasons"),
    [
        (
            KRAEMER,
            (
                "rule: actor.name",
                f"mentions: {where('Ada Krämer')}, {where('Krämer', 2)}",
                "role: Ministerin (Ministerium)",
            ),
        ),
        (COUNCIL, ("rule: actor.nominal", f"mentions: {where('Werftrat')}, {where('Werftrat', 2)}")),
        (MINISTRY, ("rule: actor.role",)),
        (BOTH, ("rule: actor.role", "stands for: Ada Krämer, Werftrat")),
        (PARTY, ("rule: actor.role", "role:  (Ministerium)", "role: Gast")),
        (FRIDAY, ("rule: time.weekday", f"words: {where('Freitag')}", "counted from: 2031-05-08")),
        (
            OPEN,
            (
                *("rule: time.weekday", f"words: {where('Freitag')}", "left open: 2031-05-09, 2031-05-16"),
                *("from: 2031-05-09", "until: 2031-05-16"),
            ),
        ),
        (MOVE, (f"words: {where('Umzug der Werft')}",)),
        (
            MEETING,
            (
                *("rule: meeting.noun", f"anchors: {where('Treffen')}"),
                *(f"evidence: {where('abgesagt')}", f"reason: {where('Sturm')}"),
            ),
        ),
        (
            OUTER,
            (
                *("rule: statement.verb_frame", f"cue: {where('sagte')}", f"speaker: {where('Krämer', 2)}"),
                *(f"content: {where('Grund sei der Sturm')}", "speakers: Ada Krämer"),
            ),
        ),
        (
            INNER,
            (
                *("rule: statement.quote", f"content: {where('Grund')}, {where('Sturm')}", "speakers: unnamed"),
                f"inside: {where('Grund sei der Sturm')}",
            ),
        ),
        (
            STANCE,
            (
                *("rule: stance.verb:ablehnen", f"evidence: {where('lehnt den Umzug der Werft ab')}"),
                "on the word of: Ada Krämer",
            ),
        ),
        (
            attrs.evolve(STANCE, statement=OUTER, reason=span("Sturm"), attributed_to=()),
            (
                *("rule: stance.verb:ablehnen", f"cue: {where('sagte')}"),
                *(f"evidence: {where('lehnt den Umzug der Werft ab')}", f"reason: {where('Sturm')}"),
            ),
        ),
        (
            attrs.evolve(STANCE, statement=None, attributed_to=()),
            (
                "rule: stance.verb:ablehnen",
                f"evidence: {where('lehnt den Umzug der Werft ab')}",
            ),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_explanation_names_rule_cue_and_evidence(item: Item, reasons: tuple[str, ...]) -> None:
    name = COLLECTIONS[type(item)]
    held = getattr(ARTICLE, name)
    more: Any = {name: (*held, item)}
    article = ARTICLE if item in held else attrs.evolve(ARTICLE, **more)
    assert article.explain(item).split("\n") == [repr(item), *reasons]


def test_an_explanation_quotes_on_one_line() -> None:
    both = Issue(label="x", spans=(Span(start=TEXT.index("ab."), end=len(TEXT)),))
    article = attrs.evolve(ARTICLE, issues=(MOVE, both))
    assert article.explain(both).split("\n")[1:] == [f"words: »ab. abc kk« ({TEXT.index('ab.')}..{len(TEXT)})"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (ARTICLE, "Article('Treffen abgesagt', 4 actors, 1 times, 1 issues, 1 meetings, 2 statements, 1 stances)"),
        (
            Article(text="Der  Rat\n" + "tagt, " * 20),
            "Article('Der Rat "
            + ("tagt, " * 8 + "tag")
            + "', 0 actors, 0 times, 0 issues, 0 meetings, 0 statements, 0 stances)",
        ),
        (KRAEMER, "Actor('Ada Krämer', person, Ministerin, 2 mentions)"),
        (BOTH, "Actor('beide Seiten', group, 0 mentions)"),
        (PARTY, "Actor('Werftrat', organization, (Ministerium), Gast, 0 mentions)"),
        (FRIDAY, f"TimeExpression(DATE 2031-05-09, {FRIDAY.span.start}..{FRIDAY.span.end})"),
        (
            attrs.evolve(FRIDAY, mod="START"),
            f"TimeExpression(DATE 2031-05-09 START, {FRIDAY.span.start}..{FRIDAY.span.end})",
        ),
        (MOVE, "Issue('Umzug der Werft')"),
        (
            MEETING,
            f"Meeting(cancelled, in_person, Ada Krämer, Werftrat, {MEETING.anchors[0].start}..{MEETING.anchors[0].end})",
        ),
        (
            attrs.evolve(MEETING, participants=(), anchors=(span("Treffen"), span("Freitag"))),
            f"Meeting(cancelled, in_person, nobody named, {MEETING.anchors[0].start}..{MEETING.anchors[0].end})",
        ),
        (OUTER, f"Statement(indirect, Ada Krämer, {OUTER.content[0].start}..{OUTER.content[0].end})"),
        (
            INNER,
            f"Statement(direct, nobody named, {span('Grund').start}..{span('Grund').end} {span('Sturm').start}..{span('Sturm').end})",
        ),
        (
            attrs.evolve(OUTER, type=StatementType.REPORTED, content=(), speakers=(KRAEMER, COUNCIL)),
            f"Statement(reported, Ada Krämer, Werftrat, {span('sagte').start}..{span('sagte').end})",
        ),
        (STANCE, "Stance(Werftrat, oppose, Issue('Umzug der Werft'))"),
        (
            attrs.evolve(STANCE, holders=(COUNCIL, KRAEMER)),
            "Stance(Werftrat, Ada Krämer, oppose, Issue('Umzug der Werft'))",
        ),
        (PartialDate.parse("2031-05-08T09:30[MESZ]"), "PartialDate('2031-05-08T09:30[MESZ]')"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_class_shows_itself_on_one_line(value: object, shown: str) -> None:
    assert repr(value) == shown


def test_an_empty_text_is_an_article() -> None:
    check(Article(text=""))
    check(Article(text="\x00\r\n\u2028"))


def _build(count: int) -> float:
    mentions = tuple(Mention(span=Span(start=i, end=i + 1), type=MentionType.NAME) for i in range(count))
    started = time.process_time()
    actors = tuple(Actor(name=str(i), kind=ActorKind.GROUP, mentions=(mention,)) for i, mention in enumerate(mentions))
    side = Actor(name="Seite", kind=ActorKind.GROUP, mentions=mentions, members=actors)
    article = Article(text="x" * count, actors=(side, *actors))
    article.replace(side, attrs.evolve(side, name="Gegenseite")).at(0)
    return time.process_time() - started


def test_building_and_changing_takes_linear_time() -> None:
    small = min(_build(500) for _ in range(3))
    large = min(_build(4000) for _ in range(3))
    assert large < 8 * small * 3
