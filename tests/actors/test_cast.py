"""The cast: whom a word means, pronouns among them, and what holds on any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.actors.read import cast_of, meant

from newsmodel.api import analyse
from newsmodel.parsers.actors import find_actors

PRONOUNS = [
    ("Ministerin Eva Sander sprach mit Kanzler Otto Kern. Sie lobte ihn.", "Sie", ["Eva Sander"]),
    ("Ministerin Eva Sander sprach mit Kanzler Otto Kern. Sie lobte ihn.", "ihn", ["Otto Kern"]),
    ("Eva Sander und Otto Kern reisten ab. Sie waren müde.", "Sie", ["Eva Sander", "Otto Kern"]),
    ("Otto Kern, der das Amt leitet, schwieg.", "der", ["Otto Kern"]),
    ("Ministerin Eva Sander verteidigte ihr Gesetz.", "ihr", ["Eva Sander"]),
    ("Kanzler Otto Kern verteidigte sein Gesetz.", "sein", ["Otto Kern"]),
    ("Es regnete. Er schwieg.", "Er", []),
    ("Ministerin Eva Sander reiste ab. Er blieb.", "Er", []),
]


@pytest.mark.parametrize(("text", "word", "names"), PRONOUNS)
def test_pronouns(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


def test_resolve_all_follows_a_coordination() -> None:
    text = "Eva Sander, Otto Kern und Ida Lohse reisten ab."
    reading, cast = cast_of(text)
    sander = next(t for t in reading.doc if t.text == "Eva")
    assert [a.name for a in cast.resolve_all(sander)] == ["Eva Sander", "Otto Kern", "Ida Lohse"]
    assert [a.name for a in cast.resolve(sander)] == ["Eva Sander"]


def test_the_inner_mention_wins_at_its_own_words() -> None:
    text = "Ein Sprecher der Lufthansa sagte ab."
    reading, cast = cast_of(text)
    words = {t.text: [a.name for a in cast.resolve(t)] for t in reading.doc}
    assert words["Lufthansa"] == ["Lufthansa"] and words["Sprecher"] == ["Sprecher der Lufthansa"]
    span = cast.mention_span(next(t for t in reading.doc if t.text == "Lufthansa"))
    assert span is not None and text[span.start : span.end] == "Lufthansa"


@pytest.mark.parametrize(
    "text", ["", " ", "«»", "?!", "1.", "der die das", "Le chat dort.", "\n\n", "Minister", "((((", "Israels"]
)
def test_odd_input(text: str) -> None:
    cast = find_actors(analyse(text))
    assert all(m.span.end <= len(text) for a in cast.actors for m in a.mentions)


WORDS = st.sampled_from(
    [
        "der",
        "die",
        "beide",
        "Minister",
        "Ministerin",
        "Berg",
        "Eva",
        "USA",
        "Israels",
        "beiden",
        "Seiten",
        "Präsident",
        "von",
        "SPD",
        "(",
        ")",
        ",",
        ".",
        "und",
        "sagte",
        "Verband",
        "52-Jährige",
        "US-Regierung",
        "Gericht",
        "Land",
        "sein",
        "ihr",
        "«Nein»",
        ":",
        "drei",
        "Vertreter",
        "des",
        "Sprecher",
        "Polizei",
        "Köln",
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_order_of_words_gives_sound_actors(text: str) -> None:
    reading = analyse(text)
    cast = find_actors(reading)
    seen = {id(a) for a in cast.actors}
    for actor in cast.actors:
        assert actor.name.strip()
        assert list(actor.mentions) == sorted(actor.mentions, key=lambda m: (m.span.start, m.span.end))
        assert all(text[m.span.start : m.span.end].strip() for m in actor.mentions)
        assert all(r.of is None or id(r.of) in seen for r in actor.roles)
    for token in reading.doc:
        assert all(id(a) in seen for a in cast.resolve(token))
    assert find_actors(analyse(text)).actors == cast.actors


def test_time_is_linear_in_a_sentence_without_end() -> None:
    def cost(n: int) -> float:
        reading = analyse("der Sprecher " * n + "Eva Berg und " * n)
        start = time.perf_counter()
        find_actors(reading)
        return time.perf_counter() - start

    cost(100)
    assert cost(4000) < 16 * cost(1000) + 0.5  # quadratic would be far above on any machine
