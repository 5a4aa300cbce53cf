"""The note pad at the end of a message in plain text: headings with `#`, lists, and a rule before what is private."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.blocks import Block
from newsmodel.wire.lines import BLANKS
from newsmodel.wire.marks import BULLET, RULE, SECTION
from newsmodel.wire.notes import read_note

__all__ = ["read_pad"]


def read_pad(text: str) -> list[Block]:
    r"""Return the notes of a note pad, in any language: its marks say what is what.

    Args:
        text: the pad, from its heading on.

    >>> pad = "# Notizblock\n\n## Internet\n- [Hafen](https://\n  hafen.example)\n\n* * * *\n## Kontakte\n- Autorin: Ute Dorn"
    >>> [(block.kind.value, block.public, block.text) for block in read_pad(pad)][2:]
    [('note', True, '[Hafen](https:// hafen.example)'),
     ('contact', False, 'Kontakte'), ('contact', False, 'Autorin: Ute Dorn')]
    """
    blocks: list[Block] = []
    public, section = True, ZoneKind.NOTE
    for words, heading in _units(text):
        if RULE.fullmatch(words):
            public = public and "*" not in words
            continue
        note = read_note(f"## {words}" if heading else words, before_body=False)
        if heading:
            section = ZoneKind.CONTACT if note is not None and note.kind == "contact" else ZoneKind.NOTE
        public = public and (note is None or note.kind != "private")
        blocks.append(Block(section, words, public and section is ZoneKind.NOTE))
    return blocks


def _units(text: str) -> Iterator[tuple[str, bool]]:
    """Yield headings, items, rules and paragraphs: their words on one line, and whether they are headings."""
    lines: list[str] = []
    for raw in text.split("\n"):
        line = raw.strip(BLANKS)
        mark = SECTION.match(line) or BULLET.match(line) if line and not raw[:1].isspace() else None
        alone = mark is not None or not line or RULE.fullmatch(line)
        if alone and lines:
            yield " ".join(lines), False
            lines = []
        words = line[mark.end() :].lstrip(BLANKS) if mark is not None else line
        if mark is not None and line[0] == "#":
            yield words, True
        elif line and RULE.fullmatch(line):
            yield line, False
        elif line:
            lines.append(words)
    if lines:
        yield " ".join(lines), False
