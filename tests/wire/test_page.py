"""Pages of articles."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.wire.samples import codes, read, zones

from newsmodel import Concept
from newsmodel.wire.dispatch import Dispatch

ARTICLE = (
    "<p>Der Hafen von Kiel bleibt nach dem Sturm vom Wochenende weiter gesperrt, teilte die Stadt am Montag mit.</p>"
)


def page(head: str = "", body: str = ARTICLE) -> Dispatch:
    return read(f"<!DOCTYPE html><html lang='de'><head>{head}</head><body><article>{body}</article></body></html>")


def linked(**data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **data})}</script>'


def test_a_page_without_linked_data() -> None:
    head = (
        '<meta property="og:title" content="Hafen zu"><meta property="og:description" content="Nach dem Sturm">'
        '<meta property="article:published_time" content="2024-05-14T10:00:00+02:00"><meta name="author" content="Ute Dorn">'
        '<link rel="canonical" href="https://x.example/1"><meta property="og:site_name" content="Blatt">'
    )
    dispatch = page(head)
    assert (dispatch.headline, dispatch.teaser, dispatch.byline) == ("Hafen zu", "Nach dem Sturm", "Ute Dorn")
    assert (str(dispatch.published), dispatch.language, dispatch.uri) == (
        "2024-05-14T10:00+02:00",
        "de",
        "https://x.example/1",
    )
    assert dispatch.agency == "Blatt"


@pytest.mark.parametrize(
    ("data", "field", "value"),
    [
        ({"author": "Ute Dorn"}, "byline", "Ute Dorn"),
        ({"author": [{"name": "Ute Dorn"}, {"name": "Jan Möll"}, None]}, "byline", "Ute Dorn, Jan Möll"),
        ({"headline": ["Hafen zu"]}, "headline", "Hafen zu"),
        ({"inLanguage": {"name": "Deutsch", "alternateName": "de"}}, "language", "de"),
        ({"mainEntityOfPage": {"@id": "https://x.example/2"}}, "uri", "https://x.example/2"),
        ({"publisher": {"name": "Blatt"}, "sourceOrganization": {"name": "dpa"}}, "agency", "dpa"),
        ({"version": 2}, "version", "2"),
        ({"keywords": "Hafen, Kiel"}, "subjects", (Concept(name="Hafen"), Concept(name="Kiel"))),
        (
            {"about": {"name": "Kiel", "sameAs": "http://www.wikidata.org/entity/Q1707"}},
            "subjects",
            (Concept(name="Kiel", scheme="http://www.wikidata.org/entity/", code="Q1707"),),
        ),
        ({"@type": ["Thing", "https://schema.org/ReportageNewsArticle"], "headline": "Ja"}, "headline", "Ja"),
        ({"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Ja"}}, "headline", "Ja"),
        ({"@type": "Recipe", "headline": "Nein"}, "headline", None),
    ],
)
def test_linked_data(data: dict[str, Any], field: str, value: object) -> None:
    assert getattr(page(linked(**data)), field) == value


def test_linked_data_that_is_broken() -> None:
    dispatch = page('<script type="application/ld+json">{"@type": NewsArticle}</script>')
    assert "wire.linked_data" in codes(dispatch)
    assert len(dispatch.paragraphs) == 1


def test_linked_data_with_half_a_character() -> None:
    dispatch = page('<script type="application/ld+json">{"@type": "NewsArticle", "description": "\\ud800"}</script>')
    assert "$.description: a lone surrogate" in dispatch.diagnostics[0].message
    assert dispatch.teaser is None


def test_the_text_of_the_linked_data_where_the_page_has_none() -> None:
    dispatch = page(linked(articleBody="Kiel (dpa) - Der Rat tagt.\n\nEr berät."), body="")
    assert zones(dispatch) == [("dateline", "Kiel (dpa) -"), ("paragraph", "Der Rat tagt."), ("paragraph", "Er berät.")]


def test_a_page_in_the_encoding_that_it_declares() -> None:
    words = "Die Fähre nach Plön fährt am Montag wieder, wie die Stadt am Sonntagabend über den Sprecher mitteilte."
    for declared, encoding in (("iso-8859-1", "latin-1"), ("x-nein", "utf-8"), ("windows-1252", "cp1252")):
        raw = f"<html><head><meta charset='{declared}'></head><body><p>{words}</p></body></html>".encode(encoding)
        assert words in read(raw).text
