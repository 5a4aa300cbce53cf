"""Hostile input: stored articles and dispatches, damaged in every way that files and programs damage them."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from tests.golden.gold import load_all

from newsmodel.model.ids import ID_LETTERS

STORED = sorted((Path(__file__).parents[1] / "codec" / "golden").rglob("*.json"), key=lambda path: path.stat().st_size)
PLAIN: list[Any] = [json.loads(path.read_bytes()) for path in STORED]
TEXTS = [golden.text for golden in load_all()]


# Values


def _nest(depth: int, *, in_lists: bool) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value] if in_lists else {"members": value}
    return value


def _cycle(value: dict[str, Any]) -> dict[str, Any]:
    value["self"] = [value]
    return value


_IDS = st.builds("{}{}".format, st.sampled_from([letter for _, letter in ID_LETTERS.values()]), st.integers(0, 12))
_HUGE = [2**31, 2**53, 2**63, -(2**63), 10**400, 10**4299, 1e308, 5e-324, -0.0, 1e16]
_TEXTS = [
    "",
    " ",
    "\x00",
    "\ud800",
    "a\udfff",
    "e\u0301",
    "\u202e",
    "\U0010ffff",
    "de",
    "held",
    "2025-02-30",
    "2025-XX",
    "x" * 999,
]
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 400),
    st.sampled_from(_HUGE),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(_TEXTS),
    st.text(max_size=6),
    _IDS,
    st.builds("{:04}-{:02}-{:02}".format, st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32)),
)
_JUNK = st.one_of(
    _SCALARS,
    _SCALARS,
    st.lists(_SCALARS, max_size=3),
    st.dictionaries(
        st.one_of(st.sampled_from(["id", "span", "name", "text"]), st.text(max_size=4)), _SCALARS, max_size=3
    ),
    st.integers(1, 60).map(lambda depth: _nest(depth, in_lists=True)),
    st.integers(1, 60).map(lambda depth: _nest(depth, in_lists=False)),
)
_FOREIGN = st.one_of(  # what a program may hand to from_dict, and JSON cannot hold
    st.sampled_from([10**5000, -(10**5000), float("nan"), float("inf"), b"a1", (1, 2), {1}, 1j, object, range(3)]),
    st.builds(lambda: {10**5000: 1, None: 2, 1.5: 3, ("a",): 4}),
    st.builds(lambda: _cycle({})),
    st.builds(_nest, st.integers(500, 5000), in_lists=st.booleans()),
)


# Damage to a stored article


def _containers(plain: Any) -> list[Any]:
    """Return every object and array that holds something, in order."""
    found, queue = [], [plain]
    while queue:
        value = queue.pop()
        if isinstance(value, dict | list) and value:
            found.append(value)
            queue += value.values() if isinstance(value, dict) else value
    return found


@st.composite
def damaged(draw: st.DrawFn, *, foreign: bool = False) -> Any:
    """Return the plain data of a stored article with one to four places changed."""
    plain = copy.deepcopy(draw(st.sampled_from(PLAIN)))
    junk = _JUNK | _FOREIGN if foreign else _JUNK
    for _ in range(draw(st.integers(1, 4))):
        places = _containers(plain)
        if not places:
            break
        at = places[draw(st.integers(0, len(places) - 1))]
        key = draw(st.sampled_from(sorted(at, key=repr))) if isinstance(at, dict) else draw(st.integers(0, len(at) - 1))
        _change(draw, plain, at, key, junk)
        if foreign:
            break  # what is foreign cannot be walked and sorted again
    return plain


def _change(draw: st.DrawFn, plain: Any, at: Any, key: Any, junk: st.SearchStrategy[Any]) -> None:
    """Drop, replace, double, rename, move or swap the value at a key; or make an id another, or an offset."""
    match draw(st.sampled_from(["drop", "replace", "double", "rename", "graft", "swap", "id", "number"])):
        case "drop":
            del at[key]
        case "replace":
            at[key] = draw(junk)
        case "double":
            if isinstance(at, list):
                at.insert(draw(st.integers(0, len(at))), copy.deepcopy(at[key]))
            else:
                at[f"{key} "] = at[key]
        case "rename":
            if isinstance(at, dict):
                at[draw(st.sampled_from(["id", "span", "parent", "text", "schema_version", "x", "", "\ud800"]))] = (
                    at.pop(key)
                )
        case "graft":
            at[key] = copy.deepcopy(draw(st.sampled_from(_containers(plain))))
        case "swap":
            other = draw(st.sampled_from(list(at) if isinstance(at, dict) else list(range(len(at)))))
            at[key], at[other] = at[other], at[key]
        case "id":
            _point(draw, plain)
        case "number":
            if isinstance(at[key], int):
                at[key] += draw(st.integers(-3, 3) | st.sampled_from([2**31, 2**53, 10**4000]))


def _point(draw: st.DrawFn, plain: Any) -> None:
    """Let a reference lead elsewhere: into nothing, to another class, or round in a circle."""
    letters = {letter for _, letter in ID_LETTERS.values()}
    places = [
        (holder, key)
        for holder in _containers(plain)
        for key, value in (holder.items() if isinstance(holder, dict) else enumerate(holder))
        if isinstance(value, str) and value[:1] in letters and value[1:].isdecimal()
    ]
    if places:
        holder, key = draw(st.sampled_from(places))
        holder[key] = draw(_IDS)


# Damage to the bytes


@st.composite
def damaged_json(draw: st.DrawFn) -> str | bytes:
    """Return the JSON of a damaged article, its text or bytes damaged too in half of the cases."""
    text = json.dumps(draw(damaged()), ensure_ascii=draw(st.booleans()))
    if draw(st.booleans()):
        return text
    raw = bytearray(
        text.encode(draw(st.sampled_from(["utf-8", "utf-8", "utf-16", "utf-32", "utf-8-sig"])), "surrogatepass")
    )
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, max(0, len(raw) - 1)))
        match draw(st.sampled_from(["flip", "cut", "end", "put", "repeat"])):
            case "flip" if raw:
                raw[start] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del raw[start : start + draw(st.integers(1, 40))]
            case "end":
                del raw[start:]
            case "repeat":
                raw[start:start] = raw[start : start + draw(st.integers(1, 400))]
            case _:
                raw[start:start] = draw(st.sampled_from(_PUT) | st.binary(max_size=4))
    return bytes(raw)


_PUT = [
    b"[" * 100_000,
    b'{"a":' * 2_000,
    b"9" * 5_000,
    b"1e999",
    b"NaN",
    b"-Infinity",
    b'"\\ud800"',
    b"\xff",
    b"\xed\xa0\x80",
    b"\x00",
    b'"text":1,',
    b'"id":"a1",',
]


# Damage to a dispatch

# fmt: off
_CHARACTERS = (
    "\u0301" * 30, "\u202e", "\u200b", "\ufeff", "\x00", "\x85", "\u2028", "\r", "\t" * 9, "\ud800", "\U0001f468\u200d\U0001f469",
    "²", "٣", "Ⅻ", "ſ", "ﬁ", "İ", "A" * 3000, "ab" * 40 + "-",
)
_MARKS = (
    "„" * 50, "«" * 9, "\"'" * 20, "“", "»", ")", "(" * 80, "," * 80, "-" * 40, "." * 40, ":", "\n\n", "\n# ", "\n- ",
)
_PHRASES = (
    "9" * 400, "am 99.99.9999", "31. Februar", "um 25.61 Uhr", "vor 99999999999 Jahren", "seit -1 Tagen", "1/0",
    " sagte er", " sagte, dass", " und ", " habe ", "Kiel (dpa) - ", "dpa ab yydd n1 cd",
)
# fmt: on
_ODD = st.sampled_from((*_CHARACTERS, *_MARKS, *_PHRASES)) | st.text(max_size=8)
_WRONG = st.sampled_from([None, 5, b"Kiel (dpa) - Nein.", ["Nein."], 1.5])
_PUBLISHED = st.one_of(
    st.none(),
    st.sampled_from(
        ["2025-03-04", "0001-01-01", "9999-12-31", "9999", "2024-02-29T23:59Z", "gestern", "", "\ud800", 5, b"2025"]
    ),
    st.dates(),
    st.datetimes(timezones=st.none() | st.timezones()),
)


@st.composite
def damaged_dispatch(draw: st.DrawFn) -> tuple[Any, Any]:
    """Return a piece of a dispatch with odd characters in it, and a date of publication."""
    if draw(st.integers(0, 40)) == 40:
        return draw(_WRONG), None
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.sampled_from([0, 0, len(text) // 3, len(text) // 2]))
    text = text[start : start + draw(st.integers(0, 600))]
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        match draw(st.sampled_from(["put", "put", "cut", "repeat", "move", "case"])):
            case "put":
                text = text[:at] + draw(_ODD) + text[at:]
            case "cut":
                text = text[:at] + text[at + draw(st.integers(1, 60)) :]
            case "repeat":
                text = text[:at] + text[at : at + draw(st.integers(1, 60))] * draw(st.integers(1, 8)) + text[at:]
            case "move":
                text = text[at:] + text[:at]
            case _:
                text = text[:at] + draw(st.sampled_from([str.upper, str.lower, str.swapcase]))(text[at:])
    return text, draw(_PUBLISHED)
