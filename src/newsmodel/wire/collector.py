"""From the events of a markup parser (start, words, end) to blocks; HTML, XHTML and NITF share it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from newsmodel.errors import WireError
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.blocks import Block, squeeze
from newsmodel.wire.elements import (
    BLOCKS,
    CELLS,
    HEADINGS,
    KIND_BY_CLASS,
    KIND_BY_NAME,
    NOTE_CLASSES,
    PARAGRAPHS,
    SKIPPED,
    SKIPPED_CLASSES,
    TRACKED,
    VOID,
)
from newsmodel.wire.lines import BLANKS
from newsmodel.wire.notes import read_note

__all__ = ["DEEPEST", "Collector"]

DEEPEST = 200
"""Elements inside one another; messages have some ten."""

_LONGEST_OPENING = 12
"""Stretches of words between tags: a dateline that ends behind more of them opens nothing."""


@attrs.define(slots=True)
class _Open:
    """An element that is open.

    Attributes:
        name: its name.
        kind: the kind of its words, where the element says one.
        notes: whether everything in it is a note.
        public: False where everything in it is meant for editors only.
        skipped: whether nothing in it is read.
        label: where the words of a link begin, as the number of parts before them.
        href: where the link leads.
    """

    name: str
    kind: ZoneKind | None
    notes: bool
    public: bool
    skipped: bool
    label: int = 0
    href: str = ""


@attrs.define(slots=True)
class Collector:
    """Takes the events of a parser and makes blocks of them, in time linear in their number.

    Attributes:
        format: the wire format, for errors.
        place: where the markup stands in the message, for errors.
        notes: whether the markup as a whole holds notes.
        blocks: what was found.
    """

    format: str
    place: str
    notes: bool = False
    blocks: list[Block] = attrs.field(factory=list)
    _open: list[_Open] = attrs.field(factory=list)
    _parts: list[str] = attrs.field(factory=list)
    _rows: list[list[str]] = attrs.field(factory=list)
    _tables: int = 0
    _opening: int = 0
    _section: ZoneKind = ZoneKind.NOTE

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        if name == "br":
            self._parts.append("\n")
            return
        if name not in BLOCKS and name not in SKIPPED and name not in TRACKED:
            return
        if name in BLOCKS:
            self._close_implied(name)
            self._flush()
        if name in VOID:
            return
        outer = self._open[-1] if self._open else self._ground()
        if len(self._open) >= DEEPEST:
            raise WireError(f"elements nested deeper than {DEEPEST}", format=self.format, place=self.place)
        self._open.append(self._opened(name, attributes, outer))
        if name in ("table", "nitf-table"):
            self._tables += 1
        elif name == "tr" or (name in CELLS and not self._rows):
            self._rows.append([])

    def words(self, words: str) -> None:
        """Take the words between tags."""
        if not self._open or not self._open[-1].skipped:
            self._parts.append(words.replace("\n", " ") if "\n" in words else words)

    def end(self, name: str) -> None:
        """Take an end tag; one that closes nothing says nothing."""
        if name not in BLOCKS and name not in SKIPPED and name not in TRACKED:
            return
        if name in VOID or not any(element.name == name for element in self._open):
            return
        if name in BLOCKS:
            self._flush()
        while self._open:
            closed = self._open[-1]
            self._leave(closed)
            self._open.pop()
            if closed.name == name:
                break

    def finish(self) -> list[Block]:
        """Return the blocks once all events have been taken."""
        self._flush()
        while self._open:
            self._leave(self._open.pop())
        return self.blocks

    def _ground(self) -> _Open:
        return _Open(name="", kind=None, notes=self.notes, public=True, skipped=False)

    def _opened(self, name: str, attributes: Mapping[str, str], outer: _Open) -> _Open:
        classes = attributes.get("class", "").lower().split()
        kind = next((KIND_BY_CLASS[one] for one in classes if one in KIND_BY_CLASS), KIND_BY_NAME.get(name))
        notes = outer.notes or not NOTE_CLASSES.isdisjoint(classes)
        if notes and not outer.notes:
            self._section = ZoneKind.NOTE
        return _Open(
            name=name,
            # Of inline elements only a dateline says what its words are, and only those within itself.
            kind=kind if name in TRACKED else kind or outer.kind,
            notes=notes,
            public=outer.public and "np-nonpublic" not in classes,
            skipped=outer.skipped or name in SKIPPED or not SKIPPED_CLASSES.isdisjoint(classes),
            label=len(self._parts),
            href=attributes.get("href", "").strip() if name == "a" else "",
        )

    def _close_implied(self, name: str) -> None:
        """Close the paragraph, item, row or cell that a start tag ends without an end tag of its own."""
        last = self._open[-1].name if self._open else ""
        if last in TRACKED:
            while self._open and self._open[-1].name in TRACKED:
                self._leave(self._open.pop())
            last = self._open[-1].name if self._open else ""
        if last in PARAGRAPHS or last in HEADINGS or (last == name and name in ("li", "tr", "td", "th")):
            self.end(last)
        elif last in CELLS and name in (*CELLS, "tr"):
            self.end(last)
            if name == "tr" and self._open and self._open[-1].name == "tr":
                self.end("tr")

    def _leave(self, closed: _Open) -> None:
        if closed.name == "span" and closed.kind is ZoneKind.DATELINE:
            opens = len(self._parts) <= _LONGEST_OPENING and not "".join(self._parts[: closed.label]).strip(BLANKS)
            if opens and not self._opening:
                self._opening = len(squeeze("".join(self._parts)))
        elif closed.name == "a":
            self._write_link(closed)
        elif closed.name in ("table", "nitf-table"):
            self._tables -= 1
            if not self._tables:
                self._end_table(closed)

    def _write_link(self, link: _Open) -> None:
        """Write a link of a note as agencies do in plain text: `[label](address)`; elsewhere its label says all."""
        if not link.notes or link.skipped or not link.href or link.label > len(self._parts):
            return
        label = "".join(self._parts[link.label :])
        if not label.strip(BLANKS):
            self._parts[link.label :] = [link.href]
        elif squeeze(label) not in (link.href, link.href.removeprefix("mailto:")):
            self._parts[link.label :] = [f"[{label}]({link.href})"]

    def _end_table(self, table: _Open) -> None:
        rows = ["\t".join(cells).strip(BLANKS) for cells in self._rows]
        text = "\n".join(row for row in rows if row)
        self._rows = []
        if text and not table.skipped:
            self.blocks.append(Block(ZoneKind.NOTE if table.notes else ZoneKind.TABLE, text, table.public))

    def _flush(self) -> None:
        """Make a block of the words since the last one."""
        raw = "".join(self._parts)
        self._parts.clear()
        opening, self._opening = self._opening, 0
        lines = (squeeze(line) for line in raw.split("\n"))
        text = "\n".join(line for line in lines if line)
        if not text:
            return
        element = next((one for one in reversed(self._open) if one.name not in TRACKED), self._ground())
        if element.skipped:
            return
        if self._rows and self._tables:
            self._add_to_cell(text.replace("\n", " "), element)
            return
        kind = self._kind(element, text)
        self.blocks.append(Block(kind, text, element.public and kind is not ZoneKind.CONTACT, min(opening, len(text))))

    def _add_to_cell(self, text: str, element: _Open) -> None:
        row = self._rows[-1]
        cell = next((one for one in reversed(self._open) if one.name in CELLS), element)
        if cell.label >= 0:
            row.append(text)
            cell.label = -1
        elif row:
            row[-1] = f"{row[-1]} {text}"
        else:
            row.append(text)

    def _kind(self, element: _Open, text: str) -> ZoneKind:
        if element.notes:
            return self._note_kind(element, text)
        names = [one.name for one in self._open]
        if element.kind is not None:
            return element.kind
        if "hedline" in names:  # of NITF: what stands below the headline
            return ZoneKind.TEASER
        heading = next((name for name in reversed(names) if name in HEADINGS), None)
        if heading == "h1":
            return ZoneKind.HEADLINE
        if heading is not None:
            return ZoneKind.SUBHEAD
        return ZoneKind.LIST if "li" in names else ZoneKind.PARAGRAPH

    def _note_kind(self, element: _Open, text: str) -> ZoneKind:
        if element.kind is ZoneKind.SIGNOFF:
            return element.kind
        if element.name in HEADINGS:
            note = read_note(f"## {text}", before_body=False)
            self._section = ZoneKind.CONTACT if note is not None and note.kind == "contact" else ZoneKind.NOTE
        return self._section
