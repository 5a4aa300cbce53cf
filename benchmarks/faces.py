"""What the displays, tables and graphs cost, as ratios to `newsmodel.dumps` of the same articles.

    python benchmarks/faces.py

Prints a line for each: processor time over that of `dumps`, and how it grows when the input is four times as large (4: in
proportion). The articles are the golden dispatches of tests/, read once by the pipeline; what is timed knows no pipeline.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import attrs

import newsmodel
from newsmodel import Article

ROOT = Path(__file__).parents[1]


def seconds(run: Callable[[], object]) -> float:
    """Return the processor time of the quickest of three runs."""
    times = []
    for _ in range(3):
        before = time.process_time()
        run()
        times.append(time.process_time() - before)
    return min(times)


def several(articles: list[Article], times: int) -> list[Article]:
    """Return the articles again and again, each time as another dispatch."""
    return [attrs.evolve(article, uri=f"urn:{number}") for number, article in enumerate(articles * times)]


def main() -> None:
    """Print the ratios."""
    paths = sorted((ROOT / "tests/golden").rglob("*.txt"))
    articles = [newsmodel.parse(path.read_text(encoding="utf-8"), published="2024-05-14") for path in paths]
    faces: dict[str, Callable[[list[Article]], object]] = {
        "dumps": lambda some: [newsmodel.dumps(article) for article in some],
        "html": lambda some: [newsmodel.display.html(article) for article in some],
        "frames": newsmodel.frames,
        "from_frames": lambda some: newsmodel.from_frames(newsmodel.frames(some)),
        "graph": newsmodel.graph,
        "timeline": newsmodel.display.timeline,
        "network": newsmodel.display.network,
    }
    few, many = several(articles, 4), several(articles, 16)
    unit = seconds(lambda: faces["dumps"](few))
    print(f"{'':12} {'x dumps':>8} {'x4 input':>9}   {len(few)} and {len(many)} articles")
    for name, run in faces.items():
        short, long = seconds(lambda run=run: run(few)), seconds(lambda run=run: run(many))  # type: ignore[misc]
        print(f"{name:12} {short / unit:8.1f} {long / short:9.1f}")


if __name__ == "__main__":
    main()
