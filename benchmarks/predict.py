#!/usr/bin/env python3
"""Write the predictions of newsmodel for a benchmark.

python benchmarks/predict.py TASK IN.jsonl OUT.jsonl

TASK is quotations, times or dispatches. Input lines are {"id", "text", "published"}; output lines are in the format of
the scorer of the task. Lines are read, parsed and written one by one; `-` stands for standard input and output.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import pathlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import IO, Any

TASKS = ("quotations", "times", "dispatches")
Predict = Callable[[str, str, str | None], dict[str, Any]]


def adapter(task: str) -> Predict:
    """Return the function that turns one input line of a task into its output line."""
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
    predict: Predict = importlib.import_module(f"adapters.{task}").predict
    return predict


@contextlib.contextmanager
def opened(path: str, mode: str) -> Iterator[IO[str]]:
    """Open a file, or the standard stream for `-`."""
    if path == "-":
        yield sys.stdin if mode == "r" else sys.stdout
    else:
        with pathlib.Path(path).open(mode, encoding="utf-8") as stream:
            yield stream


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: the command line without the program's name; that of the process if left out.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("source", metavar="IN.jsonl")
    parser.add_argument("target", metavar="OUT.jsonl")
    options = parser.parse_args(arguments)
    predict = adapter(options.task)
    count, characters, start = 0, 0, time.perf_counter()
    with opened(options.source, "r") as source, opened(options.target, "w") as target:
        for raw in source:
            if not raw.strip():
                continue
            line = json.loads(raw)
            found = predict(line["id"], line["text"], line.get("published"))
            target.write(json.dumps(found, ensure_ascii=False) + "\n")
            count += 1
            characters += len(line["text"])
    seconds = time.perf_counter() - start
    print(f"{count} texts, {characters} characters, {seconds:.1f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
