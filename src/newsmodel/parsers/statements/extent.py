"""The edges of content and frames: white space, marks and joints."""

from __future__ import annotations

from newsmodel.parsers.statements.scene import Scene


def trimmed(scene: Scene, tokens: set[int]) -> set[int]:
    """Drop white space and joints at the edges of every run of content: commas, colons, the final full stop."""
    doc = scene.doc
    kept = set(tokens)
    for ordered, step in ((sorted(kept), 1), (sorted(kept, reverse=True), -1)):
        for i in ordered:
            if i not in kept:
                continue
            neighbour = i - step
            if neighbour in kept:
                continue
            token = doc[i]
            if token.is_space or token.text in (",", ":", ";", ".", "–", "-", "—"):
                kept.discard(i)
    return kept


def skip_space(scene: Scene, i: int, step: int) -> int:
    """Return the index of the first token from `i` on, in steps of 1 or -1, that is no white space."""
    while 0 <= i < len(scene.doc) and scene.doc[i].is_space:
        i += step
    return i
