"""Articles: references, look-ups, explanations and replacement."""

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

from newsmodel import Actor, ActorKind, Article, Mention, MentionType, SignOff, Span
from newsmodel.errors import LinkError, ModelError, SpanError
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


def test_an_object_listed_twice_is_named() -> None:
    with pytest.raises(LinkError, match=r"actors\[4\]: .*Krämer.* is listed twice"):
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
        with pytest.raises(SpanError):
            ARTICLE.at(offset)


def test_a_dossier_holds_all_that_concerns_an_actor() -> None:
    council = ARTICLE.by(COUNCIL)
    assert council.tied == (BOTH,)
    assert (council.meetings, council.statements, council.stances) == ((MEETING,), (), (STANCE,))
    minister = ARTICLE.by(KRAEMER)
    assert minister.tied == (BOTH, MINISTRY)
    assert (minister.statements, minister.stances) == ((OUTER,), (STANCE,))
    assert ARTICLE.by(MINISTRY).tied == (KRAEMER,)
    assert ARTICLE.by(BOTH).tied == (KRAEMER, COUNCIL)


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
    for ask in (ARTICLE.by, ARTICLE.explain, lambda actor: ARTICLE.replace(actor, actor)):
        with pytest.raises(LinkError, match="is not an object of this article"):
            ask(stranger)
    with pytest.raises(LinkError):
        ARTICLE.explain("Krämer")  # type: ignore[arg-type]


def test_an_explanation_names_rule_cue_and_evidence() -> None:
    cancelled = ARTICLE.explain(MEETING)
    assert "rule: meeting.noun" in cancelled
    assert f"evidence: »abgesagt« ({TEXT.index('abgesagt')}..{TEXT.index('abgesagt') + 8})" in cancelled
    assert "reason: »Sturm«" in cancelled
    assert "cue: »sagte«" in ARTICLE.explain(OUTER)
    assert "speakers: Ada Krämer" in ARTICLE.explain(OUTER)
    assert "inside: »Grund sei der Sturm«" in ARTICLE.explain(INNER)
    assert "speakers: unnamed" in ARTICLE.explain(INNER)
    assert "on the word of: Ada Krämer" in ARTICLE.explain(STANCE)
    assert "counted from: 2031-05-08" in ARTICLE.explain(FRIDAY)
    assert "role: Ministerin (Ministerium)" in ARTICLE.explain(KRAEMER)
    assert "rule: actor.name" in ARTICLE.explain(KRAEMER)
    assert "stands for: Ada Krämer, Werftrat" in ARTICLE.explain(BOTH)
    assert "words: »Umzug der Werft«" in ARTICLE.explain(MOVE)


def test_replacing_reaches_every_depth() -> None:
    new = attrs.evolve(MINISTRY, wikidata="Q7")
    article = ARTICLE.replace(MINISTRY, new)
    minister = article.actors[1]
    assert minister.roles[0].of is new
    assert article.actors[0].members[0] == minister
    assert article.statements[1].speakers == (minister,)
    assert article.statements[0].parent == article.statements[1]
    assert article.stances[0].attributed_to == (minister,)
    assert article.stances[0].statement == article.statements[0]
    assert article.meetings[0].cancelled_by == article.actors[0]
    assert ARTICLE.actors[1].roles[0].of is MINISTRY
    check(article)


def test_replacing_by_an_object_of_the_article_merges_the_two() -> None:
    article = ARTICLE.replace(KRAEMER, COUNCIL)
    assert article.actors == (attrs.evolve(BOTH, members=(COUNCIL,)), COUNCIL, MINISTRY)
    check(article)


def test_replacing_keeps_to_the_class() -> None:
    with pytest.raises(ModelError, match="Actor cannot become Meeting"):
        ARTICLE.replace(KRAEMER, MEETING)


def test_replacing_by_what_refers_to_strangers_is_refused() -> None:
    with pytest.raises(LinkError):
        ARTICLE.replace(STANCE, attrs.evolve(STANCE, holders=(attrs.evolve(COUNCIL, name="x"),)))


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
