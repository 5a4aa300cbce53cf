"""A hand-coded dispatch: what it says, and which layers were annotated at all."""

from __future__ import annotations

import attrs

from newsmodel.model import Article

LAYERS = ("actors", "meetings", "statements", "stances", "times")
"""The layers that an annotation may have."""


@attrs.frozen(kw_only=True)
class Annotated:
    """A dispatch with its annotation.

    Attributes:
        article: the text and what an annotator found in it.
        layers: the layers that were annotated; an empty layer that was annotated counts, one that was not does not.
        name: how messages call it.

    Examples:
        >>> Annotated(article=Article(text="Der Rat tagt."), layers=frozenset({"meetings"})).name
        ''
    """

    article: Article
    layers: frozenset[str] = frozenset(LAYERS)
    name: str = ""
