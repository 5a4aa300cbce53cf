"""Hostile input: `loads`, `from_dict` and `parse` give articles and our own errors, nothing else.

The short run is part of every test run. The long one: `pytest tests/safety/test_fuzz.py --run-slow -n 0 -s`, with the
number of executions in NEWSMODEL_FUZZ_CODEC and NEWSMODEL_FUZZ_PARSE and the first seed in NEWSMODEL_FUZZ_SEED.
What it finds goes into `crashes/`.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from tests.safety import hostile
from tests.safety.surviving import count_of, run, survive_from_dict, survive_loads, survive_parse

import newsmodel

SHORT_CODEC, SHORT_PARSE = 300, 40
LONG_CODEC, LONG_PARSE = 1_000_000, 50_000

slow = pytest.mark.slow


@settings(max_examples=SHORT_CODEC)
@given(hostile.damaged_json())
def test_loads(source: str | bytes) -> None:
    survive_loads(source)


@settings(max_examples=SHORT_CODEC)
@given(hostile.damaged(foreign=True) | hostile.damaged())
def test_from_dict(plain: Any) -> None:
    survive_from_dict(plain)


@settings(max_examples=SHORT_PARSE)
@given(hostile.damaged_dispatch())
def test_parse(dispatch: tuple[Any, Any]) -> None:
    survive_parse(*dispatch)


@slow
def test_loads_for_long() -> None:
    run(survive_loads, hostile.damaged_json(), codec_count() // 2, start=first_seed())


@slow
def test_from_dict_for_long() -> None:
    plain = hostile.damaged(foreign=True) | hostile.damaged()
    run(survive_from_dict, plain, codec_count() - codec_count() // 2, start=first_seed())


@slow
def test_parse_for_long() -> None:
    count = count_of("NEWSMODEL_FUZZ_PARSE", LONG_PARSE)
    run(lambda dispatch: survive_parse(*dispatch), hostile.damaged_dispatch(), count, start=first_seed())


def codec_count() -> int:
    return count_of("NEWSMODEL_FUZZ_CODEC", LONG_CODEC)


def first_seed() -> int:
    return count_of("NEWSMODEL_FUZZ_SEED", 0)


def test_the_damage_reaches_what_it_is_to_test() -> None:
    """Among the examples are articles that load and such that do not, and every kind of damage to bytes."""
    seen: set[type] = set()

    def watch(source: str | bytes) -> None:
        try:
            seen.add(type(newsmodel.loads(source)))
        except newsmodel.NewsmodelError as error:
            seen.add(type(error))

    run(watch, hostile.damaged_json(), 60)
    assert seen == {newsmodel.Article, newsmodel.DecodeError}
