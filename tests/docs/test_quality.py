"""The figures of quality in the README and the documentation are the same, and near those that the golden test holds."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def script() -> Any:
    """Import `benchmarks/quality.py`."""
    spec = importlib.util.spec_from_file_location("quality", ROOT / "benchmarks/quality.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


QUALITY = script()


def shown(page: str) -> list[str]:
    found = QUALITY.BETWEEN.search((ROOT / page).read_text(encoding="utf-8"))
    assert found is not None, f"{page} has no place for the table"
    return [line for line in found[0].splitlines() if line.startswith("|")]


def test_pages_agree() -> None:
    tables = [shown(page) for page in QUALITY.PAGES]
    assert tables[0] == tables[1]
    assert len(tables[0]) == len(QUALITY.FIGURES) + 2


@pytest.mark.parametrize("number", range(len(QUALITY.FIGURES)))
def test_no_figure_is_far_from_what_is_held(number: int) -> None:
    """A figure is measured, so it lies above its floor; five points above it, one of the two is out of date."""
    floors = tomllib.loads((ROOT / "tests/golden/floors.toml").read_text(encoding="utf-8"))["test"]
    figure = QUALITY.FIGURES[number][0]
    cells = re.split(r" *\| *", shown("README.md")[number + 2].strip("| "))
    assert floors[figure] - 0.5 <= float(cells[-1]) <= floors[figure] + 5, (
        f"run benchmarks/quality.py --write: {figure}"
    )
