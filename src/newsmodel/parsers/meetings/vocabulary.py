"""The words that name meetings and tell what becomes of them, from the tables `meetings_*.tsv`."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import attrs

from newsmodel.german.lexicon import table
from newsmodel.model import MeetingFormat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsmodel.parsers.tokens import Token

_ENDINGS = ("", "s", "es", "e", "en", "n", "ns")
_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em", "ere", "eren", "erer", "eres", "erem")
_SHORTEST_TAIL = 4
_LONGEST = 60


@attrs.frozen(kw_only=True)
class NounEntry:
    """A noun that names a meeting: what it implies and what it needs beside it (see `meetings_nouns.tsv`)."""

    noun: str
    format: MeetingFormat
    kind: str
    need: str


@attrs.frozen(kw_only=True)
class VerbEntry:
    """A verb that names a meeting, with the frame it needs (see `meetings_verbs.tsv`)."""

    verb: str
    frame: str
    reflexive: str
    role: str
    format: MeetingFormat
    kind: str


@attrs.frozen(kw_only=True)
class Predicate:
    """What a verb says of a meeting that is its argument (see `meetings_predicates.tsv`)."""

    verb: str
    effect: str
    subject: str
    object: str


def squash(word: str) -> str:
    """Return a word in lower case without hyphens: `Video-Schalte` and `Videoschalte` are one.

    >>> squash("Video-Schalte")
    'videoschalte'
    """
    return word.lower().replace("-", "")


@cache
def _nouns() -> tuple[Mapping[str, NounEntry], Mapping[str, NounEntry], frozenset[str]]:
    alone: dict[str, NounEntry] = {}
    tails: dict[str, NounEntry] = {}
    never = set()
    for row in table("meetings_nouns"):
        key = squash(row["noun"])
        if row["use"] == "never":
            never.add(key)
            continue
        entry = NounEntry(noun=row["noun"], format=MeetingFormat(row["format"]), kind=row["kind"], need=row["need"])
        if row["use"] in ("both", "word"):
            alone[key] = entry
        if row["use"] in ("both", "tail"):
            tails[key] = entry
    return alone, tails, frozenset(never)


def noun_entry(token: Token) -> NounEntry | None:
    """Return the entry of a noun that names a meeting, alone or as the last part of a compound, else None."""
    return _entry_of_noun(token.lemma_, token.text)


@lru_cache(maxsize=20_000)
def _entry_of_noun(lemma: str, form: str) -> NounEntry | None:
    forms = [squash(lemma)]
    text = squash(form)
    forms += [text[: len(text) - len(end)] for end in _ENDINGS if text.endswith(end)]
    return _entry_of(tuple(dict.fromkeys(f[-_LONGEST:] for f in forms if len(f) >= _SHORTEST_TAIL)))


def _entry_of_form(form: str) -> NounEntry | bool:
    """The entry, True for a word that is known to name something else, False for an unknown one."""
    alone, tails, never = _nouns()
    if form in alone:
        return alone[form]
    for start in range(len(form) - _SHORTEST_TAIL + 1):
        tail = form[start:]
        if tail in never:
            return True
        if start > 1 and tail in tails:
            return tails[tail]
    return False


def _entry_of(forms: tuple[str, ...]) -> NounEntry | None:
    found = None
    for form in forms:
        entry = _entry_of_form(form)
        if entry is True:
            return None
        if found is None and isinstance(entry, NounEntry):
            found = entry
    return found


@cache
def _verbs() -> Mapping[str, tuple[VerbEntry, ...]]:
    found: dict[str, list[VerbEntry]] = {}
    for row in table("meetings_verbs"):
        entry = VerbEntry(
            verb=row["verb"],
            frame=row["frame"],
            reflexive=row["reflexive"],
            role=row["role"],
            format=MeetingFormat(row["format"]),
            kind=row["kind"],
        )
        found.setdefault(row["verb"], []).append(entry)
    return {verb: tuple(entries) for verb, entries in found.items()}


def verb_entries(lemma: str) -> tuple[VerbEntry, ...]:
    """Return the entries of a verb, by its lemma with the particle in front; empty if it names no meeting."""
    return _verbs().get(lemma, ())


@cache
def _predicates() -> Mapping[tuple[str, str], Predicate]:
    return {
        (row["verb"], row["slot"]): Predicate(
            verb=row["verb"],
            effect=row["effect"],
            subject=row["subject"] or "none",
            object=row["object"] or "none",
        )
        for row in table("meetings_predicates")
    }


def predicate(lemma: str, slot: str) -> Predicate | None:
    """Return what a verb or light-verb phrase says of a meeting in one of its slots, None if nothing."""
    return _predicates().get((lemma, slot))


@cache
def _governors() -> Mapping[str, str]:
    return {row["noun"].lower(): row["effect"] for row in table("meetings_governors")}


def governor(noun: Token) -> str | None:
    """Return what a noun over a meeting says of it (`Absage`: cancelled), None if nothing."""
    effects = _governors()
    for form in (noun.lemma_.lower(), noun.lower_, noun.lemma_.lower().removesuffix("en")):
        if form in effects:
            return effects[form]
    return None


@cache
def _modifiers() -> Mapping[str, str]:
    return {row["word"]: row["effect"] for row in table("meetings_modifiers")}


def modifier(word: Token) -> str | None:
    """Return what an adjective, participle or adverb says of a meeting, None if nothing.

    The word is compared as it stands, its ending taken off: lemmas of participles may be infinitives.
    """
    effects = _modifiers()
    text = word.lower_
    if word.pos_ in ("NOUN", "PROPN", "ADP"):
        return None
    if text in effects:
        return effects[text]
    if word.pos_ not in ("ADJ", "VERB", "DET"):
        return None
    for ending in _ADJECTIVE_ENDINGS[1:]:
        if text.endswith(ending) and text[: -len(ending)] in effects:
            return effects[text[: -len(ending)]]
    return None


@cache
def _formats() -> Mapping[tuple[str, str], MeetingFormat]:
    return {(row["word"].lower(), row["place"]): MeetingFormat(row["format"]) for row in table("meetings_formats")}


def format_word(word: str, place: str) -> MeetingFormat | None:
    """Return the format that a word tells in a place (adjective, adverb, noun, part), None if none."""
    formats = _formats()
    lower = word.lower()
    if (lower, place) in formats:
        return formats[lower, place]
    if place == "adjective":
        for ending in _ADJECTIVE_ENDINGS[1:6]:
            if lower.endswith(ending) and (lower[: -len(ending)], place) in formats:
                return formats[lower[: -len(ending)], place]
    return None


@lru_cache(maxsize=1 << 12)
def format_of_compound(word: str) -> MeetingFormat | None:
    """Return the format that the first part of a compound tells (`Online-Pressekonferenz`: video)."""
    squashed = squash(word)
    for (first, place), value in _formats().items():
        if place == "part" and squashed.startswith(first) and len(squashed) > len(first) + _SHORTEST_TAIL:
            return value
    return None


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("meetings_groups"):
        found.setdefault(row["role"], set()).add(row["word"].lower())
    return {role: frozenset(words) for role, words in found.items()}


def is_representative(noun: Token) -> bool:
    """Tell whether a noun names people who stand for the bodies beside it (`Vertreter der Regierung`)."""
    words = _groups()["stands_for"]
    lemma, text = noun.lemma_.lower(), noun.lower_
    if "Plur" in noun.morph.get("Number") and lemma.endswith(tuple(_groups()["office"])):
        return True  # `die Außenminister Frankreichs und Polens`: the two states meet
    return lemma in words or text in words or text.removesuffix("n") in words


def is_court(noun: Token) -> bool:
    """Tell whether a noun names a court, whose sittings are trials."""
    lemma = noun.lemma_.lower()
    return lemma in _groups()["court"] or lemma.endswith(("gericht", "gerichtshof", "kammer"))


def is_public(noun: Token) -> bool:
    """Tell whether a noun names an audience (`vor Anhängern`, `vor dem Bundestag`)."""
    words = _groups()["public"] | _groups()["press"]
    lemma, text = noun.lemma_.lower(), noun.lower_
    return lemma in words or text in words or text.removesuffix("n") in words or text.removesuffix("en") in words


def is_school(noun: Token) -> bool:
    """Tell whether a noun names what is attended, not met: `besuchte die Schule`, `besuchte das Konzert`."""
    words = _groups()["attended"]
    lemma = noun.lemma_.lower()
    return lemma in words or any(lemma.endswith(word) for word in ("schule", "gymnasium", "universität", "konzert"))


def is_venue(noun: Token) -> bool:
    """Tell whether a common noun names a place where people meet (`im Kanzleramt`, `in einem Hotel`)."""
    words = _groups()["venue"]
    lemma = noun.lemma_.lower()
    return lemma in words or any(lemma.endswith(word) for word in ("palast", "schloss", "hotel", "rathaus"))


def is_a(role: str, word: str) -> bool:
    """Tell whether a word has a role in `meetings_groups.tsv`.

    Args:
        role: the role, `length` or `there` and the like.
        word: a lemma or form, in any case.

    >>> is_a("there", "zugeschaltet")
    True
    """
    return word.lower() in _groups()[role]


def is_site(noun: Token) -> bool:
    """Tell whether a noun names a place that officials visit (`besuchte die Unglücksstelle`)."""
    lemma = noun.lemma_.lower()
    return any(lemma.endswith(word) for word in _groups()["site"])
