"""Wrapping is no part of what a dispatch says: the same objects come out of lines and of one long line."""

from __future__ import annotations

import textwrap

import attrs

import newsmodel
from newsmodel.german.pipeline import load

TEXT = (
    "PLÖN (dpa/lno) - Die Vorsitzende des Vereins Schwentinefreunde, Wiebke Johannsen, hat den Bau der neuen Brücke "
    "kritisiert. Das Vorhaben sei zu teuer, sagte Johannsen am Dienstag nach einem Treffen mit Landrat Torben Kruse. "
    "Kruse wies die Kritik des Vereins Schwentinefreunde zurück und kündigte für die kommende Woche ein Gespräch mit "
    "der Ministerin an."
)


def test_wrapped_lines_change_nothing() -> None:
    wrapped = textwrap.fill(TEXT, 69)
    assert wrapped.count("\n") > 3
    lines, line = (newsmodel.parse(text, published="2024-04-02") for text in (wrapped, TEXT))
    assert line.actors
    assert line.statements
    assert attrs.evolve(lines, text=TEXT) == line


def test_a_name_across_lines_is_one_entity() -> None:
    """A line end that stays a token, as in a Doc of the bare pipeline, leaves no gap in an entity."""
    doc = load()("Das sagte der Vorsitzende der Vereinten\nNationen am Montag in Genf.")
    assert "Vereinten\nNationen" in {entity.text for entity in doc.ents}
