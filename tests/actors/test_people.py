"""People: names, titles on every side, and who is meant by a nominal phrase."""

from __future__ import annotations

import pytest
from tests.actors.read import cast_of, mentions, named, titles

ROLES = [
    ("Landwirtschaftsministerin Edda Brook besuchte den Hof.", "Edda Brook", ("Landwirtschaftsministerin", None)),
    ("Der stellvertretende Bürgermeister Jens Harms sagte ab.", "Jens Harms", ("stellvertretende Bürgermeister", None)),
    ("Norwegens Außenminister Lars Dahl reist ab.", "Lars Dahl", ("Außenminister", "Norwegen")),
    ("Der norwegische Außenminister Lars Dahl reist ab.", "Lars Dahl", ("Außenminister", "Norwegen")),
    ("US-Finanzminister Paul Reed lehnte ab.", "Paul Reed", ("US-Finanzminister", "USA")),
    ("FDP-Landeschef Jörn Kraft forderte Neuwahlen.", "Jörn Kraft", ("FDP-Landeschef", "FDP")),
    ("Heike Wolter, Präsidentin des Bundesrechnungshofs, warnte davor.", "Heike Wolter", ("Präsidentin", None)),
    ("Der Chef der Bundespolizei, Rolf Maaß, trat zurück.", "Rolf Maaß", ("Chef", "Bundespolizei")),
    (
        "Der Minister für Wohnen und Verkehr, Udo Lenz, trat zurück.",
        "Udo Lenz",
        ("Minister für Wohnen und Verkehr", None),
    ),
    ("Bürgermeister Udo Lenz (SPD) lobte das Programm.", "Udo Lenz", (None, "SPD")),
    ("Karin Thoma von der FDP kritisierte das Vorhaben.", "Karin Thoma", (None, "FDP")),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_title_and_body(text: str, name: str, role: tuple[str | None, str | None]) -> None:
    actor = named(text, name)
    assert actor.kind == "person"
    if role[0] == "Präsidentin":  # the body may be a nominal one
        assert "Präsidentin" in [t for t, _ in titles(actor)]
    else:
        assert role in titles(actor)


def test_a_title_span_holds_the_title() -> None:
    text = "Der Vorsitzende Richter Armin Glock vertagte den Prozess."
    role = named(text, "Armin Glock").roles[0]
    assert role.span is not None and text[role.span.start : role.span.end] == role.title == "Vorsitzende Richter"


def test_a_shared_title_belongs_to_both() -> None:
    text = "Die Schlichter Bernd Rose und Marta Ehlers legten den Streit bei."
    assert titles(named(text, "Bernd Rose")) == titles(named(text, "Marta Ehlers")) == [("Schlichter", None)]


def test_a_genitive_behind_a_title_is_no_bearer() -> None:
    text = "Ministerpräsident Karl Holm trat zurück. Der Nachfolger Holms wurde Ernst Weiß."
    assert ("Nachfolger", None) not in titles(named(text, "Karl Holm"))


def test_a_name_of_a_surname_with_s_bears_its_title() -> None:
    text = "Trainer Karl Holms trat zurück. Nachfolger Holms wurde verabschiedet."
    assert ("Trainer", None) in titles(named(text, "Karl Holms"))


def test_the_bare_subject_of_a_plural_verb_is_a_group() -> None:
    text = "Reeder beraten derzeit über Umleitungen."
    assert [(actor.name, actor.kind) for actor in cast_of(text)[1].actors] == [("Reeder", "group")]


def test_surname_genitive_and_nominal_are_one_actor() -> None:
    text = (
        "Innenministerin Petra Krause kündigte ein Gesetz an. Die Ministerin sprach von einem Erfolg. "
        "Krauses Vorschlag stieß auf Kritik. Krause wies sie zurück."
    )
    assert mentions(text, named(text, "Petra Krause")) == ["Petra Krause", "Ministerin", "Krauses", "Krause"]


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Anna Winter und Paul Winter stritten. Herr Winter verließ den Saal, Frau Winter blieb."
    assert mentions(text, named(text, "Paul Winter")) == ["Paul Winter", "Winter"]
    assert mentions(text, named(text, "Anna Winter")) == ["Anna Winter", "Winter"]


def test_an_age_finds_its_person() -> None:
    text = "Trainer Ole Brandt (52) lobte Stürmer Tim Asmus (23). Der 52-Jährige war zufrieden."
    assert mentions(text, named(text, "Ole Brandt")) == ["Ole Brandt", "52-Jährige"]


def test_an_office_takes_up_another_word_for_it() -> None:
    text = "Der ungarische Ministerpräsident Gabor Nagy lehnte ab. Der Regierungschef nannte keine Gründe."
    assert mentions(text, named(text, "Gabor Nagy")) == ["Gabor Nagy", "Regierungschef"]


def test_a_party_politician_is_taken_up() -> None:
    text = "Der Abgeordnete Nils Freund (CDU) sprach zuerst. Der CDU-Politiker forderte mehr Geld."
    assert mentions(text, named(text, "Nils Freund")) == ["Nils Freund", "CDU-Politiker"]


def test_an_unnamed_speaker_is_an_actor_with_a_body() -> None:
    text = "Ein Sprecher des Umweltministeriums wies die Vorwürfe zurück."
    actor = named(text, "Sprecher des Umweltministeriums")
    assert actor.kind == "person" and [t for t, _ in titles(actor)] == ["Sprecher"]


@pytest.mark.parametrize(
    "text", ["Kein Minister kam.", "Er arbeitet als Lehrer in Bremen.", "Das Auto stand am Bahnhof."]
)
def test_what_is_nobody(text: str) -> None:
    assert cast_of(text)[1].actors == ()
