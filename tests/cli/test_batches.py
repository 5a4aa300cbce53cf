"""Several inputs: folders, lines of JSON, folders of outputs, faults among good ones, progress."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

import newsmodel
from newsmodel.cli import formats as registry
from newsmodel.cli import main
from newsmodel.cli.arguments import WIRES
from newsmodel.cli.inputs import inputs
from newsmodel.cli.outputs import progress
from newsmodel.export import Format
from newsmodel.model import Article
from newsmodel.wire.reading import FORMATS

ONE = "Plön (dpa) - Die Brücke wird gesperrt. Das teilte Landrätin Ute Dorn mit."
TWO = "Kiel (dpa) - Der Hafen ist zu.\u2028Der Rat tagt."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of two messages, a hidden file, and one that is no text."""
    (tmp_path / "in" / "mai").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "in" / "mai" / "b.txt").write_text(TWO, encoding="utf-8")
    (tmp_path / "in" / ".verborgen").write_bytes(b"\x00")
    return tmp_path / "in"


def stored(text: str) -> str:
    return newsmodel.dumps(Article(text=text))


def test_a_folder_is_read_in_order(folder: Path) -> None:
    assert [(str(one.place), one.path) for one in inputs([str(folder)])] == [
        ("a", folder / "a.txt"),
        ("mai/b", folder / "mai/b.txt"),
    ]


def test_a_folder_gives_lines_of_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder), "--json", "--published", "2024-04-02"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines.pop() == ""
    assert [newsmodel.loads(line) for line in lines] == [
        newsmodel.parse(text, published="2024-04-02") for text in (ONE, TWO)
    ]
    path = folder.parent / "alle.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["validate", str(path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    target = folder.parent / "ziel"
    assert main(["convert", str(path), "--to", "json", "--output", str(target)]) == 0
    assert [newsmodel.loads(target / name) for name in ("alle.json", "alle-2.json")] == list(
        map(newsmodel.loads, lines)
    )


def test_outputs_lie_as_the_inputs_do(folder: Path) -> None:
    target = folder.parent / "out"
    assert main(["parse", str(folder), "--output", str(target)]) == 0
    found = sorted(str(path.relative_to(target)) for path in target.rglob("*") if path.is_file())
    assert found == ["a.txt", "mai/b.txt"]


def test_the_rest_of_an_archive_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken member is told; those behind it are read all the same."""
    path = folder.parent / "alle.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("1.txt", ONE)
        archive.writestr("2.txt", b"\x89PNG\r\n\x00\x00")
        archive.writestr("3.txt", TWO)
    assert main(["parse", str(path), "--json", "--published", "2024-04-02"]) == 1
    shown = capsys.readouterr()
    assert [newsmodel.loads(line).text for line in shown.out.split("\n")[:-1]] == [ONE, TWO]
    assert "2.txt" in shown.err


def test_several_processes_give_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "0.bin").write_bytes(b"\x89PNG\r\n\x00\x00")
    assert main(["parse", str(folder), "--json", "--published", "2024-04-02"]) == 1
    alone = capsys.readouterr()
    assert main(["parse", str(folder), "--json", "--published", "2024-04-02", "--jobs", "2"]) == 1
    several = capsys.readouterr()
    assert several.out == alone.out
    assert "0.bin" in several.err


@pytest.mark.parametrize("number", ["0", "-1", "viele"])
def test_a_number_of_processes_is_one_at_least(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["parse", "x", "--jobs", number])
    assert "--jobs" in capsys.readouterr().err


def test_a_wire_format_can_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder / "a.txt"), "--from", "ninjs"]) == 1
    assert "ninjs" in capsys.readouterr().err
    assert set(WIRES) == set(FORMATS)


def test_reports_of_several_inputs_name_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert [line for line in shown.splitlines() if line.startswith("== ")] == [
        f"== {folder / 'a.txt'}",
        f"== {folder / 'mai/b.txt'}",
    ]


@pytest.mark.parametrize("command", [["parse", "--json"], ["show"]])
def test_one_bad_file_stops_nothing(folder: Path, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "0.bin").write_bytes(b"\x89PNG\r\n\x00\x00")
    assert main([*command, str(folder), str(folder / "fehlt.txt")]) == 1
    shown = capsys.readouterr()
    assert "Ute Dorn" in shown.out
    assert "0.bin: " in shown.err
    assert "fehlt.txt: " in shown.err
    assert "Traceback" not in shown.err


def test_every_fault_of_every_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gut.json").write_text(stored("Der Rat tagt."), encoding="utf-8")
    (tmp_path / "schlecht.json").write_text('{"schema_version": 1, "text": 5, "language": 6}', encoding="utf-8")
    assert main(["validate", str(tmp_path)]) == 1
    shown = capsys.readouterr()
    assert "gut.json: Article('Der Rat tagt.'" in shown.out
    assert "schlecht.json: $.text: " in shown.err
    assert "schlecht.json: $.language: " in shown.err


def test_indented_json_is_one_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "artikel.json"
    path.write_text(newsmodel.dumps(Article(text="Ja."), indent=2), encoding="utf-8")
    assert main(["convert", str(path), "--to", "text"]) == 0
    assert capsys.readouterr().out == "nothing found\n"


FIXED = Format(
    name="fixed",
    title="bytes that cannot be read back",
    suffix=".fix",
    losses=(),
    dump=lambda article: article.text.encode("utf-16-le"),
    project=lambda article: article,
)


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {**registry.formats(), "fixed": FIXED}
    for module in ("converting", "arguments"):
        monkeypatch.setattr(f"newsmodel.cli.{module}.formats", lambda: known)


@pytest.mark.usefixtures("fixed")
def test_a_format_of_bytes(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "artikel.json"
    path.write_text(stored("Ja."), encoding="utf-8")
    assert main(["convert", str(path), "--to", "fixed"]) == 0
    assert capfdbinary.readouterr().out == "Ja.".encode("utf-16-le")
    assert main(["convert", str(path), "--to", "fixed", "--output", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out/artikel.fix").read_bytes() == "Ja.".encode("utf-16-le")
    assert main(["convert", str(path), str(path), "--to", "fixed"]) == 1
    assert b"fixed cannot hold several articles: name a folder by --output" in capfdbinary.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["convert", str(path), "--from", "fixed", "--to", "json"])


@pytest.mark.parametrize("name", [name for name, one in registry.formats().items() if one.load is None])
def test_what_cannot_be_read_is_not_offered(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["convert", "x", "--from", name, "--to", "json"])
    assert f"invalid choice: '{name}'" in capsys.readouterr().err


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_goes_to_a_terminal_on_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar is on standard error; what is printed meanwhile still goes to standard output."""
    err, out = Terminal(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setenv("TERM", "xterm")
    for item in progress(["a", "b", "c"]):
        sys.stdout.write(f"{item}\n")
    assert out.getvalue() == "a\nb\nc\n"
    assert "3/3" in err.getvalue()


def test_no_progress_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    err = io.StringIO()
    monkeypatch.setattr(sys, "stderr", err)
    assert list(progress(["a", "b"])) == ["a", "b"]
    assert err.getvalue() == ""


def test_an_interruption_has_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsmodel.cli.checking.schema", interrupted)
    assert main(["schema"]) == 130


@pytest.mark.parametrize("command", ["parse", "show", "convert", "validate", "schema"])
def test_help_teaches(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command shows examples, and fits a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    shown = capsys.readouterr().out
    assert "example" in shown
    assert f"newsmodel {command} " in shown
    assert max(map(len, shown.splitlines())) <= 80
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    assert "exit codes:" in capsys.readouterr().out


def test_json_of_something_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps([1, 2]), encoding="utf-8")
    assert main(["convert", str(path), "--to", "text"]) == 1
    assert capsys.readouterr().err.startswith("newsmodel: $")
