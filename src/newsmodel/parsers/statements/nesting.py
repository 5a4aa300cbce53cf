"""Which statement stands inside which."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsmodel.parsers.statements.scene import Draft

_MAX_DEPTH = 8


def nest(drafts: list[Draft]) -> None:
    """Give every draft the smallest statement that its cue or content stands inside as its parent.

    Args:
        drafts: the drafts of a dispatch; those that have a parent keep it, or the next one out where it was dropped.
    """
    kept = {id(draft) for draft in drafts}
    for draft in drafts:
        while draft.parent is not None and id(draft.parent) not in kept:
            draft.parent = draft.parent.parent
    holders: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: len(d.content)):
        for i in draft.content:
            holders.setdefault(i, []).append(draft)
    for draft in drafts:
        if draft.parent is not None:
            continue
        anchor = draft.cue[0].i if draft.cue else min(draft.content, default=-1)
        around = holders.get(anchor, ())  # the smallest first
        draft.parent = next((o for o in around if o is not draft and o.parent is not draft and _holds(o, draft)), None)
    for draft in drafts:
        _cut_cycle(draft)


def _holds(outer: Draft, inner: Draft) -> bool:
    body = inner.content or {t.i for t in inner.cue}
    if inner.content and len(outer.content) <= len(body):
        return False
    return len(body & outer.content) * 10 >= len(body) * 9


def _cut_cycle(draft: Draft) -> None:
    """Drop a parent that would close a circle or nest too deep."""
    seen = {id(draft)}
    current, depth = draft.parent, 0
    while current is not None:
        depth += 1
        if id(current) in seen or depth > _MAX_DEPTH:
            draft.parent = None
            return
        seen.add(id(current))
        current = current.parent
