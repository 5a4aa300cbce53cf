"""The command line, run as a user does: as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import newsmodel
from newsmodel.cli import main
from newsmodel.model import Article, Span

TEXT = "Plön (dpa) - Die Landrätin Ute Dorn sagte am Dienstag, die Brücke werde gesperrt."


def run(*arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "newsmodel", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False, timeout=120)


def test_parse_prints_what_was_found() -> None:
    done = run("parse", "-", "--published", "2024-04-02", given=TEXT.encode("latin-1"))
    assert done.returncode == 0, done.stderr.decode()
    shown = done.stdout.decode()
    assert "Ute Dorn" in shown
    assert "»die Brücke werde gesperrt«" in shown
    assert done.stderr == b""


def test_parse_as_json_loads_again(tmp_path: Path) -> None:
    path = tmp_path / "bericht.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = run("parse", str(path), "--json", "--published", "2024-04-02")
    article = newsmodel.loads(done.stdout.decode())
    assert article == newsmodel.parse(TEXT, published="2024-04-02")
    assert run("validate", "-", given=done.stdout).returncode == 0


def test_a_missing_file_is_told_without_a_traceback(tmp_path: Path) -> None:
    done = run("parse", str(tmp_path / "fehlt.txt"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("newsmodel: ")
    assert "fehlt.txt" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_binary_file_is_refused() -> None:
    done = run("parse", "-", given=b"\x89PNG\r\n\x00\x00")
    assert done.returncode == 1
    assert b"this is no text" in done.stderr


def test_a_wrong_date_is_refused() -> None:
    done = run("parse", "-", "--published", "gestern", given=TEXT.encode())
    assert done.returncode == 1
    assert b"gestern" in done.stderr


def test_a_wrong_command_is_told_by_code_two() -> None:
    assert run("lies").returncode == 2
    assert run("parse").returncode == 2


def test_schema_is_the_published_one(capsys) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == newsmodel.json_schema()


def test_validate_names_every_fault(tmp_path: Path, capsys) -> None:
    path = tmp_path / "artikel.json"
    stored = json.loads(newsmodel.dumps(Article(text="Der Rat tagt.", paragraphs=(Span(start=0, end=13),))))
    stored["text"] = 5
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert main(["validate", str(path)]) == 1
    assert "$.text" in capsys.readouterr().err


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m newsmodel schema | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False, timeout=60)
    assert done.stderr == b""
