"""Lines that are no sentences: headings, bylines, keywords, the header of IPTC 7901, rows of tables."""

from __future__ import annotations

import re

from newsmodel.model import Concept
from newsmodel.wire.agency import read_agency
from newsmodel.wire.lines import BLANKS

__all__ = ["heading_end", "is_byline", "is_row", "read_keywords", "read_urgency"]

_LONGEST = 120
"""Code points; dpa allows 64 to 80 for a headline."""

_LONGEST_QUESTION = 80
_QUOTE_ENDS = "«»\"“”‘’'"
_NAME = re.compile(r"[^\W\d_a-zäöüß][\w.'’-]*")
_BETWEEN = frozenset({"und", "von", "de", "der", "den", "van", "zu", "al", "el", "da", "di", "aus", "in"})
_HEADER = re.compile(r"[a-zA-Z]{3}\d{4}\s+(?P<urgency>[1-9])\s+[a-z]{2,3}\s+\d{1,5}\s+\S{2,12}\s+\d{4}")
_KEYWORDS = re.compile(r"[^\s/][^/\n]{0,60}(?:/[^/\n]{1,60}){0,20}/")
_SCORE = re.compile(r"\d{1,3}\s?:\s?\d{1,3}(?:\s|,|$|\()")
_COLUMNS = re.compile(r"\t|(?<=\S) {3,}(?=\S)")


def heading_end(words: str) -> int | None:
    """Return how long a heading is, without dpa's closing ` =`; None if the words are a sentence or too long.

    >>> heading_end("Hafen bleibt gesperrt ="), heading_end("Der Hafen bleibt gesperrt.")
    (21, None)
    """
    core = words.rstrip(BLANKS + "=") if words.endswith((" =", "\t=")) else words
    if not core or len(core) > _LONGEST or core[0].islower():
        return None
    last = core.rstrip(_QUOTE_ENDS + ")")
    if not last or last[-1] in ".,;:-–":
        return None
    if last[-1] in "!?" and (last != core or len(core) > _LONGEST_QUESTION):
        return None
    if not any(c.isalpha() for c in core):
        return None
    return len(core)


def is_byline(words: str) -> bool:
    """Return whether a line names the authors: `Von Anna Berg und Jo Tal, dpa`.

    >>> is_byline("Von Anna Berg und Jo Tal, dpa"), is_byline("Von Kiel nach Rom")
    (True, False)
    """
    core = words.strip(BLANKS + "-–—*")
    if len(core) > _LONGEST or not core.startswith(("Von ", "VON ", "Text: ", "Interview: ")):
        return False
    names = core.split(" ", 1)[1].split(", ")
    if len(names) > 1 and read_agency(names[-1].strip("()")) is not None:
        names.pop()
    tokens = " ".join(names).removesuffix(" (dpa)").split()
    capital = [token for token in tokens if _NAME.fullmatch(token)]
    return len(capital) >= 2 and all(token in capital or token in _BETWEEN for token in tokens)


def read_keywords(words: str) -> tuple[Concept, ...]:
    """Return the keywords of a line of dpa's: `Verkehr/Bahn/Hessen/`; none if it is no such line.

    >>> [concept.name for concept in read_keywords("Verkehr/Bahn/Hessen/")]
    ['Verkehr', 'Bahn', 'Hessen']
    """
    if not words.endswith("/") or not _KEYWORDS.fullmatch(words):
        return ()
    return tuple(Concept(name=word.strip()) for word in words.split("/") if word.strip())


def read_urgency(words: str) -> int | None:
    """Return the urgency, 1 to 9, that the header of an IPTC 7901 message gives; None if it is no header.

    >>> read_urgency("abc0000 3 vm 831  dpa 0000")
    3
    """
    match = _HEADER.fullmatch(words)
    return int(match["urgency"]) if match else None


def is_row(words: str) -> bool:
    """Return whether a line is a row of a table or a result: columns, scores, or mostly figures.

    >>> is_row("Nordstadt - Süddorf 3:1 (1:0)"), is_row("Das Spiel endete 3:1.")
    (True, False)
    """
    if len(words) > 200 or (words.endswith((".", "!", "?", ":")) and len(words) > 40):
        return False
    if _COLUMNS.search(words):
        return True
    if words.endswith("."):
        return False
    figures = sum(c.isdigit() for c in words)
    letters = sum(c.isalpha() for c in words)
    return figures > letters or (_SCORE.search(words) is not None and len(words) < 100)
