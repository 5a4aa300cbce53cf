"""Locale, time zone and clock do not show in a result, and a parse leaves the process as it found it."""

from __future__ import annotations

import decimal
import gc
import locale
import logging
import os
import random
import signal
import sys
import time
import warnings
from collections.abc import Iterator

import dateparser
import numpy as np
import pytest
import time_machine
from tests.golden.gold import load_all
from tests.safety.jobs import parse_to_json

DISPATCHES = load_all("dev")[:4]
TEXT = (
    "Kiel (dpa) - Ministerin Anna Berg sagte am Montag, man treffe sich am 3. März um 20.30 Uhr (MESZ) und am 29. Februar. "
    "Zuletzt hatte sie 1,5 Millionen Euro im Jänner, im vergangenen Monat und vor drei Tagen gefordert."
)
WORK = [*((golden.text, golden.published) for golden in DISPATCHES), (TEXT, "2025-03-04"), (TEXT, None)]


def results() -> list[str]:
    return [parse_to_json(text, published) for text, published in WORK]


@pytest.fixture(scope="module")
def usual() -> list[str]:
    return results()


@pytest.fixture
def kept_locale() -> Iterator[None]:
    before = locale.setlocale(locale.LC_ALL)
    yield
    locale.setlocale(locale.LC_ALL, before)


@pytest.mark.parametrize("name", ["C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8"])
def test_the_locale_does_not_show(name: str, usual: list[str], kept_locale: None) -> None:
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        pytest.skip(f"this machine has no locale {name}")
    assert results() == usual


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs tzset")
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Etc/GMT+12", "Nowhere/At_all"])
def test_the_time_zone_does_not_show(zone: str, usual: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert results() == usual
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("now", ["1971-01-01T00:00:00", "2024-02-29T23:59:59", "2025-03-30T02:30:00", "2399-12-31"])
def test_the_clock_does_not_show(now: str, usual: list[str]) -> None:
    with time_machine.travel(now, tick=False):
        assert results() == usual


def state() -> dict[str, object]:
    """Return what of the process a library could change behind the back of its user."""
    return {
        "locale": locale.setlocale(locale.LC_ALL),
        "zone": (os.environ.get("TZ"), time.tzname),
        "environment": dict(os.environ),
        "folder": os.getcwd(),  # noqa: PTH109 - compared, not used
        "path": list(sys.path),
        "recursion": sys.getrecursionlimit(),
        "switching": sys.getswitchinterval(),
        "digits": sys.get_int_max_str_digits(),
        "collector": (gc.isenabled(), gc.get_threshold()),
        "decimal": repr(decimal.getcontext()),
        "random": random.getstate(),
        "numpy": repr(np.random.get_state()),  # noqa: NPY002 - the state that a library could change
        "numpy errors": np.geterr(),
        "warnings": list(warnings.filters),
        "handlers": (list(logging.root.handlers), logging.root.level, logging.root.manager.disable),
        "signals": [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)],
        "dateparser": repr(vars(dateparser.conf.settings)) if hasattr(dateparser, "conf") else "",
    }


def test_a_parse_leaves_the_process_as_it_was(usual: list[str]) -> None:
    before = state()
    assert results() == usual
    after = state()
    assert {key: value for key, value in after.items() if before[key] != value} == {}
