"""What a reader of a structured format gathers, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsmodel.errors import DateError
from newsmodel.model import Concept, Diagnostic, PartialDate, Severity
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.blocks import Block, one_line
from newsmodel.wire.lines import BLANKS

__all__ = ["Draft"]

_SEARCHED, _SEARCHES = 50_000, 500
"""Code points of notes that are searched for others, and how often; beyond that only whole notes are compared."""

_LABEL_BY_SIGNAL = {"correction": "Berichtigung", "update": "Aktualisierung", "repeat": "Wiederholung"}
_PLAIN_GENRE = "Meldung"
_NO_LETTER = re.compile(r"[\W_]+")
"""What does not count when notes are compared: fields and note pad quote in different marks."""


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
