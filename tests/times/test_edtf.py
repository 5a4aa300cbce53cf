"""EDTF: every string is one that the edtf package reads, and means the same days."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import EDTFObject, parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from tests.times.plain import times
from tests.times.test_expressions import CASES
from tests.times.test_laws import PIECES

from newsmodel.model import TimeExpression
from newsmodel.parsers.times import edtf


def bounds(found: EDTFObject) -> tuple[str, str]:
    """Return first and last day as the package sees them."""
    first, last = found.lower_strict(), found.upper_strict()
    return tuple(f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}" for day in (first, last))  # type: ignore[return-value]


def check(time: TimeExpression) -> None:
    """Check that the package reads what we write, over the same days."""
    assert time.edtf is not None
    read = parse_edtf(time.edtf)
    if time.earliest is None or time.latest is None:
        assert time.value.startswith("BC")
        return
    if "-" not in time.edtf[:6] or time.edtf[5:7] not in _SEASONS:  # the package has its own months for seasons
        expected = (time.earliest.earliest.isoformat()[:10], time.latest.latest.isoformat()[:10])
        assert bounds(read) == expected


_SEASONS = {"21", "22", "23", "24", "33", "34", "35", "36", "40", "41"}
_WRITTEN = [case for case in CASES if case["edtf"] != "-"]


@pytest.mark.parametrize("case", _WRITTEN, ids=lambda case: f"{case['published']} {case['text']}")
def test_the_package_reads_the_table(case: dict[str, str]) -> None:
    text = case["text"].replace("[", "").replace("]", "")
    for time in times(text, None if case["published"] == "-" else case["published"]):
        if time.edtf is not None:
            check(time)


@given(
    st.lists(PIECES, max_size=20),
    st.sampled_from([None, "2024", "2024-04"]) | st.dates(dt.date(1600, 1, 1), dt.date(9000, 1, 1)).map(str),
)
def test_the_package_reads_any_of_our_strings(words: list[str], published: str | None) -> None:
    for time in times(" ".join(words), published):
        if time.edtf is not None:
            parse_edtf(time.edtf)


@given(st.integers(1, 9999))
def test_years_before_christ(year: int) -> None:
    written = edtf.of_year_before_christ(f"BC{year:04}")
    assert written is not None
    assert parse_edtf(written).year == f"{'-' if year > 1 else ''}{year - 1:04}"
