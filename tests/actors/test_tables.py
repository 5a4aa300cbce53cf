"""Nouns, places and tables of the actors."""

from __future__ import annotations

import pytest

from newsmodel.german.lexicon import table
from newsmodel.parsers.actors.context import sorts_meant, words
from newsmodel.parsers.actors.nouns import noun, readings
from newsmodel.parsers.actors.people import gender_of_name
from newsmodel.parsers.actors.places import by_adjective, by_people, capital_of, country

FORMS = [
    ("Bundeslandwirtschaftsministerinnen", "minister", "person", "f", "p"),
    ("Rechtsanwältin", "anwalt", "person", "f", "s"),
    ("Stadträte", "stadtrat", "person", "m", "p"),
    ("Kauffrau", "mann", "person", "f", "s"),
    ("Ausländerbehörden", "behörde", "body", "f", "p"),
    ("Oberlandesgerichts", "gericht", "body", "n", "s"),
    ("17-Jähriger", "jährige", "person", "a", ""),
    ("Nachbarländern", "land", "body", "n", "p"),
]


@pytest.mark.parametrize(("word", "base", "layer", "gender", "number"), FORMS)
def test_forms_of_nouns(word: str, base: str, layer: str, gender: str, number: str) -> None:
    found = next(n for n in readings(word) if n.layer == layer)
    assert (found.base, found.gender, found.number) == (base, gender, number)


@pytest.mark.parametrize(
    "word", ["Fahrzeuge", "Paragraf", "Einführung", "Vorrat", "Urkunde", "Webseite", "Umgang", "sprecher"]
)
def test_words_that_only_look_like_actors(word: str) -> None:
    assert noun(word) is None


def test_places() -> None:
    assert [c.name for c in map(country, ("Türkei", "Sachsens", "NRW")) if c] == [
        "Türkei",
        "Sachsen",
        "Nordrhein-Westfalen",
    ]
    assert [c.name for c in map(by_adjective, ("schwedischem", "bayerische", "US-amerikanischen")) if c] == [
        "Schweden",
        "Bayern",
        "USA",
    ]
    assert (capital_of("Oslo"), country("Oslo")) == (country("Norwegen"), None)
    assert by_people("Französinnen") is None and by_people("Italienerinnen") == (country("Italien"), "p")


def test_genders_of_first_names() -> None:
    assert [gender_of_name((n, "Muster")) for n in ("Heike", "Jürgen", "Xyzzy")] == ["f", "m", ""]


def test_every_used_list_is_there() -> None:
    assert {row["use"] for row in table("actors_context")} >= {
        "area",
        "act",
        "saying",
        "static",
        "post",
        "again",
        "other",
    }
    assert words("other").isdisjoint(words("again"))
    sorts = {row["sort"] for row in table("actors_organizations")} | {row["sort"] for row in table("actors_bodies")}
    assert {s for meant in sorts_meant().values() for s in meant} - {""} <= sorts
