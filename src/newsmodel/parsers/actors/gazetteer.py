"""A user's own names: what is to be found even where the pipeline does not know it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsmodel.model.vocab import ActorKind

__all__ = ["Entry", "Gazetteer"]


def _words(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        raise TypeError("aliases are a sequence of names, not one str")
    return tuple(value)


@attrs.frozen(slots=True, kw_only=True)
class Entry:
    """One actor that a user knows.

    Attributes:
        name: the name that the Actor gets.
        kind: what it is.
        aliases: other names and forms that mean it.
        wikidata: its item, `Q…`.

    Examples:
        >>> Entry(name="Moorwerke AG", aliases=("Moorwerke", "MWAG")).kind is ActorKind.ORGANIZATION
        True
    """

    name: str = attrs.field(
        validator=attrs.validators.and_(attrs.validators.instance_of(str), attrs.validators.min_len(1))
    )
    kind: ActorKind = attrs.field(default=ActorKind.ORGANIZATION, converter=ActorKind)
    aliases: tuple[str, ...] = attrs.field(default=(), converter=_words)
    wikidata: str | None = None


def _entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(value)


@attrs.frozen(slots=True)
class Gazetteer:
    """Names of one's own, passed as `newsmodel.parse(text, gazetteer=…)`.

    Attributes:
        entries: the actors.

    >>> known = Gazetteer((Entry(name="Moorwerke AG", aliases=["Moorwerke", "MWAG"]),))
    >>> known.forms()["MWAG"].name
    'Moorwerke AG'
    """

    entries: tuple[Entry, ...] = attrs.field(
        default=(),
        converter=_entries,
        validator=attrs.validators.deep_iterable(attrs.validators.instance_of(Entry)),
    )

    def forms(self) -> dict[str, Entry]:
        """Return every name and alias with its entry; the first entry that has it counts."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            for name in (entry.name, *entry.aliases):
                found.setdefault(name, entry)
        return found
