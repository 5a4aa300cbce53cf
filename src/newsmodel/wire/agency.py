"""News agencies: how they call themselves in the brackets of a dateline, and how they are called."""

from __future__ import annotations

import re
from functools import cache

from newsmodel.german.lexicon import table

__all__ = ["read_agency"]

_SERVICE = re.compile(r"[a-zäöü][a-zäöü0-9-]{1,11}")
_PARTS = re.compile(r"\s*[/,;+]\s*")


@cache
def _agencies() -> dict[str, str]:
    return {row["code"]: row["agency"] for row in table("wire_agencies")}


def read_agency(words: str) -> str | None:
    """Return the usual name of the agency that brackets name first.

    Services of an agency, several agencies, and the product behind the name are understood.

    Args:
        words: what stands between the brackets.

    Returns:
        The name, or None if the brackets hold something else.

    >>> read_agency("dpa/lni"), read_agency("dpa-AFX Broker"), read_agency("sda/dpa"), read_agency("SPD")
    ('dpa', 'dpa-AFX', 'Keystone-SDA', None)
    """
    words = " ".join(words.split())
    whole = _agencies().get(words.casefold())
    if whole is not None:
        return whole
    first, *others = _PARTS.split(words)
    name = _agencies().get(first.casefold()) or _agencies().get(first.split(" ", 1)[0].casefold())
    if name is None or not all(part.casefold() in _agencies() or _SERVICE.fullmatch(part) for part in others):
        return None
    return name
