"""Law 6: stances rendered from the lexicon are found again.

The parser errs on some bare sentences, so each law holds for a share of the lexicon, and the share is a floor.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.stances import render
from tests.stances.read import article

from newsmodel.model import Issue

_SEED = 20250304


def _missed(rendered: Iterator[render.Rendered]) -> tuple[list[str], int]:
    sentences = list(rendered)
    found = article("\n\n".join(r.text for r in sentences))
    at, missed = 0, []
    for sentence in sentences:
        start = found.text.index(sentence.text, at)
        at = start + len(sentence.text)
        here = [s for s in found.stances for e in s.evidence if start <= e.start < at]
        if sentence.polarity is None:
            good = not [s for s in here if s.rule.endswith(sentence.label.partition(":")[0])]
        else:
            good = any(
                stance.polarity is sentence.polarity
                and any(actor.name == sentence.holder for actor in stance.holders)
                and isinstance(stance.target, Issue)
                and sentence.target in stance.target.label
                for stance in here
            )
        if not good:
            missed.append(f"{sentence.text} [{sentence.label}] {here}")
    return missed, len(sentences)


@pytest.mark.parametrize(
    ("rendered", "floor"),
    [
        (render.verbs(_SEED, denied=False), 0.95),
        (render.verbs(_SEED, denied=True), 0.95),
        (render.nouns(_SEED), 0.95),
        (render.judgements(_SEED), 0.93),
        (render.adjectives(_SEED), 0.9),
    ],
    ids=["verbs", "verbs denied", "nouns", "judgements", "adjectives"],
)
def test_found_again(rendered: Iterator[render.Rendered], floor: float) -> None:
    missed, total = _missed(rendered)
    assert total > 20
    assert 1 - len(missed) / total >= floor, f"{len(missed)} of {total}: " + "\n".join(missed[:40])
