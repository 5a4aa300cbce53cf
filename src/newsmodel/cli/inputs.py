"""What the command line reads: files, folders, standard input; messages of the wire, and stored articles."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import attrs

from newsmodel.codec import loads
from newsmodel.model import Article

__all__ = ["Input", "inputs", "read", "stored", "stored_or_read"]


@attrs.frozen(kw_only=True)
class Input:
    """One file to read, or standard input.

    Attributes:
        path: the file; None for standard input.
        name: what messages call it.
        place: where its output goes in a folder of outputs: its path below the folder that was named, without suffix.
        given: its bytes, where they have been read already: standard input can be read but once.
    """

    path: Path | None
    name: str
    place: Path
    given: bytes | None = None

    def data(self) -> bytes:
        """Return its bytes."""
        if self.given is not None:
            return self.given
        return sys.stdin.buffer.read() if self.path is None else self.path.read_bytes()


def inputs(names: Iterable[str]) -> Iterator[Input]:
    """Return the inputs that words of the command line name.

    Args:
        names: files, folders, or `-`. A folder stands for all files in it at any depth, in the order of their names,
            hidden files, pictures, sounds and films left out.
    """
    from newsmodel.wire.streams import files

    for name in names:
        path = Path(name)
        if name == "-":
            yield Input(path=None, name="standard input", place=Path("stdin"))
        elif path.is_dir():
            for found in files(path):
                yield Input(path=found, name=str(found), place=found.relative_to(path).with_suffix(""))
        else:
            yield Input(path=path, name=name, place=Path(path.stem))


def read(source: Input, published: str | None, wire: str | None = None) -> Iterator[Article]:
    """Read a message of the wire, or those of an archive: where one cannot be read, the next call goes on behind it.

    Args:
        source: the input.
        published: when it was published.
        wire: its format; None to detect it.

    Raises:
        NewsmodelError: it cannot be read.
        OSError: there is no such file.
    """
    import newsmodel

    given = source.data() if source.path is None else source.path
    return newsmodel.read_all(given, format=wire, published=published)


def stored(source: Input, load: Callable[..., Article] = loads) -> Iterator[Article]:
    """Read stored articles: one, or one on each line where these are lines of JSON.

    Raises:
        NewsmodelError: it holds something else.
        OSError: there is no such file.
    """
    data = source.data()
    return map(load, lines_of_json(data) or (data,))


def stored_or_read(source: Input, published: str | None) -> Iterator[Article]:
    """Read stored articles where the input is JSON of articles, a message of the wire otherwise."""
    data = source.data()
    parts = lines_of_json(data) or (data,)
    if _is_article(parts[0]):
        return map(loads, parts)
    return read(attrs.evolve(source, given=data), published)


def lines_of_json(data: bytes) -> tuple[bytes, ...]:
    """Return the lines of a file of JSON Lines; nothing where it is none, since one object may take many lines."""
    lines = tuple(line for line in data.split(b"\n") if line.strip())
    return lines if len(lines) > 1 and isinstance(_json(lines[0]), dict) else ()


def _is_article(data: bytes) -> bool:
    found = _json(data)
    return isinstance(found, dict) and "schema_version" in found


def _json(data: bytes) -> object:
    """Return the value of JSON, None where it is none."""
    if not data.lstrip().startswith(b"{"):
        return None
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
