"""Names that are known beforehand, looked for by their first word."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsmodel.parsers.actors.bodies import known_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.parsers.actors.gazetteer import Entry
    from newsmodel.parsers.tokens import Doc, Span


def by_first(names: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return the words of names by the first of them, the longest name first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        parts = tuple(name.split())
        if parts:
            found.setdefault(parts[0], []).append(parts)
    return {first: sorted(options, key=_longest) for first, options in found.items()}


def _longest(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(words), words


@cache
def _known_by_first() -> dict[str, list[tuple[str, ...]]]:
    return by_first(known_forms())


class KnownNames:
    """Names to look for, by their first word."""

    def __init__(self, own: dict[str, Entry]) -> None:
        self.own = own
        self._own_by_first = by_first(own)
        self._beginning = lru_cache(maxsize=1 << 14)(self._look_up)

    def _under(self, first: str) -> list[tuple[str, ...]]:
        known, own = _known_by_first().get(first, []), self._own_by_first.get(first)
        return sorted({*known, *own}, key=_longest) if own else known

    def _look_up(self, first: str) -> tuple[tuple[str, ...], ...]:
        """Return the names that a word may begin, of one word also in the genitive."""
        options = [*self._under(first)]
        for ending in ("s", "es"):
            if first.endswith(ending):
                options += [parts for parts in self._under(first[: -len(ending)]) if len(parts) == 1]
        return tuple(options)

    def at(self, sentence: Span, i: int) -> tuple[int, str] | None:
        """Return the number of tokens and the name of the longest name that begins at a token of a sentence."""
        doc, end = sentence.doc, sentence.end
        for parts in self._beginning(doc[i].text):
            size = fits(doc, i, end, parts)
            if size:
                return size, " ".join(parts)
        return None


@cache
def general_names() -> KnownNames:
    """Return the names that every dispatch is searched for: those of the tables of bodies."""
    return KnownNames({})


def fits(doc: Doc, i: int, end: int, words: tuple[str, ...]) -> int:
    """Return how many tokens from one on spell the words of a name (the last perhaps in the genitive), 0 where they do not."""
    at = i
    for k, word in enumerate(words):
        text = ""
        while at < end and len(text) < len(word):
            if text and doc[at - 1].whitespace_:
                return 0
            text += doc[at].text
            at += 1
        last = k == len(words) - 1
        if text != word and not (last and text in {word + "s", word + "es"}):
            return 0
    return at - i
