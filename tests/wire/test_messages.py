"""One dispatch in every format: what its fields say comes out, and the same from each."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from tests.wire.samples import MESSAGES, OWN, compact, holds, over

import newsmodel
from newsmodel import Concept, ZoneKind
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.reading import read_payload
from newsmodel.wire.source import load

FIRST = (
    "Der Hafen von Kleinhaven bleibt nach dem Sturm vom Wochenende gesperrt. Das teilte Verkehrsministerin Jule Petersen "
    "(NLP) am Dienstag mit."
)
LAST = "Die Ministerin will in der kommenden Woche erneut mit Voss sprechen. Am Donnerstag tagt der Rat."
TEASER = "Nach dem Sturm dauert die Sperrung an. Die Ministerin will wieder mit der Stadt reden."


def read(name: str) -> Dispatch:
    return read_payload(load(MESSAGES / name))


def words(dispatch: Dispatch, *kinds: str, public: bool | None = None) -> list[str]:
    return [
        dispatch.text[zone.span.start : zone.span.end]
        for zone in dispatch.zones
        if zone.kind in kinds and public in (None, zone.public)
    ]


@over(OWN)
def test_laws(path: Path) -> None:
    holds(read_payload(load(path)))


@over([path for path in OWN if path.name.startswith("hafen")])
def test_the_body_is_the_same_in_every_format(path: Path) -> None:
    dispatch = read_payload(load(path))
    assert dispatch.headline == "Hafen von Kleinhaven bleibt gesperrt"
    assert dispatch.dateline is not None
    assert dispatch.dateline.places == ("Kleinhaven",)
    paragraphs = words(dispatch, "paragraph")
    assert (len(paragraphs), paragraphs[0], paragraphs[-1]) == (3, FIRST, LAST)
    assert words(dispatch, "subhead")[-1] == "Folgen für die Schifffahrt"
    assert "gesperrt" not in words(dispatch, "subhead")[0]
    assert dispatch.published is not None
    assert (dispatch.published.year, dispatch.published.month, dispatch.published.day) == (2024, 5, 14)
    assert dispatch.byline is not None
    assert "Ute Dorn" in dispatch.byline


DPA = ["hafen.digitalwires.json", "hafen.newsmessage.xml", "hafen.iptc", "hafen-latin1.iptc"]


@pytest.mark.parametrize("name", DPA)
def test_what_dpa_says_in_every_format(name: str) -> None:
    dispatch = read(name)
    assert dispatch.text.startswith(f"Kleinhaven (dpa/lno) - {FIRST}")
    assert dispatch.dateline is not None
    assert dispatch.dateline.agency == "dpa/lno"
    assert dispatch.agency == "dpa"
    assert (dispatch.teaser, dispatch.byline) == (TEASER, "Von Ute Dorn und Jan Möll, dpa")
    assert (dispatch.urgency, dispatch.signal) == (3, "update")
    assert dispatch.signoff is not None
    assert dispatch.signoff.codes == ("dpa", "udo", "jm", "yyno", "n1", "abc")
    assert words(dispatch, "list") == ["Die Fähre nach Sandholm fährt nicht.", "Frachter warten vor der Schleuse."]
    assert [row.split() for table in words(dispatch, "table") for row in table.split("\n")] == [
        ["Tag", "Pegel"],
        ["Montag", "3,20", "Meter"],
    ]
    assert words(dispatch, "contact") == [
        "Kontakte",
        "Autorin: Ute Dorn (Kleinhaven), +49 000 1234, <dorn@wire.example>",
    ]
    assert "[Seite des Hafens](https://hafen.example)" in words(dispatch, "note", public=True)
    private = words(dispatch, "note", public=False)
    assert "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt" in private
    assert "(Aktualisierung: mit Zitat der Ministerin)" in words(dispatch, "note")


def test_fields_of_digitalwires_and_newsml_are_the_same() -> None:
    one, other = read("hafen.digitalwires.json"), read("hafen.newsmessage.xml")
    assert one.text == other.text
    assert one.zones == other.zones
    for dispatch in (one, other):
        assert dispatch.kicker == "Sturmfolgen"
        assert str(dispatch.published) == "2024-05-14T11:30+02:00"
        assert str(dispatch.embargoed) == "2024-05-14T12:00+02:00"
        assert (dispatch.status, dispatch.version, dispatch.language) == ("usable", "3", "de")
        assert dispatch.uri == "urn:newsml:wire.example:20240514:hafen-1"
        assert dispatch.usage_terms == "Nutzung nur zum Testen\nUse for tests only"
        assert dispatch.subjects == (
            Concept(name="Schifffahrt", scheme="medtop", code="20000339"),
            Concept(name="Sturm"),
        )
        assert dispatch.places == (
            Concept(name="Niedersachsen", scheme="dpaarea", code="9"),
            Concept(name="Hafen, Kai 1, 00000 Kleinhaven"),
        )
        assert "Der Hafen wurde 1907 gebaut." in words(dispatch, "note", public=True)


def test_iptc_7901_in_both_encodings() -> None:
    assert read("hafen.iptc") == read("hafen-latin1.iptc")
    dispatch = read("hafen.iptc")
    assert (dispatch.uri, str(dispatch.published)) == ("nsb0042", "2024-05-14T11:30")
    assert [subject.name for subject in dispatch.subjects] == ["Schifffahrt", "Niedersachsen", "Sturm"]


def test_iptc_7901_and_digitalwires_differ_in_white_space_and_in_the_info_box() -> None:
    """An info box, and the note of an editor that dpa keeps out of the note pad, are not in the 7901 rendition."""
    json = read("hafen.digitalwires.json")
    only = ("Zum Hafen", "Der Hafen wurde 1907 gebaut.", "Fragen beantwortet der Dienst.")
    kept = [json.text[z.span.start : z.span.end] for z in json.zones]
    assert compact("".join(words for words in kept if words not in only)) == compact(read("hafen.iptc").text)


def test_newsml_of_another_provider_with_prefixes_and_nitf() -> None:
    dispatch = read("hafen.newsitem.xml")
    assert dispatch.text.startswith(f"Kleinhaven (APA) - {FIRST}")
    assert (dispatch.agency, dispatch.language, dispatch.status) == ("APA", "de-AT", "usable")
    assert (dispatch.teaser, dispatch.urgency, dispatch.version) == ("Sperrung dauert an", 5, "1")
    assert str(dispatch.published) == "2024-05-14T09:30Z"
    scheme = "http://cv.iptc.org/newscodes/mediatopic/"
    assert dispatch.subjects == (Concept(name="Schifffahrt", scheme=scheme, code="20000339"),)
    assert words(dispatch, "note", public=False) == ["Bild folgt."]
    assert "Der Hafen im Sturm" in words(dispatch, "note", public=True)


@pytest.mark.parametrize("version", ["1", "2", "3"])
def test_ninjs(version: str) -> None:
    dispatch = read(f"hafen.ninjs{version}.json")
    assert dispatch.text.startswith(f"Kleinhaven (dpa/lno) - {FIRST}")
    assert (dispatch.teaser, dispatch.kicker) == (TEASER, None if version == "1" else "Sturmfolgen")
    assert str(dispatch.published) == "2024-05-14T11:30+02:00"
    assert str(dispatch.embargoed) == "2024-05-14T12:00+02:00"
    assert (dispatch.urgency, dispatch.status, dispatch.version, dispatch.language) == (3, "usable", "3", "de")
    scheme = "http://cv.iptc.org/newscodes/mediatopic/"
    assert dispatch.subjects == (Concept(name="Schifffahrt", scheme=scheme, code="20000339"),)
    assert [place.name for place in dispatch.places] == ["Niedersachsen", "Kleinhaven"]
    assert words(dispatch, "note", public=False) == ["Weitere Meldung bis 1500"]


def test_page() -> None:
    dispatch = read("hafen.html")
    assert dispatch.byline == "Ute Dorn, Jan Möll"
    assert dispatch.teaser == TEASER
    assert (dispatch.agency, dispatch.uri) == ("dpa", "https://blatt.example/hafen")
    assert dispatch.usage_terms == "https://blatt.example/nutzung"
    assert [subject.name for subject in dispatch.subjects] == ["Schifffahrt", "Sturm"]
    assert [place.name for place in dispatch.places] == ["Niedersachsen"]
    for foreign in ("Werbung", "Impressum", "Lesen Sie auch", "Zweitschrift"):
        assert foreign not in dispatch.text
    assert words(dispatch, "note") == ["© dpa-infocom, dpa:240514-00-000001/2"]


def test_a_message_without_an_article() -> None:
    article = newsmodel.read(MESSAGES / "ton.digitalwires.json")
    assert article.paragraphs == ()
    assert {"wire.no_body", "wire.media"} <= {found.code for found in article.diagnostics}
    assert article[article.zones[0].span] == "STURM ÜBER KLEINHAVEN Ute Dorn berichtet."
    assert article.headline == "Ton: Sturm über Kleinhaven"


@over([path for path in OWN if path.name.startswith("hafen")])
def test_what_is_read_in_the_text_stands_in_its_body(path: Path) -> None:
    """Parsing goes on as for plain text: nothing is found in notes, and everything found is in the text."""
    article = newsmodel.read(path)
    assert newsmodel.loads(newsmodel.dumps(article)) == article
    assert "Jule Petersen" in {actor.name for actor in article.actors}
    assert "Ute Dorn" not in {actor.name for actor in article.actors}
    notes = [zone.span for zone in article.zones if zone.kind in (ZoneKind.NOTE, ZoneKind.CONTACT)]
    mentions = [mention.span for actor in article.actors for mention in actor.mentions]
    assert not any(note.start <= mention.start < note.end for note in notes for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(article.paragraphs))
