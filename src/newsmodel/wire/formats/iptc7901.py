"""IPTC 7901: header, keywords and text between control characters, as agencies have sent by wire since 1979.

SOH header keywords STX text ETX date-time EOT. The text opens with notes in brackets, headline and byline, closed by `=`.
"""

from __future__ import annotations

import re
from itertools import pairwise

import attrs

from newsmodel.errors import WireError
from newsmodel.model import PartialDate, Zone
from newsmodel.model.vocab import ZoneKind
from newsmodel.wire.agency import read_agency
from newsmodel.wire.blocks import Block, one_line
from newsmodel.wire.composing import compose
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.draft import Draft
from newsmodel.wire.headings import is_byline, read_keywords
from newsmodel.wire.lines import BLANKS
from newsmodel.wire.marks import BULLET, SECTION
from newsmodel.wire.notes import read_embargo, read_note
from newsmodel.wire.pad import read_pad
from newsmodel.wire.plain import read_plain
from newsmodel.wire.signoff import is_signoff, read_stamp
from newsmodel.wire.source import Payload

__all__ = ["FORMAT", "looks_like_iptc7901", "read_iptc7901"]

FORMAT = "iptc7901"

_SOH, _STX, _ETX, _EOT = "\x01", "\x02", "\x03", "\x04"
_HEADER = re.compile(
    r"(?P<service>[A-Za-z]{2,4})\s?(?P<number>\d{3,5})\s+(?P<urgency>[1-9])(?:\s+(?P<category>[A-Za-z]{1,4})\b)?"
    r"(?:\s+(?P<words>\d{1,6}))?(?P<more>(?:[ \t]+\S+)*)"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LONGEST_LEAD = 200
"""Characters that some lines send before the message begins."""

_LONGEST_TITLE = 40
"""Lines that the title may take, to the `=` that closes it."""

_LONGEST_TEASER = 2
"""Paragraphs between the title and the dateline."""

_HYPHEN = re.compile(r"(?<=\w)-\s*\n\s*(?=[^\W\d_])(?!(?:und|oder|bzw|sowie|bis)\b)")
_PAD = re.compile(r"^#[ \t]+(?=\S)", re.MULTILINE)
_CODE = re.compile(r"[a-zäöüß0-9*-]{1,8}")
_MOST_CODES = 14
_FOUND = ("byline", "teaser", "signal", "embargoed")
_ALARMS = frozenset({"eil", "blitz", "vorrang"})


def looks_like_iptc7901(start: str) -> bool:
    r"""Return whether a text opens as a message of IPTC 7901 does, control characters included.

    Args:
        start: its first lines.

    >>> looks_like_iptc7901("\x01bdt0042 3 pl 95  dpa 0000\nHafen/\n\x02Hafen gesperrt =")
    True
    >>> looks_like_iptc7901("Kiel (dpa) - Der Hafen ist gesperrt.")
    False
    """
    lead = start[:_LONGEST_LEAD].find(_SOH)
    has_frame = lead >= 0 or _STX in start or _ETX in start
    return has_frame and _HEADER.match(start[lead + 1 :].lstrip(BLANKS)) is not None


def read_iptc7901(payload: Payload, published: PartialDate | None = None) -> Dispatch:
    r"""Read a message of IPTC 7901 in ISO 8859-1 or UTF-8.

    Args:
        payload: the message; of several in a row the first is read, and a diagnostic says so.
        published: when it was published; overrides the stamp at the end.

    Raises:
        WireError: the bytes are no text, or it has no header.

    >>> message = "\x01bdt0042 3 pl 95  dpa 0000\nHafen/\n\x02Hafen zu =\n\nKiel (dpa) - Er ist\nzu.\n\x03031200 Mai 24\n\x04"
    >>> dispatch = read_iptc7901(Payload("bytes", message.encode("latin-1")))
    >>> dispatch.headline, dispatch.text, dispatch.urgency, str(dispatch.published)
    ('Hafen zu', 'Kiel (dpa) - Er ist zu.', 3, '2024-05-03T12:00')
    """
    text = payload.text()
    draft = Draft()
    head, body, tail = _split(text, draft)
    lines = [line for line in (_CONTROLS.sub("", raw).strip(BLANKS) for raw in head.split("\n")) if line]
    header = _HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        raise WireError("no header such as `bdt0042 3 pl 95  dpa 0000`", format=FORMAT, place=f"{payload.name}: line 1")
    draft.urgency = int(header["urgency"])
    draft.uri = header["service"] + header["number"]
    draft.agencies = header["more"].split()
    draft.published = published or next(filter(None, map(read_stamp, tail)), None)
    for line in lines[1:]:
        keywords = read_keywords(line if line.endswith("/") else f"{line}/")
        draft.subjects += keywords
        if not keywords:
            draft.note(line, public=False)
    title, rest = _cut_title(_CONTROLS.sub("", body))
    _read_title(title, draft)
    rest, pad = _cut_closing(rest, draft)
    _read_body(rest, draft)
    draft.notepad(read_pad(pad))
    return compose(draft, published)


def _split(text: str, draft: Draft) -> tuple[str, str, list[str]]:
    """Return the header with its keywords, the text, and the lines behind it."""
    start = text.find(_SOH) + 1
    end = text.find(_EOT, start)
    message = text[start : end if end >= 0 else len(text)]
    if end >= 0 and _SOH in text[end:]:
        draft.complain("wire.more_messages", f"{text.count(_SOH, end)} further messages in the file were not read")
    head, stx, body = message.partition(_STX)
    if not stx:
        head, _, body = message.lstrip(BLANKS).partition("\n")
        first, _, others = body.lstrip("\n").partition("\n")
        if read_keywords(first.strip(BLANKS)):
            head, body = f"{head}\n{first}", others
    body, etx, tail = body.partition(_ETX)
    if not etx:
        draft.complain("wire.truncated", "the message breaks off: the character that ends its text is missing")
    return head, body, [line.strip(BLANKS) for line in tail.split("\n")][:5]


def _cut_title(body: str) -> tuple[list[str], str]:
    """Divide the text behind the `=` that closes the title; without one, nothing is known to be title."""
    at = 0
    for _ in range(_LONGEST_TITLE):
        end = body.find("\n", at)
        line = body[at : end if end >= 0 else len(body)].rstrip(BLANKS)
        if line.endswith((" =", "\t=")) or line.strip() == "=":
            title = body[:at] + line.removesuffix("=")
            return [words for words in map(str.strip, title.split("\n")) if words], body[end:] if end >= 0 else ""
        if end < 0:
            break
        at = end + 1
    return [], body


def _read_title(lines: list[str], draft: Draft) -> None:
    """Read notes in brackets, headline and byline."""
    headline: list[str] = []
    bracket: list[str] = []
    for line in lines:
        if bracket or line.startswith("("):
            bracket.append(line)
            if line.endswith(")"):
                _take_note(" ".join(bracket), draft)
                bracket = []
        elif is_byline(line) and headline:
            draft.byline = line
        else:
            headline.append(line)
    draft.headline = one_line(" ".join(headline + bracket))


def _cut_closing(rest: str, draft: Draft) -> tuple[str, str]:
    """Return the body and the note pad behind it, and take the closing line off the end of the whole."""
    whole = rest.rstrip(BLANKS)
    last = whole[whole.rfind("\n") + 1 :].strip(BLANKS)
    # The line stands in its place, so that less is asked of it than where it might stand anywhere.
    codes = last.replace("/", " ").split()
    if is_signoff(last) or (
        1 < len(codes) <= _MOST_CODES and read_agency(codes[0]) and all(map(_CODE.fullmatch, codes))
    ):
        draft.closing = last
        whole = whole[: len(whole) - len(last)].rstrip(BLANKS)
    pad = _PAD.search(whole)
    return (whole[: pad.start()], whole[pad.start() :]) if pad else (whole, "")


def _take_note(words: str, draft: Draft) -> None:
    note = read_note(words, before_body=True)
    if note is not None and note.signal:
        draft.signal = note.signal if draft.signal is None or note.signal in _ALARMS else draft.signal
        if words.strip("()" + BLANKS).casefold() in _ALARMS:
            return
    if note is not None and note.kind == "embargo":
        draft.embargoed = read_embargo(words, draft.published)
    draft.note(words, public=note is None or note.public)


def _read_body(rest: str, draft: Draft) -> None:
    """Read what follows the title as plain agency text, and take its zones over."""
    plain = read_plain(rest, published=draft.published)
    known = _FOUND if draft.headline else ("headline", "kicker", *_FOUND)
    for name in known:
        if getattr(draft, name) is None:
            setattr(draft, name, getattr(plain, name))
    draft.subjects += plain.subjects
    draft.published = draft.published or plain.published
    draft.diagnostics += [found for found in plain.diagnostics if found.code not in ("wire.empty", "wire.no_body")]
    zones = [_in_body(zone, after, draft) for zone, after in pairwise((*plain.zones, None)) if zone is not None]
    first = next((i for i, zone in enumerate(zones) if zone.kind is ZoneKind.DATELINE), None)
    before = [] if first is None else [zone for zone in zones[:first] if zone.kind in _MAIN]
    if first is not None and len(before) <= _LONGEST_TEASER:
        if draft.teaser is None and before:
            draft.teaser = " ".join(_words(rest, zone) for zone in before)
        zones = [zone for zone in zones if zone not in before]
        draft.dateline = _words(rest, plain.zones[first])
        zones.remove(plain.zones[first])
    _take_zones(rest, zones, draft)


def _in_body(zone: Zone, after: Zone | None, draft: Draft) -> Zone:
    """Return a zone as it is where the title has been read before: what looks like one now divides the body."""
    if draft.headline is None or zone.kind is not ZoneKind.HEADLINE:
        return zone
    divides = after is not None and after.kind is ZoneKind.PARAGRAPH
    return attrs.evolve(zone, kind=ZoneKind.SUBHEAD if divides else ZoneKind.LIST)


_MAIN = (ZoneKind.PARAGRAPH, ZoneKind.LIST, ZoneKind.SUBHEAD, ZoneKind.HEADLINE, ZoneKind.KICKER, ZoneKind.TEASER)


def _take_zones(text: str, zones: list[Zone], draft: Draft) -> None:
    dateline = ""
    for zone in zones:
        words = _words(text, zone)
        if zone.kind is ZoneKind.DATELINE:  # a second one, where a file holds several short reports
            dateline = f"{words} "
        elif zone.kind is ZoneKind.SIGNOFF:
            draft.closing = words
        elif zone.kind in (ZoneKind.NOTE, ZoneKind.CONTACT):
            draft.notepad([Block(zone.kind, words, zone.public)])
        elif zone.kind is ZoneKind.TABLE and draft.body and draft.body[-1].kind is ZoneKind.TABLE:
            draft.body[-1] = Block(zone.kind, f"{draft.body[-1].text}\n{words}")
        elif zone.kind in _MAIN or zone.kind in (ZoneKind.TABLE, ZoneKind.BYLINE):
            draft.body.append(Block(zone.kind, dateline + words, zone.public))
            dateline = ""


def _words(text: str, zone: Zone) -> str:
    """Return the words of a zone, unwrapped and without the marks of headings and lists."""
    words = text[zone.span.start : zone.span.end]
    if zone.kind is ZoneKind.TABLE:
        return words
    mark = SECTION.match(words) or (BULLET.match(words) if zone.kind in (ZoneKind.NOTE, ZoneKind.CONTACT) else None)
    return " ".join(_HYPHEN.sub("-", words[mark.end() if mark else 0 :]).split())
