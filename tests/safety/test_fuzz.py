"""Hostile input: `loads`, `from_dict` and `parse` give articles and our own errors, nothing else.

The short run is part of every test run, drawn and shrunk by Hypothesis. The long one, of a million executions of `loads`,
a million of `from_dict` and fifty thousand of `parse`: `pytest tests/safety/test_fuzz.py --run-slow -n 0 -s`, with other
numbers in NEWSMODEL_FUZZ_CODEC and NEWSMODEL_FUZZ_PARSE and the seed in NEWSMODEL_FUZZ_SEED; NEWSMODEL_FUZZ_START goes on
from the execution of that number, where a run was broken off. `guided.py` beside this
file does the same with atheris, which follows the branches of the code. What they find goes into `crashes/`.
"""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.safety.hostile import damaged, damaged_json
from tests.safety.hostile_texts import damaged_dispatch
from tests.safety.pool import read_pool
from tests.safety.surviving import count_of, run, survive_from_dict, survive_loads, survive_parse, where

import newsmodel
from newsmodel.model._shape import shapes
from newsmodel.model.ids import ID_LETTERS

SHORT_CODEC, SHORT_PARSE = 300, 40
LONG_CODEC, LONG_PARSE = 1_000_000, 50_000
LONGEST_PARSE = 20.0
"""Seconds of processor time for one dispatch; the first of a process loads the pipeline."""

slow = pytest.mark.slow
randoms = st.randoms(use_true_random=False)


def foreign(random: Random) -> Any:
    return damaged(random, foreign=True)


def survive_dispatch(dispatch: tuple[Any, Any]) -> None:
    survive_parse(*dispatch)


@settings(max_examples=SHORT_CODEC)
@given(randoms.map(damaged_json))
def test_loads(source: str | bytes) -> None:
    survive_loads(source)


@settings(max_examples=SHORT_CODEC)
@given(randoms.map(foreign))
def test_from_dict(plain: Any) -> None:
    survive_from_dict(plain)


@settings(max_examples=SHORT_PARSE)
@given(randoms.map(damaged_dispatch))
def test_parse(dispatch: tuple[Any, Any]) -> None:
    survive_dispatch(dispatch)


@slow
def test_loads_for_long() -> None:
    run(survive_loads, damaged_json, count_of("NEWSMODEL_FUZZ_CODEC", LONG_CODEC), **where())


@slow
def test_from_dict_for_long() -> None:
    run(survive_from_dict, foreign, count_of("NEWSMODEL_FUZZ_CODEC", LONG_CODEC), **where())


@slow
def test_parse_for_long() -> None:
    count = count_of("NEWSMODEL_FUZZ_PARSE", LONG_PARSE)
    # onnxruntime keeps what its largest batch took, some 130 MB: here one of full windows, so that only a leak grows.
    newsmodel.parse("(" * 20_000)
    run(survive_dispatch, damaged_dispatch, count, **where(), longest=LONGEST_PARSE)


def test_the_pool_holds_articles_with_every_field() -> None:
    """Every one loads, and no field of any class is absent in all of them: damage could not reach it."""
    absent = {(cls, shape.name) for cls in ID_LETTERS for shape in shapes(cls)}
    for text in read_pool():
        for item in newsmodel.loads(text).items:
            absent -= {(type(item), shape.name) for shape in shapes(type(item)) if getattr(item, shape.name)}
    assert not absent


def test_the_damage_reaches_what_it_is_to_test() -> None:
    """Of what is damaged some loads and some does not, for reasons of JSON, of the schema and of the model."""
    seen: set[type] = set()
    words: list[str] = []

    def watch(source: str | bytes) -> None:
        try:
            seen.add(type(newsmodel.loads(source)))
        except newsmodel.DecodeError as error:
            words.append(str(error))

    run(watch, damaged_json, 2000)
    assert seen == {newsmodel.Article}
    for fault in (
        "not JSON",
        "stands twice",
        "unknown key",
        "is required",
        "nothing has the id",
        "must be",
        "listed twice",
    ):
        assert any(fault in line for line in words), fault


def test_a_run_tells_every_failure_once_and_where_it_was() -> None:
    def fail(number: int) -> None:
        if number % 2:
            raise ZeroDivisionError(number)
        if number % 3 == 0:
            while True:
                pass

    with pytest.raises(AssertionError) as caught:
        run(fail, lambda random: random.randrange(12), 12, longest=0.05)
    assert str(caught.value).count("ZeroDivisionError") == 1
    assert str(caught.value).count("TooLongError") == 1
    assert "number " in str(caught.value)
