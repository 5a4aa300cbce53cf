"""A reading without a pipeline: tokens only, one sentence a paragraph. The grammar must do with that."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, cast

import attrs
import spacy.tokens
from spacy.vocab import Vocab

from newsmodel.german.pipeline.tokenizer import NewsTokenizer
from newsmodel.model import PartialDate, TimeExpression
from newsmodel.parsers.times import TimesFound, find_times
from newsmodel.parsers.tokens import Doc

if TYPE_CHECKING:
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Span, Token


@attrs.frozen(kw_only=True, eq=False)
class PlainReading:
    """What the grammar needs of a Reading."""

    doc: Doc
    published: PartialDate | None
    sentences: tuple[Span, ...]

    def paragraph_of(self, token: Token) -> int:
        """Return the position of the sentence: each is a paragraph."""
        return int(token.sent.start)


@functools.cache
def _tokenizer() -> NewsTokenizer:
    return NewsTokenizer(Vocab())


def found(text: str, published: str | None = "2024-04-02") -> TimesFound:
    """Return what the grammar finds in a text."""
    tokens = _tokenizer()(text)
    words = [token.text for token in tokens]
    starts: list[bool | int | None] = [i == 0 or "\n" in words[i - 1] for i in range(len(words))]
    spaces = [bool(t.whitespace_) for t in tokens]
    doc = Doc(spacy.tokens.Doc(tokens.vocab, words=words, spaces=spaces, sent_starts=starts))
    known = PartialDate.parse(published) if published else None
    reading = PlainReading(doc=doc, published=known, sentences=doc.sents)
    return find_times(cast("Reading", reading))


def times(text: str, published: str | None = "2024-04-02") -> tuple[TimeExpression, ...]:
    """Return the expressions of a text."""
    return found(text, published).times


def values(text: str, published: str | None = "2024-04-02") -> dict[str, str]:
    """Return the words of each expression with its value."""
    return {text[t.span.start : t.span.end]: t.value for t in times(text, published)}
