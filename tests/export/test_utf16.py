"""Offsets in UTF-16 units, held against Python's own encoder."""

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.export._utf16 import Utf16

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("a\uffff\U00010000\U0010ffff🦉"), max_size=20)


@given(TEXTS)
def test_an_offset_counts_the_units_before_it(text: str) -> None:
    units = Utf16(text)
    for offset in range(len(text) + 1):
        assert units.offset(offset) == len(text[:offset].encode("utf-16-le")) // 2


def test_the_last_character_of_one_unit_and_the_first_of_two() -> None:
    assert [Utf16("\uffff\U00010000x").offset(n) for n in range(4)] == [0, 1, 3, 4]
