"""What a stance is about: an actor, a meeting, or the shortest full phrase that names an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.parsers.grammar import (
    auxiliaries,
    clause_tokens,
    conjuncts,
    grammatical_subject,
    is_verb,
    objects,
    phrase,
)
from newsmodel.parsers.stances.edges import end_of, start_of
from newsmodel.parsers.stances.lexicon import lemma_of, words

if TYPE_CHECKING:
    from newsmodel.model import Actor, Meeting
    from newsmodel.parsers.stances.arguments import Argument
    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token

_ARTICLES = frozenset({"ART", "PPOSAT", "PDAT"})
_EMPTY = frozenset({"PRON", "ADV", "DET", "PUNCT", "ADP", "PART"})
_LONGEST = 40
_STEPS = 6
_PREDICATE = frozenset({"obj", "obl", "obl:arg", "xcomp", "compound:prt", "iobj", "advmod"})


@attrs.frozen(slots=True)
class Target:
    """A target in the making.

    Attributes:
        tokens: the words that name it, in text order.
        actor: the actor that they stand for, if they do.
        meeting: the meeting that they name, if they do.
        head: the word that it turns on, by which repeated issues are known again.
    """

    tokens: tuple[Token, ...]
    head: Token
    actor: Actor | None = None
    meeting: Meeting | None = None


def targets(found: Argument, scene: Scene) -> tuple[Target, ...]:
    """Return the targets that an argument names; actors and meetings joined by `und` are several.

    Args:
        found: the argument.
        scene: to tell actors and meetings.

    Returns:
        The targets; none for a pronoun that stands for nobody known.
    """
    if found.clause:
        return (_clause(found.head, scene),)
    result: list[Target] = []
    issue: list[Token] = []
    if found.head.lower_ == "was" and found.head.tag_ in ("PRELS", "PWS"):
        return _clause_before(found.head)
    head = _antecedent(found.head)
    for member in conjuncts(head) if head == found.head and head.dep_ != "conj" else (head,):
        if member.i < head.i or (member.i > head.i and any(c.lower_ == "als" for c in member.children)):
            continue
        named = _named(member, scene)
        if named:
            result.extend(named)
        elif member.tag_ == "PDS" and member.lower_ in ("das", "dies"):
            result.extend(_said_before(member, scene))
        elif member.pos_ not in _EMPTY and member.i - head.i < _LONGEST:
            issue.append(member)
    if issue:
        result.append(Target(_phrase(issue), issue[0]))
    return tuple(result)


def _clause_before(pronoun: Token) -> tuple[Target, ...]:
    """What `was` takes up: the clause that it follows (`wollte X verlegen, was die Richter ablehnten`)."""
    comma = next((i for i in range(pronoun.i - 1, start_of(pronoun) - 1, -1) if pronoun.doc[i].text == ","), None)
    if comma is None:
        return ()
    verb = next((pronoun.doc[i] for i in range(comma - 1, start_of(pronoun) - 1, -1) if is_verb(pronoun.doc[i])), None)
    if verb is None:
        return ()
    main = verb.head if verb.dep_.startswith("aux") else verb
    return (Target(predicate_run(main, grammatical_subject(main)), main),)


def _said_before(pronoun: Token, scene: Scene) -> list[Target]:
    """What `das` points back at: the predicate of the sentence before, in the same paragraph."""
    first = start_of(pronoun)
    if first == 0:
        return []
    before = pronoun.doc.span(start_of(pronoun.doc[first - 1]), first)
    if scene.reading.paragraph_of(before[0]) != scene.reading.paragraph_of(pronoun):
        return []
    root = before.root
    if (meeting := scene.meeting(root)) is not None:
        return [Target((root,), root, meeting=meeting)]
    return [Target(predicate_run(root, grammatical_subject(root)), root)] if is_verb(root) else []


def predicate_run(verb: Token, subject: Token | None) -> tuple[Token, ...]:
    """Return the words of a predicate without its subject, modal and auxiliaries, as one run that ends at the verb.

    Args:
        verb: the verb; where it stands in front (`fordert den Abzug`), the run goes to its last object.
        subject: its subject, which is left out.
    """
    left_out = {t.i for t in subject.subtree} if subject is not None else set()
    left_out.update(a.i for a in auxiliaries(verb))
    kept = {verb.i}
    for child in verb.children:
        if child.dep_ in _PREDICATE and child.i not in left_out:
            kept.update(t.i for t in child.subtree if t.i not in left_out)
    first = last = verb.i
    while first - 1 in kept and verb.doc[first - 1].text not in (",", ":", ";"):
        first -= 1
    while first == verb.i and last + 1 in kept and verb.doc[last + 1].text not in (",", ":", ";"):
        last += 1
    return tuple(verb.doc[first : last + 1])


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    if token.tag_ not in ("PRELS", "PRELAT"):
        return token
    current = token
    for _ in range(_STEPS):
        if current.dep_ in ("acl:relcl", "acl") and current.head.i < token.i:
            return current.head
        if current.head == current:
            break
        current = current.head
    return token


def _named(noun: Token, scene: Scene) -> list[Target]:
    meeting = scene.meeting(noun) or _started(noun, scene) or _named_before(noun, scene)
    if meeting is not None:
        return [Target(_phrase([noun]), noun, meeting=meeting)]
    return [Target(_phrase([noun]), noun, actor=actor) for actor in scene.actors_at(noun)]


def _named_before(noun: Token, scene: Scene) -> Meeting | None:
    """The meeting that the same word named before (`nannte den Besuch ein Zeichen`)."""
    definite = any(c.dep_ == "det" and c.lower_.startswith(("d", "jen")) for c in noun.children)
    return scene.meeting_called(noun) if definite and noun.pos_ == "NOUN" else None


def _started(noun: Token, scene: Scene) -> Meeting | None:
    """The meeting whose start, end or course a noun names (`die Aufnahme von Gesprächen`)."""
    if noun.lemma_ not in words("phases"):
        return None
    for child in noun.children:
        if child.dep_ == "nmod" and child.i > noun.i:
            return scene.meeting(child)
    return None


def _phrase(heads: list[Token]) -> tuple[Token, ...]:
    kept: dict[int, Token] = {}
    for head in heads:
        kept.update((t.i, t) for t in phrase(head))
    doc = heads[0].doc
    first, last = min(kept), _with_phrases(_with_place(max(kept), heads[0]), heads[-1])
    if last - first < _LONGEST:
        run = [doc[i] for i in range(first, last + 1)]
    else:
        run = list(phrase(heads[0]))
    inner = heads[0]
    while (
        len(run) > 1
        and run[0] != inner
        and (
            run[0].tag_ in _ARTICLES
            or run[0].lower_.startswith("kein")
            or run[0].tag_ in ("ADV", "ADJD")
            or (run[0].is_punct and run[0].text not in "„\"«»“‚'")
        )
    ):
        run.pop(0)
    return tuple(run)


def _with_phrases(last: int, head: Token) -> int:
    """The end of a phrase with what directly follows it and tells what it is for or about, though hung on the verb."""
    doc = head.doc
    end = end_of(doc[last], _LONGEST)
    for _ in range(3):
        if last + 2 >= end or doc[last + 1].lower_ not in words("complements", "preposition"):
            break
        noun = doc[last + 1].head
        if noun.pos_ != "NOUN" or noun.i <= last + 1 or noun.head not in (head, head.head) or noun.i - last > _STEPS:
            break
        if any(t.is_punct for t in doc[last + 1 : noun.i]):
            break
        last = max(t.i for t in phrase(noun))
    return last


def _with_place(last: int, head: Token) -> int:
    """The end of a phrase with the place right behind it that the parser gave to the verb (`Offensive in Rafah`)."""
    doc = head.doc
    if last + 2 < end_of(doc[last], 4) and doc[last + 1].text in ("in", "im") and head.i < last + 1:
        place = doc[last + 1].head
        if place.pos_ == "PROPN" and place.ent_type_ == "LOC" and place.i <= last + 3 and place.head == head.head:
            return place.i
    return last


def _clause(verb: Token, scene: Scene) -> Target:
    meeting = scene.meeting(verb)
    if meeting is None:
        # `Verhandlungen einzuleiten`: the meeting is the object
        found = [m for m in (scene.meeting(o) for o in objects(verb)) if m is not None]
        if found and lemma_of(verb) in words("phases"):
            meeting = found[0]
    return Target(clause_run(verb), verb, meeting=meeting)


def clause_run(verb: Token) -> tuple[Token, ...]:
    """Return the words of a clause from its first to its last, none before a full stop or a quotation that it holds."""
    tokens = clause_tokens(verb)
    near = [t.i for t in tokens if abs(t.i - verb.i) <= 2 * _LONGEST]
    run = list(verb.doc[min(near) : max(near) + 1])
    while len(run) > 1 and (run[0].is_punct or run[0].is_space or run[0].tag_ == "KON"):
        run.pop(0)
    while len(run) > 1 and (run[-1].is_punct or run[-1].is_space):
        run.pop()
    return tuple(run)


def turned_object(clause: Token, scene: Scene) -> tuple[Target, ...]:
    """Return what a clause wants to be rid of: the object of `verhindern`, `stürzen`, `beenden` and the like."""
    from newsmodel.parsers.stances.arguments import Argument

    if not is_verb(clause) or lemma_of(clause) not in words("turners"):
        return ()
    for noun in objects(clause):
        if noun.dep_ == "obj" and "Dat" not in noun.morph.get("Case"):
            return targets(Argument(noun), scene)
    return ()
