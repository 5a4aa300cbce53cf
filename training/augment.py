"""Write a training sentence as a wire might: other quotation marks, `ae` for `ä`, capitals throughout."""

from __future__ import annotations

import random

from training.corpus import Sentence, with_forms
from training.vocabulary import UMLAUTS

OPENING = frozenset("„“”«»\"‚'‘‹›") | {"``", "''", ",,"}
STYLES = (
    ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ('"', '"'), ("“", "”"), ("‚", "‘"), ("'", "'"), ("``", "''"),
)  # fmt: skip
REQUOTED, TRANSLITERATED, CAPITALS = 0.6, 0.04, 0.03


def requoted(forms: tuple[str, ...], opening: str, closing: str) -> tuple[str, ...]:
    """Return the words with other quotation marks, which open and close in turn."""
    changed, opened = [], False
    for form in forms:
        if form in OPENING:
            opened = not opened
            form = opening if opened else closing
        changed.append(form)
    return tuple(changed)


def augment(sentence: Sentence, chance: random.Random) -> Sentence:
    """Return the sentence in another spelling, or as it is; the annotation stays."""
    forms = sentence.forms
    if chance.random() < REQUOTED and any(form in OPENING for form in forms):
        forms = requoted(forms, *chance.choice(STYLES))
    dice = chance.random()
    if dice < TRANSLITERATED:
        forms = tuple(form.translate(UMLAUTS) for form in forms)
    elif dice < TRANSLITERATED + CAPITALS:
        forms = tuple(form.upper() for form in forms)
    return sentence if forms is sentence.forms else with_forms(sentence, forms)
