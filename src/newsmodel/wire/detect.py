"""Which wire format a message is in, from its first characters."""

from __future__ import annotations

import re

from newsmodel.errors import WireError
from newsmodel.wire.formats import digitalwires, iptc7901, ninjs
from newsmodel.wire.json_node import parse_json
from newsmodel.wire.source import Payload

__all__ = ["detect"]

_SAMPLE = 64 * 1024
"""Bytes that are looked at; the root of an XML document stands in the first of them."""

_JSON = re.compile(r'\s*(?:\{\s*(?:["}]|\Z)|\[\s*(?:[{\]]|\Z))')
_MISC = re.compile(
    r"(?:\s++|<\?[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->|<!DOCTYPE[^<>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+", re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_NEWSML = frozenset(
    {"newsmessage", "newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"}
)
_HTML = frozenset({"html", "head", "body", "article", "main", "section", "div", "p", "h1", "h2", "meta", "title"})


def detect(payload: Payload) -> str:
    """Return the name of the wire format of a message.

    Args:
        payload: the message.

    Returns:
        `digitalwires`, `ninjs`, `newsml-g2`, `iptc7901`, `html` or `plain`.

    Raises:
        WireError: it is JSON or XML, but in no format that is known.

    >>> detect(Payload("bytes", b"Kiel (dpa) - Der Hafen ist zu."))
    'plain'
    >>> detect(Payload("bytes", b'<g2:newsItem xmlns:g2="http://iptc.org/std/nar/2006-10-01/"/>'))
    'newsml-g2'
    """
    start = _start(payload).lstrip("\ufeff")
    if _JSON.match(start):
        return _detect_json(payload)
    if iptc7901.looks_like_iptc7901(start):
        return iptc7901.FORMAT
    prolog = _MISC.match(start)
    root = _ROOT.match(start, prolog.end() if prolog else 0)
    if root is not None:
        name = root[1].lower()
        if name in _NEWSML:
            return "newsml-g2"
        if name in _HTML:
            return "html"
    if start.lstrip().startswith("<?xml"):
        named = f"its root is <{root[1]}>" if root else "it has no root element"
        raise WireError(f"XML of no format that is known: {named}", place=payload.name)
    return "html" if re.match(r"\s*<!DOCTYPE\s+html", start, re.IGNORECASE) else "plain"


def _start(payload: Payload) -> str:
    """Return the first characters, well enough decoded to tell the format."""
    content = payload.content[:_SAMPLE]
    if isinstance(content, str):
        return content
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content[: len(content) // 2 * 2].decode("utf-16", "replace")
    return content.decode("latin-1").removeprefix("\xef\xbb\xbf")


def _detect_json(payload: Payload) -> str:
    message = parse_json(payload, "JSON")
    if digitalwires.is_digitalwires(message):
        return digitalwires.FORMAT
    if ninjs.is_ninjs(message):
        return ninjs.FORMAT
    if "schema_version" in message.members:
        raise WireError("a stored article is read by newsmodel.loads", format="JSON", place=payload.name)
    keys = ", ".join(list(message.members)[:5]) or "none"
    raise WireError(f"JSON of no format that is known; its first keys: {keys[:80]}", format="JSON", place=payload.name)
