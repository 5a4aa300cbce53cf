"""The table of expressions: each in brackets in its sentence, with what it means."""

from __future__ import annotations

import pathlib

import pytest
from tests.times.plain import times

_LINES = (pathlib.Path(__file__).with_name("expressions.tsv")).read_text(encoding="utf-8").splitlines()
_ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
CASES = [dict(zip(_ROWS[0], cells, strict=True)) for cells in _ROWS[1:]]


def test_table_is_large_and_has_no_double() -> None:
    keys = [(case["published"], case["text"]) for case in CASES]
    assert len(keys) >= 300
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['published']} {case['text']}")
def test_expression(case: dict[str, str]) -> None:
    start, end = case["text"].index("["), case["text"].index("]") - 1
    text = case["text"].replace("[", "").replace("]", "")
    published = None if case["published"] == "-" else case["published"]
    found = [t for t in times(text, published) if (t.span.start, t.span.end) == (start, end)]
    assert len(found) == 1, [text[t.span.start : t.span.end] for t in times(text, published)]
    time = found[0]
    said = {
        "type": time.type.value,
        "value": time.value,
        "mod": time.mod,
        "quant": time.quant,
        "freq": time.freq,
        "earliest": time.earliest and str(time.earliest),
        "latest": time.latest and str(time.latest),
        "candidates": "|".join(time.candidates),
        "edtf": time.edtf,
    }
    assert {name: value or "-" for name, value in said.items()} == {name: case[name] for name in said}
