"""Record batches: every row once, in order, the article of `parse` nested, errors in their column."""

from __future__ import annotations

import datetime as dt
import itertools
import pickle
from functools import partial
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.golden.gold import load_all

import newsmodel
from newsmodel import Article, TableError
from newsmodel.arrow import article_type, output_schema, parse_batches, parse_table, to_article, to_row
from newsmodel.testing import articles

DISPATCHES = load_all("dev")
SHORT = "Kiel (dpa) - Der Rat tagt am Montag."


@given(articles())
def test_a_row_gives_its_article_back(article: Article) -> None:
    """Through Arrow's own memory, so that names and types of all fields are right."""
    stored = pa.table({"article": pa.array([to_row(article)], type=article_type())})
    stored.validate(full=True)
    assert to_article(stored.to_pylist()[0]["article"]) == article


@pytest.fixture(scope="module")
def texts() -> pa.RecordBatch:
    columns: dict[str, pa.Array[Any]] = {
        "key": pa.array(range(len(DISPATCHES)), pa.int64()),
        "text": pa.array([golden.text for golden in DISPATCHES]),
        "published": pa.array([golden.published for golden in DISPATCHES]),
    }
    return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))


@pytest.fixture(scope="module")
def alone() -> list[Article]:
    return [newsmodel.parse(golden.text, published=golden.published) for golden in DISPATCHES]


@settings(max_examples=10)
@given(st.lists(st.integers(0, len(DISPATCHES)), max_size=3).map(sorted), st.integers(1, 12))
def test_any_cut_gives_the_same_rows(texts: pa.RecordBatch, alone: list[Article], cuts: list[int], size: int) -> None:
    """Empty batches among them."""
    edges = [0, *cuts, texts.num_rows]
    batches = [texts.slice(start, end - start) for start, end in itertools.pairwise(edges)]
    found = list(parse_batches(iter(batches), batch_size=size))
    assert all(batch.schema == output_schema(texts.schema) for batch in found)
    rows = [row for batch in found for row in batch.to_pylist()]
    assert [row["key"] for row in rows] == list(range(texts.num_rows))
    assert [to_article(row["article"]) for row in rows] == alone
    assert {row["error"] for row in rows} == {None}


def test_what_cannot_be_read_says_so() -> None:
    table = pa.table({"text": [SHORT, None, SHORT, ""], "published": ["2025-03-04", "2025-03-04", "gestern", None]})
    rows = parse_table(table).to_pylist()
    assert [row["article"] is None for row in rows] == [False, True, True, False]
    assert rows[1]["error"].startswith("WireError: ")
    assert rows[2]["error"].startswith("DateError: 'gestern'")
    assert to_article(rows[0]["article"]) == newsmodel.parse(SHORT, published="2025-03-04")


@pytest.mark.parametrize(
    "published",
    [
        pa.array(["2025-03-04"], pa.large_string()),
        pa.array([dt.date(2025, 3, 4)]),
        pa.array([dt.datetime(2025, 3, 4, 9, 30)], pa.timestamp("us")),
        pa.array(["2025-03-04"]).dictionary_encode(),
    ],
)
@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.string_view()])
def test_types_of_columns(published: pa.Array[Any], kind: pa.DataType) -> None:
    text = pa.array([SHORT]).cast(pa.binary()).cast(kind) if kind == pa.binary() else pa.array([SHORT], kind)
    [row] = parse_table(pa.table({"body": text, "sent": published}), text="body", published="sent").to_pylist()
    assert list(row) == ["article", "error"]
    assert row["article"]["times"][0]["value"] == "2025-03-03" or row["article"]["published"].startswith("2025-03-04")


def test_without_rows_there_is_a_schema() -> None:
    table = pa.table({"key": pa.array([], pa.int8()), "text": pa.array([], pa.string())})
    assert parse_table(table).schema == output_schema(table.schema)


@pytest.mark.parametrize(
    ("names", "said"), [(["body"], "one such column"), (["text", "text"], "one such"), (["text", "error"], "is taken")]
)
def test_columns_that_are_missing_doubled_or_taken(names: list[str], said: str) -> None:
    batch = pa.RecordBatch.from_arrays([pa.array([SHORT])] * len(names), names=names)
    with pytest.raises(TableError, match=said):
        next(parse_batches([batch]))


def test_it_can_be_sent_to_other_processes() -> None:
    sent = pickle.loads(pickle.dumps(partial(parse_batches, text="body")))  # noqa: S301 - our own
    [batch] = sent([pa.record_batch({"body": [SHORT]})])
    assert batch.num_rows == 1
