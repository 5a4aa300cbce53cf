"""Where sentences begin and end, of the body only, or near a token only: a sentence may be long."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Token


class Sentences:
    """First and last token of the sentence of every token of a dispatch; 0 for tokens outside the body."""

    def __init__(self, reading: Reading) -> None:
        size = len(reading.doc)
        self._start = array("l", [0]) * size
        self._end = array("l", [0]) * size
        for sentence in reading.sentences:
            for i in range(sentence.start, sentence.end):
                self._start[i] = sentence.start
                self._end[i] = sentence.end

    def start(self, i: int) -> int:
        """Return the first token of the sentence of a token."""
        return self._start[i]

    def end(self, i: int) -> int:
        """Return the end, exclusive, of the sentence of a token."""
        return self._end[i]


def opens(token: Token) -> bool:
    """Whether a token begins its sentence."""
    return token.i == 0 or token.is_sent_start is True


def near_end(token: Token, size: int) -> int:
    """Return where the sentence ends, or the place so many tokens on, if that comes first; exclusive."""
    doc = token.doc
    i = token.i + 1
    while i < len(doc) and i - token.i < size and doc[i].is_sent_start is not True:
        i += 1
    return i


def near_start(token: Token, size: int) -> int:
    """Return where the sentence begins, or the place so many tokens back, if that comes first."""
    doc = token.doc
    i = token.i
    while i > 0 and token.i - i < size and doc[i].is_sent_start is not True:
        i -= 1
    return i
