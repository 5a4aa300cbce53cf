"""JSON as it should be: no key twice, no NaN, no bottomless nesting."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from newsmodel.codec._faults import step
from newsmodel.errors import DecodeError

__all__ = ["read_json"]


class _Doubled(dict[str, Any]):
    """An object of JSON in which a key stands twice."""

    keys_doubled: tuple[str, ...] = ()


def read_json(content: str | bytes | bytearray) -> Any:
    """Return the value of a JSON text, refusing what the standard leaves open or forbids.

    Args:
        content: the JSON as str or bytes (UTF-8, UTF-16 or UTF-32).

    Returns:
        What `json.loads` makes of it.

    Raises:
        DecodeError: it is not JSON, is nested too deep, has a number that is none or of thousands of digits, or a key
            stands twice in an object; the last with the path of every such key.

    >>> read_json('{"text": "Der Rat tagt."}')
    {'text': 'Der Rat tagt.'}
    >>> read_json('{"a": {"b": 1, "b": 2}}')
    Traceback (most recent call last):
    ...
    newsmodel.errors.DecodeError: $.a.b: the key stands twice
    """
    doubled = False

    def pairs(members: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        plain = dict(members)
        if len(plain) == len(members):
            return plain
        doubled = True
        marked = _Doubled(plain)
        counts = Counter(key for key, _ in members)
        marked.keys_doubled = tuple(key for key, count in counts.items() if count > 1)
        return marked

    try:
        plain = json.loads(content, object_pairs_hook=pairs, parse_constant=_refuse)
    except RecursionError:
        raise DecodeError((("$", "nested too deep"),)) from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise DecodeError((("$", f"not JSON: {error.msg} at {where}"),)) from error
    except ValueError as error:  # bytes in no encoding, a number of thousands of digits, NaN
        raise DecodeError((("$", f"not JSON: {error}"),)) from error
    if doubled:
        raise DecodeError(tuple(_find_doubled(plain)))
    return plain


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")


def _find_doubled(plain: Any) -> list[tuple[str, str]]:
    found, queue = [], [("$", plain)]
    while queue:
        path, value = queue.pop()
        if isinstance(value, _Doubled):
            found += [(step(path, key), "the key stands twice") for key in value.keys_doubled]
        if isinstance(value, dict):
            queue += [(step(path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            queue += [(step(path, index), inner) for index, inner in enumerate(value)]
    return found
