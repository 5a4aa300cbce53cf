"""The mood of verbs whose form leaves no choice."""

from __future__ import annotations

import pytest

from newsmodel.german.lexicon import table
from newsmodel.german.mood import is_first_subjunctive, is_second_subjunctive
from newsmodel.german.pipeline import load

SUBJUNCTIVES = [
    ("Der Verein habe den Vertrag gekündigt.", "habe"),
    ("Die Brücke stoße auf großen Widerstand.", "stoße"),
    ("Nach seinen Worten fänden die Gäste kaum Zimmer.", "fänden"),
    ("Ohne den Damm ginge das Dorf unter.", "ginge"),
    ("Der Minister kuendigte an, die Kasse waere bald leer.", "waere"),
    ("Das Werk entstünde an der Küste.", "entstünde"),
]
OTHERS = [
    ("Ich glaube dem Zeugen.", "glaube"),
    ("Siehe auch Seite drei.", "Siehe"),
    ("Der Richter vermisste die Akte.", "vermisste"),
    ("Die Gäste gingen nach Hause.", "gingen"),
    ("Der Rat sagte ab.", "sagte"),
]


def mood(text: str, word: str) -> list[str]:
    """Return the mood of a word in a text."""
    return next(t.morph.get("Mood") for t in load()(text) if t.text == word)


@pytest.mark.parametrize(("text", "word"), SUBJUNCTIVES)
def test_a_form_that_is_nothing_else_is_subjunctive(text: str, word: str) -> None:
    assert mood(text, word) == ["Sub"]


@pytest.mark.parametrize(("text", "word"), OTHERS)
def test_other_forms_stay_what_they_are(text: str, word: str) -> None:
    assert mood(text, word) != ["Sub"]


@pytest.mark.parametrize("row", table("pipeline_subjunctives"), ids=lambda row: row["stem"])
def test_every_stem_gives_forms_with_and_without_prefix(row: dict[str, str]) -> None:
    """The plural counts only where the past has another one; a particle in front changes nothing."""
    assert is_second_subjunctive(row["stem"] + "e")
    assert is_second_subjunctive("zurück" + row["stem"] + "e")
    assert is_second_subjunctive(row["stem"] + "en") == (row["forms"] == "all")


def test_the_lemma_tells_past_from_present() -> None:
    assert is_first_subjunctive("arbeite", "arbeiten", ["er"])
    assert not is_first_subjunctive("vermisste", "vermissen", ["er"])
    assert not is_first_subjunctive("möchte", "möchten", ["er"])
