"""Begin and end points: of ranges, of `seit`, `ab`, `bis`, of lengths that touch the publication."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.times.plain import times

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905
_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()  # noqa: SIM905


def points(text: str, published: str | None = "2024-04-02") -> list[str]:
    """Return the points of each expression."""
    return [f"{t.begin_point or ''}..{t.end_point or ''}" for t in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Rat tagt vom 3. bis 5. Mai.", ["2024-05-03..2024-05-05"] * 2),
        ("Der Rat tagt zwischen dem 3. und dem 5. Mai.", ["2024-05-03..2024-05-05"] * 2),
        ("Die Messe (3.-5. Mai 2025) wächst.", ["2025-05-03..2025-05-05"] * 2),
        ("Er war von 2010 bis 2015 Minister.", ["2010..2015"] * 2),
        ("Die Jahre 1914–1918 waren hart.", ["1914..1918"] * 2),
        ("Geöffnet von 10 bis 18 Uhr.", ["2024-04-02T10:00..2024-04-02T18:00"] * 2),
        ("Es wird von Oktober bis Ende Januar gebaut.", ["2024-10..2025-01-31"] * 2),
        ("Es wird von Freitag bis Montag gestreikt.", ["2024-04-05..2024-04-08"] * 2),
        ("Seit 2010 wird gebaut.", ["2010.."]),
        ("Seit Anfang März wird gebaut.", ["2024-03-01.."]),
        ("Ab Montag wird gebaut.", ["2024-04-08.."]),
        ("Vom 1. Mai an wird gebaut.", ["2024-05-01.."]),
        ("Bis Ende April läuft die Frist.", ["..2024-04-30"]),
        ("Bis zum 5. Mai läuft die Frist.", ["..2024-05-05"]),
        ("In den vergangenen fünf Jahren wurde gebaut.", ["2019..2024-04-02"]),
        ("In den kommenden drei Wochen wird gebaut.", ["2024-04-02..2024-04-23"]),
        ("In den vergangenen Wochen wurde gebaut.", ["..2024-04-02"]),
        ("Seit zehn Tagen wird gebaut.", ["2024-03-23..2024-04-02"]),
        ("Seit rund zehn Tagen wird gebaut.", ["..2024-04-02"]),
        ("Seit zehn Tagen wurde gebaut.", [".."]),  # the tale's own now, not the publication
        ("Der Rat tagte am 3. und 5. Mai.", ["..", ".."]),
        ("Die Sitzung dauerte zwei Stunden.", [".."]),
        ("Er kam am 3. Mai.", [".."]),
    ],
)
def test_points(text: str, expected: list[str]) -> None:
    assert points(text) == expected


def test_what_is_open_has_no_points() -> None:
    assert points("Seit Montag wird gebaut.", "2024-04") == [".."]
    assert points("Seit zehn Tagen wird gebaut.", "2024-04") == ["..2024-04"]
    assert points("Seit zehn Jahren wird gebaut.", "2024-04") == ["2014..2024-04"]
    assert points("Seit zehn Tagen wird gebaut.", None) == [".."]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 1, 1)), st.integers(1, 27), st.sampled_from(["bis", "bis zum", "-"]))
def test_a_range_over_any_month_end_is_in_order(first: dt.date, days: int, sign: str) -> None:
    last = first + dt.timedelta(days=days)
    text = f"Die Messe dauert vom {first.day}. {_MONTHS[first.month - 1]} {sign} {last.day}. {_MONTHS[last.month - 1]}."
    one, other = times(text, first.isoformat())
    assert [str(one.begin_point), str(other.end_point)] == [first.isoformat(), last.isoformat()]
    assert (one.begin_point, one.end_point) == (other.begin_point, other.end_point)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 1, 1)), st.integers(0, 6), st.integers(0, 6))
def test_a_range_of_weekdays_never_runs_backwards(published: dt.date, first: int, last: int) -> None:
    one, other = times(f"Es wird von {_DAYS[first]} bis {_DAYS[last]} gestreikt.", published.isoformat())
    assert one.value <= other.value
    assert dt.date.fromisoformat(other.value).weekday() == last
