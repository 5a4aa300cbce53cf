"""Entity tags are chosen together: against trying all sequences, and never one that the BIO scheme forbids."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.german.pipeline.entities import EntityTags

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
# Whole numbers, so that sums are exact; of equal sequences any may be chosen.
SENTENCES = st.lists(st.lists(st.integers(-9, 9), min_size=len(TAGS), max_size=len(TAGS)), min_size=1, max_size=5)


def allowed(tags: list[int]) -> bool:
    names = ["O", *(TAGS[tag] for tag in tags)]
    return all(not tag.startswith("I-") or before[2:] == tag[2:] for before, tag in pairwise(names))


@given(SENTENCES)
def test_no_allowed_sequence_is_better(scores: list[list[int]]) -> None:
    def worth(tags: list[int]) -> int:
        return sum(word[tag] for word, tag in zip(scores, tags, strict=True))

    found = EntityTags(TAGS).best(np.array(scores, dtype=np.float32))
    assert allowed(found)
    every = (list(tags) for tags in product(range(len(TAGS)), repeat=len(scores)))
    assert worth(found) == max(worth(tags) for tags in every if allowed(tags))


@given(SENTENCES, st.integers(-50, 50))
def test_a_word_scored_higher_throughout_changes_nothing(scores: list[list[int]], more: int) -> None:
    plain = np.array(scores, dtype=np.float32)
    raised = plain.copy()
    raised[0] += more
    assert EntityTags(TAGS).best(plain) == EntityTags(TAGS).best(raised)
