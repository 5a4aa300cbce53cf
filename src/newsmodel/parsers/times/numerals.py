"""German number words and ordinals."""

from __future__ import annotations

import functools

from newsmodel.parsers.times.vocabulary import words

_SMALL = ("digit", "teen", "ten")
_LONGEST = 70  # letters: longer words are never numerals of a date or an amount
_ENDINGS = ("en", "er", "es", "em", "e", "")


@functools.lru_cache(maxsize=4096)
def cardinal(word: str) -> int | None:
    """Read a German number word below a million.

    Args:
        word: one word, any case.

    Returns:
        Its value; None where it is no number word. `ein` and its forms are 1.

    >>> cardinal("einundzwanzig"), cardinal("zweihundertfünfzig"), cardinal("eintausend"), cardinal("Hund")
    (21, 250, 1000, None)
    """
    word = word.lower()
    if not word or len(word) > _LONGEST:
        return None
    if one := words().get(word, {}).get("one"):
        return int(one)
    return _thousands(word)


def _thousands(word: str) -> int | None:
    head, sign, tail = word.partition("tausend")
    if not sign:
        return _hundreds(word)
    high = _hundreds(head) if head else 1
    low = _hundreds(tail) if tail else 0
    return None if high is None or low is None else high * 1000 + low


def _hundreds(word: str) -> int | None:
    head, sign, tail = word.partition("hundert")
    if not sign:
        return _tens(word)
    high = _tens(head) if head else 1
    low = _tens(tail.removeprefix("und") or tail) if tail else 0
    return None if high is None or low is None or high > 99 else high * 100 + low


def _tens(word: str) -> int | None:
    if word in ("ein", "eins"):
        return 1
    kinds = words().get(word, {})
    for kind in _SMALL:
        if kind in kinds:
            return int(kinds[kind])
    head, sign, tail = word.partition("und")
    if not sign or "ten" not in words().get(tail, {}):
        return None
    unit = 1 if head == "ein" else int(words().get(head, {}).get("digit", "0"))
    return int(words()[tail]["ten"]) + unit if unit else None


@functools.lru_cache(maxsize=4096)
def ordinal(word: str) -> int | None:
    """Read a German ordinal in any of its endings.

    Args:
        word: one word, any case.

    Returns:
        Its value; None where it is no ordinal.

    >>> ordinal("ersten"), ordinal("zweites"), ordinal("einundzwanzigster"), ordinal("letzte")
    (1, 2, 21, None)
    """
    word = word.lower()
    if len(word) > _LONGEST:
        return None
    for ending in _ENDINGS:
        stem = word.removesuffix(ending) if ending else word
        if stem == word and ending:
            continue
        if value := words().get(stem, {}).get("ordinal"):
            return int(value) if ending else None
        if stem.endswith("st") and (number := cardinal(stem[:-2])) is not None and number > 19:
            return number if ending else None
        if stem.endswith("t") and (number := cardinal(stem[:-1])) is not None and 1 < number < 20:
            return number if ending else None
    return None


def with_half(word: str) -> int | None:
    """Read the whole number in `zweieinhalb`, None for other words.

    >>> with_half("zweieinhalb"), with_half("dreieinhalbe"), with_half("halb")
    (2, 3, None)
    """
    head, sign, tail = word.lower().partition("einhalb")
    if not sign or not head or tail not in _ENDINGS:
        return None
    return cardinal(head)
