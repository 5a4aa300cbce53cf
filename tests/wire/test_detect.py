"""Which format a message is in."""

from __future__ import annotations

import pytest
from tests.wire.samples import NAR, XHTML

from newsmodel.wire.detect import detect
from newsmodel.wire.source import Payload


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
