"""The way from any object of the model to its HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.display.card import card
from newsmodel.display.escaping import escape, shorten
from newsmodel.display.page import article_html
from newsmodel.model import Article, Dossier

if TYPE_CHECKING:
    from newsmodel.model._base import Value

_PAGE = (
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<meta name="color-scheme" content="light dark"><title>{}</title></head><body><main>{}</main></body></html>\n'
)


def html(value: Value | Dossier, *, page: bool = False) -> str:
    """Return an object of the model as HTML, as notebooks show it.

    It needs no script and no file from elsewhere, follows the colours of the notebook or of the system, light or dark,
    and tells layers apart by lines and labels, not by colour alone. Its cost is linear in the text.

    Args:
        value: an article: its text with actors, times, meetings, statements and stances marked, then tables. Any other
            object: a small table of its fields.
        page: return a whole document, to be written to a file, instead of a fragment.

    Returns:
        The HTML; everything that comes from the dispatch is escaped.

    Examples:
        >>> from newsmodel import Article
        >>> "Müller &amp; Söhne tagen." in html(Article(text="Müller & Söhne tagen."))
        True
    """
    made = article_html(value) if isinstance(value, Article) else card(value)
    if not page:
        return made
    title = (value.headline or value.text) if isinstance(value, Article) else repr(value)
    return _PAGE.format(escape(shorten(title, 80)) or "newsmodel", made)
