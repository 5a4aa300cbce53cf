"""The formats that the command line writes and reads: a report to read, and those of `newsmodel.export`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsmodel.export import FORMATS, Format
from newsmodel.model import Article

__all__ = ["formats"]


def _report(article: Article) -> str:
    from newsmodel.report import report

    return report(article)


@cache
def formats() -> Mapping[str, Format]:
    """Return the formats by name.

    >>> list(formats())[:2], formats()["text"].load is None
    (['text', 'json'], True)
    """
    text = Format(
        name="text",
        title="report to read",
        suffix=".txt",
        losses=("It is for readers and cannot be read back.",),
        dump=_report,
        project=lambda article: Article(text=article.text),
    )
    return {"text": text, **FORMATS}
