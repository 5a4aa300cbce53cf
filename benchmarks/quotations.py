#!/usr/bin/env python3
"""Score newsmodel on the quotation benchmark beside what else runs offline: splits side by side, with intervals.

python benchmarks/quotations.py [--shared FOLDER] [--split train --split dev] [--stored NAME=FILE] [--devices]

FOLDER holds the data and the scorer of the benchmark (`data/quotations`, `bench/quotations`); they are not part of the
project, and the command says so and stops where they are absent. Every system runs in this one process; its speed is
articles a second of processor time, of one core. Outputs that were made elsewhere are given with `--stored`
NAME=FILE (`{split}` in FILE stands for the split) and are marked as stored; they have no speed.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import pathlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from benchmarks.adapters import devices, peers
from benchmarks.adapters.quotations import lines

Scores = dict[str, tuple[float, str]]
_ROWS = ("Joint", "Messages", "Roles", "Type", "who said what", "direct tokens", "direct typed", "medium")
_STAGES = ("parse", "actors", "times", "statements")
_WORDS = 260  # the length of an article that the speed is stated for


class Newsmodel:
    """The system under test; what each stage costs is kept."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = collections.defaultdict(float)

    def __call__(self, text: str, published: str | None) -> list[dict[str, Any]]:
        """Return the annotations of one article."""
        from newsmodel.api import analyse
        from newsmodel.parsers.actors import find_actors
        from newsmodel.parsers.statements import find_statements
        from newsmodel.parsers.times import find_times

        clock = [time.process_time()]
        reading = analyse(text, published=published)
        clock.append(time.process_time())
        actors = find_actors(reading)
        clock.append(time.process_time())
        times = find_times(reading)
        clock.append(time.process_time())
        statements = find_statements(reading, actors, times)
        clock.append(time.process_time())
        for name, (start, end) in zip(_STAGES, itertools.pairwise(clock), strict=True):
            self.seconds[name] += end - start
        found: list[dict[str, Any]] = lines(reading, statements)
        return found


def inputs(shared: pathlib.Path, split: str) -> Iterator[tuple[str, str, str | None]]:
    """Yield name, text and date of the articles of a split."""
    yield from peers.module_at(shared / "bench" / "inputs.py").quotations(split)


def undated(peer: peers.Peer) -> Callable[[str, str | None], peers.Annotations]:
    """Return a system that reads the text alone as one that is given the date too."""
    return lambda text, _: peer(text)


def answers(find: Callable[[str, str | None], Any], articles: Iterable[tuple[str, str, str | None]]) -> list[str]:
    """Return the output lines of a system."""
    return [json.dumps({"doc": name, "annotations": find(text, date)}) for name, text, date in articles]


def scores(result: dict[str, Any]) -> Scores:
    """Return the figures that are shown, each an F1 in per cent with its 95 % interval where there is one."""
    official, intervals = result["official"], result.get("ci95_F1", {})

    def shown(value: float, name: str = "") -> tuple[float, str]:
        low, high = intervals.get(name, (None, None))
        return 100 * value, "" if low is None else f"{100 * low:.1f}-{100 * high:.1f}"

    return {
        "Joint": shown(official["Joint"][2], "Joint"),
        "Messages": shown(official["Messages"][2], "Messages"),
        "Roles": shown(official["Roles"][2], "Roles"),
        "Type": shown(official["Type"][2]),
        "who said what": shown(result["who_said_what"][2], "who_said_what"),
        "direct tokens": shown(result["token_type"]["Direct"][2]),
        "direct typed": shown(result["per_type"]["Direct"]["quote"][2]),
        "medium": shown(official["Medium"][2]) if "Medium" in official else (0.0, ""),
    }


def table(found: dict[str, dict[str, Scores]], speeds: dict[str, str], splits: list[str]) -> None:
    """Print one block for each system: a row for each figure, a column for each split."""
    for name, by_split in found.items():
        print(f"\n{name}{speeds.get(name, '')}")
        print(f"  {'F1, per cent':<16}" + "".join(f"{split:>8} {'95 %':<12}" for split in splits))
        for row in _ROWS:
            cells = (by_split[split][row] for split in splits)
            print(f"  {row:<16}" + "".join(f"{value:8.1f} {interval:<12}" for value, interval in cells))


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: the command line without the program's name; that of the process if left out.

    Returns:
        The exit status: 1 where the benchmark is absent.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--split", action="append", choices=("train", "dev"))
    parser.add_argument("--stored", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--limit", type=int, help="the first articles of each split only")
    parser.add_argument("--boot", type=int, default=1000, help="samples of the bootstrap over articles")
    parser.add_argument("--devices", action="store_true", help="recall and precision by linguistic device")
    options = parser.parse_args(arguments)
    bench = options.shared / "bench" / "quotations"
    if not (bench / "score.py").exists():
        print(f"{bench} is absent: the quotation benchmark is not part of the project", file=sys.stderr)
        return 1
    scorer = peers.module_at(bench / "score.py")
    splits = options.split or ["train", "dev"]
    own = Newsmodel()
    systems: dict[str, Callable[[str, str | None], Any]] = {"newsmodel": own}
    for name, peer in (("regex floor", peers.floor(bench)), ("textacy (direct only)", peers.textacy())):
        if peer is None:
            print(f"{name}: not installed, left out", file=sys.stderr)
        else:
            systems[name] = undated(peer)
    found: dict[str, dict[str, Scores]] = {}
    seconds: dict[str, float] = collections.defaultdict(float)
    count = words = 0
    own("Kiel (dpa) - Der Hafen wird gebaut, sagte Anna Berg.", None)
    own.seconds.clear()
    for split in splits:
        gold = scorer.load_gold(str(options.shared / "data" / "quotations" / f"{split}.jsonl.xz"))
        articles = list(itertools.islice(inputs(options.shared, split), options.limit))
        names = {name for name, _, _ in articles}
        gold = {name: article for name, article in gold.items() if not options.limit or name in names}
        count += len(articles)
        words += sum(len(text.split()) for _, text, _ in articles)
        written: dict[str, list[str]] = {}
        for name, find in systems.items():
            start = time.process_time()
            written[name] = answers(find, articles)
            seconds[name] += time.process_time() - start
        for stored in options.stored:
            name, _, pattern = stored.partition("=")
            path = pathlib.Path(pattern.format(split=split))
            written[f"{name} (stored output)"] = path.read_text(encoding="utf-8").splitlines()
        for name, rows in written.items():
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as target:
                target.write("\n".join(rows) + "\n")
                target.flush()
                predicted = scorer.load_pred(target.name, gold)
            found.setdefault(name, {})[split] = scores(scorer.evaluate(gold, predicted, options.boot))
            if options.devices and name == "newsmodel":
                devices.show(split, devices.counts(gold, predicted, scorer))
    speeds = {
        name: f": {count / spent:.1f} articles a CPU second, {words / _WORDS / spent:.1f} of {_WORDS} words"
        for name, spent in seconds.items()
    }
    table(found, speeds, splits)
    whole = sum(own.seconds.values())
    print("\nnewsmodel by stage: " + ", ".join(f"{name} {own.seconds[name] / whole:.0%}" for name in _STAGES))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
