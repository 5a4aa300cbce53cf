"""A spaCy `Doc` for a text that is already cut into zones: the words of each, its exact white space, its beginnings."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc


class _Words:
    """Collects words and white space until the Doc is made."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.spaces: list[bool] = []
        self.starts: list[int] = []

    def add_gap(self, gap: str) -> None:
        """Add white space: one blank belongs to the word before it, more is a token."""
        if gap[:1] == " " and self.words and not self.spaces[-1]:
            self.spaces[-1] = True
            gap = gap[1:]
        if gap:
            self.words.append(gap)
            self.spaces.append(False)

    def add(self, nlp: Language, part: str) -> None:
        """Add a zone, white space around its words included."""
        core = part.strip()
        if not core:
            self.add_gap(part)
            return
        lead = len(part) - len(part.lstrip())
        self.add_gap(part[:lead])
        self.starts.append(len(self.words))
        for token in nlp.tokenizer(core):
            self.words.append(token.text)
            self.spaces.append(bool(token.whitespace_))
        self.add_gap(part[lead + len(core) :])


def make_doc(nlp: Language, text: str, zones: Iterable[tuple[int, int]]) -> Doc:
    """Return an unannotated Doc whose text is `text`, every zone's first token marked as the start of a sentence.

    Args:
        nlp: the pipeline whose tokenizer cuts the words.
        text: the whole text; white space between words becomes tokens of its own, as spaCy has it.
        zones: disjoint zones in order, as (start, end) in code points; what lies between them is a zone as well.
    """
    collected = _Words()
    at = 0
    for start, end in zones:
        collected.add(nlp, text[at:start])
        collected.add(nlp, text[start:end])
        at = end
    collected.add(nlp, text[at:])
    starts: list[bool | int | None] = [None] * len(collected.words)
    for index in collected.starts:
        starts[index] = True
    return Doc(nlp.vocab, words=collected.words, spaces=collected.spaces, sent_starts=starts)
