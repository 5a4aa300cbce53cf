"""HTML in a field of a message, to blocks: through the parser of the standard library, in linear time."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from newsmodel.wire.blocks import Block
from newsmodel.wire.collector import Collector

__all__ = ["read_markup"]

_TOKEN = re.compile(r"""(</?[A-Za-z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+>)|<[!?][^<>]*+>|<""")


def read_markup(markup: str, *, format: str, place: str, notes: bool = False) -> list[Block]:
    """Return the blocks of a fragment of HTML.

    Args:
        markup: the HTML.
        format: the wire format, for errors.
        place: where it stands in the message, for errors.
        notes: whether it holds notes as a whole.

    Raises:
        WireError: elements are nested too deep.

    >>> markup = "<p>Der Rat <b>tagt</b>.</p><h2>Wo</h2><ul><li>Im Saal<li>Am Hafen</ul>"
    >>> [(block.kind.value, block.text) for block in read_markup(markup, format="ninjs", place="$")]
    [('paragraph', 'Der Rat tagt.'), ('subhead', 'Wo'), ('list', 'Im Saal'), ('list', 'Am Hafen')]
    """
    collector = Collector(format=format, place=place, notes=notes)
    parser = _Parser(collector)
    parser.feed(_tame(markup))
    parser.close()
    return collector.finish()


class _Parser(HTMLParser):
    def __init__(self, collector: Collector) -> None:
        super().__init__(convert_charrefs=True)
        self.collector = collector

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.collector.start(tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.collector.end(tag)

    def handle_data(self, data: str) -> None:
        self.collector.words(data)

    def handle_endtag(self, tag: str) -> None:
        self.collector.end(tag)


def _tame(markup: str) -> str:
    """Return markup in which every `<` opens a whole tag: `HTMLParser` takes quadratic time over broken ones.

    Comments and declarations are left out; a `<` of another kind becomes the character that it stands for in a browser.
    """
    parts, at = [], 0
    while (start := markup.find("<!--", at)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
        parts.append(markup[at:start])
        at = end + 3
    parts.append(markup[at:])
    return _TOKEN.sub(lambda match: match[1] or ("&lt;" if match[0] == "<" else ""), "".join(parts))
