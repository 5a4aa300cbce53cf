"""The wheel holds what the package needs at run time, and nothing of the workshop."""

from __future__ import annotations

import re
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from tests.house.heads import heads, is_named, says_it_is_ours

ROOT = Path(__file__).parents[2]
LIMIT = 60_000_000
"""Bytes; the pipeline's part is under 35 MB."""


@pytest.fixture(scope="module")
def wheel(wheel_path: Path) -> zipfile.ZipFile:
    assert wheel_path.stat().st_size < LIMIT
    return zipfile.ZipFile(wheel_path)


def test_every_file_of_the_package_is_in_it(wheel: zipfile.ZipFile) -> None:
    source = ROOT / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "newsmodel/py.typed" in wanted
    assert any(name.endswith(".onnx") for name in wanted)
    assert wanted - set(wheel.namelist()) == set()


def test_every_data_file_is_ours_or_named(wheel: zipfile.ZipFile) -> None:
    """Nothing of others is shipped without a word about its licence in THIRD_PARTY.md, which is shipped with it."""
    (name,) = (name for name in wheel.namelist() if name.endswith("licenses/THIRD_PARTY.md"))
    notice = wheel.read(name).decode()
    weights = "newsmodel/german/pipeline/weights/"
    assert f"`{weights}`" in notice
    hashed = {line.split()[1] for line in wheel.read(f"{weights}SHA256SUMS").decode().splitlines()}
    unknown = set()
    for name in wheel.namelist():
        folder, _, file = name.rpartition("/")
        if ".dist-info/" in name or file.endswith(".py") or f"`{name}`" in notice:
            continue
        if f"{folder}/" == weights:
            known = file in {*hashed, "SHA256SUMS", "CARD.md"}
        elif folder == "newsmodel/german/data":
            known = is_named(heads(wheel.read(name).decode())["source"], notice)
        else:
            known = says_it_is_ours(wheel.read(name).decode())
        if not known:
            unknown.add(name)
    assert unknown == set()


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
