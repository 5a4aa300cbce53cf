"""A user's own names: what is to be found even where the pipeline does not know it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsmodel.errors import FieldTypeError, ModelError, show_value
from newsmodel.model.vocab import ActorKind

__all__ = ["Entry", "Gazetteer"]


def _words(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise FieldTypeError("Entry", "aliases", "a sequence of names", value)
    words = tuple(value)
    for at, word in enumerate(words):
        _check_str(f"aliases[{at}]", word)
    return words


def _check_str(field: str, value: object) -> None:
    if not isinstance(value, str):
        raise FieldTypeError("Entry", field, "str", value)


def _kind(value: ActorKind | str) -> ActorKind:
    try:
        return ActorKind(value)
    except ValueError:
        raise ModelError("Entry", "kind", f"{show_value(value)} is none of {', '.join(ActorKind)}") from None


@attrs.frozen(slots=True, kw_only=True)
class Entry:
    """One actor that a user knows.

    Attributes:
        name: the name that the Actor gets.
        kind: what it is.
        aliases: other names and forms that mean it.
        wikidata: its item, `Q…`.

    Raises:
        FieldTypeError: a field is of another type.
        ModelError: the name is empty, or the kind is none of `ActorKind`.

    Examples:
        >>> Entry(name="Moorwerke AG", aliases=("Moorwerke", "MWAG")).kind is ActorKind.ORGANIZATION
        True
    """

    name: str
    kind: ActorKind = attrs.field(default=ActorKind.ORGANIZATION, converter=_kind)
    aliases: tuple[str, ...] = attrs.field(default=(), converter=_words)
    wikidata: str | None = None

    def __attrs_post_init__(self) -> None:
        """Check the single names; the converters have checked the rest."""
        _check_str("name", self.name)
        if not self.name:
            raise ModelError("Entry", "name", "must not be empty")
        if self.wikidata is not None:
            _check_str("wikidata", self.wikidata)


def _entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    if not isinstance(value, Iterable):
        raise FieldTypeError("Gazetteer", "entries", "a sequence of Entry", value)
    entries = tuple(value)
    for at, entry in enumerate(entries):
        if not isinstance(entry, Entry):
            raise FieldTypeError("Gazetteer", f"entries[{at}]", "Entry", entry)
    return entries


@attrs.frozen(slots=True)
class Gazetteer:
    """Names of one's own, passed as `newsmodel.parse(text, gazetteer=…)`.

    Attributes:
        entries: the actors.

    Raises:
        FieldTypeError: `entries` is no sequence of `Entry`.

    >>> known = Gazetteer((Entry(name="Moorwerke AG", aliases=["Moorwerke", "MWAG"]),))
    >>> known.forms()["MWAG"].name
    'Moorwerke AG'
    """

    entries: tuple[Entry, ...] = attrs.field(default=(), converter=_entries)

    def forms(self) -> dict[str, Entry]:
        """Return every name and alias with its entry; the first entry that has it counts."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            for name in (entry.name, *entry.aliases):
                found.setdefault(name, entry)
        return found
