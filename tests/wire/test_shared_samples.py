"""Real messages, where they are at hand: what is read, against values taken straight from the files by other means."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.wire.samples import ABSENT, SHARED, compact, holds, over, shared

from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.reading import read_payload
from newsmodel.wire.source import load


def read(path: Path) -> Dispatch:
    dispatch = read_payload(load(path))
    holds(dispatch)
    return dispatch


def zones(dispatch: Dispatch, *kinds: str) -> list[str]:
    return [dispatch.text[zone.span.start : zone.span.end] for zone in dispatch.zones if zone.kind in kinds]


def elements(markup: str, name: str) -> list[str]:
    """Return the words of the elements of a name in a fragment, by a regular expression; those inside tables left out."""
    bare = re.sub(r"<table.*?</table>", "", markup, flags=re.DOTALL)
    found = re.findall(rf"<{name}\b[^>]*>(.*?)</{name}>", bare, flags=re.DOTALL)
    words = (compact(html.unescape(re.sub(r"<[^>]*>", "", inner))) for inner in found)
    return [one for one in words if one]


def place_of(dateline: str) -> str:
    return dateline.partition("(")[0].strip()


@over(shared("digitalwires/*.json"))
def test_digitalwires(path: Path) -> None:
    message = json.loads(path.read_bytes())
    dispatch = read(path)
    assert dispatch.headline == message["headline"]
    assert (dispatch.kicker, dispatch.teaser, dispatch.byline) == tuple(
        message[key] for key in ("kicker", "teaser", "byline")
    )
    assert str(dispatch.published)[:16] == message["version_created"][:16]
    assert str(dispatch.published)[16:] == message["version_created"][-6:]
    assert (dispatch.uri, dispatch.version, dispatch.language) == (
        message["urn"],
        str(message["version"]),
        message["language"],
    )
    assert (dispatch.urgency, dispatch.status) == (message["urgency"], message["pubstatus"])
    if message["dateline"]:
        assert dispatch.dateline is not None
        assert "/".join(dispatch.dateline.places) == place_of(message["dateline"])
        assert dispatch.text.startswith(message["dateline"].strip())
    markup = message["article_html"] or ""
    assert [compact(words) for words in zones(dispatch, "paragraph")] == elements(markup, "p")
    assert [compact(words) for words in zones(dispatch, "list")] == elements(markup, "li")
    assert [compact(words) for words in zones(dispatch, "subhead")] == elements(markup, "h2")
    assert len(zones(dispatch, "table")) == markup.count("<table")
    closing = [note["ednote"] for note in message["ednotes"] if note["role"].endswith(":closingline")]
    assert zones(dispatch, "signoff") == closing
    assert (dispatch.signal or "") == (message["signal"] or "").removeprefix("sig:") or message["urgency"] == 2
    codes = {one.code for one in (*dispatch.subjects, *dispatch.places) if one.code}
    kinds = ("dnltype:dpasubject", "dnltype:subject", "dnltype:geosubject")
    for category in message["categories"]:
        if category["type"] in kinds and category["qcode"]:
            assert category["qcode"].split(":")[1] in codes
    if message["notepad"] and message["notepad"]["nonpublic_html"]:
        private = {compact(dispatch.text[z.span.start : z.span.end]) for z in dispatch.zones if not z.public}
        # Links of notes carry their addresses in the text; those of persons are their labels.
        assert set(elements(message["notepad"]["nonpublic_html"], "li")) <= private


NAR = {"n": "http://iptc.org/std/nar/2006-10-01/", "h": "http://www.w3.org/1999/xhtml"}


@over(shared("newsml-g2/*.xml"))
def test_newsml_g2(path: Path) -> None:
    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))

    def field(xpath: str) -> list[Any]:
        found: list[Any] = root.xpath(xpath, namespaces=NAR)  # type: ignore[assignment]
        return [("".join(map(str, one.itertext())) if isinstance(one, etree._Element) else str(one)) for one in found]

    dispatch = read(path)
    assert dispatch.headline == field("//n:contentMeta/n:headline")[0]
    created = field("//n:itemMeta/n:versionCreated")[0]
    assert str(dispatch.published) == created[:16] + created[-6:]
    assert [str(dispatch.urgency), dispatch.uri, dispatch.version, dispatch.language] == [
        *field("//n:contentMeta/n:urgency"),
        *field("//n:newsItem/@guid"),
        *field("//n:newsItem/@version"),
        *field("//n:contentMeta/n:language/@tag"),
    ]
    assert [dispatch.byline] == (field("//n:contentMeta/n:by") or [None])
    assert [dispatch.teaser] == (field("//n:description[@role='drol:teaser']") or [None])
    datelines = field("//n:contentMeta/n:dateline")
    assert (dispatch.dateline is not None) == bool(datelines)
    if dispatch.dateline is not None:
        assert "/".join(dispatch.dateline.places) == place_of(datelines[0])
        assert dispatch.text.startswith(datelines[0].strip())
    paragraphs = "//n:inlineXML//h:section[contains(@class, 'main')]/h:p[not(@class)]"
    wanted = [compact(words) for words in field(paragraphs) if words.strip()]
    got = [compact(words) for words in zones(dispatch, "paragraph")]
    if datelines:
        got[0] = compact(zones(dispatch, "dateline")[0]) + got[0]
    assert got == wanted
    assert len(zones(dispatch, "table")) == len(field("//n:inlineXML//h:table"))
    assert zones(dispatch, "signoff") == field("//n:edNote[@role='dpaednoterole:closingline']")
    assert dispatch.usage_terms == "\n".join(field("//n:rightsInfo/n:usageTerms"))
    private = {compact(dispatch.text[z.span.start : z.span.end]) for z in dispatch.zones if not z.public}
    for note in field("//n:edNote[@pubconstraint]"):
        assert any(compact(note) in words for words in private)
    codes = {f"{one.scheme}:{one.code}" for one in (*dispatch.subjects, *dispatch.places)}
    assert set(field("//n:contentMeta/n:subject/@qcode")) <= codes
    signals = [code.removeprefix("sig:") for code in field("//n:signal/@qcode") if code.startswith("sig:")]
    assert [dispatch.signal] == (signals or [None])


PAIRS = [("dw-1", "dw-1"), ("eil", "eil"), ("lesestuecke", "lesestuecke"), ("nsb_n1", "nsb-n1")]


@pytest.mark.skipif(not SHARED.exists(), reason=ABSENT)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_same_message_from_digitalwires_and_iptc_7901(one: str, other: str) -> None:
    left = read(SHARED / "digitalwires" / f"{one}.json")
    right = read(SHARED / "iptc7901" / f"{other}.iptc")
    assert compact(left.text) == compact(right.text)
    assert len(left.paragraphs) == len(right.paragraphs)
    assert [compact(left.text[p.start : p.end]) for p in left.paragraphs] == [
        compact(right.text[p.start : p.end]) for p in right.paragraphs
    ]
    for name in ("headline", "teaser", "byline", "dateline", "signoff", "signal", "urgency", "agency"):
        assert getattr(left, name) == getattr(right, name)
    assert str(left.published)[:16] == str(right.published)


@over(shared("ninjs-2.1-dpa_text.json"))
def test_ninjs(path: Path) -> None:
    item = json.loads(path.read_bytes())
    dispatch = read(path)
    assert (dispatch.headline, dispatch.byline) == (item["headlines"][0]["value"], item["by"])
    assert [compact(words) for words in zones(dispatch, "paragraph")] == elements(item["bodies"][0]["value"], "p")
