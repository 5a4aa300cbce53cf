"""Law 7: what a format carries comes back, and the projection says what that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest
from hypothesis import given, note
from tests.model.sample import ARTICLE

import newsmodel
from newsmodel import Article, FormatError
from newsmodel.export import FORMATS, dump, load, project
from newsmodel.testing import articles

XML = ["timeml", "cas-xmi"]
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
READ = [name for name in FORMATS if FORMATS[name].load is not None]
ODD = [
    Article(text=""),
    Article(text="\r\n\n\r\t\x0b\x85\u2028"),
    Article(text="Ärger 🦉 in Ko\u0308ln\r\nund\u2028Bonn \U0010ffff"),
    ARTICLE,
]


without_ftm = find_spec("followthemoney") is None
WRITTEN = [name for name in FORMATS if FORMATS[name].extra != "ftm" or not without_ftm]


@given(article=articles())
def test_what_is_carried_is_written_and_comes_back(article: Article) -> None:
    """What the projection leaves out does not show in the file; what it keeps is read back, where the format is read."""
    for name in WRITTEN:
        note(name)
        carried = project(article, name)
        assert project(carried, name) == carried
        assert FORMATS[name].losses or carried is article
        if cannot_be_written(article, name):
            with pytest.raises(FormatError, match=name):
                dump(article, name)
            continue
        written = dump(article, name)
        if carried != article:
            assert dump(carried, name) == written
        if name in READ:
            assert load(written, name) == carried


@pytest.mark.skipif(without_ftm, reason="needs newsmodel[ftm], which needs the headers of ICU")
def test_followthemoney_is_among_the_formats_written() -> None:
    assert "ftm" in WRITTEN


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("article", ODD, ids=["empty", "breaks", "unicode", "sample"])
def test_odd_texts_come_back(name: str, article: Article) -> None:
    if not cannot_be_written(article, name):
        assert load(dump(article, name), name) == project(article, name)


def cannot_be_written(article: Article, name: str) -> bool:
    """Return whether a format has to refuse an article: XML holds no control characters in what it would carry."""
    return name in XML and any(map(ILLEGAL.search, strings(newsmodel.to_dict(project(article, name)))))


def strings(plain: Any) -> Iterator[str]:
    """Yield every string in plain data."""
    if isinstance(plain, str):
        yield plain
    for value in plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ():
        yield from strings(value)


def test_unknown_formats_are_named() -> None:
    with pytest.raises(FormatError, match="no such format; there are json, "):
        dump(ARTICLE, "word")
    with pytest.raises(KeyError):
        FORMATS["word"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_what_it_is(name: str) -> None:
    found = FORMATS[name]
    assert found.name == name
    assert found.suffix.startswith(".")
    assert all(loss.endswith(".") for loss in found.losses)
