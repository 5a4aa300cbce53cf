"""Words around a name or a noun that say how it is meant, by their use."""

from __future__ import annotations

from functools import cache

from newsmodel.german.lexicon import table


@cache
def _uses() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("actors_context"):
        found.setdefault(row["use"], set()).add(row["word"])
    return {use: frozenset(words) for use, words in found.items()}


def words(use: str) -> frozenset[str]:
    """Return the words of one use.

    >>> "Hauptstadt" in words("area")
    True
    """
    return _uses()[use]


@cache
def sorts_meant() -> dict[str, frozenset[str]]:
    """Return, for a general noun, the sorts of entity that it may take up; "" among them means an unknown sort.

    >>> sorted(sorts_meant()["gericht"])
    ['court']
    """
    return {row["word"]: frozenset(row["sorts"].split(";")) for row in table("actors_general")}


@cache
def _compounding() -> frozenset[str]:
    return frozenset(row["word"] for row in table("actors_general") if row["compounds"])


def takes_compounds(word: str) -> bool:
    """Whether compounds with a general noun take up a known body (`die Umweltorganisation`: not `das Landgericht`).

    >>> takes_compounds("organisation"), takes_compounds("gericht")
    (True, False)
    """
    return word in _compounding()


@cache
def offices() -> dict[str, str]:
    """Return the office that each word for one means, in lower case (`staatschef`, `präsident`)."""
    return {row["word"].lower(): row["office"] for row in table("actors_offices")}


def general_noun(base: str) -> str | None:
    """Return the general noun that a noun is or ends in (`weltverband`: `verband`), None if there is none."""
    meant = sorts_meant()
    if base in meant:
        return base
    return next((word for word in meant if len(word) > 3 and base.endswith(word)), None)
