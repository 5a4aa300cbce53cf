"""Notes, contacts, embargoes, and prose that only begins like one."""

from __future__ import annotations

import pytest

from newsmodel.model import PartialDate, ZoneKind
from newsmodel.wire.notes import read_note
from newsmodel.wire.plain import read_plain

PAD = """
# Notizblock

## Redaktionelle Hinweise
- Bilder folgen

## Orte
- [Rathaus](Markt 1, 24306 Plön)

* * * *
Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt

## Kontakte
- Redaktion: Ute Dorn (Plön), +49 4522 000000

dpa ab yydd n1 cd
"""


@pytest.mark.parametrize(
    ("words", "kind", "public"),
    [
        ("(Achtung: Neue Fassung)", "note", False),
        ("Achtung: Dies ist eine neue Fassung", "note", False),
        ("(Berichtigung: Es muss 13 statt 12 heißen.)", "note", True),
        ("(Mit Foto)", "note", False),
        ("Notizblock", "pad", True),
        ("# Notizblock", "pad", True),
        ("Redaktion: Ute Dorn, 04522 00000", "contact", False),
        ("Internet: www.rat.example", "note", True),
        ("Sperrfrist: 3. Mai 2022, 18.00 Uhr", "embargo", False),
        ("(Sperrfrist 18.00 Uhr)", "embargo", False),
    ],
)
def test_note(words: str, kind: str, public: bool) -> None:
    note = read_note(words, before_body=False)
    assert note is not None
    assert (note.kind, note.public) == (kind, public)


@pytest.mark.parametrize(
    "words",
    [
        "Fotos zeigen den Brand.",
        "Kontakte nach Riga gab es kaum.",
        "Der Rat (mit Foto)",
        "(Das sagte der Minister nicht.)",
        "Foto und Film sind getrennt.",
        "Neu ist das nicht.",
        "Quellen sprudeln im Tal.",
    ],
)
def test_prose_is_no_note(words: str) -> None:
    assert read_note(words, before_body=False) is None


def test_note_pad() -> None:
    """All behind its heading is notes; what follows the asterisks is not for the public; the codes end it."""
    text = "Plön (dpa) - Der Rat tagte.\n" + PAD
    dispatch = read_plain(text)
    assert [text[span.start : span.end] for span in dispatch.paragraphs] == ["Der Rat tagte."]
    private = [text[zone.span.start : zone.span.end] for zone in dispatch.zones if not zone.public]
    assert "- Redaktion: Ute Dorn (Plön), +49 4522 000000" in private
    assert "- Bilder folgen" not in private
    assert {zone.kind for zone in dispatch.zones} >= {ZoneKind.NOTE, ZoneKind.CONTACT, ZoneKind.SIGNOFF}


def test_next_report_behind_a_note_pad() -> None:
    """A file may hold several reports: a dateline ends the note pad of the one before."""
    text = "Plön (dpa) - Der Rat tagte.\n\nNotizblock\n\nRathaus\n\nEutin (dpa) - Der Kreistag tagte."
    assert [text[span.start : span.end] for span in read_plain(text).paragraphs] == [
        "Der Rat tagte.",
        "Der Kreistag tagte.",
    ]


def test_embargo() -> None:
    text = "Sperrfrist: 3. Mai, 18.00 Uhr\n\nPlön (dpa) - Der Rat tagte."
    dispatch = read_plain(text, published=PartialDate(year=2022, month=5, day=2))
    assert str(dispatch.embargoed) == "2022-05-03T18:00"


def test_embargo_without_a_date_is_told() -> None:
    dispatch = read_plain("Sperrfrist: Beginn der Rede\n\nPlön (dpa) - Der Rat tagte.")
    assert dispatch.embargoed is None
    assert [found.code for found in dispatch.diagnostics] == ["wire.embargo"]


def test_signal() -> None:
    assert read_plain("(Eil)\nRat tagt =\n\nPlön (dpa) - Der Rat tagt.").signal == "eil"
