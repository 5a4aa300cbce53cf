"""The HTML page of an article: what it says of itself in JSON-LD first, its main text through trafilatura."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsmodel.errors import WireError
from newsmodel.extras import load_extra
from newsmodel.model import PartialDate
from newsmodel.wire.blocks import Block
from newsmodel.wire.composing import compose
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.draft import Draft
from newsmodel.wire.formats.ninjs import read_plain_body
from newsmodel.wire.formats.page_data import read_linked_data, read_meta
from newsmodel.wire.source import Payload
from newsmodel.wire.xml import read_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["FORMAT", "LARGEST_PAGE", "read_page"]

FORMAT = "html"
EXTRA = "html"
PACKAGES = ("lxml", "lxml_html_clean", "trafilatura")
"""What the extra brings; trafilatura needs the other two."""

LARGEST_PAGE = 4 * 2**20
"""Characters; pages of articles take some hundred thousand, and finding the main text in them takes its time."""

_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes within which a page declares its encoding."""

_HTML_NAMES = {"list": "ul", "item": "li", "row": "tr", "cell": "td", "lb": "br", "quote": "blockquote", "head": "h2"}
"""What the names of trafilatura's tree, which follow TEI, are in HTML."""


def read_page(payload: Payload, published: PartialDate | None = None) -> Dispatch:
    """Read the page of an article.

    Headline, teaser, authors, date and the like are those of its JSON-LD (`NewsArticle` of schema.org), else of its meta
    elements; the text is what trafilatura finds, else the `articleBody` of the JSON-LD.

    Args:
        payload: the page.
        published: when it was published; overrides what the page says.

    Raises:
        WireError: it is no HTML, or larger than `LARGEST_PAGE`.
        MissingExtraError: trafilatura, or what it needs, is not installed.
    """
    for package in PACKAGES:
        load_extra(package, EXTRA)
    import trafilatura
    from lxml import etree

    text = _decode(payload)
    if len(text) > LARGEST_PAGE:
        raise WireError(f"more than {LARGEST_PAGE // 2**20} Mi characters", format=FORMAT, place=payload.name)
    # An encoding declared in XML is that of the bytes, which are characters by now; lxml refuses to see it.
    text = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)
    draft = Draft()
    try:
        root = _parse(text, payload.name)
        written = read_linked_data(root, draft)
        read_meta(root, draft)
        found = trafilatura.bare_extraction(text, include_comments=False, include_tables=True, with_metadata=False)
    except WireError:
        raise
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise WireError(f"no HTML that can be read: {error}"[:200], format=FORMAT, place=payload.name) from error
    body = getattr(found, "body", None)
    if body is not None:
        draft.body = _blocks(body)
    if not draft.body and written:
        read_plain_body(written, draft, published or draft.published)
    return compose(draft, published)


def _parse(text: str, name: str) -> HtmlElement:
    """Return the root of a page; the parser stops without a word where it is nested too deep, so its log is read."""
    from lxml import html

    parser = html.HTMLParser(no_network=True)
    root = html.document_fromstring(text, parser=parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise WireError("elements nested too deep", format=FORMAT, place=name)
    return root


def _blocks(body: HtmlElement) -> list[Block]:
    for element in body.iter("head", *_HTML_NAMES):
        element.tag = "h1" if element.get("rend") == "h1" else _HTML_NAMES[element.tag]
    return read_tree(body, format=FORMAT, place="main text")


def _decode(payload: Payload) -> str:
    content = payload.content
    if isinstance(content, bytes) and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        declared = _DECLARED.search(content[:_HEAD])
        if declared is not None:
            try:
                return content.decode(declared[1].decode("ascii"))
            except (LookupError, ValueError):
                pass  # the declaration is wrong, as it often is: the bytes tell
    return payload.text()
