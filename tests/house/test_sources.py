"""The source files: small, and free of what is not to be in them."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path for part in ("src", "tests", "benchmarks", "training", "examples") for path in (ROOT / part).rglob("*.py")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_is_small(path: Path) -> None:
    """One concept a file: none is longer than 400 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_leftovers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for mark in ("TO" + "DO", "FIX" + "ME", "XX" + "X ", "break" + "point()"):
        assert mark not in text


def test_most_files_are_short() -> None:
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES if "src" in path.parts)
    assert lengths[len(lengths) * 9 // 10] <= 250


def test_documents_are_there() -> None:
    for name in (
        "LICENSE",
        "THIRD_PARTY.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "README.md",
        "docs/explanation/design.md",
    ):
        assert (ROOT / name).stat().st_size > 500
