"""The golden dispatches: reading them, and what makes a gold file well-formed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
from tests.golden.layers import (
    ActorLayer,
    Layers,
    MeetingLayer,
    Range,
    StanceLayer,
    StatementLayer,
    Target,
    TimeLayer,
)

from newsmodel.model.vocab import (
    ActorKind,
    Basis,
    Medium,
    MeetingFormat,
    MeetingStatus,
    Polarity,
    StatementType,
    TimeType,
)

FOLDER = Path(__file__).parent
PARTS = ("dev", "test")

Entry = dict[str, Any]


class GoldError(ValueError):
    """A gold file says something that its text or its own lists do not bear out."""


@attrs.frozen
class Golden:
    """A dispatch and what it says, as an annotator wrote it down."""

    name: str
    text: str
    entry: Entry

    @property
    def published(self) -> str | None:
        """The publication date that a parser is told."""
        date: str | None = self.entry["published"]
        return date

    @property
    def layers(self) -> Layers:
        """The annotation with its spans as offsets."""
        return Layers(
            actors=tuple(self._actor(a) for a in self.entry["actors"]),
            times=tuple(
                TimeLayer(where=self.find(t["span"]), type=t["type"], value=t["value"])
                for t in self.entry.get("times", ())
            ),
            meetings=tuple(self._meeting(m) for m in self.entry["meetings"]),
            statements=tuple(self._statement(s) for s in self.entry["statements"] or ()),
            stances=tuple(self._stance(t) for t in self.entry["stances"]),
        )

    def find(self, span: list[Any]) -> Range:
        """Return where a gold span `[words, n]` stands; `[words]` where the words occur but once.

        Raises:
            GoldError: the words do not occur, not that often, or more than once without a number.
        """
        words, *rest = span
        starts = [n for n in range(len(self.text)) if self.text.startswith(words, n)] if words else []
        if not starts:
            raise GoldError(f"{self.name}: not in the text: {words!r}")
        if not rest and len(starts) > 1:
            raise GoldError(f"{self.name}: occurs {len(starts)} times, which one is meant? {words!r}")
        number = rest[0] if rest else 1
        if not 1 <= number <= len(starts):
            raise GoldError(f"{self.name}: occurs {len(starts)} times, not {number}: {words!r}")
        return starts[number - 1], starts[number - 1] + len(words)

    def find_all(self, spans: list[list[Any]] | None) -> tuple[Range, ...]:
        """Return where several gold spans stand, in the order of the text."""
        return tuple(sorted(self.find(span) for span in spans or ()))

    def _actor(self, entry: Entry) -> ActorLayer:
        return ActorLayer(
            key=entry["id"],
            kind=entry["kind"],
            name=entry["name"],
            mentions=self.find_all(entry["mentions"]),
            titles=self.find_all([role["title"] for role in entry["roles"] if role["title"]]),
        )

    def _meeting(self, entry: Entry) -> MeetingLayer:
        return MeetingLayer(
            key=entry["id"],
            anchors=self.find_all(entry["anchors"]),
            status=entry["status"],
            format=entry["format"],
            participants=frozenset(entry["participants"]),
            hosts=frozenset(entry["hosts"]),
            mediators=frozenset(entry.get("mediators", ())),
            times=self.find_all(entry["when"]),
        )

    def _statement(self, entry: Entry) -> StatementLayer:
        return StatementLayer(
            type=entry["type"],
            content=self.find_all(entry["content"]),
            cue=self.find_all(entry["cue"]),
            speakers=frozenset(entry["speakers"]),
            nested=entry["parent"] is not None,
        )

    def _stance(self, entry: Entry) -> StanceLayer:
        target: Target
        ((kind, what),) = entry["target"].items()
        target = ("text", (self.find(what),)) if kind == "text" else (kind, what)
        return StanceLayer(
            holders=frozenset(entry["holders"]),
            target=target,
            polarity=entry["polarity"],
            basis=entry["basis"],
            evidence=self.find_all(entry["evidence"]),
        )


def load(path: Path) -> Golden:
    """Return the dispatch whose gold file is given; its text lies beside it."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    return Golden(path.stem, text, json.loads(path.read_text(encoding="utf-8")))


def load_all(*parts: str) -> list[Golden]:
    """Return the golden dispatches of these parts, by name; of all parts where none is named."""
    return [load(path) for part in parts or PARTS for path in sorted((FOLDER / part).glob("*.json"))]


def faults(golden: Golden) -> list[str]:
    """Return what is wrong with a gold file: spans, references, values; empty where nothing is."""
    found: list[str] = []
    entry = golden.entry
    ids = {name: [item["id"] for item in entry[name]] for name in ("actors", "meetings", "statements", "stances")}
    found += [f"{name}: an id is given twice" for name, keys in ids.items() if len(set(keys)) < len(keys)]
    for name, item in [(kind, one) for kind in _VALUES for one in entry[kind]]:
        where = f"{name} {item.get('id', item.get('span'))}"
        for span in _spans(name, item):
            try:
                golden.find(span)
            except (GoldError, TypeError, ValueError) as error:
                found.append(f"{where}: {error}")
        found += [
            f"{where}: {key} {item[key]!r} is none of its values"
            for key, known in _VALUES[name].items()
            if item[key] not in known
        ]
        found += [
            f"{where}: unknown {kind[:-1]} {key!r}" for kind, key in _references(name, item) if key not in ids[kind]
        ]
        found += [f"{where}: {needed} is empty" for needed in _NEEDED[name] if not item[needed]]
    for meeting in entry["meetings"]:
        parts = {*meeting["hosts"], *meeting["mediators"]}
        if not parts <= set(meeting["participants"]):
            found.append(f"meetings {meeting['id']}: a host or mediator is no participant")
    return found


_VALUES: dict[str, dict[str, set[Any]]] = {
    "actors": {"kind": set(ActorKind)},
    "times": {"type": set(TimeType)},
    "meetings": {"status": set(MeetingStatus), "format": set(MeetingFormat)},
    "statements": {"type": set(StatementType), "medium": {*Medium, None}},
    "stances": {"polarity": set(Polarity), "basis": set(Basis)},
}
_NEEDED = {
    "actors": ("name", "mentions"),
    "times": ("value",),
    "meetings": ("anchors",),
    "statements": (),
    "stances": ("holders", "evidence"),
}


def _spans(name: str, item: Entry) -> list[list[Any]]:
    if name == "times":
        return [item["span"]]
    if name == "actors":
        return [*item["mentions"], *(role["title"] for role in item["roles"] if role["title"])]
    if name == "meetings":
        single = [item[key] for key in ("place", "reason") if item[key]]
        return [*item["anchors"], *item["when"], *item["topics"], *single]
    if name == "statements":
        return [*item["content"], *item["cue"], *item["speaker"]]
    single = [span for span in (item["reason"], item["target"].get("text")) if span]
    return [*item["evidence"], *single]


def _references(name: str, item: Entry) -> list[tuple[str, str]]:
    if name == "actors":
        return [("actors", role["of"]) for role in item["roles"] if role["of"]]
    if name == "meetings":
        keys = [*item["participants"], *item["hosts"], *item["mediators"]]
        return [("actors", key) for key in (*keys, item["cancelled_by"]) if key]
    if name == "statements":
        parent = [("statements", item["parent"])] if item["parent"] else []
        return [*(("actors", key) for key in (*item["speakers"], *item["addressees"])), *parent]
    if name == "stances":
        target = [(f"{kind}s", what) for kind, what in item["target"].items() if kind != "text"]
        return [*(("actors", key) for key in (*item["holders"], *(item["attributed_to"] or ()))), *target]
    return []
