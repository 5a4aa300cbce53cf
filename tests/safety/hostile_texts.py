"""Dispatches with odd characters, endless numbers and broken marks in them, and dates of publication of all kinds."""

from __future__ import annotations

import datetime as dt
import unicodedata
from random import Random
from typing import Any

from tests.golden.gold import load_all

TEXTS = [golden.text for golden in load_all()]
_SENTENCES = [line for text in TEXTS for line in text.split("\n") if 20 < len(line) < 400]

# fmt: off
_CHARACTERS = (
    "\u0301" * 30, "Za\u0335\u0321\u034fl\u0353\u0348go\u0489", "\u202e", "\u2067مرحبا\u2069", "\u202eשלום عليكم\u202c", "\u200b", "\u200c\u200d",
    "\u2060", "\ufeff", "\x00", "\x01\x1f\x7f", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\r", "\r\n", "\x1c\x1d\x1e", "\t" * 9, "\ud800", "\udfff",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "\U0001f44d\U0001f3fd", "𝕶𝖎𝖊𝖑", "\U00020000", "\U0010ffff", "\ue000",
    "\uffff", "a\ufe0f☎\ufe0e", "\u00a0", "\u2009", "\u202f", "\u3000", "\u1680", "각 한국", "क्षि", "²", "٣", "Ⅻ", "ſ", "ﬁ", "İ", "ı", "ẞ", "ŉ", "ß",
    "\u00ad", "Bun\u00addes", "A" * 3000, "ab" * 40 + "-",
)
_MARKS = (
    "„", "“", "”", "‚", "‘", "’", "«", "»", "‹", "›", '"', "'", "„" * 50, "«" * 9, "\"'" * 20, ")", "(", "(" * 80, ",", "," * 80, "-" * 40,
    "." * 40, "…", ":", ";", "/", "–", " - ", "\n", "\n\n", "\n# ", "\n- ", "* * * *\n", "|", "@", "#", "&amp;", "<p>", "\\",
)
_PHRASES = (
    "9" * 400, "am 99.99.9999", "31. Februar", "30.2.2023", "um 25.61 Uhr", "vor 99999999999 Jahren", "seit -1 Tagen", "1/0", "0000",
    "vom 3. bis 2. Mai", "von Montag bis Montag", "alle 0 Tage", "im Jahr 10000", "vor Christus", "in 9999 Jahren", "am 29. Februar",
    " sagte er", " sagte, dass", " und ", " habe ", " sei ", "Kiel (dpa) - ", "dpa ab yydd n1 cd", "der ", "die ", "nicht ", " traf ",
    " lehnte ab", " Kanzlerin ", "(CDU)", "Dr. ", "Anna Berg", " laut ", " zufolge", " um 9 Uhr", " am Montag", "Müller, Meier und Schulz",
)
_PUBLISHED: tuple[Any, ...] = (
    None, None, "2025-03-04", "0001-01-01", "9999-12-31", "9999", "0001", "2024-02-29T23:59Z", "2024-02-29T23:59[Klingon/Time]", "2024-XX",
    "gestern", "", "\ud800", 5, b"2025", dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.datetime(2024, 3, 31, 2, 30),
    dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.timezone(dt.timedelta(hours=-23))),
    dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14, seconds=7))),
)
_WRONG: tuple[Any, ...] = (None, 5, b"Kiel (dpa) - Nein.", ["Nein."], 1.5)
# fmt: on
_LONGEST = (0, 60, 100, 120, 150, 150, 150, 600)
"""What is taken of a dispatch, in code points: short mostly, since the time of an execution is that of its text."""


def damaged_dispatch(random: Random) -> tuple[Any, Any]:
    """Return a piece of a dispatch with odd things in it, and a date of publication."""
    if random.randrange(200) == 0:
        return random.choice(_WRONG), None
    text = _piece(random)
    for _ in range(random.randrange(1, 6)):
        text = _edited(random, text)
    if random.randrange(8) == 0:
        text = unicodedata.normalize(random.choice(("NFC", "NFD", "NFKC", "NFKD")), text)
    return text, random.choice(_PUBLISHED)


def _piece(random: Random) -> str:
    """Return the opening of a dispatch, a stretch of one, or sentences from several."""
    longest = random.choice(_LONGEST)
    match random.randrange(3):
        case 0:
            return random.choice(TEXTS)[:longest]
        case 1:
            text = random.choice(TEXTS)
            start = random.randrange(len(text))
            return text[start : start + longest]
        case _:
            return " ".join(random.choice(_SENTENCES) for _ in range(2))[:longest]


def _edited(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    match random.randrange(9):
        case 0 | 1:
            return text[:at] + random.choice(_CHARACTERS) + text[at:]
        case 2:
            return text[:at] + random.choice(_MARKS) + text[at:]
        case 3:
            return text[:at] + random.choice(_PHRASES) + text[at:]
        case 4:
            return text[:at] + chr(random.randrange(random.choice((0x80, 0x3000, 0x110000)))) + text[at:]
        case 5:
            return text[:at] + text[at + random.randrange(1, 60) :]
        case 6:
            # Once in a while a long text: the same words again and again.
            times = random.randrange(2, 4) if random.randrange(40) else 60
            return text[:at] + text[at : at + random.randrange(1, 60)] * times + text[at:]
        case 7:
            return text[at:] + text[:at]
        case _:
            return text[:at] + random.choice((str.upper, str.lower, str.swapcase, str.title))(text[at:])
