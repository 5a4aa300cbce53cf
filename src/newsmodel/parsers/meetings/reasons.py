"""Why a meeting does not take place, and who saw to that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import agent, is_passive, is_verb, obliques, subject, to_span

if TYPE_CHECKING:
    from newsmodel.model import Actor, Span
    from newsmodel.parsers.meetings.scene import Scene
    from newsmodel.parsers.tokens import Token

_GROUNDS = ("wegen", "aufgrund", "angesichts", "infolge", "grund", "mangels", "aus")
_CAUSAL = frozenset({"weil", "nachdem", "da", "zumal"})


def reason_of(verb: Token) -> Span | None:
    """Return the span that says why: a clause with `weil`, `nachdem`, `da`, or a phrase with `wegen`, `aufgrund`.

    Args:
        verb: the verb that cancels, puts off or refuses.
    """
    for child in verb.children:
        if child.dep_ in ("advcl", "ccomp", "dep", "parataxis") and is_verb(child):
            if any(c.lower_ in _CAUSAL for c in child.children if c.dep_ in ("mark", "advmod", "cc")):
                return to_span(tuple(child.subtree))
    for case in _GROUNDS:
        for other in obliques(verb, case):
            if case == "aus" and not other.lemma_.lower().endswith(("grund", "gründe", "protest", "angst", "sorge")):
                continue
            return to_span(tuple(other.subtree))
    return None


def author_of(verb: Token, scene: Scene) -> Actor | None:
    """Return who cancels, puts off or refuses: the subject, or the agent of the passive."""
    who = agent(verb) if is_passive(verb) else subject(verb)
    actors = () if who is None else scene.actors(who)
    return actors[0] if actors else None
