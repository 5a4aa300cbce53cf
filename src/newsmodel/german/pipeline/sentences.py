"""Sentence boundaries of German news text, from its tokens alone."""

from __future__ import annotations

import numpy as np
from spacy.attrs import SENT_START, SPACY  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc

from newsmodel.german.pipeline.columns import flags
from newsmodel.german.pipeline.tokenizer import sentence_starters

ENDS = frozenset(".!?…") | {"...", "…."}
DOUBLE = frozenset('"“”«»') | {"''"}
"""Marks that open in one style and close in another; `„` and its like only open."""
LOW = frozenset("„") | {"``", ",,"}
_PARTNERS = {"»": "«", "«": "»", "“": "”", "”": "“"}
"""What closes a quotation that one of these marks opened; every other opening mark is closed by any mark."""
CLOSING = frozenset("\"'“”«»‹›‘’)]") | {"''"}
OPENING = frozenset("„«»\"“‚‹›'([") | {"``", ",,"}
_DASHES = frozenset("-–—")
LONGEST = 400
"""Tokens of a sentence; in news none comes near, but texts that are no sentences (tables, endless lists) know no end."""
CUT_KEY = "newsmodel.cut"
"""Where `Doc.user_data` holds the numbers of the tokens at which endless sentences were cut, if there are any."""
_JOINTS = (frozenset(".!?…;:"), frozenset(",–—-"))
"""Where an endless sentence is cut: the stronger marks first."""


class SentenceSplitter:
    """Marks where sentences begin; starts that are already set, and paragraph breaks, are kept.

    A sentence ends after `.`, `!`, `?` or `…` and the quotation marks and brackets that close behind it, unless the
    text goes on in lower case or with a comma. After a token with its own full stop (an abbreviation, an initial, an
    ordinal) it ends only where a word follows that begins sentences and is no noun or name.

    What goes on for more than `LONGEST` tokens is cut at a mark of punctuation: rules look at the whole of a sentence for
    each of its words, so that an endless one would take a time that grows with the square of its length.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._starters = sentence_starters()

    def __call__(self, doc: Doc) -> Doc:
        """Mark every token of the Doc as a start or not."""
        texts = [t.text for t in doc]
        preset, spaced = flags(doc, SENT_START), flags(doc, SPACY)
        starts = [False] * len(texts)
        fresh = True
        quoted = ""
        i = 0
        while i < len(texts):
            word = texts[i]
            if word.isspace():
                if word.count("\n") > 1 or "\u2029" in word:
                    fresh, quoted = True, ""
                i += 1
                continue
            if preset[i]:
                fresh, quoted = True, ""
            if fresh:
                starts[i] = True
                fresh = False
            if word in LOW or word in DOUBLE:
                quoted = _turned(quoted, word)
            if word in ENDS:
                i, quoted = self._after_end(texts, spaced, preset, i, quoted)
                fresh = self._begins(texts, i)
                continue
            if word[-1] == "." and len(word) > 1:
                fresh = self._begins_after_abbreviation(texts, i + 1)
            i += 1
        # Setting `token.is_sent_start` one by one looks at the whole Doc each time.
        if starts:
            if added := _cut_endless(texts, starts):
                doc.user_data[CUT_KEY] = added
            values = np.where(starts, 1, -1).astype(np.int64).astype(np.uint64)
            doc.from_array([SENT_START], values.reshape(-1, 1))  # type: ignore[arg-type]
        return doc

    @staticmethod
    def _after_end(texts: list[str], spaced: list[bool], preset: list[bool], i: int, quoted: str) -> tuple[int, str]:
        """Return the position behind a run of ends and of the marks that close behind them.

        A mark closes that hangs on the end and not on a word behind it; one that hangs on neither closes if it ends the
        quotation that is open (`quoted` is the mark that opened it).
        """
        attached = not spaced[i]
        i += 1
        while i < len(texts) and not preset[i]:
            if texts[i] not in CLOSING and not (attached and texts[i] in ENDS):
                break
            free = spaced[i] or i + 1 == len(texts)  # not joined to a word behind it, as an opening mark would be
            if not free and not (i + 1 < len(texts) and (texts[i + 1] in CLOSING or texts[i + 1] in ENDS)):
                if texts[i + 1][0].isalnum() or not attached:
                    break
            elif not attached and not (texts[i] in DOUBLE and quoted and not _turned(quoted, texts[i])):
                break
            if texts[i] in DOUBLE:
                quoted = _turned(quoted, texts[i])
            attached = attached and not spaced[i]
            i += 1
        return i, quoted

    @staticmethod
    def _next_word(texts: list[str], i: int) -> tuple[str, bool]:
        """Return the next word that is no white space or opening mark, and whether such a mark stood before it."""
        opened = False
        while i < len(texts) and (texts[i].isspace() or texts[i] in OPENING or texts[i] in _DASHES):
            opened = opened or texts[i] in OPENING
            i += 1
        return (texts[i] if i < len(texts) else ""), opened

    def _begins(self, texts: list[str], i: int) -> bool:
        word, _ = self._next_word(texts, i)
        return bool(word) and (word[0].isupper() or word[0].isdigit() or (not word[0].isalpha() and word not in ",;:)"))

    def _begins_after_abbreviation(self, texts: list[str], i: int) -> bool:
        word, opened = self._next_word(texts, i)
        return word in self._starters or (opened and word[:1].isupper() and texts[i - 1][:-1].isalpha())


def _cut_endless(texts: list[str], starts: list[bool]) -> list[int]:
    """Mark further starts, so that no sentence has more than `LONGEST` tokens, and return them."""
    added, begin = [], 0
    for i, starting in enumerate(starts):
        if starting:
            begin = i
        elif i - begin == LONGEST:
            begin = _joint(texts, begin + LONGEST // 2, i)
            starts[begin] = True
            added.append(begin)
    return added


def _joint(texts: list[str], low: int, high: int) -> int:
    """Return where the rest of an endless sentence begins: behind the last strong mark, else the last weak one."""
    for marks in _JOINTS:
        for i in range(high, low, -1):
            if texts[i - 1] in marks and not texts[i].isspace():
                return i
    return next((i for i in range(high, low, -1) if not texts[i].isspace()), high)


def _turned(opened: str, mark: str) -> str:
    """Return which mark has opened the quotation that is open behind a mark, none if it closed one.

    A mark that cannot close what is open begins anew: the end of the earlier quotation was not marked.
    """
    closes = opened and mark not in LOW and _PARTNERS.get(opened, mark) == mark
    return "" if closes else mark


@Language.factory("newsmodel_sentences", assigns=["token.is_sent_start"])
def make_sentence_splitter(nlp: Language, name: str) -> SentenceSplitter:  # noqa: ARG001  (spaCy passes both)
    """Make the component for spaCy's registry."""
    return SentenceSplitter(name)
