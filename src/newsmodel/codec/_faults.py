"""Faults of a JSON document, collected with their paths."""

from __future__ import annotations

import json
import re

import attrs
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from newsmodel.errors import DateError, LinkError, ModelError, NewsmodelError, SpanError, TextError, show_value

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SHOWN = 60
_KINDS = {str: "a string", int: "an integer", bool: "a boolean", list: "an array", dict: "an object", float: "a number"}


class Fault(ValueError):  # noqa: N818 - it never leaves the codec; DecodeError does
    """One fault at one place; cattrs adds the place."""

    @classmethod
    def wrong(cls, expected: str, given: object) -> Fault:
        """Return the fault of a value of the wrong type."""
        return cls(f"must be {expected}, not {show(given)}")


class KnownFaultError(Exception):
    """The fault behind this has been recorded where it lies."""


def show(given: object) -> str:
    """Return a JSON value as it is shown in a message."""
    if given is None:
        return "null"
    if isinstance(given, list | dict):
        return _KINDS[list if isinstance(given, list) else dict]
    text = show_value(given)
    text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f"{_KINDS.get(type(given), type(given).__name__)}, {text}"


def step(path: str, key: str | int) -> str:
    """Return the path of a member or element: `$.a[0]`, `$["odd key"]`."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if _NAME.fullmatch(key) else f"{path}[{json.dumps(key)}]"


@attrs.define
class Faults:
    """A collection of faults.

    Attributes:
        found: pairs of JSON path and message.
    """

    found: list[tuple[str, str]] = attrs.field(factory=list)

    def say(self, path: str, message: str) -> None:
        """Record a fault in words."""
        self.found.append((path, message))

    def add(self, path: str, error: BaseException) -> None:
        """Record what an exception of cattrs or of the model says, with the path of each part."""
        match error:
            case IterableValidationError():
                in_elements, others = error.group_exceptions()
                self._add_all(path, [(note.index, inner) for inner, note in in_elements], others)
            case ClassValidationError():
                in_fields, others = error.group_exceptions()
                self._add_all(path, [(note.name, inner) for inner, note in in_fields], others)
            case KnownFaultError():
                pass
            case ForbiddenExtraKeysError():
                keys = (key if isinstance(key, str) else show_value(key) for key in error.extra_fields)
                for key in sorted(keys):
                    self.say(step(path, key), "unknown key")
            case KeyError():
                self.say(path, "is required")
            case ModelError():
                self.say(step(path, error.field), error.reason)
            case SpanError():
                self.say(path, _span_words(error))  # of one span, which knows no place: the decoder checks each
            case LinkError():
                self.say(f"{path}.{error.place}", error.reason)
            case TextError():
                field = error.place.partition(".")[2]
                self.say(f"{path}.{field}", f"{error.reason} at offset {error.offset}")
            case DateError():
                self.say(path, error.reason)
            case NewsmodelError() | Fault():
                self.say(path, str(error))
            case _:
                raise error

    def _add_all(self, path: str, placed: list[tuple[str | int, Exception]], others: list[Exception]) -> None:
        for key, inner in placed:
            self.add(step(path, key), inner)
        for inner in others:
            self.add(path, inner)


def _span_words(error: SpanError) -> str:
    if error.length is None:
        return f"0 <= start < end does not hold for {show_value(error.start)}, {show_value(error.end)}"
    return f"{show_value(error.start)}..{show_value(error.end)} does not lie in the text of {error.length} code points"
