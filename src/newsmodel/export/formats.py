"""What is known about an interchange format, and the table of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

import attrs

from newsmodel.errors import FormatError
from newsmodel.model import Article


@attrs.frozen(kw_only=True)
class Format:
    """An interchange format.

    Attributes:
        name: what `dump`, `load` and the command line call it.
        title: its name in full, with the version of the standard.
        suffix: the end of the names of its files.
        losses: what it cannot carry, one sentence each; empty for a format that carries everything.
        dump: writes an article, as text or as bytes.
        project: returns the part of an article that the format carries.
        load: reads what `dump` wrote, such that `load(dump(article)) == project(article)`; None where it is not read.
        extra: the extra of newsmodel that brings what it needs; None where nothing more is needed.

    Examples:
        >>> FORMATS["json"].suffix, FORMATS["json"].losses
        ('.json', ())
    """

    name: str
    title: str
    suffix: str
    losses: tuple[str, ...]
    dump: Callable[[Article], str | bytes]
    project: Callable[[Article], Article]
    load: Callable[[str | bytes], Article] | None = None
    extra: str | None = None


class Formats(Mapping[str, Format]):
    """The formats by name; the module of a format is imported when it is first looked up.

    Args:
        modules: for each name the module that holds it, as `FORMAT`, or under the name behind a colon.

    Examples:
        >>> "brat" in FORMATS, FORMATS["json"].suffix
        (True, '.json')
    """

    def __init__(self, modules: Mapping[str, str]) -> None:
        """Take the modules."""
        self._modules = dict(modules)

    def __getitem__(self, name: str) -> Format:
        """Return a format.

        Args:
            name: its name.

        Raises:
            KeyError: there is none of this name.
        """
        module, _, attribute = self._modules[name].partition(":")
        found: Format = getattr(import_module(module), attribute or "FORMAT")
        return found

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._modules)

    def __len__(self) -> int:
        """Return the number of formats."""
        return len(self._modules)


FORMATS = Formats(
    {
        "json": "newsmodel.export.own_json",
        "brat": "newsmodel.export.brat",
        "web-annotation": "newsmodel.export.web_annotation",
        "schema.org": "newsmodel.export.schema_org",
        "ninjs": "newsmodel.export.ninjs",
        "timeml": "newsmodel.export.timeml",
        "cas-xmi": "newsmodel.export.cas:XMI",
        "cas-json": "newsmodel.export.cas:JSON",
        "dna": "newsmodel.export.dna",
        "plover": "newsmodel.export.plover",
        "ftm": "newsmodel.export.ftm",
        "graphml": "newsmodel.export.graph:GRAPHML",
        "gexf": "newsmodel.export.graph:GEXF",
    }
)
"""Every format that newsmodel writes, by name."""


def dump(article: Article, name: str) -> str | bytes:
    """Return an article in a format.

    Args:
        article: the article.
        name: the name of the format, see `FORMATS`.

    Returns:
        The contents of a file: text, or bytes for archives.

    Raises:
        FormatError: there is no such format, or it cannot hold this article.
        MissingExtraError: the format needs a package that is not installed.

    Examples:
        >>> dump(Article(text="Der Rat tagt."), "json")
        '{"schema_version": 1, "text": "Der Rat tagt.", "language": "de"}'
    """
    return _format(name).dump(article)


def load(source: str | bytes, name: str) -> Article:
    """Read an article from a format.

    Args:
        source: what `dump` gave, or the contents of a file.
        name: the name of the format, see `FORMATS`.

    Returns:
        The article, as far as the format carries it.

    Raises:
        FormatError: there is no such format, it is only written, or this is not in it.
        DecodeError: what the format holds is no article.
        MissingExtraError: the format needs a package that is not installed.

    Examples:
        >>> load('{"schema_version": 1, "text": "Der Rat tagt.", "language": "de"}', "json").text
        'Der Rat tagt.'
    """
    found = _format(name)
    if found.load is None:
        raise FormatError(name, "this format is written, not read")
    return found.load(source)


def project(article: Article, name: str) -> Article:
    """Return the part of an article that a format carries.

    Args:
        article: the article.
        name: the name of the format, see `FORMATS`.

    Returns:
        The article without what would be lost; `FORMATS[name].losses` says it in words.

    Raises:
        FormatError: there is no such format.

    Examples:
        >>> project(Article(text="Der Rat tagt.", headline="Rat"), "brat").headline is None
        True
    """
    return _format(name).project(article)


def _format(name: str) -> Format:
    try:
        return FORMATS[name]
    except KeyError:
        raise FormatError(str(name), f"no such format; there are {', '.join(FORMATS)}") from None
