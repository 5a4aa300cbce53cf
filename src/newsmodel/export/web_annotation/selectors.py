"""The selectors of the W3C Web Annotation Data Model: positions and quotes in a text, written and read."""

from __future__ import annotations

from typing import Any

from newsmodel.errors import FormatError
from newsmodel.model import Span

NAME = "web-annotation"
CONTEXT = 32
"""How many code points of the text a quote shows before and behind its words."""


def write_selectors(span: Span, text: str) -> list[dict[str, Any]]:
    """Return two selectors that mean the same: by position (code points, end exclusive) and by quotation."""
    return [
        position(span),
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
        },
    ]


def position(span: Span) -> dict[str, Any]:
    """Return the position selector of a span."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def read_selectors(given: Any, text: str, place: str) -> list[int]:
    """Return start and end of what selectors select, which are alternatives.

    Args:
        given: one selector or several.
        text: the text.
        place: where they stand, for messages.

    Returns:
        Start and end, in code points.

    Raises:
        FormatError: none of them is of a kind that is known, they select different places, or nothing, or too much.
    """
    selectors = given if isinstance(given, list) else [given]
    found: list[int] | None = None
    for selector in selectors:
        match selector:
            case {"type": "TextPositionSelector", "start": int(start), "end": int(end)}:
                if not 0 <= start < end <= len(text):
                    raise FormatError(NAME, f"{start}..{end} does not lie in the text", place=place)
                found = [start, end]
    for selector in selectors:
        match selector:
            case {"type": "TextQuoteSelector", "exact": str(exact)}:
                prefix, suffix = selector.get("prefix", ""), selector.get("suffix", "")
                if found is None:
                    found = _search(exact, prefix, suffix, text, place)
                elif text[found[0] : found[1]] != exact:
                    there = text[found[0] : found[1]][:40]
                    raise FormatError(NAME, f"the quote is {exact[:40]!r}, the text has {there!r} there", place=place)
    if found is None:
        raise FormatError(NAME, "needs a TextPositionSelector or a TextQuoteSelector", place=place)
    return found


def _search(exact: str, prefix: object, suffix: object, text: str, place: str) -> list[int]:
    if not isinstance(prefix, str) or not isinstance(suffix, str) or not exact:
        raise FormatError(NAME, "a quote consists of strings, exact not empty", place=place)
    first = text.find(prefix + exact + suffix)
    if first < 0:
        raise FormatError(NAME, f"the text has no {exact[:40]!r} with this prefix and suffix", place=place)
    if text.find(prefix + exact + suffix, first + 1) >= 0:
        raise FormatError(NAME, f"the text has {exact[:40]!r} with this prefix and suffix more than once", place=place)
    return [first + len(prefix), first + len(prefix) + len(exact)]
