"""The content of an item of NewsML-G2: which of its renditions is the text, and its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.blocks import one_line
from newsmodel.wire.draft import Draft
from newsmodel.wire.formats.ninjs import read_plain_body
from newsmodel.wire.markup import read_markup
from newsmodel.wire.xml import local, read_tree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["read_content"]

_FORMAT = "newsml-g2"
_NAR = "{http://iptc.org/std/nar/2006-10-01/}"
_PARTS = ("headline", "teaser", "public", "nonpublic", "slug", "title")
"""Renditions that hold only a part of the message."""


def read_content(item: Element, draft: Draft) -> None:
    """Fill the body of a draft: from inline XHTML or NITF, else inline HTML, else inline text.

    Args:
        item: the item.
        draft: what is known from its metadata.
    """
    sets = item.findall(f"{_NAR}contentSet")
    for inline in (found for part in sets for found in part.findall(f"{_NAR}inlineXML")):
        blocks = read_tree(inline, format=_FORMAT, place="contentSet/inlineXML")
        if any(block.kind is not ZoneKind.HEADLINE for block in blocks):
            draft.body = blocks
            return
    data = [found for part in sets for found in part.findall(f"{_NAR}inlineData") if _is_text(found)]
    for inline in data:
        words = "".join(inline.itertext())
        if "html" in _media(inline) or ("</p>" in words and "<" in words):
            draft.body = read_markup(words, format=_FORMAT, place="contentSet/inlineData")
            return
    for inline in data:
        if words := "".join(inline.itertext()).strip("\n"):
            read_plain_body(words, draft, draft.published)
            return
    remote = sum(1 for part in sets for found in part if local(found) == "remoteContent")
    if remote:
        draft.complain("wire.media", f"no inline text; {remote} remote files are not read")


def _media(inline: Element) -> str:
    return (inline.get("contenttype") or "").lower()


def _is_text(inline: Element) -> bool:
    if inline.get("encoding"):  # base64 and the like: no text
        return False
    rendition = (inline.get("rendition") or "").rpartition(":")[2]
    return (
        rendition not in _PARTS
        and (not _media(inline) or "text" in _media(inline) or "html" in _media(inline))
        and (one_line("".join(inline.itertext())) is not None)
    )
