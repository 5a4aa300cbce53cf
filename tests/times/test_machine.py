"""Nothing depends on the machine: not on its clock, its time zone, its locale, the order of its hashes."""

from __future__ import annotations

import datetime as dt
import locale
import os
import subprocess
import sys
import time

import dateparser
import dateparser.conf
import pytest
import time_machine
from tests.times.plain import times

from newsmodel.parsers.times import absolute

_TEXT = (
    "Er kam gestern um 23.30 Uhr, am Montag, in der kommenden Woche, am 3 December 2012, Ende Mai, "
    "am 29. Februar, vor zwei Stunden, im neuen Jahr, am 3.5.24, zu Ostern und heute vor 50 Jahren."
)
_SCRIPT = f"""
import newsmodel, spacy
for found in newsmodel.times({_TEXT!r}, published="2024-04-02T00:10", nlp=spacy.blank("de")):
    print(found, found.earliest, found.latest, found.edtf, found.rule)
"""


def fresh() -> object:
    """Read the text with nothing remembered of what dateparser said before."""
    absolute.month_of.cache_clear()
    return times(_TEXT, "2024-04-02T00:10"), times(_TEXT, "2024-04"), times(_TEXT, None)


@pytest.mark.parametrize(
    "moment", [dt.datetime(1971, 2, 28, 23, 59), dt.datetime(2024, 2, 29), dt.datetime(2099, 12, 31)]
)
def test_the_clock(moment: dt.datetime) -> None:
    before = fresh()
    with time_machine.travel(moment, tick=False):
        assert dt.datetime.now().date() == moment.date()
        assert fresh() == before


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"])
def test_the_time_zone(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fresh()
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert fresh() == before
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_locale_of_the_process() -> None:
    before = fresh()
    old = locale.setlocale(locale.LC_ALL)
    try:
        for name in ("C", "C.UTF-8", "POSIX"):
            locale.setlocale(locale.LC_ALL, name)
            assert fresh() == before
    finally:
        locale.setlocale(locale.LC_ALL, old)


def test_another_process_with_another_environment() -> None:
    def said(**environment: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    plain = said(TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    assert plain.count("\n") > 10
    other = said(TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8", LANGUAGE="tr", PYTHONHASHSEED="2")
    assert other == plain


def test_dateparser_is_left_as_it_was() -> None:
    base = dt.datetime(2024, 4, 2)

    def asked() -> list[object]:
        words = ["03.07.2023", "3. Juli 2023", "gestern", "5 December 2012", "10/11/2012", "mardi 3 mai 2022"]
        said: list[object] = [dateparser.parse(word, settings={"RELATIVE_BASE": base}) for word in words]
        return [*said, dict(vars(dateparser.conf.settings))]

    before = asked()
    absolute.month_of.cache_clear()
    assert [absolute.month_of(word) for word in ("December", "Hornung", "die", "Stunden")] == [12, None, None, None]
    assert asked() == before
