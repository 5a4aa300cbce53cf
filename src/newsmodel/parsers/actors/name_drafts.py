"""The draft of a name from its tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import MentionType
from newsmodel.parsers.actors.bodies import sort_of
from newsmodel.parsers.actors.drafts import Draft
from newsmodel.parsers.actors.people import gender_of_name

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Doc, Token

QUOTES = frozenset("\"'„“”«»‚‘’‹›()[],;:–-") | {"''", "``"}
"""Marks that stand around a name and are no part of it."""


def name_draft(doc: Doc, start: int, end: int, layer: str) -> Draft:
    """Return the draft of a name.

    Args:
        doc: the annotated text.
        start: first token.
        end: last token, exclusive.
        layer: person, body, country, place, group or misc.
    """
    tokens = list(doc[start:end])
    inside = range(start, end)
    head = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[0])
    words = tuple(t.text for t in tokens if not t.is_space)
    draft = Draft(start=start, end=end, head=head, type=MentionType.NAME, layer=layer, words=words, number="s")
    if layer == "person":
        draft.gender = gender_of_name(words)
    elif layer == "body":
        draft.sort = sort_of(words)
        draft.gender = _gender(head)
    return draft


def _gender(head: Token) -> str:
    values = head.morph.get("Gender")
    return {"Masc": "m", "Fem": "f", "Neut": "n"}.get(values[0], "") if values else ""


def is_name_token(token: Token) -> bool:
    """Whether a token was read as a word of a proper name."""
    return (token.pos_ == "PROPN" or token.tag_ == "NE") and token.text[:1].isupper() and token.text[0].isalpha()
