"""Sign-offs: the codes of author and desk at the end of a dispatch, and the stamps with date and time around them."""

from __future__ import annotations

import re

from newsmodel.errors import DateError
from newsmodel.model import PartialDate
from newsmodel.wire.dates import month_number

__all__ = ["find_glued", "is_signoff", "is_stamp", "read_codes", "read_stamp"]

_CODE = r"[A-Za-zÄÖÜäöüß]{2,5}"
_SLASHED = re.compile(rf"/?{_CODE}(?:/{_CODE}){{1,5}}|/{_CODE}")
_GLUED = re.compile(rf"(?:(?<=[.!?»«\"“”)\]…])\s{{0,2}}|\s)(/{_CODE}(?:/{_CODE}){{0,5}})")
_CLOSING = re.compile(r"(?:dpa|lni|tmn)(?:[-/][a-z]{2,4})?(?:[ /]{1,2}[a-zäöüß0-9*]{1,6}){2,12}")
_PRIORITY = re.compile(r"(?<![a-z0-9])(?:[a-z]\d|yy[a-z]{1,4}|xx)(?![a-z0-9])")
_STAMP = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s+(?P<month>[A-Za-zäÄ]{3,4})\.?\s+(?P<year>\d\d|\d{4})"
)
_AFX = re.compile(r"[A-Z]{2,4}\d{3,4}\s+(?P<date>\d{4}-\d\d-\d\d)/(?P<time>\d\d:\d\d)")


def is_signoff(words: str) -> bool:
    """Return whether a line or a unit is a sign-off.

    >>> is_signoff("dpa ab yydd z2 a3 cd/ef"), is_signoff("/abc/DP/xy"), is_signoff("dpa meldet das so")
    (True, True, False)
    """
    if len(words) > 80:
        return False
    if _SLASHED.fullmatch(words):
        return words.startswith("/") or words.split("/", 1)[0].islower()
    return _CLOSING.fullmatch(words) is not None and _PRIORITY.search(words) is not None


def read_codes(words: str) -> tuple[str, ...]:
    """Return the codes of a sign-off, in order.

    >>> read_codes("dpa ab yydd z2 cd/ef")
    ('dpa', 'ab', 'yydd', 'z2', 'cd', 'ef')
    """
    return tuple(code for code in re.split(r"[\s/]+", words) if code)


def find_glued(text: str, start: int, end: int, *, single: bool) -> int | None:
    """Return where a sign-off begins that is glued to the last word of a stretch of text.

    Args:
        text: the whole text.
        start: offset of the stretch.
        end: its end, exclusive.
        single: whether one code alone (`/abc`) is enough.

    >>> find_glued("Das war alles./abc/DP/xy", 0, 24, single=False)
    14
    """
    tail = max(start, end - 40)
    for match in _GLUED.finditer(text, tail, end):
        if match.end() == end and match.start(1) > start and (single or match[1].count("/") > 1):
            return match.start(1)
    return None


def is_stamp(words: str) -> bool:
    """Return whether a line is a stamp with the date and time of sending.

    >>> is_stamp("251852 Sep 24"), is_stamp("ABC0123 2024-04-02/12:34"), is_stamp("25 Sep")
    (True, True, False)
    """
    return len(words) < 40 and (_STAMP.fullmatch(words) is not None or _AFX.fullmatch(words) is not None)


def read_stamp(words: str) -> PartialDate | None:
    """Return the time that a stamp gives: day, hour, minute, month and year, or ISO date and time.

    >>> print(read_stamp("251852 Sep 24"))
    2024-09-25T18:52
    """
    try:
        if afx := _AFX.fullmatch(words):
            return PartialDate.parse(f"{afx['date']}T{afx['time']}")
        match = _STAMP.fullmatch(words)
        month = month_number(match["month"]) if match else None
        if match is None or month is None:
            return None
        year = int(match["year"])
        if year < 100:
            year += 1900 if year >= 70 else 2000
        day, hour, minute = (int(match[part]) for part in ("day", "hour", "minute"))
        return PartialDate(year=year, month=month, day=day, hour=hour, minute=minute)
    except DateError:
        return None
