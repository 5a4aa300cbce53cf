"""Figures of agreement: what they count, on hand-made pairs, on our own gold, and beside the shared scorer."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import defaultdict
from types import ModuleType
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from tests.golden.gold import FOLDER
from tests.test_shared import SHARED
from tests.wire.samples import ABSENT

import newsmodel
from newsmodel import Article, GoldError, testing
from newsmodel.evaluation import Annotated, evaluate, read_annotated
from newsmodel.evaluation.gold_format import from_gold

TEXT = "Die Ministerin Jule Petersen trifft am Montag Henning Voss in Kiel. Petersen lehnt den Plan ab."
GOLD = {
    "actors": [
        {
            "id": "A1",
            "kind": "person",
            "name": "Jule Petersen",
            "mentions": [["Jule Petersen"], ["Petersen", 2]],
            "roles": [{"title": ["Ministerin"], "of": None}],
        },
        {"id": "A2", "kind": "person", "name": "Henning Voss", "mentions": [["Henning Voss"]], "roles": []},
    ],
    "meetings": [
        {
            "id": "M1",
            "anchors": [["trifft"]],
            "status": "planned",
            "format": "in_person",
            "participants": ["A1", "A2"],
            "hosts": [],
            "when": [["Montag"]],
            "place": ["Kiel"],
            "duration": None,
            "topics": [],
            "reason": None,
            "cancelled_by": None,
        }
    ],
    "statements": None,
    "stances": [
        {
            "id": "T1",
            "holders": ["A1"],
            "target": {"text": ["den Plan"]},
            "polarity": "oppose",
            "basis": "expressed",
            "evidence": [["lehnt den Plan ab"]],
            "reason": None,
            "attributed_to": None,
        }
    ],
}


def gold(**changes: object) -> Annotated:
    return from_gold(TEXT, json.dumps({**GOLD, **changes}), "kiel")


def test_only_annotated_layers_count() -> None:
    one = gold()
    assert one.layers == {"actors", "meetings", "stances"}
    names = {figure.name for figure in evaluate([one], [one.article]).figures}
    assert {"mentions", "meetings", "stances", "m_place"} <= names
    assert not names & {"statements", "who_said_what", "times"}


def test_what_differs_lowers_its_own_figure_alone() -> None:
    one = gold()
    (meeting,) = one.article.meetings
    other = one.article.replace(meeting, attrs.evolve(meeting, status=newsmodel.MeetingStatus.HELD, place=None))
    figures = evaluate([one], [other])
    assert figures["meetings"].f1 == figures["m_participants"].f1 == 1
    assert figures["m_status"].f1 == figures["meeting_full"].f1 == figures["m_place"].f1 == 0
    assert figures["stances"].f1 == figures["actors"].f1 == 1


def test_another_polarity_is_no_agreement() -> None:
    one = gold()
    stance = attrs.evolve(one.article.stances[0], polarity=newsmodel.Polarity.SUPPORT)
    figures = evaluate([one], [attrs.evolve(one.article, stances=(stance,))])
    assert figures["stances"].right == figures["stance_holder_polarity"].right == 0


def test_nothing_predicted_is_nothing_right() -> None:
    figures = evaluate([gold()], [Article(text=TEXT)])
    assert {figure.f1 for figure in figures.figures} == {0.0}
    assert figures["mentions"].gold == 3


@pytest.mark.parametrize("part", ["dev", "test"])
def test_gold_agrees_with_itself(part: str) -> None:
    """Every figure of our own gold against itself is 1, and so are its intervals."""
    hand = read_annotated(FOLDER / part)
    figures = evaluate(hand, [one.article for one in hand], samples=50)
    assert figures.dispatches == len(hand) >= 8
    assert {f.name: f.f1 for f in figures.figures if f.f1 != 1} == {}
    assert {f.low for f in figures.figures if f.gold > 20} == {1.0}


def test_intervals_hold_the_figure_and_repeat() -> None:
    hand = read_annotated(FOLDER / "dev")
    none = [Article(text=one.article.text) for one in hand]
    half = [one.article if n % 2 else other for n, (one, other) in enumerate(zip(hand, none, strict=True))]
    one, again = evaluate(hand, half, samples=200, seed=3), evaluate(hand, half, samples=200, seed=3)
    assert one == again
    assert one["mentions"].low < one["mentions"].f1 < one["mentions"].high


@given(testing.articles(), testing.articles())
def test_any_articles_can_be_compared(one: Article, other: Article) -> None:
    """Predictions of the same text give figures within 0 and 1; those of another text are refused."""
    if one.text != other.text:
        with pytest.raises(GoldError, match="another text"):
            evaluate([one], [other])
    for figure in evaluate([one], [Article(text=one.text)], samples=0).figures:
        assert figure.right == figure.f1 == 0
    for figure in evaluate([one], [one], samples=0).figures:
        assert figure.precision >= 0
        assert figure.recall >= 0


def test_pairs_must_match() -> None:
    with pytest.raises(GoldError, match="1 gold dispatches, but 0 predictions"):
        evaluate([gold()], [])


# Beside the scorer of ../shared


def shared_scorer() -> ModuleType:
    path = SHARED / "bench" / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(SHARED / "gold"))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.pop(0)
    return module


@pytest.mark.skipif(not (SHARED / "bench" / "gold" / "score.py").exists(), reason=ABSENT)
@pytest.mark.parametrize("part", ["gold/dev", "gold/train"])
def test_figures_equal_those_of_the_shared_scorer(part: str) -> None:
    """Every count of the shared scorer, on what the library makes of some real dispatches, is ours too."""
    from benchmarks.adapters.dispatches import line

    scorer = shared_scorer()
    hand = read_annotated(SHARED / part)[::3]
    read = [newsmodel.parse(one.article.text, published=one.article.published) for one in hand]
    theirs: defaultdict[str, Any] = defaultdict(lambda: np.zeros(3))
    for one, article in zip(hand, read, strict=True):
        entry = json.loads((SHARED / part / f"{one.name}.json").read_text(encoding="utf-8"))
        expected = scorer.gold_offsets(article.text, entry)
        scorer.score_doc(article.text, expected, line(one.name, article), theirs, False)
    ours = evaluate(hand, read, samples=0)
    for name, (right, in_gold, predicted) in theirs.items():
        if in_gold or predicted:
            figure = ours[name]
            assert (figure.right, figure.gold, figure.predicted) == pytest.approx((right, in_gold, predicted)), name
    assert len(theirs) >= 12
