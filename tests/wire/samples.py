"""What the tests of the wire formats share: where samples lie, how short messages are made, what always holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.lines import BLANKS
from newsmodel.wire.reading import read_payload
from newsmodel.wire.source import Payload

MESSAGES = Path(__file__).parents[2] / "examples" / "wire"
OWN = sorted(path for path in MESSAGES.iterdir() if path.name != "README.md")
SHARED = Path(__file__).parents[3] / "shared" / "data" / "wire"
ABSENT = "../shared is not present"


NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"


def shared(*patterns: str) -> list[Path]:
    """Return the real samples that match; none where ../shared is absent."""
    return [path for pattern in patterns for path in sorted(SHARED.glob(pattern))]


def over(paths: list[Path]) -> pytest.MarkDecorator:
    """Return the parametrization over samples, or one skipped case that says why there are none."""
    cases = [pytest.param(path, id=path.name) for path in paths]
    return pytest.mark.parametrize("path", cases or [pytest.param(None, marks=pytest.mark.skip(reason=ABSENT))])


def compact(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def holds(dispatch: Dispatch) -> None:
    """Assert what holds for every dispatch that is put together from fields and markup."""
    text, zones = dispatch.text, dispatch.zones
    end = 0
    for number, zone in enumerate(zones):
        gap = text[end : zone.span.start]
        glued = number and zones[number - 1].kind == "dateline" and zone.kind == "paragraph"
        assert gap == ("" if number == 0 else " " if glued else "\n\n")
        words = text[zone.span.start : zone.span.end]
        assert words == words.strip(BLANKS)
        assert "\n\n" not in words
        end = zone.span.end
    assert end == len(text)
    assert dispatch.paragraphs == tuple(zone.span for zone in zones if zone.kind in ("paragraph", "list"))
    assert dispatch.dateline is None or any(zone.span == dispatch.dateline.span for zone in zones)
    assert dispatch.signoff is None or dispatch.signoff.span == zones[-1].span
    assert all(not zone.public for zone in zones if zone.kind in ("contact", "signoff"))
    assert dispatch.paragraphs or any(found.code == "wire.no_body" for found in dispatch.diagnostics)
    dispatch.article(language="de")


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
