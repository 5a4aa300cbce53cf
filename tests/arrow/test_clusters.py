"""Real engines: Spark in local mode, and Dask with two worker processes of which one is killed in the middle."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
from tests.golden.gold import load_all

import newsmodel
from newsmodel import Article
from newsmodel.arrow import output_schema, parse_batches, parse_table, to_article

DISPATCHES = load_all("dev")
_FIELDS: list[pa.Field[Any]] = [pa.field("key", pa.int64()), *(pa.field(n, pa.string()) for n in ("text", "published"))]
TEXTS = pa.schema(_FIELDS)
ABSENT = "the extra `cluster` is not installed"


@pytest.fixture(scope="module")
def alone() -> list[Article]:
    return [newsmodel.parse(golden.text, published=golden.published) for golden in DISPATCHES]


@pytest.fixture
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engines' Python processes import the library and the tests as this one does."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(os.path.abspath, sys.path)))
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")


@pytest.fixture
def spark(importable: None) -> Iterator[Any]:
    pytest.importorskip("pyspark", reason=ABSENT)
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java 17, which is not here")
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.filterwarnings("default")
def test_spark_runs_it_as_it_is(spark: Any, alone: list[Article]) -> None:
    """`DataFrame.mapInArrow`: every row once, and the nested articles come back equal."""
    from pyspark.sql.pandas.types import from_arrow_schema

    rows = [(number, golden.text, golden.published) for number, golden in enumerate(DISPATCHES)]
    frame = spark.createDataFrame([*rows, (len(rows), None, None)], "key long, text string, published string")
    parsed = frame.repartition(2).mapInArrow(parse_batches, from_arrow_schema(output_schema(TEXTS)))
    found = {row["key"]: row.asDict(recursive=True) for row in parsed.collect()}
    assert sorted(found) == list(range(len(rows) + 1))
    assert [to_article(found[number]["article"]) for number in range(len(rows))] == alone
    assert found[len(rows)]["article"] is None
    assert found[len(rows)]["error"].startswith("WireError")


def slow_table(numbers: list[int]) -> pa.Table:
    """Return the parsed rows of some dispatches; sent to Dask's workers by name."""
    columns: dict[str, pa.Array[Any]] = {
        "key": pa.array(numbers, pa.int64()),
        "text": pa.array([DISPATCHES[n % len(DISPATCHES)].text for n in numbers]),
        "published": pa.array([DISPATCHES[n % len(DISPATCHES)].published for n in numbers]),
    }
    return parse_table(pa.table(columns))


@pytest.mark.filterwarnings("default")
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_dask_loses_and_doubles_nothing_when_a_worker_is_killed(importable: None, alone: list[Article]) -> None:
    """Two worker processes; one is killed as soon as it has given its first result, and its nanny starts another."""
    distributed = pytest.importorskip("distributed", reason=ABSENT)
    parts = [list(range(start, start + 3)) for start in range(0, 4 * len(DISPATCHES), 3)]
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    )
    with cluster, distributed.Client(cluster) as client:
        futures = client.map(slow_table, parts, pure=False)
        first = next(iter(distributed.as_completed(futures)))
        (holder, *_) = client.who_has([first])[first.key]
        victim = client.run(os.getpid, workers=[holder])[holder]
        os.kill(victim, signal.SIGKILL)
        tables = client.gather(futures)
        assert victim not in client.run(os.getpid).values()
    rows = [row for table in tables for row in table.to_pylist()]
    assert [row["key"] for row in rows] == list(range(4 * len(DISPATCHES)))
    assert [to_article(row["article"]) for row in rows] == alone * 4


def test_ray_data_takes_tables(alone: list[Article]) -> None:
    """What `map_batches(batch_format="pyarrow")` hands over and wants back, without Ray: a table, any number of chunks."""
    table = pa.concat_tables(
        pa.table({"text": [golden.text], "published": [golden.published]}) for golden in DISPATCHES
    )
    parsed = parse_table(table)
    assert parsed.schema == output_schema(table.schema)
    assert [to_article(row["article"]) for row in parsed.to_pylist()] == alone
