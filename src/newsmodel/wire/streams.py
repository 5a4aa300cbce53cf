"""Folders and zip archives of messages, one message after the other."""

from __future__ import annotations

import mimetypes
import os
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO, cast

from newsmodel.errors import WireError
from newsmodel.wire.source import LARGEST, Payload, Source, load

__all__ = ["files", "members"]

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_MOST = 1_000_000
"""Members of an archive; the table of contents of more would fill the memory by itself."""

_MEDIA = ("image/", "audio/", "video/", "font/")


def members(source: Source) -> Iterator[Payload] | None:
    """Return what stands in a folder or zip archive, in the order of its names; None where the source is one message.

    Files are read one at a time, as the iterator comes to them. Left out are hidden ones and those whose names end as
    pictures, sounds and films do.

    Args:
        source: a path, bytes, or a binary file object that can be searched.

    Raises:
        WireError: the archive is broken or has more than a million members.
        OSError: the source cannot be opened.
    """
    if isinstance(source, (str, os.PathLike)):
        return _in_path(Path(source))
    if isinstance(source, (bytes, bytearray)):
        return _in_zip(BytesIO(source), "bytes") if source.startswith((_ZIP, _EMPTY_ZIP)) else None
    try:
        at = source.tell()
        start = source.read(len(_ZIP))
        source.seek(at)
    except (AttributeError, OSError, ValueError):
        return None  # a pipe, or closed: whoever reads it as a message says so
    if start in (_ZIP, _EMPTY_ZIP):
        return _in_zip(cast("IO[bytes]", source), str(getattr(source, "name", "file object")))
    return None


def _in_path(path: Path) -> Iterator[Payload] | None:
    try:
        if path.is_dir():
            return map(load, files(path))
        with path.open("rb") as file:
            start = file.read(len(_ZIP))
    except ValueError:
        return None  # a zero character in the path
    return _in_zip(path, str(path)) if start in (_ZIP, _EMPTY_ZIP) else None


def files(folder: Path) -> Iterator[Path]:
    """Return the files of a folder and the folders in it that may be messages, in the order of their names."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from files(path)
        elif path.is_file() and _is_message(path.name):
            yield path


@cache
def _types() -> mimetypes.MimeTypes:
    """Return the types that Python knows by itself, so that every machine leaves out the same files."""
    return mimetypes.MimeTypes()


def _is_message(name: str) -> bool:
    media, _ = _types().guess_type(name)
    return media is None or not media.startswith(_MEDIA)


def _in_zip(file: Path | IO[bytes], name: str) -> Iterator[Payload]:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise WireError(f"a broken archive: {error}", format="zip", place=name) from error
    infos = [info for info in archive.infolist() if not info.is_dir() and _is_open(info.filename)]
    if len(infos) > _MOST:
        raise WireError(f"more than {_MOST} members", format="zip", place=name)
    return map(lambda info: _extract(archive, info, name), infos)  # noqa: C417 - goes on after an error, unlike a generator


def _is_open(name: str) -> bool:
    parts = name.split("/")
    return not any(part.startswith(".") or part == "__MACOSX" for part in parts) and _is_message(parts[-1])


def _extract(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Payload:
    place = f"{name}/{info.filename}"
    try:
        with archive.open(info) as file:
            content = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError) as error:
        raise WireError(f"cannot be unpacked: {error}", format="zip", place=place) from error
    if len(content) > LARGEST:
        raise WireError(f"more than {LARGEST // 2**20} MiB: no message is as large as that", format="zip", place=place)
    if content.startswith(_ZIP):
        raise WireError("an archive within an archive is not opened", format="zip", place=place)
    return Payload(place, content)
