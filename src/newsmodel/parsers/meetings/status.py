"""The status of a meeting, from the noun that names it, what stands over it, and its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import MeetingStatus
from newsmodel.parsers.grammar import is_negated, is_verb, preposition
from newsmodel.parsers.meetings.context import Context, context_of, predicate_at, predicate_of
from newsmodel.parsers.meetings.mood import STATUSES, Verdict, announced, mood_of, tense_of, told
from newsmodel.parsers.meetings.vocabulary import Predicate, governor, modifier, noun_entry

if TYPE_CHECKING:
    from newsmodel.parsers.meetings.scene import Direction
    from newsmodel.parsers.tokens import Token

_AFTER = frozenset({"nach", "seit", "infolge"})
_AT = frozenset({"bei", "auf", "während", *_AFTER})
_BEFORE = frozenset({"vor"})
_DURING = frozenset(
    {"bei", "auf", "in", "während", "anlässlich", "mit", "durch", "an", "zu", "per", "am", "von", "aus"}
)
# prepositions by which a noun does not govern the meeting: `die Entscheidung bei der Sitzung`
_AROUND = frozenset({"bei", "in", "während", "vor", "mit", "auf", "per"})
_NOT_THERE = frozenset({"ohne", "statt", "anstatt", "anstelle"})
_LASTING = frozenset({"talk", "session", "round", "hearing", "debate"})
_ENDED = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED)


def status_of_noun(context: Context, kind: str, direction: Direction | None, *, own_times: bool = False) -> Verdict:
    """Return the status of a meeting that a noun names.

    Args:
        context: where the noun stands.
        kind: the family of the noun.
        direction: the side of the publication on which the times of the meeting lie.
        own_times: whether these times stand at the noun itself, not only in its clause.

    Returns:
        The verdict; its status is None where the words deny the meeting or speak of a habit.
    """
    if _instead(context.noun):
        return Verdict(status=None, firm=True)
    over = _governors(context) or announced(context.noun)
    if over is not None:
        return over
    own = _modifiers(context.noun)
    if own.status is None and own.firm:
        return own
    lasting = kind in _LASTING
    found = _of_relative(context.noun, direction, lasting=lasting) or _of_predicate(context, direction, lasting=lasting)
    if found is not None:
        if found.status is MeetingStatus.HELD and own.status in _ENDED:
            return own
        if found.firm or own.status is None:
            return found
        return own
    if own.status is not None:
        return own
    return _of_place(context, kind, direction, own_times=own_times)


def _governors(context: Context) -> Verdict | None:
    beside = _beside(context.noun)
    for noun in (*context.governors, *beside):
        effect = governor(noun)
        if preposition(context.noun) in _AROUND and noun == next(iter(context.governors), None):
            continue
        if effect in STATUSES:
            denied = any(c.lower_.startswith("kein") for c in noun.children)
            return _answered(context) or told(STATUSES[effect], noun, denied)
    return None


def _beside(noun: Token) -> tuple[Token, ...]:
    """The noun right in front of the meeting's phrase, whatever the parser made of it: `die Einladung zu Gesprächen`."""
    case = next((c for c in noun.children if c.dep_ == "case" and c.i < noun.i), None)
    if case is None or preposition(noun) in _AROUND or case.i <= noun.sent.start:
        return ()
    before = case.nbor(-1)
    return (before,) if before.pos_ == "NOUN" and governor(before) in STATUSES else ()


def _answered(context: Context) -> Verdict | None:
    """What becomes of an offer or request: `schlug die Einladung zu Gesprächen aus`, `nahm das Angebot an`."""
    verb = context.verb
    if verb is None or not is_verb(verb):
        return None
    said = predicate_of(verb, "obj") if _asked(context) else None
    if said is not None and said.effect == "declined":
        return told(MeetingStatus.DECLINED, verb, is_negated(verb))
    if said is not None and said.verb in ("annehmen", "akzeptieren", "zustimmen", "bestätigen"):
        return told(MeetingStatus.PLANNED, verb, is_negated(verb))
    return None


def _asked(context: Context) -> bool:
    nouns = (*context.governors, *_beside(context.noun))
    return any(n.head == context.verb and n.dep_ in ("obj", "nsubj", "nsubj:pass") for n in nouns)


def _modifiers(noun: Token) -> Verdict:
    """What adjectives and participles at the noun say; a firm None for habits and for `kein`."""
    verdict = Verdict(status=None)
    for child in noun.children:
        if child.dep_ not in ("amod", "acl", "advmod", "det"):
            continue
        if child.dep_ == "det" and child.lower_.startswith(("jed", "manch")):
            return Verdict(status=None, firm=True, words=(child,))
        effect = modifier(child)
        if effect in ("habitual", "trial", "body"):
            return Verdict(status=None, firm=True, words=(child,))
        if effect in STATUSES:
            verdict = Verdict(status=STATUSES[effect], firm=True, words=(child,))
    return verdict


def _of_predicate(context: Context, direction: Direction | None, *, lasting: bool) -> Verdict | None:
    verb = context.verb
    if verb is None:
        return None
    if not is_verb(verb):
        effect = modifier(verb)
        if effect == "habitual" and context.slot == "subj":
            return Verdict(status=None, firm=True, words=(verb,))
        if (context.slot in ("subj", "obj") or effect == "proposed") and effect in STATUSES:
            return told(STATUSES[effect], verb, is_negated(verb) or _no(context.noun))
        return None
    said = predicate_at(context)
    if said is None:
        if context.slot in ("obj", "subj"):
            return _neutral(context, verb, direction)
        return None
    return effect_of(said, context, verb, direction, lasting=lasting)


def _of_relative(noun: Token, direction: Direction | None, *, lasting: bool) -> Verdict | None:
    """What a relative clause says of its noun: `das Treffen, das abgesagt wurde`."""
    for verb in noun.children:
        if verb.dep_ == "acl:relcl" and is_verb(verb):
            for pronoun in verb.children:
                if pronoun.tag_ == "PRELS":
                    inner = context_of(pronoun)
                    said = predicate_of(verb, inner.slot)
                    if said is not None and (inner.slot in ("subj", "obj") or said.effect == "any"):
                        verdict = effect_of(said, inner, verb, direction, lasting=lasting)
                        if verdict.status is not None:
                            return verdict
    return None


def effect_of(said: Predicate, context: Context, verb: Token, direction: Direction | None, *, lasting: bool) -> Verdict:
    """Return what a known predicate makes of the meeting, its tense, modals and negation weighed in.

    Args:
        said: the entry of the predicate.
        context: where the noun stands.
        verb: the predicate's verb.
        direction: the side of the publication on which the times lie.
        lasting: whether the present means now.
    """
    denied = is_negated(verb) or _no(context.noun)
    if said.effect in ("any", "begun", "held", "ongoing"):
        verdict = mood_of(verb, direction, lasting=lasting or said.effect in ("begun", "ongoing"))
        if denied and verdict.status is MeetingStatus.HELD:
            # `kam nicht zustande`: it was to be; `es gab keine Gespräche`: there was none
            if context.slot == "subj" and not _no(context.noun) and said.verb != "geben":
                return Verdict(status=MeetingStatus.CANCELLED, firm=True, words=(verb,))
            return Verdict(status=None, firm=True, words=(verb,))
        if said.effect == "begun" and verdict.status is MeetingStatus.HELD:
            return Verdict(status=MeetingStatus.ONGOING, firm=True, words=(verb,))
        if said.effect == "ongoing" and verdict.status is MeetingStatus.HELD:
            return Verdict(status=MeetingStatus.HELD, firm=False, words=(verb,))
        return Verdict(status=verdict.status, firm=True, words=verdict.words or (verb,))
    if said.effect == "invited":
        entry = noun_entry(context.noun)
        called = entry is not None and entry.kind in ("session", "press", "hearing", "ceremony")
        status = MeetingStatus.PLANNED if called else MeetingStatus.PROPOSED
        return Verdict(status=None if denied else status, firm=True, words=(verb,))
    return told(STATUSES[said.effect], verb, denied)


def _neutral(context: Context, verb: Token, direction: Direction | None) -> Verdict | None:
    """A verb that is no predicate of meetings: only its tense and modals tell, and not firmly."""
    if _no(context.noun):
        return Verdict(status=None, firm=True, words=(verb,))
    if context.slot == "obj":
        return None
    verdict = mood_of(verb, direction, lasting=False)
    if verdict.status in (None, MeetingStatus.PROPOSED, MeetingStatus.CANCELLED, MeetingStatus.DECLINED):
        return None
    if verdict.status is MeetingStatus.PLANNED and tense_of(verb) == "present" and direction is None:
        return None
    return Verdict(status=verdict.status, words=verdict.words)


def _instead(noun: Token) -> bool:
    """Whether `statt` or `ohne` stands before the noun's own preposition (`statt auf Gespräche`)."""
    if any(c.lower_ in _NOT_THERE for c in noun.children):
        return True
    start = min([noun.i, *(c.i for c in noun.children if c.dep_ in ("case", "det", "amod"))])
    return start > noun.sent.start and noun.doc[start - 1].lower_ in _NOT_THERE


def _no(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_.startswith("kein") for c in noun.children)


def _since(verb: Token) -> bool:
    """Whether a clause in the present tells since when it lasts (`beraten seit gestern auf einem Gipfel`)."""
    return any(preposition(c) == "seit" or c.lower_ == "seit" for c in verb.children)


def _of_place(context: Context, kind: str, direction: Direction | None, *, own_times: bool) -> Verdict:
    """The status that the noun's preposition suggests: `nach dem Treffen` it is over, `vor dem Treffen` it is to come."""
    case, verb = context.preposition, context.verb
    if _no(context.noun) or case in _NOT_THERE:
        return Verdict(status=None, firm=True)
    if verb is not None and is_verb(verb) and case in _DURING and tense_of(verb) == "present" and _since(verb):
        return Verdict(status=MeetingStatus.ONGOING)
    told = verb is not None and is_verb(verb) and tense_of(verb) == "past"
    if told and (case in _AT or (not own_times and (case is None or case in _DURING))):
        # the tense of the verb beats a time that stands beside it
        return Verdict(status=MeetingStatus.HELD)
    if direction == "future":
        return Verdict(status=MeetingStatus.PLANNED)
    if direction == "past":
        return Verdict(status=MeetingStatus.HELD)
    if case in _AFTER:
        return Verdict(status=MeetingStatus.HELD)
    if case in _BEFORE:
        return Verdict(status=MeetingStatus.PLANNED)
    if verb is None or not is_verb(verb):
        return Verdict(status=MeetingStatus.HELD)
    if case in _DURING:
        mood = mood_of(verb, direction, lasting=True)
        if mood.status is MeetingStatus.CANCELLED and mood.firm:
            return Verdict(status=None, firm=True)
        if mood.status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED):
            return Verdict(status=mood.status, words=mood.words)
        if tense_of(verb) == "past" or kind not in _LASTING:
            return Verdict(status=MeetingStatus.HELD)
        return Verdict(status=MeetingStatus.ONGOING)
    if tense_of(verb) == "future":
        return Verdict(status=MeetingStatus.PLANNED)
    if case in ("für", "um", "gegen", "nach", "über") and kind in ("talk", "meeting") and tense_of(verb) != "past":
        return Verdict(status=MeetingStatus.PROPOSED)
    return Verdict(status=MeetingStatus.HELD)
