"""Arc scores to a tree: one root, every word reached from it, no cycle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def decode_tree(scores: Scores) -> list[int]:
    """Return the head of every word, 0 for the root of the sentence, words counted from 1.

    The best head of each word is taken where that gives a tree. Else the word that gains most by being the root
    becomes the only one, and the maximum spanning tree under it is found (Chu and Liu 1965, Edmonds 1967).

    Args:
        scores: `[words, words + 1]`, the score of each head (column 0: the root) for each word (row).

    >>> import numpy as np
    >>> decode_tree(np.array([[0.0, 0.0, 9.0], [0.0, 8.0, 0.0]], dtype=np.float32))
    [2, 0]
    """
    count = scores.shape[0]
    work = scores.copy()
    work[np.arange(count), np.arange(1, count + 1)] = -np.inf
    heads = work.argmax(1)
    if int((heads == 0).sum()) == 1 and _reaches_root(heads):
        return [int(h) for h in heads]
    return _single_rooted(work)


def _reaches_root(heads: NDArray[np.intp]) -> bool:
    """Whether following heads leads every word to 0."""
    state = [0] * (len(heads) + 1)  # 0 new, 1 on the way, 2 known to reach the root
    state[0] = 2
    for word in range(1, len(heads) + 1):
        path = []
        at = word
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at - 1])
        if state[at] == 1:
            return False
        for seen in path:
            state[seen] = 2
    return True


def _single_rooted(work: Scores) -> list[int]:
    count = work.shape[0]
    if count == 1:
        return [0]
    gain = work[:, 0] - work[:, 1:].max(1)
    root = int(gain.argmax())
    square = np.full((count + 1, count + 1), -np.inf, dtype=np.float64)
    square[1:, 1:] = work[:, 1:]
    square[root + 1, 0] = 0.0
    square[root + 1, 1:] = -np.inf
    heads = _spanning_tree(square)
    return [int(h) for h in heads[1:]]


def _find_cycle(heads: NDArray[np.intp]) -> list[int]:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        for seen in path:
            state[seen] = 2
    return []


def _spanning_tree(square: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the head of every node of the best tree from node 0; `square[word, head]`, impossible arcs -inf.

    Cycles are contracted one after the other (each contraction leaves fewer nodes), then opened in reverse.
    """
    levels: list[tuple[list[int], list[int], NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]] = []
    while True:
        heads: NDArray[np.intp] = square.argmax(1)
        heads[0] = 0
        cycle = _find_cycle(heads)
        if not cycle:
            break
        inside = set(cycle)
        others = [n for n in range(len(square)) if n not in inside]
        own = square[cycle, heads[cycle]]
        into = square[np.ix_(cycle, others)] - own[:, None]  # what breaking the cycle at each of its words gains
        out_of = square[np.ix_(others, cycle)]
        smaller = np.full((len(others) + 1, len(others) + 1), -np.inf)
        smaller[:-1, :-1] = square[np.ix_(others, others)]
        smaller[-1, :-1] = into.max(0)
        smaller[:-1, -1] = out_of.max(1)
        levels.append((cycle, others, heads, into.argmax(0), out_of.argmax(1)))
        square = smaller
    for cycle, others, before, entry, leaving in reversed(levels):
        opened = before.copy()
        contracted = len(others)
        for position, node in enumerate(others):
            if position == 0:
                continue
            head = int(heads[position])
            opened[node] = cycle[int(leaving[position])] if head == contracted else others[head]
        outside = int(heads[contracted])
        opened[cycle[int(entry[outside])]] = others[outside]
        heads = opened
    return heads
