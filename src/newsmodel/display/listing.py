"""The compact tables below the text: what each section lists of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsmodel.display.escaping import shorten
from newsmodel.display.marks import POLARITY_SIGNS
from newsmodel.model import Actor, Article, Issue, Meeting, ParticipantPart, Span, Stance, Statement, TimeExpression
from newsmodel.model.ids import ids_of

_CELL = 200


@attrs.frozen
class Listing:
    """One table.

    Attributes:
        title: what it lists.
        columns: the heads of its columns; the first names the row.
        rows: the cells, as plain text.
    """

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def listings(article: Article) -> list[Listing]:
    """Return the tables of an article, without the empty ones.

    Args:
        article: the article.

    Returns:
        Actors, times, meetings, statements, stances and diagnostics, each object with its id as JSON writes it.
    """
    ids = ids_of(article)
    words = _Words(article, ids)
    found = (
        Listing("Actors", ("id", "name", "kind", "roles", "named as"), [words.actor(a) for a in article.actors]),
        Listing("Times", ("id", "words", "type", "value", "from, to"), [words.time(t) for t in article.times]),
        Listing(
            "Meetings",
            ("id", "status", "format", "words", "who", "when", "where", "about"),
            [words.meeting(m) for m in article.meetings],
        ),
        Listing(
            "Statements", ("id", "who", "type", "says", "details"), [words.statement(s) for s in article.statements]
        ),
        Listing("Stances", ("id", "who", "polarity", "towards", "words"), [words.stance(s) for s in article.stances]),
        Listing(
            "Diagnostics",
            ("code", "severity", "message", "words"),
            [
                (shorten(d.code, _CELL), str(d.severity), shorten(d.message, _CELL), words.of(_one(d.span)))
                for d in article.diagnostics
            ],
        ),
    )
    return [_filled(listing) for listing in found if listing.rows]


def _filled(listing: Listing) -> Listing:
    """Return a table without the columns that are empty in every row."""
    used = [n for n, _ in enumerate(listing.columns) if n == 0 or any(row[n] for row in listing.rows)]
    return Listing(
        listing.title,
        tuple(listing.columns[n] for n in used),
        [tuple(row[n] for n in used) for row in listing.rows],
    )


@attrs.frozen
class _Words:
    """Objects of one article as cells of a table."""

    article: Article
    ids: dict[object, str]

    def of(self, spans: Iterable[Span]) -> str:
        """Return words of the text, cut short."""
        parts, length = [], 0
        for span in spans:
            if length > _CELL:
                parts.append("…")
                break
            # Cut before it is folded: a span may be the whole text.
            parts.append(shorten(self.article.text[span.start : min(span.end, span.start + 5 * _CELL)], _CELL))
            length += len(parts[-1])
        return shorten(" … ".join(parts), _CELL)

    def actor(self, actor: Actor) -> tuple[str, ...]:
        roles = "; ".join(
            " of ".join(part for part in (role.title, role.of.name if role.of else None) if part)
            for role in actor.roles
        )
        if actor.members:
            roles = f"= {_names(actor.members)}" + (f"; {roles}" if roles else "")
        forms = dict.fromkeys(self.of((mention.span,)) for mention in actor.mentions[:_CELL])
        named = f"{len(actor.mentions)}×: {', '.join(forms)}" if forms else "not named"
        return (self.ids[actor], *_cut(actor.name, actor.kind, roles, named))

    def time(self, time: TimeExpression) -> tuple[str, ...]:
        value = f"{time.value} {time.mod or ''}".strip()
        if time.candidates:
            extent = f"one of {', '.join(time.candidates[:_CELL])}"
        elif time.earliest and time.latest and time.earliest != time.latest:
            extent = f"{time.earliest} – {time.latest}"
        else:
            extent = str(time.earliest or time.latest or "")
            extent = "" if extent == time.value else extent
        return (self.ids[time], self.of((time.span,)), *_cut(time.type, value, extent))

    def meeting(self, meeting: Meeting) -> tuple[str, ...]:
        who = ", ".join(
            one.actor.name + ("" if one.part is ParticipantPart.ATTENDEE else f" ({one.part})")
            for one in meeting.participants[:_CELL]
        )
        about = ", ".join(topic.label for topic in meeting.topics[:_CELL])
        off = [f"called off by {meeting.cancelled_by.name}"] if meeting.cancelled_by else []
        off += [f"because {self.of((meeting.reason,))}"] if meeting.reason else []
        return (
            self.ids[meeting],
            str(meeting.status),
            meeting.format.replace("_", " "),
            self.of(meeting.anchors),
            shorten("; ".join(part for part in (who, *off) if part), _CELL),
            "; ".join(
                part
                for part in (
                    self.of(time.span for time in meeting.times),
                    meeting.duration and f"for {meeting.duration}",
                )
                if part
            ),
            self.of(_one(meeting.place)),
            shorten(about, _CELL),
        )

    def statement(self, statement: Statement) -> tuple[str, ...]:
        who = (
            _names(statement.speakers)
            or (self.of(statement.speaker) and f"»{self.of(statement.speaker)}«")
            or "unnamed"
        )
        details = [
            f"to {_names(statement.addressees)}" if statement.addressees else "",
            str(statement.medium or ""),
            "denied" if statement.negated else "",
            f"inside {self.ids[statement.parent]}" if statement.parent else "",
            f"time: {self.of((statement.time.span,))}" if statement.time else "",
        ]
        return (
            self.ids[statement],
            shorten(who, _CELL),
            statement.type.replace("_", " "),
            self.of(statement.content or statement.cue),
            shorten(", ".join(part for part in details if part), _CELL),
        )

    def stance(self, stance: Stance) -> tuple[str, ...]:
        match stance.target:
            case Actor(name=name):
                towards = f"{self.ids[stance.target]} {name}"
            case Issue(label=label):
                towards = label
            case Meeting() as meeting:
                towards = f"{self.ids[meeting]} {self.of(meeting.anchors[:1])}"
        who = _names(stance.holders)
        if stance.attributed_to:
            who += f" (says {_names(stance.attributed_to)})"
        polarity = f"{POLARITY_SIGNS[stance.polarity]} {stance.polarity}, {stance.basis}"
        return (self.ids[stance], *_cut(who, polarity, towards), self.of(stance.evidence))


def _names(actors: tuple[Actor, ...]) -> str:
    return shorten(", ".join(actor.name for actor in actors[:_CELL]), _CELL)


def _cut(*texts: str) -> Iterator[str]:
    return (shorten(text, _CELL) for text in texts)


def _one(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)
