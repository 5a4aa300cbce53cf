"""What the elements of HTML, XHTML and NITF are, by their names and classes."""

from __future__ import annotations

from newsmodel.model.vocab import ZoneKind

# HTML names first, then those that NITF has besides.
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"])
PARAGRAPHS = frozenset(
    [
        "p",
        "dt",
        "dd",
        "pre",
        "address",
        "figcaption",
        "caption",
        "summary",
        "tagline",
        "byline",
        "dateline",
        "abstract",
        "media-caption",
        "note",
    ]
)
CELLS = frozenset({"td", "th"})
GROUPS = frozenset(
    [
        "html",
        "body",
        "main",
        "article",
        "section",
        "div",
        "header",
        "footer",
        "aside",
        "nav",
        "figure",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "details",
        "form",
        "fieldset",
        "hr",
        "center",
        "nitf",
        "body.head",
        "body.content",
        "body.end",
        "block",
        "bq",
        "hedline",
        "media",
        "nitf-table",
    ]
)
BLOCKS = HEADINGS | PARAGRAPHS | CELLS | GROUPS | {"li", "tr"}
SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "select",
        "button",
        "textarea",
        "docdata",
        "media-metadata",
    ]
)
"""Elements that hold no words of the article."""

VOID = frozenset(["br", "hr", "img", "wbr", "input", "meta", "link", "source", "area", "base", "col", "embed", "track"])
"""Elements of HTML that have no end tag."""

TRACKED = frozenset({"a", "span", "time"})
"""Inline elements that matter; all others are transparent."""

SKIPPED_CLASSES = frozenset({"slugline", "genre", "publicationdate"})
"""What the head of a dpa page repeats of the metadata."""

KIND_BY_NAME = {
    "hl1": ZoneKind.HEADLINE,
    "byline": ZoneKind.BYLINE,
    "dateline": ZoneKind.DATELINE,
    "abstract": ZoneKind.TEASER,
    "tagline": ZoneKind.NOTE,
    "note": ZoneKind.NOTE,
    "figcaption": ZoneKind.NOTE,
    "media-caption": ZoneKind.NOTE,
    "caption": ZoneKind.NOTE,
}
KIND_BY_CLASS = {
    "headline": ZoneKind.HEADLINE,
    "kicker": ZoneKind.KICKER,
    "teaser": ZoneKind.TEASER,
    "byline": ZoneKind.BYLINE,
    "dateline": ZoneKind.DATELINE,
    "closingline": ZoneKind.SIGNOFF,
}
NOTE_CLASSES = frozenset({"notepad", "np-public", "np-nonpublic", "infobox", "linkbox"})
