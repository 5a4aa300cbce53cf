"""The first pass over a text: units into pieces, and what pieces say of the dispatch."""

from __future__ import annotations

import attrs

from newsmodel.model import Concept, Dateline, Diagnostic, PartialDate, Severity, SignOff, Span
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.agency import read_agency
from newsmodel.wire.dateline import read_date_line, read_dateline
from newsmodel.wire.headings import heading_end, is_byline, is_row, read_keywords, read_urgency
from newsmodel.wire.lines import BLANKS, read_blocks
from newsmodel.wire.marks import BULLET, RULE, SECTION, opens_list
from newsmodel.wire.notes import Note, read_embargo, read_note
from newsmodel.wire.signoff import find_glued, is_signoff, is_stamp, read_codes, read_stamp
from newsmodel.wire.wrap import Unit, split_block

__all__ = ["Found", "Piece", "cut"]


@attrs.frozen(slots=True, kw_only=True)
class Piece:
    """A zone in the making.

    Attributes:
        kind: what it is, as far as it can be told from itself.
        span: where.
        public: False for what is meant for editors only.
        heading: whether it reads like a heading; its place decides.
        block: the number of its block of lines.
    """

    kind: ZoneKind
    span: Span
    public: bool = True
    heading: bool = False
    block: int = 0


@attrs.define(slots=True)
class Found:
    """What the first pass found: the pieces in order, and the metadata."""

    pieces: list[Piece] = attrs.field(factory=list)
    published: PartialDate | None = None
    dateline: Dateline | None = None
    signoff: SignOff | None = None
    agency: str | None = None
    urgency: int | None = None
    signal: str | None = None
    embargoed: PartialDate | None = None
    subjects: tuple[Concept, ...] = ()
    diagnostics: list[Diagnostic] = attrs.field(factory=list)


def cut(text: str, published: PartialDate | None) -> Found:
    """Cut a text into pieces.

    Args:
        text: the text.
        published: when it was published, if that is known from elsewhere.
    """
    units = [unit for number, block in enumerate(read_blocks(text)) for unit in split_block(text, block, number)]
    return _Cutter(text, units, published).run()


class _Cutter:
    """Goes once over the units; what it has seen so far decides what a note is."""

    def __init__(self, text: str, units: list[Unit], published: PartialDate | None) -> None:
        self.text = text
        self.units = units
        self.found = Found()
        self.in_pad = False
        self.private = False
        self.pad_kind = ZoneKind.NOTE
        self.given = published
        self.near = published or self._written_date()
        self.first_dateline = next(
            (unit.start for unit in units if read_dateline(text, unit.start, unit.end) is not None), -1
        )

    def run(self) -> Found:
        for unit in self.units:
            if not self._read_frame(unit) and not self._read_pad(unit):
                self._read_body(unit)
        self._cut_glued()
        self.found.published = self.near
        if self.found.agency is None and self.found.signoff is not None:
            self.found.agency = read_agency(self.found.signoff.codes[0])
        if self.near is None and self.found.dateline is not None:
            self.found.published = self.found.dateline.date
        return self.found

    def _written_date(self) -> PartialDate | None:
        """Return the date of a date line or, failing that, of a stamp."""
        stamped = None
        for unit in self.units:
            if line := read_date_line(self.text, unit.start, unit.end):
                return line[0]
            stamped = stamped or read_stamp(self.text[unit.start : min(unit.end, unit.start + 41)])
        return stamped

    def _add(
        self, kind: ZoneKind, start: int, end: int, unit: Unit, *, public: bool = True, heading: bool = False
    ) -> None:
        while start < end and self.text[start] in BLANKS:
            start += 1
        while start < end and self.text[end - 1] in BLANKS:
            end -= 1
        if start < end:
            span = Span(start=start, end=end)
            self.found.pieces.append(Piece(kind=kind, span=span, public=public, heading=heading, block=unit.block))

    def _read_frame(self, unit: Unit) -> bool:
        """Read what frames a dispatch: rules, stamps, sign-offs, the header and the keywords."""
        if unit.end - unit.start > 200:
            return False
        words = self.text[unit.start : unit.end]
        found = self.found
        if RULE.fullmatch(words):
            self.private = self.private or (self.in_pad and "*" in words)
            self._add(ZoneKind.OTHER, unit.start, unit.end, unit, public=False)
        elif is_stamp(words):
            self._add(ZoneKind.DATE, unit.start, unit.end, unit, public=False)
        elif is_signoff(words):
            found.signoff = SignOff(codes=read_codes(words), span=Span(start=unit.start, end=unit.end))
            self._add(ZoneKind.SIGNOFF, unit.start, unit.end, unit, public=False)
            self.in_pad = self.private = False
        elif (urgency := read_urgency(words)) is not None:
            found.urgency = urgency
            self._add(ZoneKind.OTHER, unit.start, unit.end, unit, public=False)
        elif found.dateline is None and (subjects := read_keywords(words)):
            found.subjects += subjects
            self._add(ZoneKind.OTHER, unit.start, unit.end, unit, public=False)
        else:
            return False
        return True

    def _read_pad(self, unit: Unit) -> bool:
        """Read notes, and everything behind the heading of the note pad."""
        words = self.text[unit.start : unit.end]
        note = read_note(words, before_body=unit.start < self.first_dateline and unit.end - unit.start < 400)
        if note is not None and note.kind == "pad":
            self.in_pad, self.pad_kind = True, ZoneKind.NOTE
            self._add(ZoneKind.NOTE, unit.start, unit.end, unit)
            return True
        if self.in_pad:
            if read_dateline(self.text, unit.start, unit.end, self.near) is not None:
                self.in_pad = self.private = False
                return False
            self._add_to_pad(unit, note, is_section=SECTION.match(words) is not None)
            return True
        if note is None:
            return False
        self._take_note(words, note)
        kind = ZoneKind.CONTACT if note.kind == "contact" else ZoneKind.NOTE
        self._add(kind, unit.start, unit.end, unit, public=note.public)
        return True

    def _add_to_pad(self, unit: Unit, note: Note | None, *, is_section: bool) -> None:
        if is_section:
            self.pad_kind = ZoneKind.NOTE
        if note is not None:
            self.private = self.private or note.kind == "private"
            self.pad_kind = ZoneKind.CONTACT if note.kind == "contact" else self.pad_kind
        public = not self.private and self.pad_kind is ZoneKind.NOTE
        self._add(self.pad_kind, unit.start, unit.end, unit, public=public)

    def _take_note(self, words: str, note: Note) -> None:
        found = self.found
        if note.signal and (found.signal is None or note.signal == "eil"):
            found.signal = note.signal
        if note.kind == "embargo":
            found.embargoed = read_embargo(words, self.near)
            if found.embargoed is None:
                found.diagnostics.append(
                    Diagnostic(
                        code="wire.embargo", message=f"no date to be read in {words[:80]!r}", severity=Severity.INFO
                    )
                )

    def _read_body(self, unit: Unit) -> None:
        """Read a unit of the body, with the date line and the dateline that it opens with."""
        text, start, end = self.text, unit.start, unit.end
        if date_line := read_date_line(text, start, end):
            self._add(ZoneKind.DATE, start, date_line[1], unit)
            start = self._skip_blanks(date_line[1], end)
        if opening := read_dateline(text, start, end, self.near):
            dateline = opening.dateline
            self._add(ZoneKind.DATELINE, dateline.span.start, dateline.span.end, unit)
            if self.found.dateline is None:
                self.found.dateline, self.found.agency = dateline, opening.agency
            if opening.written_date and dateline.date is None:
                message = "the year of the date in the dateline is not known"
                self.found.diagnostics.append(
                    Diagnostic(code="wire.dateline_year", message=message, span=dateline.span, severity=Severity.INFO)
                )
            self._add(ZoneKind.PARAGRAPH, dateline.span.end, end, unit)
            return
        if start == end:
            return
        self._add_body(unit, start, end)

    def _add_body(self, unit: Unit, start: int, end: int) -> None:
        words = self.text[start : min(end, start + 400)]
        whole = end - start <= 400
        if whole and is_byline(words):
            self._add(ZoneKind.BYLINE, start, end, unit)
        elif whole and words.startswith("---") and words.endswith("---"):
            self._add(ZoneKind.NOTE, start, end, unit)
        elif whole and len(unit.lines) == 1 and is_row(words):
            self._add(ZoneKind.TABLE, start, end, unit)
        elif mark := SECTION.match(words):
            self._add(ZoneKind.PARAGRAPH, start + mark.end(), end, unit, heading=True)
        elif opens_list(words):
            mark = BULLET.match(words)
            self._add(ZoneKind.LIST, start + (mark.end() if mark else 0), end, unit)
        else:
            length = heading_end(words) if whole and len(unit.lines) < 4 else None
            self._add(
                ZoneKind.PARAGRAPH, start, end if length is None else start + length, unit, heading=length is not None
            )

    def _skip_blanks(self, at: int, end: int) -> int:
        while at < end and self.text[at] in BLANKS:
            at += 1
        return at

    def _cut_glued(self) -> None:
        """Cut the sign-off off the last paragraph, where it is glued to it."""
        pieces = self.found.pieces
        last = next(
            (i for i in reversed(range(len(pieces))) if pieces[i].kind in (ZoneKind.PARAGRAPH, ZoneKind.LIST)), None
        )
        if self.found.signoff is not None or last is None:
            return
        span = pieces[last].span
        at = find_glued(self.text, span.start, span.end, single=True)
        if at is None:
            return
        body_end = at
        while body_end > span.start and self.text[body_end - 1] in BLANKS:
            body_end -= 1
        codes = Span(start=at, end=span.end)
        self.found.signoff = SignOff(codes=read_codes(self.text[at : span.end]), span=codes)
        pieces[last : last + 1] = [
            *([attrs.evolve(pieces[last], span=Span(start=span.start, end=body_end))] if body_end > span.start else []),
            Piece(kind=ZoneKind.SIGNOFF, span=codes, public=False, block=pieces[last].block),
        ]
