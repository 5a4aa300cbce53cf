"""Who takes part: the arguments of the noun or verb that names a meeting, and of the verb over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import ActorKind, ParticipantPart
from newsmodel.parsers.grammar import agent, is_negated, is_passive, is_verb, objects, obliques, preposition, subject
from newsmodel.parsers.meetings.context import Context, phrases_of, predicate_at, predicate_of
from newsmodel.parsers.meetings.vocabulary import is_a

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import Actor
    from newsmodel.parsers.meetings.draft import Draft
    from newsmodel.parsers.meetings.scene import Scene
    from newsmodel.parsers.tokens import Doc, Token

_PARTNERS = frozenset({"mit", "zwischen", "unter"})
_EVENT = frozenset({"bei", "auf", "in", "an", "während", "nach", "per", "anlässlich", "mit", "von", "über"})
_PARTS = {
    "attendee": ParticipantPart.ATTENDEE,
    "host": ParticipantPart.HOST,
    "mediator": ParticipantPart.MEDIATOR,
}
_PAIR = 2
_REACH = 14
_LONG_REACH = 40
_LISTED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "PUNCT"})


def add_from_phrase(draft: Draft, noun: Token, scene: Scene) -> None:
    """Add those whom the noun phrase itself names: genitives, possessives, `mit`, `zwischen`, `von`, `bei`.

    Args:
        draft: the meeting.
        noun: the noun that names it.
        scene: actors and times.
    """
    for child in noun.children:
        if child.dep_ in ("det:poss", "det") and child.tag_ == "PPOSAT":
            owners = scene.cast.resolve(child)
            # who visits somebody is no body, whatever was named last
            draft.add(a for a in owners if draft.kind != "visit" or a.kind is not ActorKind.ORGANIZATION)
        elif child.dep_.startswith("nmod") and child.pos_ in ("NOUN", "PROPN", "PRON") and preposition(child) is None:
            if child.i < noun.i or "Gen" in child.morph.get("Case") or _has_genitive(child) or child.i == noun.i + 1:
                draft.add(scene.actors(child))
    seen = {child.i for _, child in _behind(noun)}
    behind = list(_behind(noun))
    behind += [(p, c) for c in noun.children if c.i not in seen and (p := preposition(c)) is not None]
    for case, other in behind:
        _add_phrase(draft, noun, case, other, scene)
    following = noun.i + 1
    if following < len(noun.doc) and noun.doc[following].lower_ == "zwischen" and len(draft.participants) < _PAIR:
        # a long attribute may keep the parser from joining the sides to the noun
        draft.add(_sides(noun.doc, following, scene))
    _add_first_part(draft, noun, scene)
    _add_from_relative(draft, noun, scene)


def _add_from_relative(draft: Draft, noun: Token, scene: Scene) -> None:
    """Whoever a relative clause brings: `ein Treffen, an dem … teilnahm`, `Gespräche, die … führten`."""
    for verb in noun.children:
        if verb.dep_ != "acl:relcl" or not is_verb(verb):
            continue
        for pronoun in verb.children:
            if pronoun.tag_ == "PRELS":
                slot = preposition(pronoun) or ("obj" if pronoun.dep_ in ("obj", "nsubj:pass") else "subj")
                said = predicate_of(verb, slot)
                if said is not None:
                    _add_arguments(draft, verb, said.subject, said.object, scene, skip=pronoun)
                elif slot in ("an", "bei", "zu", "auf"):
                    who = subject(verb)
                    draft.add(() if who is None else scene.actors(who))


def _behind(noun: Token) -> tuple[tuple[str, Token], ...]:
    """The phrases behind a noun, those under nouns that are no actors' phrases left out once a verb's own come."""
    return phrases_of(noun)


def _has_genitive(noun: Token) -> bool:
    return any("Gen" in c.morph.get("Case") for c in noun.children if c.dep_.startswith("det") or c.dep_ == "amod")


def _add_phrase(draft: Draft, noun: Token, case: str, other: Token, scene: Scene) -> None:
    direct = other.head == noun
    if case in _PARTNERS and (direct or case != "unter"):
        if case == "unter":
            part = next((p for role, p in _PARTS.items() if is_a(role, other.lemma_)), None)
            if part is not None:
                for child in other.children:
                    if child.dep_.startswith("nmod"):
                        draft.add(scene.actors(child), part)
            return
        known = len(draft.participants)
        draft.add(scene.actors(other))
        if case == "zwischen" and len(draft.participants) - known == 1:
            draft.add(_after_and(other, scene))
        elif case == "zwischen" and len(draft.participants) == known:
            case_at = next((c.i for c in other.children if c.dep_ == "case"), other.i)
            draft.add(_sides(other.doc, case_at, scene))
        elif case == "mit":
            draft.add(further_people(other, scene))
    elif case == "von" and direct:
        draft.add(scene.actors(other))
    elif (
        case == "bei"
        and (direct or other.head.pos_ in ("VERB", "AUX"))
        and draft.kind in ("visit", "interview", "call")
    ):
        draft.add(scene.actors(other), ParticipantPart.HOST)
    elif case == "auf" and other.lemma_ == "Einladung":
        for child in other.children:
            if child.dep_.startswith("nmod"):
                draft.add(scene.actors(child), ParticipantPart.HOST)
    elif case in ("vor", "an") and draft.kind == "address":
        draft.add(scene.actors(other))


def _sides(doc: Doc, start: int, scene: Scene) -> tuple[Actor, ...]:
    """Both sides of `zwischen … und …` by the text alone: the last actor before `und` and the first behind it."""
    end = min(doc[start].sent.end, start + _LONG_REACH)
    before: tuple[Actor, ...] = ()
    joined = False
    for token in doc[start + 1 : end]:
        if token.tag_.endswith("FIN"):
            break
        joined = joined or (bool(before) and token.lower_ in ("und", "sowie"))
        found = scene.cast.resolve(token) if token.pos_ in ("NOUN", "PROPN") else ()
        if found and joined:
            return (*before, *found)
        before = found or before
    return ()


def further_people(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    """The people whom a list behind a partner goes on with: `mit Präsident A, Ministerin B und dem Gouverneur C`.

    Args:
        noun: the head of the first phrase of the list.
        scene: actors and times.

    Returns:
        The people named behind a comma or `und`, up to a verb, a clause or another preposition.
    """
    doc, end = noun.doc, min(noun.sent.end, noun.i + _LONG_REACH)
    found: dict[Actor, None] = {}
    inside = 0
    for token in doc[noun.i + 1 : end]:
        inside += (token.text == "(") - (token.text == ")")
        if inside or token.text == ")":
            continue
        if token.pos_ not in _LISTED or token.tag_ in ("PRELS", "KOUS", "KOKOM"):
            break
        if token.ent_type_ == "PER":
            found.update(dict.fromkeys(a for a in scene.cast.resolve(token) if a.kind is ActorKind.PERSON))
    return tuple(found)


def _after_and(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    """The second side of `zwischen … und …` where the parser did not join the two."""
    doc = noun.doc
    for i in range(noun.i + 1, min(noun.sent.end, noun.i + _REACH)):
        if doc[i].tag_ == "KON":
            for other in doc[i + 1 : min(noun.sent.end, i + _REACH // 2)]:
                if other.pos_ in ("NOUN", "PROPN"):
                    return scene.actors(other)
        if doc[i].pos_ in ("VERB", "AUX"):
            return ()
    return ()


def _add_first_part(draft: Draft, noun: Token, scene: Scene) -> None:
    """The body in front of a hyphen: `CDU-Parteitag`, `RWE-Tarifverhandlungen`."""
    first, mark, _ = noun.text.partition("-")
    if not mark or len(first) < _PAIR:
        return
    draft.add(a for a in scene.cast.actors if a.name == first and a.kind is not ActorKind.PERSON)


def add_from_verb(draft: Draft, context: Context, scene: Scene) -> None:
    """Add those whom the verb over the noun names: who leads the talks, who invites, who speaks at the conference.

    Args:
        draft: the meeting.
        context: where its noun stands.
        scene: actors and times.
    """
    verb, slot = context.verb, context.slot
    if verb is None or not is_verb(verb):
        return
    said = predicate_at(context)
    if said is not None and not _blocked(context):
        known = set(draft.participants)
        _add_arguments(draft, verb, said.subject, said.object, scene, skip=context.noun)
        if draft.kind == "visit" and said.effect in ("cancelled", "postponed", "declined"):
            draft.tentative = frozenset(set(draft.participants) - known)
        for case in ("mit", "zwischen"):
            for other in obliques(verb, case):
                if other != context.noun:
                    draft.add(scene.actors(other))
    elif slot == "subj":
        for other in obliques(verb, "mit"):
            draft.add(a for a in scene.actors(other))
    elif slot in _EVENT or slot == "vor" or any(is_a("event", g.lemma_) for g in context.governors):
        _add_speaker(draft, verb, slot, scene)


def _blocked(context: Context) -> bool:
    """A noun between the meeting and the verb (`forderte ein Ende der Gespräche`) keeps the verb's arguments away."""
    return any(not is_a("same", g.lemma_) for g in context.governors)


def _add_arguments(draft: Draft, verb: Token, subject_part: str, object_part: str, scene: Scene, skip: Token) -> None:
    if object_part in _PARTS:
        others = [o for o in objects(verb) if o != skip] or [
            c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i and c != skip and c != subject(verb)
        ]
        for other in others:
            draft.add(scene.actors(other), _PARTS[object_part])
        if is_passive(verb):
            for child in verb.children:
                if child.dep_ == "nsubj:pass" and child != skip:
                    draft.add(scene.actors(child), _PARTS[object_part])
    who = agent(verb) if is_passive(verb) else subject(verb)
    if who is not None and who == skip:
        # the meeting was taken for the subject: the other noun is it (`Das Treffen musste die Ministerin absagen`)
        who = next((c for c in verb.children if c.dep_ in ("nsubj", "obj") and c != skip and scene.actors(c)), None)
    if who is None:
        return
    if subject_part in _PARTS:
        draft.add(scene.actors(who), _PARTS[subject_part])
    elif subject_part == "partner" and len(draft.participants) == 1:
        # who asks one side for talks is the other side
        draft.add(scene.actors(who))


def _add_speaker(draft: Draft, verb: Token, slot: str, scene: Scene) -> None:
    """Whoever acts `bei`, `auf`, `nach` a meeting is taken to be there, unless the phrase names two sides by itself."""
    if draft.kind == "session" and slot in ("bei", "auf", "in"):
        for child in verb.children:
            if child.dep_ == "nsubj:pass":
                # who is elected at an assembly is there
                draft.add(a for a in scene.actors(child) if a.kind is ActorKind.PERSON)
    who = subject(verb)
    if who is None or is_a("outside", verb.lemma_) or is_negated(verb):
        return
    sides = [a for a in draft.participants if a.kind is not ActorKind.GROUP]
    if len(sides) >= _PAIR and draft.kind not in ("press", "session"):
        return
    actors = scene.actors(who)
    if slot in ("vor", "über"):
        actors = tuple(a for a in actors if a.kind is ActorKind.PERSON and draft.kind in ("press", "address"))
    draft.add(actors)
    if draft.kind == "interview":
        for other in obliques(verb, "in"):
            draft.add(_bodies(scene.actors(other)))
    if draft.kind in ("interview", "press", "talk"):
        for other in verb.children:
            if other.dep_ in ("iobj", "obl:arg", "obj") and "Dat" in other.morph.get("Case") and not preposition(other):
                draft.add(_bodies(scene.actors(other)))


def _bodies(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(a for a in actors if a.kind in (ActorKind.ORGANIZATION, ActorKind.GROUP))
