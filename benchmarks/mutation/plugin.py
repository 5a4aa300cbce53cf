"""What pytest needs where the code under test is mutated: nothing remembered, the same examples always, cheap tests first."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

_STATS = Path("mutmut-stats.json")


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Let Hypothesis try the same examples in every run; a failure says enough, so it is not made smaller."""
    settings.register_profile(
        "mutation",
        max_examples=25,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutation")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the doctests of the mutated copies of a function, and run what takes the least time first."""
    copies = [item for item in items if "__mutmut_" in item.name]
    if copies:
        config.hook.pytest_deselected(items=copies)
    kept = [item for item in items if "__mutmut_" not in item.name]
    if _STATS.exists():
        seconds = json.loads(_STATS.read_text(encoding="utf-8"))["duration_by_test"]
        kept.sort(key=lambda item: seconds.get(item.nodeid, 0.0))
    items[:] = kept


def _forget() -> None:
    from newsmodel.codec import _converter
    from newsmodel.model import _shape, _walk

    _converter.make_codec.cache_clear()
    _shape._read_shapes.cache_clear()  # noqa: SLF001
    _walk._model_shapes.cache_clear()  # noqa: SLF001


@pytest.fixture(autouse=True, scope="session")
def _nothing_remembered() -> None:
    """Forget what was read from the classes of the model before the mutant was there."""
    _forget()


@pytest.fixture(autouse=True)
def _every_test_counted() -> None:
    """While mutmut notes which test calls what: let each test read the classes anew."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        _forget()
