"""The best sequence of entity tags that the BIO scheme allows: what goes on must have begun."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


class EntityTags:
    """Chooses the tags of a sentence together (Viterbi): `I-PER` only behind `B-PER` or `I-PER`.

    Args:
        tags: the tags in the order of the scores: `O`, `B-…`, `I-…`.

    Examples:
        >>> tags = EntityTags(["O", "B-PER", "I-PER", "I-ORG"])
        >>> scores = np.array([[0.0, 2.0, 1.0, 0.0], [0.0, 0.0, 1.0, 2.0]])
        >>> tags.best(scores), tags.best(scores - [0.0, 2.0, 2.0, 2.0])
        ([1, 2], [0, 0])
    """

    def __init__(self, tags: Sequence[str]) -> None:
        inside = [tag.startswith("I-") for tag in tags]
        self._opens = ~np.array(inside)
        self._follows = np.array(
            [[not within or before[2:] == tag[2:] for tag, within in zip(tags, inside, strict=True)] for before in tags]
        )
        self._cost = np.where(self._follows, 0.0, -np.inf)

    def best(self, scores: NDArray[np.floating]) -> list[int]:
        """Return the number of the tag of each word.

        Args:
            scores: of at least one word, `[words, tags]`; the larger the better, and only differences within a word count.
        """
        chosen = scores.argmax(1)
        # Each word's best tag, where these make a sequence that is allowed, is the best sequence.
        if self._opens[chosen[0]] and self._follows[chosen[:-1], chosen[1:]].all():
            return list(chosen.tolist())
        total = np.where(self._opens, scores[0], -np.inf)
        came_from = []
        for word in scores[1:]:
            paths = total[:, None] + self._cost
            came_from.append(paths.argmax(0))
            total = paths.max(0) + word
        tags = [int(total.argmax())]
        for before in reversed(came_from):
            tags.append(int(before[tags[-1]]))
        return tags[::-1]
