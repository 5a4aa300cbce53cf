"""What must hold of hostile input, and runs of as many examples as are asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

import newsmodel
from newsmodel import NewsmodelError

ROUND = 500
"""Examples of one run of Hypothesis: it remembers every one, so a million of them are many short runs."""


@contextmanager
def _our_errors() -> Iterator[None]:
    """Let our own errors pass, if they can be written to a log."""
    try:
        yield
    except NewsmodelError as error:
        str(error).encode()  # raises where a lone surrogate stands in it


def survive_loads(source: str | bytes) -> None:
    """Assert that JSON gives an article that comes back equal, or one of our errors."""
    with _our_errors():
        _come_back(newsmodel.loads(source))


def survive_from_dict(plain: Any) -> None:
    """Assert that plain data gives an article that comes back equal, or one of our errors."""
    with _our_errors():
        _come_back(newsmodel.from_dict(plain))


def survive_parse(text: Any, published: Any = None) -> None:
    """Assert that a text gives an article of this very text that comes back equal, or one of our errors."""
    with _our_errors():
        article = newsmodel.parse(text, published=published)
        assert article.text == text
        _come_back(article)


def _come_back(article: newsmodel.Article) -> None:
    # What was accepted must be read again: here not even our own errors may pass.
    try:
        again = newsmodel.loads(newsmodel.dumps(article))
    except NewsmodelError as error:
        raise AssertionError(f"what was accepted cannot be stored and read: {error}") from error
    assert again == article


def count_of(name: str, default: int) -> int:
    """Return how many executions an environment variable asks for."""
    return int(os.environ.get(name, default))


def run(property_: Callable[[Any], None], strategy: st.SearchStrategy[Any], count: int, *, start: int = 0) -> None:
    """Try a property on as many examples as are asked for, in rounds whose seeds go on from `start`."""
    for number in range(-(-count // ROUND)):
        size = min(ROUND, count - number * ROUND)
        phases = (Phase.generate, Phase.shrink)
        limits = settings(max_examples=size, database=None, derandomize=False, phases=phases)
        seed(start + number)(limits(given(strategy)(property_)))()
