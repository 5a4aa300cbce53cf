"""The golden dispatches: their gold is well-formed, covers the ground, and the library reads them as well as it did."""

from __future__ import annotations

import functools
import itertools
import tomllib
from typing import Any

import pytest
from tests.golden.gold import FOLDER, PARTS, Golden, faults, load_all
from tests.golden.layers import of_article
from tests.golden.match import score

import newsmodel
from newsmodel.model.vocab import (
    ActorKind,
    Basis,
    MeetingFormat,
    MeetingStatus,
    Polarity,
    StatementType,
    TimeType,
)

ALL = load_all()
FLOORS: dict[str, dict[str, float]] = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))
FACTS: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "facts.toml").read_text(encoding="utf-8"))

each = pytest.mark.parametrize("golden", ALL, ids=[golden.name for golden in ALL])


@functools.cache
def parsed(name: str) -> newsmodel.Article:
    golden = next(golden for golden in ALL if golden.name == name)
    return newsmodel.parse(golden.text, published=golden.published)


@functools.cache
def figures(part: str) -> dict[str, float]:
    return score((golden.layers, of_article(parsed(golden.name))) for golden in ALL if golden.entry["part"] == part)


# The gold itself


@each
def test_gold_is_well_formed(golden: Golden) -> None:
    """Every span stands in the text and is unambiguous, every reference is known, every value is in its list."""
    assert faults(golden) == []


@each
def test_gold_agrees_with_itself(golden: Golden) -> None:
    """Gold laid on itself gives full marks in every figure: the matching loses nothing."""
    assert set(score([(golden.layers, golden.layers)]).values()) == {100.0}


@each
def test_dispatch_lies_in_its_part_and_has_the_length_of_one(golden: Golden) -> None:
    assert (FOLDER / golden.entry["part"] / f"{golden.name}.txt").exists()
    assert 120 <= len(golden.text.split()) <= 350


def test_gold_covers_every_class() -> None:
    """All statuses, formats, statement types, polarities, bases, kinds and time types occur."""
    entries = [golden.entry for golden in ALL]

    def values(name: str, key: str) -> set[str]:
        return {item[key] for entry in entries for item in entry[name]}

    assert values("meetings", "status") == set(MeetingStatus)
    assert values("meetings", "format") == set(MeetingFormat)
    assert values("statements", "type") == set(StatementType)
    assert values("stances", "polarity") == set(Polarity)
    assert values("stances", "basis") == set(Basis)
    assert values("actors", "kind") == set(ActorKind)
    assert values("times", "type") == set(TimeType)
    meetings = [meeting for entry in entries for meeting in entry["meetings"]]
    assert any(meeting["hosts"] for meeting in meetings)
    assert any(meeting["mediators"] for meeting in meetings)
    assert any(stance["attributed_to"] for entry in entries for stance in entry["stances"])
    assert any(statement["parent"] for entry in entries for statement in entry["statements"])


def test_half_of_the_dispatches_only_measure() -> None:
    assert len(load_all("test")) == len(load_all("dev")) >= 8


def test_matching_counts_what_is_missed_and_what_is_spurious() -> None:
    """Without output there is no agreement; a wrong actor, status or polarity is not taken for a right one."""
    one, other = (load_all("dev")[n].layers for n in (0, 1))
    nothing = newsmodel.Article(text="")
    assert score([(one, of_article(nothing))])["actors"] == 0.0
    assert score([(one, other)])["stances"] == 0.0


# The library on it


@pytest.mark.parametrize(("part", "figure"), [(part, figure) for part in PARTS for figure in FLOORS[part]], ids=str)
def test_figure_reaches_its_floor(part: str, figure: str) -> None:
    reached = figures(part)[figure]
    assert reached >= FLOORS[part][figure], f"{figure} on {part}: {reached}"


@pytest.mark.parametrize("part", PARTS)
def test_every_figure_has_a_floor(part: str) -> None:
    assert set(FLOORS[part]) == set(figures(part))


@each
def test_text_comes_back_untouched(golden: Golden) -> None:
    article = parsed(golden.name)
    assert article.text == golden.text
    assert newsmodel.loads(newsmodel.dumps(article)) == article


@each
def test_wire_facts(golden: Golden) -> None:
    """Dateline, agency and sign-off are read exactly."""
    facts, article = FACTS[golden.name], parsed(golden.name)
    assert article.dateline is not None
    assert list(article.dateline.places) == facts["places"]
    assert article.dateline.agency == facts["agency"]
    codes = article.text[article.signoff.span.start : article.signoff.span.end] if article.signoff else ""
    assert codes == facts.get("signoff", "")
    assert article.headline == facts.get("headline")


@pytest.mark.parametrize(
    ("name", "anchor", "status"),
    [(name, *fact) for name, facts in FACTS.items() for fact in facts.get("meetings", ())],
)
def test_meeting_status(name: str, anchor: str, status: str) -> None:
    """A meeting that is named by the anchor is there, with this status."""
    article = parsed(name)
    statuses = [m.status for m in article.meetings if anchor in [article[a] for a in m.anchors]]
    assert statuses == [status]


@pytest.mark.parametrize(
    ("name", "words", "speaker"),
    [(name, *fact) for name, facts in FACTS.items() for fact in facts.get("said", ())],
)
def test_who_said_it(name: str, words: str, speaker: str) -> None:
    """A statement that begins with these words is there, by this speaker."""
    article = parsed(name)
    speakers = [
        [actor.name for actor in s.speakers] for s in article.statements if article[s.content].startswith(words)
    ]
    assert [speaker] in speakers


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [(name, *fact) for name, facts in FACTS.items() for fact in facts.get("times", ())],
)
def test_time_value(name: str, words: str, value: str) -> None:
    article = parsed(name)
    assert value in [t.value for t in article.times if article[t.span] == words]


def test_no_two_dispatches_share_a_name() -> None:
    """Persons are invented anew for each dispatch, so that no rule can learn one."""
    people = [(g.name, a["name"]) for g in ALL for a in g.entry["actors"] if a["kind"] == "person"]
    names = [name for _, name in people if " " in name]
    doubled = [name for name, group in itertools.groupby(sorted(names)) if len(list(group)) > 1]
    assert doubled == []
