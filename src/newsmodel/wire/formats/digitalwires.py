"""dpa digitalwires 0.9: one JSON object a message, the article as HTML in a field.

The format is that of dpa's converters to NewsML-G2 and IPTC 7901 (Apache-2.0); fields are named there.
"""

from __future__ import annotations

from newsmodel.model import PartialDate, Severity
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.blocks import Block, one_line
from newsmodel.wire.composing import compose
from newsmodel.wire.concepts import make_concept
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.draft import Draft
from newsmodel.wire.json_node import Node, parse_json
from newsmodel.wire.markup import read_markup
from newsmodel.wire.source import Payload

__all__ = ["FORMAT", "is_digitalwires", "read_digitalwires"]

FORMAT = "digitalwires"

_SUBJECTS = ("dpasubject", "subject", "keyword")
_PLACES = ("geosubject", "poi", "located", "locationcreated")
_CONTACTS = ("contacts", "dpacontacts")


def is_digitalwires(message: Node) -> bool:
    """Return whether an object is a message of digitalwires: it says so, or has the fields that no other format has."""
    named = message.members.get("format")
    if isinstance(named, str):
        return named.startswith("digitalwires")
    return "article_html" in message.members and ("urn" in message.members or "version_created" in message.members)


def read_digitalwires(payload: Payload, published: PartialDate | None = None) -> Dispatch:
    """Read a message of dpa digitalwires.

    The body is `article_html`. Notes follow it: info box, correction, genre and pictures as dpa writes them in
    brackets, the note pad, links. Media that are attached are not read.

    Args:
        payload: the message.
        published: when it was published; overrides what the message says.

    Raises:
        WireError: it is no such JSON, or a field has the wrong type.

    >>> message = b'{"headline": "Rat tagt", "dateline": "Kiel (dpa) - ", "article_html": "<p>Der Rat tagt.</p>"}'
    >>> dispatch = read_digitalwires(Payload("bytes", message))
    >>> dispatch.headline, dispatch.dateline.places, dispatch.text
    ('Rat tagt', ('Kiel',), 'Kiel (dpa) - Der Rat tagt.')
    """
    return read_node(parse_json(payload, FORMAT), published)


def read_node(message: Node, published: PartialDate | None) -> Dispatch:
    """Read a message that has been parsed."""
    draft = Draft(
        headline=one_line(message.text("headline")),
        kicker=one_line(message.text("kicker")),
        teaser=one_line(message.text("teaser")),
        byline=one_line(message.text("byline")),
        dateline=message.text("dateline"),
        status=_code(message.text("pubstatus")),
        uri=one_line(message.text("urn")) or one_line(message.text("entry_id")),
        version=one_line(message.scalar("version")),
        usage_terms=_terms(message),
        language=one_line(message.text("language")),
    )
    draft.urgency = draft.rank(message.scalar("urgency"))
    draft.signal = _code(message.text("signal"))
    draft.published = draft.date(message.text("version_created"), "published")
    draft.embargoed = draft.date(message.text("embargoed"), "embargoed")
    draft.body = [*_markup(message, "article_html"), *_markup(message, "infobox_html", notes=True)]
    if (subhead := one_line(message.text("subhead"))) and subhead not in (draft.headline, draft.teaser):
        draft.note(subhead)
    _read_categories(message, draft)
    _read_notes(message, draft)
    return compose(draft, published)


def _markup(message: Node, key: str, *, notes: bool = False) -> list[Block]:
    return read_markup(message.text(key) or "", format=FORMAT, place=f"{message.path}.{key}", notes=notes)


def _code(qcode: str | None) -> str | None:
    """Return the code of a qcode: `correction` of `sig:correction`."""
    words = one_line(qcode)
    return words.rpartition(":")[2].lower() or None if words else None


def _terms(message: Node) -> str | None:
    return (message.text("usageterms") or "").strip() or None


def _read_categories(message: Node, draft: Draft) -> None:
    signals: list[str | None] = []
    providers: list[str] = []
    genres: list[str] = []
    for category in message.nodes("categories"):
        kind = (category.text("type") or "").removeprefix("dnltype:")
        name, code = category.text("name"), category.text("qcode")
        if kind in _SUBJECTS or kind in _PLACES:
            concept = make_concept(name, code)
            if concept is not None:
                (draft.subjects if kind in _SUBJECTS else draft.places).append(concept)
        elif kind == "signal" and (code or "").startswith("sig:"):
            signals.append(_code(code))
        elif kind in ("infosource", "provider") and name:
            (providers.append if kind == "provider" else draft.agencies.append)(name)
        elif kind == "genre" and (words := one_line(name)):
            genres.append(words)
    draft.agencies[:0] = [name for name in [message.text("creditline")] if name]
    draft.agencies += providers
    draft.signal = draft.signal or next(iter(signals), None)
    by_role: dict[str, list[tuple[str, bool]]] = {}
    for note in message.nodes("ednotes"):
        if line := one_line(note.text("ednote")):
            by_role.setdefault(_role(note), []).append((line, note.flag("is_publishable", default=True)))
    draft.head_notes(by_role, genres)


def _role(note: Node) -> str:
    return (note.text("role") or "").rpartition(":")[2]


def _read_notes(message: Node, draft: Draft) -> None:
    pad = message.node("notepad")
    inside = [*_markup(pad, "public_html", notes=True), *_markup(pad, "nonpublic_html", notes=True)]
    if inside:
        draft.notepad([*_markup(pad, "header_html", notes=True), *inside])
    for note in message.nodes("ednotes"):
        role = _role(note)
        words = note.text("ednote")
        if role == "closingline":
            draft.closing = draft.closing or one_line(words)
        elif role not in ("correctionshort", "genrenote", "picture"):
            kind = ZoneKind.CONTACT if role in _CONTACTS else ZoneKind.NOTE
            draft.note(words, kind, public=note.flag("is_publishable", default=True) and kind is ZoneKind.NOTE)
    for block in _markup(message, "linkbox_html", notes=True):
        draft.note(block.text)
    for description in message.nodes("descriptions"):
        draft.note(description.text("description"))
    if message.members.get("article_html") is None:
        attached = sum(1 for _ in message.nodes("associations"))
        if attached:
            draft.complain("wire.media", f"no article, {attached} attached media that are not read", Severity.INFO)
