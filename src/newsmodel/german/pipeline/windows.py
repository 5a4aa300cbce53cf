"""Sentences too long for the network, cut at their punctuation and joined again: nothing is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsmodel.german.pipeline.network import Labelled
from newsmodel.german.pipeline.pieces import Pieces

MOST_PIECES = 240
_CUTS = frozenset(",;:.!?–—-…")


@dataclass(frozen=True, slots=True)
class Window:
    """Words (token numbers, no white space) that the network sees at once; `last` marks the end of a sentence."""

    words: tuple[int, ...]
    last: bool


def windows(texts: list[str], starts: list[bool], pieces: Pieces) -> Iterator[Window]:
    """Yield the windows of a Doc in order: a sentence each, or several where a sentence has too many pieces."""
    words: list[int] = []
    sizes: list[int] = []
    total = 0
    for i, text in enumerate(texts):
        if starts[i] and words:
            yield Window(tuple(words), last=True)
            words, sizes, total = [], [], 0
        if text.isspace():
            continue
        size = len(pieces.of(text))
        if total + size > MOST_PIECES:
            cut = _cut(words, texts)
            yield Window(tuple(words[:cut]), last=False)
            words, sizes = words[cut:], sizes[cut:]
            total = sum(sizes)
        words.append(i)
        sizes.append(size)
        total += size
    if words:
        yield Window(tuple(words), last=True)


def _cut(words: list[int], texts: list[str]) -> int:
    """Return how many words the window keeps: up to its last punctuation mark in the second half, else all."""
    for count in range(len(words), len(words) // 2, -1):
        if texts[words[count - 1]] in _CUTS:
            return count
    return len(words)


def join(parts: Iterable[tuple[Window, Labelled]]) -> Iterator[tuple[tuple[int, ...], Labelled]]:
    """Yield the sentences of a Doc: windows of one sentence are joined under the root of the first."""
    words: list[int] = []
    heads: list[int] = []
    relations: list[int] = []
    labels: dict[str, list[int]] = {}
    root = 0
    for window, labelled in parts:
        shift = len(words)
        words += window.words
        heads += [h + shift if h else root for h in labelled.heads]
        relations += labelled.relations
        for name, values in labelled.labels.items():
            labels.setdefault(name, []).extend(values)
        root = root or labelled.heads.index(0) + 1
        if window.last:
            yield tuple(words), Labelled(heads, relations, labels)
            words, heads, relations, labels, root = [], [], [], {}, 0
