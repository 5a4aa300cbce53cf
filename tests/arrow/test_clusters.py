"""Real engines: Spark in local mode, Dask and Ray Data with two worker processes of which one is killed in the middle."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
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
PARTS = [list(range(start, start + 3)) for start in range(0, 4 * len(DISPATCHES), 3)]
ABSENT = "the extra `cluster` is not installed"


@pytest.fixture(scope="module")
def alone() -> list[Article]:
    return [newsmodel.parse(golden.text, published=golden.published) for golden in DISPATCHES]


@pytest.fixture(scope="module")
def importable() -> Iterator[None]:
    """Let the engines' Python processes import the library and the tests as this one does, and speak to nobody else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(map(os.path.abspath, sys.path)))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_AUTH_MODE", "disabled")  # else Ray writes a token into the home folder
        patch.setenv("RAY_memory_monitor_refresh_ms", "0")  # else it ends workers when others fill the memory
        yield


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
# PySpark 4 says so of pandas 3 wherever that is installed; what runs here is Arrow, and no pandas takes part.
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
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


def texts(numbers: list[int]) -> pa.Table:
    """Return the rows of some dispatches, counted on and on; a number below zero is a row without a text."""
    rows = [None if number < 0 else DISPATCHES[number % len(DISPATCHES)] for number in numbers]
    columns: list[pa.Array[Any]] = [
        pa.array(numbers, pa.int64()),
        pa.array([golden and golden.text for golden in rows], pa.string()),
        pa.array([golden and golden.published for golden in rows], pa.string()),
    ]
    return pa.table(columns, schema=TEXTS)


def parsed_texts(numbers: list[int]) -> pa.Table:
    """Return the parsed rows of some dispatches; sent to Dask's workers by name."""
    return parse_table(texts(numbers))


@pytest.mark.filterwarnings("default")
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_dask_loses_and_doubles_nothing_when_a_worker_is_killed(importable: None, alone: list[Article]) -> None:
    """Two worker processes; one is killed as soon as it has given its first result, and its nanny starts another."""
    distributed = pytest.importorskip("distributed", reason=ABSENT)
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    )
    with cluster, distributed.Client(cluster) as client:
        futures = client.map(parsed_texts, PARTS, pure=False)
        first = next(iter(distributed.as_completed(futures)))
        (holder, *_) = client.who_has([first])[first.key]
        victim = client.run(os.getpid, workers=[holder])[holder]
        os.kill(victim, signal.SIGKILL)
        tables = client.gather(futures)
        assert victim not in client.run(os.getpid).values()
    rows = [row for table in tables for row in table.to_pylist()]
    assert [row["key"] for row in rows] == list(range(4 * len(DISPATCHES)))
    assert [to_article(row["article"]) for row in rows] == alone * 4


@pytest.fixture(scope="module")
def ray(importable: None) -> Iterator[Any]:
    engine = pytest.importorskip("ray", reason=ABSENT)
    # Not pytest's folder: the path of a socket has at most 107 bytes.
    with tempfile.TemporaryDirectory(prefix="ray") as folder:
        engine.init(
            num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100_000_000, _temp_dir=folder
        )
        engine.data.DataContext.get_current().execution_options.preserve_order = True
        yield engine
        engine.shutdown()


def mapped(ray: Any, parts: list[list[int]], function: Any) -> pa.Table:
    """Return what Ray Data makes of some dispatches, one block a part."""
    dataset = ray.data.from_arrow([texts(part) for part in parts])
    blocks = dataset.map_batches(function, batch_format="pyarrow", batch_size=None).to_arrow_refs()
    return pa.concat_tables(ray.get(blocks))


@pytest.mark.filterwarnings("default")
def test_ray_data_runs_it_as_it_is(ray: Any, alone: list[Article]) -> None:
    """`Dataset.map_batches`: one schema, every row once and in its order, errors in their rows."""
    table = mapped(ray, [*PARTS, [-1]], parse_table)
    assert table.schema == output_schema(TEXTS)
    *rows, last = table.to_pylist()
    assert [row["key"] for row in rows] == list(range(4 * len(DISPATCHES)))
    assert [to_article(row["article"]) for row in rows] == alone * 4
    assert last["article"] is None
    assert last["error"].startswith("WireError")


@pytest.mark.filterwarnings("default")
def test_ray_data_says_what_is_wrong_with_a_table(ray: Any) -> None:
    with pytest.raises(ray.exceptions.RayTaskError, match=r"texts\.body: there must be one such column"):
        mapped(ray, [[0]], partial(parse_table, text="body"))


def dying(table: pa.Table, mark: Path) -> pa.Table:
    """Parse, but the first process that comes to the sixth part kills itself once it has done the work."""
    parsed = parse_table(table)
    if 15 in table["key"].to_pylist() and not mark.exists():
        mark.write_text(str(os.getpid()))
        os.kill(os.getpid(), signal.SIGKILL)
    return parsed


@pytest.mark.filterwarnings("default")
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_ray_loses_and_doubles_nothing_when_a_worker_is_killed(ray: Any, alone: list[Article], tmp_path: Path) -> None:
    rows = mapped(ray, PARTS, partial(dying, mark=tmp_path / "mark")).to_pylist()
    assert (tmp_path / "mark").exists()
    assert [row["key"] for row in rows] == list(range(4 * len(DISPATCHES)))
    assert [to_article(row["article"]) for row in rows] == alone * 4


def test_tables_of_any_number_of_chunks(alone: list[Article]) -> None:
    """What `map_batches(batch_format="pyarrow")` hands over and wants back, without Ray."""
    table = pa.concat_tables(texts([number]) for number in range(len(DISPATCHES)))
    parsed = parse_table(table)
    assert parsed.schema == output_schema(table.schema)
    assert [to_article(row["article"]) for row in parsed.to_pylist()] == alone
