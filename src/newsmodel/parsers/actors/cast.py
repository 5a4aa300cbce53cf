"""The actors of a dispatch, and whom a word of it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.nouns import PERSON, noun
from newsmodel.parsers.grammar import conjuncts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsmodel.model import Actor, Diagnostic, Span
    from newsmodel.parsers.tokens import Token


class Cast:
    """The actors of a dispatch, for the parsers that come after: which actor stands at a token.

    Attributes:
        actors: all actors, in the order of their first mention.
        diagnostics: what could not be resolved.
    """

    def __init__(
        self,
        actors: Iterable[Actor] = (),
        diagnostics: Iterable[Diagnostic] = (),
        *,
        by_token: Mapping[int, tuple[tuple[Actor, Span], ...]] | None = None,
        referents: Callable[[Token], tuple[Actor, ...]] | None = None,
    ) -> None:
        """Hold the actors.

        Args:
            actors: the actors.
            diagnostics: what could not be resolved.
            by_token: for the index of a token in its Doc, the actors a mention of whom covers it, with the span of
                that mention, the shortest mention first.
            referents: tells whom a pronoun or determiner means.
        """
        self.actors = tuple(actors)
        self.diagnostics = tuple(diagnostics)
        self._by_token = dict(by_token or {})
        self._referents = referents

    def at(self, token: Token) -> tuple[Actor, ...]:
        """Return the actors one of whose mentions covers a token, the shortest mention first."""
        return tuple(actor for actor, _ in self._by_token.get(token.i, ()))

    def mention_span(self, token: Token) -> Span | None:
        """Return the span of the shortest mention that covers a token, None if there is none."""
        found = self._by_token.get(token.i)
        return found[0][1] if found else None

    def resolve(self, token: Token) -> tuple[Actor, ...]:
        """Return whom a token means: by the mention it is the head of or lies in, or as a pronoun by its antecedent.

        `beide Seiten` and their like give several actors; coordinated phrases are not followed (`resolve_all`).
        Nobody is returned where nothing fits: never a guess.
        """
        found = self._by_token.get(token.i)
        if found:
            span = self._headed(token, found)
            return tuple(actor for actor, other in found if other == span)
        titled = self._titled(token)
        if titled:
            return titled
        return self._referents(token) if self._referents is not None else ()

    def _titled(self, token: Token) -> tuple[Actor, ...]:
        """Return the person whose name follows a title at once (`Minister Jan Holm`), wherever the parser hung it."""
        if token.pos_ != "NOUN" or token.i + 1 >= len(token.doc):
            return ()
        name = token.doc[token.i + 1]
        genitive = "Gen" in name.morph.get("Case") and "Gen" not in token.morph.get("Case")
        if name.ent_type_ != "PER" or genitive or noun(token.text, PERSON) is None:
            return ()
        return tuple(actor for actor, _ in self._by_token.get(name.i, ()) if actor.kind is ActorKind.PERSON)[:1]

    def resolve_all(self, token: Token) -> tuple[Actor, ...]:
        """Return whom a token and all that is coordinated with it mean, each actor once, in text order."""
        found: list[Actor] = []
        for one in conjuncts(token):
            found.extend(actor for actor in self.resolve(one) if actor not in found)
        return tuple(found)

    @staticmethod
    def _headed(token: Token, found: tuple[tuple[Actor, Span], ...]) -> Span:
        """Return the span of the mention whose head a token is: the largest that begins its phrase with it."""
        inside = [span for _, span in found]
        start = token.idx
        end = start + len(token.text)
        own = [s for s in inside if s.end == end or s.start == start]
        return min(own or inside, key=len)
