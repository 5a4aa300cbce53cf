"""Score expressions of time against TIMEX3 gold as TempEval-3 does, with a bootstrap over documents."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any

MEASURES = ("strict", "relaxed", "type", "value")
Found = list[dict[str, Any]]
Counts = tuple[int, int, tuple[int, ...]]
"""How many gold expressions, how many found, how many right by each measure."""


def count(gold: Found, found: Found) -> Counts:
    """Compare the expressions of one document.

    Expressions are paired one to one, equal spans first, then in order what overlaps. Strict counts equal spans,
    relaxed all pairs, type and value the pairs whose type or value is that of the gold.

    Args:
        gold: `{"start", "end", "type", "value"}` each, offsets in code points, half-open.
        found: the same of a system.

    Returns:
        The counts.
    """
    places = {(g["start"], g["end"]): g for g in gold}
    equal = [(places.pop(place), f) for f in found if (place := (f["start"], f["end"])) in places]
    taken = {(f["start"], f["end"]) for _, f in equal}
    rest = sorted(places.values(), key=lambda g: (g["end"], g["start"]))
    others = sorted((f for f in found if (f["start"], f["end"]) not in taken), key=lambda f: (f["end"], f["start"]))
    pairs, j = list(equal), 0
    for g in rest:
        while j < len(others) and others[j]["end"] <= g["start"]:
            j += 1
        if j < len(others) and others[j]["start"] < g["end"]:
            pairs.append((g, others[j]))
            j += 1
    right = [sum(str(g[key] or "").strip() == str(f[key] or "").strip() for g, f in pairs) for key in ("type", "value")]
    return len(gold), len(found), (len(equal), len(pairs), *right)


def f1(counts: Iterable[Counts]) -> tuple[float, ...]:
    """Return the micro-averaged F1 of each measure in per cent."""
    gold = found = 0
    right = [0] * len(MEASURES)
    for g, f, r in counts:
        gold, found = gold + g, found + f
        right = [a + b for a, b in zip(right, r, strict=True)]
    return tuple(200 * r / (gold + found) if gold + found else 0.0 for r in right)


def interval(counts: Sequence[Counts], rounds: int = 2000, seed: int = 1) -> list[tuple[float, float]]:
    """Return the 95 % interval of each measure by a bootstrap over documents (the seed makes it repeatable)."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    drawn = sorted_columns(f1(chance.choices(counts, k=len(counts))) for _ in range(rounds))
    return [(column[int(0.025 * rounds)], column[int(0.975 * rounds)]) for column in drawn]


def sorted_columns(rows: Iterable[tuple[float, ...]]) -> list[list[float]]:
    """Return the columns of rows, each in order."""
    return [sorted(column) for column in zip(*rows, strict=True)]


def difference(
    one: Sequence[Counts], other: Sequence[Counts], rounds: int = 2000, seed: int = 1
) -> list[tuple[float, float]]:
    """Return the 95 % interval of the difference of two systems on the same documents, a paired bootstrap."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    places = range(len(one))
    rows = []
    for _ in range(rounds):
        chosen = chance.choices(places, k=len(one))
        a, b = f1(one[k] for k in chosen), f1(other[k] for k in chosen)
        rows.append(tuple(x - y for x, y in zip(a, b, strict=True)))
    return [(column[int(0.025 * rounds)], column[int(0.975 * rounds)]) for column in sorted_columns(rows)]
