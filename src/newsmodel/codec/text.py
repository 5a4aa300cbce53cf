"""Articles as JSON text."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import IO, TypeAlias

from newsmodel.codec._faults import show
from newsmodel.codec.dicts import from_dict, to_dict
from newsmodel.codec.strict import read_json
from newsmodel.errors import DecodeError
from newsmodel.model import Article

Source: TypeAlias = str | bytes | bytearray | os.PathLike[str] | IO[str] | IO[bytes]


def dumps(article: Article, *, indent: int | None = None) -> str:
    """Return an article as JSON: one line, or indented.

    The same article gives the same text always, and `loads` gives an equal article back.

    Args:
        article: the article.
        indent: number of spaces for each level; None for one line.

    Returns:
        The text, with the characters of the article as they are (no ASCII escapes).

    Examples:
        >>> from newsmodel import Article
        >>> print(dumps(Article(text="Der Bürgermeister schweigt.", agency="abc")))
        {"schema_version": 1, "text": "Der Bürgermeister schweigt.", "language": "de", "agency": "abc"}
    """
    return json.dumps(to_dict(article), ensure_ascii=False, allow_nan=False, indent=indent)


def loads(source: Source) -> Article:
    """Read an article from JSON.

    Args:
        source: the JSON as str or bytes (UTF-8, UTF-16 or UTF-32), a path, or an open file.

    Returns:
        The article.

    Raises:
        DecodeError: it is not JSON, or not an article; it lists every fault with its JSON path.
        OSError: the file cannot be read.

    Examples:
        >>> loads('{"schema_version": 1, "text": "Er schweigt.", "language": "de"}').text
        'Er schweigt.'
    """
    return from_dict(read_json(_content(source)))


def _content(source: Source) -> str | bytes | bytearray:
    if isinstance(source, str | bytes | bytearray):
        return source
    if isinstance(source, os.PathLike):
        return Path(source).read_bytes()
    if not hasattr(source, "read"):
        raise DecodeError((("$", f"JSON comes as str, bytes, path or file, not {show(source)}"),))
    return _content_of_file(source)


def _content_of_file(file: IO[str] | IO[bytes]) -> str | bytes:
    try:
        return file.read()
    except UnicodeDecodeError as error:
        raise DecodeError((("$", f"not valid {error.encoding}: {error.reason} at byte {error.start}"),)) from error
