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
        text: of plain text, every character as it came; of other formats, dateline, body, notes and sign-off.
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
        signal: the mark of an urgent or changed message, in lower case: `correction`, `update` and `repeat` as IPTC
            names them, `blitz`, `eil` and `vorrang` as dpa does.
        status: the publishing status, as IPTC names it: `usable`, `withheld`, `canceled`.
        embargoed: not to be published before.
        uri: the identifier given by the sender.
        version: its version, as the sender writes it.
        usage_terms: what the sender allows, one line for each of its languages.
        subjects: subjects and keywords of the sender.
        places: where the sender says it plays.
        language: the language that the sender names, as a BCP 47 tag.
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
    status: str | None = None
    embargoed: PartialDate | None = None
    uri: str | None = None
    version: str | None = None
    usage_terms: str | None = None
    subjects: tuple[Concept, ...] = ()
    places: tuple[Concept, ...] = ()
    language: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def article(self, *, language: str | None = None, **found: Any) -> Article:
        """Return the article of this dispatch.

        Args:
            language: its language; None for the one that the sender names, or `und`, which stands for unknown.
            found: further fields of `Article`, which win over those of the dispatch.

        >>> Dispatch(text="Der Hafen ist zu.", agency="dpa").article(language="de").agency
        'dpa'
        """
        own = {field.name: getattr(self, field.name) for field in attrs.fields(Dispatch)}
        return Article(**{**own, **found, "language": language or self.language or "und"})
