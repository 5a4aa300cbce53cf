"""Change the code in small ways and see whether the tests notice: mutation testing of model, codec and span arithmetic.

    pip install -e '.[dev,mutation]'
    python benchmarks/mutation/run.py --processes 2

mutmut makes the mutants: each is one function with one small change (`<` for `<=`, `None` for an argument, another text).
It runs the tests that reach the function; where all pass, the mutant has survived. What is mutated and which tests run
stands in `pyproject.toml` under `[tool.mutmut]`, what survives for good reason in `survivors.toml` beside this file. By
its nature mutmut changes no decorated function (properties, cached functions) and nothing outside functions.

Printed: mutants, killed (by a failing test, or by tests that no longer end), survived and score of each module and of all.
The exit status is 1 where a survivor is not in `survivors.toml` or less than 90 % are killed; the survivors that are not
there are printed in the form of that file. Results stay in `mutants/`: `mutmut browse` shows them, `--report` prints them
once more, and `--again` goes on from there: it tries what has survived or was not tried.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import os
import resource
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import attrs

ROOT = Path(__file__).parents[2]
MUTANTS = ROOT / "mutants"
LIST = Path(__file__).with_name("survivors.toml")
LEAST = 90.0

SCOPE = {
    "model": ("newsmodel.model.*",),
    "codec": ("newsmodel.codec.*",),
    "spans": (
        "newsmodel.export._utf16.*",
        "newsmodel.parsers.closing.*",
        "newsmodel.parsers.grammar.spans.*",
        "newsmodel.parsers.reading.x__unwrapped__*",
        "newsmodel.wire.composing.x__join__*",
        "newsmodel.wire.lines.*",
    ),
}
"""What is tried, by names of mutants. `spans` is where offsets of one text become offsets of another: UTF-16 units, text
with and without runs of white space, tokens, blocks put together to one text, lines. Spans themselves are in the model."""

KILLED = {1: "killed", 3: "killed", -24: "timeout", 24: "timeout", 36: "timeout", 152: "timeout", -9: "timeout"}
"""mutmut's exit codes: a test fails, pytest itself fails, the processor time or the patience is used up."""

Change: TypeAlias = tuple[str, str, str]


@attrs.frozen
class Mutant:
    """A mutant that was tried.

    Attributes:
        name: its name in mutmut.
        path: the file, from the root of the project.
        status: killed, timeout, survived or untried.
    """

    name: str
    path: str
    status: str

    @property
    def module(self) -> str:
        """The module it is in."""
        return self.name.rpartition(".")[0]


def main() -> int:
    """Run mutmut, print the table, compare the survivors with the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=1, help="how many mutants are tried at a time")
    parser.add_argument("--part", choices=SCOPE, action="append", help="only this part; may be given several times")
    parser.add_argument(
        "--ending", default="", metavar="DIGITS", help="a sample: mutants whose number ends in one of these"
    )
    parser.add_argument("--again", action="store_true", help="keep the results in mutants/, try what was not killed")
    parser.add_argument("--report", action="store_true", help="try nothing: report the results in mutants/")
    given = parser.parse_args()
    ending = f"[{given.ending}]" if given.ending else ""
    patterns = [pattern + ending for part in given.part or SCOPE for pattern in SCOPE[part]]
    if given.again:
        left = [m.name for m in read_results(patterns) if m.status not in KILLED.values()]
        run_mutmut(left, given.processes)
    elif not given.report:
        shutil.rmtree(MUTANTS, ignore_errors=True)
        run_mutmut(patterns, given.processes)
    mutants = list(read_results(patterns))
    print_table(mutants)
    os.chdir(ROOT)  # where mutmut looks for the sources of its mutants
    survived = Counter(read_change(m) for m in mutants if m.status == "survived")
    listed = read_list()
    unknown = survived - listed
    if unknown:
        print(f"\nnot in {LIST.relative_to(ROOT)}:\nmutants = [")
        for change in sorted(unknown.elements()):
            print("    " + json.dumps(change, ensure_ascii=False) + ",")
        print("]")
    if not given.part and not ending and (gone := listed - survived):
        print(f"\nin {LIST.relative_to(ROOT)}, but killed now or not there:")
        for change in sorted(gone.elements()):
            print("    " + json.dumps(change, ensure_ascii=False) + ",")
    untried = sum(m.status == "untried" for m in mutants)
    if untried:
        print(f"\n{untried} mutants were not tried")
    killed = sum(m.status in KILLED.values() for m in mutants)
    return int(bool(unknown or untried or not mutants or 100 * killed < LEAST * len(mutants)))


def run_mutmut(names: list[str], processes: int) -> None:
    """Let mutmut make the mutants and try those with the names, which may be patterns."""
    # The mutated copy alone is to be imported, and its tests.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(processes), *names]
    if names:
        subprocess.run(command, cwd=ROOT, env=surroundings, check=True)  # noqa: S603
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"\n{(used.ru_utime + used.ru_stime) / 60:.1f} minutes of processor time")


def read_results(patterns: list[str]) -> Iterator[Mutant]:
    """Yield what mutmut stored about each mutant whose name fits."""
    for path in sorted(MUTANTS.rglob("*.meta")):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        source = path.relative_to(MUTANTS).as_posix().removesuffix(".meta")
        for name, code in codes.items():
            if any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns):
                status = "untried" if code is None or code == 2 else KILLED.get(code, "survived")
                yield Mutant(name, source, status)


def print_table(mutants: list[Mutant]) -> None:
    """Print the figures of each module and of all."""
    modules: dict[str, list[Mutant]] = {}
    for mutant in mutants:
        modules.setdefault(mutant.module, []).append(mutant)
    print(f"\n| {'module':37} | mutants | killed | of them timeouts | survived |  score |")
    print(f"|{'-' * 39}|--------:|-------:|-----------------:|---------:|-------:|")
    for name, members in (*modules.items(), ("all", mutants)):
        counts = Counter(m.status for m in members)
        killed = counts["killed"] + counts["timeout"]
        score = 100 * killed / len(members) if members else 0.0
        print(
            f"| {name:37} | {len(members):7} | {killed:6} | {counts['timeout']:16} | {counts['survived']:8} |"
            f" {score:4.1f} % |"
        )


def read_change(mutant: Mutant) -> Change:
    """Return what a mutant changes, in words that stay when others come or go: the function, the lines, the new lines."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    lines = get_diff_for_mutant(mutant.name, path=mutant.path).splitlines()[2:]
    was, became = (" ".join(line[1:].strip() for line in lines if line[0] == sign) for sign in "-+")
    function = mutant.name.rpartition(".")[2].rpartition("__mutmut_")[0].removeprefix("x").strip("ǁ").replace("ǁ", ".")
    return f"{mutant.module}.{function if '.' in function else function.removeprefix('_')}", was, became


def read_list() -> Counter[Change]:
    """Return the survivors that have a reason."""
    groups = tomllib.loads(LIST.read_text(encoding="utf-8"))["group"]
    return Counter((where, was, became) for group in groups for where, was, became in group["mutants"])


if __name__ == "__main__":
    sys.exit(main())
