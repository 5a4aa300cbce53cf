"""The scorer of times: what it counts as right, and its intervals."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.adapters import timex
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]


def spans(*cells: tuple[int, int, str]) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "type": "DATE", "value": value} for start, end, value in cells]


def test_what_counts() -> None:
    gold = spans((0, 5, "2024"), (10, 20, "2024-04"), (30, 35, "2023"))
    found = spans((0, 5, "2024"), (12, 20, "2024-05"), (40, 45, "2022"), (50, 55, "2021"))
    assert timex.count(gold, found) == (3, 4, (1, 2, 2, 1))
    assert timex.f1([(3, 4, (1, 2, 2, 1))]) == (200 / 7, 400 / 7, 400 / 7, 200 / 7)


def test_a_pair_is_made_once_and_equal_spans_first() -> None:
    gold = spans((0, 10, "2024"), (11, 20, "2023"))
    assert timex.count(gold, spans((0, 20, "2024")))[2] == (0, 1, 1, 1)
    assert timex.count(gold, spans((0, 4, "x"), (5, 10, "2024"), (11, 20, "2023")))[2] == (1, 2, 2, 1)
    assert timex.count([], []) == (0, 0, (0, 0, 0, 0))


@given(st.lists(st.integers(1, 9), max_size=20))
def test_gold_against_itself_is_right(gaps: list[int]) -> None:
    at, cells = 0, []
    for gap in gaps:
        cells.append((at, at + gap, str(gap)))
        at += gap + 1
    gold = spans(*cells)
    counts = timex.count(gold, list(reversed(gold)))
    assert counts == (len(gold), len(gold), (len(gold),) * 4)
    if gold:
        assert timex.interval([counts] * 3, rounds=50) == [(100.0, 100.0)] * 4
        assert timex.difference([counts] * 3, [counts] * 3, rounds=50) == [(0.0, 0.0)] * 4


def test_the_command_prints_newsmodel_beside_what_is_stored(tmp_path: Path) -> None:
    text = "Der Rat tagte am 3. Mai 2010 zwei Stunden lang."
    gold = {"id": "a", "text": text, "published": "2014-02-19", "spans": [
        {"start": 17, "end": 28, "type": "DATE", "value": "2010-05-03"},
        {"start": 29, "end": 46, "type": "DURATION", "value": "PT2H"},
    ]}  # fmt: skip
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    (tmp_path / "other.jsonl").write_text(json.dumps({"doc": "a", "spans": gold["spans"][:1]}) + "\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "benchmarks/times.py"), "accuracy", str(tmp_path / "gold.jsonl")]
    done = subprocess.run(
        [*command, "--stored", f"other={tmp_path / 'other.jsonl'}"], check=True, capture_output=True, text=True
    )
    rows = [line.split(" | ") for line in done.stdout.splitlines() if line.startswith("| ")]
    assert [row[0].strip("| ") for row in rows] == ["system", "newsmodel", "other (stored)"]
    assert [cell.split()[0] for cell in rows[1][1:]] == ["100.0"] * 4
    assert [cell.split()[0] for cell in rows[2][1:]] == ["66.7"] * 4
