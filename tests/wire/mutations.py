"""Messages of every wire format with parts of them changed, as transmissions and programs change them.

Every function draws from a `random.Random`: Hypothesis gives one that it can shrink, the long run one of a seed.
"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.wire.samples import OWN, shared

SAMPLES: dict[str, list[Path]] = {
    "digitalwires": [p for p in OWN if ".digitalwires." in p.name] + shared("digitalwires/*.json"),
    "ninjs": [p for p in OWN if ".ninjs" in p.name] + shared("ninjs-*.json"),
    "newsml-g2": [p for p in OWN if p.suffix == ".xml"] + shared("newsml-g2/*.xml"),
    "iptc7901": [p for p in OWN if p.suffix == ".iptc"] + shared("iptc7901/*.iptc"),
    "html": [p for p in OWN if p.suffix == ".html"],
    "plain": [p for p in OWN if p.suffix == ".iptc"],
}

PIECES = [
    *(b"<", b">", b"&", b'"', b"'", b"{", b"}", b"[", b"]", b"=", b"-", b"(", b")", b"/", b":", b"\n", b"\n\n", b"\r"),
    *(b"\x00", b"\x01", b"\x02", b"\x03", b"\x04", b"\xff", b"\xc3", b"\xe2\x80\xa8", b"\xc2\xa0", b"\xef\xbb\xbf"),
    *(
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xed\xa0\x80",
        b"\xe2\x80\x8b",
        b"\xf0\x9f\x91\xa8\xe2\x80\x8d",
        b"a\xcc\x81",
        b"\x1a",
        b"\x85",
    ),
    *(b"null", b"true", b"1e999", b"-1", b'""', b"[]", b"{}", b"\\ud800", b"\\u0000", b"NaN", b"9" * 5000),
    *(b"<p>", b"</p>", b"<br/>", b"<table>", b"<tr>", b"<td>", b"</table>", b"<ul>", b"<li>", b"<h1>", b"<header>"),
    *(b"<a href='x'>", b"</a>", b"<span class='dateline'>", b"</span>", b"<section class='np-nonpublic'>", b"<script>"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE a>", b"&a;", b"&#0;", b"&#x110000;", b"<?xml ?>", b"<?x"),
    *(b"(dpa) - ", b"KIEL (AFP) - ", b"# Notizblock\n", b"* * * *\n", b"dpa ab yydd n1 cd", b" =\n", b"(Eil)", b"- "),
]
_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    7,
    2**70,
    0.5,
    1e308,
    "",
    " ",
    "2024-13-45T99:00",
    "2024",
    "x" * 3000,
    "\ud800",
    [],
    {},
)
_WORDS = ("", " ", "2024-99-99", "Kiel (dpa) - ", "a\n\nb", "7", "©", "x:y", "de", "e\u0301\u202e")
_ATTRIBUTES = (("role", "a:kicker"), ("qcode", "::"), ("class", "dateline"), ("contenttype", ""), ("href", "x:y"))


@cache
def _content(path: Path) -> bytes:
    return path.read_bytes()


def mutated(random: Random, format: str) -> bytes:
    """Return a message of a format with parts of it changed: as bytes, or so that it stays JSON or XML."""
    raw = _content(random.choice(SAMPLES[format]))
    if format in ("digitalwires", "ninjs") and random.randrange(2):
        return _mutated_json(random, json.loads(raw))
    if format == "newsml-g2" and random.randrange(2):
        return _mutated_xml(random, raw)
    return _mutated_bytes(random, raw)


def _mutated_bytes(random: Random, content: bytes) -> bytes:
    """Cut out of a message and put into it, at places spread over it."""
    raw = bytearray(content)
    for _ in range(random.randrange(1, 9)):
        at = random.randrange(len(raw) + 1)
        length = random.choice((0, 0, 0, 1, 2, 7, 40, 400))
        match random.randrange(8):
            case 0 if at < len(raw):
                raw[at] ^= 1 << random.randrange(8)
            case 1:
                raw[at : at + length] = random.randbytes(random.randrange(7))
            case 2:
                other = random.randrange(len(raw) + 1)
                raw[at : at + length] = raw[other : other + 60]
            case _:
                raw[at : at + length] = random.choice(PIECES) * random.choice((0, 1, 1, 1, 2, 200))
    return bytes(raw)


def _places(message: Any) -> list[tuple[Any, Any]]:
    """Return every container of a JSON value with each of its keys or indices."""
    found, queue = [], [message]
    while queue:
        one = queue.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        found += [(one, key) for key in keys]
        queue += [one[key] for key in keys]
    return found


def _mutated_json(random: Random, message: Any) -> bytes:
    """Exchange values for others or drop them, cut strings and mix them with markup."""
    for _ in range(random.randrange(1, 5)):
        places = _places(message)
        if not places:
            break
        holder, key = random.choice(places)
        old = holder[key]
        if isinstance(old, str) and random.randrange(2):
            at = random.randrange(len(old) + 1)
            piece = random.choice(PIECES).decode("latin-1") * random.choice((1, 1, 50))
            holder[key] = old[:at] + piece + old[at + random.randrange(20) :]
        elif random.randrange(4) == 0:
            del holder[key]
        elif random.randrange(4) == 0:
            other, its = random.choice(places)
            holder[key] = deepcopy(other[its])
        else:
            holder[key] = deepcopy(random.choice(_VALUES))
    return json.dumps(message, ensure_ascii=random.randrange(2) == 1).encode("utf-8", "surrogatepass")


def _mutated_xml(random: Random, content: bytes) -> bytes:
    """Leave elements out, double them, rename them, exchange them for others."""
    from lxml import etree

    tree = etree.fromstring(content)
    for _ in range(random.randrange(1, 6)):
        elements = [one for one in tree.iter("*") if one.getparent() is not None]
        if not elements:
            break
        one, other = random.choice(elements), random.choice(elements)
        match random.randrange(6):
            case 0:
                one.getparent().remove(one)  # type: ignore[union-attr]
            case 1:
                one.append(deepcopy(other))
            case 2:
                one.tag = other.tag
            case 3:
                one.text = random.choice(_WORDS)
            case 4:
                one.set(*random.choice(_ATTRIBUTES))
            case _:
                one.set("pubconstraint", "x:nonpublic")
                one.insert(0, deepcopy(other))
    return etree.tostring(tree)
