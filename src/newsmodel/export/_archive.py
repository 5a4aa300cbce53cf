"""Formats of several files, in one zip."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

from newsmodel.errors import FormatError

MAX_SIZE = 64 * 2**20
"""The greatest size of a file in an archive, in bytes unpacked: far above any dispatch, below what fills a memory."""


def pack(contents: Mapping[str, str]) -> bytes:
    """Return texts as files of a zip; the same texts give the same bytes.

    Args:
        contents: the text of each file, by name.

    Returns:
        The zip.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in contents.items():
            # A fixed date: the clock must not show in what is written.
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, text.encode())
    return buffer.getvalue()


def unpack(name: str, source: str | bytes, suffixes: Sequence[str]) -> dict[str, str]:
    """Return the texts of the files of a zip.

    Args:
        name: the format, for messages.
        source: the zip.
        suffixes: the ends of the names of the files that are wanted; there must be one of each.

    Returns:
        The texts, by suffix.

    Raises:
        FormatError: it is no zip, a file is missing, is there twice, is too large or is not UTF-8.
    """
    if not isinstance(source, bytes):
        raise FormatError(name, "comes as the bytes of a zip, not as text")
    found: dict[str, str] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            for suffix in suffixes:
                members = [member for member in archive.infolist() if member.filename.endswith(suffix)]
                if len(members) != 1:
                    raise FormatError(name, f"the zip must hold one file {suffix}, not {len(members)}")
                with archive.open(members[0]) as file:
                    content = file.read(MAX_SIZE + 1)
                if len(content) > MAX_SIZE:
                    raise FormatError(name, f"larger than {MAX_SIZE} bytes", place=members[0].filename)
                found[suffix] = content.decode()
    except UnicodeDecodeError as error:
        raise FormatError(name, f"not UTF-8: {error.reason} at byte {error.start}", place=suffix) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(name, f"not a zip that can be read: {error}") from None
    return found
