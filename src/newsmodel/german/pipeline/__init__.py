"""The bundled German pipeline: Universal Dependencies, lemmas and entities, by a small encoder run by onnxruntime.

It lives in the package (`weights/`, whose CARD.md names its licence, CC BY-SA 4.0, and its training data) and is
loaded without any download.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["NAME", "VERSION", "load", "make"]

NAME = "newsmodel_de"
VERSION = "1"


@cache
def load() -> Language:
    """Return the pipeline, loaded once a process; change nothing in it.

    Returns:
        A spaCy `Language` for German with the components `newsmodel_sentences` and `newsmodel_annotator`. Its Docs
        carry UD parts of speech, STTS tags, features, lemmas, heads, relations, and the entities PER, LOC, ORG,
        MISC and DERIV (a word derived from a place).

    >>> doc = load()("Ministerin Anna Berg traf am Montag in Kiel ihren Amtskollegen.")
    >>> [(t.text, t.pos_) for t in doc[1:4]]
    [('Anna', 'PROPN'), ('Berg', 'PROPN'), ('traf', 'VERB')]
    """
    return make()


def make() -> Language:
    """Return a pipeline of your own, to which you may add components; making one takes a second.

    It is that of `load`. `to_disk` saves it, and `spacy.load` finds its parts again through their entry points.

    >>> make().pipe_names
    ['newsmodel_sentences', 'newsmodel_annotator']
    """
    import spacy

    # Imported to register the parts, so that this works where the package's entry points are not installed.
    from newsmodel.german.pipeline import annotator, sentences, tokenizer  # noqa: F401

    nlp = spacy.blank("de", config={"nlp": {"tokenizer": {"@tokenizers": "newsmodel.NewsTokenizer.v1"}}})
    nlp.add_pipe("newsmodel_sentences")
    nlp.add_pipe("newsmodel_annotator")
    nlp.meta["name"] = NAME
    nlp.meta["version"] = VERSION
    return nlp
