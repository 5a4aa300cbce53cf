"""From what a reader gathered to a dispatch: the text is put together in one way, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsmodel.model import PartialDate, SignOff, Span, Zone
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.agency import read_agency
from newsmodel.wire.blocks import Block, one_line, same_words, squeeze
from newsmodel.wire.dateline import Opening, read_dateline, read_given_dateline
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.draft import Draft
from newsmodel.wire.lines import BLANKS
from newsmodel.wire.notes import read_note
from newsmodel.wire.signoff import find_glued, is_signoff, read_codes

__all__ = ["compose"]

_BODY = (ZoneKind.PARAGRAPH, ZoneKind.LIST)
_AROUND = (ZoneKind.NOTE, ZoneKind.CONTACT)
_FIELDS = {
    ZoneKind.HEADLINE: "headline",
    ZoneKind.KICKER: "kicker",
    ZoneKind.TEASER: "teaser",
    ZoneKind.BYLINE: "byline",
    ZoneKind.DATELINE: "dateline",
    ZoneKind.SIGNOFF: "closing",
}
_TAKEN_OVER = (
    *("headline", "kicker", "teaser", "byline", "urgency", "status", "embargoed", "uri", "version", "usage_terms"),
    *("language", "published"),
)
_BETWEEN = "\n\n"
_COPYRIGHT = ("©", "(c)", "Copyright ")
_LONGEST_REMARK = 200
_SIGNAL_BY_URGENCY = {1: "blitz", 2: "eil"}
"""What dpa calls its messages of these urgencies."""


def compose(draft: Draft, published: PartialDate | None = None) -> Dispatch:
    r"""Return the dispatch of a draft: dateline and body, then notes, then the sign-off, divided by blank lines.

    Args:
        draft: what a reader gathered.
        published: when it was published, if the caller knows better.

    >>> draft = Draft(dateline="Kiel (dpa) -", closing="dpa ab n1", body=[Block(ZoneKind.PARAGRAPH, "Der Rat tagt.")])
    >>> compose(draft).text
    'Kiel (dpa) - Der Rat tagt.\n\ndpa ab n1'
    """
    draft.published = published or draft.published
    body = list(_take_fields(draft))
    _cut_end(body, draft)
    words, opening = _cut_dateline(body, draft)
    text, zones = _join(_in_order(body, words, draft))
    line = next((zone.span for zone in zones if zone.kind is ZoneKind.DATELINE), None)
    paragraphs = tuple(zone.span for zone in zones if zone.kind in _BODY)
    last = zones[-1].span if zones and zones[-1].kind is ZoneKind.SIGNOFF else None
    if not paragraphs:
        draft.complain("wire.no_body", "the message has no body text")
    agency = _agency(draft, opening)
    return Dispatch(
        text=text,
        zones=tuple(zones),
        paragraphs=paragraphs,
        dateline=attrs.evolve(opening.dateline, span=line) if opening and line else None,
        signoff=SignOff(codes=read_codes(text[last.start : last.end]), span=last) if last else None,
        agency=agency,
        signal=draft.signal or (_SIGNAL_BY_URGENCY.get(draft.urgency or 0) if agency == "dpa" else None),
        subjects=tuple(dict.fromkeys(draft.subjects)),
        places=tuple(dict.fromkeys(draft.places)),
        diagnostics=tuple(draft.diagnostics),
        **{name: getattr(draft, name) for name in _TAKEN_OVER},
    )


def _take_fields(draft: Draft) -> Iterator[Block]:
    """Yield the body without what the fields say; a field that only the body gives is filled from it."""
    front = True
    for number, block in enumerate(draft.body):
        field = _FIELDS.get(block.kind)
        if field is not None:
            known = getattr(draft, field)
            if known is None:
                setattr(draft, field, one_line(block.text))
            elif not _says(block.text, known):
                # An author or a headline may be given twice, in two ways; a second heading divides the body.
                divides = block.kind is ZoneKind.HEADLINE and not front
                yield attrs.evolve(block, kind=ZoneKind.SUBHEAD if divides else ZoneKind.NOTE)
        elif not (front and _repeats(block, draft, last=number + 1 == len(draft.body))):
            front = front and block.kind is not ZoneKind.PARAGRAPH
            yield block


def _repeats(block: Block, draft: Draft, *, last: bool) -> bool:
    """Return whether a block before the body says a field once more; a summary may be the first paragraph itself."""
    if any(same_words(block.text, getattr(draft, name)) for name in _FIELDS.values() if name != "teaser"):
        return True
    if last or not same_words(block.text, draft.teaser):
        return False
    return not block.opening and read_dateline(block.text, 0, len(block.text)) is None


def _cut_end(body: list[Block], draft: Draft) -> None:
    """Take the notice of copyright and the sign-off off the end of the body, where no field has it."""
    if body and body[-1].kind is ZoneKind.PARAGRAPH and body[-1].text.startswith(_COPYRIGHT):
        if len(body[-1].text) <= _LONGEST_REMARK:
            draft.note(body.pop().text)
    if draft.closing is not None or not body or body[-1].kind not in _BODY:
        return
    words = body[-1].text
    if is_signoff(words):
        draft.closing = body.pop().text
    elif (at := find_glued(words, 0, len(words), single=False)) is not None:
        draft.closing = words[at:]
        rest = words[:at].rstrip(BLANKS)
        body[-1:] = [attrs.evolve(body[-1], text=rest)] if rest else []


def _cut_dateline(body: list[Block], draft: Draft) -> tuple[str, Opening | None]:
    """Return the dateline and what it says, and cut it off the first paragraph where that repeats it."""
    given = squeeze(draft.dateline or "")
    first = next((i for i, block in enumerate(body) if block.kind is ZoneKind.PARAGRAPH), None)
    if first is not None:
        block = body[first]
        end = block.opening or _repeated(block.text, given)
        if not end and not given:
            found = read_dateline(block.text, 0, len(block.text), draft.published)
            end = found.dateline.span.end if found else 0
        if end:
            given = block.text[:end].strip(BLANKS)
            rest = block.text[end:].strip(BLANKS)
            body[first : first + 1] = [attrs.evolve(block, text=rest, opening=0)] if rest else []
    return given, read_given_dateline(given, draft.published) if given else None


def _in_order(body: Sequence[Block], dateline: str, draft: Draft) -> Iterator[Block]:
    """Yield all blocks in the order of the text."""
    main = [block for block in body if block.kind not in _AROUND]
    first = next((i for i, block in enumerate(main) if block.kind is ZoneKind.PARAGRAPH), 0)
    for i, block in enumerate(main):
        if i == first and dateline:
            yield Block(ZoneKind.DATELINE, dateline)
        yield attrs.evolve(block, public=block.public and not _is_private(block.text))
    if dateline and not main:
        yield Block(ZoneKind.DATELINE, dateline)
    yield from (block for block in body if block.kind in _AROUND)
    yield from draft.notes
    if line := one_line(draft.closing):
        yield Block(ZoneKind.SIGNOFF, line, public=False)


def _agency(draft: Draft, opening: Opening | None) -> str | None:
    """Return the agency by its usual name: that of the dateline, else the first that is known, else the first."""
    if opening is not None and opening.agency is not None:
        return opening.agency
    names = [name for name in map(one_line, draft.agencies) if name]
    return next((known for name in names if (known := read_agency(name))), names[0] if names else None)


def _join(blocks: Iterable[Block]) -> tuple[str, list[Zone]]:
    """Return the text of blocks and their zones in it; behind a dateline the paragraph goes on in the same line."""
    parts: list[str] = []
    zones: list[Zone] = []
    at = 0
    for block in blocks:
        if zones:
            glued = zones[-1].kind is ZoneKind.DATELINE and block.kind is ZoneKind.PARAGRAPH
            parts.append(" " if glued else _BETWEEN)
            at += len(parts[-1])
        zones.append(Zone(kind=block.kind, span=Span(start=at, end=at + len(block.text)), public=block.public))
        parts.append(block.text)
        at += len(block.text)
    return "".join(parts), zones


def _repeated(text: str, dateline: str) -> int:
    """Return how long a dateline is that a paragraph repeats, whatever white space it has; 0 if it does not."""
    at = 0
    for word in dateline.split():
        while at < len(text) and text[at] in BLANKS:
            at += 1
        if not text.startswith(word, at):
            return 0
        at += len(word)
    return at


def _says(words: str, known: str) -> bool:
    """Return whether a field says what a block says, or one of the two says more."""
    one, other = " ".join(words.split()), " ".join(known.split())
    return one in other or other in one


def _is_private(words: str) -> bool:
    """Return whether a paragraph says of itself that it is not for the public."""
    note = read_note(words, before_body=False) if len(words) < _LONGEST_REMARK else None
    return note is not None and note.kind == "private"
