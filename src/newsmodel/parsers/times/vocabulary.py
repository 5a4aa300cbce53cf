"""The German words of time as one look-up: a word in lower case -> the kinds it can be, each with its value."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsmodel.german.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ENDINGS = ("", "e", "en", "er", "es", "em")
_TABLES = ("times_calendar", "times_numbers", "times_modifiers")


def spell(form: str) -> tuple[str, ...]:
    """Return the inflected forms that a cell of a table stands for: `letzt*` is `letzt`, `letzte` and so on.

    >>> spell("letzt*")[:3]
    ('letzt', 'letzte', 'letzten')
    """
    return tuple(form[:-1] + ending for ending in _ENDINGS) if form.endswith("*") else (form,)


@functools.cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return the vocabulary: word in lower case -> kind -> value.

    >>> words()["montag"]["weekday"]
    '1'
    >>> words()["vorjahr"]["deictic"]
    'year -1 p'
    """
    found: dict[str, dict[str, str]] = {}

    def add(forms: Iterable[str], kind: str, value: str) -> None:
        for form in forms:
            for word in spell(form):
                found.setdefault(word, {}).setdefault(kind, value)

    for name in _TABLES:
        for row in table(name):
            add(row["forms"].split(), row["kind"], row["value"])
    for row in table("times_units"):
        add(row["singular"].split(), "unit", row["unit"])
        add(row["plural"].split(), "units", row["unit"])
        for word in row["singular"].split() + row["plural"].split():
            found[word].setdefault("measure", f"{row['amount']} {row['iso']}")
    for row in table("times_deictic"):
        add(row["forms"].split(), "deictic", f"{row['unit']} {row['offset']} {row['anchor']}")
    for row in table("times_edges"):
        add(row["forms"].split(), "edgeunit", f"{row['part']} {row['unit']}")
    for row in table("times_sets"):
        add(row["forms"].split(), "set", row["value"])
    for row in table("times_cues"):
        add(row["forms"].split(), row["kind"], "1")
    weekdays = [(row["value"], row["forms"].split()) for row in table("times_calendar") if row["kind"] == "weekday"]
    dayparts = [(row["value"], row["forms"].split()) for row in table("times_calendar") if row["kind"] == "daypart"]
    for number, days in weekdays:
        for code, parts in dayparts:
            bases = [day for day in days if day.endswith(("tag", "mittwoch", "abend"))]
            add((day + part for day in bases for part in parts), "weekdaypart", f"{number} {code}")
    for row in table("times_numbers"):
        if row["kind"] == "ten":
            tens = row["forms"].split()
            add((f"{word}er{end}" for word in tens for end in ("", "n")), "decade", row["value"])
            add((f"{word}erjahre{end}" for word in tens for end in ("", "n")), "decadeyears", row["value"])
    return MappingProxyType({word: MappingProxyType(kinds) for word, kinds in found.items()})


@functools.cache
def stems() -> tuple[tuple[str, str], ...]:
    """Return the stems of adjectives and adverbs of duration with their measure, longest first.

    >>> dict(stems())["stünd"]
    '1 TH'
    """
    pairs = [(stem, f"{row['amount']} {row['iso']}") for row in table("times_units") for stem in row["stems"].split()]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@functools.cache
def phrases(name: str) -> Phrases:
    """Index the phrases of a table by their first word, longest phrase first.

    Args:
        name: `times_vague`, `times_holidays` or `times_zones`: first cell the value, last cell the phrases.

    Returns:
        First word in lower case -> pairs of all words (in lower case) and value.
    """
    index: Phrases = {}
    for row in table(name):
        columns = list(row)
        value = " ".join(row[column] for column in columns[:-1])
        for phrase in row[columns[-1]].split("|"):
            parts = phrase.lower().replace("-", " - ").replace(".", " .").split()
            for form in spell(parts[-1]):
                whole = (*parts[:-1], form)
                index.setdefault(whole[0], []).append((whole, value))
    for found in index.values():
        found.sort(key=lambda pair: (-len(pair[0]), pair))
    return index
