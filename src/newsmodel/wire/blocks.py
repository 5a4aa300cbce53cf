"""Blocks: what a message in a structured format consists of, before it is put together as one text."""

from __future__ import annotations

import re

import attrs

from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.lines import BLANKS

__all__ = ["Block", "one_line", "same_words", "squeeze"]

_MARKUP_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LINE_BREAK = re.compile(r"\s*[\r\n]+\s*")


@attrs.frozen(slots=True)
class Block:
    """A paragraph, heading, list item, table or note, with its words as they will stand in the text.

    Attributes:
        kind: what it is.
        text: its words; nothing blank at the edges, and not empty.
        public: False for what is meant for editors only.
        opening: how many code points at its start are the dateline, where the markup says so.
    """

    kind: ZoneKind
    text: str
    public: bool = True
    opening: int = 0


def squeeze(words: str) -> str:
    r"""Return words as markup shows them: every run of its white space as one blank, none at the edges.

    A no-break space is no white space of markup: it stays.

    >>> squeeze("\n  Der Rat\n  tagt. ")
    'Der Rat tagt.'
    """
    return _MARKUP_BLANKS.sub(" ", words).strip(BLANKS)


def one_line(words: str | None) -> str | None:
    r"""Return the words of a field: its line breaks as single blanks, everything else as it came; None if blank.

    >>> one_line(" Rat tagt\n  wieder\n"), one_line("  ")
    ('Rat tagt wieder', None)
    """
    return _LINE_BREAK.sub(" ", words).strip(BLANKS) or None if words is not None else None


def same_words(one: str | None, other: str | None) -> bool:
    """Return whether two stretches are the same but for white space.

    >>> same_words("Rat  tagt", "Rat tagt"), same_words(None, None)
    (True, False)
    """
    return one is not None and other is not None and one.split() == other.split()
