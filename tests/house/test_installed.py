"""The wheel, installed into an environment of its own and used from outside the source tree."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsmodel

ROOT = Path(__file__).parents[2]
TEXT = "Kiel (dpa) - Die Ministerin Anna Berg sagte am Montag, der Hafen werde gebaut."
CALL = ("parse", "--json", "--published", "2025-03-04", "-")

PROBE = f"""
import importlib.metadata, json, sys
from importlib.resources import files
import spacy
import newsmodel
from newsmodel.german.pipeline import load

own = importlib.metadata.distribution("newsmodel")
nlp = spacy.blank("de")
nlp.add_pipe("newsmodel")  # by its entry point
print(json.dumps({{
    "path": sys.path,
    "file": newsmodel.__file__,
    "versions": [newsmodel.__version__, own.version],
    "typed": files("newsmodel").joinpath("py.typed").is_file(),
    "article": newsmodel.dumps(newsmodel.parse({TEXT!r}, published="2025-03-04")),
    "pipeline": load().pipe_names,
    "schema": newsmodel.json_schema()["$schema"],
    "points": {{
        point.group + " " + point.name: sys.modules[point.load().__module__].__file__ for point in own.entry_points
    }},
    "licences": {{path.name: path.read_text("utf-8") for path in own.files or () if "licenses" in path.parts}},
}}))
"""


@attrs.frozen
class Environment:
    """A virtual environment that holds newsmodel from the wheel, and finds what it depends on where these tests do."""

    folder: Path
    """Also the working directory of what is run."""

    @property
    def package(self) -> Path:
        return Path(sysconfig.get_path("purelib", "venv", vars={"base": str(self.folder / "env")})) / "newsmodel"

    def run(self, *command: str | Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run one of its programs, in an empty folder and without what this process has in its environment."""
        path = os.pathsep.join((str(self.program("python").parent), os.defpath))
        clean = {"PATH": path, "HOME": str(self.folder), "PYTHONIOENCODING": "utf-8"}
        if "SYSTEMROOT" in os.environ:  # without it, Windows starts nothing
            clean["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        return subprocess.run(
            list(map(str, command)),
            cwd=self.folder / "empty",
            env=clean,
            input=given,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    def program(self, name: str) -> Path:
        folder = sysconfig.get_path("scripts", "venv", vars={"base": str(self.folder / "env")})
        return Path(shutil.which(name, path=folder) or Path(folder, name))


@pytest.fixture(scope="module")
def installed(wheel_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("installed"))
    (environment.folder / "empty").mkdir()
    venv.create(environment.folder / "env", symlinks=os.name != "nt")
    pip: list[str | os.PathLike[str]] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        environment.program("python"),
        "--disable-pip-version-check",
    ]
    install: list[str | os.PathLike[str]] = [
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-compile",
        wheel_path,
    ]
    subprocess.run([*pip, *install], check=True, capture_output=True, cwd=environment.folder)
    # A line of a .pth file puts a folder at the end of the path, without the .pth files in it: where newsmodel itself is
    # installed in editable form, it stays out of sight.
    dependencies = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (environment.package.parent / "dependencies.pth").write_text("\n".join(sorted(dependencies)), encoding="utf-8")
    return environment


@pytest.fixture(scope="module")
def found(installed: Environment) -> dict[str, Any]:
    done = installed.run(installed.program("python"), "-c", PROBE)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_it_is_the_installed_package_that_is_imported(installed: Environment, found: dict[str, Any]) -> None:
    assert Path(found["file"]) == installed.package / "__init__.py"
    assert not any(Path(entry).is_relative_to(ROOT / part) for entry in found["path"] for part in ("src", "tests"))
    assert str(ROOT) not in found["path"]
    assert found["typed"]
    assert found["versions"] == [newsmodel.__version__, newsmodel.__version__]


def test_it_reads_what_the_source_tree_reads(found: dict[str, Any]) -> None:
    assert newsmodel.loads(found["article"]) == newsmodel.parse(TEXT, published="2025-03-04")
    assert found["pipeline"] == ["newsmodel_sentences", "newsmodel_annotator"]
    assert found["schema"] == newsmodel.json_schema()["$schema"]


def test_its_entry_points_lead_into_it(installed: Environment, found: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"console_scripts": project["scripts"], **project["entry-points"]}
    assert set(found["points"]) == {f"{group} {name}" for group, names in groups.items() for name in names}
    assert all(Path(file).is_relative_to(installed.package) for file in found["points"].values())


def test_its_licence_files_are_ours(found: dict[str, Any]) -> None:
    wanted = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE", "THIRD_PARTY.md")}
    assert found["licences"] == wanted


def test_its_command_line(installed: Environment, found: dict[str, Any]) -> None:
    done = installed.run(installed.program("newsmodel"), *CALL, given=TEXT)
    assert done.returncode == 0, done.stderr
    assert newsmodel.loads(done.stdout) == newsmodel.loads(found["article"])


def test_a_damaged_file_of_its_pipeline_is_named(installed: Environment) -> None:
    """Last, since it damages what is installed, though it mends it again."""
    labels = installed.package / "german/pipeline/weights/labels.json"
    whole = labels.read_bytes()
    labels.write_bytes(whole[:-1])
    done = installed.run(installed.program("newsmodel"), *CALL, given=TEXT)
    labels.write_bytes(whole)
    assert done.returncode != 0
    assert done.stdout == ""
    assert "the bundled pipeline is damaged: labels.json has the SHA-256 " in done.stderr
    assert "reinstall newsmodel" in done.stderr
    assert "Traceback" not in done.stderr
