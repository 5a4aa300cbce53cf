"""Messages in JSON: strictly parsed, and read field by field with the path at hand for errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from newsmodel.codec.strict import read_json
from newsmodel.errors import DecodeError, WireError
from newsmodel.wire.source import Payload, decode

__all__ = ["Node", "parse_json", "refuse_surrogates"]

_KINDS = {str: "a string", bool: "a boolean", int: "a number", float: "a number", list: "an array", dict: "an object"}


@attrs.frozen(slots=True)
class Node:
    """An object of JSON with its path.

    Attributes:
        format: the wire format, for errors.
        path: where the object stands: `$.categories[2]`.
        members: its members.
    """

    format: str
    path: str
    members: dict[str, Any]

    def text(self, *keys: str) -> str | None:
        """Return the string under the first of the keys that is there and not null.

        Raises:
            WireError: something else stands there.
        """
        for key in keys:
            value = self.members.get(key)
            if isinstance(value, str):
                return value
            if value is not None:
                raise self._wrong(key, "a string", value)
        return None

    def scalar(self, *keys: str) -> str | None:
        """Return the string or number under the first of the keys that is there, as a string."""
        for key in keys:
            value = self.members.get(key)
            if isinstance(value, int | float) and not isinstance(value, bool):
                return str(value)
            if value is not None:
                return self.text(key)
        return None

    def flag(self, key: str, *, default: bool) -> bool:
        """Return the boolean under a key."""
        value = self.members.get(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self._wrong(key, "a boolean", value)
        return value

    def node(self, key: str) -> Node:
        """Return the object under a key; an empty one where there is none."""
        value = self.members.get(key)
        if value is None:
            return Node(self.format, f"{self.path}.{key}", {})
        if not isinstance(value, dict):
            raise self._wrong(key, "an object", value)
        return Node(self.format, f"{self.path}.{key}", value)

    def nodes(self, *keys: str) -> Iterator[Node]:
        """Yield the objects in the arrays under the keys."""
        for key in keys:
            value = self.members.get(key)
            if value is None:
                continue
            if not isinstance(value, list):
                raise self._wrong(key, "an array", value)
            for index, one in enumerate(value):
                if not isinstance(one, dict):
                    raise self._wrong(f"{key}[{index}]", "an object", one)
                yield Node(self.format, f"{self.path}.{key}[{index}]", one)

    def _wrong(self, key: str, wanted: str, value: object) -> WireError:
        given = _KINDS.get(type(value), type(value).__name__)
        return WireError(f"{wanted} is needed, not {given}", format=self.format, place=f"{self.path}.{key}")


def parse_json(payload: Payload, format: str) -> Node:
    """Return the object that a message in JSON is.

    Args:
        payload: the message.
        format: the wire format, for errors.

    Raises:
        WireError: it is not valid JSON in UTF-8 (or UTF-16 with its mark), a key stands twice, or it is no object.
    """
    content = payload.content
    try:
        if isinstance(content, bytes):
            content = _decode(content, payload.name)
        value = read_json(content.removeprefix("\ufeff"))
    except WireError as error:
        raise WireError(error.reason, format=format, place=error.place) from error
    except DecodeError as error:
        path, reason = error.faults[0]
        place = payload.name if path == "$" else f"{payload.name}: {path}"
        raise WireError(reason, format=format, place=place) from error
    if not isinstance(value, dict):
        given = _KINDS.get(type(value), "null")
        raise WireError(f"a message is an object, not {given}", format=format, place=payload.name)
    refuse_surrogates(value, format)
    return Node(format, "$", value)


def _decode(raw: bytes, name: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return decode(raw, name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WireError(f"not valid UTF-8 at byte {error.start}", place=name) from None


def refuse_surrogates(value: Any, format: str) -> None:
    r"""Refuse an escape such as `\ud800` without its partner: no text can hold it.

    Args:
        value: the value of a JSON text.
        format: the wire format, for errors.

    Raises:
        WireError: there is one; its place is the path.
    """
    queue: list[tuple[str, Any]] = [("$", value)]
    while queue:
        path, one = queue.pop()
        if isinstance(one, dict):
            queue += [(f"{path}.{key}", inner) for key, inner in one.items()]
            queue += [(f"{path}: the key {key[:20]!r}", key) for key in one]
        elif isinstance(one, list):
            queue += [(f"{path}[{index}]", inner) for index, inner in enumerate(one)]
        elif isinstance(one, str) and not one.isascii():
            try:
                one.encode()
            except UnicodeEncodeError as error:
                reason = f"a lone surrogate is not valid Unicode, at offset {error.start}"
                raise WireError(
                    reason, format=format, place=path.encode("ascii", "backslashreplace").decode()
                ) from None
