"""What is in `examples/` runs from top to bottom, and says what its readers are told it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
NOTEBOOKS = sorted([*EXAMPLES.glob("*.ipynb"), *(ROOT / "docs/tutorial").glob("*.ipynb")])
DISPATCHES = sorted(str(path) for path in (EXAMPLES / "dispatches").glob("*.txt"))


def run(*words: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, check=False, cwd=EXAMPLES, env=env, timeout=300)


def test_there_are_examples() -> None:
    assert len(list(EXAMPLES.glob("*.ipynb"))) >= 3
    assert len(list(EXAMPLES.glob("*.py"))) >= 2
    assert len(DISPATCHES) >= 4


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook(path: Path) -> None:
    """Each cell runs, and no output is stored in the file: outputs grow old."""
    nbclient = pytest.importorskip("nbclient", reason="notebooks need the extra `docs`")
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells)
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()


def test_calendar() -> None:
    """The same twice; each event has a first day, and a later one is not invented."""
    icalendar = pytest.importorskip("icalendar", reason="the calendar needs the package icalendar")
    done = run("meetings_calendar.py", *DISPATCHES)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == run("meetings_calendar.py", *DISPATCHES).stdout
    events = icalendar.Calendar.from_ical(done.stdout).walk("VEVENT")
    assert len(events) >= 4
    assert len({str(event["UID"]) for event in events}) == len(events)
    days = {str(event["SUMMARY"]).partition(":")[0]: event.decoded("DTSTART") for event in events}
    assert str(days["sprechen"]) == "2024-05-20"
    assert str(days["trifft"]) == "2024-06-05 14:00:00"
    assert {str(event["STATUS"]) for event in events} == {"CONFIRMED", "CANCELLED"}


def test_topic() -> None:
    done = run("watch_topic.py", "hafen", *DISPATCHES)
    assert done.returncode == 0, done.stderr.decode()
    shown = done.stdout.decode()
    assert "Henning Voss is against: Ausbau des Elbhafens" in shown
    dates = [line[:10] for line in shown.splitlines() if line.startswith("20")]
    assert dates == sorted(dates)


@pytest.mark.parametrize("script", [path.name for path in EXAMPLES.glob("*.py")])
def test_scripts_say_how_they_are_called(script: str) -> None:
    done = run(script)
    assert done.returncode == 2
    assert f"python examples/{script}".encode() in done.stderr
