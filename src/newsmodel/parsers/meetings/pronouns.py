"""What a pronoun tells of the meeting named just before: `Es soll am Mittwoch stattfinden`, `Sie wurde abgesagt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import MeetingFormat, MeetingStatus
from newsmodel.parsers.grammar import is_verb, to_span
from newsmodel.parsers.meetings.circumstances import place_at, times_of_clause
from newsmodel.parsers.meetings.context import context_of, predicate_at
from newsmodel.parsers.meetings.draft import Draft
from newsmodel.parsers.meetings.form import told_format
from newsmodel.parsers.meetings.participants import add_from_verb
from newsmodel.parsers.meetings.reasons import author_of, reason_of
from newsmodel.parsers.meetings.status import effect_of
from newsmodel.parsers.meetings.vocabulary import is_a

if TYPE_CHECKING:
    from newsmodel.parsers.meetings.scene import Scene
    from newsmodel.parsers.tokens import Token

KIND = "pronoun"
_PRONOUNS = ("PPER", "PDS")
_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED)


def draft_of_pronoun(token: Token, scene: Scene) -> Draft | None:
    """Return what a personal or demonstrative pronoun's verb tells of a meeting, None if it is no verb of meetings.

    Args:
        token: the pronoun.
        scene: actors and times.

    Returns:
        A draft that stands for nothing by itself: it only adds to the meeting that the pronoun means.
    """
    if token.tag_ not in _PRONOUNS or not token.dep_.startswith(("nsubj", "obj")):
        return None
    context = context_of(token)
    verb = context.verb
    said = predicate_at(context)
    if verb is None or not is_verb(verb) or said is None or not is_a("meeting_verb", said.verb):
        return None
    times = times_of_clause(verb, scene)
    verdict = effect_of(said, context, verb, scene.direction(times), lasting=False)
    if verdict.status is None:
        return None
    draft = Draft(anchors=[token], kind=KIND, word=token.lower_, novelty=KIND, stands=False, rule="meeting.pronoun")
    draft.status, draft.firm = verdict.status, verdict.firm
    draft.evidence.extend(to_span((t,)) for t in sorted({verb, *verdict.words}, key=lambda t: t.i))
    draft.times.extend(times)
    draft.place = place_at(None, verb, KIND)
    _set_format(draft, token, verb)
    add_from_verb(draft, context, scene)
    if verdict.status in _OFF:
        draft.reason, draft.cancelled_by = reason_of(verb), author_of(verb, scene)
    return draft


def _set_format(draft: Draft, token: Token, verb: Token) -> None:
    told = told_format(token, verb)
    draft.format, draft.told_format = told or MeetingFormat.UNKNOWN, told is not None


def may_mean(pronoun: Token, noun: Token) -> bool:
    """Tell whether a pronoun agrees with a noun in gender and number and stands close enough behind it.

    Args:
        pronoun: the pronoun.
        noun: a noun that names a meeting.
    """
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i >= pronoun.i:
        return False
    if noun.sent.end < pronoun.sent.start:
        return False  # not even in the sentence before
    plural = "Plur" in pronoun.morph.get("Number")
    if plural or "Plur" in noun.morph.get("Number"):
        return plural and "Plur" in noun.morph.get("Number")
    gender = pronoun.morph.get("Gender")
    return not gender or not noun.morph.get("Gender") or gender == noun.morph.get("Gender")
