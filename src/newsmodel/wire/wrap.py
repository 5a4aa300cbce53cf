"""Paragraphs out of lines: which line ends are mere wrapping, which end a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsmodel.wire.headings import is_byline
from newsmodel.wire.lines import Line
from newsmodel.wire.marks import RULE, SECTION, opens_list
from newsmodel.wire.notes import read_note
from newsmodel.wire.signoff import is_signoff, is_stamp

__all__ = ["Unit", "split_block"]

_LONGEST_WRAPPED = 80
"""Columns; agencies wrap at 69, mail programs at 72 to 80. Longer lines are not wrapped: they are paragraphs."""

_SHORTEST_WRAPPED = 60
_MARK = 20
"""Code points that a list mark and the first letter behind it take at most; a longer look would cost for each line."""

_ENDS = (".", "!", "?", ":", ";", "…", '"', "“", "”", "«", "»", ")", "'")


@attrs.frozen(slots=True)
class Unit:
    """Lines that belong together: a paragraph, a heading, a list item, a note.

    Attributes:
        start: offset of its first character.
        end: offset behind its last, exclusive.
        lines: its lines.
        block: the number of its block, from 0.
    """

    start: int
    end: int
    lines: tuple[Line, ...]
    block: int


def split_block(text: str, block: Sequence[Line], number: int) -> list[Unit]:
    """Cut a block into units.

    A line goes on in the next when that begins in lower case, or when its first word had found no room in it.
    A line that is indented further than the one before begins a paragraph, as do list marks, headings and sign-offs.

    Args:
        text: the whole text.
        block: the lines of the block.
        number: its number.
    """
    width = _block_width(text, block)
    groups: list[list[Line]] = []
    for index, line in enumerate(block):
        if index and _goes_on(text, groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Unit(lines[0].start, lines[-1].end, tuple(lines), number) for lines in groups]


def _block_width(text: str, block: Sequence[Line]) -> int:
    """Return the columns that the block was wrapped at, from this block alone: what stands elsewhere changes nothing."""
    # Some count the indentation of a first line in, some do not: the other lines tell how much text a line takes.
    lengths = (line.end - line.start for line in block)
    widest = max((length for length in lengths if length <= _LONGEST_WRAPPED), default=0)
    lower = sum(text[line.start].islower() for line in block[1:])
    if lower * 4 >= len(block) - 1 and len(block) > 2:
        return widest
    return max(widest, _SHORTEST_WRAPPED)


def _goes_on(text: str, group: Sequence[Line], line: Line, width: int) -> bool:
    last = group[-1]
    words = text[line.start : line.end]
    if RULE.fullmatch(text[last.start : last.end]) or _opens(words):
        return False
    if opens_list(text[group[0].start : min(group[0].end, group[0].start + _MARK)]):
        return line.indent > group[0].indent or text[line.start].islower()
    if SECTION.match(text, group[0].start, group[0].end):
        return False
    if line.indent > last.indent and not text[line.start].islower():
        return False
    if text[line.start].islower():
        return True
    if last.width > _LONGEST_WRAPPED:
        return not text[last.start : last.end].endswith(_ENDS)
    first = words.split(None, 1)[0]
    return last.width + 1 + len(first) > width


def _opens(words: str) -> bool:
    """Return whether a line opens something of its own, whatever stands above it."""
    if opens_list(words[:_MARK]) or SECTION.match(words) or RULE.fullmatch(words):
        return True
    if len(words) > 2 * _LONGEST_WRAPPED:
        return False
    if words[0] == "(" and words.rstrip(" =").endswith(")") and read_note(words, before_body=False):
        return True
    return is_stamp(words) or is_signoff(words) or is_byline(words)
