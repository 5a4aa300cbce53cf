"""A chunk of dispatches parsed together: what one process does at a time."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import attrs

from newsmodel.errors import WireError
from newsmodel.model import Article, PartialDate

if TYPE_CHECKING:
    from spacy.language import Language

    from newsmodel.parsers.actors.gazetteer import Gazetteer
    from newsmodel.wire.dispatch import Dispatch

Published: TypeAlias = PartialDate | dt.date | str | None
Message: TypeAlias = str | bytes | os.PathLike[str]
Source: TypeAlias = Message | tuple[Message, Published]
"""A text (str), the path of a file (a path object: a str is always a text), the bytes of a file, or a pair of one of
these and the date when it was published."""

_SHOWN = 60
_MOST_CHARACTERS = 400_000
"""Of all texts of a chunk, so that long ones do not fill the memory; a longer text is a chunk by itself."""


@attrs.frozen(kw_only=True, slots=True)
class Failure:
    r"""A source of `parse_many` that gave no article.

    Attributes:
        index: its number among the sources, from 0.
        source: its path, or how its text begins.
        error: what went wrong: a `NewsmodelError`, an `OSError` where a file cannot be read, or what a pipeline of your
            own raises.

    Examples:
        >>> from newsmodel import parse_many
        >>> [failure] = parse_many([b"\x89PNG\x00"], on_error="collect")
        >>> failure.index, type(failure.error).__name__
        (0, 'WireError')
    """

    index: int
    source: str
    error: Exception


@attrs.frozen(kw_only=True, slots=True)
class Settings:
    """What holds for all sources of a call."""

    published: Published = None
    nlp: Language | None = None
    gazetteer: Gazetteer | None = None


def shown(source: object) -> str:
    """Return how a source is called in messages."""
    message = source[0] if isinstance(source, tuple) and source else source
    if isinstance(message, os.PathLike):
        return str(message)
    text = repr(message)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def cut(sources: Iterable[Source], size: int) -> Iterator[list[Source]]:
    """Yield the sources in chunks, reading ahead no more than one chunk.

    Args:
        sources: the sources.
        size: how many make a chunk at most.
    """
    chunk: list[Source] = []
    characters = 0
    for source in sources:
        length = _length(source)
        if chunk and (len(chunk) == size or characters + length > _MOST_CHARACTERS):
            yield chunk
            chunk, characters = [], 0
        chunk.append(source)
        characters += length
    if chunk:
        yield chunk


def _length(source: object) -> int:
    message = source[0] if isinstance(source, tuple) and source else source
    if isinstance(message, (str, bytes)):
        return len(message)
    try:
        return os.stat(message).st_size  # type: ignore[arg-type] # noqa: PTH116 - whatever it is
    except (OSError, TypeError, ValueError):
        return 0  # what is wrong with it is said when it is parsed


def parse_chunk(sources: Sequence[Source], settings: Settings) -> list[Article | Exception]:
    """Return the article of each source, or what went wrong with it.

    Args:
        sources: the sources.
        settings: what holds for all of them.
    """
    from newsmodel.extraction import articles_of

    opened = [_open(source, settings) for source in sources]
    dispatches = [found for found in opened if not isinstance(found, Exception)]
    articles = iter(articles_of(dispatches, nlp=settings.nlp, gazetteer=settings.gazetteer))
    return [found if isinstance(found, Exception) else next(articles) for found in opened]


def _open(source: object, settings: Settings) -> Dispatch | Exception:
    from newsmodel.extraction import date_of
    from newsmodel.wire.plain import read_plain
    from newsmodel.wire.reading import read_payload
    from newsmodel.wire.source import load

    message, published = source if isinstance(source, tuple) and len(source) == 2 else (source, None)
    try:
        if not isinstance(message, (str, bytes, os.PathLike)):
            kind = type(source).__name__
            return WireError(f"a source is a text, a path object, bytes, or a pair of one and a date, not a {kind}")
        date = date_of(settings.published if published is None else published)
        return (
            read_plain(message, published=date)
            if isinstance(message, str)
            else read_payload(load(message), published=date)
        )
    except Exception as error:  # noqa: BLE001 - one source does not stop the others
        return error
