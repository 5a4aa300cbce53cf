"""`newsmodel parse` and `newsmodel convert`: articles in, one format out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from newsmodel.cli.formats import formats
from newsmodel.cli.inputs import Input, inputs, read, stored
from newsmodel.cli.outputs import Attempts, Folder, complain, emit, progress
from newsmodel.codec import loads
from newsmodel.errors import NewsmodelError
from newsmodel.model import Article

__all__ = ["convert", "parse"]

_LINES = ("text", "json")
"""The formats in which several articles may follow one another on standard output."""


def parse(options: argparse.Namespace) -> int:
    """Read messages of the wire and write what they say."""
    if options.jobs > 1:
        return _write_all(options, _by_many(options))
    return _write_all(options, lambda source: read(source, options.published, options.wire))


def _by_many(options: argparse.Namespace) -> Callable[[Input], Iterator[Article]]:
    """Return what gives the article of each input in turn, read by several processes that work ahead."""
    from newsmodel.batch import Failure, parse_many

    given = (source.path or source.data() for source in inputs(options.files))
    dated = ((one, options.published) for one in given) if options.published else given
    articles = parse_many(dated, workers=options.jobs, on_error="collect")

    def opened(_: Input) -> Iterator[Article]:
        found = next(articles)
        if isinstance(found, Failure):
            raise found.error
        return iter((found,))

    return opened


def convert(options: argparse.Namespace) -> int:
    """Read stored articles and write them in another format."""
    load = formats()[options.source].load or loads  # the parser of the command line offers only what can be read
    return _write_all(options, lambda source: stored(source, load))


def _write_all(options: argparse.Namespace, opened: Callable[[Input], Iterator[Article]]) -> int:
    wanted = formats()[options.format]
    folder = Folder(options.output) if options.output else None
    sources = list(inputs(options.files))
    several = len(sources) > 1
    attempts = Attempts(several=several)
    written = 0
    for source in progress(sources):
        for article in attempts.each(source, opened):
            if written and folder is None and options.format not in _LINES:
                message = f"{options.format} cannot hold several articles: name a folder by --output"
                return complain(NewsmodelError(message), source.name)
            try:
                output = wanted.dump(article)
            except NewsmodelError as error:
                attempts.fail(error, source)
                continue
            if folder is not None:
                folder.write(source.place, wanted.suffix, output)
                continue
            if options.format == "text":
                _head(source.name if several else "", first=not written)
            emit(output)
            written += 1
    return attempts.code


def _head(title: str, *, first: bool) -> None:
    """Part a report from the one before it, and name its source where there are several."""
    if not first:
        emit("")
    if title:
        emit(f"== {title}\n")
        emit("")
