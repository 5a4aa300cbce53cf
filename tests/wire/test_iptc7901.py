"""IPTC 7901 in the forms that it takes elsewhere."""

from __future__ import annotations

import pytest
from tests.wire.samples import codes, read, zones

from newsmodel import WireError
from newsmodel.wire.dispatch import Dispatch

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


@pytest.mark.parametrize("mark", ["# ", "## ", "- "])
@pytest.mark.parametrize("blank", ["\ufeff", "\ufeff\ufeff ", "\u200b"])
def test_marks_of_no_width_behind_a_mark_of_the_note_pad(mark: str, blank: str) -> None:
    text = f"{HEAD}Hafen zu =\r\n\r\nDer Rat tagt.\r\n\r\n# Notizblock\r\n\r\n{mark}{blank}Orte\r\n- Kiel{TAIL}"
    dispatch = read(text.encode())
    assert [words for kind, words in zones(dispatch) if kind == "note"] == ["Notizblock", "Orte", "Kiel"]


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


def test_an_address_that_ends_a_line_closes_no_title() -> None:
    dispatch = iptc("Hafen zu\r\n\r\nKiel (dpa) - Der Rat tagt. Mehr unter https://x.example/?id=\r\n\r\nEr berät.")
    assert dispatch.headline == "Hafen zu"
    assert len(dispatch.paragraphs) == 2
