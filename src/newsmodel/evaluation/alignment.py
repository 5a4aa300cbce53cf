"""Which predicted item is which gold item: the one-to-one alignment of greatest similarity."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newsmodel.extras import load_extra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from newsmodel.evaluation.layers import Range

Gold = TypeVar("Gold")
Found = TypeVar("Found")
T = TypeVar("T")
Pairs = list[tuple[int, int]]


def align(gold: Sequence[Gold], found: Sequence[Found], likeness: Callable[[Gold, Found], float]) -> Pairs:
    """Return the alignment whose likeness, summed up, is greatest (the Hungarian method of scipy).

    Args:
        gold: the gold items.
        found: the predicted items.
        likeness: 0 for items that must not be paired.

    Returns:
        Pairs of indices, gold first, in the order of gold; none of likeness 0.

    Raises:
        MissingExtraError: scipy is not installed.
    """
    if not gold or not found:
        return []
    load_extra("scipy", "evaluation")
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    table = np.array([[float(likeness(a, b)) for b in found] for a in gold])
    rows, columns = linear_sum_assignment(-table)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if table[i, j] > 0]


def characters(where: Iterable[Range]) -> set[int]:
    """Return the offsets that ranges cover."""
    return {n for start, end in where for n in range(start, end)}


def overlap(one: Iterable[Range], other: Iterable[Range]) -> float:
    """Return how alike two sets of ranges are: F1 over characters, 0 to 1; 0 where one is empty.

    >>> overlap([(0, 4)], [(2, 6)])
    0.5
    """
    return f1(characters(one), characters(other))


def f1(one: AbstractSet[T], other: AbstractSet[T]) -> float:
    """Return twice what two sets share over what they have; 0 where one is empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def same_place(one: Range, other: Range) -> bool:
    """Tell whether two ranges overlap by more than half of both.

    >>> same_place((0, 10), (2, 10)), same_place((0, 10), (6, 10))
    (True, False)
    """
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared > one[1] - one[0] and 2 * shared > other[1] - other[0]
