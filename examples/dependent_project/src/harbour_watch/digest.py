"""What an editor wants to know of a dispatch, on a few lines."""

from __future__ import annotations

from dataclasses import dataclass

from newsmodel import Actor, Article, Issue, Meeting, MeetingStatus, Polarity, Stance

OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED})


@dataclass(frozen=True)
class Digest:
    """A digest of one article.

    Attributes:
        ahead: meetings to come, a line each.
        off: meetings called off, a line each.
        sides: for each issue that somebody takes a side on, the names for it and the names against it.
    """

    ahead: tuple[str, ...]
    off: tuple[str, ...]
    sides: dict[str, tuple[frozenset[str], frozenset[str]]]


def digest(article: Article) -> Digest:
    """Return the digest of an article."""
    ahead = tuple(_line(meeting, article) for meeting in article.meetings if meeting.status is MeetingStatus.PLANNED)
    off = tuple(_line(meeting, article) for meeting in article.meetings if meeting.status in OFF)
    return Digest(ahead=ahead, off=off, sides=_sides(article))


def _line(meeting: Meeting, article: Article) -> str:
    names = " and ".join(actor.name for actor in meeting.actors) or "nobody named"
    days = [f"{time.earliest} to {time.latest}" for time in meeting.times if time.earliest and time.latest]
    words = " ".join(article[meeting.anchors[0]].split())
    return f"{words}: {names}" + (f" ({', '.join(days)})" if days else "")


def _sides(article: Article) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    found: dict[str, tuple[set[str], set[str]]] = {}
    for stance in article.stances:
        if stance.polarity is Polarity.MIXED:
            continue
        supporters, opponents = found.setdefault(_target(stance, article), (set(), set()))
        side = supporters if stance.polarity is Polarity.SUPPORT else opponents
        side.update(holder.name for holder in stance.holders)
    return {label: (frozenset(pro), frozenset(con)) for label, (pro, con) in found.items()}


def _target(stance: Stance, article: Article) -> str:
    target: Actor | Meeting | Issue = stance.target
    if isinstance(target, Actor):
        return target.name
    if isinstance(target, Issue):
        return target.label
    return article[target.anchors[0]]
