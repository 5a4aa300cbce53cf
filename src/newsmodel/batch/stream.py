"""`parse_many`: a stream of dispatches to a stream of articles, in their order."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Sized
from typing import TYPE_CHECKING, Literal, overload

from newsmodel.batch.chunks import Failure, Published, Settings, Source, cut, parse_chunk, shown
from newsmodel.errors import FieldTypeError
from newsmodel.extraction import check_options, date_of
from newsmodel.model import Article

if TYPE_CHECKING:
    from spacy.language import Language

    from newsmodel.parsers.actors.gazetteer import Gazetteer

_LOG = logging.getLogger("newsmodel")
Parsed = tuple[Source, Article | Exception]


@overload
def parse_many(
    sources: Iterable[Source],
    *,
    workers: int = ...,
    progress: bool = ...,
    on_error: Literal["raise", "skip"] = ...,
    published: Published = ...,
    nlp: Language | None = ...,
    gazetteer: Gazetteer | None = ...,
    batch_size: int = ...,
) -> Iterator[Article]: ...


@overload
def parse_many(
    sources: Iterable[Source],
    *,
    workers: int = ...,
    progress: bool = ...,
    on_error: Literal["collect"],
    published: Published = ...,
    nlp: Language | None = ...,
    gazetteer: Gazetteer | None = ...,
    batch_size: int = ...,
) -> Iterator[Article | Failure]: ...


def parse_many(  # noqa: PLR0913 - one call, one place for its options
    sources: Iterable[Source],
    *,
    workers: int = 1,
    progress: bool = False,
    on_error: Literal["raise", "skip", "collect"] = "raise",
    published: Published = None,
    nlp: Language | None = None,
    gazetteer: Gazetteer | None = None,
    batch_size: int = 32,
) -> Iterator[Article | Failure]:
    """Yield the articles of many dispatches, in their order; each is the one that `parse` gives.

    Sources are read as they are needed, and only a few batches are in memory at a time, so a stream may be endless. When
    the iterator is closed or garbage, or an exception (as by Ctrl-C) ends it, no worker is left running.

    Args:
        sources: texts (str), path objects, bytes, or pairs `(source, published)`. A str is always a text: for a path
            give a `pathlib.Path`.
        workers: with 1, this process parses. With more, so many processes do; they are spawned, so a script that calls
            this must do so under `if __name__ == "__main__":`, and `nlp` and `gazetteer` must pickle.
        progress: whether to show a bar on standard error.
        on_error: `raise` ends the stream at the first source that fails; `skip` leaves it out and logs a warning to
            the logger `newsmodel`; `collect` yields a `Failure` in its place.
        published: when those sources were published that do not say so; see `parse`.
        nlp: see `parse`.
        gazetteer: see `parse`.
        batch_size: how many dispatches a process parses together.

    Yields:
        The articles; with `collect`, a `Failure` for each source that gave none.

    Raises:
        ValueError: `workers` or `batch_size` is below 1, or `on_error` is none of the three words.
        FieldTypeError: an argument is of another type; `sources` is one text or path instead of several.
        DateError: `published` is no date.
        NewsmodelError: see `parse` and `read`; only with `raise`, as all below. A note says which source it was.
        OSError: a file cannot be read.
        WorkerError: a process died over a source, or none can be started.

    >>> texts = ["Kiel (dpa) - Der Rat tagt am Montag.", ("Husum (dpa) - Der Hafen bleibt.", "2025-03-04")]
    >>> [article.dateline.places for article in parse_many(texts)]
    [('Kiel',), ('Husum',)]
    """
    _check_types(sources, workers, batch_size)
    if workers < 1 or batch_size < 1:
        raise ValueError(f"workers and batch_size must be at least 1, not {workers} and {batch_size}")
    if on_error not in ("raise", "skip", "collect"):
        raise ValueError(f"on_error must be raise, skip or collect, not {on_error!r}")
    check_options("parse_many", nlp=nlp, gazetteer=gazetteer)
    settings = Settings(published=date_of(published), nlp=nlp, gazetteer=gazetteer)
    parsed = _here(sources, settings, batch_size) if workers == 1 else _there(sources, settings, batch_size, workers)
    return _judged(_shown(parsed, sources) if progress else parsed, on_error)


def _check_types(sources: object, workers: object, batch_size: object) -> None:
    # A str would be iterable too, letter by letter.
    if isinstance(sources, str | bytes | bytearray | os.PathLike) or not isinstance(sources, Iterable):
        raise FieldTypeError("parse_many", "sources", "an iterable of texts, paths or bytes", sources)
    for name, number in (("workers", workers), ("batch_size", batch_size)):
        if not isinstance(number, int):
            raise FieldTypeError("parse_many", name, "int", number)


def _here(sources: Iterable[Source], settings: Settings, size: int) -> Iterator[Parsed]:
    for chunk in cut(sources, size):
        yield from zip(chunk, parse_chunk(chunk, settings), strict=True)


def _there(sources: Iterable[Source], settings: Settings, size: int, workers: int) -> Iterator[Parsed]:
    from newsmodel.batch.workers import parse_in_processes

    return parse_in_processes(cut(sources, size), settings, workers)


def _judged(parsed: Iterator[Parsed], on_error: str) -> Iterator[Article | Failure]:
    """Yield articles, and deal with what is none."""
    try:
        for index, (source, found) in enumerate(parsed):
            if isinstance(found, Article):
                yield found
            elif on_error == "raise":
                found.add_note(f"in source {index} of parse_many, {shown(source)}")
                raise found
            elif on_error == "skip":
                _LOG.warning("source %d of parse_many, %s, is left out: %s", index, shown(source), found)
            else:
                yield Failure(index=index, source=shown(source), error=found)
    finally:
        close = getattr(parsed, "close", None)
        if close is not None:
            close()


def _shown(parsed: Iterator[Parsed], sources: Iterable[Source]) -> Iterator[Parsed]:
    from tqdm.auto import tqdm  # spaCy brings it

    total = len(sources) if isinstance(sources, Sized) else None
    try:
        yield from tqdm(parsed, total=total, unit=" dispatches")
    finally:
        close = getattr(parsed, "close", None)
        if close is not None:
            close()
