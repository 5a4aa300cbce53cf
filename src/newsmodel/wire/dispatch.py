"""A dispatch as the wire gives it, before anything is read in its sentences."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.model import Article, Concept, Dateline, Diagnostic, PartialDate, SignOff, Span, Zone

__all__ = ["Dispatch"]


@attrs.frozen(kw_only=True, slots=True)
class Dispatch:
    """A text cut into zones, and the metadata found in it or beside it.

    The fields are those of `Article`, which takes them over one by one; spans count Unicode code points of `text`,
    start inclusive, end exclusive.

    Attributes:
        text: the dispatch, character for character as it came.
        zones: what each stretch is; disjoint and in order. White space at their edges belongs to none.
        paragraphs: the stretches of body text, in order: zones of the kinds paragraph and list.
        published: when it was published, as far as is known.
        headline: the headline, its line breaks as single blanks; so are the three that follow.
        kicker: the line above the headline.
        teaser: the summary between headline and dateline.
        byline: who wrote it.
        dateline: the first dateline.
        signoff: the last sign-off.
        agency: the agency by its usual name, whatever the dateline writes: `dpa` for `(dpa/lni)`.
        urgency: 1 (most urgent) to 9.
        signal: the mark of an urgent or corrected message, in lower case: `eil`, `berichtigung`.
        embargoed: not to be published before.
        subjects: the keywords of the sender.
        diagnostics: what could not be read.
    """

    text: str
    zones: tuple[Zone, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    published: PartialDate | None = None
    headline: str | None = None
    kicker: str | None = None
    teaser: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    signoff: SignOff | None = None
    agency: str | None = None
    urgency: int | None = None
    signal: str | None = None
    embargoed: PartialDate | None = None
    subjects: tuple[Concept, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def article(self, *, language: str | None = None, **found: Any) -> Article:
        """Return the article of this dispatch.

        Args:
            language: its language; None where it could not be told, which the article says as `und`.
            found: further fields of `Article`, which win over those of the dispatch.

        >>> Dispatch(text="Der Hafen ist zu.", agency="dpa").article(language="de").agency
        'dpa'
        """
        own = {field.name: getattr(self, field.name) for field in attrs.fields(Dispatch)}
        return Article(**{**own, **found, "language": language or "und"})
