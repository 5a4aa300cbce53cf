"""Ids in JSON for objects in memory: the table that one call of the codec works with."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import attrs

from newsmodel.codec._faults import Fault, Faults, KnownFaultError
from newsmodel.model.ids import ID_LETTERS

_DEEPEST = 64
"""How deep references are followed while decoding: deeper than any valid article nests, far from Python's limit."""


@attrs.define
class Table:
    """The objects of a JSON document, built on demand, each once, in any order of reference.

    Attributes:
        length: the length of the text, in code points.
        build: makes an object of a class from its JSON.
        faults: where faults are collected.
        raw: the JSON of each id: class, path and members.
        incomplete: the letters of ids of which some could not be entered, which has been recorded.
    """

    length: int
    build: Callable[[type, dict[str, Any]], object]
    faults: Faults
    raw: dict[str, tuple[type, str, dict[str, Any]]] = attrs.field(factory=dict)
    incomplete: set[str] = attrs.field(factory=set)
    _built: dict[str, object] = attrs.field(factory=dict)
    _broken: set[str] = attrs.field(factory=set)
    _active: list[str] = attrs.field(factory=list)

    def refer(self, given: object, classes: tuple[type, ...]) -> object:
        """Return the object that a reference means.

        Args:
            given: the JSON value: an id.
            classes: what it may be.

        Returns:
            The object.

        Raises:
            Fault: it is no id, nothing has it, or something of another class has it.
            KnownFaultError: the object itself is at fault, which has been recorded.
        """
        wanted = " or ".join(ID_LETTERS[cls][0] for cls in classes)
        if type(given) is not str:
            raise Fault.wrong("an id", given)
        if given not in self.raw and given[:1] in self.incomplete:
            raise KnownFaultError
        if given not in self.raw:
            raise Fault(f"nothing has the id {given!r}")
        if self.raw[given][0] not in classes:
            raise Fault(f"{given!r} is not one of {wanted}")
        return self.get(given)

    def get(self, key: str) -> object:
        """Return the object with an id that exists.

        Args:
            key: the id.

        Returns:
            The object.

        Raises:
            Fault: the object refers to itself.
            KnownFaultError: the object is at fault, which has been recorded.
        """
        if key in self._built:
            return self._built[key]
        if key in self._broken:
            raise KnownFaultError
        if key in self._active:
            raise Fault(f"{key!r} refers to itself, by {' > '.join([*self._active[self._active.index(key) :], key])}")
        if len(self._active) >= _DEEPEST:
            raise Fault(f"references are nested more than {_DEEPEST} deep")
        cls, path, members = self.raw[key]
        self._active.append(key)
        try:
            value = self._built[key] = self.build(cls, members)
        except Exception as error:
            self.faults.add(path, error)
            self._broken.add(key)
            raise KnownFaultError from error
        finally:
            self._active.pop()
        return value


encoding: ContextVar[dict[object, str]] = ContextVar("newsmodel_encoding")
"""The ids of the article that is being encoded."""

decoding: ContextVar[Table] = ContextVar("newsmodel_decoding")
"""The table of the document that is being decoded."""
