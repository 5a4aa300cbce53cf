"""One article as rows of every table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypeAlias

from newsmodel.model import Actor, Article, Concept, Issue, Meeting, PartialDate, Span, Stance, Statement
from newsmodel.model.ids import ids_of

_TIME_DATES = ("earliest", "latest", "anchor", "begin_point", "end_point")

Row: TypeAlias = dict[str, Any]
Ids: TypeAlias = dict[object, str]


def rows_of(article: Article) -> Iterator[tuple[str, Row]]:
    """Yield the rows of an article, without `article_id` (the key of a table of many articles).

    Args:
        article: the article.

    Yields:
        The name of a table and a row.
    """
    ids = ids_of(article)
    yield "articles", _article(article)
    for actor in article.actors:
        yield from _actor(article, ids, actor)
    for time in article.times:
        yield (
            "times",
            {
                "time_id": ids[time],
                **{name: getattr(time, name) for name in ("type", "value", "mod", "quant", "freq", "edtf", "rule")},
                **{name: _text(getattr(time, name)) for name in _TIME_DATES},
                "first_day": _day(time.earliest, first=True),
                "last_day": _day(time.latest, first=False),
                "candidates": time.candidates,
                **_place(time.span),
                "text": article[time.span],
            },
        )
    for issue in article.issues:
        yield "issues", {"issue_id": ids[issue], "label": issue.label, "spans": _spans(issue.spans)}
    for meeting in article.meetings:
        yield from _meeting(article, ids, meeting)
    for statement in article.statements:
        yield from _statement(article, ids, statement)
    for stance in article.stances:
        yield from _stance(article, ids, stance)
    for number, found in enumerate(article.diagnostics, 1):
        yield (
            "diagnostics",
            {
                "diagnostic_no": number,
                "code": found.code,
                "message": found.message,
                "severity": found.severity,
                **_place(found.span),
            },
        )


def _article(article: Article) -> Row:
    line, signoff, made = article.dateline, article.signoff, article.provenance
    plain = "uri version language agency headline kicker teaser byline signal status urgency usage_terms text"
    return {
        **{name: getattr(article, name) for name in plain.split()},
        "published": _text(article.published),
        "published_first": _day(article.published, first=True),
        "published_last": _day(article.published, first=False),
        "embargoed": _text(article.embargoed),
        "dateline_places": line.places if line else (),
        "dateline_agency": line.agency if line else None,
        "dateline_date": _text(line.date) if line else None,
        **_place(line.span if line else None, "dateline_"),
        "signoff_codes": signoff.codes if signoff else (),
        **_place(signoff.span if signoff else None, "signoff_"),
        "subjects": _concepts(article.subjects),
        "places": _concepts(article.places),
        "zones": [{"kind": zone.kind, **_place(zone.span), "public": zone.public} for zone in article.zones],
        "paragraphs": _spans(article.paragraphs),
        "library": made.library if made else None,
        "pipeline": made.pipeline if made else None,
        "schema_version": made.schema if made else None,
    }


def _actor(article: Article, ids: Ids, actor: Actor) -> Iterator[tuple[str, Row]]:
    me = {"actor_id": ids[actor]}
    yield (
        "actors",
        {
            **me,
            "name": actor.name,
            "kind": actor.kind,
            "wikidata": actor.wikidata,
            "member_ids": _ids(ids, actor.members),
        },
    )
    for number, mention in enumerate(actor.mentions, 1):
        row = {"mention_no": number, "type": mention.type, **_place(mention.span), "text": article[mention.span]}
        yield "mentions", me | row
    for number, role in enumerate(actor.roles, 1):
        body = {"of_id": ids[role.of], "of_name": role.of.name} if role.of else {"of_id": None, "of_name": None}
        yield "roles", {**me, "role_no": number, "title": role.title, **body, **_place(role.span)}


def _meeting(article: Article, ids: Ids, meeting: Meeting) -> Iterator[tuple[str, Row]]:
    me = {"meeting_id": ids[meeting]}
    by = meeting.cancelled_by
    yield (
        "meetings",
        {
            **me,
            **{name: getattr(meeting, name) for name in ("status", "format", "duration", "rule")},
            "anchors": _spans(meeting.anchors),
            "text": article[meeting.anchors],
            "time_ids": _ids(ids, meeting.times),
            **_worded(article, "place", meeting.place),
            "topic_ids": _ids(ids, meeting.topics),
            **_worded(article, "reason", meeting.reason),
            "cancelled_by_id": ids[by] if by else None,
            "cancelled_by_name": by.name if by else None,
            "evidence": _spans(meeting.evidence),
        },
    )
    for number, one in enumerate(meeting.participants, 1):
        yield "participants", {**me, "participant_no": number, **_who(ids, one.actor, "actor_id", ""), "part": one.part}


def _statement(article: Article, ids: Ids, statement: Statement) -> Iterator[tuple[str, Row]]:
    row = {
        "statement_id": ids[statement],
        **{name: getattr(statement, name) for name in ("type", "medium", "negated", "rule")},
        "content": article[statement.content],
        "content_spans": _spans(statement.content),
        "cue": article[statement.cue],
        "cue_spans": _spans(statement.cue),
        "speaker_spans": _spans(statement.speaker),
        "addressee_spans": _spans(statement.addressee),
        "addressee_ids": _ids(ids, statement.addressees),
        "frame_spans": _spans(statement.frame),
        "time_id": ids[statement.time] if statement.time else None,
        "parent_id": ids[statement.parent] if statement.parent else None,
    }
    for number, speaker in enumerate(statement.speakers or (None,), 1):
        yield "statements", {**row, "speaker_no": number, **_who(ids, speaker, "speaker_id", "speaker_")}


def _stance(article: Article, ids: Ids, stance: Stance) -> Iterator[tuple[str, Row]]:
    match stance.target:
        case Actor(name=label):
            kind = "actor"
        case Issue(label=label):
            kind = "issue"
        case Meeting() as meeting:
            kind, label = "meeting", article[meeting.anchors]
    row = {
        "stance_id": ids[stance],
        "polarity": stance.polarity,
        "basis": stance.basis,
        "target_type": kind,
        "target_id": ids[stance.target],
        "target_label": label,
        "evidence": article[stance.evidence],
        "evidence_spans": _spans(stance.evidence),
        **_worded(article, "reason", stance.reason),
        "attributed_to_ids": _ids(ids, stance.attributed_to),
        "statement_id": ids[stance.statement] if stance.statement else None,
        "rule": stance.rule,
    }
    for number, holder in enumerate(stance.holders, 1):
        yield "stances", {**row, "holder_no": number, **_who(ids, holder, "holder_id", "holder_")}


def _who(ids: Ids, actor: Actor | None, key: str, before: str) -> Row:
    known = (ids[actor], actor.name, actor.kind) if actor else (None, None, None)
    return dict(zip((key, f"{before}name", f"{before}kind"), known, strict=True))


def _place(span: Span | None, before: str = "") -> Row:
    return {f"{before}start": span.start if span else None, f"{before}end": span.end if span else None}


def _worded(article: Article, name: str, span: Span | None) -> Row:
    return {**_place(span, f"{name}_"), name: article[span] if span else None}


def _spans(spans: tuple[Span, ...]) -> list[Row]:
    return [_place(span) for span in spans]


def _concepts(concepts: tuple[Concept, ...]) -> list[Row]:
    return [{"name": concept.name, "scheme": concept.scheme, "code": concept.code} for concept in concepts]


def _ids(ids: Ids, items: tuple[Any, ...]) -> list[str]:
    return [ids[item] for item in items]


def _text(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def _day(date: PartialDate | None, *, first: bool) -> dt.date | None:
    if date is None:
        return None
    bound = date.earliest if first else date.latest
    return dt.date(bound.year, bound.month, bound.day)
