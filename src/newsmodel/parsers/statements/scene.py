"""What the finders of statements share: the reading, the cast, the quoted stretches, and statements in the making."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import attrs

from newsmodel.model import StatementType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import Actor, Span
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.statements.marks import Quoted
    from newsmodel.parsers.tokens import Doc, Token
    from newsmodel.parsers.tokens import Span as Words


class Cast(Protocol):
    """What is needed of the actors that were found before."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors of the dispatch."""

    def resolve(self, token: Token) -> tuple[Actor, ...]:
        """Return the actors that a word stands for, its coordination left aside."""

    def resolve_all(self, token: Token) -> tuple[Actor, ...]:
        """Return the actors that a word stands for, over a coordination."""

    def mention_span(self, token: Token) -> Span | None:
        """Return the span of the mention that a token belongs to."""


@attrs.define(slots=True, eq=False)
class Draft:
    """A statement in the making: tokens instead of spans, the speaker not yet resolved.

    Attributes:
        type: how the words are given.
        content: indices of the tokens of the content.
        rule: the rule that found it.
        cue: the tokens of the cue.
        verb: head of the cue in the parse.
        source: head of the phrase that names the speaker.
        addressee: head of the phrase that names who is spoken to.
        frame: indices of the tokens of the frame.
        medium: medium that the cue implies, empty if open.
        negated: whether the saying is denied.
        quoted: the stretches in quotation marks that make up a direct statement.
        heir: an earlier draft whose speaker this one takes over.
        parent: the draft that this one stands inside.
        speakers: the actors, once resolved.
        void: whether another draft has taken its words over.
    """

    type: StatementType
    content: set[int]
    rule: str
    cue: tuple[Token, ...] = ()
    verb: Token | None = None
    source: Token | None = None
    addressee: Token | None = None
    frame: set[int] = attrs.field(factory=set)
    medium: str = ""
    negated: bool = False
    quoted: list[Quoted] = attrs.field(factory=list)
    heir: Draft | None = None
    parent: Draft | None = None
    speakers: tuple[Actor, ...] = ()
    void: bool = False

    @property
    def start(self) -> int:
        """Index of the first token of content and frame."""
        return min((min(part) for part in (self.content, self.frame) if part), default=self.cue[0].i if self.cue else 0)

    @property
    def end(self) -> int:
        """Index of the last token of content and frame."""
        return max(
            (max(part) for part in (self.content, self.frame) if part), default=self.cue[-1].i if self.cue else 0
        )


@attrs.frozen(slots=True, eq=False)
class Scene:
    """A dispatch while its statements are looked for.

    Attributes:
        reading: the annotated dispatch.
        cast: its actors.
        quoted: the stretches in quotation marks.
        outermost: token index to the outermost stretch that it lies in, marks included.
        names: the full name and the last word of the name of each actor, to the actors.
    """

    reading: Reading
    cast: Cast
    quoted: tuple[Quoted, ...]
    outermost: dict[int, Quoted]
    names: dict[str, tuple[Actor, ...]]

    def by_name(self, word: str) -> tuple[Actor, ...]:
        """Return the one actor whose name is, or ends with, a word; nobody where several could be meant."""
        found = self.names.get(word, ())
        return found if len(found) == 1 else ()

    @property
    def doc(self) -> Doc:
        """The annotated Doc."""
        return self.reading.doc

    @property
    def sentences(self) -> tuple[Words, ...]:
        """The sentences of the body."""
        return self.reading.sentences

    def is_quoted(self, index: int) -> bool:
        """Tell whether a token lies in quotation marks, or is one."""
        return index in self.outermost


def make_scene(reading: Reading, cast: Cast, quoted: Iterable[Quoted]) -> Scene:
    """Return the scene of a reading."""
    stretches = tuple(quoted)
    outermost: dict[int, Quoted] = {}
    for stretch in stretches:
        if stretch.depth == 0:
            outermost.update(dict.fromkeys(range(stretch.opening, stretch.end + 1), stretch))
    names: dict[str, list[Actor]] = {}
    for actor in cast.actors:
        for word in {actor.name, actor.name.rsplit(" ", 1)[-1]}:
            names.setdefault(word, []).append(actor)
    return Scene(reading, cast, stretches, outermost, {word: tuple(actors) for word, actors in names.items()})
