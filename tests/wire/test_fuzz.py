"""Every reader against mutated messages, our own and, where present, real ones: an Article or a NewsmodelError."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.wire.samples import OWN, holds, shared

from newsmodel import NewsmodelError
from newsmodel.wire.reading import read_payload
from newsmodel.wire.source import Payload

SAMPLES: dict[str, list[Path]] = {
    "digitalwires": [p for p in OWN if ".digitalwires." in p.name] + shared("digitalwires/*.json"),
    "ninjs": [p for p in OWN if ".ninjs" in p.name] + shared("ninjs-*.json"),
    "newsml-g2": [p for p in OWN if p.suffix == ".xml"] + shared("newsml-g2/*.xml"),
    "iptc7901": [p for p in OWN if p.suffix == ".iptc"] + shared("iptc7901/*.iptc"),
    "html": [p for p in OWN if p.suffix == ".html"],
}
NORMAL, LONG = 500, 20_000

PIECES = [
    *(b"<", b">", b"&", b'"', b"'", b"{", b"}", b"[", b"]", b"=", b"-", b"(", b")", b"/", b":", b"\n", b"\n\n", b"\r"),
    *(b"\x00", b"\x01", b"\x02", b"\x03", b"\x04", b"\xff", b"\xc3", b"\xe2\x80\xa8", b"\xc2\xa0", b"\xef\xbb\xbf"),
    *(b"null", b"true", b"1e999", b"-1", b'""', b"[]", b"{}", b"\\ud800", b"\\u0000"),
    *(b"<p>", b"</p>", b"<br/>", b"<table>", b"<tr>", b"<td>", b"</table>", b"<ul>", b"<li>", b"<h1>", b"<header>"),
    *(b"<a href='x'>", b"</a>", b"<span class='dateline'>", b"</span>", b"<section class='np-nonpublic'>", b"<script>"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE a>", b"&a;", b"&#0;", b"&#x110000;"),
    *(b"(dpa) - ", b"KIEL (AFP) - ", b"# Notizblock\n", b"* * * *\n", b"dpa ab yydd n1 cd", b" =\n", b"(Eil)", b"- "),
]
edits = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 40) | st.sampled_from([0, 0, 0, 400]),
        st.sampled_from(PIECES) | st.binary(max_size=6),
        st.sampled_from([0, 1, 1, 1, 2, 200]),
    ),
    min_size=1,
    max_size=8,
)


@st.composite
def mutated_bytes(draw: st.DrawFn, format: str) -> bytes:
    """Bytes cut out of a sample and put into it, at places spread over it."""
    raw = bytearray(draw(st.sampled_from(SAMPLES[format])).read_bytes())
    for place, length, piece, times in draw(edits):
        at = int(place * len(raw))
        raw[at : at + length] = piece * times
    return bytes(raw)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just("2024-13-45T99:00"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Return every container of a JSON value with each of its keys or indices."""
    found, queue = [], [value]
    while queue:
        one = queue.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        found += [(one, key) for key in keys]
        queue += [one[key] for key in keys]
    return found


@st.composite
def mutated_json(draw: st.DrawFn, format: str) -> bytes:
    """JSON that stays JSON: values exchanged for others, strings cut and mixed with markup."""
    message = json.loads(draw(st.sampled_from(SAMPLES[format])).read_bytes())
    for _ in range(draw(st.integers(1, 4))):
        places = spots(message)
        if not places:
            break
        holder, key = places[draw(st.integers(0, len(places) - 1))]
        old = holder[key]
        if isinstance(old, str) and draw(st.booleans()):
            at = draw(st.integers(0, len(old)))
            piece = draw(st.sampled_from(PIECES)).decode("latin-1") * draw(st.sampled_from([1, 1, 50]))
            holder[key] = old[:at] + piece + old[at + draw(st.integers(0, 20)) :]
        else:
            holder[key] = draw(values)
    return json.dumps(message, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


@st.composite
def mutated_xml(draw: st.DrawFn, format: str) -> bytes:
    """XML that stays well-formed: elements left out, doubled, renamed, or exchanged for others."""
    from lxml import etree

    tree = etree.fromstring(draw(st.sampled_from(SAMPLES[format])).read_bytes())
    for _ in range(draw(st.integers(1, 5))):
        elements = [one for one in tree.iter("*") if one.getparent() is not None]
        if not elements:
            break
        one = elements[draw(st.integers(0, len(elements) - 1))]
        other = elements[draw(st.integers(0, len(elements) - 1))]
        match draw(st.sampled_from(["drop", "double", "rename", "words", "attribute", "wrap"])):
            case "drop":
                one.getparent().remove(one)  # type: ignore[union-attr]
            case "double":
                one.append(deepcopy(other))
            case "rename":
                one.tag = other.tag
            case "words":
                one.text = draw(st.sampled_from(["", " ", "2024-99-99", "Kiel (dpa) - ", "a\n\nb", "7", "©", "x:y"]))
            case "attribute":
                name, value = draw(st.sampled_from([("role", "a:kicker"), ("qcode", "::"), ("class", "dateline")]))
                one.set(name, value)
            case "wrap":
                one.set("pubconstraint", "x:nonpublic")
                one.insert(0, deepcopy(other))
    return etree.tostring(tree)


def mutated(format: str) -> st.SearchStrategy[bytes]:
    shaped = {"digitalwires": mutated_json, "ninjs": mutated_json, "newsml-g2": mutated_xml}.get(format)
    return mutated_bytes(format) | shaped(format) if shaped else mutated_bytes(format)


def try_reader(format: str, examples: int) -> None:
    @settings(max_examples=examples)
    @given(raw=mutated(format), forced=st.booleans())
    def run(raw: bytes, *, forced: bool) -> None:
        try:
            dispatch = read_payload(Payload("datei", raw), format=format if forced else None)
        except NewsmodelError as error:
            assert str(error)  # noqa: PT017 (refusing is one of two right answers)
            return
        if forced:
            holds(dispatch)
        dispatch.article(language="de")

    run()


@pytest.mark.parametrize("format", SAMPLES)
def test_mutated_messages(format: str) -> None:
    try_reader(format, NORMAL)


@pytest.mark.slow
@pytest.mark.parametrize("format", SAMPLES)
def test_many_mutated_messages(format: str) -> None:
    try_reader(format, LONG)
