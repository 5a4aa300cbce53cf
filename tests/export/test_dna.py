"""The event list of DNA: read with the csv module of Python, offsets counted as Java counts them."""

from __future__ import annotations

import csv
import io
from typing import Any

import attrs
import pytest
from hypothesis import given
from tests.export.sampling import few
from tests.model.sample import ARTICLE, BOTH, COUNCIL, KRAEMER, MEETING, STANCE

from newsmodel import (
    Actor,
    ActorKind,
    Article,
    Basis,
    Issue,
    PartialDate,
    Polarity,
    Span,
    Stance,
)
from newsmodel.export.dna import COLUMNS, export_dna, project_dna
from newsmodel.testing import articles


def rows(article: Article) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export_dna(article)), delimiter=";", quoting=csv.QUOTE_NONE))


def with_stance(**changes: Any) -> Article:
    return ARTICLE.replace(STANCE, attrs.evolve(STANCE, **{"attributed_to": (), **changes}))


@few
@given(article=articles())
def test_every_row_has_every_column_and_its_words_stand_where_it_says(article: Article) -> None:
    written = export_dna(article)
    assert {line.count(";") for line in written.splitlines()} == {len(COLUMNS) - 1}
    assert '"' not in written
    units = article.text.encode("utf-16-le")
    carried = project_dna(article)
    found = rows(article)
    assert len(found) == sum(len(stance.holders) for stance in carried.stances)
    expected = iter([stance for stance in carried.stances for _ in stance.holders])
    for number, row in enumerate(found, 1):
        words = units[2 * int(row["start_position"]) : 2 * int(row["stop_position"])].decode("utf-16-le")
        assert words == article[next(expected).evidence[0]]
        assert len(row["text"]) == len(words)
        assert row["statement_id"] == str(number)
        assert bool(row["person"]) or bool(row["organization"])


def test_a_stance_is_a_row() -> None:
    (row,) = rows(with_stance())
    assert (row["person"], row["organization"]) == ("", "Werftrat")
    assert (row["concept"], row["agreement"]) == ("Umzug der Werft", "0")
    assert (row["time"], row["text"]) == ("2031-05-08 09:30:00", "lehnt den Umzug der Werft ab")
    assert (row["document_title"], row["document_source"], row["coder"]) == ("Treffen abgesagt", "abc", "newsmodel")


def test_several_holders_are_several_rows_and_persons_have_their_body() -> None:
    first, second = rows(with_stance(holders=(KRAEMER, COUNCIL), polarity=Polarity.SUPPORT))
    assert (first["person"], first["organization"], first["agreement"]) == ("Ada Krämer", "Ministerium", "1")
    assert (second["person"], second["organization"], second["statement_id"]) == ("", "Werftrat", "2")


def test_hearsay_and_mixed_stances_are_no_rows() -> None:
    assert rows(ARTICLE) == rows(with_stance(polarity=Polarity.MIXED)) == []
    assert export_dna(ARTICLE) == f"{';'.join(COLUMNS)}\n"


def test_targets_of_every_kind_are_concepts() -> None:
    assert [rows(with_stance(target=target))[0]["concept"] for target in (MEETING, BOTH)] == ["Treffen", "beide Seiten"]


@pytest.mark.parametrize(
    ("published", "time"),
    [
        ("2031", ""),
        ("2031-05", ""),
        ("2031-05-08", "2031-05-08 00:00:00"),
        ("2031-05-08T09", "2031-05-08 09:00:00"),
        ("2031-05-08T09:30[MESZ]", "2031-05-08 09:30:00"),
    ],
)
def test_dates(published: str, time: str) -> None:
    article = attrs.evolve(with_stance(), published=PartialDate.parse(published))
    assert rows(article)[0]["time"] == time


def test_an_owl_counts_twice_and_separators_are_replaced() -> None:
    text = '🦉🦉; "nein"\nsagt er'
    council = Actor(name="A;B\t", kind=ActorKind.GROUP, mentions=())
    move = Issue(label='"Umzug"', spans=(Span(start=4, end=10),))
    stance = Stance(
        holders=(council,),
        target=move,
        polarity=Polarity.OPPOSE,
        basis=Basis.EXPRESSED,
        evidence=(Span(start=1, end=15),),
        rule="x",
    )
    article = Article(text=text, actors=(council,), issues=(move,), stances=(stance,))
    (row,) = rows(article)
    assert (row["start_position"], row["stop_position"]) == ("2", "17")
    assert (row["text"], row["organization"], row["concept"]) == ("🦉, 'nein' sagt", "A,B ", "'Umzug'")
