"""Sentences of our own, each with the stance that it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.stances import read

ROWS = [
    (line + "\t" * 6).split("\t")[:7]
    for line in (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()[2:]
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:50])
def test_case(row: list[str]) -> None:
    text, holder, polarity, target, basis, attributed, reason = row
    found = read.article(text)
    shown = [read.plain(found, stance) for stance in found.stances]
    hits = [
        stance
        for stance, (who, how, what) in zip(found.stances, shown, strict=True)
        if who in holder.split("|") and how == polarity and what == target
    ]
    assert hits, shown
    stance = hits[0]
    assert stance.basis.value in basis.split("|")
    assert [actor.name for actor in stance.attributed_to] == ([attributed] if attributed else [])
    assert (found[stance.reason] if stance.reason else "") == reason
    assert all(found[span] in text for span in stance.evidence)
