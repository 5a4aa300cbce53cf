"""Values that do not belong where they are put, and pieces of JSON that break it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from newsmodel.model.ids import ID_LETTERS

_HUGE = (2**31, 2**53, 2**61 - 1, 2**63, -(2**63), 10**400, 10**4299, 1e308, 5e-324, -0.0, 1e16, 1.0, 0.5)
# fmt: off
_TEXTS = (
    "", " ", "\n", "\x00", "\ud800", "a\udfff", "\ud83d\ude00", "e\u0301", "\u202e", "\ufeff", "\U0010ffff", "x" * 999,
    "de", "de-AT", "xx-", "held", "2025", "2025-02-30", "2025-XX", "2025-01-01T24:00Z", "0000", "９９９９", "2025-1-1",
    "2025-01-01T10:00[MESZ]", "PT2H", "XXXX-WXX-1", "Q0", "Q42", "null", "1", "a1", "a01", "a1\n", "a" + "9" * 30, "١",
)
_KEYS = (
    "id", "span", "spans", "parent", "text", "name", "kind", "members", "roles", "of", "target", "statement", "time",
    "schema_version", "x", "", "\ud800", "__class__", "$ref", "a b", "\x00", "self", "text ", "Text",
)
# fmt: on
DISTANCES = (-3, -1, 1, 2, 2**31, 2**53, 2**64, -(2**64), 10**4000)

JSON_PIECES = (
    *("[", "]", "{", "}", ",", ":", '"', "\\", "'", "//", "/* */", "\n", "\t", "\x00", "\x7f", "\u2028", "\ufeff"),
    *("null", "true", "NaN", "Infinity", "-Infinity", "1e999", "-1e-999", "01", "+1", "-", ".5", "1.", "0x1", "1_0"),
    *('"\\ud800"', "\\ud83d\\ude00", "\\u12", "\\x41", "\ud800", '""', "[]", "{}", "[[[[[[[[", "]]]]]]]]", "9" * 5_000),
    *('"text":1,', '"id":"a1",', '"schema_version":1,', '"schema_version":2,', '"span":[0,1],', "[" * 100_000),
    *('{"a":' * 2_000, "[" * 900 + "]" * 900),
)
BYTE_PIECES = (
    *(piece.encode("utf-8", "surrogatepass") for piece in JSON_PIECES),
    *(
        b"\xff",
        b"\xfe",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xc0\x80",
        b"\xf5\x80\x80\x80",
        b"\x80",
        b"\x1f\x8b",
    ),
)


def key(random: Random) -> str:
    """Return a key that is one of the schema's, or none."""
    return random.choice(_KEYS)


def value(random: Random) -> Any:
    """Return a value that JSON can hold."""
    match random.randrange(10):
        case 0 | 1 | 2 | 3 | 4 | 5:
            return _scalar(random)
        case 6:
            return [_scalar(random) for _ in range(random.randrange(4))]
        case 7:
            return {key(random): _scalar(random) for _ in range(random.randrange(4))}
        case _:
            return nested(random.choice((1, 2, 5, 60)), in_lists=random.randrange(2) == 1)


def _scalar(random: Random) -> Any:
    match random.randrange(9):
        case 0:
            return random.choice((None, True, False))
        case 1 | 2:
            return random.randrange(-3, 60)
        case 3:
            return random.choice(_HUGE)
        case 4 | 5:
            return random.choice(_TEXTS)
        case 6:
            return f"{random.choice(list(ID_LETTERS.values()))[1]}{random.randrange(13)}"
        case 7:
            return f"{random.randrange(10000):04}-{random.randrange(14):02}-{random.randrange(33):02}"
        case _:
            return "".join(chr(random.randrange(0x3000)) for _ in range(random.randrange(5)))


def nested(depth: int, *, in_lists: bool) -> Any:
    """Return arrays or objects, one in the other."""
    inner: Any = 1
    for _ in range(depth):
        inner = [inner] if in_lists else {"members": inner}
    return inner


class _Text(str):
    """A str that is none of JSON's."""

    __slots__ = ()


class _Rude:
    """An object whose methods raise."""

    def __repr__(self) -> str:
        raise RuntimeError("no repr")

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("no equality")

    def __hash__(self) -> int:
        raise RuntimeError("no hash")


def _cycle() -> dict[str, Any]:
    plain: dict[str, Any] = {}
    plain["self"] = [plain]
    return plain


_FOREIGN: tuple[Callable[[], Any], ...] = (
    *(lambda: 10**5000, lambda: -(10**5000), lambda: float("nan"), lambda: float("inf"), lambda: b"a1", lambda: (1, 2)),
    *(lambda: {1}, lambda: 1j, lambda: object, lambda: range(3), lambda: _Text("a1"), _Rude, _cycle),
    *(lambda: {10**5000: 1, None: 2, 1.5: 3, ("a",): 4}, lambda: {b"id": 1}, lambda: iter([]), lambda: Random),
    *(lambda: nested(3000, in_lists=True), lambda: nested(3000, in_lists=False), lambda: "x" * 100_000),
)


def foreign(random: Random) -> Any:
    """Return a value that a program may hand over and JSON cannot hold."""
    return random.choice(_FOREIGN)()
