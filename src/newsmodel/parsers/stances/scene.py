"""What the rules of stance look things up in: actors, meetings and statements by token."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.grammar import conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import Actor, Meeting, Span, Statement
    from newsmodel.parsers.actors.cast import Cast
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Token

_FIRST_PERSON = frozenset({"ich", "wir", "mir", "mich", "uns", "unser", "unsere", "mein", "meine", "man"})
_NAMES = ("appos", "flat", "flat:name")


class Scene:
    """A dispatch with its actors, meetings and statements, found by token in constant time.

    Args:
        reading: the annotated dispatch.
        cast: its actors.
        statements: its statements.
        meetings: its meetings.
    """

    def __init__(
        self, reading: Reading, cast: Cast, statements: tuple[Statement, ...], meetings: tuple[Meeting, ...]
    ) -> None:
        self.reading = reading
        self.cast = cast
        self._starts = [token.idx for token in reading.doc]
        self._meeting: dict[int, Meeting] = {}
        for meeting in meetings:
            for i in self._tokens(meeting.anchors):
                self._meeting.setdefault(i, meeting)
        self._called: dict[str, list[tuple[int, Meeting]]] = {}
        for i in sorted(self._meeting):
            self._called.setdefault(reading.doc[i].lemma_, []).append((i, self._meeting[i]))
        self._countries = {a.name: a for a in cast.actors if a.kind is ActorKind.COUNTRY}
        # longer contents first, so that what is written last, the innermost, stays
        self._said: dict[int, Statement] = {}
        for statement in sorted(statements, key=lambda s: -sum(x.end - x.start for x in s.content)):
            if statement.type.value != "reported":
                for i in self._tokens(statement.content):
                    self._said[i] = statement
        self._cued: dict[int, Statement] = {}
        for statement in statements:
            for i in self._tokens(statement.cue):
                self._cued.setdefault(i, statement)

    def _tokens(self, spans: Iterable[Span]) -> Iterable[int]:
        for span in spans:
            i = bisect_left(self._starts, span.start)
            while i < len(self._starts) and self._starts[i] < span.end:
                yield i
                i += 1

    def meeting(self, token: Token) -> Meeting | None:
        """Return the meeting that has an anchor on a token."""
        return self._meeting.get(token.i)

    def meeting_called(self, noun: Token) -> Meeting | None:
        """Return the meeting that the same noun named last before, None if none was called so."""
        found = self._called.get(noun.lemma_, [])
        at = bisect_left(found, noun.i, key=lambda pair: pair[0])
        return found[at - 1][1] if at else None

    def country(self, token: Token) -> Actor | None:
        """Return the country that a name of a place means, where the dispatch has it as an actor."""
        return self._countries.get(token.text) if token.ent_type_ == "LOC" else None

    def said_in(self, token: Token) -> Statement | None:
        """Return the innermost direct or indirect statement whose content covers a token."""
        return self._said.get(token.i)

    def cued_by(self, token: Token) -> Statement | None:
        """Return the statement whose cue covers a token."""
        return self._cued.get(token.i)

    def speakers(self, token: Token) -> tuple[Actor, ...]:
        """Return whose words a token stands in, nobody outside statements."""
        statement = self.said_in(token)
        return () if statement is None else statement.speakers

    def who(self, token: Token) -> tuple[Actor, ...]:
        """Return the actors that a noun or pronoun stands for, those joined to it by `und` too.

        `ich`, `wir` and `man` stand for the speakers of the words that they are in.
        """
        found: dict[Actor, None] = {}
        for member in conjuncts(token):
            if member.pos_ not in ("NOUN", "PROPN", "PRON", "DET", "NUM", "X", "ADJ"):
                continue
            actors = self.actors_at(member)
            found.update(dict.fromkeys(actors))
        return tuple(found)

    def actors_at(self, token: Token) -> tuple[Actor, ...]:
        """Return the actors that one noun or pronoun stands for, through the name beside a title too."""
        if token.lower_ in _FIRST_PERSON:
            return self.speakers(token)
        for child in token.children:
            # `Industrieminister Hajim al-Hassani`, `SPD-Chefin Müller`: the name tells who
            if child.dep_ in _NAMES and child.pos_ == "PROPN" and child.i > token.i and token.pos_ == "NOUN":
                found = self.cast.resolve(child)
                if found and found[0].kind is ActorKind.PERSON:
                    return found
        own = self.cast.resolve(token)
        if own or token.pos_ != "NOUN":
            return own
        # `die Gewerkschaften ver.di und IG BCE`
        beside = next((c for c in token.children if c.dep_ in _NAMES and c.pos_ == "PROPN" and c.i > token.i), None)
        if beside is None and token.i + 1 < len(token.doc) and token.nbor().ent_type_ == "PER":
            # `Minister Jan Holm sprach`: a title whose name the parser hung on the verb
            beside = token.nbor()
        return () if beside is None else tuple(a for c in conjuncts(beside) for a in self.cast.resolve(c))
