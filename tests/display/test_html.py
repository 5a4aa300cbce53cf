"""The HTML of articles: whole, well nested, escaped, the same text, linear."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from hypothesis import given
from tests.model.sample import ARTICLE, KRAEMER

from newsmodel import Actor, ActorKind, Article, Mention, MentionType, Span, Zone, ZoneKind, display
from newsmodel.display.body import body
from newsmodel.display.marks import DEEPEST, Mark, Piece, marks_of, nest
from newsmodel.display.page import style
from newsmodel.model._walk import walk
from newsmodel.testing import articles

CONTROLS = {code: 0x2400 + code for code in range(32) if code not in (9, 10)} | {127: 0x2421}
TRAP = "</mark><script>alert(1)</script>\"' onload='x' &amp; <!-- ]]>"


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed in its order. Collects the text of the dispatch, and all names."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.titles: list[str] = []
        self.feed(source)
        self.close()
        assert not self.stack

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attributes}
        given = dict(attributes)
        self.titles += [given["title"] or ""] if "title" in given else []
        if tag not in ("br", "meta"):
            self.stack.append((tag, given.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [name for _, names in self.stack for name in names.split()]
        if "nm-text" in classes and "nm-tag" not in classes:
            self.text.append(data)


def shown(text: str) -> str:
    """Return a text as HTML can show it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)


@given(articles())
def test_the_text_is_shown_character_for_character(article: Article) -> None:
    read = Reader(display.html(article, page=True))
    assert "".join(read.text) == shown(article.text)
    check_marks(article)


def check_marks(article: Article) -> None:
    """The pieces of a mark, put together, are the words of its span; only the first is the first, the last the last."""
    marks = marks_of(article)
    steps, left_out = nest(len(article.text), marks)
    words: dict[int, str] = {}
    pieces: dict[int, list[Piece]] = {}
    stack: list[Piece] = []
    for step in steps:
        if step is None:
            stack.pop()
        elif isinstance(step, Piece):
            stack.append(step)
            pieces.setdefault(id(step.mark), []).append(step)
        else:
            for piece in stack:
                words[id(piece.mark)] = words.get(id(piece.mark), "") + article.text[step[0] : step[1]]
    assert len(words) + left_out == len(marks)
    for mark in marks:
        if id(mark) in words:
            assert words[id(mark)] == article[mark.span]
            assert [p.first for p in pieces[id(mark)]] == [True] + [False] * (len(pieces[id(mark)]) - 1)
            assert [p.last for p in pieces[id(mark)]] == [False] * (len(pieces[id(mark)]) - 1) + [True]


@given(articles())
def test_every_object_has_a_line_and_a_table(article: Article) -> None:
    dossiers = [article.by(actor) for actor in article.actors]
    parts = [part for item in article.items for _, part in walk(item)]
    wires = (article.dateline, article.signoff, article.published, article.provenance)
    values = [article, *article.items, *dossiers, *parts, *article.zones, *article.diagnostics, *filter(None, wires)]
    for value in values:
        assert len(repr(value).splitlines()) == 1
        made = value._repr_html_()
        assert made is not None
        assert Reader(made).names <= {
            *("style", "div", "p", "ul", "li", "mark", "span", "details", "summary"),
            *("table", "thead", "tbody", "tr", "th", "td", "br"),
        }


def test_nothing_of_a_dispatch_becomes_markup() -> None:
    actor = Actor(
        name=TRAP, kind=ActorKind.PERSON, mentions=(Mention(span=Span(start=0, end=9), type=MentionType.NAME),)
    )
    fields = ("headline", "kicker", "teaser", "byline", "agency", "signal", "status", "uri", "version")
    words: dict[str, str] = dict.fromkeys(fields, TRAP)
    made = display.html(Article(text=TRAP, language="de' onload='x", actors=(actor,), **words))  # type: ignore[arg-type]
    read = Reader(made)
    assert "script" not in read.names
    assert read.attributes <= {"class", "title", "lang", "role", "aria-label", "tabindex", "scope", "open"}
    assert "".join(read.text) == TRAP
    assert "script" not in Reader(display.html(actor)).names


def test_tooltips_say_what_explain_says() -> None:
    titles = Reader(display.html(ARTICLE)).titles
    assert ARTICLE.explain(ARTICLE.meetings[0])[:300] in [title[:300] for title in titles]
    assert ARTICLE.explain(KRAEMER) in titles


def test_layers_are_told_apart_without_colour() -> None:
    """Each class of marks has a line, frame or bracket of its own, and a label with the id that the tables show."""
    made = display.html(ARTICLE)
    for layer, line in (
        ("actor", "border-bottom: 2px solid"),
        ("time", "border-bottom: 3px dotted"),
        ("meeting", "border: 2px solid"),
        ("statement.nm-first", "border-left: 3px solid"),
        ("stance", "border-top: 2px solid"),
        ("oppose", "border-top-style: dashed"),
    ):
        assert (
            re.search(rf"\.nm-{re.escape(layer)} \{{[^}}]*{line}", style())
            or line in style().split(f".nm-{layer} ")[-1]
        )
    for tag in ("a2", "t1 2031-05-09", "m1 cancelled", "s2 Ada Krämer", "▼p1"):
        assert f'<span class="nm-tag">{tag}</span>' in made


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_ink_can_be_read_on_every_ground() -> None:
    """WCAG 2 AA asks for a contrast of 4.5; light and dark."""
    themes = [
        dict(re.findall(r"--nm-([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r"\{([^{}]*)\}", style())
    ]
    themes = [theme for theme in themes if theme]
    assert len(themes) == 4
    assert themes[0] == themes[2]
    assert themes[1] == themes[3]
    for theme in themes[:2]:
        for ground in ("ground", "band", "says", "says-inner"):
            for ink in ("ink", "faint", "actor", "time", "meeting", "statement", "support", "oppose", "mixed"):
                one, other = sorted((luminance(theme[ground]), luminance(theme[ink])))
                assert (other + 0.05) / (one + 0.05) >= 4.5, (ground, ink)


def long_article(copies: int) -> Article:
    """Return the sample, its text many times over, an actor, a time, a meeting, statements and a stance for each."""
    length = len(ARTICLE.text)

    def moved(value: Any, by: int) -> Any:
        if isinstance(value, Span):
            return Span(start=value.start + by, end=value.end + by)
        if isinstance(value, tuple):
            return tuple(moved(element, by) for element in value)
        if attrs.has(type(value)) and not isinstance(value, str):
            fields = {f.name: moved(getattr(value, f.name), by) for f in attrs.fields(type(value)) if f.init}
            return type(value)(**fields)
        return value

    fields = ("actors", "times", "issues", "meetings", "statements", "stances")
    found: dict[str, Any] = {
        name: tuple(x for n in range(copies) for x in moved(getattr(ARTICLE, name), n * length)) for name in fields
    }
    found["actors"] = tuple(dict.fromkeys(found["actors"]))  # those without mentions are the same
    return Article(text=ARTICLE.text * copies, **found)


def test_a_long_text_costs_in_proportion() -> None:
    """200 kB: four times the text, four times the page and, processor time with room for noise, no more than eight."""
    short, long = long_article(300), long_article(1200)
    assert len(long.text) > 200_000
    costs, sizes = [], []
    for article in (short, long):
        runs = []
        for _ in range(3):
            before = time.process_time()
            made = display.html(article)
            runs.append(time.process_time() - before)
        costs.append(min(runs))
        sizes.append(len(made))
    assert sizes[1] < 4.5 * sizes[0]
    assert sizes[1] < 60 * len(long.text)
    assert costs[1] < 8 * costs[0]


def test_marks_that_all_overlap_cost_in_proportion() -> None:
    count = 2000
    marks = [Mark(Span(start=n, end=n + count), "actor", "person") for n in range(count)]
    steps, left_out = nest(2 * count, marks)
    assert len(steps) < 4 * DEEPEST * count
    assert left_out > 0
    crowd = tuple(Mention(span=Span(start=n, end=n + 40), type=MentionType.NAME) for n in range(40))
    actor = Actor(name="Rat", kind=ActorKind.GROUP, mentions=crowd)
    assert "marks are not drawn" in display.html(Article(text="Rat " * 40, actors=(actor,)))


def test_a_headline_in_the_text_is_not_written_twice() -> None:
    text = "RAT TAGT\n\nDer Rat tagt."
    zone = Zone(kind=ZoneKind.HEADLINE, span=Span(start=0, end=8))
    assert display.html(Article(text=text, headline="RAT TAGT", zones=(zone,))).count(">RAT TAGT<") == 1
    assert display.html(Article(text="Der Rat tagt.", headline="RAT TAGT")).count(">RAT TAGT<") == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "🦉"])
def test_odd_texts_are_shown(text: str) -> None:
    made, left_out = body(Article(text=text))
    assert (Reader(f'<div class="nm-text">{made}</div>').text or [""])[0] == shown(text)
    assert left_out == 0
