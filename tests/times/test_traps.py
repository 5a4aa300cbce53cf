"""Words that look like a time and are none, and contradictions."""

from __future__ import annotations

import pytest
from tests.times.plain import found, times, values

from newsmodel.german.lexicon import table


@pytest.mark.parametrize(
    "text",
    [
        "Der 16 Jahre alte Schüler lief davon.",
        "Der 24-Jährige lief davon.",
        "Die 16-jährige Schülerin lief davon.",
        "Er starb im Alter von 70 Jahren.",
        "Sie wurde mit 30 Jahren Ministerin.",
        "Wählen dürfen alle ab 16 Jahren.",
        "Der zwei Jahre jüngere Bruder lief davon.",
        "Das kostet 2000 Euro.",
        "Auf 1900 Quadratmetern wird gebaut.",
        "Mehr als 2000 Menschen kamen.",
        "Es steht 3:2 nach Toren.",
        "Der Anteil stieg um 3.15 Prozent.",
        "Das gilt nach Artikel 2010 der Ordnung.",
        "Die Leitung hat die Nummer 0471 1984.",
        "Er arbeitet auf Montage.",
        "Guten Morgen, sagte sie.",
        "Dienstags-Runde und MIP-Montag sind Namen.",
    ],
)
def test_no_time(text: str) -> None:
    assert values(text) == {}


def test_articles_and_short_words_are_no_weekdays() -> None:
    assert values("Die Frau ging mit dem Mann so weit, wie es ging, und sagte: Mo, Di, Mi.") == {}


def test_terms_in_years_are_durations() -> None:
    assert values("Er wurde zu fünf Jahren Haft verurteilt.") == {"fünf Jahren": "P5Y"}


def test_in_with_a_past_verb_is_a_length() -> None:
    assert values("In zwei Jahren wurde das Haus gebaut.") == {"zwei Jahren": "P2Y"}


def test_weekday_that_contradicts_its_date_is_reported() -> None:
    result = found("Am Freitag, dem 4. April 2024, tagte der Rat.")
    assert [t.value for t in result.times] == ["2024-04-04"]
    (diagnostic,) = result.diagnostics
    assert diagnostic.code == "time.weekday_contradicts_date"
    assert "Donnerstag" in diagnostic.message
    assert found("Am Donnerstag, dem 4. April 2024, tagte der Rat.").diagnostics == ()


def test_days_that_the_calendar_has_not_are_no_dates() -> None:
    assert "30. Februar 2024" not in values("Am 30. Februar 2024 tagte der Rat.")
    assert values("Am 31.02.2024 tagte der Rat.") == {}


def test_lists_share_what_only_the_last_member_says() -> None:
    said = values("Der Rat tagt am 3., 4. und 5. Oktober 2024 von 9.30 bis 12 Uhr.")
    assert said == {
        "3.": "2024-10-03",
        "4.": "2024-10-04",
        "5. Oktober 2024": "2024-10-05",
        "9.30": "2024-10-05T09:30",
        "12 Uhr": "2024-10-05T12:00",
    }


def test_clock_takes_the_day_that_follows_it() -> None:
    assert values("Der Rat tagt um 14 Uhr am Freitag, das wird laut.")["14 Uhr"] == "2024-04-05T14:00"


def test_zone_stands_with_the_interval() -> None:
    (time,) = times("Der Rat tagte um 14 Uhr MESZ.")
    assert time.earliest is not None
    assert time.earliest.zone == "MESZ"


def test_a_day_is_remembered_within_its_paragraph_only() -> None:
    assert values("Am 3. Mai 2010 kam er.\n\nUm 14 Uhr ging er.")["14 Uhr"] == "2024-04-02T14:00"
    assert values("Am 3. Mai 2010 kam er. Um 14 Uhr ging er.")["14 Uhr"] == "2010-05-03T14:00"


def test_comparatives_and_people_are_no_times() -> None:
    assert values("Das Netz fiel früher aus als sonst.") == {}
    assert values("Der 22-Jährige kam zur Unfallzeit nicht.") == {}


def test_the_night_of_a_weekday_does_not_contradict_its_date() -> None:
    assert found("In der Nacht zu Samstag, dem 30. März 2024, schneite es.").diagnostics == ()
    assert len(found("In der Nacht zu Freitag, dem 30. März 2024, schneite es.").diagnostics) == 1


def test_weak_preterites_are_past_without_tags() -> None:
    text = "So fassten die Grünen am Donnerstag einen Beschluss."
    assert values(text, "2008-03-03") == {"Donnerstag": "2008-02-28"}


_MODS = {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}
_MODS |= {"START", "MID", "END", "APPROX"}


def test_modifiers_are_those_of_timex3() -> None:
    for row in table("times_modifiers"):
        for word in row["forms"].replace("*", "e").split() if row["kind"] == "approx" else ():
            text = (
                f"Um {word} 14 Uhr, vor {word} zwei Jahren, {word} drei Stunden lang, {word} ein Jahr, im {word} Mai."
            )
            assert {t.mod for t in times(text)} <= {*_MODS, None}
    assert [t.mod for t in times("Es dauert genau zwei Stunden.")] == [None]
