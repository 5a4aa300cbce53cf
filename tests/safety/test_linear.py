"""Time in step with the length, on texts that tempt a rule to look ahead, back or around without end.

The shapes are those of `benchmarks/scaling.py`, which prints the exponents up to a million characters.
"""

from __future__ import annotations

import time

import pytest
from benchmarks.common import exponent
from benchmarks.hostile import HOSTILE, INTRO

import newsmodel


def seconds(text: str) -> float:
    """Return the processor time of one parse, in seconds."""
    start = time.process_time()
    newsmodel.parse(text, published="2025-03-04")
    return time.process_time() - start


@pytest.mark.parametrize("shape", HOSTILE)
def test_shapes_have_any_length(shape: str) -> None:
    """A shape gives a text of the length that is asked for, give or take one unit of it."""
    for length in (1000, 20_000):
        assert abs(len(HOSTILE[shape](length)) - length) <= 40


@pytest.mark.parametrize("shape", HOSTILE)
def test_time_is_linear(shape: str) -> None:
    """Eight times the text costs no more than twice eight times the time; the square would be sixty-four times."""
    seconds(INTRO + HOSTILE[shape](200))
    short = min(seconds(INTRO + HOSTILE[shape](2500)) for _ in range(2))
    long = seconds(INTRO + HOSTILE[shape](20_000))
    assert long <= 2 * 8 * short + 0.3, (short, long)


@pytest.mark.slow
@pytest.mark.parametrize("shape", HOSTILE)
def test_exponent(shape: str) -> None:
    """The law that `benchmarks/scaling.py` measures, to a fifth of a million characters."""
    sizes = (20_000, 60_000, 200_000)
    assert exponent(sizes, [seconds(INTRO + HOSTILE[shape](size)) for size in sizes]) <= 1.1


# What is cut is told


def test_an_endless_sentence_is_told_once() -> None:
    article = newsmodel.parse("Der Rat tagt. Er sagte, " + "dass Anna Berg sagte, " * 300 + "dass er geht.")
    (found,) = [d for d in article.diagnostics if d.code == "text.endless_sentence"]
    assert found.span is not None
    assert article[found.span] in ("dass", "Anna")
    assert article.text[: found.span.start].endswith(", ")


def test_offsets_of_the_cut_are_those_of_the_text_as_it_came() -> None:
    article = newsmodel.parse("Er sagte,  " + "dass  Anna Berg sagte, " * 300 + "dass er geht.")
    (found,) = [d for d in article.diagnostics if d.code == "text.endless_sentence"]
    assert found.span is not None
    assert article[found.span] == "dass"


def test_nothing_is_told_of_sentences_with_an_end() -> None:
    article = newsmodel.parse(INTRO * 100)
    assert not [d for d in article.diagnostics if d.code == "text.endless_sentence"]


def test_an_endless_table_outside_the_body_is_not_told() -> None:
    """What is read in parts and not read at all says nothing."""
    article = newsmodel.parse(INTRO + "\n\n# Notizblock\n\n## Orte\n- [Rat](" + "Kiel, " * 600 + ")")
    assert not [d for d in article.diagnostics if d.code == "text.endless_sentence"]
