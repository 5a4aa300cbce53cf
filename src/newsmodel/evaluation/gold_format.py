"""The gold format: a JSON file beside a text, spans as `[words, n]`: where the words stand for the n-th time.

    {"id": "...", "published": "2024-04",
     "times":     [{"value": "2024-04-01", "type": "DATE", "span": ["Montag"]}],
     "actors":    [{"id": "A1", "name": "Jule Petersen", "kind": "person",
                    "roles": [{"of": "A2", "title": ["Ministerin", 1]}], "mentions": [["Petersen", 1]]}],
     "meetings":  [{"id": "M1", "status": "held", "format": "phone", "anchors": [["telefonierten"]],
                    "cancelled_by": null, "duration": null, "hosts": [], "participants": ["A1"], "place": null,
                    "reason": null, "topics": [], "when": []}],
     "statements":[{"id": "S1", "content": [["Ja"]], "type": "direct", "medium": "speech", "cue": [["sagte"]],
                    "addressees": [], "speakers": ["A1"], "speaker": [["sie"]], "parent": null}],
     "stances":   [{"id": "T1", "polarity": "oppose", "target": {"text": ["den Plan"]}, "holders": ["A1"],
                    "attributed_to": null, "evidence": [["lehnt den Plan ab"]], "basis": "expressed", "reason": null}]}

`n` is left out where the words occur once; `null` stands for what the text does not say; a layer that is `null` or left
out was not annotated. A target is `{"actor": id}`, `{"meeting": id}` or `{"text": span}`. `mediators` may stand beside
`hosts`; `attributed_to` is one id or a list.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsmodel.errors import GoldError, NewsmodelError
from newsmodel.evaluation.annotated import LAYERS, Annotated
from newsmodel.evaluation.gold_spans import Spans, merged
from newsmodel.model import (
    Actor,
    ActorKind,
    Article,
    Basis,
    Issue,
    Medium,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Mention,
    MentionType,
    PartialDate,
    ParticipantPart,
    Participation,
    Polarity,
    Role,
    Span,
    Stance,
    Statement,
    StatementType,
    TimeExpression,
    TimeType,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

Entry = dict[str, Any]
_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED)
_UNTOLD = "XXXX"
"""The TIMEX3 value of a time that the annotation gives no value."""


def from_gold(text: str, data: str | bytes, name: str = "") -> Annotated:
    """Return a dispatch that was annotated in the gold format.

    Args:
        text: the dispatch, character for character.
        data: the JSON beside it.
        name: how messages call it.

    Returns:
        The dispatch; its objects carry the ids of the annotation in `rule` (`gold:M1`).

    Raises:
        GoldError: the JSON is broken, or names words, ids or values that are not there.

    Examples:
        >>> gold = from_gold("Der Rat tagt.", '{"actors": [{"id": "A1", "kind": "organization", "name": "Rat", '
        ...                  '"mentions": [["Rat"]]}]}')
        >>> gold.article.actors, sorted(gold.layers)
        ((Actor('Rat', organization, 1 mentions),), ['actors'])
    """
    try:
        entry = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise GoldError(f"no JSON: {error}", file=name) from None
    if not isinstance(entry, dict):
        raise GoldError("the annotation must be one JSON object", file=name)
    reader = _Reader(text, entry, name)
    try:
        return Annotated(article=reader.article(), layers=reader.layers, name=name)
    except GoldError:
        raise
    except NewsmodelError as error:
        raise GoldError(str(error), file=name, place=reader.place) from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        what = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
        raise GoldError(what, file=name, place=reader.place) from error


def _type(words: str, name: str) -> MentionType:
    """The annotation does not tell names from nominal phrases: what is part of the name is taken for one."""
    return MentionType.NAME if words in name or words.removesuffix("s") in name else MentionType.NOMINAL


class _Reader:
    def __init__(self, text: str, entry: Entry, name: str) -> None:
        self.text, self.entry, self.name = text, entry, name
        self.place = ""
        self.layers = frozenset(layer for layer in LAYERS if entry.get(layer) is not None)
        self.spans = Spans(text, name)
        self._actors: dict[str, Actor] = {}
        self._open: set[str] = set()
        self._meetings: dict[str, Meeting] = {}
        self._statements: dict[str, Statement] = {}
        self._times: dict[Span, TimeExpression] = {}
        self._issues: dict[Issue, None] = {}

    def article(self) -> Article:
        self._by_id = {layer: self._indexed(layer) for layer in LAYERS if layer != "times"}
        for item in self._items("times"):
            span = self._span(item["span"])
            self._times[span] = TimeExpression(
                span=span, type=TimeType(item["type"]), value=item["value"], rule="gold:time"
            )
        actors = tuple(self._actor(item["id"]) for item in self._items("actors"))
        meetings = tuple(self._meeting(item) for item in self._items("meetings"))
        statements = tuple(self._statement(item["id"]) for item in self._items("statements"))
        stances = tuple(self._stance(item) for item in self._items("stances"))
        self.place = ""
        published = self.entry.get("published")
        return Article(
            text=self.text,
            published=None if published is None else PartialDate.parse(published),
            issues=tuple(self._issues),
            actors=actors,
            times=tuple(sorted(self._times.values(), key=lambda t: (t.span.start, t.span.end))),
            meetings=meetings,
            statements=statements,
            stances=stances,
        )

    def _items(self, layer: str) -> Iterable[Entry]:
        for n, item in enumerate(self.entry.get(layer) or ()):
            self.place = f"{layer} {item.get('id', n)}" if isinstance(item, dict) else f"{layer} {n}"
            yield item

    def _indexed(self, layer: str) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for item in self._items(layer):
            if item["id"] in found:
                raise GoldError("the id is given twice", file=self.name, place=self.place)
            found[item["id"]] = item
        return found

    def _span(self, span: object) -> Span:
        return self.spans.find(span, self.place)

    def _all(self, spans: Iterable[object] | None) -> tuple[Span, ...]:
        return tuple(self._span(span) for span in spans or ())

    def _known(self, layer: str, key: str) -> Entry:
        found = self._by_id[layer].get(key)
        if found is None:
            raise GoldError(f"there is no {layer.removesuffix('s')} {key!r}", file=self.name, place=self.place)
        return found

    def _actor(self, key: str) -> Actor:
        if key not in self._actors:
            item = self._known("actors", key)
            self._open.add(key)
            roles = tuple(filter(None, (self._role(role) for role in item.get("roles") or ())))
            self._open.discard(key)
            mentions = tuple(
                Mention(span=span, type=_type(self.text[span.start : span.end], item["name"]))
                for span in dict.fromkeys(self._all(item["mentions"]))
            )
            self._actors[key] = Actor(
                name=item["name"], kind=ActorKind(item["kind"]), mentions=mentions, roles=tuple(dict.fromkeys(roles))
            )
        return self._actors[key]

    def _role(self, role: Entry) -> Role | None:
        of = role.get("of")
        body = self._actor(of) if of and of not in self._open else None
        span = self._span(role["title"]) if role.get("title") else None
        if span is None:
            return None if body is None else Role(title=None, of=body)
        return Role(title=self.text[span.start : span.end], of=body, span=span)

    def _many(self, keys: Iterable[str] | str | None) -> tuple[Actor, ...]:
        names = (keys,) if isinstance(keys, str) else keys or ()
        return tuple(dict.fromkeys(self._actor(key) for key in names))

    def _issue(self, span: Span) -> Issue:
        issue = Issue(label=" ".join(self.text[span.start : span.end].split()), spans=(span,))
        self._issues[issue] = None
        return issue

    def _meeting(self, item: Entry) -> Meeting:
        status = MeetingStatus(item["status"])
        parts = dict.fromkeys(self._many(item.get("participants")), ParticipantPart.ATTENDEE)
        parts.update(dict.fromkeys(self._many(item.get("mediators")), ParticipantPart.MEDIATOR))
        parts.update(dict.fromkeys(self._many(item.get("hosts")), ParticipantPart.HOST))
        by = self._many(item.get("cancelled_by"))
        off = status in _OFF
        meeting = Meeting(
            anchors=self._all(item["anchors"]),
            status=status,
            format=MeetingFormat(item["format"]),
            participants=tuple(Participation(actor=actor, part=part) for actor, part in parts.items()),
            times=tuple(dict.fromkeys(self._time(span) for span in self._all(item.get("when")))),
            place=self._span(item["place"]) if item.get("place") else None,
            duration=item.get("duration"),
            topics=tuple(dict.fromkeys(self._issue(span) for span in self._all(item.get("topics")))),
            reason=self._span(item["reason"]) if item.get("reason") and off else None,
            cancelled_by=by[0] if by and off else None,
            rule=f"gold:{item['id']}",
        )
        self._meetings[item["id"]] = meeting
        return meeting

    def _time(self, span: Span) -> TimeExpression:
        if span not in self._times:
            self._times[span] = TimeExpression(span=span, type=TimeType.DATE, value=_UNTOLD, rule="gold:time")
        return self._times[span]

    def _statement(self, key: str) -> Statement:
        if key not in self._statements:
            item = self._known("statements", key)
            parent = item.get("parent")
            if parent and parent in self._open:
                raise GoldError("a statement stands inside itself", file=self.name, place=self.place)
            self._open.add(key)
            outer = self._statement(parent) if parent else None
            self._open.discard(key)
            medium = item.get("medium")
            self._statements[key] = Statement(
                type=StatementType(item["type"]),
                content=merged(self._all(item.get("content"))),
                cue=merged(self._all(item.get("cue"))),
                speaker=merged(self._all(item.get("speaker"))),
                speakers=self._many(item.get("speakers")),
                addressees=self._many(item.get("addressees")),
                medium=None if medium is None else Medium(medium),
                parent=outer,
                rule=f"gold:{key}",
            )
        return self._statements[key]

    def _stance(self, item: Entry) -> Stance:
        return Stance(
            holders=self._many(item["holders"]),
            target=self._target(item["target"]),
            polarity=Polarity(item["polarity"]),
            basis=Basis(item["basis"]),
            evidence=self._all(item["evidence"]),
            reason=self._span(item["reason"]) if item.get("reason") else None,
            attributed_to=self._many(item.get("attributed_to")),
            rule=f"gold:{item['id']}",
        )

    def _target(self, target: Entry) -> Actor | Meeting | Issue:
        if target.get("actor") is not None:
            return self._actor(target["actor"])
        if target.get("meeting") is not None:
            self._known("meetings", target["meeting"])
            return self._meetings[target["meeting"]]
        return self._issue(self._span(target["text"]))
