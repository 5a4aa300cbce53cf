"""What all tests share: how many examples Hypothesis tries, and the flag for slow tests."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# `dev` is the default; .ci/run asks for `ci` by --hypothesis-profile=ci; `nightly` is for a machine with time.
# No deadlines: the first example of a process pays for loading the pipeline.
_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
settings.register_profile("dev", max_examples=25, **_COMMON)  # type: ignore[arg-type]
settings.register_profile("ci", max_examples=60, derandomize=True, print_blob=True, **_COMMON)  # type: ignore[arg-type]
settings.register_profile("nightly", max_examples=2000, **_COMMON)  # type: ignore[arg-type]
settings.load_profile("dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the flag that lets slow tests run."""
    parser.addoption("--run-slow", action="store_true", help="run tests that take long or much memory")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip slow tests, saying so, where the flag is not given."""
    if config.getoption("--run-slow"):
        return
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="slow: give --run-slow"))
