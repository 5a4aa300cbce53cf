"""What brat standoff can carry of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from newsmodel.export._carry import Lost, all_fields, carry
from newsmodel.model import Actor, Article, Role, Span, Statement

BREAKS = "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line or a field of an `.ann` file for one reader or another; no text of an annotation may hold it."""

WORDS = ("content", "cue", "speaker", "addressee", "frame")
"""The discontinuous parts of a statement, each one text-bound annotation."""

LOSSES = (
    "Of the article itself all but the text: language, dates, headline, zones, codes, diagnostics, provenance.",
    "Actors that no words name (a body that only a role implies), and so what cannot be without them.",
    "Roles whose title does not stand in the text.",
    "Statements that have neither a cue nor a content.",
    "Line breaks and tabulators at the edges of spans; spans that hold nothing else.",
    "Whether two parts of a statement's words are two where only a line break or nothing stands between.",
)

_LOST: Lost = {
    Article: all_fields(Article, but=("text", "issues", "actors", "times", "meetings", "statements", "stances"))
}


def project_brat(article: Article) -> Article:
    r"""Return the part of an article that brat standoff carries.

    Args:
        article: the article.

    Returns:
        The text and the items, without what `FORMATS["brat"].losses` names.

    Examples:
        >>> project_brat(Article(text="Der Rat tagt.", language="de-AT")).language
        'de'
    """
    text = article.text

    def adapt(value: Any) -> Any:
        match value:
            case Span():
                return _trimmed(value, text)
            case Actor():
                return value if value.mentions else None
            case Role():
                return value if value.span is not None else None
            case Statement():
                if not value.cue and not value.content:
                    return None
                words: dict[str, Any] = {name: joined(getattr(value, name), text) for name in WORDS}
                return attrs.evolve(value, **words)
        return value

    return carry(article, lost=_LOST, adapt=adapt)


def joined(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return spans in order, those made one that only breaks, or nothing, divide.

    Args:
        spans: spans in the order of the text, without overlap.
        text: the text.

    Returns:
        The spans.
    """
    found: list[Span] = []
    for span in spans:
        if found and not text[found[-1].end : span.start].strip(BREAKS):
            found[-1] = Span(start=found[-1].start, end=span.end)
        else:
            found.append(span)
    return tuple(found)


def _trimmed(span: Span, text: str) -> Span | None:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(BREAKS))
    end = span.end - len(words) + len(words.rstrip(BREAKS))
    return Span(start=start, end=end) if start < end else None
