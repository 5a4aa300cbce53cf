"""The bundled German pipeline: Universal Dependencies, lemmas and entities, by a small encoder run by onnxruntime.

It lives in the package (`weights/`, whose CARD.md names its licence, CC BY-SA 4.0, and its training data) and is
loaded without any download.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["NAME", "VERSION", "load"]

NAME = "newsmodel_de"
VERSION = "1"


@cache
def load() -> Language:
    """Return the pipeline, loaded once a process.

    Returns:
        A spaCy `Language` for German with the components `newsmodel_sentences` and `newsmodel_annotator`. Its Docs
        carry UD parts of speech, STTS tags, features, lemmas, heads, relations, and the entities PER, LOC, ORG,
        MISC and DERIV (a word derived from a place).

    >>> doc = load()("Ministerin Anna Berg traf am Montag in Kiel ihren Amtskollegen.")
    >>> [(t.text, t.pos_) for t in doc[1:4]]
    [('Anna', 'PROPN'), ('Berg', 'PROPN'), ('traf', 'VERB')]
    """
    import spacy

    from newsmodel.german.pipeline import annotator, sentences  # noqa: F401  (register the components)
    from newsmodel.german.pipeline.tokenizer import NewsTokenizer

    nlp = spacy.blank("de")
    nlp.tokenizer = NewsTokenizer(nlp.vocab)
    nlp.add_pipe("newsmodel_sentences")
    nlp.add_pipe("newsmodel_annotator")
    nlp.meta["name"] = NAME
    nlp.meta["version"] = VERSION
    return nlp
