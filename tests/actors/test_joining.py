"""One body under several words: compounds, sides, short names, names told later; and what is no name."""

from __future__ import annotations

import pytest
from tests.actors.read import cast_of, mentions, named


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Der WWF lobt den Beschluss. Die Umweltschutzorganisation hofft auf mehr.",
            "WWF",
            ["WWF", "Umweltschutzorganisation"],
        ),
        (
            "Die Arbeitgeber legten ein Angebot vor. Die Arbeitgeberseite erklärte, es sei gut.",
            "Arbeitgeberseite",
            ["Arbeitgeber", "Arbeitgeberseite"],
        ),
        ("Škoda Auto baut ein Werk. Skoda rechnet mit Gewinn.", "Škoda Auto", ["Škoda Auto", "Skoda"]),
        (
            "Die Terrormiliz griff an. Die Terrormiliz Islamischer Staat erklärte sich dazu.",
            "Islamischer Staat",
            ["Terrormiliz", "Islamischer Staat"],
        ),
    ],
)
def test_words_for_one_body_are_joined(text: str, name: str, expected: list[str]) -> None:
    assert mentions(text, named(text, name)) == expected


def test_a_court_of_another_name_is_another_body() -> None:
    text = "Das Landgericht Kassel urteilte am Montag. Das Verfassungsgericht erklärte, es prüfe den Fall."
    assert {a.name for a in cast_of(text)[1].actors} >= {"Landgericht Kassel", "Verfassungsgericht"}


def test_the_country_in_front_belongs_to_the_body() -> None:
    text = "Iraks Armee eroberte am Montag die Stadt."
    assert [mentions(text, actor) for actor in cast_of(text)[1].actors] == [["Iraks Armee"]]


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("Um 10.05 Uhr MEZ meldete Anna Berg den Brand.", "MEZ"),
        ("Die Fahrzeuge laufen vom Band, sagte Anna Berg.", "Band"),
        ("Der Präsident Jan Holm warf dem Minister Wortbruch vor.", "Wortbruch"),
    ],
)
def test_what_is_no_actor(text: str, no: str) -> None:
    assert no not in {actor.name for actor in cast_of(text)[1].actors}
