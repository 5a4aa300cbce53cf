"""Print the memory of a process that parses a stream of dispatches, of which each has words that none before it had.

python benchmarks/memory.py [--dispatches 20000] [--words 60]

Real articles (of ../shared, where present) are cut to some sentences, and names are made up in each: what grows with the
words ever seen shows. Two lines count: the peak after a tenth of the stream and after all of it.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import sys
from collections.abc import Iterator

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from common import SHARED, articles, processor
from hostile import many_actors

import newsmodel

_SYLLABLES = ["ba", "rel", "ko", "min", "tes", "la", "gor", "nu", "wei", "sta", "tri", "mun", "fel", "dor"]


def stream(count: int, size: int) -> Iterator[str]:
    """Yield dispatches of so many words, each with new names."""
    chance = random.Random(1)  # noqa: S311 - no secret
    base = [text for text, _ in articles(500)] if SHARED.exists() else [many_actors(2000)]
    for number in range(count):
        name = "".join(chance.choices(_SYLLABLES, k=5)).title()
        place = "".join(chance.choices(_SYLLABLES, k=4)).title()
        body = " ".join(base[number % len(base)].split()[:size])
        yield f"{place} (dpa) - Minister Jan {name} traf am Montag in {place}hausen die {name}-Kommission. {body}"


def resident() -> float:
    """Return the memory of this process now, in megabytes."""
    pages = int(pathlib.Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status: 1 where the last nine tenths added more than a tenth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dispatches", type=int, default=20_000, help="at least 100")
    parser.add_argument("--words", type=int, default=60, help="words of each")
    options = parser.parse_args(arguments)
    print(processor())
    early = peak = 0.0
    for number, _ in enumerate(newsmodel.parse_many(stream(options.dispatches, options.words)), 1):
        if number % 10 == 0:
            peak = max(peak, resident())
        if number == options.dispatches // 10:
            early = peak
            print(f"peak after {number:>6,} dispatches: {early:6.0f} MB", flush=True)
    print(f"peak after {options.dispatches:>6,} dispatches: {peak:6.0f} MB, {peak / early:.2f} times the first")
    return int(peak > 1.1 * early)


if __name__ == "__main__":
    raise SystemExit(main())
