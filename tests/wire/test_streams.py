"""Folders and archives: every message once, in order, one after the other."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from tests.wire.samples import MESSAGES, OWN

import newsmodel
from newsmodel import Article, WireError
from newsmodel.wire import streams
from newsmodel.wire.reading import read_payload
from newsmodel.wire.source import LARGEST, Source

SHORT = "Kiel (dpa) - Der Rat tagt."


def stream(source: Source, *, format: str | None = None, published: str | None = None) -> Iterator[Article]:
    """Return what `read` gives of a folder or archive; its type leaves that open."""
    return cast("Iterator[Article]", newsmodel.read(source, format=format, published=published))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "zwei.txt").write_text("Plön (dpa) - Der Kreis tagt.", encoding="utf-8")
    (tmp_path / "a.json").write_text('{"uri": "urn:x:1", "body_text": "Der Rat tagt."}', encoding="utf-8")
    (tmp_path / "c.txt").write_text(SHORT, encoding="utf-8")
    (tmp_path / ".versteckt").write_text("nein", encoding="utf-8")
    (tmp_path / "bild.jpg").write_bytes(b"\xff\xd8\xff\x00")
    return tmp_path


def zipped(folder: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder))
    return out.getvalue()


TEXTS = ["Der Rat tagt.", "Plön (dpa) - Der Kreis tagt.", SHORT]


def test_a_folder(folder: Path) -> None:
    articles = stream(folder)
    assert isinstance(articles, Iterator)
    assert [article.text for article in articles] == TEXTS
    assert [article.text for article in stream(str(folder))] == TEXTS


@pytest.mark.parametrize("kind", ["path", "bytes", "file"])
def test_an_archive(folder: Path, kind: str) -> None:
    raw = zipped(folder)
    path = folder.parent / "alle.zip"
    path.write_bytes(raw)
    sources: dict[str, Source] = {"path": path, "bytes": raw, "file": io.BytesIO(raw)}
    articles = stream(sources[kind])
    assert sorted(article.text for article in articles) == sorted(TEXTS)


def test_files_are_read_as_the_iterator_comes_to_them(folder: Path) -> None:
    articles = stream(folder)
    assert next(articles).uri == "urn:x:1"
    (folder / "c.txt").write_text("Kiel (dpa) - Der Rat tagt nicht.", encoding="utf-8")
    assert [article.text for article in articles][-1] == "Kiel (dpa) - Der Rat tagt nicht."


def test_a_broken_file_raises_and_the_next_one_is_read(folder: Path) -> None:
    (folder / "b" / "zwei.txt").write_bytes(b"\x00")
    articles = stream(folder)
    assert next(articles).text == TEXTS[0]
    with pytest.raises(WireError, match=r"zwei\.txt.*zero byte"):
        next(articles)
    assert [article.text for article in articles] == [SHORT]


def test_arguments_hold_for_every_file(folder: Path) -> None:
    articles = list(stream(folder, format="plain", published="2024-05-14"))
    assert articles[0].text.startswith('{"uri"')
    assert {str(article.published) for article in articles} == {"2024-05-14"}


def test_all_messages_of_our_own_from_one_folder() -> None:
    inside = streams.members(MESSAGES)
    assert inside is not None
    assert len([read_payload(payload) for payload in inside]) == len(OWN) + 1  # with the README, which is plain text


def test_a_message_is_no_stream(folder: Path) -> None:
    assert isinstance(newsmodel.read(folder / "c.txt"), Article)
    assert isinstance(newsmodel.read(io.BytesIO(SHORT.encode())), Article)


def test_read_all_gives_an_iterator_of_one_message_too(folder: Path) -> None:
    sources: list[Source] = [folder, zipped(folder), folder / "c.txt", SHORT.encode(), io.BytesIO(SHORT.encode())]
    for source in sources:
        articles = newsmodel.read_all(source)
        assert isinstance(articles, Iterator)
        given = newsmodel.read(source) if not isinstance(source, io.BytesIO) else newsmodel.parse(SHORT)
        assert list(articles) == ([given] if isinstance(given, Article) else list(given))
    assert [str(article.published) for article in newsmodel.read_all(SHORT.encode(), published="2024-05")] == [
        "2024-05"
    ]


def test_read_all_of_a_broken_message_raises_once() -> None:
    articles = newsmodel.read_all(b"\x00")
    with pytest.raises(WireError, match="zero byte"):
        next(articles)
    assert list(articles) == []


def test_read_all_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        newsmodel.read_all(tmp_path / "nichts.txt")


def test_an_empty_folder_and_an_empty_archive(tmp_path: Path) -> None:
    assert list(stream(tmp_path)) == []
    assert list(stream(zipped(tmp_path))) == []


def archive_of(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"0" * (LARGEST + 1), "more than 16 MiB"),
        (archive_of(a=b"x"), "an archive within an archive"),
    ],
    ids=["bomb", "nested"],
)
def test_hostile_members(content: bytes, reason: str) -> None:
    articles = stream(archive_of(eins=content, zwei=SHORT.encode()))
    with pytest.raises(WireError, match=reason) as caught:
        next(articles)
    assert (caught.value.format, caught.value.place) == ("zip", "bytes/eins")
    assert next(articles).text == SHORT


def test_broken_archives() -> None:
    raw = archive_of(eins=SHORT.encode() * 50)
    with pytest.raises(WireError, match="zip: bytes: a broken archive"):
        stream(raw[:60])
    damaged = bytearray(raw)
    damaged[40:60] = bytes(20)
    with pytest.raises(WireError, match="cannot be unpacked"):
        next(stream(bytes(damaged)))


def test_an_archive_with_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_MOST", 1)
    with pytest.raises(WireError, match="more than 1 members"):
        stream(archive_of(a=b"x", b=b"y"))
