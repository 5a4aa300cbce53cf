"""Datelines and date lines, and what only looks like them."""

from __future__ import annotations

import pytest

from newsmodel.model import PartialDate
from newsmodel.wire.agency import read_agency
from newsmodel.wire.dateline import read_date_line, read_dateline
from newsmodel.wire.dates import as_partial_date, find_day

MAY = PartialDate(year=2022, month=5)


@pytest.mark.parametrize(
    ("words", "places", "agency", "rest"),
    [
        ("Plön (dpa) - Der Rat", ("Plön",), "dpa", " Der Rat"),
        ("PLÖN/EUTIN (dpa-AFX) – «Ja»", ("PLÖN", "EUTIN"), "dpa-AFX", " «Ja»"),
        ("Offenbach/Main (dpa/lhe) - 12 Leute", ("Offenbach/Main",), "dpa", " 12 Leute"),
        ("Halle (Saale) (dpa/sa) - Der Rat", ("Halle (Saale)",), "dpa", " Der Rat"),
        ("Riga, Tallinn und Wilna (AFP) — Die Räte", ("Riga", "Tallinn", "Wilna"), "AFP", " Die Räte"),
        ("St. Pölten (APA). Der Rat", ("St. Pölten",), "APA", " Der Rat"),
        ("Sitten (Keystone-SDA) -- Der Rat", ("Sitten",), "Keystone-SDA", " Der Rat"),
        ("Chur (awp/sda): Der Rat", ("Chur",), "AWP", " Der Rat"),
        ("Mainz (dpa-AFX Broker) - Die Bank", ("Mainz",), "dpa-AFX", " Die Bank"),
        ("An Bord der «Möwe» (dpa) - Der Rat", ("An Bord der «Möwe»",), "dpa", " Der Rat"),
        ("Washington D.C. (AP) - Der Rat", ("Washington D.C.",), "AP", " Der Rat"),
        ("Plön\n(dpa) -\nDer Rat", ("Plön",), "dpa", "\nDer Rat"),
        ("(dpa) - Der Rat", (), "dpa", " Der Rat"),
        ("Plön (dpa) -", ("Plön",), "dpa", ""),
        ("Plön (dpa)", ("Plön",), "dpa", ""),
        ("'s-Hertogenbosch (sid) - Der Rat", ("'s-Hertogenbosch",), "SID", " Der Rat"),
    ],
)
def test_dateline(words: str, places: tuple[str, ...], agency: str, rest: str) -> None:
    found = read_dateline(words, 0, len(words))
    assert found is not None
    assert (found.dateline.places, found.agency, words[found.dateline.span.end :]) == (places, agency, rest)
    assert found.dateline.span.start == 0


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Plön, 3. Mai (dpa) - Der Rat", "2022-05-03"),
        ("Plön, 03. Mai (Reuters) - Der Rat", "2022-05-03"),
        ("Plön (dpa, 3. Mai) - Der Rat", "2022-05-03"),
        ("Plön (APA), 3. Mai - Der Rat", "2022-05-03"),
        ("Plön, 3. Mai 2019 (dpa) - Der Rat", "2019-05-03"),
        ("Plön, 28.12. (dpa) - Der Rat", "2021-12-28"),
        ("Plön (Deutschland), 05.08.2005 – Der Rat", "2005-08-05"),
        ("Plön, 5. August – Der Rat", "2022-08-05"),
    ],
)
def test_date_in_a_dateline(words: str, date: str) -> None:
    """A year that is not written is the one that brings the day closest to the publication."""
    found = read_dateline(words, 0, len(words), MAY)
    assert found is not None
    assert str(found.dateline.date) == date
    assert found.dateline.places == ("Plön",)


def test_a_date_without_any_year_stays_unknown() -> None:
    words = "Plön, 3. Mai (dpa) - Der Rat"
    found = read_dateline(words, 0, len(words))
    assert found is not None
    assert found.dateline.date is None
    assert found.written_date


@pytest.mark.parametrize(
    "words",
    [
        "Linz (Österreich) ist eine Stadt.",
        "Karl Meier (SPD) - der Rat",
        "Karl Meier (CDU) - Der Rat",
        "Die Deutsche Presse-Agentur (dpa) - Das Haus",
        "Plön (dpa) - und so weiter",
        "Plön (dpa) Der Rat tagte.",
        "Der Rat tagte. Plön (dpa) - Der Rat",
        "Dienstag, 3. Mai 2011 – Der Tag begann.",
        "Am Dienstag, 3. Mai 2011 – Der Tag begann.",
        "Nach dem 3. Mai – Der Tag",
        "Plön – Der Rat tagte.",
        "Ende Mai 2005, die Ferien stehen bevor – Der Rat tagt.",
        "(Plön) - Der Rat",
        "",
        "(",
        "Plön (dpa",
    ],
)
def test_no_dateline(words: str) -> None:
    assert read_dateline(words, 0, len(words), MAY) is None


@pytest.mark.parametrize(
    ("words", "date"),
    [("date 2024-04 PLÖN", "2024-04"), ("Datum: 2024-04-02\n", "2024-04-02"), ("date 03.05.2024 Plön", "2024-05-03")],
)
def test_date_line(words: str, date: str) -> None:
    found = read_date_line(words, 0, len(words))
    assert found is not None
    assert str(found[0]) == date
    assert words[: found[1]].rstrip().endswith(words[found[1] - 2 : found[1]])


@pytest.mark.parametrize("words", ["date 2024-13 PLÖN", "Daten 2024-04", "date Plön", "date am 2024-04", "2024-04"])
def test_no_date_line(words: str) -> None:
    assert read_date_line(words, 0, len(words)) is None


@pytest.mark.parametrize("words", ["SPD", "Österreich", "", "dpa/SPD", "Foto: dpa"])
def test_no_agency(words: str) -> None:
    assert read_agency(words) is None


def test_find_day_skips_what_is_no_day() -> None:
    """Figures that cannot be a day of a month are passed over."""
    assert find_day("Paragraf 35.13. und 99. Mai") is None
    assert find_day("im 2. Anlauf am 30. Februar 2020") is None
    found = find_day("am 31.12.99 um 18 Uhr")
    assert found is not None
    assert (found.year, found.hour, found.minute) == (1999, 18, None)


def test_published_may_be_given_in_many_forms() -> None:
    """Precision is kept: a month stays a month."""
    assert str(as_partial_date(" 2024-04 ")) == "2024-04"
    assert as_partial_date(MAY) is MAY
    assert as_partial_date(None) is None
