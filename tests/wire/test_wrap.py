"""Paragraphs out of lines."""

from __future__ import annotations

import textwrap

import pytest

from newsmodel.wire.plain import read_plain

FIRST = (
    "Der Rat der Stadt hat am Abend nach langer Debatte den Bau einer neuen Brücke beschlossen. Dafür stimmten die "
    "Fraktionen der Mehrheit, dagegen die Opposition und zwei Mitglieder ohne Fraktion, die sich zuvor enthalten wollten."
)
SECOND = (
    "Die Brücke soll in drei Jahren fertig sein und rund 40 Millionen Euro kosten - und damit doppelt so viel wie die "
    "alte, die nach einem Hochwasser gesperrt worden war. Mit dem Bau begonnen wird im Frühjahr."
)


def paragraphs(text: str) -> list[str]:
    dispatch = read_plain(text)
    return [" ".join(text[span.start : span.end].split()) for span in dispatch.paragraphs]


@pytest.mark.parametrize("width", [40, 55, 69, 72, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_wrapped_at_any_width(width: int, end: str) -> None:
    """Blank lines divide, wrapping does not, whatever the width and the line ends."""
    text = (end * 2).join(end.join(textwrap.wrap(words, width)) for words in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


@pytest.mark.parametrize("indent", ["  ", "   ", "\t", "\u3000"])
def test_indented_first_lines(indent: str) -> None:
    """Without blank lines, the indentation of first lines divides."""
    text = "\n".join(indent + "\n".join(textwrap.wrap(words, 66)) for words in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


def test_short_last_lines() -> None:
    """Without blank lines and indentation, a line that had room for the next word ends its paragraph."""
    text = "\n".join(textwrap.fill(words, 69) for words in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


def test_a_line_a_paragraph() -> None:
    assert paragraphs(f"{FIRST}\n{SECOND}\n{FIRST}") == [FIRST, SECOND, FIRST]


@pytest.mark.parametrize("divider", ["\f", "\u2029", "\n \t \n", "\n\u00a0\n", "\r\n\r\n", "\n\r\n"])
def test_what_divides_paragraphs(divider: str) -> None:
    assert paragraphs(FIRST + divider + SECOND) == [FIRST, SECOND]


def test_a_dash_at_the_start_of_a_wrapped_line_is_no_bullet() -> None:
    text = (
        "Der Rat hatte das abgelehnt, wie es am Abend im Rathaus hieß\n- und das, obwohl er es einst gefordert hatte."
    )
    assert len(paragraphs(text)) == 1


def test_list_items_with_hanging_indentation() -> None:
    text = "Der Plan sieht vor:\n- Eine Brücke über den Fluss und einen\n  Radweg daneben.\n- Einen Tunnel.\n"
    assert paragraphs(text) == [
        "Der Plan sieht vor:",
        "Eine Brücke über den Fluss und einen Radweg daneben.",
        "Einen Tunnel.",
    ]
