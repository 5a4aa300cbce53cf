"""Inputs that once crashed, kept as files: see `crashes/README.md`."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.safety.surviving import LONGEST, survive_from_dict, survive_loads, survive_parse, within

import newsmodel

FOLDER = Path(__file__).parent / "crashes"
FILES = sorted(path for path in FOLDER.iterdir() if path.name != "README.md")
READERS: dict[str, Callable[[bytes], None]] = {
    ".json": survive_loads,
    ".literal": lambda raw: survive_from_dict(ast.literal_eval(raw.decode())),
    ".txt": lambda raw: survive_parse(raw.decode("utf-8", "surrogatepass")),
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_once_crashed(path: Path) -> None:
    if path.suffix == ".txt":
        newsmodel.parse("Nein.")  # loading the pipeline is not counted
    with within(LONGEST):
        READERS[path.suffix](path.read_bytes())


def test_every_reader_tells_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library lets another error out, these tests fail."""

    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    for name in ("loads", "from_dict", "parse"):
        monkeypatch.setattr(newsmodel, name, crash)
    for reader in READERS.values():
        with pytest.raises(ZeroDivisionError):
            reader(b"{}")
