"""The second pass: what a heading is depends on where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.cutting import Piece

__all__ = ["arrange"]

_LONGEST_KICKER = 40
_LONGEST_TEASER = 2
"""Paragraphs between the headline and the dateline."""


def arrange(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give headings and what stands before the dateline their kinds.

    Before a dateline, the last run of headings holds kicker and headline, and prose behind it is the teaser. Without a
    dateline, only a heading that opens the text is a headline. In the body, a heading with prose behind it is a
    subhead, headings in a row are a list, and a last line that reads like a heading stays a paragraph.

    Args:
        pieces: the pieces in order.
    """
    kinds = [piece.kind for piece in pieces]
    content = [i for i, kind in enumerate(kinds) if kind in (ZoneKind.PARAGRAPH, ZoneKind.LIST, ZoneKind.TABLE)]
    first_dateline = next((i for i, kind in enumerate(kinds) if kind is ZoneKind.DATELINE), None)
    settled: set[int] = set()
    if first_dateline is not None:
        before = [i for i in content if i < first_dateline]
        settled = _arrange_front(pieces, kinds, before)
    elif len(content) > 1 and pieces[content[0]].heading:
        run = _first_run(pieces, content)
        if len(run) < len(content):
            settled = _name_headings(pieces, kinds, run)
        else:
            kinds[content[0]] = ZoneKind.HEADLINE
            settled = {content[0]}
    _arrange_body(pieces, kinds, [i for i in content if i not in settled])
    return tuple(
        piece if piece.kind is kind else attrs.evolve(piece, kind=kind)
        for piece, kind in zip(pieces, kinds, strict=True)
    )


def _first_run(pieces: Sequence[Piece], content: Sequence[int]) -> list[int]:
    run = []
    for i in content:
        if not pieces[i].heading:
            break
        run.append(i)
    return run


def _arrange_front(pieces: Sequence[Piece], kinds: list[ZoneKind], before: Sequence[int]) -> set[int]:
    """Name what stands before the dateline; returns the pieces that are settled."""
    ends = [k for k, i in enumerate(before) if pieces[i].heading]
    if not ends:
        return set()
    end = ends[-1] + 1
    start = end - 1
    while start > 0 and pieces[before[start - 1]].heading:
        start -= 1
    settled = _name_headings(pieces, kinds, before[start:end])
    teaser = [i for i in before[end:] if kinds[i] is ZoneKind.PARAGRAPH]
    if len(teaser) <= _LONGEST_TEASER:
        for i in teaser:
            kinds[i] = ZoneKind.TEASER
        settled |= set(teaser)
    return settled


def _name_headings(pieces: Sequence[Piece], kinds: list[ZoneKind], run: Sequence[int]) -> set[int]:
    """Name a run of headings: a short line before the headline is its kicker, those behind it are subheads."""
    lengths = [len(pieces[i].span) for i in run]
    headline = 1 if len(run) > 1 and lengths[0] <= _LONGEST_KICKER and lengths[0] < lengths[1] else 0
    for place, i in enumerate(run):
        if place == headline:
            kinds[i] = ZoneKind.HEADLINE
        else:
            kinds[i] = ZoneKind.KICKER if place < headline else ZoneKind.SUBHEAD
    return set(run)


def _arrange_body(pieces: Sequence[Piece], kinds: list[ZoneKind], content: Sequence[int]) -> None:
    for place, i in enumerate(content):
        if not pieces[i].heading:
            continue
        after = content[place + 1] if place + 1 < len(content) else None
        before = content[place - 1] if place else None
        if after is not None and not pieces[after].heading:
            in_row = before is not None and pieces[before].heading and pieces[before].block == pieces[i].block
            kinds[i] = ZoneKind.LIST if in_row else ZoneKind.SUBHEAD
        elif after is not None or (before is not None and pieces[before].heading):
            kinds[i] = ZoneKind.LIST
