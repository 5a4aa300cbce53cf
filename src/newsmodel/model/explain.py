"""Why an object is in an article, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model._walk import Item
from newsmodel.model.actor import Actor
from newsmodel.model.issue import Issue
from newsmodel.model.meeting import Meeting
from newsmodel.model.span import Span
from newsmodel.model.stance import Stance
from newsmodel.model.statement import Statement
from newsmodel.model.time import TimeExpression
from newsmodel.model.vocab import MentionType

if TYPE_CHECKING:
    from newsmodel.model.article import Article


def explain(article: Article, item: Item) -> str:
    """Return the reasons for an object: one line for what it is, then one for each reason.

    Args:
        article: the article.
        item: one of its objects.

    Returns:
        The lines, joined by line breaks.
    """
    lines = [repr(item)]
    if isinstance(item, Actor):
        lines.append(f"rule: {_how(item)}")
    elif not isinstance(item, Issue):
        lines.append(f"rule: {item.rule}")
    lines += [f"{name}: {_quote(article, spans)}" for name, spans in _reasons(item) if spans]
    match item:
        case Actor():
            lines += [f"role: {role.title or ''}{f' ({role.of.name})' if role.of else ''}" for role in item.roles]
            if item.members:
                lines.append(f"stands for: {_names(item.members)}")
        case TimeExpression():
            if item.anchor is not None:
                lines.append(f"counted from: {item.anchor}")
            if item.candidates:
                lines.append(f"left open: {', '.join(item.candidates)}")
            if item.begin_point is not None:
                lines.append(f"from: {item.begin_point}")
            if item.end_point is not None:
                lines.append(f"until: {item.end_point}")
        case Statement():
            lines.append(f"speakers: {_names(item.speakers) or 'unnamed'}")
            if item.parent is not None:
                lines.append(f"inside: {_quote(article, item.parent.content)}")
        case Stance():
            if item.attributed_to:
                lines.append(f"on the word of: {_names(item.attributed_to)}")
    return "\n".join(lines)


def _reasons(item: Item) -> list[tuple[str, tuple[Span, ...]]]:
    match item:
        case Actor():
            return [("mentions", tuple(mention.span for mention in item.mentions))]
        case TimeExpression():
            return [("words", (item.span,))]
        case Issue():
            return [("words", item.spans)]
        case Meeting():
            return [("anchors", item.anchors), ("evidence", item.evidence), ("reason", _one(item.reason))]
        case Statement():
            return [("cue", item.cue), ("speaker", item.speaker), ("content", item.content)]
        case Stance():
            cue = item.statement.cue if item.statement else ()
            return [("cue", cue), ("evidence", item.evidence), ("reason", _one(item.reason))]


def _one(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _quote(article: Article, spans: tuple[Span, ...]) -> str:
    words = (" ".join(article[span].split()) for span in spans)
    return ", ".join(f"»{word}« ({span.start}..{span.end})" for word, span in zip(words, spans, strict=True))


def _names(actors: tuple[Actor, ...]) -> str:
    return ", ".join(actor.name for actor in actors)


def _how(actor: Actor) -> str:
    """How an actor is known: by a name, by noun phrases alone, or only through the role of another."""
    types = {mention.type for mention in actor.mentions}
    if MentionType.NAME in types:
        return "actor.name"
    return "actor.nominal" if types else "actor.role"
