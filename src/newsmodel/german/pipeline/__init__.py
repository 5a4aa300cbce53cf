"""The bundled German pipeline: Universal Dependencies, lemmas and entities, by a small encoder run by onnxruntime.

It lives in the package (`weights/`, whose CARD.md names its licence, CC BY-SA 4.0, and its training data) and is
loaded without any download.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["NAME", "VERSION", "load", "make"]

NAME = "newsmodel_de"
VERSION = "1"
MOST_STRINGS = 40_000
"""Strings that the vocabulary of a pipeline may hold (some 20 MB) before a new one takes its place."""


class _Shared:
    """The pipeline of this process."""

    def __init__(self) -> None:
        self.nlp: Language | None = None
        self.lock = threading.Lock()

    def renew_lock(self) -> None:
        """Forget a lock that another thread of the parent process held when this process was forked."""
        self.lock = threading.Lock()


_shared = _Shared()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_shared.renew_lock)


def load() -> Language:
    """Return the pipeline of this process, loaded by the first call; change nothing in it.

    spaCy keeps every word that it has ever seen. So that memory stays flat however many texts a process reads, a
    pipeline whose vocabulary has grown too large is followed by one with a fresh vocabulary and the same networks; Docs
    of the old one stay valid. (spaCy's memory zones would free the words of Docs that other threads still read.)

    Returns:
        A spaCy `Language` for German with the components `newsmodel_sentences` and `newsmodel_annotator`. Its Docs
        carry UD parts of speech, STTS tags, features, lemmas, heads, relations, and the entities PER, LOC, ORG,
        MISC and DERIV (a word derived from a place).

    Raises:
        PipelineError: a file of the package is damaged.

    >>> doc = load()("Ministerin Anna Berg traf am Montag in Kiel ihren Amtskollegen.")
    >>> [(t.text, t.pos_) for t in doc[1:4]]
    [('Anna', 'PROPN'), ('Berg', 'PROPN'), ('traf', 'VERB')]
    """
    nlp = _shared.nlp
    if nlp is not None and len(nlp.vocab.strings) <= MOST_STRINGS:
        return nlp
    with _shared.lock:
        if _shared.nlp is nlp:
            _shared.nlp = make()
        assert _shared.nlp is not None  # noqa: S101 - another thread has just made it
        return _shared.nlp


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
