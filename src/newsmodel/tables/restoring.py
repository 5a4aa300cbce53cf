"""From tables back to articles, by way of the codec, which checks everything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsmodel.codec import from_dict
from newsmodel.errors import DecodeError, TableError
from newsmodel.model import SCHEMA_VERSION, Article
from newsmodel.tables.arrow import arrow_schema, to_arrow
from newsmodel.tables.rows import Row
from newsmodel.tables.schema import SCHEMA
from newsmodel.tables.sets import Frames

_ID = re.compile(r"[a-z]([1-9][0-9]{0,17})")
_PLAIN = "text language uri version published agency headline kicker teaser byline signal status urgency embargoed usage_terms"
_TIME = "type value mod quant freq earliest latest candidates edtf anchor begin_point end_point rule"
_SPANS = ("content", "cue", "speaker", "addressee", "frame")


def from_frames(frames: Frames[Any] | Mapping[str, Any]) -> tuple[Article, ...]:
    """Return the articles that tables hold.

    What comes back is equal to what `frames` was given. Columns that repeat what others say (`text` beside `start` and
    `end`, names beside ids, days beside dates) are not read; of a statement or stance with several rows, the first
    counts for all but the speaker or holder. The order of articles is that of their table, the order of objects that of
    their ids; rows may come in any order and have gaps in their numbers, so filtered and sorted tables can be read.

    Args:
        frames: what `frames` or `read_parquet` gave, also as pandas or polars; or a mapping of names to tables of
            Arrow, pandas or polars, where a table that is left out counts as empty.

    Returns:
        The articles.

    Raises:
        TableError: a column is missing or of the wrong type, a key occurs twice, a row belongs to no article, or the
            rows make no valid article; it says which table, column and row, or which article.
        MissingExtraError: pyarrow is not installed (`newsmodel[frames]`).

    Examples:
        >>> from newsmodel import Article
        >>> from newsmodel.tables import frames
        >>> article = Article(text="Der Rat tagt.")
        >>> from_frames(frames(article)) == (article,)
        True
    """
    given = dict(frames)
    unknown = sorted(set(given) - set(SCHEMA))
    if unknown or "articles" not in given:
        raise TableError(
            str(unknown[0]) if unknown else "articles", "is none of the tables" if unknown else "is missing"
        )
    rows = {name: _read(name, given[name]) if name in given else {} for name in SCHEMA}
    known = set(rows["articles"])
    for name, groups in rows.items():
        for key in groups.keys() - known:
            raise TableError(name, f"its article {key!r} is not among the articles", column="article_id")
    return tuple(
        _restore(key, {name: groups.get(key, []) for name, groups in rows.items()}) for key in rows["articles"]
    )


def _read(name: str, given: object) -> dict[str, list[Row]]:
    """Return the rows of a table by article, each group in the order of its keys."""
    groups: dict[str, list[Row]] = defaultdict(list)
    seen: set[tuple[Any, ...]] = set()
    table = to_arrow(name, given) if given is not None else arrow_schema(name).empty_table()
    for number, row in enumerate(table.to_pylist()):
        key = tuple(row[column] for column in SCHEMA[name].key)
        if key in seen:
            raise TableError(name, f"the key {key} occurs twice", row=number)
        seen.add(key)
        groups[row["article_id"]].append(row)
    for rows in groups.values():
        rows.sort(key=lambda row: [_rank(row[column]) for column in SCHEMA[name].key[1:]])
    return groups


def _rank(part: str | int) -> int:
    if isinstance(part, int):
        return part
    match = _ID.fullmatch(part)
    return int(match[1]) if match else 0  # the codec says what is wrong with such an id


def _restore(key: str, rows: dict[str, list[Row]]) -> Article:
    try:
        return from_dict(_plain(rows))
    except DecodeError as error:
        faults = "; ".join(f"{path}: {message}" for path, message in error.faults[:5])
        raise TableError("articles", f"the rows of article {key!r} make no article: {faults}") from error


def _plain(rows: dict[str, list[Row]]) -> dict[str, Any]:
    """Return what `from_dict` reads: an article as plain data."""
    (head,) = rows["articles"]
    plain = {"schema_version": SCHEMA_VERSION, **_present(head, *_PLAIN.split())}
    for name in ("dateline", "signoff"):
        span = _span(head, f"{name}_")
        if span:
            parts = {
                "places": head["dateline_places"],
                "agency": head["dateline_agency"],
                "date": head["dateline_date"],
            }
            held = parts if name == "dateline" else {"codes": head["signoff_codes"]}
            plain[name] = {"span": span, **_without_null(held)}
    plain["zones"] = [{"kind": z["kind"], "span": [z["start"], z["end"]], "public": z["public"]} for z in head["zones"]]
    plain["paragraphs"] = _spans(head["paragraphs"])
    for name in ("subjects", "places"):
        plain[name] = [_without_null(concept) for concept in head[name]]
    if head["schema_version"] is not None:
        made = {"library": head["library"], "pipeline": head["pipeline"], "schema": head["schema_version"]}
        plain["provenance"] = _without_null(made)
    plain["actors"] = list(_actors(rows))
    plain["times"] = [
        {
            "id": row["time_id"],
            "span": [row["start"], row["end"]],
            **_present(row, *_TIME.split()),
        }
        for row in rows["times"]
    ]
    plain["issues"] = [
        {"id": row["issue_id"], "label": row["label"], "spans": _spans(row["spans"])} for row in rows["issues"]
    ]
    plain["meetings"] = list(_meetings(rows))
    plain["statements"] = list(_statements(rows))
    plain["stances"] = list(_stances(rows))
    plain["diagnostics"] = [
        {**_present(row, "code", "message", "severity"), **_optional_span(row, "span")} for row in rows["diagnostics"]
    ]
    return plain


def _actors(rows: dict[str, list[Row]]) -> Iterator[Row]:
    mentions, roles = _grouped(rows, "mentions", "actor_id"), _grouped(rows, "roles", "actor_id")
    for row in rows["actors"]:
        key = row["actor_id"]
        yield {
            "id": key,
            **_present(row, "name", "kind", "wikidata"),
            "members": row["member_ids"],
            "mentions": [{"span": [m["start"], m["end"]], "type": m["type"]} for m in mentions.pop(key, [])],
            "roles": [
                {"title": role["title"], **_without_null({"of": role["of_id"]}), **_optional_span(role, "span")}
                for role in roles.pop(key, [])
            ],
        }
    _refuse_orphans("mentions", mentions, "actor_id")
    _refuse_orphans("roles", roles, "actor_id")


def _meetings(rows: dict[str, list[Row]]) -> Iterator[Row]:
    participants = _grouped(rows, "participants", "meeting_id")
    for row in rows["meetings"]:
        yield {
            "id": row["meeting_id"],
            **_present(row, "status", "format", "duration", "rule"),
            "anchors": _spans(row["anchors"]),
            "times": row["time_ids"],
            "topics": row["topic_ids"],
            "evidence": _spans(row["evidence"]),
            **_without_null({"cancelled_by": row["cancelled_by_id"]}),
            **_optional_span(row, "place", "place_"),
            **_optional_span(row, "reason", "reason_"),
            "participants": [
                {"actor": one["actor_id"], "part": one["part"]} for one in participants.pop(row["meeting_id"], [])
            ],
        }
    _refuse_orphans("participants", participants, "meeting_id")


def _statements(rows: dict[str, list[Row]]) -> Iterator[Row]:
    for key, several in _grouped(rows, "statements", "statement_id").items():
        row = several[0]
        yield {
            "id": key,
            **_present(row, "type", "medium", "negated", "rule"),
            **{name: _spans(row[f"{name}_spans"]) for name in _SPANS},
            "speakers": [one["speaker_id"] for one in several if one["speaker_id"] is not None],
            "addressees": row["addressee_ids"],
            **_without_null({"time": row["time_id"], "parent": row["parent_id"]}),
        }


def _stances(rows: dict[str, list[Row]]) -> Iterator[Row]:
    for key, several in _grouped(rows, "stances", "stance_id").items():
        row = several[0]
        yield {
            "id": key,
            **_present(row, "polarity", "basis", "rule"),
            "holders": [one["holder_id"] for one in several],
            "target": row["target_id"],
            "evidence": _spans(row["evidence_spans"]),
            **_optional_span(row, "reason", "reason_"),
            "attributed_to": row["attributed_to_ids"],
            **_without_null({"statement": row["statement_id"]}),
        }


def _grouped(rows: dict[str, list[Row]], table: str, column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows[table]:
        groups[row[column]].append(row)
    return groups


def _refuse_orphans(table: str, left: dict[str, list[Row]], column: str) -> None:
    for key, rows in left.items():
        raise TableError(table, f"{key!r} is not in article {rows[0]['article_id']!r}", column=column)


def _present(row: Row, *names: str) -> Row:
    return _without_null({name: row[name] for name in names})


def _without_null(held: Row) -> Row:
    return {name: value for name, value in held.items() if value is not None}


def _spans(spans: Iterable[Row]) -> list[list[int]]:
    return [[span["start"], span["end"]] for span in spans]


def _span(row: Row, before: str = "") -> list[int] | None:
    start, end = row[f"{before}start"], row[f"{before}end"]
    return None if start is None and end is None else [start, end]


def _optional_span(row: Row, name: str, before: str = "") -> Row:
    return _without_null({name: _span(row, before)})
