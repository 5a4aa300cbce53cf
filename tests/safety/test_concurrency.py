"""Threads and processes: sixteen threads give the results of one, a forked or spawned process those of its parent."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest
from tests.golden.gold import Golden, load_all
from tests.model.sample import ARTICLE
from tests.model.test_errors import EXAMPLES
from tests.safety.jobs import back, parse_to_json

import newsmodel
from newsmodel.batch import Failure
from newsmodel.german import pipeline
from newsmodel.model import PartialDate
from newsmodel.parsers.actors.gazetteer import Entry, Gazetteer

DISPATCHES = load_all("dev")


@pytest.fixture(scope="module")
def alone() -> list[str]:
    return [parse_to_json(golden.text, golden.published) for golden in DISPATCHES]


def json_of(golden: Golden) -> str:
    return parse_to_json(golden.text, golden.published)


def in_threads(work: list[Golden]) -> list[str]:
    """Parse in sixteen threads that all start at once and are switched as often as can be."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    gate = threading.Barrier(16)
    try:
        with ThreadPoolExecutor(max_workers=16, initializer=gate.wait) as pool:
            return list(pool.map(json_of, work))
    finally:
        sys.setswitchinterval(interval)


def test_sixteen_threads_with_different_texts(alone: list[str]) -> None:
    assert in_threads(DISPATCHES * 4) == alone * 4


def test_sixteen_threads_with_the_same_text(alone: list[str]) -> None:
    assert set(in_threads([DISPATCHES[0]] * 32)) == {alone[0]}


def test_threads_while_the_vocabulary_is_renewed(alone: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """At every turn a new pipeline takes the place of that which others are at work with."""
    fresh = len(pipeline.make().vocab.strings)
    monkeypatch.setattr(pipeline, "MOST_STRINGS", fresh + 200)
    assert in_threads(DISPATCHES * 3) == alone * 3


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_processes(method: str, alone: list[str]) -> None:
    """Also a process that was forked after the pipeline was loaded and used, and while its lock was held."""
    context = multiprocessing.get_context(method)
    with pipeline._shared.lock, ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
        texts, dates = zip(*((golden.text, golden.published) for golden in DISPATCHES[:3]), strict=True)
        assert list(pool.map(parse_to_json, texts, dates)) == alone[:3]


def test_pickles_cross_processes() -> None:
    """Everything that a user may hold: articles and their parts, dates, errors, failures, gazetteers."""
    article = newsmodel.parse(DISPATCHES[0].text, published=DISPATCHES[0].published)
    values: list[object] = [article, ARTICLE, *article.actors, *article.statements, PartialDate.parse("2024-05")]
    with ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(back, values)) == values
        assert [hash(value) for value in pool.map(back, values)] == [hash(value) for value in values]
        for error in EXAMPLES:
            again = pool.submit(back, error).result()
            assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
        failure = pool.submit(back, Failure(index=3, source="a.txt", error=EXAMPLES[0])).result()
        assert (failure.index, failure.source, str(failure.error)) == (3, "a.txt", str(EXAMPLES[0]))
        gazetteer = Gazetteer((Entry(name="Moorwerke AG", aliases=["Moorwerke"]),))
        assert pool.submit(back, gazetteer).result() == gazetteer
