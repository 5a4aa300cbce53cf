"""ninjs 1.x to 3.x, IPTC's news in JSON: the same properties in three spellings.

1.x has `headline`, `body_text`, `versioncreated`; 2.x arrays `headlines` and `bodies`; 3.x writes `versionCreated`.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.errors import WireError
from newsmodel.model import Concept, PartialDate
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.blocks import Block, one_line, squeeze
from newsmodel.wire.composing import compose
from newsmodel.wire.concepts import make_concept
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.draft import Draft
from newsmodel.wire.json_node import Node, parse_json
from newsmodel.wire.markup import read_markup
from newsmodel.wire.plain import read_plain
from newsmodel.wire.source import Payload

__all__ = ["FORMAT", "is_ninjs", "read_ninjs"]

FORMAT = "ninjs"

_TYPICAL = frozenset(
    {"bodies", "headlines", "versioncreated", "pubstatus", "body_text", "body_html", "body_xhtml", "headline"}
    | {"representationtype", "firstcreated", "contentcreated", "subject", "subjects", "standard", "associations"}
    | {"eventdetails", "plannedcoverage", "description_text", "descriptions", "byline"}
)
_PREFIXES = ("headline_", "body_", "description_")
_SUBJECTS = (
    *("subject", "subjects", "person", "people", "organisation", "organisations"),
    *("event", "events", "object", "objects"),
)
"""What an item is about; NewsML-G2 has one name for all of them."""

_SIGNALS = frozenset({"correction", "update", "repeat"})


def is_ninjs(message: Node) -> bool:
    """Return whether an object is ninjs: it has a `uri`, the one required property, and another typical one."""
    names = [key.lower() for key in message.members]
    return "uri" in names and any(name in _TYPICAL or name.startswith(_PREFIXES) for name in names)


def read_ninjs(payload: Payload, published: PartialDate | None = None) -> Dispatch:
    """Read an item of ninjs, of any version.

    The body is the HTML, else the plain text. `edNote` becomes a note that is not for the public. Associated items are
    not read.

    Args:
        payload: the item.
        published: when it was published; overrides what the item says.

    Raises:
        WireError: it is no such JSON, or a property has the wrong type.

    >>> item = b'{"uri": "urn:x:1", "headlines": [{"value": "Rat tagt"}], "bodies": [{"value": "Der Rat tagt."}]}'
    >>> dispatch = read_ninjs(Payload("bytes", item))
    >>> dispatch.uri, dispatch.headline, dispatch.text
    ('urn:x:1', 'Rat tagt', 'Der Rat tagt.')
    """
    message = parse_json(payload, FORMAT)
    if "uri" not in message.members:
        raise WireError("the property `uri`, which ninjs requires, is missing", format=FORMAT, place="$")
    return read_node(message, published)


def read_node(message: Node, published: PartialDate | None) -> Dispatch:
    """Read an item that has been parsed."""
    message = Node(message.format, message.path, _lower(message))
    draft = Draft(
        byline=one_line(message.text("by", "byline")),
        status=one_line(message.text("pubstatus")),
        uri=one_line(message.text("uri")),
        version=one_line(message.scalar("version")),
        usage_terms=(message.text("usageterms") or "").strip() or None,
        language=one_line(message.text("language")),
    )
    draft.urgency = draft.rank(message.scalar("urgency"))
    draft.published = draft.date(message.text("versioncreated", "firstcreated"), "published")
    draft.embargoed = draft.date(message.text("embargoed", "embargoeduntil"), "embargoed")
    _read_headings(message, draft)
    _read_bodies(message, draft, published or draft.published)
    _read_lists(message, draft)
    for line in (message.text("ednote") or "").split("\n"):
        draft.note(line, public=False)
    return compose(draft, published)


def _lower(message: Node) -> dict[str, object]:
    """Return the members under names in lower case, in which versions 2 and 3 agree; a name as written wins."""
    return {**{key.lower(): value for key, value in message.members.items()}, **message.members}


def _roled(message: Node, array: str, prefix: str) -> Iterator[tuple[str, str, str]]:
    """Yield role, media type and value of headlines, descriptions or bodies, in the spelling of any version."""
    for one in message.nodes(array):
        one = Node(one.format, one.path, _lower(one))
        if (value := one.text("value")) is not None:
            yield (one.text("role") or "").rpartition(":")[2].lower(), (one.text("contenttype") or "").lower(), value
    for key in message.members:
        if key == prefix or key.startswith(f"{prefix}_"):
            if (value := message.text(key)) is not None:
                kind = key.removeprefix(prefix).strip("_").lower()
                yield ("" if kind in _MEDIA else kind), _MEDIA.get(kind, ""), value


_MEDIA = {"": "", "text": "text/plain", "html": "text/html", "xhtml": "application/xhtml+xml", "xml": "text/xml"}


def _plain(value: str, media: str) -> str | None:
    """Return a short field without the markup that it may have."""
    if "html" in media or ("</" in value and "<" in value):
        blocks = read_markup(value, format=FORMAT, place="$")
        return one_line(" ".join(block.text for block in blocks))
    return one_line(value)


def _read_headings(message: Node, draft: Draft) -> None:
    headlines = [(role, _plain(value, media)) for role, media, value in _roled(message, "headlines", "headline")]
    for role, line in headlines:
        if any(mark in role for mark in ("kicker", "overline", "roof")):
            draft.kicker = draft.kicker or line
    main = [line for role, line in headlines if role in ("", "main", "headline", "title")]
    others = [line for _, line in headlines if line != draft.kicker]
    draft.headline = next(filter(None, [*main, *others, one_line(message.text("title"))]), None)
    for role, media, value in _roled(message, "descriptions", "description"):
        line = _plain(value, media)
        if role in ("", "summary", "teaser", "abstract", "lead", "intro", "standfirst") and draft.teaser is None:
            draft.teaser = line
        elif line != draft.teaser:
            draft.note(line)


def _read_bodies(message: Node, draft: Draft, published: PartialDate | None) -> None:
    bodies = list(_roled(message, "bodies", "body"))
    marked = [value for _, media, value in bodies if "html" in media or (not media and "</" in value)]
    plain = [value for _, media, value in bodies if media in ("", "text/plain")]
    if marked:
        draft.body = read_markup(marked[0], format=FORMAT, place=f"{message.path}.bodies")
    elif plain:
        read_plain_body(plain[0], draft, published)
    elif bodies:
        draft.complain("wire.body", f"a body of the type {bodies[0][1]!r} is not read")


def read_plain_body(text: str, draft: Draft, published: PartialDate | None) -> None:
    """Fill the body from a plain text: its paragraphs are divided by blank lines, or by line ends if it has none."""
    plain = read_plain(text, published=published)
    for zone in plain.zones:
        words = text[zone.span.start : zone.span.end]
        if zone.kind is ZoneKind.OTHER or zone.kind is ZoneKind.DATE:
            continue
        words = words if zone.kind is ZoneKind.TABLE else squeeze(words)
        if zone.kind is ZoneKind.DATELINE and draft.dateline is not None:
            continue
        draft.body.append(Block(zone.kind, words, zone.public))


def _read_lists(message: Node, draft: Draft) -> None:
    draft.subjects += _concepts(message, *_SUBJECTS)
    draft.places += _concepts(message, "place", "places")
    draft.subjects += [found for word in _keywords(message) if (found := make_concept(word))]
    located = message.text("located")
    if (found := make_concept(located)) and found.name not in {place.name for place in draft.places}:
        draft.places.append(found)
    for source in message.nodes("infosource", "infosources"):
        if name := source.text("name"):
            draft.agencies.append(name)
    draft.agencies += [name for name in [message.text("copyrightholder")] if name]
    for genre in message.nodes("genre", "genres"):
        name = (genre.text("name") or "").lower()
        if name in _SIGNALS:
            draft.signal = draft.signal or name


def _keywords(message: Node) -> list[str]:
    value = message.members.get("keywords")
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []


def _concepts(message: Node, *keys: str) -> Iterator[Concept]:
    for one in message.nodes(*keys):
        code = one.text("code", "uri", "literal")
        concept = make_concept(one.text("name"), code, one.text("scheme") if one.text("code") else None)
        if concept is not None:
            yield concept
