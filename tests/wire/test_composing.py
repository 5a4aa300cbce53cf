"""The zones of a text that is put together from blocks."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from newsmodel import ZoneKind
from newsmodel.wire.blocks import Block
from newsmodel.wire.composing import _join

BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from((ZoneKind.DATELINE, ZoneKind.PARAGRAPH, ZoneKind.NOTE)),
        st.text("aä🦉 ", min_size=1, max_size=5),
        public=st.booleans(),
    )
)


@given(BLOCKS)
def test_every_block_is_found_again_under_its_zone(blocks: list[Block]) -> None:
    text, zones = _join(blocks)
    assert [(zone.kind, text[zone.span.start : zone.span.end], zone.public) for zone in zones] == [
        (block.kind, block.text, block.public) for block in blocks
    ]
    assert (zones[0].span.start, zones[-1].span.end) == (0, len(text)) if zones else text == ""


@given(BLOCKS)
def test_a_blank_line_divides_blocks_but_for_a_dateline_and_its_paragraph(blocks: list[Block]) -> None:
    text, zones = _join(blocks)
    for before, behind in itertools.pairwise(zones):
        glued = (before.kind, behind.kind) == (ZoneKind.DATELINE, ZoneKind.PARAGRAPH)
        assert text[before.span.end : behind.span.start] == (" " if glued else "\n\n")
