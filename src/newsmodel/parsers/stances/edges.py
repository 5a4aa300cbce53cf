"""Where a sentence begins and ends, looked for near a token only: a sentence may be long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

FAR = 200
"""How many tokens away an edge is looked for."""


def start_of(token: Token, far: int = FAR) -> int:
    """Return the index of the first token of a sentence, at most `far` tokens before the token."""
    doc, i = token.doc, token.i
    lowest = max(i - far, 0)
    while i > lowest and not doc[i].is_sent_start:
        i -= 1
    return i


def end_of(token: Token, far: int = FAR) -> int:
    """Return the index behind the last token of a sentence, at most `far` tokens behind the token."""
    doc, i = token.doc, token.i + 1
    highest = min(token.i + far, len(doc))
    while i < highest and not doc[i].is_sent_start:
        i += 1
    return i
