"""Figures: precision, recall and F1 with the interval that resampling the dispatches gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsmodel.evaluation.counting import Tally

_LEVEL = 95.0


@attrs.frozen(kw_only=True)
class Figure:
    """How well one thing is found, as fractions from 0 to 1.

    Attributes:
        name: the figure.
        precision: right of the predicted items.
        recall: right of the gold items.
        f1: their harmonic mean.
        low: lower end of the 95 % interval of F1 over resampled dispatches.
        high: its upper end.
        right: the right items.
        gold: the gold items.
        predicted: the predicted items.

    Examples:
        >>> Figure(name="actors", precision=0.5, recall=1.0, f1=2 / 3, low=0.5, high=0.8, right=1, gold=1, predicted=2).recall
        1.0
    """

    name: str
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    right: float
    gold: float
    predicted: float

    def __str__(self) -> str:
        """Return one line in percent."""
        numbers = (self.precision, self.recall, self.f1, self.low, self.high)
        shown = " ".join(f"{100 * n:6.1f}" for n in numbers)
        return f"{self.name:24} {shown} {self.gold:6.0f} {self.predicted:6.0f}"


@attrs.frozen(kw_only=True)
class Evaluation:
    """The figures of some dispatches, in a fixed order.

    Attributes:
        figures: the figures; none for what neither gold nor prediction has.
        dispatches: how many dispatches were counted.

    Examples:
        >>> from newsmodel import Actor, ActorKind, Article, Mention, MentionType, Span, evaluate
        >>> name = Mention(span=Span(start=0, end=4), type=MentionType.NAME)
        >>> gold = Article(text="Kiel ruht.", actors=(Actor(name="Kiel", kind=ActorKind.COUNTRY, mentions=(name,)),))
        >>> evaluation = evaluate([gold], [Article(text="Kiel ruht.")])
        >>> evaluation["mentions"].recall, evaluation["mentions"].gold
        (0.0, 1.0)
    """

    figures: tuple[Figure, ...]
    dispatches: int

    def __getitem__(self, name: str) -> Figure:
        """Return the figure of a name.

        Raises:
            KeyError: there is no such figure.
        """
        for figure in self.figures:
            if figure.name == name:
                return figure
        raise KeyError(name)

    def to_dict(self) -> dict[str, dict[str, float]]:
        """Return the figures as numbers, by name."""
        return {
            figure.name: {key: value for key, value in attrs.asdict(figure).items() if key != "name"}
            for figure in self.figures
        }

    def __str__(self) -> str:
        """Return a table in percent."""
        head = f"{self.dispatches} dispatches\n{'':24}      P      R     F1    low   high   gold   pred"
        return "\n".join([head, *map(str, self.figures)])


def figures_of(tallies: Sequence[Mapping[str, Tally]], samples: int, seed: int) -> tuple[Figure, ...]:
    """Return the figures of dispatches that were counted one by one.

    Args:
        tallies: what was counted, one mapping a dispatch.
        samples: how often the dispatches are drawn anew, with replacement.
        seed: of the draw.
    """
    import numpy as np

    names = list(dict.fromkeys(name for counted in tallies for name in counted))
    draws = np.random.default_rng(seed).integers(0, len(tallies), (samples, len(tallies))) if tallies else None
    found = []
    for name in names:
        table = np.array(
            [[t.right, t.gold, t.found] if (t := counted.get(name)) is not None else [0.0] * 3 for counted in tallies]
        )
        right, gold, predicted = (float(n) for n in table.sum(axis=0))
        if not gold and not predicted:
            continue
        f1 = _f1(right, gold, predicted)
        low = high = f1
        if draws is not None and samples:
            drawn = table[draws].sum(axis=1)
            scores = [_f1(*row) for row in drawn.tolist()]
            low, high = (float(n) for n in np.percentile(scores, [(100 - _LEVEL) / 2, (100 + _LEVEL) / 2]))
        found.append(
            Figure(
                name=name,
                precision=right / predicted if predicted else 0.0,
                recall=right / gold if gold else 0.0,
                f1=f1,
                low=low,
                high=high,
                right=right,
                gold=gold,
                predicted=predicted,
            )
        )
    return tuple(found)


def _f1(right: float, gold: float, predicted: float) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (gold + predicted) if gold + predicted else 0.0
