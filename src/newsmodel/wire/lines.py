"""Lines and blocks: where the lines of a text begin and end, and which stand together between blank ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import attrs

__all__ = ["BLANKS", "Line", "read_blocks"]

BLANKS = (
    "".join(c for c in map(chr, range(0x3001)) if c.isspace() or unicodedata.category(c) == "Cc" or c in "\u200b\u2060")
    + "\ufeff"
)
"""What is stripped from the edges of a line: white space of every kind, control characters, marks of no width."""

_PARAGRAPH_ENDS = ("\f", "\v", "\x1c", "\x1d", "\u2029")


@attrs.frozen(slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        start: offset of its first character that is not blank.
        end: offset behind its last one, exclusive.
        indent: how many blanks stand before `start`.
    """

    start: int
    end: int
    indent: int

    @property
    def width(self) -> int:
        """The columns up to its last character."""
        return self.indent + self.end - self.start


def read_blocks(text: str) -> Iterator[list[Line]]:
    r"""Yield the blocks of a text: lines that follow one another without a blank line.

    Every line end counts that Unicode knows (`\n`, `\r\n`, `\r`, U+0085, U+2028 …); a form feed and U+2029 end the
    block as well.

    >>> [len(block) for block in read_blocks("Ein Kopf\r\rErste Zeile\nzweite\u2029dritte")]
    [1, 2, 1]
    """
    block: list[Line] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        core = raw.strip(BLANKS)
        if core:
            lead = len(raw) - len(raw.lstrip(BLANKS))
            block.append(Line(at + lead, at + lead + len(core), lead))
        if block and (not core or raw.endswith(_PARAGRAPH_ENDS)):
            yield block
            block = []
        at += len(raw)
    if block:
        yield block
