"""What every parser reads: the annotated Doc of a dispatch, and which of its sentences are body text."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

import attrs

from newsmodel.errors import PipelineError
from newsmodel.parsers.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Sequence

    import spacy.tokens
    from spacy.language import Language

    from newsmodel.model import PartialDate
    from newsmodel.parsers.closing import Cuts
    from newsmodel.parsers.tokens import Span, Token
    from newsmodel.wire.dispatch import Dispatch

__all__ = ["PIPELINE_KEY", "Reading", "require"]

PIPELINE_KEY = "newsmodel.pipeline"
"""Where `Doc.user_data` names the pipeline that made the Doc."""
_NEEDED = {
    "POS": "a morphologizer",
    "LEMMA": "a lemmatizer",
    "HEAD": "a parser",
    "DEP": "a parser",
    "MORPH": "a morphologizer",
}
"""The annotation that parsers cannot do without, and the kind of component that sets it."""


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Reading:
    r"""A dispatch with its linguistic annotation.

    `doc.text` is the text of `dispatch`, but for line ends inside paragraphs, which are blanks, so `token.idx` is an
    offset into it (Unicode code points). The dateline, notes and the sign-off are tokens of the Doc as well, but in no
    sentence of `sentences`.

    Where the dispatch as it came (`origin`) has runs of white space inside paragraphs, `dispatch` has them closed up,
    and `cuts` leads back: `cuts.back(span)` is the span in the text as it came.

    Attributes:
        doc: the annotated words, in Universal Dependencies; `doc.origin` is spaCy's Doc.
        dispatch: the text, cut into zones, with what the wire says.
        sentences: the sentences of the body, in order.
        origin: the dispatch as it came.
        cuts: what was closed up.

    Examples:
        >>> from newsmodel.api import analyse
        >>> reading = analyse("Der Rat tagt.\n\nDer Hafen ist zu.")
        >>> [reading.paragraph_of(sentence[0]) for sentence in reading.sentences]
        [0, 1]
    """

    doc: Doc
    dispatch: Dispatch
    sentences: tuple[Span, ...]
    _paragraph_by_sentence: dict[int, int]
    origin: Dispatch
    cuts: Cuts | None = None

    @property
    def text(self) -> str:
        """The text that was read (`doc.text` is put together from its tokens at every call)."""
        return self.dispatch.text

    @property
    def published(self) -> PartialDate | None:
        """When the dispatch was published, as precisely as is known."""
        return self.dispatch.published

    @property
    def pipeline(self) -> str | None:
        """Name and version of the pipeline that annotated the Doc, where it is known."""
        name = self.doc.origin.user_data.get(PIPELINE_KEY)
        return name if isinstance(name, str) else None

    def paragraph_of(self, token: Token) -> int:
        """Return the number of the paragraph, from 0, that a token of a body sentence stands in; -1 for others."""
        return self._paragraph_by_sentence.get(token.sent.start, -1)


def read_dispatch(dispatch: Dispatch, nlp: Language) -> Reading:
    """Annotate a dispatch and return the reading of it, runs of white space inside paragraphs closed up.

    Args:
        dispatch: the dispatch as it came.
        nlp: the pipeline.

    Raises:
        PipelineError: see `read_doc`.
    """
    return read_dispatches([dispatch], nlp)[0]


def read_dispatches(dispatches: Sequence[Dispatch], nlp: Language) -> list[Reading]:
    """Return the readings of dispatches, in their order: the same as one by one, in less time."""
    from newsmodel.parsers.closing import close_up

    closed = [close_up(dispatch) for dispatch in dispatches]
    docs = annotate_all([dispatch for dispatch, _ in closed], nlp)
    return [
        attrs.evolve(read_doc(doc, read), origin=origin, cuts=cuts)
        for doc, origin, (read, cuts) in zip(docs, dispatches, closed, strict=True)
    ]


def require(doc: spacy.tokens.Doc) -> None:
    """Raise a PipelineError that names what a Doc lacks of the annotation that the parsers need.

    Examples:
        >>> import spacy
        >>> require(spacy.blank("de")("Der Rat tagt."))
        Traceback (most recent call last):
        ...
        newsmodel.errors.PipelineError: the spaCy pipeline sets no POS, LEMMA, HEAD, DEP, MORPH: ...
    """
    missing = {name: which for name, which in _NEEDED.items() if len(doc) and not doc.has_annotation(name)}
    if missing:
        makers = ", ".join(dict.fromkeys(missing.values()))
        raise PipelineError(
            f"the spaCy pipeline sets no {', '.join(missing)}: newsmodel reads Docs with Universal Dependencies or "
            f"TIGER labels; put {makers} before it, or use newsmodel's own pipeline"
        )


def read_doc(origin: spacy.tokens.Doc, dispatch: Dispatch) -> Reading:
    """Join a dispatch and the annotated Doc of its text.

    Args:
        origin: the Doc of `dispatch.text`, with Universal Dependencies.
        dispatch: the dispatch.

    Returns:
        The reading, with the sentences that lie in paragraphs.

    Raises:
        PipelineError: the pipeline that made the Doc set no sentences, or none of the annotation that parsers need.

    Examples:
        >>> from newsmodel.german.pipeline import load
        >>> from newsmodel.wire.plain import read_plain
        >>> dispatch = read_plain("Der Rat tagt.")
        >>> len(read_doc(annotate(dispatch, load()), dispatch).sentences)
        1
    """
    require(origin)
    doc = Doc(origin)
    sentences, numbers = [], {}
    paragraphs = dispatch.paragraphs
    at = 0
    for sentence in doc.sents:
        first = next((t for t in sentence if not t.is_space), None)
        if first is None:
            continue
        while at < len(paragraphs) and paragraphs[at].end <= first.idx:
            at += 1
        if at < len(paragraphs) and paragraphs[at].start <= first.idx:
            sentences.append(sentence)
            numbers[sentence.start] = at
    return Reading(
        doc=doc, dispatch=dispatch, sentences=tuple(sentences), paragraph_by_sentence=numbers, origin=dispatch
    )


def read_whole(origin: spacy.tokens.Doc, dispatch: Dispatch) -> Reading:
    """Join a dispatch and the Doc of its text so that all of it is read: headlines, datelines and notes as well.

    Args:
        origin: the Doc of `dispatch.text`; it may be without annotation, then each zone is one sentence.
        dispatch: the dispatch.

    Returns:
        The reading, with every sentence; each zone, and each stretch between zones, counts as a paragraph.
    """
    doc = Doc(origin)
    sentences = tuple(s for s in doc.sents if not all(t.is_space for t in s))
    starts = sorted({span for zone in dispatch.zones for span in (zone.span.start, zone.span.end)})
    numbers = {s.start: bisect.bisect_right(starts, _first_word(s).idx) for s in sentences}
    return Reading(doc=doc, dispatch=dispatch, sentences=sentences, paragraph_by_sentence=numbers, origin=dispatch)


def _first_word(sentence: Span) -> Token:
    return next(t for t in sentence if not t.is_space)


LINE_ENDS = dict.fromkeys(map(ord, "\n\r\v\x85\u2028\xa0\u202f"), " ")
"""For `str.translate`: every line end, and every blank of another kind, as a blank."""


def _unwrapped(dispatch: Dispatch) -> str:
    """Return the text with line ends and no-break spaces in paragraphs as blanks: as long as before, so offsets stay.

    Inside a paragraph a line end is mere wrapping, and a space that must not break divides words like any other. As a token of its own it would stand between words that belong
    together, for the parsers and for the network alike.
    """
    parts, at = [], 0
    for span in dispatch.paragraphs:
        parts += [dispatch.text[at : span.start], dispatch.text[span.start : span.end].translate(LINE_ENDS)]
        at = span.end
    return "".join((*parts, dispatch.text[at:]))


def annotate(dispatch: Dispatch, nlp: Language) -> spacy.tokens.Doc:
    """Return the Doc of a dispatch, its sentences never across a paragraph or a zone."""
    return annotate_all([dispatch], nlp)[0]


def annotate_all(dispatches: Sequence[Dispatch], nlp: Language) -> list[spacy.tokens.Doc]:
    """Return the Docs of dispatches, in their order: the same as one by one, in less time."""
    from newsmodel.german.pipeline.tokens import make_doc
    from newsmodel.german.tiger import is_tiger, to_universal

    name = f"{nlp.meta.get('name', 'pipeline')} {nlp.meta.get('version', '')}".strip()
    docs = [make_doc(nlp, _unwrapped(d), sorted((z.span.start, z.span.end) for z in d.zones)) for d in dispatches]
    filled = [doc for doc in docs if len(doc)]
    # spaCy's `pipe` sets up more than its call does; it may give back other Docs than it got.
    done = iter([nlp(filled[0])] if len(filled) == 1 else nlp.pipe(filled, batch_size=max(1, len(filled))))
    docs = [next(done) if len(doc) else doc for doc in docs]
    docs = [to_universal(doc) if is_tiger(doc) else doc for doc in docs]
    for doc in docs:
        doc.user_data[PIPELINE_KEY] = name
    return docs
