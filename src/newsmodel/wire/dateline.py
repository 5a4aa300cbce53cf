"""Datelines: `KIEL/BERLIN (dpa) - `, with several places, a date, one or several agencies; and the date line before."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsmodel.german.lexicon import table
from newsmodel.model import Dateline, PartialDate, Span
from newsmodel.wire.agency import read_agency
from newsmodel.wire.dates import find_day, find_english_day, find_iso
from newsmodel.wire.lines import BLANKS

__all__ = ["Opening", "read_date_line", "read_dateline", "read_given_dateline"]

_REACH = 200
"""Code points: no dateline is longer."""

_DATE_LINE = re.compile(r"(?:date|datum)\s*:?\s+(?=\d)", re.IGNORECASE)
_END = re.compile(r"\s*[.:]?\s*(?:[-–—−‒]{1,3}(?:\s+|\Z))+|[.:]\s+|\s*\Z")
_DASH = re.compile(r"\s[-–—]\s+")
_COUNTRY = re.compile(r"\s\([^()]{2,40}\)$")
_PLACE = re.compile(r"['’]?[^\W\d_][\w.'’-]*(?:[ \n]\(?[\w.'’«»\"-]+\)?){0,6}")
_SENTENCE_END = re.compile(r"\w{4,}[.!?]\s")
_AGENCY_NOUN = re.compile(r"agentur|dienst\b|presse\b|unternehmen|gesellschaft", re.IGNORECASE)


@attrs.frozen(slots=True, kw_only=True)
class Opening:
    """A dateline that was found, and what it says of the agency.

    Attributes:
        dateline: the dateline.
        agency: the agency by its usual name; None where the dateline names none.
        written_date: whether a date stands in it, even one without a year.
    """

    dateline: Dateline
    agency: str | None
    written_date: bool


def read_date_line(text: str, start: int, end: int) -> tuple[PartialDate, int] | None:
    """Read a leading `date 2024-04` and return the date and the offset behind it.

    Args:
        text: the whole text.
        start: where a unit starts.
        end: where it ends, exclusive.

    >>> read_date_line("date 2024-04 KIEL (abc) - Der Rat tagt.", 0, 39)
    (PartialDate('2024-04'), 12)
    """
    match = _DATE_LINE.match(text, start, end)
    if match is None:
        return None
    words = text[match.end() : min(end, match.end() + 40)]
    if (iso := find_iso(words)) is not None and iso[1] == 0:
        return iso[0], match.end() + iso[2]
    day = find_day(words)
    date = day.dated(None) if day is not None and day.start == 0 else None
    return None if day is None or date is None else (date, match.end() + day.end)


def read_dateline(text: str, start: int, end: int, near: PartialDate | None = None) -> Opening | None:
    """Read the dateline that a unit opens with.

    It is `PLACES [, DATE] (AGENCY) -` or, without an agency, `PLACE [(COUNTRY)], DATE -`; what follows must begin like
    a sentence. A place in prose (`Linz (Österreich) ist …`) is none.

    Args:
        text: the whole text.
        start: where the unit starts.
        end: where it ends, exclusive.
        near: the date of publication; it gives the year that a date does not name.

    >>> words = "Kiel/Lübeck, 3. Mai (dpa/lno) - Der Rat tagt."
    >>> found = read_dateline(words, 0, len(words), PartialDate(year=2024, month=5))
    >>> found.dateline.places, str(found.dateline.date), found.dateline.agency, found.agency
    (('Kiel', 'Lübeck'), '2024-05-03', 'dpa/lno', 'dpa')
    >>> read_dateline("Linz (Österreich) ist eine Stadt.", 0, 33) is None
    True
    """
    window = text[start : min(end, start + _REACH)]
    return _with_agency(window, start, whole=start + len(window) == end, near=near) or _with_date(window, start, near)


def read_given_dateline(words: str, near: PartialDate | None = None) -> Opening:
    """Read words that are known to be a dateline, whatever they look like.

    Args:
        words: the words of a field for datelines, nothing blank at the edges.
        near: the date of publication.

    Returns:
        What they say; the places as they stand where they are in no form that is known.

    >>> read_given_dateline("MADRID, 21 Nov. 2024 (Europa Press) -").dateline.places
    ('MADRID',)
    """
    found = read_dateline(words, 0, len(words), near)
    if found is not None and found.dateline.span.end == len(words):
        return found
    head, bracket, rest = words.partition("(")
    agency = rest.partition(")")[0].strip() if bracket else ""
    places: list[str] = []
    date = None
    for part in re.split(r"\s*,\s*", head.rstrip(BLANKS + "-–—−‒.:,")):
        if any(c.isdigit() for c in part):
            day = find_day(part) or find_english_day(part)
            date = date or (day.dated(near) if day else None)
        elif part.strip(BLANKS):
            places += _read_places(part) or [" ".join(part.split())]
    dateline = Dateline(
        places=tuple(places), agency=agency or None, date=date, span=Span(start=0, end=len(words.rstrip(BLANKS)))
    )
    return Opening(dateline=dateline, agency=read_agency(agency), written_date=date is not None)


def _with_agency(window: str, start: int, *, whole: bool, near: PartialDate | None) -> Opening | None:
    at = window.find("(")
    for _ in range(3):
        close = window.find(")", at, at + 60) if at >= 0 else -1
        if close < 0:
            return None
        inner = window[at + 1 : close]
        agency, date_words = _split_inner(inner)
        if agency is not None:
            return _build(window, start, (at, close), (agency, date_words), whole=whole, near=near)
        at = window.find("(", close)
    return None


def _split_inner(inner: str) -> tuple[str | None, str]:
    """Return the agency and the words of a date in brackets: `dpa`, or `dpa, 3. Mai`."""
    day = find_day(inner)
    if day is None:
        return read_agency(inner), ""
    return read_agency(inner[: day.start].rstrip(" ,") or inner[day.end :].lstrip(" ,")), inner


def _build(
    window: str,
    start: int,
    brackets: tuple[int, int],
    inside: tuple[str, str],
    *,
    whole: bool,
    near: PartialDate | None,
) -> Opening | None:
    at, close = brackets
    agency, date_words = inside
    end, after_words = _find_end(window, close + 1)
    if end is None or (end == len(window) and not whole) or window[end : end + 1].islower():
        return None
    head, in_head = _cut_date(window[:at])
    places = _read_places(head)
    if places is None or (_AGENCY_NOUN.search(head) and not head.isupper()):
        return None
    day = find_day(in_head or date_words or after_words) or find_english_day(in_head)
    length = len(window[:end].rstrip(BLANKS))
    dateline = Dateline(
        places=places,
        agency=window[at + 1 : close].strip(),
        date=day.dated(near) if day else None,
        span=Span(start=start, end=start + length),
    )
    return Opening(dateline=dateline, agency=agency, written_date=day is not None)


def _find_end(window: str, at: int) -> tuple[int | None, str]:
    """Return the offset behind the dash (or full stop, or colon) after the brackets, and a date between the two."""
    if end := _END.match(window, at):
        return end.end(), ""
    words = window[at : at + 26]
    day = find_day(words)
    if day is None or words[: day.start].strip(" ,"):
        return None, ""
    end = _END.match(window, at + day.end)
    return (end.end() if end else None), words[day.start : day.end]


def _with_date(window: str, start: int, near: PartialDate | None) -> Opening | None:
    dash = _DASH.search(window)
    if dash is None or window[dash.end() : dash.end() + 1].islower():
        return None
    head, date_words = _cut_date(window[: dash.start()])
    day = find_day(date_words)
    if day is None or not window[: dash.start()].rstrip(" .").endswith(date_words.rstrip(" .")):
        return None
    if not window[len(head) :].startswith(","):
        return None
    places = _read_places(_COUNTRY.sub("", head))
    if not places or any(len(place.split()) > 3 or _is_common(place) for place in places):
        return None
    dateline = Dateline(
        places=places,
        date=day.dated(near),
        span=Span(start=start, end=start + len(window[: dash.end()].rstrip(BLANKS))),
    )
    return Opening(dateline=dateline, agency=None, written_date=True)


def _cut_date(head: str) -> tuple[str, str]:
    """Divide what stands before the brackets into places and date."""
    day = find_day(head)
    if day is None:
        places, comma, last = head.rstrip(BLANKS + ",").rpartition(",")
        if comma and find_english_day(last.strip(BLANKS)):
            return places.rstrip(BLANKS + ","), last.strip(BLANKS)
    if day is None or head[day.end :].strip(" ,."):
        return head.rstrip(BLANKS + ","), ""
    return head[: day.start].rstrip(BLANKS + ","), head[day.start :].strip(BLANKS)


def _read_places(head: str) -> tuple[str, ...] | None:
    """Return the places that are listed, none for an empty head; None where the words are no list of places."""
    head = head.strip(BLANKS + ",")
    if not head:
        return ()
    if len(head) > 100 or _SENTENCE_END.search(head):
        return None
    places: list[str] = []
    for part in re.split(r"\s*[/,;]\s*|\s+und\s+", head):
        place = " ".join(part.split())
        if places and place in _tails():
            places[-1] += f"/{place}"
        elif _PLACE.fullmatch(place) and not place[0].islower():
            places.append(place)
        else:
            return None
    return tuple(places)


@cache
def _tails() -> frozenset[str]:
    return frozenset(row["tail"] for row in table("wire_place_tails"))


@cache
def _common() -> frozenset[str]:
    days = [row["forms"].split(" ")[0] for row in table("times_calendar") if row["kind"] in ("weekday", "month")]
    return frozenset(days) | {row["word"].casefold() for row in table("pipeline_sentence_starters")}


def _is_common(place: str) -> bool:
    """Return whether the first word is one that opens sentences, or a day of the week, and so no place."""
    return place.split(" ", 1)[0].casefold() in _common()
