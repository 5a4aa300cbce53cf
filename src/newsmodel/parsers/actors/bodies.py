"""Well-known bodies by any of their names, and the sort of a body by the words of its name."""

from __future__ import annotations

from functools import cache

import attrs

from newsmodel.german.lexicon import table
from newsmodel.parsers.actors.nouns import BODY, noun

_LEGAL_FORMS = frozenset(
    {
        "AG",
        "SE",
        "GmbH",
        "KG",
        "KGaA",
        "Inc",
        "Inc.",
        "Corp",
        "Corp.",
        "Ltd",
        "Ltd.",
        "PLC",
        "plc",
        "Co",
        "Co.",
        "N.V.",
        "S.A.",
        "SA",
        "eG",
        "Holding",
        "Group",
        "e.V.",
        "e.G.",
        "mbH",
        "gGmbH",
        "UG",
        "OHG",
    }
)
_CLUBS = frozenset(
    {
        "FC",
        "SV",
        "VfB",
        "VfL",
        "TSV",
        "SC",
        "FSV",
        "HSV",
        "TSG",
        "BVB",
        "1.",
        "SpVgg",
        "TV",
        "HC",
        "EHC",
        "SSV",
        "FCN",
        "AC",
        "AS",
        "CF",
    }
)


@attrs.frozen(slots=True)
class Body:
    """A well-known body.

    Attributes:
        name: its usual name.
        sort: party, court, company, media and so on.
    """

    name: str
    sort: str


@cache
def _known() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for row in table("actors_bodies"):
        body = Body(name=row["name"], sort=row["sort"])
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            found.setdefault(name, body)
    return found


def known_forms() -> dict[str, Body]:
    """Return all names of well-known bodies."""
    return _known()


def body(name: str) -> Body | None:
    """Return the well-known body of a name, genitive s or not.

    >>> body("Bundestages").name, body("Vereinten Nationen").name
    ('Bundestag', 'UN')
    """
    known = _known()
    for end in ("", "s", "es"):
        if name.endswith(end) and (found := known.get(name[: len(name) - len(end)])) is not None:
            return found
    return None


def sort_of(words: tuple[str, ...]) -> str:
    """Return the sort of a body by the words of its name, "" if they do not tell.

    >>> sort_of(("Landgericht", "Kassel")), sort_of(("Moorwerke", "AG"))
    ('court', 'company')
    """
    if any(w in _LEGAL_FORMS for w in words):
        return "company"
    if any(w in _CLUBS for w in words):
        return "team"
    for word in words:
        found = noun(word, BODY)
        if found is not None:
            return found.sort
    return ""


def without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without `AG`, `GmbH` and their like at its end."""
    end = len(words)
    while end > 1 and words[end - 1] in _LEGAL_FORMS | {"&"}:
        end -= 1
    return words[:end]
