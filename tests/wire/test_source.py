"""Bytes, paths and files to text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import WireError
from newsmodel.wire.source import read_source

WORDS = "Plön (dpa) - «Straße», „Weg“ – 5 €"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert read_source(WORDS.encode(encoding)) == WORDS


def test_latin_1_with_the_frame_of_iptc_7901() -> None:
    words = "\x01abc0000 3 vm 95  dpa 0000\r\n\x02Straße\r\n\x03251852 Sep 24\r\n\x7f\x04"
    assert read_source(words.encode("latin-1")) == words.replace("\r\n", "\n")


@pytest.mark.parametrize("kind", [str, Path])
def test_path(tmp_path: Path, kind: type) -> None:
    path = tmp_path / "bericht.txt"
    path.write_bytes(f"{WORDS}\r\n".encode())
    assert read_source(kind(path)) == f"{WORDS}\n"


def test_files() -> None:
    assert read_source(io.BytesIO(WORDS.encode())) == WORDS
    assert read_source(io.StringIO(WORDS)) == WORDS
    assert read_source(bytearray(WORDS.encode())) == WORDS


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\x7fELF\x00\x00", "a zero byte at 4"),
        (b"\xff\xfea", "not valid UTF-16"),
        (b"\xef\xbb\xbf\xff", "not valid UTF-8"),
        ("Ärger über Öl und Größe".encode() + b"\xff", "not valid UTF-8 at byte"),
        (bytes(range(1, 9)) * 40, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(WireError, match=reason):
        read_source(raw)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"fehlt\.txt"):
        read_source(tmp_path / "fehlt.txt")


def test_what_cannot_be_read_at_all() -> None:
    closed = io.BytesIO(b"x")
    closed.close()
    for source in (closed, "pfad\x00"):
        with pytest.raises(WireError):
            read_source(source)
    with pytest.raises(WireError, match="not int"):
        read_source(5)  # type: ignore[arg-type]


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_refused(raw: bytes) -> None:
    try:
        text = read_source(raw)
    except WireError as error:
        assert str(error)  # noqa: PT017 (refusing is one of two right answers)
    else:
        assert isinstance(text, str)
