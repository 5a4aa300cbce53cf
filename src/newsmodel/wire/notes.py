"""Notes: what an agency writes for editors and readers around the body of a dispatch."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsmodel.german.lexicon import table
from newsmodel.model import PartialDate
from newsmodel.wire.dates import find_day
from newsmodel.wire.lines import BLANKS
from newsmodel.wire.marks import BULLET, SECTION

__all__ = ["Note", "read_embargo", "read_note"]

_LONGEST_FIRST_WORDS = 5
_SHORT = 400
"""Code points: longer stretches with a label in front are body text."""

_CLOCK = re.compile(r"\b(\d{1,2})(?:[.:](\d\d))?\s?Uhr\b")


@attrs.frozen(slots=True, kw_only=True)
class Note:
    """What kind of note a unit is.

    Attributes:
        kind: `note`, `contact`, `embargo`, `pad` (a heading behind which only notes come) or `private` (a line that
            says that it is not for the public).
        public: False for what is meant for editors only.
        signal: the mark of an urgent or corrected message, if it is one.
    """

    kind: str
    public: bool
    signal: str | None = None


@cache
def _rows() -> dict[str, tuple[str, Note]]:
    return {
        row["words"]: (
            row["where"],
            Note(kind=row["kind"], public=row["public"] == "yes", signal=row["signal"] or None),
        )
        for row in table("wire_notes")
    }


def read_note(words: str, *, before_body: bool) -> Note | None:
    """Return what kind of note a unit is, None if it is none.

    Args:
        words: the unit.
        before_body: whether it stands before the dateline, where anything in brackets is a note.

    >>> read_note("(Achtung: Neue Fassung)", before_body=False).public
    False
    >>> read_note("## Kontakte", before_body=False).kind
    'contact'
    >>> read_note("Kontakte gab es viele.", before_body=False) is None
    True
    """
    bracket = words.startswith("(") and words.rstrip(" =").endswith(")")
    core = words.strip("()" + BLANKS) if bracket else words
    core, section = _strip_marks(core)
    found = _look_up(core)
    if found is not None:
        (where, note), rest = found
        alone = not rest.strip(BLANKS + ":")
        if bracket or section or where == "line" or (where == "section" and alone):
            return note
        if where in ("label", "section") and rest.startswith(":") and len(words) <= _SHORT:
            return note
        if note.kind == "embargo" and len(words) <= 120:
            return note
    if bracket and before_body:
        return Note(kind="note", public=False)
    return None


def read_embargo(words: str, near: PartialDate | None) -> PartialDate | None:
    """Return until when an embargo holds, as far as it says so in figures.

    Args:
        words: the note.
        near: the date of publication; it gives what the note leaves out.

    >>> print(read_embargo("Sperrfrist 18.00 Uhr", PartialDate(year=2024, month=5, day=3)))
    2024-05-03T18:00
    """
    if day := find_day(words):
        return day.dated(near)
    clock = _CLOCK.search(words)
    if clock is None or near is None or near.day is None or int(clock[1]) > 23 or int(clock[2] or 0) > 59:
        return None
    return PartialDate(year=near.year, month=near.month, day=near.day, hour=int(clock[1]), minute=int(clock[2] or 0))


def _strip_marks(core: str) -> tuple[str, bool]:
    """Return the words without `#` or a bullet, and whether they were a heading of the note pad."""
    if mark := SECTION.match(core):
        return core[mark.end() :], True
    if mark := BULLET.match(core):
        return core[mark.end() :], False
    return core, False


def _look_up(core: str) -> tuple[tuple[str, Note], str] | None:
    """Return the row for the longest first words that the table knows, and what follows them."""
    head = core[:80].casefold()
    ends = [match.start() for match in re.finditer(r"(?<=[\w./])(?![\w/])", head)][: _LONGEST_FIRST_WORDS * 2]
    for end in reversed(ends):
        row = _rows().get(" ".join(head[:end].split()))
        if row is not None:
            return row, core[end:].lstrip(BLANKS)
    return None
