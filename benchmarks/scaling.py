"""Print the processor time of `newsmodel.parse` over the length of the text, and the exponent that fits it (1: linear).

python benchmarks/scaling.py [--longest 1000000] [--shape "only commas" ...] [--network-once]

The shapes are real dispatches one after the other (where ../shared is present) and hostile texts. The exponent is fitted
from 10,000 characters on: below, what a call costs anyway would make it look better than it is.
"""

from __future__ import annotations

import argparse
import pathlib
import sys
import time
from collections.abc import Sequence

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from common import SHARED, articles, exponent, processor
from hostile import HOSTILE, INTRO, Shape, repeated

import newsmodel
from newsmodel.german.pipeline.network import Labelled, Network

_FROM = 10_000


def seconds(text: str, rounds: int) -> float:
    """Return the processor time of the fastest of some parses."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        newsmodel.parse(text, published="2025-03-04")
        times.append(time.process_time() - start)
    return min(times)


def ask_the_network_once() -> None:
    """Answer from memory what the network was asked before: of a text that repeats itself, the rest is left to time."""
    known: dict[tuple[str, ...], Labelled] = {}
    ask = Network.label

    def label(network: Network, sentences: Sequence[Sequence[str]]) -> list[Labelled]:
        new = list(dict.fromkeys(tuple(s) for s in sentences if tuple(s) not in known))
        known.update(zip(new, ask(network, new), strict=True))
        return [known[tuple(s)] for s in sentences]

    Network.label = label  # type: ignore[method-assign,assignment]


def _behind_intro(shape: Shape) -> Shape:
    return lambda length: INTRO + shape(length - len(INTRO))


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status: 1 where an exponent is above 1.1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=1_000_000, help="characters of the longest text")
    parser.add_argument("--shape", action="append", help="only this shape; may be repeated")
    parser.add_argument("--network-once", action="store_true", help="leave repeated work of the network out of account")
    options = parser.parse_args(arguments)
    if options.network_once:
        ask_the_network_once()
    shapes = {name: _behind_intro(shape) for name, shape in HOSTILE.items()}
    if SHARED.exists():
        shapes = {"real dispatches": repeated("\n\n".join(text for text, _ in articles(200)) + "\n\n"), **shapes}
    sizes = [size for size in (1000, 10_000, 100_000, 1_000_000) if size < options.longest] + [options.longest]
    print(processor())
    print(f"{'microseconds a character at':28}", *(f"{size:>9,}" for size in sizes), " exponent")
    seconds(HOSTILE["thousands of actors"](2000), 1)  # loads the pipeline
    worst = 0.0
    for name in options.shape or shapes:
        # Short texts three times, since other work on the machine weighs more there; where the network is left out, all
        # of them, so that no first time is among those that count.
        times = [seconds(shapes[name](size), 3 if size <= _FROM else 1 + options.network_once) for size in sizes]
        fitted = [(size, spent) for size, spent in zip(sizes, times, strict=True) if size >= _FROM]
        power = exponent(*zip(*fitted, strict=True)) if len(fitted) > 1 else float("nan")
        worst = max(worst, power)
        cells = (f"{spent / size * 1e6:9.1f}" for size, spent in zip(sizes, times, strict=True))
        print(f"{name:28}", *cells, f"{power:9.2f}", flush=True)
    return int(worst > 1.1)


if __name__ == "__main__":
    raise SystemExit(main())
