"""Markup to blocks: no word is lost, none stands twice, and what an element is decides what its words are."""

from __future__ import annotations

import html
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.wire.blocks import Block
from newsmodel.wire.lines import BLANKS
from newsmodel.wire.markup import read_markup

INLINE = ["b", "i", "em", "strong", "a", "span", "u", "sub", "time", "dnl-embed"]
BLOCK = [
    "p",
    "div",
    "section",
    "blockquote",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "table",
    "tbody",
    "tr",
    "td",
    "figure",
    "header",
]
plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(INLINE + BLOCK)
    return st.tuples(names, st.lists(inner, max_size=3), st.booleans()).map(
        lambda parts: f"<{parts[0]}>{''.join(parts[1])}" + (f"</{parts[0]}>" if parts[2] else "")
    )


markups = st.recursive(plain.map(html.escape) | st.just("<br/>") | st.just("<!-- x -->"), element, max_leaves=15)


class Words(HTMLParser):
    """The words of a page, by nothing but the parser of the standard library."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


def blocks(markup: str) -> list[Block]:
    return read_markup(markup, format="ninjs", place="$")


def bare(words: str) -> str:
    return "".join(c for c in words if c not in BLANKS)


@given(markups)
def test_every_word_stands_in_one_block_and_in_order(markup: str) -> None:
    parser = Words()
    parser.feed(markup)
    parser.close()
    assert bare("".join(block.text for block in blocks(markup))) == bare(parser.words)


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["<", ">", "</p>", "<p", "&", "'", '"', "!--", "-->", "a"])).map("".join)
)
def test_any_text_gives_blocks_without_blank_edges(markup: str) -> None:
    for block in blocks(markup):
        assert block.text
        assert block.text == block.text.strip(BLANKS)
        assert 0 <= block.opening <= len(block.text)


def kinds(markup: str) -> list[tuple[str, str]]:
    return [(str(block.kind), block.text) for block in blocks(markup)]


def test_paragraphs_without_end_tags() -> None:
    assert kinds("<p>Eins<p>Zwei<div>Drei</div>Vier") == [("paragraph", w) for w in ("Eins", "Zwei", "Drei", "Vier")]


def test_lists_in_lists() -> None:
    assert kinds("<ul><li>Bilder:<ul><li>Hafen<li>Fluss</ul><li>Texte</ul>Schluss") == [
        *(("list", words) for words in ("Bilder:", "Hafen", "Fluss", "Texte")),
        ("paragraph", "Schluss"),
    ]


def test_tables_with_empty_cells_paragraphs_and_no_end_tags() -> None:
    markup = "<table><caption>Pegel</caption><tr><th>Tag<th>Wert<tr><td><p>Montag</p><p>früh</p><td>3<br>Meter</table>Schluss"
    assert kinds(markup) == [
        ("note", "Pegel"),
        ("table", "Tag\tWert\nMontag früh\t3 Meter"),
        ("paragraph", "Schluss"),
    ]


def test_line_breaks_stay_in_their_paragraph() -> None:
    assert kinds("<p>Ort:<br/> Kiel<br><br/>Zeit: 3</p>") == [("paragraph", "Ort:\nKiel\nZeit: 3")]


def test_what_is_no_text_is_left_out() -> None:
    markup = "<style>p {}</style><p>Rat<script>alert('<p>x</p>')</script> tagt</p><svg><p>x</p></svg>"
    assert kinds(markup) == [("paragraph", "Rat tagt")]


def test_links_in_notes_keep_their_addresses() -> None:
    def note(markup: str) -> list[str]:
        return [block.text for block in read_markup(markup, format="ninjs", place="$", notes=True)]

    assert note('<li><a href="https://a.example">Hafen</a></li>') == ["[Hafen](https://a.example)"]
    assert note('<li><a href="https://a.example">https://a.example</a></li>') == ["https://a.example"]
    assert note('<li>&lt;<a href="mailto:a@b.example">a@b.example</a>&gt;</li>') == ["<a@b.example>"]
    assert note('<li><a href="https://a.example"></a></li>') == ["https://a.example"]
    assert note('<p><a name="x">Hafen</a></p>') == ["Hafen"]
    assert [block.text for block in blocks('<p><a href="https://a.example">Hafen</a></p>')] == ["Hafen"]
