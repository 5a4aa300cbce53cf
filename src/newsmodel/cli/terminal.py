"""An article for a terminal: the dispatch itself, its layers in colour, the report below."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsmodel.cli.outputs import printable
from newsmodel.extras import load_extra
from newsmodel.model import Article, Polarity, Span

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["Painter"]

STYLES = {
    "not for print": "dim",
    "statement": "italic",
    "said by": "underline",
    "support": "blue underline",
    "oppose": "red underline",
    "mixed": "magenta underline",
    "meeting": "bold yellow",
    "time": "green",
    "actor": "bold cyan",
}
"""How each layer looks, in the order they are laid on; where they overlap their looks add up, the later colour wins."""


class Painter:
    """Writes articles to standard output, in colour or without."""

    def __init__(self, color: str = "auto") -> None:
        """Take `auto`, `always` or `never`.

        Raises:
            MissingExtraError: rich is not installed.
        """
        # Lines are broken between words in a terminal; a pipe gets them as they are.
        self._console: Console = load_extra("rich.console", "terminal").Console(
            file=sys.stdout,
            force_terminal={"always": True, "never": False}.get(color),
            no_color={"always": False, "never": True}.get(color),
            color_system="standard" if color == "always" else "auto",
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=not sys.stdout.isatty(),
        )

    def paint(self, article: Article, *, title: str | None = None) -> None:
        """Write one article: its title, the dispatch, what the colours mean, and the report."""
        from rich.text import Text

        from newsmodel.report import WIDTH, report

        width = min(WIDTH, self._console.width) if sys.stdout.isatty() else WIDTH
        if title:
            self._console.print(Text(f"== {printable(title)}\n", style="bold"))
        text = marked(article)
        text.rstrip()
        self._console.print(text)
        if self._console.is_terminal:
            self._console.print(legend(article))
        told = Text(f"\n{printable(report(article, width=width))}")
        told.highlight_regex(r"(?m)^(?:Actors|Times|Meetings|Statements|Stances|Diagnostics)$", "bold")
        self._console.print(told)


def marked(article: Article) -> Text:
    """Return the text of an article with its layers laid on.

    >>> from newsmodel.model import Actor, ActorKind, Mention, MentionType, Span
    >>> named = Mention(span=Span(start=0, end=4), type=MentionType.NAME)
    >>> bonn = Actor(name="Bonn", kind=ActorKind.ORGANIZATION, mentions=(named,))
    >>> [(span.start, span.end, span.style) for span in marked(Article(text="Bonn hilft.", actors=(bonn,))).spans]
    [(0, 4, 'bold cyan')]
    """
    from rich.text import Text

    # A replaced control character is as long as what it replaces, so the offsets stay.
    text = Text(printable(article.text.replace("\r\n", " \n")), end="\n")
    found = list(_layers(article))
    for name, style in STYLES.items():
        for layer, span in found:
            if layer == name:
                text.stylize(style, span.start, span.end)
    return text


def legend(article: Article) -> Text:
    """Return one line that names the layers of an article, each in its own look."""
    from rich.text import Text

    present = {name for name, _ in _layers(article)}
    names = [Text(name, style=style) for name, style in STYLES.items() if name in present]
    return Text("\n") + Text("  ").join(names)


def _layers(article: Article) -> Iterator[tuple[str, Span]]:
    for zone in article.zones:
        if not zone.public:
            yield "not for print", zone.span
    for statement in article.statements:
        yield from (("statement", span) for span in statement.content)
        yield from (("said by", span) for span in statement.cue)
    for stance in article.stances:
        name = {Polarity.SUPPORT: "support", Polarity.OPPOSE: "oppose"}.get(stance.polarity, "mixed")
        yield from ((name, span) for span in stance.evidence)
    for meeting in article.meetings:
        yield from (("meeting", span) for span in meeting.anchors)
    yield from (("time", time.span) for time in article.times)
    for actor in article.actors:
        yield from (("actor", mention.span) for mention in actor.mentions)
