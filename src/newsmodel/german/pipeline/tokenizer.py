"""spaCy's German tokenizer, with more abbreviations, and full stops cut from years and last numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.attrs import ORTH  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.language import create_tokenizer as create_german
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from newsmodel.german.lexicon import table

_YEAR = re.compile(r"\d{4,}\.")
_ROMAN = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"})
_LONG_RUN = re.compile(r"(\S{200})")
"""200 characters without white space; as a group, so that a split keeps them."""
_TAIL = frozenset("\"'“”«»‹›)]")


def sentence_starters() -> frozenset[str]:
    """Return words that, with a capital, begin a sentence after an abbreviation or an ordinal."""
    return frozenset(row["word"] for row in table("pipeline_sentence_starters"))


class NewsTokenizer:
    """Cuts a text into words; called with a str, gives a Doc (as every tokenizer of a spaCy pipeline does)."""

    def __init__(self, vocab: Vocab, base: Any = None) -> None:
        """Take the vocabulary, and spaCy's German tokenizer for it where there is one already."""
        self.vocab = vocab
        self._base = cast("Any", base or spacy.blank("de", vocab=vocab).tokenizer)
        for row in table("pipeline_abbreviations"):
            self._base.add_special_case(row["word"], [{ORTH: row["word"]}])
        self._starters = sentence_starters()

    def __call__(self, text: str) -> Doc:
        """Return the unannotated Doc of a text; its text is the same, character for character."""
        doc = self._cut(text)
        old = [t.text for t in doc]
        if not any(word[-1] == "." and (len(word) == 1 or word[:-1].isdecimal()) for word in old):
            return doc
        words: list[str] = []
        spaces: list[bool] = []
        for i, (word, token) in enumerate(zip(old, doc, strict=True)):
            space = bool(token.whitespace_)
            if word == "." and self._ends_numeral(old, words, spaces, i):
                words[-1] += "."
                spaces[-1] = space
            elif word[-1] == "." and word[:-1].isdecimal() and self._ends_sentence(old, i):
                words += [word[:-1], "."]
                spaces += [False, space]
            else:
                words.append(word)
                spaces.append(space)
        return Doc(self.vocab, words=words, spaces=spaces) if len(words) != len(old) else doc

    # Its rules come with the package, so a saved pipeline holds nothing of it; spaCy calls these all the same.

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write nothing: a saved pipeline names the tokenizer in its config."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> NewsTokenizer:  # noqa: ARG002
        """Read nothing, and return the tokenizer."""
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """Return nothing to store."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> NewsTokenizer:  # noqa: ARG002
        """Read nothing, and return the tokenizer."""
        return self

    def _cut(self, text: str) -> Doc:
        """Return spaCy's Doc; a run of letters and marks too long for its rules is handed over in parts.

        The rules peel marks off one by one, in a time that grows with the square of the run's length.
        """
        parts = _LONG_RUN.split(text)
        if len(parts) == 1:
            doc: Doc = self._base(text)
            return doc
        words: list[str] = []
        spaces: list[bool] = []
        for part in filter(None, parts):
            own = list(self._base(part))
            if own[0].text == " " and words and not spaces[-1]:
                spaces[-1] = True
                own = own[1:]
            words += [t.text for t in own]
            spaces += [bool(t.whitespace_) for t in own]
        return Doc(self.vocab, words=words, spaces=spaces)

    def _ends_sentence(self, words: list[str], i: int) -> bool:
        """Whether the full stop of a number is that of the sentence, and the number no ordinal."""
        if _YEAR.fullmatch(words[i]):
            return True
        following = next((w for w in words[i + 1 : i + 6] if not w.isspace() and w not in _TAIL), None)
        return following is None or following in self._starters

    @staticmethod
    def _ends_numeral(old: list[str], words: list[str], spaces: list[bool], i: int) -> bool:
        """Whether a lone full stop belongs to the Roman numeral before it, since the text goes on in lower case."""
        if not words or spaces[-1] or words[-1] not in _ROMAN or i + 1 >= len(old):
            return False
        return old[i + 1][:1].islower()


@registry.tokenizers("newsmodel.NewsTokenizer.v1")  # type: ignore[untyped-decorator, unused-ignore]
def create_tokenizer() -> Callable[[Language], NewsTokenizer]:
    """Return what makes the tokenizer of a pipeline; for spaCy's registry."""

    def make(nlp: Language) -> NewsTokenizer:
        return NewsTokenizer(nlp.vocab, create_german()(nlp))

    return make
