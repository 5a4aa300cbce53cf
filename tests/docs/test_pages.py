"""The code on the pages of the documentation runs, and prints what the pages say."""

from __future__ import annotations

import doctest
import io
import re
import shlex
from pathlib import Path

import pytest

from newsmodel.cli.arguments import parser

ROOT = Path(__file__).parents[2]
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)
FENCE = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT / "docs")) for path in paths]


WITH_CODE = [path for path in PAGES if FENCE.search(path.read_text(encoding="utf-8"))]
WITH_SHELL = [path for path in PAGES if SHELL.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", WITH_CODE, ids=names(WITH_CODE))
def test_code(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """All blocks of a page are one session; it finds `examples/` and may write."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    code = "\n".join(FENCE.findall(path.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(code, {"__name__": path.stem}, path.stem, str(path), 0)
    report = io.StringIO()
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    runner.run(test, out=report.write)
    assert runner.tries > 0
    assert not runner.failures, report.getvalue()


@pytest.mark.parametrize("path", WITH_SHELL, ids=names(WITH_SHELL))
def test_commands(path: Path) -> None:
    """Commands on a page are such as the command line takes."""
    blocks = SHELL.findall(path.read_text(encoding="utf-8"))
    lines = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    assert lines
    for line in lines:
        for command in re.split(r" [0-9]?[|>] ", line):
            words = shlex.split(command, comments=True)
            if words[0] == "newsmodel":
                parser().parse_args(words[1:])  # which exits, and says why, where the command is wrong
