"""Which of several versions of a dispatch counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from newsmodel.model import Article
from newsmodel.model.ids import digest

_KILLED = {"canceled", "cancelled", "kill", "killed"}
"""What `status` (IPTC: canceled) or `signal` say of a dispatch that the agency takes back."""


def newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return articles without those that a later version supersedes, and without those that were killed.

    Articles with the same `uri` are versions of one dispatch. The newest has the highest `version` (numbers in it count
    as numbers), among equal ones the latest `published`, then the last given. A dispatch is killed where the `status`
    of its newest version is `canceled`, or its `signal` `kill`; then nothing of it is left. Without a `uri`, only an
    article with the same text and date of publication is a version.

    Args:
        articles: any articles, in any order.

    Returns:
        One article a dispatch, where its first version stood.

    Examples:
        >>> first = Article(text="Der Rat tagt am Montag.", uri="urn:1", version="9")
        >>> corrected = Article(text="Der Rat tagt am Dienstag.", uri="urn:1", version="10", signal="correction")
        >>> [article.text for article in newest([corrected, first])]
        ['Der Rat tagt am Dienstag.']
        >>> newest([first, Article(text="", uri="urn:1", version="11", status="canceled")])
        ()
    """
    found: dict[str, Article] = {}
    for article in articles:
        key = digest(article) if article.uri is None else f"uri {article.uri}"
        if key not in found or age(found[key]) <= age(article):
            found[key] = article
    return tuple(article for article in found.values() if not is_killed(article))


def is_killed(article: Article) -> bool:
    """Return whether the agency took the dispatch back; code lists in front (`stat:canceled`) do not matter."""
    return any(
        code.rpartition(":")[2].strip().lower() in _KILLED for code in (article.status or "", article.signal or "")
    )


def age(article: Article) -> tuple[Any, ...]:
    """Return what orders the versions of a dispatch from old to new.

    Args:
        article: one of them.

    Returns:
        A key for sorting.
    """
    published = article.published
    return (_natural(article.version or ""), published is not None, published or 0)


def _natural(version: str) -> list[tuple[int, int, str]]:
    """Return a key that orders `9` before `10` and `2.9` before `2.10`."""
    parts = re.findall(r"[0-9]+|[^0-9]+", version.strip())
    # Digits by length, then as text: that orders numbers of any length without reading them.
    return [
        (1, len(part.lstrip("0")), part.lstrip("0")) if part.isdecimal() else (0, 0, part.lower()) for part in parts
    ]
