"""From drafts to statements of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Medium, Span, Statement, StatementType
from newsmodel.parsers.grammar import noun_phrase_span
from newsmodel.parsers.statements.speakers import meant_by
from newsmodel.parsers.statements.when import said_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.model import TimeExpression
    from newsmodel.parsers.statements.scene import Draft, Scene
    from newsmodel.parsers.tokens import Doc, Token


def build(scene: Scene, drafts: list[Draft], times: Iterable[TimeExpression]) -> tuple[Statement, ...]:
    """Return the statements of the drafts, parents first, in the order of the text.

    Args:
        scene: the dispatch.
        drafts: resolved and nested drafts.
        times: the time expressions of the dispatch.

    Returns:
        The statements, ordered by the start of their first span, outer ones first. What has only punctuation for
        content is none (`(laut Anna Berg„`).
    """
    ordered = sorted(times, key=lambda t: t.span.start)
    made: dict[int, Statement | None] = {}

    def make(draft: Draft) -> Statement | None:
        if id(draft) not in made:
            parent = make(draft.parent) if draft.parent is not None else None
            made[id(draft)] = _statement(scene, draft, parent, ordered)
        return made[id(draft)]

    found = [statement for statement in map(make, drafts) if statement is not None]
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=_place))


def _place(statement: Statement) -> tuple[int, int, int]:
    spans = statement.content or statement.cue
    depth, outer = 0, statement.parent
    while outer is not None:
        depth, outer = depth + 1, outer.parent
    starts = [s.start for part in (statement.content, statement.cue, statement.frame) for s in part[:1]]
    return min(starts, default=0), depth, -spans[-1].end


def _statement(scene: Scene, draft: Draft, parent: Statement | None, times: list[TimeExpression]) -> Statement | None:
    doc = scene.doc
    content = runs(doc, draft.content, keep_end=draft.type is StatementType.DIRECT)
    if not content and draft.type is not StatementType.REPORTED:
        return None
    speaker = _source_span(scene, draft.source)
    addressee = _source_span(scene, draft.addressee)
    addressees = meant_by(scene, draft.addressee) if draft.addressee is not None else ()
    frame = runs(doc, draft.frame, keep_joint=True)
    return Statement(
        type=draft.type,
        content=content,
        cue=runs(doc, {t.i for t in draft.cue}),
        speaker=(speaker,) if speaker is not None else (),
        speakers=draft.speakers,
        addressee=(addressee,) if addressee is not None else (),
        addressees=addressees,
        frame=frame,
        medium=Medium(draft.medium) if draft.medium else None,
        time=said_at(doc, frame, draft.cue, times),
        parent=parent,
        negated=draft.negated,
        rule=draft.rule,
    )


def _source_span(scene: Scene, token: Token | None) -> Span | None:
    if token is None:
        return None
    span = scene.cast.mention_span(token)
    if span is not None:
        return span
    if token.pos_ in ("NOUN", "PROPN"):
        return noun_phrase_span(token)
    return Span(start=token.idx, end=token.idx + len(token.text))


def runs(doc: Doc, indices: set[int], *, keep_end: bool = False, keep_joint: bool = False) -> tuple[Span, ...]:
    """Return one span for each unbroken run of tokens, without white space at its edges.

    Args:
        doc: the Doc.
        indices: token indices.
        keep_end: keep the final full stop, as inside quotation marks.
        keep_joint: keep the comma or colon at an edge, as in frames.

    Returns:
        The spans in text order; runs without a letter or figure are left out, but for joints.
    """
    spans: list[Span] = []
    run: list[int] = []
    for i in sorted(indices):
        if run and i != run[-1] + 1:
            _close(doc, run, spans, keep_end, keep_joint)
            run = []
        run.append(i)
    if run:
        _close(doc, run, spans, keep_end, keep_joint)
    return tuple(spans)


def _close(doc: Doc, run: list[int], spans: list[Span], keep_end: bool, keep_joint: bool) -> None:
    first, last = 0, len(run) - 1
    while first <= last and doc[run[first]].is_space:
        first += 1
    while last >= first and doc[run[last]].is_space:
        last -= 1
    if first > last:
        return
    if not any(any(c.isalnum() for c in doc[i].text) for i in run[first : last + 1]) and not keep_joint:
        return
    if not keep_end and not keep_joint:
        while last > first and doc[run[last]].text in (".", ",", ";", ":"):
            last -= 1
        while first < last and doc[run[first]].text in (".", ",", ";", ":"):
            first += 1
    start, end = doc[run[first]], doc[run[last]]
    spans.append(Span(start=start.idx, end=end.idx + len(end.text)))
