"""Words as pieces: the encoder's own vocabulary, cut to what German news and names in Latin script need."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tokenizers import Tokenizer

START, PAD, END, UNKNOWN = 0, 1, 2, 3
LONGEST_WORD = 10
"""Pieces of one word that the network sees, as in training; what follows them is not looked at."""
_LONGEST_FORM = 100


class Pieces:
    """Turns a word into the numbers of its pieces.

    Args:
        tokenizer_json: a unigram tokenizer in the format of the package tokenizers.
    """

    def __init__(self, tokenizer_json: str) -> None:
        self._tokenizer = Tokenizer.from_str(tokenizer_json)
        self.of = lru_cache(maxsize=20_000)(self._look_up)

    def _look_up(self, form: str) -> tuple[int, ...]:
        """Return at least one and at most `LONGEST_WORD` piece numbers."""
        form = form[:_LONGEST_FORM]
        ids = self._encode(form)
        if UNKNOWN in ids:  # a letter outside the vocabulary: its small or its base letter says more than nothing
            small = form.lower()
            bare = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
            rivals = (self._encode(small), self._encode(bare), ids)
            ids = min(rivals, key=lambda found: found.count(UNKNOWN))
        return tuple(ids[:LONGEST_WORD]) or (UNKNOWN,)

    def _encode(self, form: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(form, add_special_tokens=False).ids
        return ids
