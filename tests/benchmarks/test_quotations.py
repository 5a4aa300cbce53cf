"""The quotation benchmark: devices, the absence of its data, and a short run where the data are at hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.adapters.devices import device

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


@pytest.mark.parametrize(
    ("kind", "quote", "cue", "frame", "name"),
    [
        ("Indirect", "der Tunnel werde teuer", "sagte", "Brandt sagte ,", "Indirect: verb, main clause"),
        ("Indirect", "dass er teuer wird", "teilte mit", "Brandt teilte mit ,", "Indirect: verb, dass"),
        ("Indirect", "ihn zu bauen", "versprach", "Brandt versprach ,", "Indirect: verb, infinitive"),
        ("Indirect", "wird er teuer", "Nach", "Nach Angaben von Brandt", "Indirect: nach X"),
        ("Indirect", "wird er teuer", "mitteilte", "Wie Brandt mitteilte ,", "Indirect: wie X sagte"),
        ("Direct", "„ Er wird teuer “", "so", ", so Brandt", "Direct: so X"),
        ("Direct", "„ Er wird teuer “", "sagte", "Brandt sagte :", "Direct: verb, colon"),
        ("IndirectFreeIndirect", "Er sei teuer .", "", "", "Konjunktiv sentence"),
        ("Reported", "Brandt kritisierte den Bau .", "", "", "reported act"),
    ],
)
def test_device(kind: str, quote: str, cue: str, frame: str, name: str) -> None:
    """The device is told from type, cue and frame."""
    assert device(kind, quote.split(), cue.split(), frame.split()) == name


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-W", "ignore", str(ROOT / "benchmarks/quotations.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_without_its_data_it_says_so(tmp_path: Path) -> None:
    """No traceback and no figures."""
    done = run("--shared", str(tmp_path))
    assert done.returncode == 1
    assert "absent" in done.stderr
    assert done.stdout == ""


@pytest.mark.skipif(not (SHARED / "bench/quotations/score.py").exists(), reason="../shared is not present")
def test_it_scores_beside_the_floor() -> None:
    """Every system has its figures and its speed."""
    done = run("--shared", str(SHARED), "--split", "dev", "--limit", "2", "--boot", "10", "--devices")
    assert done.returncode == 0, done.stderr
    for part in (
        "newsmodel: ",
        "regex floor: ",
        "articles a CPU second",
        "Joint",
        "| device (dev) |",
        "by stage: parse",
    ):
        assert part in done.stdout
