"""Who holds a stance: the actors behind a subject, an agent or a genitive, also where the word itself names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.grammar import grammatical_subject, is_verb, objects, phrase, preposition
from newsmodel.parsers.stances.edges import start_of

if TYPE_CHECKING:
    from newsmodel.model import Actor
    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token

_STEPS = 6
_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.COUNTRY})
_SOURCES = frozenset({None, "von"})


def holders(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Return the actors that hold what the words around a subject or agent show.

    Where the word itself names no actor: the name inside its phrase (`EU-Kommissar für Erweiterung Štefan Füle`), the
    body that it belongs to (`der Parteitag der SPD`), the antecedent of a relative pronoun, the speaker for a pronoun
    in somebody's words, the subject of the sentence before.

    Args:
        token: head of a noun phrase or a pronoun.
        scene: the dispatch.
    """
    found = scene.who(token)
    if found:
        return found
    if token.tag_ in ("PRELS", "PRELAT"):
        return _antecedent(token, scene)
    place = scene.country(token)
    if place is not None:
        return (place,)
    if token.pos_ == "NOUN":
        return _name_inside(token, scene) or _body_of(token, scene)
    if token.tag_ in ("PPER", "PDS") and token.lower_ in ("er", "sie", "diese", "dieser"):
        return _spoken_of(token, scene)
    return ()


def owners(possessive: Token, scene: Scene) -> tuple[Actor, ...]:
    """Return whom `sein`, `ihr` or `unser` stands for: if nothing tells, the subject of its clause.

    Args:
        possessive: the possessive.
        scene: the dispatch.
    """
    found = _subject_of(possessive, scene) or scene.actors_at(possessive)
    if found:
        return found
    current = possessive.head
    for _ in range(_STEPS):
        if is_verb(current):
            subject = grammatical_subject(current)
            return () if subject is None or subject == possessive.head else scene.who(subject)
        if current.head == current:
            break
        current = current.head
    return ()


def _subject_of(possessive: Token, scene: Scene) -> tuple[Actor, ...]:
    """The person that is the subject of the clause, where nobody else stands in it (`X hält an ihrer Forderung fest`)."""
    noun = possessive.head
    verb = noun.head
    if (
        noun.pos_ != "NOUN"
        or not is_verb(verb)
        or noun.dep_ not in ("obj", "obl", "obl:arg")
        or _has_other_object(verb, noun)
    ):
        return ()
    subject = grammatical_subject(verb)
    if subject is None or subject.i > noun.i:
        return ()
    found = scene.who(subject)
    return found if len(found) == 1 and found[0].kind is ActorKind.PERSON else ()


def _has_other_object(verb: Token, noun: Token) -> bool:
    """Whether a verb has an object beside a noun."""
    return any(other != noun for other in objects(verb))


def _antecedent(pronoun: Token, scene: Scene) -> tuple[Actor, ...]:
    current = pronoun
    for _ in range(_STEPS):
        if current.dep_ in ("acl:relcl", "acl") and current.head.i < pronoun.i:
            head = current.head
            return scene.who(head) or _name_inside(head, scene) or _body_of(head, scene)
        if current.head == current:
            break
        current = current.head
    return ()


def _name_inside(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    for token in reversed(phrase(noun)):
        if token.pos_ == "PROPN" and token.i > noun.i and token.ent_type_ == "PER":
            found = scene.cast.at(token)
            if found and found[0].kind is ActorKind.PERSON:
                return found
    return ()


def _body_of(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    for child in noun.children:
        if child.dep_ == "nmod" and child.i > noun.i and preposition(child) in _SOURCES and child.tag_ != "CARD":
            found = scene.who(child)
            if found and all(actor.kind in _BODIES for actor in found):
                return found
    return ()


def _spoken_of(pronoun: Token, scene: Scene) -> tuple[Actor, ...]:
    speakers = scene.speakers(pronoun)
    if len(speakers) == 1:
        return speakers
    start = start_of(pronoun)
    if speakers or start == 0:
        return ()
    last = pronoun.doc[start - 1]
    before = last.doc.span(start_of(last), start)
    if scene.reading.paragraph_of(before[0]) != scene.reading.paragraph_of(pronoun):
        return ()
    subject = grammatical_subject(before.root)
    return () if subject is None else scene.who(subject)
