"""Whom a pronoun means: by gender, number, animacy, recency, subjects before other phrases."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.acting import place_of

if TYPE_CHECKING:
    from newsmodel.model import Actor
    from newsmodel.parsers.actors.drafts import Entity
    from newsmodel.parsers.actors.sentences import Sentences
    from newsmodel.parsers.tokens import Doc, Token

_WINDOW = 24
_SENTENCES_BACK = 3
_PERSONAL = {
    "er": ("m", "s"), "ihn": ("m", "s"), "ihm": ("mn", "s"), "sie": ("f", "?"), "ihr": ("f", "s"), "ihnen": ("", "p"), "es": ("n", "s"),
    "dieser": ("m", "s"), "diese": ("f", "?"), "dieses": ("n", "s"), "diesen": ("m", "?"), "diesem": ("mn", "s"), "jener": ("m", "s"), "jene": ("f", "?"),
    "letzterer": ("m", "s"), "letztere": ("f", "?"), "ersterer": ("m", "s"), "erstere": ("f", "?"),
}  # fmt: skip
_BOTH = frozenset({"beide", "beiden", "beider"})


@attrs.frozen(slots=True)
class Named:
    """A mention as pronouns see it."""

    start: int
    sentence: int
    gender: str
    number: str
    person: bool
    subject: bool
    name: bool
    actors: tuple[Actor, ...]


class Pronouns:
    """Finds the antecedents of pronouns in one dispatch."""

    def __init__(self, doc: Doc, mentions: list[tuple[int, Token, Entity, Actor, bool]], sentences: Sentences) -> None:
        """Hold the mentions.

        Args:
            doc: the annotated text.
            sentences: where the sentences begin.
            mentions: first token, head, entity, actor and whether it is a name, in text order.
        """
        self.doc = doc
        self._sentences = sentences
        self._mentions: list[Named] = []
        for start, head, entity, actor, name in mentions:
            place = place_of(head)
            subject = (place.relation.startswith("nsubj") and not place.preposition) or _says_so(head)
            if self._mentions and self._mentions[-1].start == start:
                before = self._mentions[-1]
                self._mentions[-1] = attrs.evolve(before, number="p", actors=(*before.actors, actor))
                continue
            self._mentions.append(
                Named(
                    start=start,
                    sentence=sentences.start(head.i),
                    gender="" if entity.number == "p" else entity.gender,
                    number=entity.number,
                    person=entity.kind is ActorKind.PERSON,
                    subject=subject,
                    name=name,
                    actors=(actor,),
                )
            )
        self._starts = [m.start for m in self._mentions]

    def __call__(self, token: Token) -> tuple[Actor, ...]:
        """Return whom a token means, nobody where it is no pronoun or nobody agrees."""
        lower = token.lower_
        if token.tag_ in {"PRELS", "PRELAT"} or token.morph.get("PronType") == ("Rel",):
            return self._relative(token)
        if lower in _BOTH and token.pos_ in {"PRON", "DET", "NOUN", "ADJ"}:
            return self._both(token)
        if token.tag_ == "PPOSAT" or token.dep_ == "det:poss":
            return self._possessive(token)
        if token.pos_ != "PRON":
            return ()
        wanted = _PERSONAL.get(lower)
        if wanted is None:
            return ()
        gender, number = wanted
        if number == "?":
            number = self._number(token)
            gender = gender if number == "s" else ""
        if lower == "es":
            return ()
        return self._find(token, gender, number, demonstrative=lower.startswith(("dies", "letzt")))

    def _number(self, token: Token) -> str:
        verb = token.head
        for one in (verb, *(c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"})):
            if token.dep_.startswith("nsubj") and one.morph.get("Number") and one.morph.get("VerbForm") == ("Fin",):
                return "p" if one.morph.get("Number") == ("Plur",) else "s"
        return "p" if token.morph.get("Number") == ("Plur",) else "s"

    def _before(self, position: int) -> list[Named]:
        at = bisect_left(self._starts, position)
        return self._mentions[max(0, at - _WINDOW) : at][::-1]

    def _find(self, token: Token, gender: str, number: str, *, demonstrative: bool = False) -> tuple[Actor, ...]:
        best: Named | None = None
        score = -1.0
        sentence = self._sentences.start(token.i)
        seen: list[int] = []
        for rank, named in enumerate(self._before(token.i)):
            if named.sentence not in seen:
                seen.append(named.sentence)
            distance = len(seen) - (1 if sentence in seen else 0)
            if distance > _SENTENCES_BACK:
                break
            if not _agrees(named, gender, number):
                continue
            value = 10.0 - 3 * distance - 0.3 * rank
            value += 0 if demonstrative else (2.5 if named.subject else 0)
            value += 1 if named.person else 0
            if named.sentence == sentence and _same_clause(token, self.doc[named.start]):
                value -= 6
            if value > score:
                best, score = named, value
        if number == "p":
            pair = self._coordinated(token)
            if pair and (best is None or best.sentence <= pair[0]):
                return pair[1]
        return best.actors if best is not None else ()

    def _coordinated(self, token: Token) -> tuple[int, tuple[Actor, ...]] | None:
        """Two or more actors joined by `und` as the subject of this or the sentence before."""
        group: list[Named] = []
        for named in self._before(token.i)[:10]:
            if group and _joined(self.doc, named, group[-1]):
                group.append(named)
            elif len(group) > 1:
                break
            else:
                group = [named]
        if len(group) < 2:
            return None
        actors = tuple(dict.fromkeys(a for n in reversed(group) for a in n.actors))
        return group[-1].sentence, actors

    def _relative(self, token: Token) -> tuple[Actor, ...]:
        """A relative pronoun means the mention whose phrase its clause hangs on, or else the last one before it."""
        verb = token.head
        for _ in range(6):
            if verb.dep_ in {"acl:relcl", "acl"} or verb.head == verb:
                break
            verb = verb.head
        near = self._before(token.i)[:3]
        if verb.dep_ in {"acl:relcl", "acl"}:
            antecedent = verb.head
            for named in near:
                if named.start <= antecedent.i < token.i and (antecedent.i - named.start) <= 6:
                    return named.actors if _agrees_relative(named, token) else ()
            return ()
        if near and token.i - near[0].start <= 8 and _agrees_relative(near[0], token):
            return near[0].actors
        return ()

    def _both(self, token: Token) -> tuple[Actor, ...]:
        found: list[Actor] = []
        for named in self._before(token.i)[:12]:
            if named.number == "s" and len(named.actors) == 1 and named.actors[0] not in found:
                if found and found[0].kind is not named.actors[0].kind:
                    continue
                found.append(named.actors[0])
            if len(found) == 2:
                return tuple(found[::-1])
        return ()

    def _possessive(self, token: Token) -> tuple[Actor, ...]:
        lower = token.lower_
        if lower.startswith("sein"):
            return self._find_owner(token, ("mn", "s"))
        if lower.startswith("ihr"):
            single = self._find_owner(token, ("f", "s"))
            return single or self._find_owner(token, ("", "p"))
        return ()

    def _find_owner(self, token: Token, wanted: tuple[str, str]) -> tuple[Actor, ...]:
        gender, number = wanted
        best: Named | None = None
        score = -1.0
        seen: list[int] = []
        for rank, named in enumerate(self._before(token.i)):
            if named.sentence not in seen:
                seen.append(named.sentence)
            distance = len(seen) - (1 if self._sentences.start(token.i) in seen else 0)
            if distance > 1:
                break
            if not _agrees(named, gender, number):
                continue
            value = 10.0 - 3 * distance - 0.5 * rank + (2.5 if named.subject else 0) + (0.5 if named.person else 0)
            if value > score:
                best, score = named, value
        return best.actors if best is not None else ()


def _agrees(named: Named, gender: str, number: str) -> bool:
    if named.number != number:
        return False
    if number == "p":
        return True
    if not named.gender:
        return named.person and bool(gender) and gender != "n"
    return named.gender in gender


def _agrees_relative(named: Named, token: Token) -> bool:
    number = {"Plur": "p", "Sing": "s"}.get((token.morph.get("Number") or ("",))[0], "")
    gender = {"Masc": "m", "Fem": "f", "Neut": "n"}.get((token.morph.get("Gender") or ("",))[0], "")
    if number and named.number and number != named.number:
        return False
    return not (number == "s" and gender and named.gender and gender != named.gender)


def _same_clause(token: Token, other: Token) -> bool:
    return token.head == other.head and token.dep_ != other.dep_


def _joined(doc: Doc, first: Named, second: Named) -> bool:
    gap = doc[first.start : second.start]
    return (
        len(gap) <= 8
        and any(t.lower_ in {"und", "sowie"} for t in gap)
        and not any(t.pos_ in {"VERB", "AUX"} for t in gap)
    )


def _says_so(head: Token) -> bool:
    """Whether a phrase names the speaker behind a comma (`…, so Anwalt X`): as present as a subject."""
    doc = head.doc
    for i in range(head.i - 1, max(head.i - 5, 0), -1):
        word = doc[i]
        if word.lower_ == "so":
            return doc[i - 1].text in {",", "“", "«", "»", '"'}
        if word.pos_ not in {"NOUN", "PROPN", "ADJ", "DET"}:
            return False
    return False
