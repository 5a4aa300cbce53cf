"""An article as plain text for a reader at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from newsmodel.model import Actor, Article, Issue, Meeting, ParticipantPart, Span, Stance, Statement, TimeExpression

__all__ = ["report"]

WIDTH = 100
"""The columns of a report where nothing else is asked for."""


def report(article: Article, *, width: int = WIDTH) -> str:
    """Return what was read in a dispatch, section by section, with the words it was read from.

    Args:
        article: the article.
        width: the columns that a line may take; a long word may stick out.

    Returns:
        The lines, without a line end at the end.

    >>> from newsmodel.model import Dateline
    >>> line = Dateline(places=("Kiel",), agency="dpa", span=Span(start=0, end=12))
    >>> print(report(Article(text="Kiel (dpa) - Der Hafen ist zu.", dateline=line)))
    Kiel (dpa)
    nothing found
    """
    parts = ["\n".join(_head(article))]
    sections = (
        ("Actors", [_actor(article, actor) for actor in article.actors]),
        ("Times", [_time(article, time) for time in article.times]),
        ("Meetings", [_meeting(article, meeting) for meeting in article.meetings]),
        ("Statements", [_statement(article, statement) for statement in article.statements]),
        ("Stances", [_stance(article, stance) for stance in article.stances]),
    )
    parts += [f"{name}\n" + "\n".join(_fold(line, width) for line in lines) for name, lines in sections if lines]
    if len(parts) == 1:
        parts.append("nothing found")
    if article.diagnostics:
        lines = [f"{found.severity}: {found.message} [{found.code}]" for found in article.diagnostics]
        parts.append("Diagnostics\n" + "\n".join(_fold(line, width) for line in lines))
    return ("\n\n" if len(parts) > 2 or article.actors else "\n").join(part for part in parts if part)


def _head(article: Article) -> Iterator[str]:
    if article.headline:
        yield article.headline
    line = article.dateline
    facts = [] if line is None else ["/".join(line.places) + (f" ({line.agency})" if line.agency else "")]
    if line is None and article.agency:
        facts.append(article.agency)
    if article.published:
        facts.append(f"published {article.published}")
    if article.signoff:
        facts.append(f"signed {' '.join(article.signoff.codes)}")
    if facts:
        yield ", ".join(facts)


def _fold(line: str, width: int) -> str:
    return textwrap.fill(
        line, width, initial_indent="  ", subsequent_indent="      ", break_long_words=False, break_on_hyphens=False
    )


def _words(article: Article, spans: tuple[Span, ...]) -> str:
    return " … ".join(f"»{' '.join(article[span].split())}«" for span in spans)


def _names(actors: tuple[Actor, ...]) -> str:
    return ", ".join(actor.name for actor in actors)


def _actor(article: Article, actor: Actor) -> str:
    roles = []
    for role in actor.roles:
        body = f" of {role.of.name}" if role.of and role.title else f"{role.of.name}" if role.of else ""
        roles.append(f"{role.title or ''}{body}")
    others = dict.fromkeys(" ".join(article[mention.span].split()) for mention in actor.mentions)
    others.pop(actor.name, None)
    line = f"{actor.name} ({actor.kind})"
    if roles:
        line += f": {'; '.join(roles)}"
    if actor.members:
        line += f" = {_names(actor.members)}"
    if others:
        line += f" – also {', '.join(f'»{words}«' for words in others)}"
    return line


def _time(article: Article, time: TimeExpression) -> str:
    line = f"{_words(article, (time.span,))} {time.type} {time.value}"
    if time.mod:
        line += f" {time.mod}"
    if time.candidates:
        return f"{line}: one of {', '.join(time.candidates)}"
    if time.earliest and time.latest and time.earliest != time.latest:
        return f"{line}: {time.earliest} to {time.latest}"
    return line


def _meeting(article: Article, meeting: Meeting) -> str:
    people = [
        one.actor.name if one.part is ParticipantPart.ATTENDEE else f"{one.actor.name} ({one.part})"
        for one in meeting.participants
    ]
    facts = [f"{meeting.status}, {meeting.format.replace('_', ' ')}: {_words(article, meeting.anchors)}"]
    if people:
        facts.append(f"with {', '.join(people)}")
    if meeting.times:
        facts.append(f"when {', '.join(_words(article, (time.span,)) for time in meeting.times)}")
    if meeting.place:
        facts.append(f"where {_words(article, (meeting.place,))}")
    if meeting.duration:
        facts.append(f"for {meeting.duration}")
    if meeting.topics:
        facts.append(f"about {', '.join(f'»{topic.label}«' for topic in meeting.topics)}")
    if meeting.cancelled_by:
        facts.append(f"called off by {meeting.cancelled_by.name}")
    if meeting.reason:
        facts.append(f"because {_words(article, (meeting.reason,))}")
    return "; ".join(facts)


def _statement(article: Article, statement: Statement) -> str:
    who = _names(statement.speakers) or (_words(article, statement.speaker) if statement.speaker else "unnamed")
    line = f"{who} ({statement.type.replace('_', ' ')}"
    line += ", denied)" if statement.negated else ")"
    if statement.addressees:
        line += f" to {_names(statement.addressees)}"
    shown = statement.content or statement.cue
    return f"{line}: {_words(article, shown)}"


def _stance(article: Article, stance: Stance) -> str:
    match stance.target:
        case Actor():
            target = stance.target.name
        case Issue():
            target = f"»{' '.join(stance.target.label.split())}«"
        case Meeting():
            target = f"the meeting {_words(article, stance.target.anchors[:1])}"
    verb = {"support": "for", "oppose": "against", "mixed": "both for and against"}[stance.polarity]
    line = f"{_names(stance.holders)} {verb} {target} ({stance.basis}): {_words(article, stance.evidence)}"
    if stance.reason:
        line += f" because {_words(article, (stance.reason,))}"
    if stance.attributed_to:
        line += f" – on the word of {_names(stance.attributed_to)}"
    return line
