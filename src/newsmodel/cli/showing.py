"""`newsmodel show`: a dispatch with what was found in it marked, in a terminal or as a page of HTML."""

from __future__ import annotations

import argparse
import html

from newsmodel.cli.inputs import inputs, stored_or_read
from newsmodel.cli.outputs import Attempts, emit
from newsmodel.cli.terminal import Painter
from newsmodel.model import Article

__all__ = ["show"]

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def show(options: argparse.Namespace) -> int:
    """Show articles one below the other."""
    sources = list(inputs(options.files))
    several = len(sources) > 1
    attempts = Attempts(several=several)
    painter = None if options.html else Painter(options.color)
    shown: list[Article] = []
    for source in sources:
        for article in attempts.each(source, lambda given: stored_or_read(given, options.published)):
            if painter is None:
                shown.append(article)
            else:
                painter.paint(article, title=source.name if several else None)
    if shown:
        emit(page(shown))
    return attempts.code


def page(articles: list[Article]) -> str:
    """Return a page of HTML that shows articles as a notebook does."""
    from newsmodel.display import html as fragment

    title = articles[0].headline or " ".join(articles[0].text[:60].split()) or "newsmodel"
    body = "\n".join(fragment(article) for article in articles)
    return _PAGE.format(language=html.escape(articles[0].language), title=html.escape(title), body=body)
