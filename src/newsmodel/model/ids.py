"""The ids of the objects of an article, as JSON, tables, graphs and displays write them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from newsmodel.model.actor import Actor
from newsmodel.model.issue import Issue
from newsmodel.model.meeting import Meeting
from newsmodel.model.stance import Stance
from newsmodel.model.statement import Statement
from newsmodel.model.time import TimeExpression

if TYPE_CHECKING:
    from newsmodel.model.article import Article

ID_LETTERS: dict[type, tuple[str, str]] = {
    Issue: ("issues", "i"),
    Actor: ("actors", "a"),
    TimeExpression: ("times", "t"),
    Meeting: ("meetings", "m"),
    Statement: ("statements", "s"),
    Stance: ("stances", "p"),
}
"""The classes that have ids: the field of Article that holds them, and the letter of their ids (p: position)."""


def ids_of(article: Article) -> dict[object, str]:
    """Return the id of each object of an article: a letter for the class, its number in its list from 1.

    Args:
        article: the article.

    Returns:
        `a2` for its second actor, `s1` for its first statement, and so on.
    """
    return {
        item: f"{letter}{number}"
        for name, letter in ID_LETTERS.values()
        for number, item in enumerate(getattr(article, name), 1)
    }


def digest(article: Article) -> str:
    """Return what names an article in tables and graphs: equal for the same dispatch in any batch and on any machine.

    Args:
        article: the article; its uri, version, published and text count.

    Returns:
        16 hexadecimal digits.
    """
    parts = (article.uri, article.version, article.published, article.text)
    # The length in front keeps ("a", "b") from meaning the same as ("ab", "").
    text = "".join("-" if part is None else f"{len(str(part))}:{part}" for part in parts)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
