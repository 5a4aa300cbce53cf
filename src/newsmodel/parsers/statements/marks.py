"""Quotation marks of every style, paired: „“ ”“ »« «» "" ‚‘ ›‹ '', nested, unclosed, over paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Doc, Token

# which marks may close which; the wire mixes German, English and typewriter marks within one pair
_CLOSING = {
    "„": '“”"', "“": '”"“', "”": '”"', "«": "»", "»": "«", '"': '"“”', "‚": "‘’'", "‘": "’'", "'": "'’",
    "›": "‹", "‹": "›", "``": "''", "''": "''",
}  # fmt: skip
_ONLY_OPEN = frozenset({"„", "‚", "``"})
_SINGLE = frozenset("'‘’")
MARKS = frozenset(_CLOSING) | frozenset("’")


@attrs.frozen(slots=True)
class Quoted:
    """A stretch between quotation marks.

    Attributes:
        first: index of the first token inside.
        last: index of the last token inside.
        opening: index of the opening mark.
        closing: index of the closing mark, None where the text never closes it.
        depth: 0 for the outermost.
    """

    first: int
    last: int
    opening: int
    closing: int | None
    depth: int

    def inside(self, index: int) -> bool:
        """Tell whether a token index lies within the marks."""
        return self.first <= index <= self.last

    @property
    def end(self) -> int:
        """Index of the last token that belongs to the stretch, the closing mark included."""
        return self.last if self.closing is None else self.closing


def find_quoted(reading: Reading) -> tuple[Quoted, ...]:
    """Return the quoted stretches of a dispatch, in the order of their opening marks.

    A mark that is never closed holds to the end of its paragraph where it opens it or follows a colon (the next
    paragraph may go on with a mark of its own), otherwise to the end of its sentence.
    """
    found: list[Quoted] = []
    for sentences in _paragraphs(reading):
        found.extend(_pair(reading.doc, sentences))
    found.sort(key=lambda q: q.opening)
    return tuple(found)


def _paragraphs(reading: Reading) -> Iterable[list[tuple[int, int]]]:
    """The sentences as token ranges, grouped by paragraph."""
    group: list[tuple[int, int]] = []
    number = None
    for sentence in reading.sentences:
        here = reading.paragraph_of(sentence[0])
        if here != number and group:
            yield group
            group = []
        number = here
        group.append((sentence.start, sentence.end))
    if group:
        yield group


def _pair(doc: Doc, sentences: Sequence[tuple[int, int]]) -> Iterable[Quoted]:
    stack: list[tuple[str, int]] = []
    start, end = sentences[0][0], sentences[-1][1]
    for i in range(start, end):
        token = doc[i]
        mark = token.text
        if mark not in MARKS:
            if stack and len(mark) > 2 and _closed_within(mark, stack[-1][0]):
                # `«Bild»-Zeitung`: a name, no quotation
                stack.pop()
            continue
        if _is_apostrophe(doc, i, stack):
            continue
        at = _closes(mark, stack, token, doc)
        if at is None:
            if mark in _CLOSING and len(stack) < 6:
                stack.append((mark, i))
            continue
        # inner marks that were never closed end with the outer one
        for depth in range(len(stack) - 1, at, -1):
            if stack[depth][1] + 1 <= i - 1:
                yield Quoted(stack[depth][1] + 1, i - 1, stack[depth][1], None, depth)
        opening = stack[at][1]
        del stack[at:]
        if opening + 1 <= i - 1:
            yield Quoted(opening + 1, i - 1, opening, i, at)
    for depth, (mark, opening) in enumerate(stack):
        to_end = depth == 0 and (opening == start or (mark in _ONLY_OPEN and doc[opening - 1].text == ":"))
        last = end - 1 if to_end else _sentence_end(sentences, opening)
        if opening + 1 <= last:
            yield Quoted(opening + 1, last, opening, None, depth)
        if not to_end:
            break


def _sentence_end(sentences: Sequence[tuple[int, int]], index: int) -> int:
    low, high = 0, len(sentences) - 1
    while low < high:
        middle = (low + high) // 2
        if sentences[middle][1] <= index:
            low = middle + 1
        else:
            high = middle
    return sentences[low][1] - 1


def _is_apostrophe(doc: Doc, i: int, stack: list[tuple[str, int]]) -> bool:
    """Tell whether a single mark belongs to a word (`geht's`, `Hans' Haus`)."""
    if doc[i].text not in _SINGLE:
        return False
    glued_left = i > 0 and not doc[i - 1].whitespace_ and doc[i - 1].is_alpha
    open_single = any(mark in "‚‘'" for mark, _ in stack)
    return glued_left and not open_single


def _closed_within(word: str, opening: str) -> bool:
    """Tell whether a word holds the mark that closes a stretch (`Nazi“-Methoden`)."""
    return opening not in _SINGLE and any(mark in word[1:-1] for mark in _CLOSING[opening] if len(mark) == 1)


def _closes(mark: str, stack: list[tuple[str, int]], token: Token, doc: Doc) -> int | None:
    """Return the place on the stack that a mark closes, None if it opens."""
    if not stack or mark in _ONLY_OPEN:
        return None
    opens = _looks_opening(token, doc)
    for at in range(len(stack) - 1, max(-1, len(stack) - 3), -1):
        partner = stack[at][0]
        if mark in _CLOSING[partner]:
            same_or_straight = mark in ('"', "'", "“", "‘")
            if same_or_straight and opens and not (mark == '"' and partner == '"' and at == len(stack) - 1):
                continue
            return at
    return None


def _looks_opening(token: Token, doc: Doc) -> bool:
    """Tell whether a mark stands free on its left and glued to a word on its right."""
    if token.i + 1 >= len(doc) or token.whitespace_:
        return False
    follows = doc[token.i + 1].text[:1]
    before = doc[token.i - 1] if token.i else None
    free = before is None or bool(before.whitespace_) or before.is_space or before.text in "([:„»«–-"
    return free and follows.isalnum()
