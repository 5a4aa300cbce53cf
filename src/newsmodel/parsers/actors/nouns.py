"""Nouns that name people, bodies and groups, found as the last part of any German compound, in any form."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import attrs

from newsmodel.german.lexicon import table

PERSON, BODY, GROUP = "person", "body", "group"
_LAYERS = ((PERSON, "actors_persons"), (BODY, "actors_organizations"), (GROUP, "actors_groups"))
_AGED = re.compile(r"(\d{1,3})-?[jJ]ährige[rnm]?")
_SHORTEST_HEAD = 4
_SHORT_HEADS = frozenset(
    {"rat", "räte", "amt", "rats", "rates", "amts", "amtes", "chef", "elf", "fan", "fans", "mann", "frau"}
)
_LETTERS = {"ae": "ä", "oe": "ö", "ue": "ü"}
_SPELLED = re.compile(r"(?<![aeqAEQ])(?:ae|oe|ue)", re.IGNORECASE)
"""Umlauts as the wire spells them where it has no letters for them (`Buerger`)."""
_UMLAUTS = str.maketrans({"a": "ä", "o": "ö", "u": "ü"})
_ROUNDED = ("arzt", "anwalt", "rat", "bauer", "koch", "papst", "jude", "franzose")


@attrs.frozen(slots=True)
class Noun:
    """A reading of a word as a noun for actors.

    Attributes:
        base: the head in the nominative singular, lower case (`minister` of `Außenministerin`).
        layer: `person`, `body` or `group`.
        gender: m, f, n, p (plural only) or a (nominalised adjective: the context says).
        sort: the finer sort that the tables give.
        number: s, p, or "" where the form leaves it open.
        before: what stands before the head in the compound (`Außen`, `US-`), "" for none.
        age: the number in `44-Jährige`.
    """

    base: str
    layer: str
    gender: str
    sort: str
    number: str
    before: str = ""
    age: int | None = None

    @property
    def titular(self) -> bool:
        """Whether the noun may be somebody's title or function."""
        return self.layer == PERSON and self.sort in {"office", "job"}


def _feminine(base: str) -> str:
    if base.endswith("mann"):
        return base.removesuffix("mann") + "frau"
    stem = base.removesuffix("e")
    for word in _ROUNDED:
        if base.endswith(word):
            head = stem[: len(stem) - len(word.removesuffix("e"))]
            part = word.removesuffix("e")
            vowels = [i for i, c in enumerate(part) if c in "aou"]
            last = vowels[-1] if vowels else None
            if word == "bauer":
                last = 1
            if last is not None:
                part = part[:last] + part[last].translate(_UMLAUTS) + part[last + 1 :]
            return head + part + "in"
    return stem + "in"


def _forms(base: str, gender: str, plural: str) -> list[tuple[str, str]]:
    if gender == "a":
        return [(base, ""), (base + "n", ""), (base + "r", ""), (base + "m", "s")]
    if gender == "p":
        return [(base, "p"), (base + "n", "p")] if not base.endswith(("n", "s")) else [(base, "p")]
    plural = plural or base
    weak = gender == "m" and plural.endswith("en") and plural.startswith(base.removesuffix("e"))
    forms = [(plural, "" if weak or plural == base else "p"), (base, "" if plural == base else "s")]
    if gender != "f":
        forms += [(base + "s", "s"), (base + "es", "s")] if not base.endswith("e") else [(base + "s", "s")]
    if base.endswith("nis"):
        forms.append((base + "ses", "s"))
    if plural[-1] not in "ns":
        forms.append((plural + "n", "p"))
    if gender == "m" and base.endswith("e"):
        forms.append((base + "n", ""))
    return forms


def _first_part(word: str, heads: set[str]) -> str:
    """Return what stands before the head in a compound of the tables (`Stadt` in `Stadtverwaltung`), "" for none."""
    lower = word.lower()
    starts = range(2, len(lower) - 2)
    return next(
        (word[:at] for at in starts if lower[at:] in heads and (len(lower) - at > 3 or lower[at:] == "rat")), ""
    )


@cache
def _readings() -> dict[str, tuple[Noun, ...]]:
    found: dict[str, list[Noun]] = {}

    def add(form: str, noun: Noun) -> None:
        kept = found.setdefault(form, [])
        if all((n.layer, n.base, n.before) != (noun.layer, noun.base, noun.before) for n in kept):
            kept.append(noun)

    for layer, name in _LAYERS:
        heads = {row["word"].lower() for row in table(name)}
        for row in table(name):
            word, gender, sort = row["word"], row["gender"], row["sort"]
            before = _first_part(word, heads)
            plain = Noun(
                base=word[len(before) :].lower(), layer=layer, gender=gender, sort=sort, number="", before=before
            )
            for form, number in _forms(word.lower(), gender, row["plural"].lower()):
                add(form, attrs.evolve(plain, number=number))
            if layer == PERSON and gender == "m" and sort != "address":
                feminine = _feminine(word.lower())
                plural = feminine + ("en" if feminine.endswith("frau") else "nen")
                add(feminine, attrs.evolve(plain, gender="f", number="s"))
                add(plural, attrs.evolve(plain, gender="f", number="p"))
    return {form: tuple(nouns) for form, nouns in found.items()}


@cache
def _exceptions() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in table("actors_exceptions"))


@cache
def _alone() -> frozenset[str]:
    """Forms that are the last part of no compound for an actor (`Führung`: `Einführung`)."""
    bases = {row["word"].lower() for row in table("actors_uncompounded")}
    return frozenset(form for form, nouns in _readings().items() if any(n.base in bases for n in nouns))


def _excepted(word: str) -> bool:
    known = _exceptions()
    stems = {word.removesuffix(end) for end in ("", "s", "es", "e", "en", "n", "er", "ern")}
    return any(stem[at:] in known for stem in stems for at in range(max(1, len(stem) - 4)))


@lru_cache(maxsize=20000)
def readings(word: str) -> tuple[Noun, ...]:
    """Return the readings of a word as a noun for actors, by its longest known last part.

    >>> [(n.base, n.layer, n.before) for n in readings("Außenministerin")]
    [('minister', 'person', 'Außen')]
    >>> readings("52-Jährige")[0].age
    52
    >>> readings("Apparat")
    ()
    """
    if (aged := _AGED.fullmatch(word)) is not None:
        return (Noun(base="jährige", layer=PERSON, gender="a", sort="human", number="", age=int(aged.group(1))),)
    lower = word.lower()
    if not word[:1].isupper() and "-" not in word:
        return ()
    known = _readings()
    if lower in known:
        return tuple(n for n in known[lower] if n.base != "amt" or n.before)
    if len(word) > 60 or _excepted(lower.rpartition("-")[2] or lower):
        return ()
    for at in range(1, len(lower) - 2):
        head = lower[at:]
        if head not in known:
            continue
        hyphen = lower[at - 1] == "-"
        if not hyphen and head in _alone():
            return ()
        if not hyphen and (at < 3 or (len(head) < _SHORTEST_HEAD and head not in _SHORT_HEADS)):
            continue
        return tuple(attrs.evolve(noun, before=word[:at] + noun.before) for noun in known[head])
    spelled = _SPELLED.sub(lambda m: _LETTERS[m.group().lower()], word)
    return readings(spelled) if spelled != word else ()


def noun(word: str, layer: str | None = None) -> Noun | None:
    """Return the first reading of a word, of one layer if that is given.

    >>> noun("Polizeibehörde").sort
    'agency'
    >>> noun("Baum") is None
    True
    """
    return next((n for n in readings(word) if layer is None or n.layer == layer), None)
