"""The coverage-guided fuzzing starts, reaches the code, and tells a crash."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.safety.guided import Drawn
from tests.safety.hostile import damaged

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["loads", "from_dict"])
def test_branches_of_the_codec_are_reached(name: str, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="the extra fuzz is not installed")
    command = [sys.executable, "-m", "tests.safety.guided", name, "-runs=500", f"-artifact_prefix={tmp_path}/"]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=surroundings)
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(re.findall(r"\bcov: (\d+)", done.stderr)[-1]) > 300
    assert list(tmp_path.iterdir()) == []


def test_choices_come_from_the_bytes_and_are_zeros_when_they_are_spent() -> None:
    class Provider:
        """What atheris has: numbers from bytes."""

        def __init__(self, content: bytes) -> None:
            self.bits = Random(content[0]) if content else None  # noqa: S311 - the same every time

        def ConsumeIntInRange(self, low: int, high: int) -> int:  # noqa: N802 - atheris' name
            return self.bits.randint(low, high) if self.bits else low

    def draw(content: bytes) -> Any:
        drawn = Drawn()
        drawn.provider = Provider(content)
        return damaged(drawn)

    assert draw(b"a") == draw(b"a")
    assert len({repr(draw(bytes([first]))) for first in range(20)}) > 10
    draw(b"")  # ends
