"""How far output and gold agree: one figure a class, in the spirit of the annotation guidelines.

Items are paired one to one, the most alike first. Figures are F1 over the dispatches together, in per cent, or, where
it is said, the share of pairs that agree. Of the package's own `newsmodel.evaluation`, only the arithmetic of ranges
is used: what is paired with what, and what counts as right, is judged here by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import attrs
from tests.golden.layers import Layers, MeetingLayer, Range, StanceLayer, StatementLayer, TimeLayer

from newsmodel.evaluation.alignment import characters, overlap, same_place

Gold = TypeVar("Gold")
Found = TypeVar("Found")


@attrs.define
class Tally:
    """How many were right, how many there are, how many were found."""

    right: float = 0.0
    gold: int = 0
    found: int = 0

    def add(self, right: float, gold: int, found: int) -> None:
        self.right += right
        self.gold += gold
        self.found += found

    @property
    def f1(self) -> float:
        """Twice what is right over all there is on both sides, in per cent; 100 where both are empty."""
        return 200 * self.right / (self.gold + self.found) if self.gold + self.found else 100.0


def pair(gold: Sequence[Gold], found: Sequence[Found], alike: Callable[[Gold, Found], float]) -> list[tuple[int, int]]:
    """Return the indexes of items that belong together: each at most once, the most alike first, none below 0."""
    degrees = [(alike(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: list[tuple[int, int]] = []
    for degree, i, j in sorted(degrees, reverse=True):
        if degree > 0 and all(-i != a and -j != b for a, b in pairs):
            pairs.append((-i, -j))
    return pairs


def score(pairs: Iterable[tuple[Layers, Layers]]) -> dict[str, float]:
    """Return every figure over dispatches, each given as gold and output."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for gold, found in pairs:
        _score(gold, found, tallies)
    return {name: round(tally.f1, 1) for name, tally in tallies.items()}


def _score(gold: Layers, found: Layers, tallies: dict[str, Tally]) -> None:
    def mentions_shared(g: tuple[Range, ...], f: tuple[Range, ...]) -> float:
        shared = sum(any(same_place(x, y) for y in f) for x in g)
        return 2 * shared / (len(g) + len(f))

    actors = pair(gold.actors, found.actors, lambda g, f: mentions_shared(g.mentions, f.mentions))
    weight = sum(mentions_shared(gold.actors[i].mentions, found.actors[j].mentions) for i, j in actors)
    tallies["actors"].add(weight, len(gold.actors), len(found.actors))
    for what in ("kind", "name"):
        right = sum(getattr(gold.actors[i], what) == getattr(found.actors[j], what) for i, j in actors)
        tallies[f"actor_{what}"].add(right, len(actors), len(actors))
    ours = {gold.actors[i].key: found.actors[j].key for i, j in actors}

    times = pair(gold.times, found.times, _alike_times)
    right = sum(_equal_times(gold.times[i], found.times[j]) for i, j in times)
    tallies["time_spans"].add(len(times), len(gold.times), len(found.times))
    tallies["times"].add(right, len(gold.times), len(found.times))

    meetings = pair(gold.meetings, found.meetings, lambda g, f: overlap(g.anchors, f.anchors))
    _score_meetings(gold.meetings, found.meetings, meetings, ours, tallies)
    theirs = {gold.meetings[i].key: found.meetings[j].key for i, j in meetings}

    statements = pair(gold.statements, found.statements, _alike_statements)
    tallies["statements"].add(len(statements), len(gold.statements), len(found.statements))
    for i, j in statements:
        same = gold.statements[i].type == found.statements[j].type
        tallies["statement_type"].add(same, 1, 1)
    right = sum(_same_speaker(gold.statements[i], found.statements[j], ours) for i, j in statements)
    tallies["who_said_what"].add(right, len(gold.statements), len(found.statements))

    stances = pair(gold.stances, found.stances, lambda g, f: _alike_stances(g, f, ours, theirs, gold, found))
    tallies["stances"].add(len(stances), len(gold.stances), len(found.stances))


def _score_meetings(
    gold: Sequence[MeetingLayer],
    found: Sequence[MeetingLayer],
    pairs: list[tuple[int, int]],
    ours: dict[str, str],
    tallies: dict[str, Tally],
) -> None:
    tallies["meetings"].add(len(pairs), len(gold), len(found))
    right = sum(gold[i].status == found[j].status for i, j in pairs)
    tallies["meeting_status"].add(right, len(pairs), len(pairs))
    tallies["meetings_and_status"].add(right, len(gold), len(found))
    for i, j in pairs:
        g, f = gold[i], found[j]
        tallies["meeting_format"].add(g.format == f.format, 1, 1)
        shared = len(_ours(g.participants, ours) & f.participants)
        tallies["meeting_participants"].add(shared, len(g.participants), len(f.participants))
        if g.times:
            tallies["meeting_times"].add(overlap(g.times, f.times) > 0, 1, 1)


def _ours(keys: Iterable[str], ours: dict[str, str]) -> set[str]:
    """Return the keys in the output of actors given by their gold keys; unpaired ones match nothing."""
    return {ours.get(key, f"unpaired {key}") for key in keys}


def _alike_times(gold: TimeLayer, found: TimeLayer) -> float:
    degree = overlap([gold.where], [found.where])
    return degree + 0.5 * _equal_times(gold, found) if degree >= 0.5 else 0.0


def _equal_times(gold: TimeLayer, found: TimeLayer) -> bool:
    return (gold.type, _months(gold.value)) == (found.type, _months(found.value))


def _months(value: str) -> str:
    """Return a duration of years and months counted in months: `P3Y6M` is `P42M`; any other value as it is."""
    years = re.fullmatch(r"P([0-9]+)Y(?:([0-9]+)M)?", value)
    return f"P{12 * int(years[1]) + int(years[2] or 0)}M" if years else value


def _alike_statements(gold: StatementLayer, found: StatementLayer) -> float:
    """Return how much of the words said is shared; a reported act may be cut shorter or longer."""
    one, other = characters(gold.content or gold.cue), characters(found.content or found.cue)
    if not one or not other:
        return 0.0
    shared = len(one & other)
    degree = 2 * shared / (len(one) + len(other))
    if gold.type == "reported":
        degree = max(degree, 0.8 * shared / min(len(one), len(other)))
    # Of two statements on the same words, one in the other, the right pair is that with the same cue and type.
    same = 0.02 * (gold.type == found.type) + 0.01 * overlap(gold.cue, found.cue)
    return degree + same if degree >= 0.5 else 0.0


def _same_speaker(gold: StatementLayer, found: StatementLayer, ours: dict[str, str]) -> bool:
    return bool(_ours(gold.speakers, ours) & found.speakers) or not (gold.speakers or found.speakers)


def _alike_stances(
    gold: StanceLayer,
    found: StanceLayer,
    ours: dict[str, str],
    theirs: dict[str, str],
    gold_layers: Layers,
    found_layers: Layers,
) -> float:
    """Return 0 unless holder, polarity and target agree, else how alike the evidence is."""
    if gold.polarity != found.polarity or not _ours(gold.holders, ours) & found.holders:
        return 0.0
    (kind, what), (other_kind, other) = gold.target, found.target
    if kind == other_kind != "text":
        known = ours if kind == "actor" else theirs
        same = known.get(str(what)) == other
    elif kind == other_kind:
        same = overlap(_words(gold, gold_layers), _words(found, found_layers)) >= 0.3
    else:
        # One names the words, the other the object: the words must lie on it for a good part.
        one, two = characters(_words(gold, gold_layers)), characters(_words(found, found_layers))
        issue = one if kind == "text" else two
        same = "text" in {kind, other_kind} and len(one & two) >= 0.3 * len(issue) > 0
    return 0.1 + overlap(gold.evidence, found.evidence) if same else 0.0


def _words(stance: StanceLayer, layers: Layers) -> tuple[Range, ...]:
    """Return the words of a target: its own, or those that name the actor or the meeting."""
    kind, what = stance.target
    if kind == "actor":
        return next((actor.mentions for actor in layers.actors if actor.key == what), ())
    if kind == "meeting":
        return next((meeting.anchors for meeting in layers.meetings if meeting.key == what), ())
    assert not isinstance(what, str)
    return what
