"""Dispatches without runs of white space inside paragraphs, and the way back to the offsets of the text as it came.

Two blanks, or a line end of two characters, say no more than one. In a Doc they would be a token between words that
belong together, for the parsers and for the network alike. So they are read as one blank, and what is found is laid
back onto the untouched text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any

import attrs

from newsmodel.model import Article, Span
from newsmodel.model._walk import COLLECTIONS, exchange
from newsmodel.wire.dispatch import Dispatch

__all__ = ["Cuts", "close_up"]

_RUN = re.compile(r"\s{2,}")


@attrs.frozen(slots=True, kw_only=True)
class Cuts:
    """What was left out of a text: for each cut its place before and behind, and all that is left out up to it.

    Attributes:
        old: where each cut ends in the text as it came.
        new: the same places in the closed text.
        gone: how many characters are left out up to each.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]

    def forth(self, span: Span) -> Span:
        """Return a span of the text as it came in the closed text; it begins and ends with no white space."""
        return Span(start=self._less(span.start), end=self._less(span.end - 1) + 1)

    def back(self, span: Span) -> Span:
        """Return a span of the closed text in the text as it came."""
        return Span(start=self._more(span.start), end=self._more(span.end - 1) + 1)

    def _less(self, offset: int) -> int:
        before = bisect_right(self.old, offset)
        return offset - self.gone[before - 1] if before else offset

    def _more(self, offset: int) -> int:
        before = bisect_right(self.new, offset)
        return offset + self.gone[before - 1] if before else offset

    def lay_back(self, article: Article, dispatch: Dispatch) -> Article:
        """Return what was found in the closed text, on the text as it came.

        Args:
            article: the article of the closed dispatch.
            dispatch: the dispatch as it came.
        """
        memo: dict[Any, Any] = {}
        names = (*COLLECTIONS.values(), "diagnostics")
        found = {
            name: tuple(dict.fromkeys(exchange(item, memo, self.back) for item in getattr(article, name)))
            for name in names
        }
        return dispatch.article(language=article.language, provenance=article.provenance, **found)


def close_up(dispatch: Dispatch) -> tuple[Dispatch, Cuts | None]:
    """Return a dispatch with one blank for each run of white space inside a paragraph, and what was cut.

    Args:
        dispatch: the dispatch as it came.

    Returns:
        The dispatch itself and None where there is no such run.
    """
    runs = [run for span in dispatch.paragraphs for run in _RUN.finditer(dispatch.text, span.start, span.end)]
    if not runs:
        return dispatch, None
    gone = tuple(accumulate(run.end() - run.start() - 1 for run in runs))
    old = tuple(run.end() for run in runs)
    cuts = Cuts(old=old, new=tuple(end - left for end, left in zip(old, gone, strict=True)), gone=gone)
    parts, at = [], 0
    for run in runs:
        parts.append(dispatch.text[at : run.start()])
        at = run.end()
    memo: dict[Any, Any] = {}

    def forth(value: Any) -> Any:
        return cuts.forth(value) if isinstance(value, Span) else exchange(value, memo, cuts.forth)

    closed = attrs.evolve(
        dispatch,
        text=" ".join((*parts, dispatch.text[at:])),
        zones=tuple(map(forth, dispatch.zones)),
        paragraphs=tuple(map(forth, dispatch.paragraphs)),
        dateline=forth(dispatch.dateline) if dispatch.dateline else None,
        signoff=forth(dispatch.signoff) if dispatch.signoff else None,
        diagnostics=tuple(map(forth, dispatch.diagnostics)),
    )
    return closed, cuts
