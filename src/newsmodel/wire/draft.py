"""What a reader of a structured format gathers, and how a dispatch is put together from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from newsmodel.errors import DateError
from newsmodel.model import Concept, Diagnostic, PartialDate, Severity, SignOff, Span, Zone
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.agency import read_agency
from newsmodel.wire.blocks import Block, one_line, same_words, squeeze
from newsmodel.wire.dateline import Opening, read_dateline, read_given_dateline
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.lines import BLANKS
from newsmodel.wire.notes import read_note
from newsmodel.wire.signoff import find_glued, is_signoff, read_codes

__all__ = ["Draft"]

_BODY = (ZoneKind.PARAGRAPH, ZoneKind.LIST)
_FIELDS = {
    ZoneKind.HEADLINE: "headline",
    ZoneKind.KICKER: "kicker",
    ZoneKind.TEASER: "teaser",
    ZoneKind.BYLINE: "byline",
    ZoneKind.DATELINE: "dateline",
    ZoneKind.SIGNOFF: "closing",
}
_AROUND = (ZoneKind.NOTE, ZoneKind.CONTACT)
_BETWEEN = "\n\n"
_COPYRIGHT = ("©", "(c)", "Copyright ")
_LONGEST_REMARK = 200
_SEARCHED, _SEARCHES = 50_000, 500
"""Code points of notes that are searched for others, and how often; beyond that only whole notes are compared."""

_LABEL_BY_SIGNAL = {"correction": "Berichtigung", "update": "Aktualisierung", "repeat": "Wiederholung"}
_PLAIN_GENRE = "Meldung"
_NO_LETTER = re.compile(r"[\W_]+")
"""What does not count when notes are compared: fields and note pad quote in different marks."""

_SIGNAL_BY_URGENCY = {1: "blitz", 2: "eil"}
"""What dpa calls its messages of these urgencies."""


@attrs.define(slots=True)
class _Said:
    """What the notes say already, so that nothing is said twice; its work is bounded however many notes there are."""

    _whole: set[str] = attrs.field(factory=set)
    _text: str = ""
    _questions: int = 0

    def add(self, words: str) -> None:
        compact = _NO_LETTER.sub("", words)
        self._whole.add(compact)
        if len(self._text) < _SEARCHED:
            self._text += f"\n{compact[:_SEARCHED]}"

    def knows(self, words: str) -> bool:
        lines = [_NO_LETTER.sub("", line) for line in words.split("\n")]
        if all(not line or line in self._whole for line in lines):
            return True
        self._questions += 1
        return self._questions < _SEARCHES and all(line in self._text for line in lines)


@attrs.define(slots=True, kw_only=True)
class Draft:
    """The fields of a message as a reader fills them; the names are those of `Dispatch`, with these besides.

    Attributes:
        dateline: the words of the dateline, where the message has a field for them.
        closing: the words of the sign-off.
        agencies: who may have sent it, most telling first, as they write their names.
        body: paragraphs, subheads, lists and tables, in order; fields that the body repeats are taken out of it.
        notes: what stands around the body, in order.
    """

    published: PartialDate | None = None
    headline: str | None = None
    kicker: str | None = None
    teaser: str | None = None
    byline: str | None = None
    dateline: str | None = None
    closing: str | None = None
    agencies: list[str] = attrs.field(factory=list)
    urgency: int | None = None
    signal: str | None = None
    status: str | None = None
    embargoed: PartialDate | None = None
    uri: str | None = None
    version: str | None = None
    usage_terms: str | None = None
    subjects: list[Concept] = attrs.field(factory=list)
    places: list[Concept] = attrs.field(factory=list)
    language: str | None = None
    body: list[Block] = attrs.field(factory=list)
    notes: list[Block] = attrs.field(factory=list)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    _said: _Said = attrs.field(init=False, factory=_Said)

    def complain(self, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        """Add a diagnostic."""
        self.diagnostics.append(Diagnostic(code=code, message=message, severity=severity))

    def date(self, words: str | None, field: str) -> PartialDate | None:
        """Return the date of a field in ISO 8601; one that cannot be read gives a diagnostic."""
        if words is None or not words.strip(BLANKS):
            return None
        try:
            return PartialDate.parse(words.strip(BLANKS))
        except DateError as error:
            self.complain(f"wire.{field}", f"{field} is no date: {error}")
            return None

    def rank(self, value: str | float | None) -> int | None:
        """Return an urgency from 1 to 9; another value gives a diagnostic."""
        if value is None or value == "":
            return None
        words = str(value).strip().removesuffix(".0")
        if len(words) == 1 and words in "123456789":
            return int(words)
        self.complain("wire.urgency", f"urgency is not 1 to 9: {words[:40]!r}")
        return None

    def head_notes(self, by_role: Mapping[str, Sequence[tuple[str, bool]]], genres: Sequence[str]) -> None:
        """Add the notes that dpa prints in brackets around the headline, as it prints them and in its order.

        Args:
            by_role: the words of notes, and whether they may be published, by their roles, as dpa names them.
            genres: the genres; the plain report is not printed.
        """
        for line, public in by_role.get("correctionshort", ()):
            self.note(f"({_LABEL_BY_SIGNAL.get(self.signal or '', 'Berichtigung')}: {line})", public=public)
        named = ", ".join(genre for genre in genres if genre != _PLAIN_GENRE)
        head = " - ".join(filter(None, [named, ", ".join(line for line, _ in by_role.get("genrenote", ()))]))
        for line, public in ((head, False), *by_role.get("picture", ())):
            if line:
                self.note(f"({line})", public=public)

    def notepad(self, blocks: Iterable[Block]) -> None:
        """Add notes that the message has as markup."""
        for block in blocks:
            if block.kind is ZoneKind.SIGNOFF:
                self.closing = self.closing or block.text
            else:
                self._said.add(block.text)
                self.notes.append(block)

    def note(self, words: str | None, kind: ZoneKind = ZoneKind.NOTE, *, public: bool = True) -> None:
        """Add a note, unless the notes say it already."""
        line = one_line(words)
        if line is not None and not self._said.knows(words or ""):
            self._said.add(line)
            self.notes.append(Block(kind, line, public))

    def dispatch(self, published: PartialDate | None = None) -> Dispatch:
        """Return the dispatch: dateline and body, then notes, then the sign-off, divided by blank lines.

        Args:
            published: when it was published, if the caller knows better.
        """
        self.published = published or self.published
        body = list(self._take_fields())
        self._cut_end(body)
        words, opening = self._open(body)
        text, zones = _join(self._settle(body, words))
        line = next((zone.span for zone in zones if zone.kind is ZoneKind.DATELINE), None)
        paragraphs = tuple(zone.span for zone in zones if zone.kind in _BODY)
        last = zones[-1] if zones and zones[-1].kind is ZoneKind.SIGNOFF else None
        if not paragraphs:
            self.complain("wire.no_body", "the message has no body text")
        agency = self._agency(opening)
        return Dispatch(
            text=text,
            zones=tuple(zones),
            paragraphs=paragraphs,
            published=self.published,
            headline=self.headline,
            kicker=self.kicker,
            teaser=self.teaser,
            byline=self.byline,
            dateline=attrs.evolve(opening.dateline, span=line) if opening and line else None,
            signoff=SignOff(codes=read_codes(text[last.span.start : last.span.end]), span=last.span) if last else None,
            agency=agency,
            urgency=self.urgency,
            signal=self.signal or (_SIGNAL_BY_URGENCY.get(self.urgency or 0) if agency == "dpa" else None),
            status=self.status,
            embargoed=self.embargoed,
            uri=self.uri,
            version=self.version,
            usage_terms=self.usage_terms,
            subjects=tuple(dict.fromkeys(self.subjects)),
            places=tuple(dict.fromkeys(self.places)),
            language=self.language,
            diagnostics=tuple(self.diagnostics),
        )

    def _take_fields(self) -> Iterator[Block]:
        """Yield the body without what the fields say; a field that only the body gives is filled from it."""
        front = True
        for block in self.body:
            field = _FIELDS.get(block.kind)
            if field is not None:
                known = getattr(self, field)
                if known is None:
                    setattr(self, field, one_line(block.text))
                elif not _says(block.text, known):
                    # An author may be named twice, in two ways; a second heading divides the body.
                    kind = ZoneKind.SUBHEAD if block.kind is ZoneKind.HEADLINE else ZoneKind.NOTE
                    yield attrs.evolve(block, kind=kind)
            elif front and any(same_words(block.text, getattr(self, name)) for name in _FIELDS.values()):
                continue
            else:
                front = front and block.kind is not ZoneKind.PARAGRAPH
                yield block

    def _cut_end(self, body: list[Block]) -> None:
        """Take the notice of copyright and the sign-off off the end of the body, where no field has it."""
        if body and body[-1].kind is ZoneKind.PARAGRAPH and body[-1].text.startswith(_COPYRIGHT):
            if len(body[-1].text) <= _LONGEST_REMARK:
                self.note(body.pop().text)
        if self.closing is not None or not body or body[-1].kind not in _BODY:
            return
        words = body[-1].text
        if is_signoff(words):
            self.closing = body.pop().text
        elif (at := find_glued(words, 0, len(words), single=False)) is not None:
            self.closing = words[at:]
            rest = words[:at].rstrip(BLANKS)
            body[-1:] = [attrs.evolve(body[-1], text=rest)] if rest else []

    def _open(self, body: list[Block]) -> tuple[str, Opening | None]:
        """Return the dateline and what it says, and cut it off the first paragraph where that repeats it."""
        given = squeeze(self.dateline or "")
        first = next((i for i, block in enumerate(body) if block.kind is ZoneKind.PARAGRAPH), None)
        if first is not None:
            block = body[first]
            end = block.opening or _repeated(block.text, given)
            if not end and not given:
                found = read_dateline(block.text, 0, len(block.text), self.published)
                end = found.dateline.span.end if found else 0
            if end:
                given = block.text[:end].strip(BLANKS)
                rest = block.text[end:].strip(BLANKS)
                body[first : first + 1] = [attrs.evolve(block, text=rest, opening=0)] if rest else []
        return given, read_given_dateline(given, self.published) if given else None

    def _settle(self, body: Sequence[Block], dateline: str) -> Iterator[Block]:
        """Yield all blocks in the order of the text."""
        main = [block for block in body if block.kind not in _AROUND]
        first = next((i for i, block in enumerate(main) if block.kind is ZoneKind.PARAGRAPH), 0)
        for i, block in enumerate(main):
            if i == first and dateline:
                yield Block(ZoneKind.DATELINE, dateline)
            yield attrs.evolve(block, public=block.public and not _is_private(block.text))
        if dateline and not main:
            yield Block(ZoneKind.DATELINE, dateline)
        yield from (block for block in body if block.kind in _AROUND)
        yield from self.notes
        if line := one_line(self.closing):
            yield Block(ZoneKind.SIGNOFF, line, public=False)

    def _agency(self, opening: Opening | None) -> str | None:
        """Return the agency by its usual name: that of the dateline, else the first that is known, else the first."""
        if opening is not None and opening.agency is not None:
            return opening.agency
        names = [name for name in map(one_line, self.agencies) if name]
        return next((known for name in names if (known := read_agency(name))), names[0] if names else None)


def _join(blocks: Iterable[Block]) -> tuple[str, list[Zone]]:
    """Return the text of blocks and their zones in it; behind a dateline the paragraph goes on in the same line."""
    parts: list[str] = []
    zones: list[Zone] = []
    at = 0
    for block in blocks:
        if zones:
            glued = zones[-1].kind is ZoneKind.DATELINE and block.kind is ZoneKind.PARAGRAPH
            gap = " " if glued else _BETWEEN
            parts.append(gap)
            at += len(gap)
        zones.append(Zone(kind=block.kind, span=Span(start=at, end=at + len(block.text)), public=block.public))
        parts.append(block.text)
        at += len(block.text)
    return "".join(parts), zones


def _repeated(text: str, dateline: str) -> int:
    """Return how long a dateline is that a paragraph repeats, whatever white space it has; 0 if it does not."""
    at = 0
    for word in dateline.split():
        while at < len(text) and text[at] in BLANKS:
            at += 1
        if not text.startswith(word, at):
            return 0
        at += len(word)
    return at


def _says(words: str, known: str) -> bool:
    """Return whether a field says what a block says, or one of the two says more."""
    one, other = " ".join(words.split()), " ".join(known.split())
    return one in other or other in one


def _is_private(words: str) -> bool:
    """Return whether a paragraph says of itself that it is not for the public."""
    note = read_note(words, before_body=False) if len(words) < _LONGEST_REMARK else None
    return note is not None and note.kind == "private"
