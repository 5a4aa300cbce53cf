"""Whole dispatches: which zone is what."""

from __future__ import annotations

import pytest

from newsmodel.errors import TextError
from newsmodel.model import PartialDate
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.plain import read_plain

WIRE = """\x01abc0000 3 vm 95  dpa 0000

Verkehr/Brücken/Schleswig-Holstein/
\x02(Eil)
Brücke über die Schwentine gesperrt - Umleitung über Preetz
Von Ute Dorn und Jan de Vries, dpa
(Foto Archiv) =

Die Brücke ist marode. Pendler müssen Umwege fahren, und das wohl bis
in den Herbst.

Plön (dpa/lno) - Die Brücke über die Schwentine ist seit dem Morgen
gesperrt. Das teilte der Kreis mit.

Wie lange dauert die Sperrung?

Der Landrat sprach von sechs Monaten.

dpa ab yydd n1 cd

\x03251852 Sep 24
\x7f"""


def shown(dispatch: Dispatch) -> list[tuple[str, str]]:
    return [(zone.kind.value, dispatch.text[zone.span.start : zone.span.end].split("\n")[0]) for zone in dispatch.zones]


def test_all_of_it() -> None:
    dispatch = read_plain(WIRE)
    assert shown(dispatch) == [
        ("other", "abc0000 3 vm 95  dpa 0000"),
        ("other", "Verkehr/Brücken/Schleswig-Holstein/"),
        ("note", "(Eil)"),
        ("headline", "Brücke über die Schwentine gesperrt - Umleitung über Preetz"),
        ("byline", "Von Ute Dorn und Jan de Vries, dpa"),
        ("note", "(Foto Archiv) ="),
        ("teaser", "Die Brücke ist marode. Pendler müssen Umwege fahren, und das wohl bis"),
        ("dateline", "Plön (dpa/lno) -"),
        ("paragraph", "Die Brücke über die Schwentine ist seit dem Morgen"),
        ("subhead", "Wie lange dauert die Sperrung?"),
        ("paragraph", "Der Landrat sprach von sechs Monaten."),
        ("signoff", "dpa ab yydd n1 cd"),
        ("date", "251852 Sep 24"),
    ]
    assert (dispatch.urgency, dispatch.signal, dispatch.agency) == (3, "eil", "dpa")
    assert str(dispatch.published) == "2024-09-25T18:52"
    assert [subject.name for subject in dispatch.subjects] == ["Verkehr", "Brücken", "Schleswig-Holstein"]
    assert dispatch.teaser == "Die Brücke ist marode. Pendler müssen Umwege fahren, und das wohl bis in den Herbst."
    assert dispatch.diagnostics == ()


def test_date_line_before_the_dateline() -> None:
    dispatch = read_plain(" date 2023-07 PLÖN (dpa-AFX) - Die Bank wächst./abc/DP/xy")
    assert shown(dispatch) == [
        ("date", "date 2023-07"),
        ("dateline", "PLÖN (dpa-AFX) -"),
        ("paragraph", "Die Bank wächst."),
        ("signoff", "/abc/DP/xy"),
    ]
    assert str(dispatch.published) == "2023-07"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("date 2023-07\n\nPlön (dpa) - Der Rat tagt.", "2023-07"),
        ("Plön, 3. Mai 2023 (dpa) - Der Rat tagt.", "2023-05-03"),
        ("Plön (dpa) - Der Rat tagt.\n\nAXC0001 2023-05-03/10:11", "2023-05-03T10:11"),
        ("Plön, 3. Mai (dpa) - Der Rat tagt.", "None"),
        ("Plön (dpa) - Der Rat tagt am 3. Mai 2023.", "None"),
    ],
)
def test_published(text: str, published: str) -> None:
    """The date of publication is as precise as it is written, and no date of the body is taken for it."""
    assert str(read_plain(text).published) == published
    given = PartialDate(year=2020)
    assert read_plain(text, published=given).published == given


def test_kicker_above_the_headline() -> None:
    dispatch = read_plain("Verkehr in Plön\nBrücke über die Schwentine bleibt gesperrt\n\nPlön (dpa) - Sie ist zu.")
    assert (dispatch.kicker, dispatch.headline) == ("Verkehr in Plön", "Brücke über die Schwentine bleibt gesperrt")


def test_headline_without_a_dateline() -> None:
    text = "Brücke gesperrt\n\nDie Brücke ist zu, wie der Kreis mitteilte."
    dispatch = read_plain(text)
    assert dispatch.headline == "Brücke gesperrt"
    assert [text[span.start : span.end] for span in dispatch.paragraphs] == [
        "Die Brücke ist zu, wie der Kreis mitteilte."
    ]


@pytest.mark.parametrize("text", ["Brücke in Plön gesperrt", "Landrat trifft Ministerin", "Wohin?"])
def test_a_single_line_is_body(text: str) -> None:
    """Whatever somebody passes alone is there to be read."""
    dispatch = read_plain(text)
    assert [text[span.start : span.end] for span in dispatch.paragraphs] == [text]
    assert dispatch.headline is None


def test_nothing_but_headlines() -> None:
    dispatch = read_plain("Die Meldungen\n\nBrücke gesperrt\n\nRat tagt wieder\n\nLandrat geht")
    assert [kind for kind, _ in shown(dispatch)] == ["headline", "list", "list", "list"]


def test_results() -> None:
    """A results table survives: its rows are a table, and the diagnostic says that there is no body."""
    text = "Handball, Kreisliga Plön\n\nPlön - Eutin 23:21 (12:10)\nLaboe - Preetz 18:30\n\n1. Preetz  4  8:0\n2. Plön\t4\t6:2\n"
    dispatch = read_plain(text)
    assert [kind for kind, _ in shown(dispatch)] == ["headline", "table", "table", "table", "table"]
    assert [found.code for found in dispatch.diagnostics] == ["wire.no_body"]


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t\x00", "\ufeff"])
def test_empty(text: str) -> None:
    dispatch = read_plain(text)
    assert (dispatch.zones, dispatch.text) == ((), text)
    assert len(dispatch.diagnostics) == 1


def test_a_lone_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(TextError, match=r"surrogate.*offset 4"):
        read_plain("Plön\ud800 (dpa) - Der Rat tagt.")


def test_several_reports() -> None:
    """Every dateline is a zone; the article's is the first."""
    dispatch = read_plain("Plön (dpa) - Der Rat tagt.\n\nRiga (AFP) - Das Parlament tagt.")
    assert [kind for kind, _ in shown(dispatch)] == ["dateline", "paragraph"] * 2
    assert dispatch.agency == "dpa"
    assert dispatch.dateline is not None
    assert dispatch.dateline.places == ("Plön",)


def test_agency_from_the_signoff() -> None:
    assert read_plain("Der Rat tagt in Plön.\n\ndpa ab yydd n1 cd").agency == "dpa"
