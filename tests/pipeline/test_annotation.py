"""What the pipeline fills in: trees within sentences, the same result in any company, no word lost."""

from __future__ import annotations

import random
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from newsmodel.german.pipeline import load
from newsmodel.german.pipeline.pieces import UNKNOWN

TEXTS = [
    "Die Bürgermeisterin von Husum, Tomke Harms, sagte am Montag, die Stadt habe das Hafenfest abgesagt.",
    "«Das war so nicht geplant», sagte er. Der Konzern will bis 2027 rund 400 Stellen streichen.",
    "STURM LEGT BAHNVERKEHR LAHM",
    "Fuer die Gewerkschaft erklaerte ein Sprecher, man pruefe das Angebot. Es hiess, die Gespraeche liefen.",
    "Wann?",
    "Nach Angaben der Polizei wurden zwei Menschen verletzt, als ein Lastwagen auf der A7 umkippte und brannte.",
    "In Reykjavík sprachen Þórdís Kolbrún, Siobhán O’Neill, Łukasz Wójcik, Đorđe Šimić und Nguyễn Văn Tâm.",
]


@cache
def annotation(text: str) -> list[tuple[object, ...]]:
    """Return the annotation of a text that is parsed alone."""
    return rows(load()(text))


def rows(doc: Doc) -> list[tuple[object, ...]]:
    """Return all that the pipeline says of each token."""
    return [
        (t.text, t.pos_, t.tag_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.is_sent_start)
        for t in doc
    ]


@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_alone_and_in_any_batch_the_same(chance: random.Random, batch_size: int) -> None:
    """Law 4: neither the neighbours nor the size of a batch change a Doc."""
    texts = TEXTS * 3
    chance.shuffle(texts)
    for text, doc in zip(texts, load().pipe(texts, batch_size=batch_size), strict=True):
        assert rows(doc) == annotation(text)


@given(st.text(max_size=300))
def test_any_text_gives_trees_within_sentences(text: str) -> None:
    """Every sentence has one root, and no arc leaves it."""
    doc = load()(text)
    assert doc.text == text
    for sentence in doc.sents if len(doc) else ():
        assert sum(t.head.i == t.i for t in sentence) == 1
        assert all(sentence.start <= t.head.i < sentence.end for t in sentence)


def test_a_very_long_sentence_loses_no_word() -> None:
    """Windows cover a sentence beyond what the network sees at once; it stays one sentence with one root."""
    text = "Der Rat beschloss, " + ", ".join(f"den Antrag {n} der Fraktion" for n in range(60)) + " abzulehnen."
    doc = load()(text)
    assert doc.text == text
    assert len(list(doc.sents)) == 1
    assert all(t.pos_ and t.tag_ and t.lemma_ for t in doc)
    assert sum(t.head.i == t.i for t in doc) == 1


def test_words_beyond_all_measure() -> None:
    """A word of 100,000 letters is a word like another."""
    doc = load()("Das " + "x" * 100_000 + " endet.")
    assert [t.pos_ != "" for t in doc] == [True] * len(doc)


def test_subjunctive_shows_reported_speech() -> None:
    """`Mood=Sub` is set where a verb is in the Konjunktiv, and not where it is not."""
    doc = load()("Der Minister sagte, er habe davon nichts gewusst und werde zurücktreten.")
    moods = {t.text: t.morph.get("Mood", []) for t in doc if t.morph.get("VerbForm", []) == ["Fin"]}
    assert moods == {"sagte": ["Ind"], "habe": ["Sub"], "werde": ["Sub"]}


def test_lemmas_of_verbs_and_nouns() -> None:
    """Irregular and separable forms have the lemma of the lexicon, compounds that of their last part."""
    doc = load()("Die Verhandlungsführer trafen sich, nachdem die Gespräche abgebrochen worden waren.")
    lemmas = {t.text: t.lemma_ for t in doc}
    assert lemmas["trafen"] == "treffen"
    assert lemmas["Gespräche"] == "Gespräch"
    assert lemmas["abgebrochen"] == "abbrechen"
    assert lemmas["Verhandlungsführer"] == "Verhandlungsführer"


def test_no_unknown_piece_in_latin_script() -> None:
    """Foreign names in Latin script have pieces of their own."""
    pieces = load().get_pipe("newsmodel_annotator").network.pieces  # type: ignore[attr-defined]
    names = (TEXTS[-1] + " Erdoğan Ćosić Ştefănescu Müller-Wieß Çelik Håkon Jørgensen Ægir Œuvre Ŋ ẞ").split()
    assert [name for name in names if UNKNOWN in pieces.of(name)] == []
