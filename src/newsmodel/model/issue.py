"""What a stance or a meeting is about."""

from __future__ import annotations

import attrs

from newsmodel.model._base import Value, require, require_words
from newsmodel.model.span import Span


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Issue(Value):
    """A plan, act, demand, law or state of affairs that the dispatch names.

    Attributes:
        label: the words of its first span, line breaks as spaces.
        spans: where it is named, the place that gave the label first.

    Examples:
        >>> Issue(label="Umbau des Hafens", spans=(Span(start=4, end=20),)).label
        'Umbau des Hafens'
    """

    label: str
    spans: tuple[Span, ...]

    def _check(self) -> None:
        require_words(self, "label")
        require(self.spans, self, "spans", "an issue is named somewhere")

    def __repr__(self) -> str:
        """Return one short line: the label."""
        return f"Issue({self.label!r})"
