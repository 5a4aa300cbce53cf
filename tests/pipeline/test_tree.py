"""Arc scores always give a tree, and the best one where that can be told."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.german.pipeline.tree import decode_tree


def is_tree(heads: list[int]) -> bool:
    """Whether one word is the root and every word reaches it."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return True


@given(st.integers(1, 24), st.integers(0, 2**32 - 1))
def test_any_scores_give_a_tree(count: int, seed: int) -> None:
    """Random scores, mostly far from a tree, come out as one."""
    scores = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)
    assert is_tree(decode_tree(scores))


@given(st.integers(1, 24))
def test_ties_give_a_tree(count: int) -> None:
    """Scores that are all alike come out as a tree too."""
    assert is_tree(decode_tree(np.zeros((count, count + 1), dtype=np.float32)))


@given(st.integers(2, 4), st.integers(0, 2**32 - 1))
def test_the_tree_is_the_best_under_its_root(count: int, seed: int) -> None:
    """No other tree with the same root scores higher (all are tried)."""
    scores = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)
    heads = decode_tree(scores)
    root = heads.index(0)

    def total(candidate: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[i, h] for i, h in enumerate(candidate)))

    rivals = [
        c
        for c in itertools.product(range(count + 1), repeat=count)
        if c[root] == 0 and all(h != i + 1 for i, h in enumerate(c)) and is_tree(list(c))
    ]
    assert total(heads) >= max(map(total, rivals)) - 1e-4
