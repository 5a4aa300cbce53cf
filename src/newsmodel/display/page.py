"""An article as HTML: head, legend, marked text, tables. No script, no file from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from newsmodel.display.body import body
from newsmodel.display.escaping import escape, shorten
from newsmodel.display.listing import Listing, listings
from newsmodel.model import Article, ZoneKind

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_OPEN_ROWS = 30
"""Tables with more rows are folded away until they are asked for."""
_LINE = 1000
_LONG = 4000
"""A text of more characters scrolls in a window of its own."""

_LEGEND = (
    ("nm-actor", "a1", "actor"),
    ("nm-time", "t1", "time"),
    ("nm-meeting", "m1", "meeting"),
    ("nm-statement nm-first nm-last", "s1", "statement"),
    ("nm-statement nm-inner nm-first nm-last", "s2", "statement in a statement"),
    ("nm-stance nm-support", "▲p1", "supports"),
    ("nm-stance nm-oppose", "▼p2", "opposes"),
    ("nm-stance nm-mixed", "◆p3", "both"),
)


@cache
def style() -> str:
    """Return the style sheet, as a `<style>` element; all of it concerns the class `newsmodel` alone."""
    return f"<style>{(files('newsmodel.display') / 'style.css').read_text(encoding='utf-8')}</style>"


def article_html(article: Article) -> str:
    """Return an article as a fragment of HTML.

    Args:
        article: the article.

    Returns:
        A `<div class="newsmodel">` with its own style sheet.
    """
    text, left_out = body(article)
    name = escape(shorten(article.headline or article.text or "empty dispatch", 80))
    long = " nm-long" if len(article.text) > _LONG else ""
    language = f' lang="{article.language}"' if _LANGUAGE.fullmatch(article.language) else ""
    parts = [
        style(),
        '<div class="newsmodel" lang="en">',
        *(f'<p class="nm-{name}"{language}>{escape(line)}</p>' for name, line in _head(article)),
        *(f'<p class="nm-facts">{escape(facts)}</p>' for facts in _facts(article)),
        _legend(),
        # What scrolls must be reached with the keyboard too.
        f'<div class="nm-text{long}" role="region" aria-label="Text: {name}" tabindex="0"{language}>{text}</div>',
    ]
    if left_out:
        parts.append(f'<p class="nm-facts">{left_out} marks are not drawn: too many overlap. The tables have them.</p>')
    parts += [_table(listing) for listing in listings(article)]
    return "".join([*parts, "</div>"])


def _head(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the lines that stand above the text, unless the text has them itself."""
    zones = {zone.kind for zone in article.zones}
    for kind in (ZoneKind.KICKER, ZoneKind.HEADLINE, ZoneKind.TEASER, ZoneKind.BYLINE):
        line = getattr(article, kind)
        if line and kind not in zones:
            yield f"head-{kind}", shorten(line, _LINE)


def _facts(article: Article) -> Iterator[str]:
    line = article.dateline
    facts = [
        "/".join(line.places) if line else "",
        article.agency or (line.agency if line else "") or "",
        f"published {article.published}" if article.published else "",
        *(
            f"{name} {value}"
            for name in ("signal", "urgency", "status", "version")
            if (value := getattr(article, name))
        ),
        f"not before {article.embargoed}" if article.embargoed else "",
        f"language {article.language}" if article.language != "de" else "",
        article.uri or "",
    ]
    words = " · ".join(shorten(fact, 120) for fact in facts if fact)
    if words:
        yield words


def _legend() -> str:
    samples = (
        f'<li><mark class="nm-m {names}"><span class="nm-tag">{tag}</span>{words}</mark></li>'
        for names, tag, words in _LEGEND
    )
    return f'<ul class="nm-legend" aria-label="Legend">{"".join(samples)}</ul>'


def _table(listing: Listing) -> str:
    heads = "".join(f'<th scope="col">{name}</th>' for name in listing.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
        for first, *cells in listing.rows
    )
    unfolded = " open" if len(listing.rows) <= _OPEN_ROWS else ""
    return (
        f"<details{unfolded}><summary>{listing.title} ({len(listing.rows)})</summary>"
        f'<div class="nm-scroll" role="region" aria-label="{listing.title}" tabindex="0">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )
