"""Forms that messages take elsewhere: each as short as can be, each told by its content."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.wire.holds import holds

from newsmodel import Concept, WireError
from newsmodel.wire.detect import detect
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.reading import read_payload
from newsmodel.wire.source import Payload

NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"


def read(raw: bytes | str, **options: Any) -> Dispatch:
    dispatch = read_payload(Payload("datei", raw), **options)
    holds(dispatch)
    return dispatch


def digitalwires(**fields: Any) -> Dispatch:
    return read(json.dumps({"format": "digitalwires@0.9.1", **fields}))


def ninjs(**fields: Any) -> Dispatch:
    return read(json.dumps({"uri": "urn:x:1", **fields}))


def newsml(content: str = "", meta: str = "", item_meta: str = "", lang: str = "de") -> Dispatch:
    return read(
        f'<newsItem xmlns="{NAR}" guid="urn:x:1" xml:lang="{lang}"><itemMeta>{item_meta}</itemMeta>'
        f"<contentMeta>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def xhtml(body: str) -> str:
    return f'<inlineXML><html xmlns="{XHTML}"><body>{body}</body></html></inlineXML>'


def codes(dispatch: Dispatch) -> set[str]:
    return {found.code for found in dispatch.diagnostics}


def zones(dispatch: Dispatch) -> list[tuple[str, str]]:
    return [(str(zone.kind), dispatch.text[zone.span.start : zone.span.end]) for zone in dispatch.zones]


@pytest.mark.parametrize(
    ("start", "format"),
    [
        ("Kiel (dpa) - Der Hafen ist zu.", "plain"),
        ("[1] Kiel (dpa) - Der Hafen ist zu.", "plain"),
        ("{dpa} meldet: Der Hafen ist zu.", "plain"),
        ("<Kiel> Der Hafen ist zu.", "plain"),
        ("bdt0042 3 pl 95  dpa 0000\n\nHafen/\nHafen zu =\n\nKiel (dpa) - Er ist zu.", "plain"),
        ("", "plain"),
        ('  {"format": "digitalwires@0.9.1"}', "digitalwires"),
        ('{"article_html": null, "urn": "urn:x"}', "digitalwires"),
        ('\ufeff{"uri": "urn:x", "versionCreated": "2024"}', "ninjs"),
        ('{"uri": "urn:x", "body_text": ""}', "ninjs"),
        ("\x01bdt0042 3 pl 95  dpa 0000\n\x02Hafen zu =", "iptc7901"),
        ("\x16\x16\n\x01SDA0012 4 A 345 bsd012\r\n\x02Hafen zu", "iptc7901"),
        ("<!DOCTYPE html>\n<html><p>Hafen", "html"),
        ("<!-- Kopf --> <HTML lang=de><p>Hafen", "html"),
        (f'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C" "x.dtd"><html xmlns="{XHTML}"/>', "html"),
        ("<p>Der Hafen ist zu.</p>", "html"),
        (f'<?xml version="1.0"?>\n<!-- x --><?pi y?><newsMessage xmlns="{NAR}"/>', "newsml-g2"),
        (f'<nar:newsItem xmlns:nar="{NAR}"/>', "newsml-g2"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", None])
def test_detection(start: str, format: str, encoding: str | None) -> None:
    if encoding and start:
        start = start.removeprefix("\ufeff")
    assert detect(Payload("datei", start.encode(encoding) if encoding else start)) == format


@pytest.mark.parametrize(
    ("dateline", "places", "agency"),
    [
        ("Tel Aviv/Beirut (dpa) - ", ("Tel Aviv", "Beirut"), "dpa"),
        ("Frankfurt/Main (dpa-AFX) - ", ("Frankfurt/Main",), "dpa-AFX"),
        ("MADRID, 21 Nov. 2024 (Europa Press) -", ("MADRID",), "Europa Press"),
        ("NEW DELHI (AP) — ", ("NEW DELHI",), "AP"),
        ("WASHINGTON, Nov 21 (Reuters) - ", ("WASHINGTON",), "Reuters"),
        ("Athen (dpa)\xa0- ", ("Athen",), "dpa"),
        ("Bern, 3. Mai (awp/sda) -", ("Bern",), "awp/sda"),
        ("WASHINGTON —", ("WASHINGTON",), None),
        ("Kiel", ("Kiel",), None),
    ],
)
def test_the_field_for_the_dateline(dateline: str, places: tuple[str, ...], agency: str | None) -> None:
    dispatch = digitalwires(
        dateline=dateline, article_html="<p>Der Rat tagt.</p>", version_created="2024-11-22T10:00:00Z"
    )
    assert dispatch.dateline is not None
    assert (dispatch.dateline.places, dispatch.dateline.agency) == (places, agency)
    assert dispatch.text == f"{dateline.strip()} Der Rat tagt."
    if "21" in dateline:
        assert str(dispatch.dateline.date) == "2024-11-21"


DATELINE = '<span class="dateline">New York <span class="credit">(dpa)</span> - </span>'


@pytest.mark.parametrize(
    "fields",
    [
        {"article_html": f"<p>{DATELINE}Der Rat tagt.</p>"},
        {"article_html": f"<p>{DATELINE}Der Rat tagt.</p>", "dateline": "New York (dpa) - "},
        {"article_html": "<p>New York (dpa) - Der Rat tagt.</p>", "dateline": "New York (dpa) - "},
        {"article_html": "<p>New York (dpa) - Der Rat tagt.</p>"},
        {"article_html": "<section>New York (dpa) -\n Der <b>Rat</b> tagt.</section>"},
        {"article_html": f"<p>{DATELINE}</p><p>Der Rat tagt.</p>"},
        {"article_html": "<p> </p><p>Der Rat tagt.</p>", "dateline": "New York (dpa) -"},
    ],
)
def test_a_dateline_stands_once_wherever_it_comes_from(fields: dict[str, str]) -> None:
    dispatch = digitalwires(**fields)
    assert dispatch.text == "New York (dpa) - Der Rat tagt."
    assert dispatch.dateline is not None
    assert dispatch.dateline.places == ("New York",)


def test_a_dateline_in_the_middle_of_a_paragraph_is_none() -> None:
    dispatch = digitalwires(article_html=f"<p>Der Rat von {DATELINE} tagt.</p>")
    assert dispatch.dateline is None


def test_what_the_body_repeats_of_the_fields_is_taken_out() -> None:
    markup = (
        '<h1>Rat tagt</h1><p class="teaser">Es  geht los.</p><p>Von Ute Dorn</p><p>Der Rat tagt.</p><p>Rat tagt</p>'
    )
    dispatch = digitalwires(headline="Rat tagt", teaser="Es geht los.", byline="Von Ute Dorn", article_html=markup)
    assert zones(dispatch) == [("paragraph", "Der Rat tagt."), ("paragraph", "Rat tagt")]


def test_fields_that_only_the_body_has() -> None:
    markup = (
        '<h1>Rat tagt</h1><p class="kicker">Kiel</p><p class="byline">Von Ute Dorn</p><p>Der Rat tagt.</p><h1>Noch</h1>'
    )
    dispatch = ninjs(body_html=markup)
    assert (dispatch.headline, dispatch.kicker, dispatch.byline) == ("Rat tagt", "Kiel", "Von Ute Dorn")
    assert zones(dispatch) == [("paragraph", "Der Rat tagt."), ("subhead", "Noch")]


def test_a_sign_off_at_the_end_of_the_body() -> None:
    for end in ("<p>/abc/DP/xy</p>", "/abc/DP/xy"):
        dispatch = ninjs(body_html=f"<p>Der Rat tagt.</p><p>Das war alles.{end}")
        assert dispatch.signoff is not None
        assert dispatch.signoff.codes == ("abc", "DP", "xy")
        assert zones(dispatch)[1:] == [("paragraph", "Das war alles."), ("signoff", "/abc/DP/xy")]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"urgency": 0}, "wire.urgency"),
        ({"urgency": "hoch"}, "wire.urgency"),
        ({"urgency": 10}, "wire.urgency"),
        ({"version_created": "gestern"}, "wire.published"),
        ({"version_created": "2024-02-31T10:00:00Z"}, "wire.published"),
        ({"embargoed": "bald"}, "wire.embargoed"),
        ({"article_html": None}, "wire.no_body"),
        ({"associations": [{"type": "image"}]}, "wire.media"),
    ],
)
def test_what_cannot_be_read_in_a_field_is_a_diagnostic(fields: dict[str, Any], found: str) -> None:
    assert found in codes(digitalwires(**fields))


def test_publication_as_the_caller_says() -> None:
    from newsmodel import PartialDate

    day = PartialDate(year=2023, month=1, day=2)
    dispatch = read(b'{"uri": "urn:x", "versioncreated": "2024-05-14", "body_text": "Der Rat tagt."}', published=day)
    assert dispatch.published == day


# NewsML-G2


def test_the_item_with_a_text_is_read_of_several() -> None:
    def item(guid: str, content: str) -> str:
        return f'<newsItem guid="{guid}"><contentSet>{content}</contentSet></newsItem>'

    picture = item("urn:x:bild", '<remoteContent href="b.jpg" contenttype="image/jpeg"/>')
    text = item("urn:x:text", xhtml("<p>Der Rat tagt.</p>"))
    package = '<packageItem guid="urn:x:paket"/>'
    dispatch = read(f'<newsMessage xmlns="{NAR}"><itemSet>{package}{picture}{text}</itemSet></newsMessage>')
    assert (dispatch.uri, dispatch.text) == ("urn:x:text", "Der Rat tagt.")
    more = next(found.message for found in dispatch.diagnostics if found.code == "wire.more_items")
    assert "urn:x:bild" in more
    assert "urn:x:paket" in more


@pytest.mark.parametrize("name", ["packageItem", "conceptItem", "planningItem", "knowledgeItem"])
def test_items_of_other_kinds_have_metadata_only(name: str) -> None:
    dispatch = read(
        f'<{name} xmlns="{NAR}" guid="urn:x:1"><contentMeta><headline>Rat</headline></contentMeta></{name}>'
    )
    assert (dispatch.headline, dispatch.text) == ("Rat", "")
    assert {"wire.item", "wire.no_body"} <= codes(dispatch)


@pytest.mark.parametrize(
    "content",
    [
        xhtml("<p>Kiel (dpa) - Der Rat tagt.</p><p>Er berät.</p>"),
        "<inlineXML><p>Kiel (dpa) - Der Rat tagt.</p><p>Er berät.</p></inlineXML>",
        "<inlineData contenttype='text/html'>&lt;p&gt;Kiel (dpa) - Der Rat tagt.&lt;/p&gt;&lt;p>Er berät.</inlineData>",
        "<inlineData><![CDATA[<p>Kiel (dpa) - Der Rat tagt.</p><p>Er ber&auml;t.</p>]]></inlineData>",
        "<inlineData contenttype='text/plain'>Kiel (dpa) - Der Rat\ntagt.\n\nEr berät.</inlineData>",
        "<inlineXML/><inlineData contenttype='text/plain'>Kiel (dpa) - Der Rat tagt.\n\nEr berät.</inlineData>",
    ],
)
def test_content_in_every_wrapping(content: str) -> None:
    dispatch = newsml(content)
    assert zones(dispatch) == [
        ("dateline", "Kiel (dpa) -"),
        ("paragraph", "Der Rat tagt."),
        ("paragraph", "Er berät."),
    ]


def test_content_that_is_no_text() -> None:
    dispatch = newsml("<inlineData encoding='base64' contenttype='text/plain'>SGFmZW4=</inlineData><remoteContent/>")
    assert dispatch.text == ""
    assert {"wire.no_body", "wire.media"} <= codes(dispatch)


def test_names_of_subjects_in_the_language_of_the_item() -> None:
    names = (
        "<name xml:lang='en'>port</name><name role='nrol:short' xml:lang='de'>H</name><name xml:lang='de'>Hafen</name>"
    )
    meta = f"<subject qcode='medtop:1'>{names}</subject><subject qcode='medtop:2'/><subject type='cpnat:geoArea' uri='http://x.example/geo/kiel'/>"
    dispatch = newsml(meta=meta)
    assert dispatch.subjects == (
        Concept(name="Hafen", scheme="medtop", code="1"),
        Concept(name="2", scheme="medtop", code="2"),
    )
    assert dispatch.places == (Concept(name="kiel", scheme="http://x.example/geo/", code="kiel"),)


def test_xml_in_other_encodings() -> None:
    item = f'<newsItem xmlns="{NAR}"><contentSet>{xhtml("<p>Plöner «Rat» tagt – 5 €.</p>")}</contentSet></newsItem>'
    for encoding in ("utf-8", "utf-16", "windows-1252"):
        raw = f'<?xml version="1.0" encoding="{encoding}"?>{item}'.encode(encoding)
        assert read(raw).text == "Plöner «Rat» tagt – 5 €."
    assert read(f'<?xml version="1.0" encoding="iso-8859-1"?>{item}').text == "Plöner «Rat» tagt – 5 €."


# ninjs


def test_ninjs_of_an_event() -> None:
    event = {
        "type": "event",
        "versionCreated": "2024-05-14T10:00:00Z",
        "headlines": [{"value": "Pressekonferenz"}],
        "eventDetails": {"dates": {"startDate": "2024-05-20"}},
    }
    dispatch = ninjs(**event)
    assert (dispatch.headline, str(dispatch.published)) == ("Pressekonferenz", "2024-05-14T10:00Z")
    assert codes(dispatch) == {"wire.no_body"}


@pytest.mark.parametrize(
    "bodies",
    [
        {"body_text": "Der Rat tagt.\n\nEr berät."},
        {"body_html": "<p>Der Rat tagt.</p><p>Er berät.</p>", "body_text": "anders"},
        {"body_xhtml": "<div><p>Der Rat tagt.</p><p>Er berät.</p></div>"},
        {"bodies": [{"value": "Der Rat tagt.\n\nEr berät."}]},
        {"bodies": [{"contentType": "text/html", "value": "<p>Der Rat tagt.<p>Er berät."}]},
        {"bodies": [{"value": None}, {"contenttype": "text/plain", "value": "Der Rat tagt.\n\nEr berät."}]},
    ],
)
def test_bodies_of_ninjs(bodies: dict[str, Any]) -> None:
    assert zones(ninjs(**bodies)) == [("paragraph", "Der Rat tagt."), ("paragraph", "Er berät.")]


def test_headlines_of_ninjs() -> None:
    dispatch = ninjs(headlines=[{"role": "sub", "value": "Zweite"}, {"role": "main", "value": "<b>Erste</b>"}])
    assert dispatch.headline == "Erste"
    assert ninjs(title="Titel", headline_extended="Lang").headline == "Lang"


# IPTC 7901

HEAD = "\x01bdt0042 3 pl 95  dpa 0000\r\n\r\nHafen/Kiel/\r\n\x02"
TAIL = "\r\n\r\n\x03141130 Mai 24\r\n\x04"


def iptc(text: str, tail: str = TAIL) -> Dispatch:
    return read(f"{HEAD}{text}{tail}".encode("iso-8859-1"))


def test_a_headline_of_several_lines_that_is_a_sentence() -> None:
    dispatch = iptc(
        "(Achtung)\r\nDie Meldung zum Hafen von Kiel entfällt, weil der\r\nRat nicht tagt. =\r\n\r\nDer Grund ist der Sturm."
    )
    assert dispatch.headline == "Die Meldung zum Hafen von Kiel entfällt, weil der Rat nicht tagt."
    assert zones(dispatch) == [("paragraph", "Der Grund ist der Sturm."), ("note", "(Achtung)")]


def test_a_headline_that_begins_with_a_bracket() -> None:
    assert iptc("(K)ein Ende für den\r\nHafen =\r\n\r\nDer Rat tagt.").headline == "(K)ein Ende für den Hafen"


@pytest.mark.parametrize("closing", ["dpa ab yyno n1 cd/ef", "dpa s5", "dpa lst ff", "afp ab/cd", "/abc/DP/xy"])
def test_closing_lines(closing: str) -> None:
    for pad in ("", "# Notizblock\r\n\r\n## Internet\r\n- Hafen\r\n\r\n"):
        dispatch = iptc(f"Hafen zu =\r\n\r\nKiel (dpa) - Der Rat tagt.\r\n\r\n{pad}{closing}")
        assert dispatch.signoff is not None
        assert dispatch.text.endswith(closing)
        assert dispatch.signoff.codes == tuple(closing.strip("/").replace("/", " ").split())


def test_a_note_pad_in_another_language() -> None:
    pad = "# Bloc de notas\r\n\r\n## Contactos\r\n- Ana\r\n\r\n* * * *\r\nSolo para editores\r\n- Uno\r\n  dos"
    dispatch = iptc(f"Puerto =\r\n\r\nMadrid (dpa) - El puerto.\r\n\r\n{pad}\r\n\r\ndpa ab n1")
    private = [dispatch.text[z.span.start : z.span.end] for z in dispatch.zones if not z.public and z.kind == "note"]
    assert private == ["Solo para editores", "Uno dos"]
    assert len(dispatch.paragraphs) == 1


def test_several_short_reports_under_one_headline() -> None:
    dispatch = iptc("Kurz =\r\n\r\nKiel (dpa) - Der Rat tagt.\r\n\r\nPlön (dpa) - Der Kreis tagt.")
    assert zones(dispatch) == [
        ("dateline", "Kiel (dpa) -"),
        ("paragraph", "Der Rat tagt."),
        ("paragraph", "Plön (dpa) - Der Kreis tagt."),
    ]


def test_several_messages_in_one_file() -> None:
    dispatch = iptc("Eins =\r\n\r\nDer Rat tagt.", f"{TAIL}{HEAD}Zwei =\r\n\r\nDer Kreis tagt.{TAIL}")
    assert dispatch.headline == "Eins"
    assert "wire.more_messages" in codes(dispatch)


def test_an_embargo() -> None:
    dispatch = iptc("(Sperrfrist 14. Mai 18.00 Uhr)\r\nHafen zu =\r\n\r\nKiel (dpa) - Der Rat tagt.")
    assert str(dispatch.embargoed) == "2024-05-14T18:00"


def test_words_divided_at_hyphens() -> None:
    text = "Hafen zu =\r\n\r\nKiel (dpa) - Der schleswig-\r\nholsteinische Rat und die Hafen- und\r\nFluss-\r\nund Seeleute tagen."
    assert "schleswig-holsteinische Rat und die Hafen- und Fluss- und Seeleute" in iptc(text).text


def test_a_header_that_there_is_not() -> None:
    with pytest.raises(WireError, match="iptc7901: datei: line 1: no header"):
        read(b"Kiel (dpa) - Der Rat tagt.", format="iptc7901")


# Pages

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


def test_the_text_of_the_linked_data_where_the_page_has_none() -> None:
    dispatch = page(linked(articleBody="Kiel (dpa) - Der Rat tagt.\n\nEr berät."), body="")
    assert zones(dispatch) == [("dateline", "Kiel (dpa) -"), ("paragraph", "Der Rat tagt."), ("paragraph", "Er berät.")]


def test_a_page_in_the_encoding_that_it_declares() -> None:
    words = "Die Fähre nach Plön fährt am Montag wieder, wie die Stadt am Sonntagabend über den Sprecher mitteilte."
    for declared, encoding in (("iso-8859-1", "latin-1"), ("x-nein", "utf-8"), ("windows-1252", "cp1252")):
        raw = f"<html><head><meta charset='{declared}'></head><body><p>{words}</p></body></html>".encode(encoding)
        assert words in read(raw).text
