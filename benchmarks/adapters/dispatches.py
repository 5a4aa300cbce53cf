"""The dispatches annotated by `guidelines.md`: every layer of the model, groups expanded to their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsmodel.model import Actor, Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import Article, Span, Stance

Pairs = list[list[int]]


def predict(identifier: str, text: str, published: str | None) -> dict[str, Any]:
    """Return the output line of one dispatch.

    Args:
        identifier: the id of the input line.
        text: the dispatch.
        published: its publication date, as precisely as is known.

    Returns:
        `{"id", "actors", "meetings", "statements", "stances"}`, offsets in code points, end exclusive.
    """
    from newsmodel import parse

    return line(identifier, parse(text, published=published))


def line(identifier: str, article: Article) -> dict[str, Any]:
    """Return the output line of an article."""
    ids = {actor: f"a{n}" for n, actor in enumerate(article.actors, 1)}
    meetings = {meeting: f"m{n}" for n, meeting in enumerate(article.meetings, 1)}

    used = _used(article)

    def people(actors: Iterable[Actor]) -> list[str]:
        return list(dict.fromkeys(ids[one] for actor in actors for one in expanded(actor) if one in ids))

    return {
        "id": identifier,
        "actors": [
            {
                "id": ids[actor],
                "kind": actor.kind.value,
                "name": actor.name,
                "mentions": _pairs(m.span for m in actor.mentions),
                "titles": _pairs(r.span for r in actor.roles if r.title is not None and r.span is not None),
            }
            for actor in article.actors
            if actor.mentions or actor in used
        ],
        "meetings": [
            {
                "id": meetings[meeting],
                "anchors": _pairs(meeting.anchors),
                "status": meeting.status.value,
                "format": meeting.format.value,
                "participants": people(p.actor for p in meeting.participants),
                "times": _pairs(t.span for t in meeting.times),
            }
            for meeting in article.meetings
        ],
        "statements": [
            {
                "id": f"s{n}",
                "type": statement.type.value,
                "content": _pairs(statement.content),
                "cue": _pairs(statement.cue),
                "speakers": people(statement.speakers),
            }
            for n, statement in enumerate(article.statements, 1)
        ],
        "stances": [
            {
                "holders": people(stance.holders),
                "target": target,
                "polarity": stance.polarity.value,
                "evidence": _pairs(stance.evidence),
            }
            for stance in article.stances
            for target in _targets(stance, ids, meetings)
        ],
    }


def expanded(actor: Actor) -> tuple[Actor, ...]:
    """Return an actor, and behind a group its members, one by one."""
    return (actor, *(one for member in actor.members for one in expanded(member)))


def _used(article: Article) -> set[Actor]:
    """Return the actors that an object points to; one that only a role names (`deutscher Kanzler`) is listed nowhere."""
    used = {p.actor for m in article.meetings for p in m.participants}
    used |= {a for s in article.statements for a in s.speakers}
    used |= {a for s in article.stances for a in (*s.holders, s.target) if isinstance(a, Actor)}
    return {one for actor in used for one in expanded(actor)}


def _targets(stance: Stance, ids: dict[Actor, str], meetings: dict[Meeting, str]) -> list[dict[str, Any]]:
    if isinstance(stance.target, Actor):
        return [{"actor": ids[stance.target]}]
    if isinstance(stance.target, Meeting):
        return [{"meeting": meetings[stance.target]}]
    return [{"spans": _pairs(stance.target.spans)}]


def _pairs(spans: Iterable[Span]) -> Pairs:
    return [[s.start, s.end] for s in spans]
