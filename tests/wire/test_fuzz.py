"""Every reader against mutated messages, our own and, where present, real ones: an Article or a NewsmodelError.

500 messages of each format in every test run; 20,000 with `pytest tests/wire/test_fuzz.py --run-slow -n 0 -s`, from the
seed NEWSMODEL_FUZZ_SEED on, NEWSMODEL_FUZZ_WIRE of them where it is set.
"""

from __future__ import annotations

from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.safety.surviving import count_of, run, where
from tests.wire.mutations import SAMPLES, mutated
from tests.wire.samples import holds

import newsmodel
from newsmodel import NewsmodelError
from newsmodel.wire.reading import read_payload
from newsmodel.wire.source import Payload

NORMAL, LONG = 500, 20_000
LONGEST = 10.0
"""Seconds of processor time for one message; the first page of a process loads trafilatura."""

Message = tuple[bytes, str | None]
"""The bytes, and the format that they are to be read as; None where it is to be detected."""


def message(random: Random, format: str) -> Message:
    return mutated(random, format), format if random.randrange(2) else None


def survive_reading(given: Message) -> None:
    """Assert that a message gives a dispatch whose laws hold and that is an article, or one of our errors that says where."""
    raw, format = given
    try:
        dispatch = read_payload(Payload("datei", raw), format=format)
    except newsmodel.WireError as error:
        assert str(error).encode()  # noqa: PT017 (refusing is one of two right answers)
        assert error.place or error.format  # noqa: PT017
        return
    except NewsmodelError as error:
        assert str(error).encode()  # noqa: PT017
        return
    if format not in (None, "plain"):
        holds(dispatch)
    article = dispatch.article(language="de")
    assert newsmodel.loads(newsmodel.dumps(article)) == article


@pytest.mark.parametrize("format", SAMPLES)
def test_mutated_messages(format: str) -> None:
    @settings(max_examples=NORMAL)
    @given(st.randoms(use_true_random=False).map(lambda random: message(random, format)))
    def survive(given: Message) -> None:
        survive_reading(given)

    survive()


@pytest.mark.slow
@pytest.mark.parametrize("format", SAMPLES)
def test_many_mutated_messages(format: str) -> None:
    count = count_of("NEWSMODEL_FUZZ_WIRE", LONG)
    run(survive_reading, partial(message, format=format), count, longest=LONGEST, **where())
