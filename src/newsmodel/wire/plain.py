"""Plain agency text into a `Dispatch`: the text untouched, its zones as spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsmodel.errors import FieldTypeError, TextError
from newsmodel.model import Diagnostic, PartialDate, Severity, Span, Zone
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.cutting import Piece, cut
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.front import arrange

__all__ = ["read_plain"]

_BODY = (ZoneKind.PARAGRAPH, ZoneKind.LIST)


def read_plain(text: str, *, published: PartialDate | None = None) -> Dispatch:
    r"""Cut plain agency text into zones and read what the wire says about it.

    Understood are a leading date line, header and keywords of IPTC 7901, kicker, headline, byline, teaser, notes in
    brackets, datelines, paragraphs (by blank lines, by indentation, or wrapped), subheads, lists, tables, the note pad
    and sign-offs. What is not recognized is a paragraph.

    Args:
        text: the text; any line ends.
        published: when it was published; overrides what the text says.

    Returns:
        The dispatch; its text is `text`. An empty text has no zones and a diagnostic.

    Raises:
        FieldTypeError: the text is no str.
        TextError: the text holds a lone surrogate.

    >>> dispatch = read_plain("Hafen gesperrt\n\nKIEL (dpa) - Der Hafen ist zu.\n\ndpa ab yydd n1 cd")
    >>> dispatch.headline, dispatch.dateline.places, dispatch.signoff.codes[1:]
    ('Hafen gesperrt', ('KIEL',), ('ab', 'yydd', 'n1', 'cd'))
    >>> [text[p.start:p.end] for text in [dispatch.text] for p in dispatch.paragraphs]
    ['Der Hafen ist zu.']
    """
    _check(text)
    found = cut(text, published)
    pieces = arrange(found.pieces)
    paragraphs = tuple(piece.span for piece in pieces if piece.kind in _BODY)
    return Dispatch(
        text=text,
        zones=tuple(Zone(kind=piece.kind, span=piece.span, public=piece.public) for piece in pieces),
        paragraphs=paragraphs,
        published=published or found.published,
        headline=_words(text, pieces, ZoneKind.HEADLINE),
        kicker=_words(text, pieces, ZoneKind.KICKER),
        teaser=_words(text, pieces, ZoneKind.TEASER),
        byline=_words(text, pieces, ZoneKind.BYLINE),
        dateline=found.dateline,
        signoff=found.signoff,
        agency=found.agency,
        urgency=found.urgency,
        signal=found.signal,
        embargoed=found.embargoed,
        subjects=found.subjects,
        diagnostics=(*found.diagnostics, *_complain(text, paragraphs)),
    )


def _check(text: str) -> None:
    """Refuse what is no str, and a lone surrogate: such a text has no UTF-8 form, so no tokenizer could take it."""
    if not isinstance(text, str):
        raise FieldTypeError("Dispatch", "text", "str", text)
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise TextError("a lone surrogate is not valid Unicode", offset=error.start, place="text") from None


def _words(text: str, pieces: Sequence[Piece], kind: ZoneKind) -> str | None:
    """Return the words of the pieces of a kind, every run of white space as one blank."""
    words = (text[piece.span.start : piece.span.end] for piece in pieces if piece.kind is kind)
    return " ".join(" ".join(words).split()) or None


def _complain(text: str, paragraphs: Sequence[Span]) -> Iterator[Diagnostic]:
    if not text.strip():
        yield Diagnostic(code="wire.empty", message="the text is empty", severity=Severity.WARNING)
    elif not paragraphs:
        yield Diagnostic(code="wire.no_body", message="the text has no body, only headings, notes or tables")
