"""NewsML-G2 in the forms that it takes elsewhere."""

from __future__ import annotations

import pytest
from tests.wire.samples import NAR, XHTML, codes, newsml, read, xhtml, zones

from newsmodel import Concept


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


def test_headlines_in_several_languages() -> None:
    lines = "<headline xml:lang='en'>Council</headline><headline xml:lang='de' rank='2'>Zwei</headline>"
    assert newsml(meta=lines).headline == "Zwei"
    assert newsml(meta=lines, lang="en-GB").headline == "Council"
    assert newsml(meta=f"{lines}<headline rank='1'>Eins</headline>").headline == "Eins"


@pytest.mark.parametrize("words", ["Bild folgt.", f'<p xmlns="{XHTML}">Bild <b>folgt</b>.</p>'])
def test_a_note_of_the_standard_is_for_editors(words: str) -> None:
    [zone] = newsml(item_meta=f"<edNote>{words}</edNote>").zones
    assert (zone.kind, zone.public) == ("note", False)


def test_comments_and_instructions_are_no_words() -> None:
    assert newsml(xhtml("<p>Der <!-- alte -->Rat<?x y?> tagt.</p><!-- Ende -->")).text == "Der Rat tagt."
