"""NewsML-G2: a `newsMessage` or a `newsItem` of any provider, its namespaces by their URIs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from newsmodel.errors import WireError
from newsmodel.model import Concept, PartialDate, Severity
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.blocks import one_line
from newsmodel.wire.composing import compose
from newsmodel.wire.concepts import make_concept
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.draft import Draft
from newsmodel.wire.formats.newsml_content import read_content
from newsmodel.wire.source import Payload
from newsmodel.wire.xml import local, parse_xml, read_tree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["FORMAT", "read_newsml"]

FORMAT = "newsml-g2"
NAR = "{http://iptc.org/std/nar/2006-10-01/}"
"""The namespace of all IPTC G2 standards."""

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_TEASERS = frozenset({"teaser", "summary", "abstract", "lead", "intro", "standfirst"})
_KICKERS = ("kicker", "overline", "roof", "strapline")
_PLACE_TYPES = ("geoArea", "poi", "geopol", "place", "location")
_HEAD_NOTES = ("correctionshort", "genrenote", "picture")
_SIGNALS = ("correction", "update", "repeat")


def read_newsml(payload: Payload, published: PartialDate | None = None) -> Dispatch:
    """Read a message of NewsML-G2.

    Of several items in a `newsMessage` the first news item with a text is read; a diagnostic names the others.

    Args:
        payload: the message.
        published: when it was published; overrides `versionCreated`.

    Raises:
        WireError: it is not well-formed, declares entities or a document type, or is not in the namespace of NewsML-G2.
        MissingExtraError: defusedxml is not installed.

    >>> item = '''<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2" xml:lang="de">
    ... <n:contentMeta><n:headline>Rat tagt</n:headline></n:contentMeta><n:contentSet><n:inlineXML>
    ... <html xmlns="http://www.w3.org/1999/xhtml"><body><p>Kiel (dpa) - Der Rat tagt.</p></body></html>
    ... </n:inlineXML></n:contentSet></n:newsItem>'''
    >>> dispatch = read_newsml(Payload("bytes", item.encode()))
    >>> dispatch.uri, dispatch.headline, dispatch.dateline.places, dispatch.text
    ('urn:x:1', 'Rat tagt', ('Kiel',), 'Kiel (dpa) - Der Rat tagt.')
    """
    root = parse_xml(payload, FORMAT)
    items = [root] if root.tag in {NAR + name for name in _ITEMS} else _items(root, payload.name)
    drafts = ((item, _read_item(item)) for item in items)
    first: tuple[Element, Draft] | None = None
    for item, draft in drafts:
        first = first or (item, draft)
        if draft.body:
            first = (item, draft)
            break
    if first is None:
        raise WireError("the message holds no item", format=FORMAT, place=f"{payload.name}: itemSet")
    others = [item.get("guid") or local(item) for item in items if item is not first[0]]
    if others:
        first[1].complain("wire.more_items", f"{len(others)} further items were not read: {', '.join(others)[:200]}")
    return compose(first[1], published)


def _items(root: Element, name: str) -> list[Element]:
    if root.tag != f"{NAR}newsMessage":
        namespace = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else "none"
        reason = f"<{local(root)}> in the namespace {namespace!r} is no message of NewsML-G2"
        raise WireError(reason, format=FORMAT, place=f"{name}: root element")
    found = [item for item in root.findall(f"{NAR}itemSet/*") if local(item) in _ITEMS]
    # News items first: a package beside them only lists them.
    return sorted(found, key=lambda item: local(item) != "newsItem")


def _read_item(item: Element) -> Draft:
    meta = _children(item, "itemMeta")
    content = _children(item, "contentMeta")
    draft = Draft(
        uri=one_line(item.get("guid")),
        version=one_line(item.get("version")),
        byline=_text(next(content("by"), None)),
        dateline=_text(next(content("dateline"), None)),
        usage_terms=_all_texts(item.findall(f"{NAR}rightsInfo/{NAR}usageTerms")),
        status=_code(next(meta("pubStatus"), None)),
    )
    language = next(content("language"), None)
    draft.language = one_line(language.get("tag") if language is not None else None) or one_line(item.get(_LANG))
    draft.urgency = draft.rank(_text(next(content("urgency"), None)))
    draft.published = draft.date(_text(next(meta("versionCreated"), None)), "published")
    draft.embargoed = draft.date(_text(next(meta("embargoed"), None)), "embargoed")
    _read_headings(list(content("headline")), list(content("description")), draft)
    _read_subjects(item, draft)
    _read_senders(item, draft)
    _read_signals(list(meta("signal")), draft)
    read_content(item, draft)
    _read_notes(list(meta("edNote")), list(content("genre")), draft)
    if local(item) != "newsItem":
        draft.complain("wire.item", f"a {local(item)} holds no text: only its metadata were read", Severity.INFO)
    return draft


def _children(item: Element, block: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def named(name: str) -> Iterator[Element]:
        return (found for part in item.findall(NAR + block) for found in part.findall(NAR + name))

    return named


def _text(element: Element | None) -> str | None:
    return one_line("".join(element.itertext())) if element is not None else None


def _all_texts(elements: list[Element]) -> str | None:
    return "\n".join(dict.fromkeys(filter(None, map(_text, elements)))) or None


def _code(element: Element | None) -> str | None:
    """Return the code of an element: that of its qcode, of its URI, or its literal."""
    if element is None:
        return None
    words = one_line(element.get("qcode") or element.get("uri") or element.get("literal"))
    return words.rpartition(":")[2].rpartition("/")[2] or None if words else None


def _role(element: Element) -> str:
    return (element.get("role") or element.get("roleuri") or "").rpartition(":")[2].rpartition("/")[2].lower()


def _rank(element: Element) -> int:
    rank = element.get("rank") or ""
    return int(rank) if rank.isascii() and rank.isdigit() and len(rank) < 6 else 10**6


def _is_foreign(element: Element, language: str | None) -> bool:
    """Return whether an element is in another language than the item."""
    own = (element.get(_LANG) or language or "").lower().partition("-")[0]
    return own != (language or "").lower().partition("-")[0]


def _read_headings(headlines: list[Element], descriptions: list[Element], draft: Draft) -> None:
    headlines.sort(key=lambda one: (_is_foreign(one, draft.language), _rank(one)))
    descriptions.sort(key=lambda one: _is_foreign(one, draft.language))
    named = [(_role(one), _text(one)) for one in headlines]
    draft.kicker = next((line for role, line in named if any(mark in role for mark in _KICKERS)), None)
    main = [line for role, line in named if role in ("", "main", "headline", "hl1", "display")]
    draft.headline = next(filter(None, [*main, *(line for _, line in named if line != draft.kicker)]), None)
    for one in descriptions:
        if draft.teaser is None and (not _role(one) or any(mark in _role(one) for mark in _TEASERS)):
            draft.teaser = _text(one)
        else:
            draft.note(_text(one))


def _name(element: Element, language: str | None) -> str | None:
    """Return the name to show: in the language of the item, and not a short or mnemonic one, as far as there is such."""
    names = [one for one in element.findall(f"{NAR}name") if _text(one)]
    ranked = sorted(
        names,
        key=lambda one: (_role(one) in ("mnemonic", "short", "adjectival"), _is_foreign(one, language)),
    )
    return _text(ranked[0]) if ranked else None


def _concept(element: Element, language: str | None) -> Concept | None:
    literal = element.get("literal")
    code = element.get("qcode") or element.get("uri")
    return make_concept(_name(element, language) or literal, code)


def _read_subjects(item: Element, draft: Draft) -> None:
    content = _children(item, "contentMeta")
    for element in content("subject"):
        kind = (element.get("type") or element.get("typeuri") or "").rpartition(":")[2].rpartition("/")[2]
        concept = _concept(element, draft.language)
        if concept is not None:
            (draft.places if kind in _PLACE_TYPES else draft.subjects).append(concept)
    for keyword in content("keyword"):
        if concept := make_concept(_text(keyword)):
            draft.subjects.append(concept)
    known = {place.name for place in draft.places}
    for element in content("located"):
        concept = _concept(element, draft.language)
        # dpa writes the places of the dateline there once more, as they stand in it.
        if concept and concept.name not in known and not (draft.dateline or "").startswith(concept.name):
            draft.places.append(concept)


def _read_senders(item: Element, draft: Draft) -> None:
    content = _children(item, "contentMeta")
    draft.agencies = [line for line in map(_text, content("creditline")) if line]
    for path in ("contentMeta/{0}infoSource", "itemMeta/{0}provider", "rightsInfo/{0}copyrightHolder"):
        for element in item.findall(NAR + path.format(NAR)):
            draft.agencies += [name for name in (_code(element), _name(element, draft.language)) if name]


def _read_signals(signals: list[Element], draft: Draft) -> None:
    codes = [code.lower() for code in map(_code, signals) if code]
    draft.signal = next((code for code in codes if code in _SIGNALS), None)
    for code in codes:
        if code not in _SIGNALS:
            draft.complain("wire.signal", f"a further signal: {code[:40]}", Severity.INFO)


def _read_notes(notes: list[Element], genres: list[Element], draft: Draft) -> None:
    by_role: dict[str, list[tuple[str, bool]]] = {}
    for note in notes:
        if line := _text(note):
            by_role.setdefault(_role(note), []).append((line, _is_public(note)))
    draft.head_notes(by_role, [name for genre in genres if (name := _name(genre, draft.language))])
    for note in notes:
        if len(note):
            blocks = read_tree(note, format=FORMAT, place="edNote", notes=True)
            draft.notepad(attrs.evolve(block, public=block.public and _is_public(note)) for block in blocks)
    for note in notes:
        role = _role(note)
        if role == "closingline":
            draft.closing = draft.closing or _text(note)
        elif not len(note) and role not in _HEAD_NOTES:
            kind = ZoneKind.CONTACT if "contact" in role else ZoneKind.NOTE
            draft.note(_text(note), kind, public=kind is ZoneKind.NOTE and _is_public(note))


def _is_public(note: Element) -> bool:
    """Return whether a note may be published: the standard addresses it to editors, dpa says which are not public."""
    constraint = note.get("pubconstraint") or note.get("pubconstrainturi") or ""
    return (note.get("role") or "").startswith("dpa") and "nonpublic" not in constraint.lower()
