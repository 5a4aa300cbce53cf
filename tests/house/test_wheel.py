"""The wheel holds what the package needs at run time, and nothing of the workshop."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMIT = 60_000_000
"""Bytes; the pipeline's part is under 35 MB."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel with the backend that pip calls, without a network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from hatchling.build import build_wheel; build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    assert path.stat().st_size < LIMIT
    return zipfile.ZipFile(path)


def test_every_file_of_the_package_is_in_it(wheel: zipfile.ZipFile) -> None:
    source = ROOT / "src"
    wanted = {
        str(path.relative_to(source))
        for path in source.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and (path.suffix in (".py", ".tsv", ".json", ".onnx", ".xz", ".md", ".typed") or path.name == "SHA256SUMS")
    }
    assert "newsmodel/py.typed" in wanted
    assert any(name.endswith(".onnx") for name in wanted)
    assert wanted - set(wheel.namelist()) == set()


def test_nothing_else_is_in_it(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in wheel.namelist() if ".dist-info" not in name} == {"newsmodel"}


def test_licences_and_entry_points(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    for wanted in ("licenses/LICENSE", "licenses/THIRD_PARTY.md", "entry_points.txt"):
        assert any(name.endswith(f".dist-info/{wanted}") for name in names)
    (entries,) = (name for name in names if name.endswith("entry_points.txt"))
    assert "newsmodel = newsmodel.cli:main" in wheel.read(entries).decode()


def test_metadata(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = Parser().parsestr(wheel.read(name).decode())
    assert metadata["License-Expression"].startswith("MIT AND CC-BY-SA-4.0")
    core = [line for line in metadata.get_all("Requires-Dist") or [] if "extra ==" not in line]
    assert sorted(re.split(r"[<>=!~ ;]", line)[0] for line in core) == [
        "attrs",
        "cattrs",
        "dateparser",
        "numpy",
        "onnxruntime",
        "spacy",
        "tokenizers",
    ]
