"""What the tests of actors share: a cast of a text, and short views of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsmodel.api import analyse
from newsmodel.parsers.actors import Cast, find_actors

if TYPE_CHECKING:
    from newsmodel.model import Actor
    from newsmodel.parsers.actors.gazetteer import Gazetteer
    from newsmodel.parsers.reading import Reading


@cache
def cast_of(text: str, gazetteer: Gazetteer | None = None) -> tuple[Reading, Cast]:
    """Read a text and find its actors."""
    reading = analyse(text)
    return reading, find_actors(reading, gazetteer)


def mentions(text: str, actor: Actor) -> list[str]:
    """Return the words of an actor's mentions."""
    return [text[m.span.start : m.span.end] for m in actor.mentions]


def named(text: str, name: str) -> Actor:
    """Return the actor of a name; the test fails where there is none."""
    actors = cast_of(text)[1].actors
    found = [a for a in actors if a.name == name]
    assert found, f"{name!r} is not among {[a.name for a in actors]}"
    return found[0]


def titles(actor: Actor) -> list[tuple[str | None, str | None]]:
    """Return title and body of each role."""
    return [(r.title, r.of.name if r.of else None) for r in actor.roles]


def meant(text: str, word: str, occurrence: int = 1) -> list[str]:
    """Return the names of the actors that a word of a text resolves to."""
    reading, cast = cast_of(text)
    tokens = [t for t in reading.doc if t.text == word]
    return [a.name for a in cast.resolve(tokens[occurrence - 1])]
