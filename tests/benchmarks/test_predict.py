"""The benchmark command: its formats, and the conventions of the corpora that the adapters hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "Nach Angaben der Polizei ist der Fahrer verletzt. Ministerin Karla Brandt hat gesagt, der Tunnel werde später "
    "fertig. Die Arbeiten seien schwierig. Der Boden sei nass. «Wir brauchen Zeit», sagte sie am Montag."
)


def predicted(task: str, text: str, tmp_path: Path) -> Any:
    """Run the command on one text and return its output line."""
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "x1", "text": text, "published": "2025-06-03"}) + "\n\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "benchmarks/predict.py"), task, str(source), str(target)]
    subprocess.run(command, check=True, capture_output=True, env=None)
    (line,) = target.read_text(encoding="utf-8").splitlines()
    return json.loads(line)


def words(text: str, spans: list[list[int]]) -> str:
    """Return the words of spans, joined by a stroke."""
    return " | ".join(text[start:end] for start, end in spans)


def test_conventions_of_the_quotation_corpus(tmp_path: Path) -> None:
    """Marks, auxiliaries, `nach`, full phrases and joined Konjunktiv sentences."""
    line = predicted("quotations", TEXT, tmp_path)
    assert line["doc"] == "x1"
    source, told, going_on, quoted = line["annotations"]
    assert (words(TEXT, source["cue"]), words(TEXT, source["speaker"])) == ("Nach", "Angaben der Polizei")
    assert words(TEXT, told["cue"]) == "hat gesagt"
    assert words(TEXT, told["speaker"]) == "Ministerin Karla Brandt"
    assert going_on["type"] == "IndirectFreeIndirect"
    assert words(TEXT, going_on["quote"]) == "Die Arbeiten seien schwierig. | Der Boden sei nass."
    assert words(TEXT, going_on["speaker"]) == "Ministerin Karla Brandt"
    assert words(TEXT, quoted["quote"]) == "«Wir brauchen Zeit»"
    assert words(TEXT, quoted["frame"]) == ", sagte sie am Montag"


def test_dispatches_expand_groups(tmp_path: Path) -> None:
    """Every reference is an id of the line, and every span lies in the text."""
    line = predicted("dispatches", TEXT, tmp_path)
    assert set(line) == {"id", "actors", "meetings", "statements", "stances"}
    ids = {actor["id"] for actor in line["actors"]}
    assert ids
    assert all(set(statement["speakers"]) <= ids for statement in line["statements"])
    spans = [span for statement in line["statements"] for span in (*statement["content"], *statement["cue"])]
    assert all(0 <= start < end <= len(TEXT) for start, end in spans)


@pytest.mark.parametrize("text", ["", "„", "No German here."])
def test_odd_texts_give_a_line(text: str, tmp_path: Path) -> None:
    """A text without anything in it gives empty lists."""
    assert predicted("quotations", text, tmp_path)["annotations"] == []
