"""Counting one dispatch: how many items of each figure are right, in gold, predicted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.evaluation.alignment import Pairs, align, characters, f1, overlap, same_place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newsmodel.evaluation.layers import ActorLayer, Layers, MeetingLayer, Range, StanceLayer, StatementLayer

_HALF = 0.5
_TARGET = 0.3
_WITHIN = 0.8
"""How much a reported act counts that lies wholly within another."""


@attrs.define
class Tally:
    """What was counted for one figure: right, gold and predicted items."""

    right: float = 0.0
    gold: float = 0.0
    found: float = 0.0


class Count:
    """The tallies of one dispatch.

    Args:
        gold: what an annotator found.
        found: what was predicted.
        layers: the layers that were annotated.
    """

    def __init__(self, gold: Layers, found: Layers, layers: Collection[str]) -> None:
        self.tallies: dict[str, Tally] = {}
        self.gold, self.found = gold, found
        self._actors: dict[str, str] = {}
        self._meetings: dict[str, str] = {}
        if "actors" in layers:
            self._count_actors()
        if "meetings" in layers:
            self._count_meetings()
        if "statements" in layers:
            self._count_statements()
        if "stances" in layers:
            self._count_stances()
        if "times" in layers:
            self._count_times()

    def _add(self, figure: str, right: float, gold: float, found: float) -> None:
        tally = self.tallies.setdefault(figure, Tally())
        tally.right += right
        tally.gold += gold
        tally.found += found

    def _check(self, figure: str, right: bool) -> None:
        self._add(figure, float(right), 1, 1)

    def _theirs(self, keys: Iterable[str]) -> set[str]:
        """The predicted actors that gold actors are aligned with; one that is aligned with none equals nothing."""
        return {self._actors.get(key, f"?{key}") for key in keys}

    def _count_actors(self) -> None:
        gold, found = self.gold.actors, self.found.actors
        one, other = ([m for actor in side for m in actor.mentions] for side in (gold, found))
        self._add("mentions", len(align(one, other, same_place)), len(one), len(other))
        pairs = align(gold, found, _same_actor)
        self._actors = {gold[i].key: found[j].key for i, j in pairs}
        self._add("actors", sum(_same_actor(gold[i], found[j]) for i, j in pairs), len(gold), len(found))
        for i, j in pairs:
            self._check("names", gold[i].name == found[j].name)
            self._check("kind", gold[i].kind == found[j].kind)
        self._count_roles(pairs)

    def _count_roles(self, pairs: Pairs) -> None:
        gold, found = self.gold.actors, self.found.actors
        titles = sum(any(same_place(t, u) for u in found[j].titles) for i, j in pairs for t in gold[i].titles)
        self._add("titles", titles, sum(len(a.titles) for a in gold), sum(len(a.titles) for a in found))
        bodies = sum(len(self._theirs(gold[i].bodies) & found[j].bodies) for i, j in pairs)
        self._add("role_bodies", bodies, sum(len(a.bodies) for a in gold), sum(len(a.bodies) for a in found))

    def _count_meetings(self) -> None:
        gold, found = self.gold.meetings, self.found.meetings
        pairs = align(gold, found, lambda a, b: float(len(characters(a.anchors) & characters(b.anchors))))
        self._meetings = {gold[i].key: found[j].key for i, j in pairs}
        self._add("meetings", len(pairs), len(gold), len(found))
        full = 0
        for i, j in pairs:
            one, other = gold[i], found[j]
            taking_part = self._theirs(one.participants)
            agree = f1(taking_part, other.participants) >= _HALF or not (taking_part or other.participants)
            full += one.status == other.status and agree
            self._check("m_status", one.status == other.status)
            self._check("m_format", one.format == other.format)
            self._compare("m_participants", taking_part, other.participants)
            self._compare("m_hosts", self._theirs(one.hosts), other.hosts)
            self._count_circumstances(one, other)
        self._add("meeting_full", full, len(gold), len(found))

    def _count_circumstances(self, one: MeetingLayer, other: MeetingLayer) -> None:
        if one.times:
            self._check("m_times", any(_gives(x, y) for x in one.times for y in other.times))
        self._compare_spans("m_place", one.place, other.place)
        self._compare_spans("m_reason", one.reason, other.reason)
        self._compare("m_duration", {one.duration} - {None}, {other.duration} - {None})
        topics = align(one.topics, other.topics, lambda a, b: float(overlap(a, b) >= _TARGET))
        self._add("m_topics", len(topics), len(one.topics), len(other.topics))
        self._compare("m_cancelled_by", self._theirs(one.cancelled_by), other.cancelled_by)

    def _compare(self, figure: str, gold: Collection[object], found: Collection[object]) -> None:
        self._add(figure, len(set(gold) & set(found)), len(gold), len(found))

    def _compare_spans(self, figure: str, gold: tuple[Range, ...], found: tuple[Range, ...]) -> None:
        self._add(figure, overlap(gold, found) >= _HALF, bool(gold), bool(found))

    def _count_statements(self) -> None:
        gold, found = self.gold.statements, self.found.statements
        pairs = align(gold, found, _same_statement)
        self._add("statements", len(pairs), len(gold), len(found))
        known = 0
        for i, j in pairs:
            self._check("s_type", gold[i].type == found[j].type)
            speakers = self._theirs(gold[i].speakers)
            known += bool(speakers & found[j].speakers) or not (speakers or found[j].speakers)
        self._add("who_said_what", known, len(gold), len(found))

    def _count_stances(self) -> None:
        gold, found = self.gold.stances, self.found.stances
        pairs = align(gold, found, lambda a, b: float(self._same_side(a, b) and self._same_target(a, b)))
        self._add("stances", len(pairs), len(gold), len(found))
        shown = align(gold, found, lambda a, b: float(self._same_side(a, b) and overlap(a.evidence, b.evidence) > 0))
        self._add("stance_holder_polarity", len(shown), len(gold), len(found))
        for i, j in pairs:
            self._check("stance_basis", gold[i].basis == found[j].basis)
            self._compare_spans("stance_reason", gold[i].reason, found[j].reason)
            self._compare("attributed_to", self._theirs(gold[i].attributed_to), found[j].attributed_to)

    def _same_side(self, gold: StanceLayer, found: StanceLayer) -> bool:
        return gold.polarity == found.polarity and bool(self._theirs(gold.holders) & found.holders)

    def _same_target(self, gold: StanceLayer, found: StanceLayer) -> bool:
        """Whether both have the same target; one that names words means an actor or meeting whose words they share."""
        if gold.actor is not None and found.actor is not None:
            return self._actors.get(gold.actor) == found.actor
        if gold.meeting is not None and found.meeting is not None:
            return self._meetings.get(gold.meeting) == found.meeting
        one, other = characters(_words(gold, self.gold)), characters(_words(found, self.found))
        if gold.words and found.words:
            return f1(one, other) >= _TARGET
        words, named = (one, other) if gold.words else (other, one)
        return bool(words) and len(words & named) >= _TARGET * len(words)

    def _count_times(self) -> None:
        gold, found = self.gold.times, self.found.times
        pairs = align(gold, found, lambda a, b: overlap([a.where], [b.where]) if _near(a.where, b.where) else 0.0)
        self._add("times", len(pairs), len(gold), len(found))
        same = sum((gold[i].type, gold[i].value) == (found[j].type, found[j].value) for i, j in pairs)
        self._add("time_values", same, len(gold), len(found))


def _near(one: Range, other: Range) -> bool:
    return overlap([one], [other]) >= _HALF


def _same_actor(gold: ActorLayer, found: ActorLayer) -> float:
    common = sum(any(same_place(x, y) for y in found.mentions) for x in gold.mentions)
    return 2 * common / (len(gold.mentions) + len(found.mentions)) if common else 0.0


def _gives(gold: Range, found: Range) -> bool:
    """Whether an expression of time is given: overlapping by more than half, or within what was found."""
    return same_place(gold, found) or (gold[0] <= found[0] and found[1] <= gold[1])


def _same_statement(gold: StatementLayer, found: StatementLayer) -> float:
    one, other = characters(gold.content or gold.cue), characters(found.content or found.cue)
    degree = f1(one, other)
    if gold.type == "reported" and one and other:
        degree = max(degree, _WITHIN * len(one & other) / min(len(one), len(other)))
    return degree if degree >= _HALF else 0.0


def _words(stance: StanceLayer, layers: Layers) -> tuple[Range, ...]:
    """The words of a target: its own, or those that name the actor or the meeting."""
    if stance.actor is not None:
        return next((actor.mentions for actor in layers.actors if actor.key == stance.actor), ())
    if stance.meeting is not None:
        return next((meeting.anchors for meeting in layers.meetings if meeting.key == stance.meeting), ())
    return stance.words
