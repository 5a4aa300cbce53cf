"""Sentence boundaries around what makes them hard: quotation marks, abbreviations, ordinals, numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.german.pipeline import load
from newsmodel.german.pipeline.sentences import LONGEST
from newsmodel.german.pipeline.tokens import make_doc

SPLITS = [
    ["Der Rat tagt am 5. Mai in Kiel.", "Danach berichtet Dr. Holm."],
    ["«Wir bauen weiter.»", "Das sagte die Bürgermeisterin am Abend."],
    ["„Wir bauen weiter!“, sagte die Bürgermeisterin."],
    ['"Ist das alles?" fragte der Richter.', '"Ja."'],
    ["Der Umsatz stieg 2019.", "Die Bank nannte keine Gründe."],
    ["Es kamen 150 Gäste, darunter ca. 40 Kinder.", "Niemand wurde verletzt."],
    ["Papst Paul VI. besuchte die Stadt im Jahr 1964.", "Viele kamen."],
    ["Der Zug hielt am 3. Gleis.", "Am 4. Oktober fährt er wieder."],
    ["» Die Kasse ist leer. «", "Der Kämmerer hob die Hände."],
    ["Er rief: » Halt! «", "Niemand hielt an."],
    ["Das Schild zeigt einen » Pfeil.", "» Links herum. «", "Alle bogen ab."],
    ["(Die Zahl stieg auf 12.)", "Niemand weiß, warum ..."],
]


def sentences(text: str) -> list[str]:
    """Return the sentences that the pipeline's splitter finds."""
    nlp = load()
    return [s.text.strip() for s in nlp.get_pipe("newsmodel_sentences")(nlp.make_doc(text)).sents]


@pytest.mark.parametrize("expected", SPLITS, ids=lambda s: s[0][:30])
def test_sentences(expected: list[str]) -> None:
    """Sentences that are joined by blanks are found again."""
    assert sentences(" ".join(expected)) == expected


def test_paragraphs_end_sentences() -> None:
    """A blank line ends a sentence, also one without a full stop."""
    assert sentences("Sturm im Norden\n\nkeine Verletzten") == ["Sturm im Norden", "keine Verletzten"]


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        ("dass Anna Berg sagte, ", ","),
        ("der Rat tagt; der Rat, der tagt, ", ";"),
        ("und der Rat ", "Rat"),
        (",", ","),
        ("„", "„"),
    ],
)
def test_what_knows_no_end_is_cut_at_its_marks(unit: str, end: str) -> None:
    """A sentence without end is cut behind a strong mark, else a weak one, else anywhere; all of it stays."""
    nlp = load()
    doc = nlp.get_pipe("newsmodel_sentences")(nlp.make_doc(unit * (3 * LONGEST)))
    parts = list(doc.sents)
    assert sum(map(len, parts)) == len(doc)
    assert all(LONGEST // 2 < len(part) <= LONGEST for part in parts[:-1])
    assert all(part[-1].text == end for part in parts[:-1]) or end == "Rat"


def test_a_sentence_of_the_greatest_length_is_one() -> None:
    """The bound cuts what is longer, nothing else: a sentence of as many tokens stays whole, next to others too."""
    whole = "der Rat " * (LONGEST // 2 - 1) + "tagt."
    assert sentences(f"Es regnet. D{whole[1:]} Es regnet.") == ["Es regnet.", f"D{whole[1:]}", "Es regnet."]


@given(st.text(max_size=200), st.data())
def test_the_doc_is_the_text(text: str, data: st.DataObject) -> None:
    """Whatever the text and its zones, the Doc has the text and every zone begins a sentence."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    zones = list(zip(cuts[::2], cuts[1::2], strict=False))
    doc = make_doc(load(), text, zones)
    assert doc.text == text
    starts = {t.idx for t in doc if t.is_sent_start}
    for start, end in zones:
        words = text[start:end].strip()
        if words:
            assert start + text[start:end].index(words[0]) in starts
