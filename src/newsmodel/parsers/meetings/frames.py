"""The verbs that name a meeting, with the frames that tell them from their other uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import ActorKind, ParticipantPart
from newsmodel.parsers.grammar import agent, is_passive, objects, obliques, reflexive, subject
from newsmodel.parsers.meetings.lemmas import verb_lemma
from newsmodel.parsers.meetings.participants import further_people
from newsmodel.parsers.meetings.vocabulary import (
    VerbEntry,
    is_a,
    is_court,
    is_representative,
    is_school,
    is_site,
    verb_entries,
)

if TYPE_CHECKING:
    from newsmodel.model import Actor
    from newsmodel.parsers.meetings.scene import Scene
    from newsmodel.parsers.tokens import Token

_PAIR = 2
_TOPIC = ("über", "zu")
Roles = dict["Actor", ParticipantPart]


def frame_of(verb: Token, scene: Scene) -> tuple[VerbEntry, Roles] | None:
    """Return the entry whose frame a verb fills, with the participants that it names.

    Args:
        verb: a verb, not an auxiliary.
        scene: actors and times.

    Returns:
        The entry and actor to part; None where the verb names no meeting here.
    """
    entries = verb_entries(verb_lemma(verb)) or verb_entries(verb.lemma_.lower())
    if not entries:
        return None
    self_ = reflexive(verb) is not None
    for entry in entries:
        if (entry.reflexive == "yes" and not self_) or (entry.reflexive == "no" and self_):
            continue
        roles = _FRAMES[entry.frame](verb, entry, scene)
        if roles is not None:
            return entry, roles
    return None


def _who(verb: Token, scene: Scene) -> tuple[Token | None, tuple[Actor, ...]]:
    who = agent(verb) if is_passive(verb) else subject(verb)
    return who, () if who is None else scene.actors(who)


def _partners(verb: Token, scene: Scene) -> tuple[Actor, ...]:
    found: dict[Actor, None] = {}
    for other in obliques(verb, "mit"):
        found.update(dict.fromkeys(scene.actors(other)))
        found.update(dict.fromkeys(further_people(other, scene)))
    return tuple(found)


def _plural(token: Token | None, actors: tuple[Actor, ...]) -> bool:
    if token is None:
        return False
    return len(actors) >= _PAIR or "Plur" in token.morph.get("Number") or any(c.dep_ == "conj" for c in token.children)


def _each_other(verb: Token) -> bool:
    return any(c.lower_ in ("miteinander", "untereinander") for c in verb.children)


def _roles(*actors: Actor, part: ParticipantPart = ParticipantPart.ATTENDEE) -> Roles:
    return dict.fromkeys(actors, part)


def _with(verb: Token, entry: VerbEntry, scene: Scene) -> Roles | None:
    if is_passive(verb):
        return None
    who, actors = _who(verb, scene)
    partners = _partners(verb, scene)
    if not actors and not partners and not (entry.kind == "call" and who is not None):
        return None
    if who is not None and is_a("protester", who.lemma_):
        return None
    if partners or obliques(verb, "mit") or _each_other(verb) or _plural(who, actors) or entry.verb == "zusammenkommen":
        return _roles(*actors, *partners)
    return None


def _partner(verb: Token, _entry: VerbEntry, scene: Scene) -> Roles | None:
    who, actors = _who(verb, scene)
    partners = _partners(verb, scene)
    if actors and (partners or (_each_other(verb) and _plural(who, actors))):
        return _roles(*actors, *partners)
    return None


def _about(verb: Token, entry: VerbEntry, scene: Scene) -> Roles | None:
    who, actors = _who(verb, scene)
    if is_passive(verb) or who is None or is_court(who):
        return None
    partners = _partners(verb, scene)
    topic = any(obliques(verb, case) for case in _TOPIC) or any(
        c.lower_ in ("darüber", "hierüber", "worüber") for c in verb.children
    )
    advice = bool(objects(verb)) and not any(a.kind is ActorKind.ORGANIZATION for a in actors)
    if advice and entry.verb == "beraten" and not partners:
        return None
    if not actors:
        return None
    if partners or topic or _plural(who, actors) or (objects(verb) and entry.verb == "beraten"):
        return _roles(*actors, *partners)
    return None


def _object(verb: Token, entry: VerbEntry, scene: Scene) -> Roles | None:
    if is_passive(verb):
        if entry.verb not in ("empfangen", "interviewen", "einbestellen"):
            return None
        receiver = agent(verb)
        hosts = () if receiver is None else scene.actors(receiver)
        guests = tuple(a for c in verb.children if c.dep_ == "nsubj:pass" for a in scene.actors(c))
        if not guests or (not hosts and entry.verb != "einbestellen"):
            return None
    else:
        hosts = _who(verb, scene)[1]
        guests = tuple(a for other in objects(verb) for a in scene.actors(other))
        guests = guests or _beside_subject(verb, scene)
        if entry.kind == "visit":
            return _visit(verb, hosts, guests)
        if not hosts or not guests or set(hosts) == set(guests):
            return None
    if entry.format.value == "in_person" and not any(a.kind in (ActorKind.PERSON, ActorKind.GROUP) for a in guests):
        if not any(a.kind in (ActorKind.PERSON, ActorKind.GROUP) for a in hosts):
            return None
    part = ParticipantPart.HOST if entry.role == "host" else ParticipantPart.ATTENDEE
    return {**_roles(*guests), **_roles(*hosts, part=part)}


def _beside_subject(verb: Token, scene: Scene) -> tuple[Actor, ...]:
    """The object that the parser took for an apposition of the subject: `traf Minister A Kanzler B`."""
    who = subject(verb)
    if who is None:
        return ()
    second = [c for c in verb.children if c.dep_ == "nsubj" and c.i > who.i]
    if second:
        return scene.actors(second[-1])
    names = [c for c in who.children if c.dep_ in ("appos", "flat", "flat:name")]
    names += [g for c in names for g in c.children if g.dep_ == "appos"]
    for child in names[1:]:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and child.i > names[0].i:
            if not any(t.text == "," for t in verb.doc[who.i : child.i]):
                return scene.actors(child)
    return ()


def _visit(verb: Token, visitors: tuple[Actor, ...], visited: tuple[Actor, ...]) -> Roles | None:
    places = [o for o in objects(verb) if o.ent_type_ in ("LOC", "ORG") or any(c.ent_type_ == "LOC" for c in o.subtree)]
    if not any(a.kind in (ActorKind.PERSON, ActorKind.GROUP) and (a.roles or visited) for a in visitors):
        return None
    sites = [o for o in objects(verb) if is_site(o)]
    if any(is_school(o) for o in objects(verb)) or (not visited and not places and not sites):
        return None
    return _roles(*visitors, *visited)


def _dative(verb: Token, _entry: VerbEntry, scene: Scene) -> Roles | None:
    actors = _who(verb, scene)[1]
    met = tuple(a for other in objects(verb) for a in scene.actors(other))
    if any(a.kind is ActorKind.PERSON for a in actors) and any(a.kind is ActorKind.PERSON for a in met):
        return _roles(*actors, *met)
    return None


def _upon(verb: Token, _entry: VerbEntry, scene: Scene) -> Roles | None:
    actors = _who(verb, scene)[1]
    met = tuple(a for other in obliques(verb, "auf") for a in scene.actors(other))
    if any(a.kind is ActorKind.PERSON for a in actors) and any(a.kind is ActorKind.PERSON for a in met):
        return _roles(*actors, *met)
    return None


def _at(verb: Token, _entry: VerbEntry, scene: Scene) -> Roles | None:
    actors = _who(verb, scene)[1]
    hosts = tuple(a for other in obliques(verb, "bei") for a in scene.actors(other))
    return {**_roles(*actors), **_roles(*hosts, part=ParticipantPart.HOST)} if actors and hosts else None


def _body(verb: Token, entry: VerbEntry, scene: Scene) -> Roles | None:
    if is_passive(verb):
        return None
    who, actors = _who(verb, scene)
    if who is None or is_court(who):
        return None
    if entry.verb != "tagen" and not actors:
        return None
    return _roles(*actors, *_partners(verb, scene))


def _trip(verb: Token, _entry: VerbEntry, scene: Scene) -> Roles | None:
    """A journey to a named place; whether it is a visit, other words must say (see `is_mission`)."""
    actors = _who(verb, scene)[1]
    goal = [o for case in ("nach", "in", "zu") for o in obliques(verb, case) if o.ent_type_ == "LOC" or scene.actors(o)]
    people = any(a.kind is not ActorKind.COUNTRY for a in actors)
    return _roles(*actors) if goal and people else None


def is_mission(verb: Token) -> bool:
    """Tell whether a journey is by itself one to meet somebody: that of a delegation."""
    who = subject(verb)
    return who is not None and is_representative(who)


_FRAMES = {
    "with": _with,
    "partner": _partner,
    "about": _about,
    "object": _object,
    "dative": _dative,
    "auf": _upon,
    "bei": _at,
    "body": _body,
    "trip": _trip,
}
