"""The tables of words: each names its source and licence, and is well kept."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from tests.house.heads import heads, is_named

from newsmodel.german.lexicon import table

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "src/newsmodel/german/data").glob("*.tsv"))
SPDX = {
    "MIT": "MIT",
    "CC BY 4.0": "CC-BY-4.0",
    "CC BY 3.0 DE": "CC-BY-3.0-DE",
    "CC BY-SA 4.0": "CC-BY-SA-4.0",
    "official work": None,
}


def test_there_are_tables() -> None:
    assert len(TABLES) > 20


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_head(path: Path) -> None:
    """The first lines say what it holds, whence it comes and under which licence; the package names that licence."""
    head = heads(path.read_text(encoding="utf-8"))
    assert all(head.get(name) for name in ("what", "source", "licence"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for part in head["licence"].replace("; ", " and ").replace(", ", " and ").split(" and "):
        assert part in SPDX, f"an unknown licence: {part}"
        identifier = SPDX[part]
        assert identifier is None or identifier in project["license"].split(" AND ")
    if head["source"] == "newsmodel":
        assert head["licence"] == "MIT"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_body(path: Path) -> None:
    """No line twice, no stray blanks, one Unicode form, as many cells as columns at most."""
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n")
    assert "\r" not in text
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert [line for line, count in Counter(lines).items() if count > 1] == []
    cells = [cell for line in lines for cell in line.split("\t")]
    assert [cell for cell in cells if cell != cell.strip()] == []
    assert len(table(path.stem)) == len(lines) - 1


def test_foreign_sources_are_named() -> None:
    """THIRD_PARTY.md names every source that is not ourselves, by a word of it."""
    notice = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    sources = {path.name: heads(path.read_text(encoding="utf-8"))["source"] for path in TABLES}
    assert {name: source for name, source in sources.items() if not is_named(source, notice)} == {}
