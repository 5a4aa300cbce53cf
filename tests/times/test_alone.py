"""`newsmodel.times`: the grammar for use alone."""

from __future__ import annotations

import datetime as dt

import pytest
import spacy

import newsmodel
from newsmodel import DateError, TextError, TimeType

_TEXT = "Messe öffnet am Montag\n\nKiel (dpa) - Am Freitag beginnt in Kiel die Messe.\n\nSie endet zwei Tage später.\n"


def words(text: str, **options: object) -> list[tuple[str, str]]:
    return [(text[t.span.start : t.span.end], t.value) for t in newsmodel.times(text, **options)]  # type: ignore[arg-type]


def test_all_of_the_text_is_read_headlines_too() -> None:
    expected = [("Montag", "2024-04-08"), ("Freitag", "2024-04-05"), ("zwei Tage später", "2024-04-07")]
    assert words(_TEXT, published="2024-04-02") == expected
    assert [t.value for t in newsmodel.parse(_TEXT, published="2024-04-02").times] == ["2024-04-05", "2024-04-07"]


@pytest.mark.parametrize("text", ["am Montag", "zwei Stunden", "Montag", "14 Uhr", "3.5.2024"])
def test_a_bare_expression_is_enough(text: str) -> None:
    assert len(newsmodel.times(text, published="2024-04-02")) == 1


def test_published_may_be_anything_that_says_when() -> None:
    for published in (
        "2024-04-02",
        dt.date(2024, 4, 2),
        dt.datetime(2024, 4, 2, 14, 5),
        newsmodel.PartialDate.parse("2024-04-02"),
    ):
        assert words("Er kam gestern.", published=published) == [("gestern", "2024-04-01")]
    assert words("Er kam gestern.") == [("gestern", "XXXX-XX-XX")]


def test_a_blank_pipeline_will_do() -> None:
    nlp = spacy.blank("de")
    assert words("Er kam am Montag.", published="2024-04-02", nlp=nlp) == [("Montag", "2024-04-01")]
    assert words("Er wird am Montag kommen.", published="2024-04-02", nlp=nlp) == [("Montag", "2024-04-08")]
    said = words(_TEXT.replace("beginnt", "begann"), published="2024-04-02", nlp=nlp)
    assert said[1:] == [("Freitag", "2024-03-29"), ("zwei Tage später", "2024-03-31")]


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "The council said on Monday that it would meet on the next day.", "\u2028", "🦉" * 50]
)
def test_nothing_to_read(text: str) -> None:
    assert newsmodel.times(text, published="2024-04-02") == ()


def test_bad_arguments_are_named() -> None:
    with pytest.raises(DateError, match="gestern"):
        newsmodel.times("Er kam am Montag.", published="gestern")
    with pytest.raises(TextError):
        newsmodel.times("Er kam \ud800 am Montag.")


def test_a_length_keeps_its_type() -> None:
    [length] = newsmodel.times("Die Sitzung dauerte zwei Stunden.")
    assert length.type is TimeType.DURATION
    assert length.earliest is None


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Die Arbeitslosigkeit sinkt im Mai deutlich.", "2024-06-03", "2024-05"),  # the month that is just over
        ("Die Messe öffnet im Februar in Kiel.", "2024-09-20", "2025-02"),
        ("Die Frist endet am 31. Dezember.", "2024-04-02", "2024-12-31"),
        ("Er kritisiert die im Dezember in Kiel tagende Konferenz.", "2024-04-02", "2024-12"),
        ("Am Mittwochabend fand eine bereits länger geplante Feier statt.", "2015-01-23", "2015-01-21TEV"),
        ("Das am Montag veröffentlichte Papier sorgt für Streit.", "2024-04-02", "2024-04-01"),
        ("Seit dem Sommer sinkt die Zahl.", "2024-04-02", "2023-SU"),
    ],
)
def test_the_tense_of_the_bundled_pipeline_decides(text: str, published: str, value: str) -> None:
    assert [t.value for t in newsmodel.times(text, published=published)] == [value]
