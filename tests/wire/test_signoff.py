"""Sign-offs on their own line and glued to the last word; stamps."""

from __future__ import annotations

import pytest

from newsmodel.wire.plain import read_plain
from newsmodel.wire.signoff import is_signoff, is_stamp, read_codes, read_stamp


@pytest.mark.parametrize(
    "words",
    [
        "dpa so yyon z2 a3 vni/dmo",
        "dpa s5 tbm",
        "dpa /ck/jha yyfx z2 hgo",
        "dpa reu sub/mk xx n1 z2 toz",
        "/abc/DP/xy",
        "abc/de",
        "/abc",
    ],
)
def test_signoff(words: str) -> None:
    assert is_signoff(words)


@pytest.mark.parametrize(
    "words",
    ["dpa meldet das so", "CDU/CSU", "dpa", "und so weiter", "/a b/", "", "Der Rat/Die Räte", "dpa " + "ab1 " * 40],
)
def test_no_signoff(words: str) -> None:
    assert not is_signoff(words)


@pytest.mark.parametrize(
    ("end", "codes"),
    [
        ("Schluss./abc/DP/xy", ("abc", "DP", "xy")),
        ("Schluss. /abc/xy", ("abc", "xy")),
        ("«Schluss.»/abc", ("abc",)),
        ("Schluss.\n/abc/DP/xy\n", ("abc", "DP", "xy")),
        ("Schluss.\n\nabc/xy", ("abc", "xy")),
        ("Schluss.\ndpa ab yydd n1 cd", ("dpa", "ab", "yydd", "n1", "cd")),
    ],
)
def test_signoff_is_cut_off(end: str, codes: tuple[str, ...]) -> None:
    """The body ends where the codes begin, whichever way they stand there."""
    text = f"Plön (dpa) - Der Rat tagte. {end}"
    dispatch = read_plain(text)
    assert dispatch.signoff is not None
    assert dispatch.signoff.codes == codes
    body = text[dispatch.paragraphs[-1].start : dispatch.paragraphs[-1].end]
    assert body.rstrip("»").endswith("Schluss.")


@pytest.mark.parametrize("end", ["mit 80 km/h", "Preis je kg/Jahr.", "bei CDU/CSU", "unter www.rat.example/abc"])
def test_strokes_in_the_body_are_no_signoff(end: str) -> None:
    text = f"Plön (dpa) - Der Rat tagte {end}"
    dispatch = read_plain(text)
    assert dispatch.signoff is None
    assert dispatch.paragraphs[-1].end == len(text)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("251852 Sep 24", "2024-09-25T18:52"),
        ("030905 Mai 2023", "2023-05-03T09:05"),
        ("AXC0123 2024-04-02/12:34", "2024-04-02T12:34"),
    ],
)
def test_stamp(words: str, date: str) -> None:
    assert is_stamp(words)
    assert str(read_stamp(words)) == date


@pytest.mark.parametrize("words", ["321852 Sep 24", "251852 Xyz 24", "AXC0123 2024-13-02/12:34", "gestern"])
def test_a_stamp_that_is_no_date(words: str) -> None:
    assert read_stamp(words) is None


def test_codes_are_split_at_blanks_and_strokes() -> None:
    assert read_codes("dpa /ab/cd  n1") == ("dpa", "ab", "cd", "n1")
