"""Articles as the library really makes them, of our own dispatches, through every format."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

import newsmodel
from newsmodel.export import FORMATS, dump, load, project

STORED = sorted((Path(__file__).parents[1] / "codec" / "golden" / "1").glob("*.json"))
WRITABLE = [name for name in FORMATS if FORMATS[name].extra != "ftm" or find_spec("followthemoney")]


@pytest.mark.parametrize("path", [path for path in STORED if path.stem != "odd-unicode"], ids=lambda path: path.stem)
@pytest.mark.parametrize("name", WRITABLE)
def test_a_dispatch_goes_out_and_comes_back(name: str, path: Path) -> None:
    article = newsmodel.loads(path)
    written = dump(article, name)
    assert len(written) > 0
    assert dump(project(article, name), name) == written
    if FORMATS[name].load is not None:
        assert load(written, name) == project(article, name)
        assert load(written if isinstance(written, bytes) else written.encode(), name) == project(article, name)


@pytest.mark.parametrize("name", ["brat", "web-annotation", "cas-xmi", "cas-json"])
def test_the_formats_for_annotation_keep_what_matters(name: str) -> None:
    """No meeting, statement or stance of a real article is lost, and no actor that words name."""
    for path in STORED:
        if path.stem == "odd-unicode":
            continue
        article = newsmodel.loads(path)
        carried = project(article, name)
        named = [actor for actor in article.actors if actor.mentions]
        assert len(carried.actors) >= len(named)
        if path.stem != "every-field":
            assert len(carried.meetings) == len(article.meetings)
            assert len(carried.statements) == len(article.statements)
            assert len(carried.stances) == len(article.stances)
