"""Broken and hostile messages: a WireError that names format and place, in time and memory that stay bounded."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.wire.samples import MESSAGES, OWN, holds, over

import newsmodel
from newsmodel import MissingExtraError, WireError
from newsmodel.wire.collector import DEEPEST
from newsmodel.wire.reading import FORMATS, read_payload
from newsmodel.wire.source import LARGEST, Payload, load

JSON = (MESSAGES / "hafen.digitalwires.json").read_bytes()
XML = (MESSAGES / "hafen.newsmessage.xml").read_bytes()
NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def fails(raw: bytes | str, format: str | None = None) -> WireError:
    with pytest.raises(WireError) as caught:
        read_payload(Payload("datei", raw), format=format)
    return caught.value


@pytest.mark.parametrize(
    ("raw", "format", "place", "reason"),
    [
        pytest.param(JSON[: len(JSON) // 2], "JSON", "datei", "not JSON", id="truncated JSON"),
        pytest.param(XML[: len(XML) // 2], "newsml-g2", "datei: line", "not well-formed", id="truncated XML"),
        pytest.param(JSON.decode().encode("latin-1"), "JSON", "datei", "not valid UTF-8 at byte", id="JSON in Latin 1"),
        pytest.param(XML.decode().encode("latin-1"), "newsml-g2", "line", "not well-formed", id="XML in Latin 1"),
        pytest.param(b'{"uri": "urn:x", "uri": "urn:y"}', "JSON", "datei: $.uri", "stands twice", id="key twice"),
        pytest.param(b'{"uri": "urn:x", "urgency": NaN}', "JSON", "datei", "NaN", id="NaN"),
        pytest.param(b'{"uri": "urn:x", "headline": 5}', "ninjs", "$.headline", "a string", id="wrong type"),
        pytest.param(b'{"uri": "urn:x", "bodies": {}}', "ninjs", "$.bodies", "an array", id="no array"),
        pytest.param(b'{"uri": "urn:x", "bodies": [1]}', "ninjs", "$.bodies[0]", "an object", id="no object"),
        pytest.param(
            b'{"format": "digitalwires@0.9", "ednotes": [{"is_publishable": 1}]}',
            "digitalwires",
            "$.ednotes[0].is_publishable",
            "a boolean",
            id="no boolean",
        ),
        pytest.param(b'{"uri": "urn:x", "headline": "\\ud800"}', "JSON", "$.headline", "surrogate", id="surrogate"),
        pytest.param(b'[{"uri": "urn:x"}]', "JSON", "datei", "not an array", id="array"),
        pytest.param(b'{"schema_version": 1}', "JSON", "datei", "newsmodel.loads", id="stored article"),
        pytest.param(b'{"a": 1}', "JSON", "datei", "no format that is known", id="unknown JSON"),
        pytest.param(b'<?xml version="1.0"?><rss/>', None, "datei", "<rss>", id="unknown XML"),
        pytest.param(b"<newsItem/>", "newsml-g2", "root element", "namespace 'none'", id="no namespace"),
        pytest.param(f"<newsMessage {NAR}/>".encode(), "newsml-g2", "itemSet", "no item", id="no item"),
        pytest.param(
            b'<?xml version="1.0" encoding="klingon"?><newsItem/>', "newsml-g2", "datei", "encoding", id="no encoding"
        ),
        pytest.param(b'<?xml version="1.0" encoding="utf-7"?><newsItem/>', "newsml-g2", "datei", "", id="utf-7"),
        pytest.param(b"\xff\xfe<\x00?", None, "datei", "not valid UTF-16", id="half a character"),
    ],
)
def test_faults_name_format_and_place(raw: bytes, format: str | None, place: str, reason: str) -> None:
    error = fails(raw)
    assert error.format == format
    assert place in (error.place or "")
    assert reason in error.reason
    assert str(error)


BOMBS = {
    "billion laughs": '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
    "external entity": '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "parameter entity": '<!DOCTYPE l [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;]>',
    "external subset": '<!DOCTYPE l SYSTEM "http://127.0.0.1:9/x.dtd">',
}


@pytest.mark.parametrize("prolog", BOMBS.values(), ids=BOMBS.keys())
def test_entities_and_document_types_are_refused(prolog: str) -> None:
    error = fails(f"<?xml version='1.0'?>{prolog}<newsItem {NAR} guid='&a;'/>".encode())
    assert (error.format, error.place) == ("newsml-g2", "datei")
    assert "document type or entities" in error.reason


def test_deep_nesting_is_refused_in_every_format() -> None:
    deep = 100_000
    assert "nested" in fails(b'{"uri": ' + b"[" * deep + b"]" * deep + b"}").reason
    tags = "<a>" * deep + "</a>" * deep
    assert "nested deeper" in fails(f"<newsItem {NAR}>{tags}</newsItem>".encode()).reason
    item = {"uri": "urn:x", "body_html": "<div>" * deep}
    error = fails(json.dumps(item).encode())
    assert (error.format, f"deeper than {DEEPEST}" in error.reason) == ("ninjs", True)


def test_xml_that_is_nested_as_deep_as_allowed_is_read() -> None:
    inner = "<div>" * (DEEPEST - 10) + "<p>Der Rat tagt.</p>" + "</div>" * (DEEPEST - 10)
    item = f"<newsItem {NAR}><contentSet><inlineXML>{inner}</inlineXML></contentSet></newsItem>"
    assert read_payload(Payload("datei", item)).text == "Der Rat tagt."


@pytest.mark.parametrize("kind", ["path", "bytes", "binary", "text"])
def test_50_mb_are_refused_without_being_read_whole(kind: str, tmp_path: Path) -> None:
    size = 50_000_000
    path = tmp_path / "gross.json"
    with path.open("wb") as file:
        file.write(b'{"uri": "')
        file.seek(size)
        file.write(b'"}')

    class Counting(io.BytesIO):
        taken = 0

        def read(self, limit: int | None = -1) -> bytes:
            content = super().read(limit)
            Counting.taken += len(content)
            return content

    sources = {
        "path": path,
        "bytes": bytes(size),
        "binary": Counting(b"x" * size),
        "text": io.StringIO("x" * size),
    }
    with pytest.raises(WireError, match="more than 16 MiB") as caught:
        newsmodel.read(sources[kind])  # type: ignore[arg-type]
    assert caught.value.place
    assert Counting.taken <= LARGEST + 100


@over(OWN)
def test_a_message_cut_anywhere_is_read_or_refused(path: Path) -> None:
    raw = path.read_bytes()
    for cut in range(0, len(raw), max(1, len(raw) // 60)):
        try:
            holds(read_payload(Payload("datei", raw[:cut])))
        except WireError as error:
            assert error.format or error.place  # noqa: PT017 (refusing is one of two right answers)
        except AssertionError:
            # What is cut before it can be told is plain text, whose own laws hold.
            assert read_payload(Payload("datei", raw[:cut])).text == Payload("datei", raw[:cut]).text()


def test_iptc_7901_that_breaks_off_is_read_and_says_so() -> None:
    raw = (MESSAGES / "hafen.iptc").read_bytes()
    dispatch = read_payload(Payload("datei", raw[: raw.index(b"# Notizblock")]))
    assert "wire.truncated" in {found.code for found in dispatch.diagnostics}
    assert len(dispatch.paragraphs) == 5


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("raw", [b"", b"\n", b"{}", b"<a/>", b"\x01", b"null", b"\xef\xbb\xbf"])
def test_nearly_nothing(format: str, raw: bytes) -> None:
    try:
        dispatch = read_payload(Payload("datei", raw), format=format)
    except WireError as error:
        assert format in (error.format, "plain")  # noqa: PT017
    else:
        assert dispatch.diagnostics or format == "plain"


def test_a_format_that_there_is_not() -> None:
    with pytest.raises(WireError, match="there are plain, digitalwires, newsml-g2, iptc7901, ninjs, html"):
        newsmodel.read(b"Kiel (dpa) - Der Rat tagt.", format="nitf")


BODY = "<p>Der Rat tagt am <b>Montag</b> in Kiel &amp; Plön.</p>"


def digitalwires(n: int) -> bytes:
    return json.dumps({"format": "digitalwires@0.9", "article_html": BODY * n}).encode()


def ednotes(n: int) -> bytes:
    notes = [{"role": "x:editorialnote", "ednote": f"Hinweis {i} an alle"} for i in range(n)]
    return json.dumps({"format": "digitalwires@0.9", "ednotes": notes}).encode()


def broken_tags(n: int) -> bytes:
    markup = "<!-- <![CDATA[ </ <a x=\"' <p <? " * n
    return json.dumps({"uri": "urn:x", "body_html": markup}).encode()


def unclosed(n: int) -> bytes:
    markup = "<p>Der <span class='dateline'><a href='x'>Rat<li>tagt<td>hier" * n
    return json.dumps({"uri": "urn:x", "body_html": f"<table>{markup}"}).encode()


def newsml(n: int) -> bytes:
    subjects = "<subject qcode='medtop:1'><name>Rat</name></subject><headline>Rat</headline>" * (n // 4)
    html = f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{BODY * n}</body></html>"
    content = f"<contentSet><inlineXML>{html}</inlineXML></contentSet>"
    return f"<newsItem {NAR}><contentMeta>{subjects}</contentMeta>{content}</newsItem>".encode()


def iptc7901(n: int) -> bytes:
    return (
        b"\x01abc0001 3 pl 9 dpa 0000\n\x02Rat tagt =\n\n"
        + b"Kiel (dpa) - Der Rat tagt\nam Montag.\n\n" * n
        + b"\x03\x04"
    )


def brackets(n: int) -> bytes:
    return b"\x01abc0001 3 pl 9 dpa 0000\n\x02" + b"(Achtung\n" * n + b"=\n\n# x\n" + b"- y (\n" * n + b"\x03\x04"


@pytest.mark.parametrize("make", [digitalwires, ednotes, broken_tags, unclosed, newsml, iptc7901, brackets])
def test_time_is_linear(make: Callable[[int], bytes]) -> None:
    """Ten times the message takes about ten times as long; quadratic time would take a hundred times as long."""

    def cost(n: int) -> float:
        payload = Payload("datei", make(n))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            with contextlib.suppress(WireError):
                read_payload(payload)
            best = min(best, time.process_time() - start)
        return best

    cost(10)
    assert cost(4000) < 25 * max(cost(400), 0.004)


@pytest.mark.parametrize(
    ("package", "extra", "name"),
    [("defusedxml", "xml", "hafen.newsmessage.xml"), ("trafilatura", "html", "hafen.html")],
)
def test_a_missing_package_is_named_with_its_extra(package: str, extra: str, name: str) -> None:
    code = f"""
import sys
sys.modules[{package!r}] = None
import newsmodel
try:
    newsmodel.read({str(MESSAGES / name)!r})
except newsmodel.MissingExtraError as error:
    print(error.package, error.extra)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [package, extra]
    assert issubclass(MissingExtraError, newsmodel.NewsmodelError)


def test_formats_of_the_core_need_no_extra() -> None:
    code = f"""
import sys
for name in ("defusedxml", "lxml", "trafilatura", "spacy"):
    sys.modules[name] = None
from newsmodel.wire.reading import read_payload
from newsmodel.wire.source import load
for name in ("hafen.digitalwires.json", "hafen.ninjs1.json", "hafen.ninjs3.json", "hafen.iptc"):
    print(read_payload(load({str(MESSAGES)!r} + "/" + name)).headline)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["Hafen von Kleinhaven bleibt gesperrt"] * 4


def test_text_files_are_read_like_binary_ones() -> None:
    for path in OWN:
        if "latin1" in path.name or "newsitem" in path.name:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            assert read_payload(load(file)) == read_payload(load(path))


def test_a_page_that_is_nested_too_deep() -> None:
    error = fails("<html><body>" + "<div>" * 1000 + "<p>Der Rat tagt.</p>")
    assert (error.format, error.reason) == ("html", "elements nested too deep")
