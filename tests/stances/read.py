"""Stances of a text in plain form, for tests."""

from __future__ import annotations

import newsmodel
from newsmodel.model import Actor, Article, Issue, Stance


def article(text: str) -> Article:
    """Return the article of a text published in March 2025."""
    return newsmodel.parse(text, published="2025-03-04")


def plain(found: Article, stance: Stance) -> tuple[str, str, str]:
    """Return holders, polarity and target of a stance as words."""
    target = stance.target
    if isinstance(target, Actor):
        name = target.name
    elif isinstance(target, Issue):
        name = target.label
    else:
        name = f"<{found[target.anchors[0]]}>"
    return " + ".join(actor.name for actor in stance.holders), stance.polarity.value, name


def stances(text: str) -> list[tuple[str, str, str]]:
    """Return holders, polarity and target of all stances of a text."""
    found = article(text)
    return [plain(found, stance) for stance in found.stances]
