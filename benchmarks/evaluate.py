#!/usr/bin/env python3
"""Print how well newsmodel reads hand-coded dispatches, with intervals.

python benchmarks/evaluate.py FOLDER [FOLDER ...] [--samples N] [--json OUT]

Each folder holds dispatches in the gold format (see `newsmodel.evaluation.gold_format`) or in brat's. The figures of each folder are
printed, and, if there are several, those of all dispatches pooled: few dispatches make wide intervals.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys

import newsmodel
from newsmodel.evaluation import Annotated, Evaluation, evaluate, read_annotated


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: the command line without the program's name; that of the process if left out.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="FOLDER", nargs="+")
    parser.add_argument("--samples", type=int, default=1000, help="how often the dispatches are drawn anew")
    parser.add_argument("--json", metavar="OUT", help="write the figures to this file too")
    options = parser.parse_args(arguments)
    gold: list[Annotated] = []
    predicted: list[newsmodel.Article] = []
    parts: dict[str, Evaluation] = {}
    for folder in options.folders:
        some = read_annotated(folder)
        read = [newsmodel.parse(one.article.text, published=one.article.published) for one in some]
        parts[folder] = evaluate(some, read, samples=options.samples)
        gold += some
        predicted += read
    if len(options.folders) > 1:
        parts["pooled"] = evaluate(gold, predicted, samples=options.samples)
    for name, figures in parts.items():
        sys.stdout.write(f"== {name}: {figures}\n")
    if options.json:
        numbers = {name: figures.to_dict() for name, figures in parts.items()}
        pathlib.Path(options.json).write_text(json.dumps(numbers, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
