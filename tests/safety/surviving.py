"""What must hold of hostile input, in bounded time and memory, and runs of as many executions as are asked for."""

from __future__ import annotations

import json
import os
import resource
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

import newsmodel
from newsmodel import DecodeError, NewsmodelError
from newsmodel.model import Span
from newsmodel.model._walk import walk

LONGEST = 2.0
"""Seconds of processor time that one execution may take."""

GROWTH = 96 * 2**20
"""Bytes by which the process may grow after the first tenth of a run; a leak of 100 bytes an execution is more."""


# What must hold


@contextmanager
def _our_errors(*wanted: type[NewsmodelError]) -> Iterator[None]:
    """Let our own errors pass, if they say something, say where, and can be written to a log."""
    try:
        yield
    except wanted as error:
        _say_where(error)


def _say_where(error: NewsmodelError) -> None:
    assert str(error).encode()  # raises where a lone surrogate stands in it
    if isinstance(error, DecodeError):
        assert all(path.startswith("$") and words for path, words in error.faults), error.faults


def survive_loads(source: str | bytes) -> None:
    """Assert that JSON gives an article that comes back equal, or a DecodeError."""
    with _our_errors(DecodeError):
        _come_back(newsmodel.loads(source))


def survive_from_dict(plain: Any) -> None:
    """Assert that plain data gives an article that comes back equal, or a DecodeError."""
    with _our_errors(DecodeError):
        _come_back(newsmodel.from_dict(plain))


def survive_parse(text: Any, published: Any = None) -> None:
    """Assert that a text gives an article of this very text that comes back equal, or one of our errors.

    An error needs a fault in what was handed over: a text that is none, or a date that is none.
    """
    with _our_errors(NewsmodelError):
        try:
            article = newsmodel.parse(text, published=published)
        except NewsmodelError:
            assert not (_is_text(text) and published in (None, "2025-03-04")), "a text was refused that is one"
            raise
        assert article.text == text
        _lie_in(article)
        _come_back(article)


def _is_text(text: Any) -> bool:
    return isinstance(text, str) and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _lie_in(article: newsmodel.Article) -> None:
    for value in (article, *article.items):
        for _, found in walk(value):
            if isinstance(found, Span):
                assert len(article[found]) == found.end - found.start > 0, found


def _come_back(article: newsmodel.Article) -> None:
    # What was accepted must be read again: here not even our own errors may pass.
    try:
        plain, text = newsmodel.to_dict(article), newsmodel.dumps(article)
        again = newsmodel.loads(text)
    except NewsmodelError as error:
        raise AssertionError(f"what was accepted cannot be stored and read: {error}") from error
    assert json.loads(text) == plain  # so `from_dict(plain)` is what `loads(text)` is
    assert again == article


# Runs


class TooLongError(BaseException):
    """An execution took longer than it may; no `except Exception` on the way stops it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise where the body takes more processor time than that."""

    def stop(*_: object) -> None:
        raise TooLongError(f"more than {seconds} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def count_of(name: str, default: int) -> int:
    """Return how many executions an environment variable asks for."""
    return int(os.environ.get(name, default))


def where() -> dict[str, int]:
    """Return the seed and the number of the first execution of a long run."""
    return {"seed": count_of("NEWSMODEL_FUZZ_SEED", 0), "start": count_of("NEWSMODEL_FUZZ_START", 0)}


def run(
    property_: Callable[[Any], None],
    draw: Callable[[Random], Any],
    count: int,
    *,
    seed: int = 0,
    start: int = 0,
    longest: float = LONGEST,
) -> None:
    """Try a property on inputs `start` to `count`.

    Every input has a seed of its own, `seed << 32 | number`, so that one that fails can be drawn alone. All kinds of
    failure are collected, with the first input of each.

    Raises:
        AssertionError: there were failures, or the process grew; the message says which.
    """
    random, failures = Random(), dict[str, str]()  # noqa: S311 - it is to be the same every time
    first = last = time.process_time()
    after_warm_up, slowest = 0, (0.0, start)
    for number in range(start, count):
        random.seed(seed << 32 | number)
        given = draw(random)
        began = time.process_time()
        try:
            with within(longest):
                property_(given)
        except (Exception, TooLongError) as error:  # noqa: BLE001 - every failure is a finding
            failures.setdefault(_kind_of(error), f"number {number} of seed {seed}, {repr(given)[:2000]}")
        slowest = max(slowest, (time.process_time() - began, number))
        if number - start == (count - start) // 10:
            after_warm_up = _peak()
        if time.process_time() - last > 30:
            last = time.process_time()
            _report(start, number + 1, last - first, slowest, failures)
    grown = _peak() - after_warm_up
    _report(start, count, time.process_time() - first, slowest, failures)
    assert not failures, "\n\n".join(f"{kind}\n{where}" for kind, where in failures.items())
    assert grown < GROWTH, f"grew by {grown / 2**20:.0f} MiB after the first tenth"


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _report(start: int, end: int, seconds: float, slowest: tuple[float, int], failures: dict[str, str]) -> None:
    each = f"{seconds / (end - start) * 1000:.3f} ms each, the slowest {slowest[0]:.3f} s (number {slowest[1]})"
    found = f"{len(failures)} kinds of failure; peak {_peak() / 2**20:.0f} MiB"
    print(f"executions {start} to {end}: {seconds:.0f} s of processor time, {each}; {found}", flush=True)  # noqa: T201 - seen with -s


def _kind_of(error: BaseException) -> str:
    """Return where in our code an error came from: one finding, however many inputs lead to it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "newsmodel" in frame.filename] or frames
    words = str(error).partition("\n")[0]
    return f"{type(error).__name__} at {ours[-1].filename}:{ours[-1].lineno}: {''.join(c for c in words if not c.isdigit())[:160]}"
