"""The words of an annotated text as plain Python objects, under the names that spaCy gives their attributes.

A spaCy `Token` looks each label up in the string store, and makes new tokens for its head and children, whenever it is
asked. The parsers ask some thousand times a sentence; so the annotation is read once, column by column, and kept.
"""

from __future__ import annotations

from functools import lru_cache, wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import spacy.tokens

    from newsmodel import model

__all__ = ["Doc", "Features", "Span", "Token", "remembered"]

_ENTITY_MARKS = ("", "I", "O", "B")
_STARTS = {0: None, 1: True}
_UNKNOWN = object()
_Found = TypeVar("_Found")


@attrs.frozen(slots=True)
class Features:
    """Morphological features: the values of each by its name.

    >>> Features.read("Case=Acc,Dat|Number=Sing").get("Case")
    ('Acc', 'Dat')
    """

    _values: dict[str, tuple[str, ...]]

    @staticmethod
    @lru_cache(maxsize=10_000)
    def read(text: str) -> Features:
        """Return the features that a text in the manner of CoNLL-U gives."""
        pairs = (feature.partition("=") for feature in text.split("|"))
        return Features({name: tuple(values.split(",")) for name, _, values in pairs if values})

    def get(self, name: str) -> tuple[str, ...]:
        """Return the values of a feature, none where a word does not have it."""
        return self._values.get(name, ())


@attrs.define(slots=True, eq=False, repr=False)
class Token:
    """A word, a mark or a stretch of white space; the attributes are those of spaCy's `Token`.

    Attributes:
        doc: the text it is of.
        i: its number.
        idx: its offset in code points.
        text: its form.
        lower_: its form in small letters.
        whitespace_: the blank behind it, if there is one.
        lemma_: its lemma.
        pos_: its part of speech in Universal Dependencies.
        tag_: its part of speech in the STTS.
        dep_: its relation to its head.
        morph: its features.
        ent_type_: the kind of the entity it belongs to, empty for none.
        ent_iob_: `B` at the beginning of an entity, `I` inside, `O` outside; empty where entities are not annotated.
        is_space: whether it is white space.
        is_punct: whether it is punctuation.
        is_sent_start: whether it begins a sentence; None where that is not annotated.
        head: the token above it; of a root, itself.
        children: the tokens right below it, in text order.
        memo: what functions that are `remembered` found for it.
    """

    doc: Doc = attrs.field(init=False)
    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    morph: Features
    ent_type_: str
    ent_iob_: str
    is_space: bool
    is_punct: bool
    is_sent_start: bool | None
    head: Token = attrs.field(init=False)
    children: tuple[Token, ...] = ()
    memo: dict[Callable[[Token], Any], Any] = attrs.Factory(dict)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    @property
    def text_with_ws(self) -> str:
        """Its form with the blank behind it."""
        return self.text + self.whitespace_

    @property
    def sent(self) -> Span:
        """The sentence it stands in."""
        return self.doc.sentence_of(self)

    @property
    def subtree(self) -> list[Token]:
        """Itself and all below it, each between what hangs on it on the left and on the right."""
        if not self.children:
            return [self]
        found: list[Token] = []
        waiting = [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                found.append(token)
                continue
            waiting += [(child, False) for child in reversed(token.children) if child.i > token.i]
            waiting.append((token, True))
            waiting += [(child, False) for child in reversed(token.children) if child.i < token.i]
        return found

    @property
    def left_edge(self) -> Token:
        """The first token of what hangs on it."""
        return self.doc[int(self._origin.left_edge.i)]

    @property
    def right_edge(self) -> Token:
        """The last token of what hangs on it."""
        return self.doc[int(self._origin.right_edge.i)]

    @property
    def is_alpha(self) -> bool:
        """Whether it consists of letters."""
        return self.text.isalpha()

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return bool(self._origin.is_quote)

    @property
    def is_stop(self) -> bool:
        """Whether it is one of the frequent words that mean little."""
        return bool(self._origin.is_stop)

    @property
    def _origin(self) -> Any:
        return self.doc.origin[self.i]

    def nbor(self, distance: int = 1) -> Token:
        """Return the token so far behind it.

        Raises:
            IndexError: there is none.
        """
        at = self.i + distance
        if at < 0:
            raise IndexError(at)
        return self.doc[at]

    def is_ancestor(self, other: Token) -> bool:
        """Return whether another token hangs on it, over any number of others."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


@attrs.frozen(slots=True, repr=False)
class Span:
    """A run of tokens, `end` exclusive."""

    doc: Doc = attrs.field(eq=id)
    start: int
    end: int

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc[range(self.start, self.end)[at]]

    @property
    def text(self) -> str:
        """The text from its first token to its last, without the blank behind that."""
        tokens = self.doc[self.start : self.end]
        return "".join([t.text_with_ws for t in tokens[:-1]]) + tokens[-1].text if tokens else ""

    @property
    def root(self) -> Token:
        """The token that stands highest in the tree, the first of several."""
        return self.doc[self.doc.origin[self.start : self.end].root.i]


class Doc(tuple[Token, ...]):  # noqa: SLOT001 - CPython has no slots for tuples
    """An annotated text: the tuple of its tokens.

    Attributes:
        origin: spaCy's Doc that it is read from.
        sents: its sentences, in order.

    >>> from newsmodel.german.pipeline import load
    >>> doc = Doc(load()("Der Rat tagt."))
    >>> doc[2].lemma_, [child.text for child in doc[2].children], doc[2].morph.get("Tense")
    ('tagen', ['Rat', '.'], ('Pres',))
    """

    origin: spacy.tokens.Doc
    sents: tuple[Span, ...]
    _sentence_by_token: tuple[int, ...]

    def __new__(cls, origin: spacy.tokens.Doc) -> Doc:  # noqa: PYI034 - nothing is derived from it
        """Read spaCy's Doc; it must not change any more."""
        doc = super().__new__(cls, _tokens(origin))
        starts = [token.i for token in doc if token.is_sent_start or not token.i]
        doc.origin = origin
        doc.sents = tuple(Span(doc, start, end) for start, end in pairwise([*starts, len(doc)]))
        doc._sentence_by_token = tuple(number for number, span in enumerate(doc.sents) for _ in range(len(span)))
        for token in doc:
            token.doc = doc
        return doc

    def __repr__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The whole text, put together from its tokens."""
        return "".join([token.text_with_ws for token in self])

    def release(self) -> None:
        """Part the tokens from each other and from spaCy's Doc: nobody may read the Doc any more.

        What refers to each other in circles waits for the garbage collector, and a stream of dispatches for its memory.
        """
        self.sents = ()
        del self.origin
        for token in self:
            del token.doc, token.head, token.children, token.memo

    def span(self, start: int, end: int) -> Span:
        """Return the run of tokens from one number to another, `end` exclusive."""
        return Span(self, start, max(start, end))

    def sentence_of(self, token: Token) -> Span:
        """Return the sentence that a token stands in."""
        return self.sents[self._sentence_by_token[token.i]]

    def over(self, span: model.Span) -> Span | None:
        """Return the tokens of a stretch of the text, those at its edges also where they lie in it partly."""
        found = self.origin.char_span(span.start, span.end, alignment_mode="expand")
        return None if found is None else Span(self, found.start, found.end)


def _tokens(origin: spacy.tokens.Doc) -> list[Token]:
    from spacy.attrs import (  # type: ignore[import-not-found]
        DEP,
        ENT_IOB,
        ENT_TYPE,
        HEAD,
        IS_PUNCT,
        IS_SPACE,
        LEMMA,
        MORPH,
        POS,
        SENT_START,
        TAG,
    )  # fmt: skip

    labels = origin.to_array([LEMMA, POS, TAG, DEP, MORPH, ENT_TYPE]).tolist()
    numbers = origin.to_array([ENT_IOB, IS_SPACE, IS_PUNCT, SENT_START, HEAD]).view("int64").tolist()
    strings = origin.vocab.strings
    name = {key: strings[key] for key in {key for row in labels for key in row}}
    tokens = []
    for old, (lemma, pos, tag, dep, morph, kind), (mark, space, punct, start, _) in zip(
        origin, labels, numbers, strict=True
    ):
        text = old.text
        tokens.append(
            Token(
                old.i, old.idx, text, text.lower(), old.whitespace_,
                name[lemma], name[pos], name[tag], name[dep], Features.read(name[morph]),
                name[kind], _ENTITY_MARKS[mark], bool(space), bool(punct), _STARTS.get(start, False),
            )
        )  # fmt: skip
    _hang(tokens, [row[-1] for row in numbers])
    return tokens


def _hang(tokens: list[Token], distances: list[int]) -> None:
    """Give each token its head, so far behind it, and its children."""
    children: dict[int, list[Token]] = {}
    for token, distance in zip(tokens, distances, strict=True):
        token.head = tokens[token.i + distance]
        if distance:
            children.setdefault(token.i + distance, []).append(token)
    for i, below in children.items():
        tokens[i].children = tuple(below)


def remembered(function: Callable[[Token], _Found]) -> Callable[[Token], _Found]:
    """Work a function of a token out once for each token: many rules ask the same of the same verb.

    Args:
        function: what the annotation alone decides, so that it never changes.
    """

    @wraps(function)
    def found(token: Token) -> _Found:
        known: _Found = token.memo.get(function, _UNKNOWN)
        if known is _UNKNOWN:
            known = token.memo[function] = function(token)
        return known

    return found
