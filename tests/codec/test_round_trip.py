"""JSON out and in: what is written, from which sources it is read, and that nothing is lost."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.model.sample import ARTICLE

import newsmodel
from newsmodel import Article
from newsmodel.testing import articles


@settings(max_examples=25, deadline=None)
@given(articles())
def test_what_is_written_comes_back(article: Article) -> None:
    text = newsmodel.dumps(article)
    assert newsmodel.loads(text) == article
    assert newsmodel.dumps(newsmodel.loads(text)) == text


@settings(max_examples=25, deadline=None)
@given(articles())
def test_order_of_keys_and_of_lists_of_objects_does_not_matter_to_references(article: Article) -> None:
    plain = newsmodel.to_dict(article)
    turned = dict(reversed(plain.items()))
    assert newsmodel.from_dict(turned) == article


@settings(max_examples=25, deadline=None)
@given(articles())
def test_null_is_absence(article: Article) -> None:
    """Other writers give null where we leave out."""
    plain = newsmodel.to_dict(article)
    for name in ("headline", "published", "dateline", "urgency", "provenance"):
        plain.setdefault(name, None)
    assert newsmodel.from_dict(plain) == article


def kinds(plain: object) -> set[type]:
    """Return the classes of a value and of all in it."""
    inner = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list | tuple) else ()
    return {type(plain)}.union(*map(kinds, inner))


def test_ids_follow_the_order_and_stand_for_the_objects() -> None:
    plain = newsmodel.to_dict(ARTICLE)
    assert kinds(plain) == {dict, list, str, int, bool}
    assert [actor["id"] for actor in plain["actors"]] == ["a1", "a2", "a3", "a4"]
    assert plain["actors"][0]["members"] == ["a2", "a3"]
    assert plain["actors"][1]["roles"][0]["of"] == "a4"
    assert plain["meetings"][0]["times"] == ["t1"]
    assert plain["meetings"][0]["topics"] == ["i1"]
    assert plain["meetings"][0]["participants"][0] == {"actor": "a2", "part": "host"}
    assert plain["statements"][0]["parent"] == "s2"
    assert (plain["stances"][0]["id"], plain["stances"][0]["target"]) == ("p1", "i1")


def test_the_version_comes_first_and_what_is_absent_is_left_out() -> None:
    assert newsmodel.dumps(Article(text="x")) == '{"schema_version": 1, "text": "x", "language": "de"}'
    assert newsmodel.to_dict(ARTICLE)["zones"][0]["public"] is False
    assert "negated" not in newsmodel.to_dict(ARTICLE)["statements"][0]


def test_keys_come_in_the_order_of_the_class_then_the_objects_then_the_provenance() -> None:
    keys = list(newsmodel.to_dict(ARTICLE))
    assert keys == [
        *("schema_version", "text", "language", "published", "headline", "dateline", "zones", "paragraphs", "signoff"),
        *("agency", "urgency", "subjects", "diagnostics"),
        *("issues", "actors", "times", "meetings", "statements", "stances", "provenance"),
    ]
    assert next(iter(newsmodel.to_dict(ARTICLE)["actors"][0])) == "id"


def test_characters_stay_as_they_are() -> None:
    article = Article(text="Größe 🦉 \x00 \u2028 \r\n \ufeff")
    assert "Größe 🦉" in newsmodel.dumps(article)
    assert newsmodel.loads(newsmodel.dumps(article)) == article


def test_ids_with_gaps_are_read() -> None:
    """A person who deletes an object by hand need not number the others anew."""
    plain = newsmodel.to_dict(ARTICLE)
    text = json.dumps(plain).replace('"a4"', '"a17"')
    assert newsmodel.loads(text) == ARTICLE


def test_indented_json_is_the_same() -> None:
    text = newsmodel.dumps(ARTICLE, indent=2)
    assert text.startswith('{\n  "schema_version": 1')
    assert newsmodel.loads(text) == ARTICLE


def test_json_is_read_from_every_source(tmp_path: Path) -> None:
    text = newsmodel.dumps(ARTICLE)
    path = tmp_path / "article.json"
    path.write_text(text, encoding="utf-8")
    sources: list[Any] = [text, text.encode(), bytearray(text.encode()), text.encode("utf-16"), path]
    assert all(newsmodel.loads(source) == ARTICLE for source in sources)
    assert newsmodel.loads(io.StringIO(text)) == ARTICLE
    assert newsmodel.loads(io.BytesIO(text.encode())) == ARTICLE
    with path.open(encoding="utf-8") as file:
        assert newsmodel.loads(file) == ARTICLE


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        newsmodel.loads(tmp_path / "none.json")


def test_the_dict_belongs_to_the_caller() -> None:
    first = newsmodel.to_dict(ARTICLE)
    first["actors"][0]["name"] = "changed"
    first["paragraphs"].clear()
    assert newsmodel.to_dict(ARTICLE) != first
    assert newsmodel.from_dict(newsmodel.to_dict(ARTICLE)) == ARTICLE


def test_reading_leaves_the_dict_alone() -> None:
    plain = newsmodel.to_dict(ARTICLE)
    copy = json.dumps(plain)
    newsmodel.from_dict(plain)
    assert json.dumps(plain) == copy


def test_objects_are_shared_after_reading() -> None:
    """Each is built once, however often it is referred to."""
    article = newsmodel.loads(newsmodel.dumps(ARTICLE))
    assert article.meetings[0].participants[0].actor is article.actors[1]
    assert article.actors[0].members[0] is article.actors[1]
