"""`evaluate`: predictions beside gold, dispatch by dispatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.errors import GoldError
from newsmodel.evaluation.annotated import Annotated
from newsmodel.evaluation.counting import Count
from newsmodel.evaluation.figures import Evaluation, figures_of
from newsmodel.evaluation.layers import layers_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsmodel.evaluation.counting import Tally
    from newsmodel.model import Article


def evaluate(
    gold: Iterable[Article | Annotated], predicted: Iterable[Article], *, samples: int = 1000, seed: int = 0
) -> Evaluation:
    """Measure how well predictions agree with hand-coded dispatches.

    Gold and prediction are taken in pairs, in order, and must be of the same text. The figures are explained in
    `newsmodel.evaluation`.

    Args:
        gold: hand-coded dispatches (`newsmodel.evaluation.read_annotated` reads them); an article counts as annotated
            in all its layers.
        predicted: what `newsmodel.parse`, or another reader, made of the same texts.
        samples: how often the dispatches are drawn anew for the intervals; 0 for none.
        seed: of these draws.

    Returns:
        The figures, with 95 % intervals over resampled dispatches.

    Raises:
        GoldError: there are more of the one than of the other, or two texts differ.
        MissingExtraError: scipy is not installed (`pip install 'newsmodel[evaluation]'`).
        ValueError: the number of samples is negative.

    Examples:
        >>> from newsmodel import Actor, ActorKind, Article, Mention, MentionType, Span, evaluate
        >>> name = Mention(span=Span(start=4, end=7), type=MentionType.NOMINAL)
        >>> gold = Article(text="Der Rat tagt.", actors=(
        ...     Actor(name="Rat", kind=ActorKind.ORGANIZATION, mentions=(name,)),))
        >>> evaluate([gold], [gold])["actors"].f1
        1.0
    """
    if samples < 0:
        raise ValueError(f"samples must be 0 or more, not {samples}")
    hand, machine = list(gold), list(predicted)
    if len(hand) != len(machine):
        raise GoldError(f"{len(hand)} gold dispatches, but {len(machine)} predictions")
    counted = [_count(one, other, n) for n, (one, other) in enumerate(zip(hand, machine, strict=True))]
    return Evaluation(figures=figures_of(counted, samples, seed), dispatches=len(counted))


def _count(gold: Article | Annotated, predicted: Article, n: int) -> Mapping[str, Tally]:
    annotated = gold if isinstance(gold, Annotated) else Annotated(article=gold)
    if annotated.article.text != predicted.text:
        raise GoldError("the prediction is of another text", file=annotated.name or f"dispatch {n}")
    return Count(layers_of(annotated.article), layers_of(predicted), annotated.layers).tallies
