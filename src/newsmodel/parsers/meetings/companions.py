"""Sentences that say who took part in the meeting told of before: `Für die US-Seite waren … dabei`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import agent, auxiliaries, grammatical_subject, is_passive, is_verb, obliques
from newsmodel.parsers.meetings.lemmas import verb_lemma
from newsmodel.parsers.meetings.participants import further_people
from newsmodel.parsers.meetings.vocabulary import is_a

if TYPE_CHECKING:
    from newsmodel.model import Actor
    from newsmodel.parsers.meetings.scene import Scene
    from newsmodel.parsers.tokens import Span, Token


def companions_in(sentence: Span, scene: Scene) -> tuple[tuple[Token, tuple[Actor, ...]], ...]:
    """Return the words of a sentence that say who took part in something, with those actors.

    Args:
        sentence: a body sentence.
        scene: actors and times.

    Returns:
        Pairs of the telling word and the actors, the side they came for (`für die US-Seite`) among them. Empty where
        the meeting itself is named beside the word: that is the business of the noun (`nahm an dem Treffen teil`).
    """
    found = []
    for token in sentence:
        if is_verb(token) and verb_lemma(token) == "begleiten":
            by = agent(token) if is_passive(token) else None
            escort = () if by is None else (*scene.actors(by), *further_people(by, scene))
            if escort:
                found.append((token, tuple(dict.fromkeys(escort))))
            continue
        if token.pos_ in ("ADV", "ADJ", "VERB", "ADP") and _tells(token):
            if token.lower_ == "dabei" and not _is_there(token):
                continue
            holder = token
            if not grammatical_subject(holder) and token.head != token:
                holder = token.head
            who = grammatical_subject(holder)
            if who is None or any(c.dep_.startswith("obl") for c in obliques(holder, "an")):
                continue
            actors = dict.fromkeys(scene.actors(who))
            for other in (*obliques(holder, "für"), *obliques(token, "für")):
                actors.update(dict.fromkeys(scene.actors(other)))
            if actors:
                found.append((token, tuple(actors)))
        elif (
            is_a("seat", token.lemma_) and token.dep_.startswith(("nsubj", "ROOT", "root")) and auxiliaries(token.head)
        ):
            actors = dict.fromkeys((*scene.actors(token.head), *scene.actors(token)))
            if actors:
                found.append((token, tuple(actors)))
    return tuple(found)


def _tells(token: Token) -> bool:
    """Whether a word says that somebody is there, by its form or its lemma."""
    return is_a("there", token.text) or is_a("there", verb_lemma(token) if is_verb(token) else token.lemma_.lower())


def _is_there(word: Token) -> bool:
    """`waren dabei`, not `dabei` that only joins one sentence to another."""
    if any(a.lemma_.lower() == "sein" for a in auxiliaries(word)):
        return True
    head = word.head
    return head.lemma_.lower() == "sein" and not any(
        c.pos_ in ("ADJ", "VERB", "NOUN") for c in head.children if c.i > word.i
    )
