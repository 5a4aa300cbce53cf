"""Where lines and blocks begin and end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.wire.lines import BLANKS, Line, read_blocks

TEXTS = st.text(alphabet="ab \t\n\r\f\v\x1c\x85\u2028\u2029\ufeff\u200b", max_size=40)


def lines_of(text: str) -> list[Line]:
    """Return the lines of all blocks."""
    return [line for block in read_blocks(text) for line in block]


@given(TEXTS)
def test_every_character_that_is_not_blank_stands_in_one_line(text: str) -> None:
    lines = lines_of(text)
    inside = [i for line in lines for i in range(line.start, line.end)]
    assert inside == sorted(set(inside))
    assert {i for i, c in enumerate(text) if c not in BLANKS} <= set(inside)


@given(TEXTS)
def test_a_line_has_no_blank_at_its_edges_and_no_line_end_in_it(text: str) -> None:
    for line in lines_of(text):
        words = text[line.start : line.end]
        assert words and words == words.strip(BLANKS)
        assert len(words.splitlines()) == 1


@given(TEXTS)
def test_before_a_line_stand_only_its_indentation_and_a_line_end(text: str) -> None:
    for line in lines_of(text):
        edge = line.start - line.indent
        assert (text[:edge] + "x").splitlines()[-1] == "x"
        assert all(c in BLANKS for c in text[edge : line.start])
        assert line.width == line.end - edge


@given(TEXTS)
def test_blocks_are_divided_by_a_blank_line_or_a_mark_that_ends_paragraphs(text: str) -> None:
    blocks = list(read_blocks(text))
    assert all(blocks)
    for before, behind in itertools.pairwise(blocks):
        between = text[before[-1].end : behind[0].start - behind[0].indent]
        assert len((between + "x").splitlines()) > 2 or any(c in "\f\v\x1c\x1d\u2029" for c in between)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        (" \n\t", []),
        ("eins", [[(0, 4, 0)]]),
        ("  eins \n zwei", [[(2, 6, 2), (9, 13, 1)]]),
        ("eins\r\nzwei\r\n\r\ndrei", [[(0, 4, 0), (6, 10, 0)], [(14, 18, 0)]]),
        ("\n\neins\n \nzwei\n", [[(2, 6, 0)], [(9, 13, 0)]]),
        ("eins\u2029zwei\fdrei\x0bvier", [[(0, 4, 0)], [(5, 9, 0)], [(10, 14, 0)], [(15, 19, 0)]]),
        ("eins\x85zwei\u2028drei", [[(0, 4, 0), (5, 9, 0), (10, 14, 0)]]),
    ],
)
def test_lines_and_blocks_by_hand(text: str, blocks: list[list[tuple[int, int, int]]]) -> None:
    assert [[(line.start, line.end, line.indent) for line in block] for block in read_blocks(text)] == blocks
