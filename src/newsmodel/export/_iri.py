"""Identifiers for what an article and its items are called outside."""

from __future__ import annotations

import hashlib
import re

from newsmodel.model import Article

# RFC 3987 in short: a scheme, a colon, and nothing that an IRI may not hold. No fragment: that is where our ids go.
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:[A-Za-z0-9!$&'()*+,;=:@/?._~%-]{1,2000}")


def iri(article: Article) -> str:
    """Return the IRI of an article: its own where it has one, else one made of its text.

    Args:
        article: the article.

    Returns:
        The `uri` of the article if that is an absolute IRI in ASCII without a fragment, else
        `urn:newsmodel:text:` and the beginning of the SHA-256 of the text, so that the same text has the same name.
    """
    if article.uri is not None and is_iri(article.uri):
        return article.uri
    return f"urn:newsmodel:text:{hashlib.sha256(article.text.encode()).hexdigest()[:32]}"


def is_iri(text: str) -> bool:
    """Return whether a string is an absolute IRI, in ASCII and without a fragment."""
    return _ABSOLUTE.fullmatch(text) is not None and re.search("%(?![0-9A-Fa-f]{2})", text) is None
