"""What a first name tells about gender."""

from __future__ import annotations

from functools import cache

from newsmodel.german.lexicon import table


@cache
def _first_names() -> dict[str, str]:
    found = {row["name"]: row["gender"] for row in table("actors_first_names")}
    found.update((row["name"], row["gender"]) for row in table("actors_given_names"))
    return found


def gender_of_name(words: tuple[str, ...]) -> str:
    """Return m or f by the first names of a full name, "" where they do not tell.

    >>> gender_of_name(("Klaus", "Berg")), gender_of_name(("Berg",))
    ('m', '')
    """
    known = _first_names()
    for word in words[:-1]:
        found = known.get(word) or known.get(word.partition("-")[0])
        if found:
            return found
    return ""
