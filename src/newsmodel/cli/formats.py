"""The formats that the command line writes and reads: its own two, and those of `newsmodel.export`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Protocol

import attrs

from newsmodel.model import Article

__all__ = ["Format", "formats"]


class Format(Protocol):
    """What the registry of `newsmodel.export` holds for each format."""

    @property
    def suffix(self) -> str:
        """The suffix of its files, with the full stop."""

    @property
    def load(self) -> Callable[..., Article] | None:
        """What reads it; None where it cannot be read back."""

    def dump(self, article: Article) -> str | bytes:
        """Return an article in the format."""


@attrs.frozen(kw_only=True)
class _Own:
    suffix: str
    write: Callable[[Article], str]
    load: Callable[..., Article] | None = None

    def dump(self, article: Article) -> str:
        return self.write(article)


def _text(article: Article) -> str:
    from newsmodel.report import report

    return report(article)


def _json(article: Article) -> str:
    from newsmodel.codec import dumps

    return dumps(article)


def _from_json(data: str | bytes) -> Article:
    from newsmodel.codec import loads

    return loads(data)


@cache
def formats() -> Mapping[str, Format]:
    """Return the formats by name: `text` to read, `json` to store, and those of `newsmodel.export`.

    >>> [name for name, format in formats().items() if format.load is not None][0]
    'json'
    """
    own = {"text": _Own(suffix=".txt", write=_text), "json": _Own(suffix=".json", write=_json, load=_from_json)}
    if find_spec("newsmodel.export") is None:
        return own
    from newsmodel.export import FORMATS  # type: ignore[import-not-found, unused-ignore]

    return {**FORMATS, **own}
