"""One meeting for one occasion: which anchors mean the same, and what they tell together."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsmodel.model import ActorKind, MeetingFormat, MeetingStatus
from newsmodel.parsers.meetings.pronouns import KIND, may_mean
from newsmodel.parsers.meetings.vocabulary import squash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import Actor
    from newsmodel.parsers.meetings.draft import Draft
    from newsmodel.parsers.tokens import Token

_WINDOW = 16
_MOST = 60
"""How many participants of an occasion are looked at for a name."""
# what a later word of a family may refer back to
_REFERS = {
    "meeting": frozenset({"meeting", "visit", "talk", "call", "session"}),
    "talk": frozenset({"talk", "call", "meeting", "debate", "interview", "round"}),
    "call": frozenset({"call", "talk"}),
    "visit": frozenset({"visit"}),
    "session": frozenset({"session"}),
    "round": frozenset({"round"}),
    "hearing": frozenset({"hearing"}),
    "press": frozenset({"press"}),
    "interview": frozenset({"interview", "talk"}),
    "debate": frozenset({"debate"}),
    "address": frozenset({"address"}),
    "ceremony": frozenset({"ceremony"}),
}
# what two words of one clause may tell of together: `bei einem Treffen beraten`
_TOGETHER = (
    frozenset({"meeting", "talk"}),
    frozenset({"meeting", "visit"}),
    frozenset({"visit", "talk"}),
    frozenset({"session", "talk"}),
    frozenset({"session", "debate"}),
    frozenset({"session", "meeting"}),
    frozenset({"call", "talk"}),
    frozenset({"call", "meeting"}),
    frozenset({"call", "round"}),
    frozenset({"call", "session"}),
    frozenset({"call", "press"}),
    frozenset({"call", "hearing"}),
    frozenset({"round", "meeting"}),
    frozenset({"press", "talk"}),
    frozenset({"hearing", "session"}),
    frozenset({"ceremony", "meeting"}),
    frozenset({"ceremony", "address"}),
)
_ONLY_DEFINITE = (frozenset({"session", "meeting"}), frozenset({"round", "talk"}))
_DATING = frozenset({"vor", "bis", "seit"})
_OPEN = frozenset({MeetingStatus.PLANNED, MeetingStatus.PROPOSED})
_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED})
_KNOWN = ("definite", "pointed")
_DONE = frozenset({MeetingStatus.HELD, MeetingStatus.ONGOING})
_RANK = {
    MeetingStatus.PROPOSED: 0,
    MeetingStatus.PLANNED: 1,
    MeetingStatus.HELD: 2,
    MeetingStatus.ONGOING: 3,
    MeetingStatus.DECLINED: 4,
    MeetingStatus.POSTPONED: 5,
    MeetingStatus.CANCELLED: 6,
}


def merge(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Join the drafts that mean one occasion.

    Args:
        drafts: one an anchor, in text order.

    Returns:
        One an occasion, in the order of their first anchors. Each draft is compared with the last occasions only, so
        the time is linear in their number.
    """
    occasions: list[Draft] = []
    recent: list[Draft] = []
    for draft in drafts:
        draft.words = {squash(draft.anchors[0].lemma_)}
        draft.values = {t.value for t in draft.times}
        draft.openings = {opening for value in draft.values for opening in _openings(value)}
        draft.spot = _spot(draft)
        same = _find(draft, recent)
        if same is None:
            occasions.append(draft)
        else:
            _join(same, draft)
            recent.remove(same)
        # the occasion last spoken of is the nearest for the next anchor
        recent = [*recent[1 - _WINDOW :], draft if same is None else same]
    ordered = sorted(occasions, key=lambda d: d.anchors[0].i)
    talks: Draft | None = None
    for occasion in ordered:
        if occasion.kind == "talk" or (occasion.kind == "round" and occasion.participants):
            talks = occasion
        elif occasion.kind == "round" and not occasion.participants and talks is not None:
            # a round of talks brings those together who hold the talks
            occasion.participants.update(talks.participants)
    return tuple(ordered)


def _spot(draft: Draft) -> str:
    """The name of the place in lower case, an empty string where none is told."""
    if draft.place is None:
        return ""
    words = draft.anchors[0].doc.over(draft.place)
    return "" if words is None else words[-1].lower_


def _find(draft: Draft, occasions: list[Draft]) -> Draft | None:
    best, best_score = None, 0
    for distance, occasion in enumerate(reversed(occasions)):
        score = likeness(occasion, draft)
        if score > best_score and (distance == 0 or score >= 1):
            best, best_score = occasion, score
    return best


def likeness(occasion: Draft, draft: Draft) -> int:
    """Return how well a later draft fits an occasion: 0 for not at all, more for better.

    Args:
        occasion: what was told before.
        draft: what a later anchor tells.
    """
    one, other = occasion.anchors[-1], draft.anchors[0]
    if draft.kind == KIND:
        return 3 * may_mean(other, one)
    if _clash_of_formats(occasion, draft) or _elsewhere(occasion, draft):
        return 0
    if one.pos_ == "PRON" and _as_what(other) and other.head == one.head:
        return 9
    together = occasion.kind == draft.kind or {occasion.kind, draft.kind} in _TOGETHER
    if together and one.sent.start == other.sent.start and _joined(one, other) and draft.novelty != "new":
        return 9 * (not _only_dates(other))
    if occasion.spot and draft.spot and occasion.spot != draft.spot and draft.novelty != "pointed":
        return 0
    if draft.novelty != "definite" and {occasion.kind, draft.kind} in _ONLY_DEFINITE:
        return 0
    if draft.novelty == "new" or occasion.kind not in _REFERS[draft.kind] or _clash_of_statuses(occasion, draft):
        return 0
    shared = len(_shared(occasion, draft))
    when = _same_time(occasion, draft)
    head = _same_word(occasion, draft)
    same_word_again = draft.novelty in _KNOWN and head and not draft.named
    if (_clash_of_participants(occasion, draft) and not same_word_again) or (
        when is False and not (shared and draft.novelty in _KNOWN)
    ):
        return 0
    match draft.novelty:
        case "pointed":
            return 4 * (occasion.kind == draft.kind or head)
        case "definite" if (
            occasion.kind in ("session", "round")
            and draft.kind != occasion.kind
            and _is_compound(draft)
            and not _named_after(draft, occasion)
        ):
            return 0
        case "definite":
            known = head or shared or when is True or _named_after(draft, occasion)
            if not known and (draft.kind == "session" or _is_compound(draft)):
                return 0
            if _is_compound(draft) and _is_compound(occasion) and _first_part(draft) not in _first_parts(occasion):
                return 0
            return 2 + 2 * head + bool(shared) + (when is True)
        case "indefinite" if occasion.novelty == "verb" and shared and {occasion.status, draft.status} <= _OPEN:
            # `will mit ihr sprechen … lud sie zu einem Gespräch ein`
            return 2 * (not _clash_of_participants(occasion, draft))
        case "indefinite":
            again = head and occasion.status is draft.status and (shared or when is True)
            return 2 if again and not _other_partner(occasion, draft) else 0
        case "bare":
            if draft.named and _count(occasion) and not _takes_in(occasion, draft.named):
                return 0
            if _other_partner(occasion, draft) or occasion.kind not in (draft.kind, "round"):
                return 3 * (occasion.format is draft.format is not MeetingFormat.UNKNOWN)
            return 1 + head + bool(shared) if head or shared else 0
    # a verb tells of an occasion known before where the same people meet
    if _other_partner(occasion, draft):
        return 0
    return 2 if shared and (when is True or shared > 1 or len(draft.participants) == 1) else 0


def _only_dates(noun: Token) -> bool:
    """Whether a meeting only says when another is: `Verhandlungen bis zum Gipfel`, `ein Treffen vor der Konferenz`."""
    case = next((c for c in noun.children if c.dep_ == "case"), None)
    if case is None:
        return False
    return case.lower_ in _DATING or (case.i > 0 and noun.doc[case.i - 1].lower_ == "bis")


def _as_what(noun: Token) -> bool:
    """Whether a noun says what its subject is: `Es findet als Videokonferenz statt`."""
    return any(c.lower_ == "als" for c in noun.children)


def _elsewhere(one: Draft, other: Draft) -> bool:
    """Whether both name a place, and not the same one."""
    if one.place is None or other.place is None:
        return False
    doc = one.anchors[0].doc
    places = [doc.over(p) for p in (one.place, other.place)]
    first, second = ("" if place is None else place.text for place in places)
    return first not in second and second not in first


# An occasion may have thousands of participants, and every later anchor is compared with it: none of these goes over all
# of them, but over those of the anchor.


def _is_sure(draft: Draft, actor: Actor) -> bool:
    return actor in draft.participants and actor not in draft.tentative


def _count(draft: Draft) -> int:
    """How many take part for sure."""
    return len(draft.participants) - sum(actor in draft.participants for actor in draft.tentative)


def _takes_in(draft: Draft, actors: Iterable[Actor]) -> bool:
    """Whether one of some actors takes part for sure."""
    return any(_is_sure(draft, actor) for actor in actors)


def _shared(one: Draft, other: Draft) -> list[Actor]:
    """Who takes part in both for sure."""
    few, many = sorted((one, other), key=lambda d: len(d.participants))
    return [actor for actor in few.participants if _is_sure(few, actor) and _is_sure(many, actor)]


def _other_partner(one: Draft, other: Draft) -> bool:
    """Whether each names somebody whom the other, which names two as well, does not."""
    fewer = min(_count(one), _count(other))
    return fewer > 1 and len(_shared(one, other)) < fewer


def _joined(one: Token, other: Token) -> bool:
    """Two anchors of one clause: `bei einem Treffen … beraten`, `zu Gesprächen zusammenkommen`."""
    if (one.dep_ == "conj" and one.head == other) or (other.dep_ == "conj" and other.head == one):
        return False
    for inner, outer in ((one, other), (other, one)):
        current = inner
        for _ in range(4):
            if current == outer:
                return True
            if current.dep_ in ("ccomp", "conj", "acl:relcl", "parataxis", "advcl") and current != inner:
                break
            current = current.head
    return False


def _same_word(one: Draft, other: Draft) -> bool:
    """Whether the words are one, or one is the head of the other: `Treffen` and `Gipfeltreffen`."""
    second = squash(other.anchors[0].lemma_)
    if any(a.endswith(second) or second.endswith(a) for a in one.words):
        return True
    return squash(other.word) == squash(one.word) and not (_is_compound(one) and _is_compound(other))


def _named_after(draft: Draft, occasion: Draft) -> bool:
    """Whether the first part of a compound names who is known to meet: `Außenministertreffen`."""
    first = squash(draft.anchors[0].text).partition(squash(draft.word))[0].removesuffix("s")
    return len(first) > 3 and any(first in squash(a.name) for a in islice(occasion.participants, _MOST))


def _first_part(draft: Draft) -> str:
    return squash(draft.anchors[0].text).partition(squash(draft.word))[0].removesuffix("s")


def _first_parts(occasion: Draft) -> set[str]:
    return {squash(a.text).partition(squash(occasion.word))[0].removesuffix("s") for a in occasion.anchors[:_WINDOW]}


def _is_compound(draft: Draft) -> bool:
    """Whether the first anchor is a compound of the word in the table (`Koalitionstreffen`)."""
    return len(squash(draft.anchors[0].text)) > len(squash(draft.word)) + 3


def _clash_of_formats(one: Draft, other: Draft) -> bool:
    if MeetingFormat.UNKNOWN in (one.format, other.format) or one.format is other.format:
        return False
    # `Treffen` for a video call: the word alone does not tell the format
    if {one.kind, other.kind} <= {"meeting", "session", "call"} and not (one.told_format and other.told_format):
        told = one if one.kind == "call" or one.told_format else other
        weak = other if told is one else one
        return weak.told_format or weak.status != told.status or weak.novelty != "definite"
    return True


def _clash_of_statuses(one: Draft, other: Draft) -> bool:
    first, second = one.status, other.status
    if first is second or first is None or second is None:
        return False
    if first in _DONE and second in _DONE:
        return False
    if {first, second} <= _OPEN | _OFF:
        # a refused or cancelled meeting is not the one that is proposed anew
        return first in _OFF and second is MeetingStatus.PROPOSED and other.novelty not in _KNOWN
    if {first, second} <= _OPEN | _DONE:
        others = bool(other.named) and not _takes_in(one, other.named)
        return other.novelty not in _KNOWN or (one.firm and other.firm) or others
    return other.novelty in ("indefinite", "bare")


def _clash_of_participants(one: Draft, other: Draft) -> bool:
    if any(actor.kind is not ActorKind.GROUP for actor in _shared(one, other)):
        return False
    return all(any(_is_sure(d, a) and a.kind is not ActorKind.GROUP for a in d.participants) for d in (other, one))


def _same_time(one: Draft, other: Draft) -> bool | None:
    if not one.values or not other.values:
        return None
    # one is the other, or tells it more closely
    return any(value in one.openings or not one.values.isdisjoint(_openings(value)) for value in other.values)


def _openings(value: str) -> set[str]:
    """All that a value begins with, itself among them."""
    return {value[:length] for length in range(1, len(value) + 1)}


def _join(occasion: Draft, draft: Draft) -> None:
    occasion.anchors.extend(draft.anchors)
    _join_participants(occasion, draft)
    occasion.stands = occasion.stands or draft.stands
    occasion.words |= draft.words
    occasion.values |= draft.values
    occasion.openings |= draft.openings
    occasion.times.extend(t for t in draft.times if t not in occasion.times[-_WINDOW:])
    if _overrides(occasion, draft):
        occasion.status, occasion.firm = draft.status, draft.firm
        occasion.evidence[:0] = draft.evidence
    else:
        occasion.evidence.extend(draft.evidence)
    if occasion.format is MeetingFormat.UNKNOWN or (draft.told_format and not occasion.told_format):
        occasion.format = draft.format
    elif draft.kind == "call" and occasion.format is MeetingFormat.IN_PERSON and not occasion.told_format:
        occasion.format = draft.format
    occasion.told_format = occasion.told_format or draft.told_format
    occasion.place = occasion.place or draft.place
    occasion.spot = occasion.spot or draft.spot
    occasion.duration = occasion.duration or draft.duration
    occasion.topics.extend(t for t in draft.topics if t not in occasion.topics[-_WINDOW:])
    occasion.reason = occasion.reason or draft.reason
    occasion.cancelled_by = occasion.cancelled_by or draft.cancelled_by


def _join_participants(occasion: Draft, draft: Draft) -> None:
    """Who only called a meeting off takes part in it where nobody else is named, and no longer."""
    if _count(occasion) and draft.tentative:
        for actor in draft.tentative:
            draft.participants.pop(actor)
    if occasion.tentative and _count(draft):
        for actor in occasion.tentative - set(draft.participants):
            occasion.participants.pop(actor)
        occasion.tentative = frozenset()
    for actor, part in draft.participants.items():
        occasion.add((actor,), part)


def _overrides(occasion: Draft, draft: Draft) -> bool:
    """Whether the later words tell the status: firm ones over tense, then what is further along."""
    if draft.status is None or occasion.status is None:
        return occasion.status is None
    if draft.firm != occasion.firm:
        return draft.firm
    return _RANK[draft.status] > _RANK[occasion.status]
