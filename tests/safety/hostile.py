"""Stored articles damaged in every way that files and programs damage them.

Every function draws from a `random.Random`: Hypothesis gives one that it can shrink (`st.randoms`), the long run one of
a seed, and atheris one that draws from the bytes that it mutates. So there is one set of damages, and not three.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.safety import junk
from tests.safety.pool import read_pool

from newsmodel.model.ids import ID_LETTERS

POOL = read_pool()
_LETTERS = tuple(letter for _, letter in ID_LETTERS.values())
_KINDS = (
    *("drop", "replace", "replace", "double", "many", "rename", "graft", "swap", "reverse"),
    *("id", "id", "offset", "offset", "number", "type", "vocabulary", "twin"),
)

_CHANGES = (0, 1, 1, 1, 1, 2, 2, 5)

Place = tuple[Any, Any]
"""An object or array, and a key or index of it."""


def damaged(random: Random, *, foreign: bool = False) -> Any:
    """Return the plain data of a stored article with up to five places changed.

    Args:
        random: where every choice comes from.
        foreign: whether values may stand in it that JSON cannot hold.
    """
    if random.randrange(200) == 0:
        return junk.foreign(random) if foreign else junk.value(random)
    plain = json.loads(random.choice(POOL))
    for _ in range(random.choice(_CHANGES)):
        places = list(_places(plain))
        if not places:
            break
        _change(random, plain, places)
    if foreign and random.randrange(3) == 0:
        # What is foreign may be endless, so it comes last: nothing walks over it any more.
        places = list(_places(plain))
        if not places:
            return junk.foreign(random)
        at, key = random.choice(places)
        at[key] = junk.foreign(random)
    return plain


def _places(plain: Any) -> Iterator[Place]:
    queue = [plain]
    while queue:
        value = queue.pop()
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            if isinstance(value[key], dict | list):
                queue.append(value[key])


def _change(random: Random, plain: Any, places: list[Place]) -> None:
    """Change one place, in one of the ways of `_KINDS`; some ways choose the place themselves."""
    at, key = random.choice(places)
    match random.choice(_KINDS):
        case "drop":
            del at[key]
        case "replace":
            at[key] = junk.value(random)
        case "double":
            _insert(random, at, f"{key} ", copy.deepcopy(at[key]))
        case "many" if isinstance(at[key], list) and len(at[key]) < 50:
            at[key] = at[key] * random.choice((2, 3, 20))
        case "rename" if isinstance(at, dict):
            at[junk.key(random)] = at.pop(key)
        case "graft":
            holder, other = random.choice(places)
            at[key] = copy.deepcopy(holder[other])
        case "swap":
            other = random.choice(list(at)) if isinstance(at, dict) else random.randrange(len(at))
            at[key], at[other] = at[other], at[key]
        case "reverse" if isinstance(at[key], list):
            at[key].reverse()
        case "id":
            _point(random, places)
        case "offset":
            _move(random, places)
        case "number" if type(at[key]) is int:
            at[key] += random.choice(junk.DISTANCES)
        case "type":
            at[key] = _retyped(random, at[key])
        case "vocabulary":
            _exchange_words(random, places)
        case "twin":
            _twin(random, plain)


def _insert(random: Random, at: Any, key: str, value: Any) -> None:
    if isinstance(at, list):
        at.insert(random.randrange(len(at) + 1), value)
    else:
        at[key] = value


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and value[:1] in _LETTERS and value[1:].isdecimal()


def _point(random: Random, places: list[Place]) -> None:
    """Let a reference or an id be another: of nothing, of another class, of one that is there, of the object itself."""
    found = [(at, key) for at, key in places if _is_id(at[key])]
    if found:
        at, key = random.choice(found)
        holder, other = random.choice(found)
        at[key] = holder[other] if random.randrange(3) else f"{random.choice(_LETTERS)}{random.randrange(13)}"


def _move(random: Random, places: list[Place]) -> None:
    """Move an offset of a span by little."""
    found = [(at, key) for at, key in places if type(at) is list and len(at) == 2 and type(at[key]) is int]
    if found:
        at, key = random.choice(found)
        at[key] += random.choice((-2, -1, 1, 2))


def _retyped(random: Random, value: Any) -> Any:
    """Return a value as another type would hold it: `"1"` for 1, `[x]` for x, pairs for an object."""
    ways: list[Any] = [[value], {"id": value}, json.dumps(value)]
    match value:
        case bool() | int() | float():
            ways += [str(value), bool(value)]
            ways += [float(value)] if abs(value) < 2**53 else []
        case str():
            ways += [list(value[:9]), len(value)]
        case list():
            ways += [dict(enumerate(map(str, value))), value[0] if value else None]
        case dict():
            ways += [[list(pair) for pair in value.items()], list(value)]
    return random.choice(ways)


def _exchange_words(random: Random, places: list[Place]) -> None:
    """Put the string of one place into another: a word of another vocabulary, a date where a rule is named."""
    found = [(at, key) for at, key in places if isinstance(at[key], str)]
    if found:
        at, key = random.choice(found)
        holder, other = random.choice(found)
        at[key] = holder[other]


def _twin(random: Random, plain: Any) -> None:
    """Add an object that is equal to another but for its id."""
    lists = [plain[name] for name, _ in ID_LETTERS.values() if isinstance(plain, dict) and plain.get(name)]
    lists = [items for items in lists if isinstance(items, list) and isinstance(items[-1], dict)]
    if lists:
        items = random.choice(lists)
        items.append({**copy.deepcopy(items[-1]), "id": f"{str(items[-1].get('id'))[:1]}{random.randrange(1, 99)}"})


# Damage to the text and the bytes

_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-16", "utf-32", "utf-16-be", "utf-32-le", "utf-8-sig", "utf-7", "cp1252")


def damaged_json(random: Random) -> str | bytes:
    """Return the JSON of a damaged article, its text or bytes damaged too in half of the cases."""
    text = json.dumps(damaged(random), ensure_ascii=random.randrange(2) == 1)
    if random.randrange(2):
        return text
    if random.randrange(2):
        return edited(random, text)
    encoding = random.choice(_ENCODINGS)
    # UTF-7 and Windows' code page have no lone surrogates to pass.
    errors = "surrogatepass" if encoding.startswith(("utf-8", "utf-16", "utf-32")) else "replace"
    return edited_bytes(random, text.encode(encoding, errors))


def edited(random: Random, text: str) -> str:
    """Return a text with up to three places cut, doubled, moved, or something put in."""
    for _ in range(random.randrange(4)):
        start = random.randrange(len(text) + 1)
        end = start + random.choice((1, 1, 2, 5, 40))
        match random.randrange(7):
            case 0:
                text = text[:start] + text[end:]
            case 6:
                text = _with_a_member_twice(text, start)
            case 1:
                text = text[:start]
            case 2:
                text = text[:end] + text[start:]
            case 3:
                other = random.randrange(len(text) + 1)
                text = text[:start] + text[other : other + 30] + text[start:]
            case _:
                text = text[:start] + random.choice(junk.JSON_PIECES) + text[start if random.randrange(2) else end :]
    return text


def _with_a_member_twice(text: str, start: int) -> str:
    """Return JSON in which the first member of an object behind an offset stands twice."""
    brace = text.find("{", start)
    comma = text.find(",", brace)
    return text if -1 in (brace, comma) else text[: comma + 1] + text[brace + 1 : comma + 1] + text[comma + 1 :]


def edited_bytes(random: Random, content: bytes) -> bytes:
    """Return bytes with up to three places flipped, cut, doubled, or something put in."""
    raw = bytearray(content)
    for _ in range(random.randrange(4)):
        start = random.randrange(len(raw) + 1)
        match random.randrange(6):
            case 0 | 1 if start < len(raw):
                raw[start] ^= 1 << random.randrange(8)
            case 2:
                del raw[start : start + random.choice((1, 2, 4, 40))]
            case 3:
                del raw[start:]
            case 4:
                raw[start:start] = raw[start : start + random.choice((1, 3, 60))]
            case _:
                raw[start:start] = random.choice(junk.BYTE_PIECES)
    return bytes(raw)
