"""No regular expression can run away: every one that the package compiles is searched for ambiguous repetition."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.filterwarnings("ignore:module 'sre_:DeprecationWarning")
ROOT = Path(__file__).parents[2]

# Runs in a process of its own, so that expressions are seen as the modules compile them.
COLLECT = """
import importlib, json, pkgutil, re, sys

compiled, compile_ = {}, re._compile

def spy(pattern, flags):
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.endswith("re/__init__.py"):
        frame = frame.f_back
    module = frame.f_globals.get("__name__", "") if frame is not None else ""
    if module.startswith("newsmodel") and isinstance(pattern, str):
        compiled[pattern, int(flags)] = module
    return compile_(pattern, flags)

re._compile = spy
import newsmodel

for module in pkgutil.walk_packages(newsmodel.__path__, "newsmodel."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
newsmodel.read("examples/hafen.txt")
print(json.dumps([[module, pattern, flags] for (pattern, flags), module in compiled.items()]))
"""


@pytest.fixture(scope="module")
def expressions() -> list[tuple[str, str, int]]:
    done = subprocess.run([sys.executable, "-c", COLLECT], cwd=ROOT, capture_output=True, check=True)
    return [(module, pattern, flags) for module, pattern, flags in json.loads(done.stdout)]


def starriness(pattern: str, flags: int) -> int:
    """Return how many repetitions can share one stretch of text: 2 is the square of its length, 11 and more exponential."""
    from regexploit.ast.sre import SreOpParser
    from regexploit.redos import find

    class Parser(SreOpParser):  # type: ignore[misc]
        """Knows what Python 3.11 added: what gives nothing back matches in one way only, like a sequence."""

        def from_POSSESSIVE_REPEAT(self, data: tuple[int, int, object]) -> object:  # noqa: N802
            return self.sequence_or_singleton(data[2])

        def from_ATOMIC_GROUP(self, elements: object) -> object:  # noqa: N802
            return self.sequence_or_singleton(elements)

    return max((found.starriness for found in find(Parser().parse_sre(pattern, flags))), default=0)


def test_the_search_finds_those_that_run_away() -> None:
    assert starriness("(a+)+$", 0) > 10
    assert starriness(r"\w*\w*\w*!", 0) > 2
    assert starriness("(?:a++)*+$", 0) == 0


def test_no_expression_runs_away(expressions: list[tuple[str, str, int]]) -> None:
    assert len(expressions) > 50
    found = {(module, pattern): starriness(pattern, flags) for module, pattern, flags in expressions}
    assert {place: degree for place, degree in found.items() if degree > 2} == {}
