"""From the nouns and verbs of a sentence that name meetings to drafts: one draft an anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import MeetingFormat, MeetingStatus
from newsmodel.parsers.grammar import is_verb, to_span
from newsmodel.parsers.meetings.circumstances import (
    duration_at,
    extent_of,
    place_at,
    times_at,
    times_of_clause,
    topics_of,
)
from newsmodel.parsers.meetings.context import Context, at_event, context_of, phrases_behind, predicate_at
from newsmodel.parsers.meetings.draft import Draft
from newsmodel.parsers.meetings.form import told_format
from newsmodel.parsers.meetings.frames import frame_of, is_mission
from newsmodel.parsers.meetings.grounds import is_grounded, is_idiom
from newsmodel.parsers.meetings.lemmas import verb_lemma
from newsmodel.parsers.meetings.mood import Verdict, mood_of
from newsmodel.parsers.meetings.participants import add_from_phrase, add_from_verb
from newsmodel.parsers.meetings.pronouns import draft_of_pronoun
from newsmodel.parsers.meetings.reasons import author_of, reason_of
from newsmodel.parsers.meetings.status import status_of_noun
from newsmodel.parsers.meetings.vocabulary import NounEntry, modifier, noun_entry, verb_entries

if TYPE_CHECKING:
    from newsmodel.model import TimeExpression
    from newsmodel.parsers.meetings.scene import Scene
    from newsmodel.parsers.tokens import Span, Token

_LASTING = frozenset({"talk", "session", "debate"})
_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED)
_AHEAD = ("planned", "proposed", "cancelled", "postponed", "declined", "invited")
_DEFINITE = ("d", "dies", "jen")
_SPOKEN_PLACE = frozenset({"talk", "session", "round", "hearing", "press", "debate", "address"})


def drafts_in(sentence: Span, scene: Scene) -> tuple[Draft, ...]:
    """Return what each anchor of a sentence tells, in text order; denied and habitual meetings are left out.

    Args:
        sentence: a body sentence.
        scene: actors and times.
    """
    found = []
    for token in sentence:
        draft = None
        if token.pos_ in ("NOUN", "PROPN", "X"):
            entry = noun_entry(token)
            if entry is not None:
                draft = _draft_of_noun(token, entry, scene)
        elif is_verb(token) and token.dep_ not in ("aux", "aux:pass", "cop"):
            if verb_entries(verb_lemma(token)) or verb_entries(token.lemma_.lower()):
                draft = _draft_of_verb(token, scene)
        elif token.pos_ == "PRON":
            draft = draft_of_pronoun(token, scene)
        if draft is not None:
            found.append(draft)
    return tuple(found)


def _draft_of_noun(noun: Token, entry: NounEntry, scene: Scene) -> Draft | None:
    context = at_event(context_of(noun))
    if is_idiom(noun, context):
        return None
    own_times = times_at(noun, scene)
    draft = Draft(
        anchors=[noun],
        kind=entry.kind,
        word=entry.noun,
        format=entry.format,
        novelty=novelty_of(noun),
        plural="Plur" in noun.morph.get("Number"),
        rule=f"meeting.noun:{entry.noun}",
    )
    add_from_phrase(draft, noun, scene)
    draft.named = frozenset(draft.participants)
    add_from_verb(draft, context, scene)
    draft.times.extend(own_times or _clause_times(context, scene))
    verdict = status_of_noun(context, entry.kind, scene.direction(draft.times), own_times=bool(own_times))
    if verdict.status is None or not is_grounded(draft, noun, context, entry, verdict.firm):
        return None
    _set_status(draft, verdict, noun)
    draft.stands = entry.need != "again"
    verb = context.verb if context.slot in ("subj", "obj") and context.verb is not None else None
    told = told_format(noun, verb if verb is not None and is_verb(verb) else None)
    near = _holds(context)
    draft.place = place_at(noun, near, entry.kind)
    draft.duration = duration_at(extent_of(noun), near, scene)
    draft.topics.extend(topics_of(noun, near, scene))
    _set_format(draft, told)
    if verdict.status in _OFF and verb is not None and is_verb(verb):
        _set_reason(draft, verb, scene)
    return draft


def _holds(context: Context) -> Token | None:
    """The verb whose own place, time and topic are those of the meeting (`fand in Bonn statt`, `führten Gespräche`)."""
    verb = context.verb
    if verb is None or not is_verb(verb) or context.governors:
        return None
    said = predicate_at(context)
    if said is not None and said.effect in ("any", "begun", "held", "ongoing"):
        return verb
    return verb if verb_entries(verb_lemma(verb)) else None


def _clause_times(context: Context, scene: Scene) -> list[TimeExpression]:
    """The times of the clause, without those that say when a meeting was announced, put off or refused."""
    verb = context.verb
    if verb is None:
        return []
    times = times_of_clause(verb, scene)
    said = predicate_at(context)
    if said is not None and said.effect in _AHEAD:
        return [t for t in times if t.span.start > context.noun.idx or scene.direction([t]) == "future"]
    if context.slot in ("über", "um", "für", "vor", "von"):
        return []
    return list(times)


def _draft_of_verb(verb: Token, scene: Scene) -> Draft | None:
    found = frame_of(verb, scene)
    if found is None:
        return None
    entry, roles = found
    draft = Draft(
        anchors=[verb], kind=entry.kind, word=entry.verb, format=entry.format, rule=f"meeting.verb:{entry.verb}"
    )
    draft.stands = entry.frame != "trip" or is_mission(verb)
    for actor, part in roles.items():
        draft.add((actor,), part)
    draft.times.extend(times_of_clause(verb, scene))
    verdict = mood_of(verb, scene.direction(draft.times), lasting=entry.kind in _LASTING)
    if verdict.status is None:
        return None
    _set_status(draft, verdict, verb)
    draft.place = place_at(None, verb, entry.kind)
    draft.duration = duration_at((verb, verb), verb, scene)
    draft.topics.extend(topics_of(verb, None, scene))
    _set_format(draft, told_format(verb, None))
    if verdict.status in _OFF:
        head = verdict.words[0] if verdict.words and is_verb(verdict.words[0]) else verb
        _set_reason(draft, head, scene)
    return draft


def novelty_of(noun: Token) -> str:
    """Return how a noun brings its meeting up: `new`, `indefinite`, `definite` or `bare`.

    Args:
        noun: the noun that names it.
    """
    kind = "bare"
    for child in noun.children:
        if child.i > noun.i:
            continue
        if child.dep_ in ("amod", "nummod", "det", "advmod"):
            told = modifier(child)
            if told == "new":
                return "new"
            if told == "definite":
                return "pointed"
        text = child.lower_
        if child.tag_ == "APPRART" or (child.dep_ == "det" and text.startswith(_DEFINITE)):
            kind = "definite"
        elif child.tag_ == "PPOSAT":
            kind = "definite"
        elif child.dep_ == "det" and text.startswith("ein"):
            kind = "indefinite"
    return kind


def _set_status(draft: Draft, verdict: Verdict, anchor: Token) -> None:
    draft.status, draft.firm = verdict.status, verdict.firm
    tokens = sorted({anchor, *verdict.words}, key=lambda t: t.i)
    draft.evidence.append(to_span((anchor,)))
    draft.evidence.extend(to_span((t,)) for t in tokens if t != anchor)


def _set_format(draft: Draft, told: MeetingFormat | None) -> None:
    if told is not None:
        draft.format, draft.told_format = told, True
    elif draft.format is MeetingFormat.UNKNOWN and draft.place is not None and draft.kind in _SPOKEN_PLACE:
        draft.format = MeetingFormat.IN_PERSON
    elif draft.format is MeetingFormat.UNKNOWN and draft.kind == "address" and _faces_public(draft.anchors[0]):
        draft.format = MeetingFormat.IN_PERSON


def _faces_public(noun: Token) -> bool:
    """Whether a speech is given `vor` somebody: speaker and public share a room."""
    return any(case == "vor" for case, _ in phrases_behind(noun))


def _set_reason(draft: Draft, verb: Token, scene: Scene) -> None:
    draft.reason = reason_of(verb)
    draft.cancelled_by = author_of(verb, scene)
