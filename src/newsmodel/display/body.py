"""The text of an article as HTML, every layer marked."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.display.escaping import escape
from newsmodel.display.marks import Piece, marks_of, nest
from newsmodel.model import Article


def body(article: Article) -> tuple[str, int]:
    """Return the text of an article with its layers marked.

    The text between the tags is the text of the article, character for character (line ends as line feeds, controls as
    pictures), but for the labels in `<span class="nm-tag">`.

    Args:
        article: the article.

    Returns:
        The HTML, and the number of marks that were left out because too many lie on one another.
    """
    steps, left_out = nest(len(article.text), marks_of(article))
    parts: list[str] = []
    for step in steps:
        if step is None:
            parts.append("</mark>")
        elif isinstance(step, Piece):
            parts += _opening(step)
        else:
            parts.append(escape(article.text[step[0] : step[1]]))
    return "".join(parts), left_out


def _opening(piece: Piece) -> Iterator[str]:
    mark = piece.mark
    names = ["nm-m", f"nm-{mark.layer}", f"nm-{mark.variety}"]
    names += ["nm-first"] * piece.first + ["nm-last"] * piece.last + ["nm-inner"] * (mark.depth > 0)
    yield f'<mark class="{" ".join(names)}" title="{escape(mark.tooltip)}">'
    if piece.first and mark.tag:
        yield f'<span class="nm-tag">{escape(mark.tag)}</span>'
