"""What meetings are read from: the annotated text, its actors and its times, with the look-ups that all steps share."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

import attrs

from newsmodel.model import TimeType
from newsmodel.parsers.grammar import conjuncts, preposition
from newsmodel.parsers.meetings.vocabulary import is_representative, modifier

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from newsmodel.model import Actor, TimeExpression
    from newsmodel.parsers.actors.cast import Cast
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Token

Direction = Literal["past", "now", "future"]
_SIDES: dict[str | None, Direction] = {"held": "past", "planned": "future"}


@attrs.frozen(kw_only=True, eq=False)
class Scene:
    """A reading with its cast and its times.

    Attributes:
        reading: the annotated text.
        cast: the actors and where they are mentioned.
        times: the expressions of time, in text order.
    """

    reading: Reading
    cast: Cast
    times: tuple[TimeExpression, ...]
    _starts: tuple[int, ...]

    def times_between(self, first: Token, last: Token) -> tuple[TimeExpression, ...]:
        """Return the expressions of time that begin between two tokens, both inclusive."""
        low = bisect_left(self._starts, first.idx)
        high = bisect_left(self._starts, last.idx + 1)
        return self.times[low:high]

    def token_of(self, time: TimeExpression, sentence_start: Token) -> Token | None:
        """Return the token at which a time of this sentence ends, None outside it."""
        span = sentence_start.doc.over(time.span)
        return None if span is None else span.root

    def direction(self, times: Iterable[TimeExpression]) -> Direction | None:
        """Return on which side of the publication some times lie, None where they do not say.

        Args:
            times: expressions of time; the first that tells decides.
        """
        published = self.reading.published
        for time in times:
            if time.type not in (TimeType.DATE, TimeType.TIME):
                continue
            if published is not None and time.earliest is not None and time.latest is not None:
                first, last = _day(time.earliest.earliest), _day(time.latest.latest)
                if last < _day(published.earliest):
                    return "past"
                if first > _day(published.latest):
                    return "future"
                if first == last == _day(published.earliest) == _day(published.latest):
                    return "now"
            words = self.reading.doc.over(time.span)
            for word in words if words is not None else ():
                side = _SIDES.get(modifier(word))
                if side is not None:
                    return side
        return None

    def actors(self, token: Token) -> tuple[Actor, ...]:
        """Return the actors of a noun phrase and of those joined to it, with the bodies that representatives stand for."""
        found: dict[Actor, None] = {}
        for member in members(token):
            found.update(dict.fromkeys(self._one(member)))
            found.update(dict.fromkeys(self._listed(member)))
        for actor in tuple(found):
            found.update(dict.fromkeys(actor.members))
        for member in members(token):
            if is_representative(member):
                for body in _bodies(member):
                    for actor in self.cast.resolve_all(body):
                        found.update(dict.fromkeys((actor, *actor.members)))
        return tuple(found)

    def _listed(self, token: Token) -> tuple[Actor, ...]:
        """The people whom a plural noun is followed by: `die Minister beider Länder, Anna Berg und Jan Holm`."""
        if "Plur" not in token.morph.get("Number"):
            return ()
        found: list[Actor] = []
        for child in token.children:
            if child.dep_ == "appos" and child.ent_type_ == "PER" and child.i > token.i:
                for name in members(child):
                    found.extend(self._one(name))
        return tuple(found)

    def _one(self, token: Token) -> tuple[Actor, ...]:
        """The actors of one phrase, by its head or by the name that stands in apposition to it."""
        found = self.cast.resolve(token)
        if found:
            return found
        for child in token.children:
            if child.dep_ in ("appos", "flat", "flat:name") or (
                child.dep_ == "nmod" and child.ent_type_ == "PER" and preposition(child) is None and child.i > token.i
            ):
                found = self.cast.resolve(child)
                if found:
                    return found
        # a name in quotation marks: `mit der Zeitung „Neue Post“`
        if token.pos_ == "NOUN" and token.i + 2 < len(token.doc) and token.nbor().is_quote:
            return self.cast.resolve(token.nbor(2))
        # a title or kind whose name the parser hung elsewhere (`Präsident X`, `Energiekonzern Y`)
        if token.pos_ == "NOUN" and token.i + 1 < len(token.doc) and token.nbor().ent_type_ in ("PER", "ORG"):
            return self.cast.resolve(token.nbor())
        return ()


def members(token: Token) -> tuple[Token, ...]:
    """Return the members of a coordination, also of one that hangs on the name of a title (`Ministerin A und B`).

    Args:
        token: the head of a noun phrase.
    """
    found = {t.i: t for t in conjuncts(token)}
    stack = list(found.values())
    while stack:
        for child in stack.pop().children:
            if child.i in found or child.pos_ not in ("NOUN", "PROPN", "PRON"):
                continue
            if child.dep_ == "conj":
                found[child.i] = child
                stack.append(child)
            elif child.dep_ in ("appos", "flat", "flat:name") or (child.dep_ == "nmod" and child.ent_type_ == "PER"):
                if child.ent_type_ == "PER":
                    stack.append(child)
    return tuple(found[i] for i in sorted(found))


def _bodies(noun: Token) -> tuple[Token, ...]:
    """The genitives and `von`, `aus` phrases of a noun."""
    return tuple(
        child
        for child in noun.children
        if child.dep_.startswith("nmod") and child.i > noun.i and preposition(child) in (None, "von", "aus", "der")
    )


def _day(moment: datetime.date) -> tuple[int, int, int]:
    return moment.year, moment.month, moment.day


def make_scene(reading: Reading, cast: Cast, times: Iterable[TimeExpression]) -> Scene:
    """Return the scene of a reading.

    Args:
        reading: the annotated text.
        cast: its actors.
        times: its expressions of time.
    """
    ordered = tuple(sorted(times, key=lambda t: (t.span.start, t.span.end)))
    return Scene(reading=reading, cast=cast, times=ordered, starts=tuple(t.span.start for t in ordered))
