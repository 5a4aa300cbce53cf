"""Print how newsmodel scales over processes: `parse_many`, Spark, Dask and Ray Data, each with one worker and with several.

python benchmarks/clusters.py [--articles 400] [--workers 2] [--engine spark ...]

The same articles for all (those of ../shared, where present), in batches of 25; seconds are wall time, the start of the engine
and the loading of its pipelines left out: a first pass, which is not timed, gives every worker something to read. An engine
that is not installed (extra `cluster`; Spark needs Java 17) is left out, and the command says so.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import logging
import os
import pathlib
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import pyarrow as pa
from common import SHARED, WORDS, Article, articles, processor, words
from hostile import many_actors

import newsmodel
from newsmodel.arrow import output_schema, parse_batches, parse_table

BATCH = 25
_FIELDS: list[pa.Field[Any]] = [pa.field(name, pa.string()) for name in ("text", "published")]
SCHEMA = pa.schema(_FIELDS)
Engine: TypeAlias = Callable[[list[list[Article]], int], Iterator[int]]
"""Starts itself with some workers, parses one list of texts after the other, and yields how many came back of each."""


def batches(texts: list[Article]) -> list[pa.Table]:
    """Return the texts in tables of 25."""
    found = []
    for at in range(0, len(texts), BATCH):
        columns = [pa.array(column, pa.string()) for column in zip(*texts[at : at + BATCH], strict=True)]
        found.append(pa.table(columns, schema=SCHEMA))
    return found


def local(passes: list[list[Article]], workers: int) -> Iterator[int]:
    """Processes of newsmodel itself, one stream for all."""
    stream = newsmodel.parse_many(itertools.chain.from_iterable(passes), workers=workers)
    for texts in passes:
        yield sum(1 for _ in itertools.islice(stream, len(texts)))


def spark(passes: list[list[Article]], workers: int) -> Iterator[int]:
    """Spark in local mode: as many tasks at a time as workers."""
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    if shutil.which("java") is None:
        raise ImportError("Spark needs Java 17")
    builder = SparkSession.builder.master(f"local[{workers}]")
    for name in ("spark.ui.enabled", "spark.ui.showConsoleProgress"):
        builder = builder.config(name, "false")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(BATCH)).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    for texts in passes:
        frame = session.createDataFrame(texts, "text string, published string").repartition(-(-len(texts) // BATCH))
        parsed = frame.mapInArrow(parse_batches, from_arrow_schema(output_schema(SCHEMA)))
        yield parsed.selectExpr("size(article.statements) AS n").where("n >= 0").count()
    session.stop()


def dask(passes: list[list[Article]], workers: int) -> Iterator[int]:
    """Dask distributed: as many processes of one thread as workers."""
    distributed: Any = importlib.import_module("distributed")

    cluster = distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    )
    with cluster, distributed.Client(cluster) as client:
        for texts in passes:
            futures = client.map(parse_table, batches(texts), pure=False)
            yield sum(len(parsed) for parsed in client.gather(futures))


def ray(passes: list[list[Article]], workers: int) -> Iterator[int]:
    """Ray Data on a machine of as many processors as workers."""
    engine: Any = importlib.import_module("ray")

    with tempfile.TemporaryDirectory(prefix="ray") as folder:
        engine.init(
            num_cpus=workers,
            include_dashboard=False,
            log_to_driver=False,
            logging_level=logging.ERROR,
            object_store_memory=200_000_000,
            _temp_dir=folder,
        )
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        engine.data.DataContext.get_current().enable_progress_bars = False
        for texts in passes:
            dataset = engine.data.from_arrow(batches(texts))
            yield int(dataset.map_batches(parse_table, batch_format="pyarrow", batch_size=None).count())
        engine.shutdown()


ENGINES: dict[str, Engine] = {"parse_many": local, "spark": spark, "dask": dask, "ray": ray}


def surroundings() -> None:
    """Let the engines' Python processes import newsmodel as this one does, and speak to nobody else."""
    os.environ["PYTHONPATH"] = os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ["RAY_AUTH_MODE"] = "disabled"


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status: 1 where an engine gave back more or fewer articles than it got."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400, help="at least 50")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--engine", choices=ENGINES, action="append", help="only this one; may be repeated")
    options = parser.parse_args(arguments)
    surroundings()
    made = [many_actors(1500)] * options.articles
    texts = articles(options.articles) if SHARED.exists() else [(text, None) for text in made]
    print(processor())
    print(f"{len(texts)} articles, {words(texts)} words, wall time\n")
    print(f"{'':12} {'workers':>8} {'seconds':>8} {f'{WORDS} words/s':>12} {'times':>6}")
    lost = 0
    for name in options.engine or ENGINES:
        first = 0.0
        for workers in (1, options.workers):
            try:
                spent = timed(ENGINES[name], texts, workers)
            except ImportError as error:
                print(f"{name:12} left out: {error}")
                break
            lost += spent is None
            seconds = spent or float("nan")
            first = first or seconds
            rate = words(texts) / WORDS / seconds
            print(f"{name:12} {workers:8} {seconds:8.1f} {rate:12.1f} {first / seconds:6.2f}", flush=True)
    return int(lost > 0)


def timed(engine: Engine, texts: list[Article], workers: int) -> float | None:
    """Return the seconds of one pass behind one that lets every worker load its pipeline; None where articles are lost."""
    passes = engine([texts[: 2 * BATCH * workers], texts], workers)
    next(passes)
    start = time.perf_counter()
    found = next(passes)
    spent = time.perf_counter() - start
    list(passes)  # ends the engine
    return spent if found == len(texts) else None


if __name__ == "__main__":
    raise SystemExit(main())
