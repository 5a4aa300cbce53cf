"""Sentences rendered from the lexicon: each entry with a holder, a target, a template, denied or not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs

from newsmodel.model import Polarity
from newsmodel.parsers.stances import lexicon
from newsmodel.parsers.stances.polarity import settled

PEOPLE = ("Anna Berg", "Peter Lorenz", "Julia Sommer", "Thomas Winkler", "Sabine Hofer")
THINGS = ("Vertrag", "Plan", "Vorschlag", "Entwurf", "Kompromiss")
_DATIVE = frozenset({"mit", "von", "zu", "aus", "bei", "nach", "vor", "gegenüber", "an"})
_FUSED = {"zu dem": "zum", "von dem": "vom", "bei dem": "beim", "an dem": "an dem"}


@attrs.frozen
class Rendered:
    """A sentence and what it must give."""

    text: str
    holder: str
    target: str
    polarity: Polarity | None
    label: str


class _Draw:
    """Names and things in turn, the seed telling where to begin."""

    def __init__(self, seed: int) -> None:
        self._turns = itertools.count(seed)

    def choice(self, words: tuple[str, ...]) -> str:
        """Return the next word; a prime step keeps names and things from going in pairs."""
        return words[next(self._turns) * 7 // 3 % len(words)]


def with_preposition(name: str, thing: str) -> str:
    """Return a prepositional phrase with a masculine noun."""
    words = f"{name} {'dem' if name in _DATIVE else 'den'} {thing}"
    for apart, fused in _FUSED.items():
        words = words.replace(apart, fused)
    return words


def _filled(slot: str, thing: str) -> str | None:
    if slot == "obj":
        return f"den {thing}"
    if slot == "dat":
        return f"dem {thing}"
    return with_preposition(slot[2:], thing) if slot.startswith("p:") and ">" not in slot else None


def verbs(seed: int, *, denied: bool) -> Iterator[Rendered]:
    """Yield one sentence with `will` for each verb that needs no further words but `sich`."""
    draw = _Draw(seed)
    for lemma, entries in sorted(lexicon.verbs().items()):
        entry = entries[-1] if not entries[-1].words else entries[0]
        if entry.words not in ((), ("sich",)) or entry.holder[0] != "subj" or lemma in ("wollen", "sein"):
            continue
        thing, person = draw.choice(THINGS), draw.choice(PEOPLE)
        part = _filled(entry.target[0], thing)
        if part is None:
            continue
        sich = "sich " if entry.words else ""
        words = f"{sich}{part} {'nicht ' if denied else ''}{lemma}"
        text = (
            f"Ministerin {person} will {words}." if draw.choice(PEOPLE) < "P" else f"Am Montag wollte {person} {words}."
        )
        polarity = settled(entry.polarity, entry.negated, denied=denied)
        yield Rendered(text, person, thing, polarity, f"{lemma}:{entry.target[0]}")


def nouns(seed: int) -> Iterator[Rendered]:
    """Yield `X äußerte … an Y` for each noun with a prepositional target."""
    draw = _Draw(seed)
    for lemma, entries in sorted(lexicon.nouns().items()):
        entry = entries[0]
        slot = next((s for s in entry.target if s.startswith("p:")), None)
        if slot is None or entry.kind == "advocate":
            continue
        thing, person = draw.choice(THINGS), draw.choice(PEOPLE)
        text = f"{person} äußerte am Montag {lemma} {_filled(slot, thing)}."
        yield Rendered(text, person, thing, entry.polarity, f"{lemma}:{slot}")


def judgements(seed: int) -> Iterator[Rendered]:
    """Yield `X hält Y für …` for each adjective of judgement."""
    draw = _Draw(seed)
    for word, polarity in sorted(lexicon.judgements().items()):
        thing, person = draw.choice(THINGS), draw.choice(PEOPLE)
        if word[0].islower():
            yield Rendered(f"{person} hält den {thing} für {word}.", person, thing, polarity, word)
        else:
            yield Rendered(f"{person} bezeichnete den {thing} als {word}.", person, thing, polarity, word)


def adjectives(seed: int) -> Iterator[Rendered]:
    """Yield `X zeigte sich … über Y` for each adjective with a prepositional target."""
    draw = _Draw(seed)
    for lemma, entries in sorted(lexicon.adjectives().items()):
        entry = entries[0]
        slot = next((s for s in entry.target if s.startswith("p:")), None)
        if slot is not None:
            thing, person = draw.choice(THINGS), draw.choice(PEOPLE)
            text = f"{person} zeigte sich {lemma} {_filled(slot, thing)}."
            yield Rendered(text, person, thing, entry.polarity, lemma)
