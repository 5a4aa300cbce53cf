"""Arguments of another type than is asked for: an error of ours that names function and argument, before any work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from newsmodel.api import analyse, parse_doc
from newsmodel.errors import FieldTypeError
from newsmodel.parsers.actors.gazetteer import Entry, Gazetteer

TEXT = "Kiel (dpa) - Der Rat tagt am Montag."
RAW = TEXT.encode()
Call = Callable[..., Any]


def parse_batches(**options: Any) -> Any:
    pa = pytest.importorskip("pyarrow")
    from newsmodel.arrow import parse_batches

    return list(parse_batches([pa.record_batch({"text": [TEXT]})], **options))


CALLS: dict[str, Call] = {
    "parse": lambda **options: newsmodel.parse(TEXT, **options),
    "read": lambda **options: newsmodel.read(RAW, **options),
    "read_all": lambda **options: newsmodel.read_all(RAW, **options),
    "parse_many": lambda **options: newsmodel.parse_many([TEXT], on_error="skip", **options),
    "parse_batches": parse_batches,
}
PIPED: dict[str, Call] = {
    **CALLS,
    "times": lambda **options: newsmodel.times(TEXT, **options),
    "analyse": lambda **options: analyse(TEXT, **options),
}
DATED: dict[str, Call] = {name: call for name, call in PIPED.items() if name != "parse_batches"}


@pytest.mark.parametrize("nlp", [5, 0, "de_core_news_sm", len], ids=repr)
@pytest.mark.parametrize("name", PIPED)
def test_a_pipeline_that_is_none(name: str, nlp: object) -> None:
    with pytest.raises(FieldTypeError, match=rf"^{name}\.nlp must be a pipeline of spaCy \(Language\), not "):
        PIPED[name](nlp=nlp)


@pytest.mark.parametrize(
    "gazetteer", [5, {}, [Entry(name="Moorwerke AG")], "Moorwerke AG"], ids=["number", "dict", "list", "str"]
)
@pytest.mark.parametrize("name", CALLS)
def test_a_gazetteer_that_is_none(name: str, gazetteer: object) -> None:
    with pytest.raises(FieldTypeError, match=rf"^{name}\.gazetteer must be a Gazetteer, not "):
        CALLS[name](gazetteer=gazetteer)


@pytest.mark.parametrize("published", [5, b"2025", dt.time(12), True], ids=repr)
@pytest.mark.parametrize("name", DATED)
def test_published_that_is_neither_date_nor_text(name: str, published: object) -> None:
    with pytest.raises(FieldTypeError, match=r"published must be PartialDate, date or str, not "):
        DATED[name](published=published)


@pytest.mark.parametrize("name", DATED)
def test_published_that_is_no_date(name: str) -> None:
    """Said at once, by functions that give iterators too."""
    with pytest.raises(newsmodel.DateError):
        DATED[name](published="gestern")


@pytest.mark.parametrize("sources", [TEXT, RAW, Path("kiel.txt"), 5, None], ids=repr)
def test_one_source_instead_of_many(sources: Any) -> None:
    with pytest.raises(
        FieldTypeError, match=r"^parse_many\.sources must be an iterable of texts, paths or bytes, not "
    ):
        newsmodel.parse_many(sources)


@pytest.mark.parametrize("name", ["workers", "batch_size"])
def test_numbers_that_are_none(name: str) -> None:
    options: dict[str, Any] = {name: "2"}
    with pytest.raises(FieldTypeError, match=rf"^parse_many\.{name} must be int, not str '2'"):
        newsmodel.parse_many([TEXT], **options)


@pytest.mark.parametrize("format", [5, ["plain"], b"plain"], ids=repr)
def test_a_format_that_is_no_str(format: Any) -> None:
    for call in (newsmodel.read, newsmodel.read_all):
        with pytest.raises(FieldTypeError, match=r"^read\.format must be str, not "):
            call(RAW, format=format)


def test_a_doc_that_is_none() -> None:
    with pytest.raises(FieldTypeError, match=rf"^parse_doc\.doc must be a Doc of spaCy, not str '{TEXT[:4]}"):
        parse_doc(TEXT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Entry(name=5), r"Entry\.name must be str, not int 5"),  # type: ignore[arg-type]
        (lambda: Entry(name=""), r"Entry\.name: must not be empty"),
        (lambda: Entry(name="Rat", kind="ship"), r"Entry\.kind: 'ship' is none of person, "),
        (lambda: Entry(name="Rat", aliases=5), r"Entry\.aliases must be a sequence of names, not int 5"),  # type: ignore[arg-type]
        (lambda: Entry(name="Rat", aliases=["R", 5]), r"Entry\.aliases\[1\] must be str, not int 5"),  # type: ignore[list-item]
        (lambda: Entry(name="Rat", wikidata=42), r"Entry\.wikidata must be str, not int 42"),  # type: ignore[arg-type]
        (lambda: Gazetteer(5), r"Gazetteer\.entries must be a sequence of Entry, not int 5"),  # type: ignore[arg-type]
        (lambda: Gazetteer(["Rat"]), r"Gazetteer\.entries\[0\] must be Entry, not str 'Rat'"),  # type: ignore[list-item]
    ],
)
def test_a_gazetteer_of_something_else(make: Call, said: str) -> None:
    with pytest.raises(newsmodel.NewsmodelError, match=said):
        make()
