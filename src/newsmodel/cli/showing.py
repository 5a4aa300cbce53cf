"""`newsmodel show`: a dispatch with what was found in it marked, in a terminal or as a page of HTML."""

from __future__ import annotations

import argparse
import html

from newsmodel.cli.inputs import inputs, stored_or_read
from newsmodel.cli.outputs import complain, emit
from newsmodel.cli.terminal import Painter
from newsmodel.errors import NewsmodelError
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
    painter = None if options.html else Painter(options.color)
    shown: list[Article] = []
    code = 0
    for source in sources:
        try:
            for article in stored_or_read(source, options.published):
                if painter is None:
                    shown.append(article)
                else:
                    painter.paint(article, title=source.name if several else None)
        except BrokenPipeError:
            raise
        except (NewsmodelError, OSError) as error:
            code = complain(error, source.name if several else "")
    if options.html and shown:
        emit(page(shown))
    return code


def page(articles: list[Article]) -> str:
    """Return a page of HTML that shows articles as a notebook does.

    Raises:
        NewsmodelError: this version of newsmodel cannot display an article as HTML.
    """
    title = articles[0].headline or " ".join(articles[0].text[:60].split()) or "newsmodel"
    body = "\n".join(map(_fragment, articles))
    return _PAGE.format(language=html.escape(articles[0].language), title=html.escape(title), body=body)


def _fragment(article: Article) -> str:
    display = getattr(article, "_repr_html_", None)
    if display is None:
        raise NewsmodelError("this version of newsmodel has no HTML display yet: show without --html")
    fragment: str = display()
    return fragment
