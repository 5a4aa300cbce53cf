"""Whether a text is German, by its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from newsmodel.german.lexicon import table

__all__ = ["detect_language", "is_german"]

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_END = "\u0250"
_ENOUGH = 4
"""So many small words must speak for another language before a text is taken to be in it."""

_SAMPLE = 4000
"""Words; more are not looked at, so that a long text costs no more."""


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table("language_words"):
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), row["language"])
    return found


def detect_language(text: str) -> str | None:
    """Return the language of a text, as far as its small words tell.

    Args:
        text: the text.

    Returns:
        A BCP 47 code: `de`, or one of the languages that a German desk meets; `und` for another script; None where
        there is too little to tell.

    >>> detect_language("Der Rat hat die Pläne für den Hafen abgelehnt.")
    'de'
    >>> detect_language("The council has rejected the plans for the port, and that was the end of it.")
    'en'
    >>> detect_language("Nordstadt 3:1") is None
    True
    """
    counts: Counter[str] = Counter()
    latin = other = 0
    for number, match in enumerate(_WORD.finditer(text)):
        if number >= _SAMPLE:
            break
        word = match[0]
        if word[0] < _LATIN_END:
            latin += len(word)
        else:
            other += len(word)
        for language in _languages_of().get(word.casefold(), ()):
            counts[language] += 1
    if other > latin and other > _ENOUGH:
        return "und"
    if not counts:
        return None
    language, most = max(counts.items(), key=lambda item: (item[1], item[0] == "de"))
    if counts["de"] == most or (most < _ENOUGH and counts["de"]):
        return "de"
    return language if most >= _ENOUGH else None


def is_german(text: str) -> bool:
    """Return whether a text is German, or too short to say that it is not.

    >>> is_german("Berlin (dpa) - Die Ministerin trat zurück."), is_german("Le ministre a dit que la loi est prête.")
    (True, False)
    """
    return detect_language(text) in ("de", None)
