"""What a line that opens something of its own begins with: list marks, headings, rules, brackets of notes."""

from __future__ import annotations

import re

__all__ = ["BULLET", "RULE", "SECTION", "opens_list"]

BULLET = re.compile(r"(?:[-–—•·‣▪*+]|\d{1,2}\))\s+(?=\S)")
"""The mark of a list item with the blank behind it."""

RULE = re.compile(r"[-–—=_*~#.](?:\s?[-–—=_*~#.]){2,}")
"""A line that only divides: `---`, `* * * *`."""

SECTION = re.compile(r"#{1,6}\s+(?=\S)")
"""The mark of a heading of the note pad: `# Notizblock`, `## Kontakte`."""


def opens_list(line: str) -> bool:
    """Return whether a line opens a list item: a bullet, then a word that does not go on a sentence.

    dpa breaks lines before a dash too, so `- und das` is no item.

    >>> opens_list("- Fotos vom Hafen"), opens_list("- und das, obwohl es regnete")
    (True, False)
    """
    mark = BULLET.match(line)
    return mark is not None and not line[mark.end()].islower()
