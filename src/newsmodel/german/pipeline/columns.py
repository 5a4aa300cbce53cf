"""Columns of a spaCy `Doc`, read at once: asking its tokens one by one takes many times as long."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc


def flags(doc: Doc, attribute: int) -> list[bool]:
    """Return of each token whether an attribute of spaCy is set to yes (1); neither no nor unknown is.

    >>> import spacy
    >>> from spacy.attrs import SPACY
    >>> flags(spacy.blank("de")("Der Rat tagt."), SPACY)
    [True, True, False, False]
    """
    return [value == 1 for value in doc.to_array([attribute]).astype(np.int64).tolist()]
