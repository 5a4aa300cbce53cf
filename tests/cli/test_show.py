"""`newsmodel show`: marks in a terminal, none elsewhere, nothing that could harm the terminal, and HTML."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.test_report import article

import newsmodel
from newsmodel.cli import main, showing
from newsmodel.cli.outputs import printable
from newsmodel.cli.terminal import STYLES, marked
from newsmodel.model import Article
from newsmodel.testing import articles

ANSI = re.compile(r"\x1b\[[0-9;]*m")
TEXT = "Plön (dpa) - Die Brücke wird gesperrt. Das teilte Landrätin Ute Dorn mit."


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "artikel.json"
    path.write_text(newsmodel.dumps(article()), encoding="utf-8")
    return str(path)


def test_no_marks_where_no_terminal_is(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", file]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert shown.startswith(article().text)
    assert "Rat against »das«" in shown


def test_marks_on_demand(file: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """--color always wins over NO_COLOR; without the marks it is the same text, and a legend."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["show", file, "--color", "always"]) == 0
    shown = capsys.readouterr().out
    assert "\x1b[1;36mDorn\x1b[0m" in shown
    plain = ANSI.sub("", shown)
    assert plain.startswith(article().text)
    assert "statement  said by  oppose  meeting  time  actor" in plain


def test_no_color_in_a_terminal(file: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR takes the colours, not the other looks."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")  # which rich takes for: this is a terminal
    assert main(["show", file]) == 0
    codes = {code for found in ANSI.findall(capsys.readouterr().out) for code in found[2:-1].split(";")}
    assert codes
    assert not {code for code in codes if len(code) > 1}


def test_a_message_is_read_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "meldung.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["show", str(path)]) == 0
    assert "Ute Dorn (person): Landrätin" in capsys.readouterr().out


def test_a_message_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "artikel.json"
    path.write_text(
        newsmodel.dumps(Article(text="Kiel\x1b]0;x\x07\x9b2J \u202eabc.", headline="\x1b[2J")), encoding="utf-8"
    )
    assert main(["show", str(path), "--color", "never"]) == 0
    shown = capsys.readouterr().out
    assert not set("\x1b\x07\x9b\u202e") & set(shown)


def test_lines_break_between_words_in_a_terminal(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("TERM", "xterm")
    assert main(["show", file]) == 0
    lines = [line.rstrip() for line in ANSI.sub("", out.getvalue()).splitlines()]
    assert lines[0] == "Landrätin Dorn lud den Rat am"
    assert max(map(len, lines)) <= 30


@given(articles())
def test_marks_lie_on_the_spans(found: Article) -> None:
    """Whatever the text holds, offsets are those of the article."""
    text = marked(found)
    assert len(text.plain) == len(found.text)
    assert {span.style for span in text.spans} <= set(STYLES.values())
    for actor in found.actors:
        for mention in actor.mentions:
            assert (mention.span.start, mention.span.end, "bold cyan") in {
                (s.start, s.end, s.style) for s in text.spans
            }


@given(st.text())
def test_printable_keeps_lengths(text: str) -> None:
    assert len(printable(text)) == len(text)


def test_html_is_a_page(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", file, "--html"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("<!doctype html>")
    assert '<html lang="de">' in shown
    assert "<title>Landrätin Dorn" in shown
    assert str(article()._repr_html_()) in shown


def test_a_title_is_escaped() -> None:
    assert "<title>&lt;b&gt;</title>" in showing.page([Article(text="x", headline="<b>")])


def test_without_rich_the_extra_is_named(file: str, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    assert main(["show", file]) == 1
    assert "pip install 'newsmodel[terminal]'" in capsys.readouterr().err
