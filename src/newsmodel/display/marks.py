"""Which words of a dispatch are marked, and how marks that overlap become well nested pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from newsmodel.display.escaping import shorten
from newsmodel.model import Actor, Article, Meeting, Polarity, Span, Stance, Statement, TimeExpression, ZoneKind
from newsmodel.model._walk import Item
from newsmodel.model.explain import explain
from newsmodel.model.ids import ids_of

DEEPEST = 24
"""How many marks may lie on one character; more are left to the tables, so that the cost stays linear."""

POLARITY_SIGNS = {Polarity.SUPPORT: "▲", Polarity.OPPOSE: "▼", Polarity.MIXED: "◆"}
"""Which way a stance points, for those who do not see colours."""

_LAYERS = ("zone", "statement", "stance", "meeting", "actor", "time")
_TOOLTIP = 320
_TAG = 28


@attrs.frozen
class Mark:
    """A stretch of text with a meaning.

    Attributes:
        span: where.
        layer: zone, statement, stance, meeting, actor or time.
        variety: what sort of its layer: the type of a statement, the polarity of a stance, …
        tag: the short label in front of it; empty for none.
        tooltip: why it is there.
        depth: how many statements it stands inside.
    """

    span: Span
    layer: str
    variety: str
    tag: str = ""
    tooltip: str = ""
    depth: int = 0


@attrs.define
class Piece:
    """A part of a mark that crosses no other mark.

    Attributes:
        mark: the mark.
        first: whether the mark begins here.
        last: whether it ends here.
    """

    mark: Mark
    first: bool
    last: bool = False


Step: TypeAlias = Piece | tuple[int, int] | None
"""Open a piece, write the text from one offset to another, or (None) close the piece opened last."""


def marks_of(article: Article) -> list[Mark]:
    """Return what is to be marked in the text of an article.

    Args:
        article: the article.

    Returns:
        The marks, in the order in which they open: by start, the longer first, then layer by layer.
    """
    ids = ids_of(article)
    depths = _depths(article)
    found = [
        Mark(zone.span, "zone", zone.kind, tooltip=f"{zone.kind}{'' if zone.public else ', for editors only'}")
        for zone in article.zones
        if zone.kind is not ZoneKind.PARAGRAPH
    ]
    for item in article.items:
        spans = _spans(item)
        if not spans:
            continue
        layer, variety, tag = _look(article, item, ids[item])
        reasons = explain(article, item)
        tooltip = reasons if len(reasons) <= _TOOLTIP else reasons[: _TOOLTIP - 1] + "…"
        depth = depths.get(item, 0)
        found += [
            Mark(span, layer, variety, tag if not n else ids[item], tooltip, depth) for n, span in enumerate(spans)
        ]
    return sorted(found, key=lambda m: (m.span.start, -m.span.end, _LAYERS.index(m.layer), m.depth))


def nest(length: int, marks: list[Mark]) -> tuple[list[Step], int]:
    """Cut marks where they cross, so that the pieces nest as elements of HTML must.

    Args:
        length: the length of the text.
        marks: the marks, in the order of `marks_of`.

    Returns:
        The steps that write text and marks from left to right, and the number of marks left out because more than
        `DEEPEST` lie on one another.
    """
    steps: list[Step] = []
    open_pieces: list[Piece] = []
    left_out = at = following = 0
    ends = {mark.span.end for mark in marks}
    for place in sorted({*ends, *(mark.span.start for mark in marks), length}):
        if place > at:
            steps.append((at, place))
            at = place
        if place in ends:
            steps += _close(open_pieces, place)
        while following < len(marks) and marks[following].span.start == place:
            mark = marks[following]
            following += 1
            if len(open_pieces) >= DEEPEST:
                left_out += 1
                continue
            open_pieces.append(Piece(mark, first=True))
            steps.append(open_pieces[-1])
    return steps, left_out


def _close(open_pieces: list[Piece], place: int) -> Iterator[Step]:
    """Close the pieces that end at a place, and those inside them for a moment."""
    lowest = next((n for n, piece in enumerate(open_pieces) if piece.mark.span.end == place), len(open_pieces))
    above = open_pieces[lowest:]
    del open_pieces[lowest:]
    for piece in reversed(above):
        piece.last = piece.mark.span.end == place
        yield None
    for piece in above:
        if not piece.last:
            open_pieces.append(Piece(piece.mark, first=False))
            yield open_pieces[-1]


def _depths(article: Article) -> dict[object, int]:
    """Return how deep each statement stands inside others; Statement bounds the depth."""
    depths: dict[object, int] = {}
    for statement in article.statements:
        outer, depth = statement.parent, 0
        while outer is not None:
            outer, depth = outer.parent, depth + 1
        depths[statement] = depth
    return depths


def _spans(item: Item) -> tuple[Span, ...]:
    match item:
        case Actor():
            return tuple(mention.span for mention in item.mentions)
        case TimeExpression():
            return (item.span,)
        case Meeting():
            return item.anchors
        case Statement():
            return item.content or item.cue
        case Stance():
            return item.evidence
    return ()  # issues are shown by the stances and meetings that are about them


def _look(article: Article, item: Item, key: str) -> tuple[str, str, str]:
    """Return the layer, the variety and the tag of an item."""
    match item:
        case Actor():
            return "actor", item.kind, key
        case TimeExpression():
            return "time", item.type, f"{key} {shorten(item.value, 18)}"
        case Meeting():
            return "meeting", item.status, f"{key} {item.status}"
        case Statement():
            # Who is not known by name is named by the words of the text: »Mitteilung«.
            names = (
                ", ".join(actor.name for actor in item.speakers) or shorten(article[item.speaker], _TAG) or "unnamed"
            )
            return "statement", item.type, shorten(f"{key} {names}", _TAG)
        case Stance():
            return "stance", item.polarity, f"{POLARITY_SIGNS[item.polarity]}{key}"
    raise TypeError(f"{item!r} has no words of its own")
