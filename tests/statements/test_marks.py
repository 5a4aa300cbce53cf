"""Quotation marks of every style are paired; odd ones never break anything."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest
import spacy

from newsmodel.model import Span
from newsmodel.parsers.statements.marks import Quoted, find_quoted
from newsmodel.parsers.tokens import Doc

NLP = spacy.blank("de")


def reading_of(*paragraphs: list[str]) -> Any:
    """Make a reading of paragraphs given as sentences; a space stands between all."""
    text = "\n\n".join(" ".join(sentences) for sentences in paragraphs)
    doc = Doc(NLP.make_doc(text))
    spans, numbers, at = [], {}, 0
    for number, sentences in enumerate(paragraphs):
        for sentence in sentences:
            start = text.index(sentence, at)
            at = start + len(sentence)
            span = doc.over(Span(start=start, end=at))
            assert span is not None
            spans.append(span)
            numbers.update(dict.fromkeys(range(span.start, span.end), number))
    return SimpleNamespace(doc=doc, sentences=tuple(spans), paragraph_of=lambda token: numbers.get(token.i, -1))


def words(reading: Any, stretch: Quoted) -> str:
    """Return the text between the marks."""
    return str(reading.doc.span(stretch.first, stretch.last + 1).text)


@pytest.mark.parametrize(
    "pair",
    ["„“", "„”", '„"', "“”", "»«", "«»", '""', "‚‘", "''", "›‹", "‹›"],
)
def test_every_style_is_paired(pair: str) -> None:
    """The words between two marks of one style are one closed stretch."""
    reading = reading_of([f"Er rief {pair[0]} Wir kommen alle {pair[1]} und ging ."])
    (found,) = find_quoted(reading)
    assert words(reading, found) == "Wir kommen alle"
    assert found.closing is not None
    assert found.depth == 0


def test_nested_marks_have_depth() -> None:
    """A stretch inside another is a second one, deeper."""
    reading = reading_of(["Er sagte : „ Sie rief ‚ Halt an ‘ und lief “ ."])
    outer, inner = find_quoted(reading)
    assert words(reading, inner) == "Halt an"
    assert (outer.depth, inner.depth) == (0, 1)
    assert outer.inside(inner.first)


def test_a_stretch_holds_over_sentences_of_a_paragraph() -> None:
    """Full stops do not end a stretch."""
    reading = reading_of(["« Es regnet .", "Wir bleiben da » , sagte sie ."])
    (found,) = find_quoted(reading)
    assert words(reading, found) == "Es regnet . Wir bleiben da"


def test_unclosed_at_the_start_of_a_paragraph_holds_to_its_end() -> None:
    """A speech over several paragraphs opens each and closes only the last."""
    reading = reading_of(["„ Es regnet .", "Wir bleiben ."], ["„ Morgen gehen wir . “"])
    first, second = find_quoted(reading)
    assert first.closing is None
    assert words(reading, first) == "Es regnet . Wir bleiben ."
    assert second.closing is not None


def test_unclosed_within_a_sentence_ends_with_it() -> None:
    """A forgotten mark does not swallow the rest of the paragraph."""
    reading = reading_of(["Der „ große Plan kam .", "Dann ging er ."])
    (found,) = find_quoted(reading)
    assert words(reading, found) == "große Plan kam ."


def test_apostrophes_are_no_marks() -> None:
    """A single mark behind a word belongs to it."""
    assert find_quoted(reading_of(["Hans’ Haus und Max' Hof stehen ."])) == ()


@pytest.mark.parametrize("text", ["„", "““““", '" " "', "«»«»", "' '", "»„“«", "‚‘’'", '"" "" ""', "””””„„„„"])
def test_nothing_but_marks(text: str) -> None:
    """Any heap of marks gives stretches within the text, or none."""
    reading = reading_of([text])
    for found in find_quoted(reading):
        assert 0 <= found.first <= found.last < len(reading.doc)


def test_time_is_linear_in_the_number_of_marks() -> None:
    """Twenty thousand opening marks without an end are read at once."""
    reading = reading_of(["Wort „ " * 10_000, '" Wort ' * 10_000])
    start = time.perf_counter()
    find_quoted(reading)
    assert time.perf_counter() - start < 10
