"""From a path, bytes or an open file to what is in it, and to text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Any, TypeAlias

import attrs

from newsmodel.errors import WireError

__all__ = ["LARGEST", "Payload", "Source", "load", "read_source"]

Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | IO[Any]
"""Where a message comes from: the path of a file, its bytes, or a file object, text or binary."""

LARGEST = 16 * 2**20
"""Bytes, or characters of a file opened as text. Messages of agencies take some ten thousand; more is refused."""

_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1c\x1d\x1e\x1f")
_MOST_CONTROLS = 20
"""One control character in so many bytes is the frame of a transmission (IPTC 7901 has them); more is no text."""


@attrs.frozen(slots=True)
class Payload:
    """What a file holds, before anything is known of its format.

    Attributes:
        name: what the file is called in an error.
        content: its bytes, or its characters where it was opened as text.
    """

    name: str
    content: bytes | str

    def text(self) -> str:
        r"""Return the content as text, its line ends as `\n`.

        Raises:
            WireError: the bytes are no text.
        """
        content = self.content
        return _unify(content if isinstance(content, str) else decode(content, self.name))


def load(source: Source) -> Payload:
    """Return what a file holds.

    Args:
        source: the path of a file (str or path object), its bytes, or a file object, text or binary.

    Raises:
        WireError: it cannot be read, or holds more than `LARGEST`.
        OSError: the file cannot be opened.

    >>> load("Köln (abc) -".encode()).content.decode()
    'Köln (abc) -'
    """
    if isinstance(source, (str, os.PathLike)):
        return _load_path(source)
    if isinstance(source, (bytes, bytearray)):
        return _sized("bytes", bytes(source))
    if not hasattr(source, "read"):
        raise WireError(f"a path, bytes or a file object is needed, not {type(source).__name__}")
    name = str(getattr(source, "name", "file object"))
    try:
        content = source.read(LARGEST + 1)
    except ValueError as error:  # it is closed, or was opened as text and does not decode
        raise WireError(f"cannot be read: {error}", place=name) from error
    return _sized(name, content if isinstance(content, str) else bytes(content))


def read_source(source: Source) -> str:
    r"""Return the text of a file.

    UTF-8 is tried first, with or without a byte order mark, UTF-16 where its mark stands in front, then ISO 8859-1
    (with the signs that Windows adds), in which German agencies still send. Line ends become `\n`, as they do where
    Python opens a text file.

    Args:
        source: the path of a file (str or path object), its bytes, or a file object, text or binary.

    Returns:
        The text, without a byte order mark.

    Raises:
        WireError: the bytes are no text, or more than `LARGEST`.
        OSError: the file cannot be opened.

    >>> read_source("Köln (abc) -\r\n".encode("latin-1"))
    'Köln (abc) -\n'
    """
    return load(source).text()


def _load_path(path: str | os.PathLike[str]) -> Payload:
    try:
        with Path(path).open("rb") as file:
            return _sized(str(path), file.read(LARGEST + 1))
    except ValueError as error:  # a zero character in the path
        if isinstance(error, WireError):
            raise
        raise WireError(f"no path of a file: {error}", place=repr(path)) from error


def _sized(name: str, content: bytes | str) -> Payload:
    if len(content) > LARGEST:
        raise WireError(f"more than {LARGEST // 2**20} MiB: no message is as large as that", place=name)
    return Payload(name, content)


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode(raw: bytes, name: str) -> str:
    """Return bytes as text.

    Args:
        raw: the bytes.
        name: what they are called in an error.

    Raises:
        WireError: they are binary, or not what their byte order mark says.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode_as(raw, "utf-16", name)
    if raw.startswith(b"\xef\xbb\xbf"):
        return _decode_as(raw, "utf-8-sig", name)
    _refuse_binary(raw, name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if _looks_like_utf8(raw):
            raise WireError(f"not valid UTF-8 at byte {error.start}", place=name) from None
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _decode_as(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        wanted = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise WireError(f"not valid {wanted}, as its mark says, at byte {error.start}", place=name) from None


def _refuse_binary(raw: bytes, name: str) -> None:
    zero = raw.find(b"\x00")
    if zero >= 0:
        raise WireError(f"a zero byte at {zero}: this is no text", place=name)
    controls = sum(raw.count(bytes((code,))) for code in _CONTROLS)
    if controls > 16 + len(raw) // _MOST_CONTROLS:
        raise WireError(f"{controls} control characters in {len(raw)} bytes: this is no text", place=name)


def _looks_like_utf8(raw: bytes) -> bool:
    """Return whether bytes are UTF-8 but for a few: more than half of the two-byte letters of German are whole."""
    whole = sum(raw.count(letter.encode()) for letter in "äöüÄÖÜß«»„“")
    lone = sum(raw.count(letter.encode("latin-1")) for letter in "äöüÄÖÜß«»")
    return whole > 0 and whole * 2 > lone
