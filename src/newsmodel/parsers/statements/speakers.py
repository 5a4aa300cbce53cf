"""From the words that name a source to actors: mentions, pronouns, documents and their authors, carry-over."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.grammar import agent, conjuncts, is_passive, is_verb, preposition, subject
from newsmodel.parsers.statements.cues import documents, noun_form

if TYPE_CHECKING:
    from newsmodel.model import Actor
    from newsmodel.parsers.statements.scene import Draft, Scene
    from newsmodel.parsers.tokens import Token

_JOINT = frozenset({"gemeinsam", "gemeinsame", "beiderseitig"})
_BOTH = frozenset({"beide", "beiden", "beider"})
_MAX_CHAIN = 200


class Authors:
    """The authors of the documents that a dispatch names; a later bare mention is the document named before."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._both = self._find_both()
        self._by_token: dict[int, tuple[Actor, ...]] = {}
        last: dict[str, tuple[Actor, ...]] = {}
        named = documents()
        recent: tuple[Actor, ...] = ()
        for sentence in scene.sentences:
            for token in sentence:
                form = noun_form(token, named)
                if form is None:
                    continue
                found = self._named(token) or self._from_verb(token)
                bare = not found
                if bare:
                    found = last.get(form) or (recent if _is_definite(token) else ())
                if found:
                    last[form] = found
                    recent = found
                self._by_token[token.i] = found

    def of(self, token: Token) -> tuple[Actor, ...] | None:
        """Return the authors of the document that a token names; None if it names no document."""
        return self._by_token.get(token.i)

    def _named(self, token: Token) -> tuple[Actor, ...]:
        """Authors named in the phrase itself: genitive, `von`, possessive."""
        for child in token.children:
            if child.dep_ == "det:poss" or child.tag_ == "PPOSAT":
                found = self._scene.cast.resolve_all(child)
            elif child.dep_ == "nmod" and (
                (preposition(child) is None and "Gen" in child.morph.get("Case"))
                or preposition(child) in ("von", "aus")
                or (child.i < token.i and child.pos_ == "PROPN")
            ):
                found = meant_by(self._scene, child)
            else:
                continue
            if found:
                return found
        return ()

    def _from_verb(self, token: Token) -> tuple[Actor, ...]:
        """Authors by the verb that makes the document known; of a joint document, all sides that its sentence names."""
        verb = token.head
        for _ in range(4):
            if is_verb(verb) or verb.head == verb:
                break
            verb = verb.head
        found: tuple[Actor, ...] = ()
        if is_verb(verb):
            who = agent(verb) if is_passive(verb) else subject(verb)
            if who is not None and who != token and noun_form(who, documents()) is None:
                found = meant_by(self._scene, who)
        if any(c.lemma_.lower() in _JOINT or c.lower_.startswith("gemeinsam") for c in token.children):
            return self._sides(token) or found
        return found

    def _sides(self, token: Token) -> tuple[Actor, ...]:
        """The actors that `beide Seiten`, `beide Länder` stand for, in the sentence of a joint document or later."""
        at = bisect_left(self._both, token.sent.start, key=lambda both: both[0])
        return self._both[at][1] if at < len(self._both) else ()

    def _find_both(self) -> list[tuple[int, tuple[Actor, ...]]]:
        """Where `beide` stands for several actors: start of the sentence and the actors."""
        places = []
        for sentence in self._scene.sentences:
            for token in sentence:
                if token.lower_ in _BOTH:
                    noun = token.head if token.head.pos_ == "NOUN" else token
                    actors = self._scene.cast.resolve_all(noun)
                    actors = tuple(one for actor in actors for one in (actor.members or (actor,)))
                    if len(actors) > 1:
                        places.append((sentence.start, actors))
                        break
        return places


def _is_definite(token: Token) -> bool:
    for child in token.children:
        if child.dep_ in ("det", "case"):
            lower = child.lower_
            if lower in (
                "der",
                "die",
                "das",
                "dem",
                "den",
                "des",
                "diese",
                "dieser",
                "diesem",
                "im",
                "am",
                "zum",
                "zur",
            ):
                return True
    return False


def meant_by(scene: Scene, source: Token) -> tuple[Actor, ...]:
    """Return the actors that the head of a phrase means, by itself or by the name behind its title.

    Args:
        scene: the dispatch.
        source: head of the phrase, over whose coordination is looked.

    Returns:
        The actors in text order; none where nobody fits.
    """
    found: list[Actor] = []
    for one in conjuncts(source):
        actors = scene.cast.resolve(one) or _named_in(scene, one)
        found.extend(actor for actor in actors if actor not in found)
    return tuple(found)


def _named_in(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """`Außenministerin Anna Berg`: the mention of the name stands beside the title that heads the phrase."""
    near = [c for c in head.children if c.dep_ in ("appos", "flat", "compound", "flat:name", "nmod")]
    near += [c for child in near for c in child.children if c.dep_ in ("appos", "flat")]
    for child in near:
        case = any(c.dep_ == "case" for c in child.children)
        if child.pos_ == "PROPN" and not case and "Gen" not in child.morph.get("Case"):
            found = scene.cast.resolve_all(child)
            if found:
                return found
    known = scene.by_name(head.text)
    if known:
        return known
    if "-" in head.text:
        # `UN-Angaben`, `Nato-Berechnungen`: the first part is the source
        known = scene.by_name(head.text.rsplit("-", 1)[0])
        if known:
            return known
    if head.dep_ in ("appos", "flat", "compound") and head.head.pos_ in ("NOUN", "PROPN"):
        return scene.cast.resolve_all(head.head)
    return ()


def _continue_pronouns(drafts: list[Draft]) -> None:
    """A singular pronoun that the cast leaves open means who spoke last, if that is one person (`seinen Angaben`)."""
    last: tuple[Actor, ...] = ()
    for draft in drafts:
        source = draft.source
        if source is not None and not draft.speakers and _is_personal(source):
            draft.speakers = last
        if draft.parent is None and draft.speakers:
            one = len(draft.speakers) == 1 and draft.speakers[0].kind is ActorKind.PERSON
            last = draft.speakers if one else ()


def _is_personal(token: Token) -> bool:
    lower = token.lower_
    return (
        lower == "er"
        or (token.tag_ == "PPOSAT" and lower.startswith("sein"))
        or (lower in ("sie", "ihren", "ihrer") and "Plur" not in token.morph.get("Number") and token.tag_ == "PPER")
    )


def resolve_speakers(scene: Scene, drafts: list[Draft], authors: Authors) -> None:
    """Give every draft its actors, those that take a speaker over last.

    Args:
        scene: the dispatch.
        drafts: all drafts, in text order.
        authors: the authors of its documents.
    """
    named = documents()
    for draft in drafts:
        source = draft.source
        if source is None:
            continue
        found: tuple[Actor, ...] | None = None
        if noun_form(source, named) is not None:
            found = authors.of(source) or ()
            medium = named.get(noun_form(source, named) or "", "")
            draft.medium = medium or draft.medium
        if not found:
            found = meant_by(scene, source)
        draft.speakers = found
    _continue_pronouns(drafts)
    for draft in drafts:
        if draft.speakers or draft.source is not None:
            continue
        heir, steps = draft.heir, 0
        while heir is not None and steps < _MAX_CHAIN:
            if heir.speakers or heir.source is not None:
                draft.speakers = heir.speakers
                break
            heir, steps = heir.heir, steps + 1
