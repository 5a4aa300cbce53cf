"""The lines of an `.ann` file as an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from newsmodel.errors import FormatError, NewsmodelError
from newsmodel.export.brat.lines import Event, Lines
from newsmodel.export.brat.project import joined
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
from newsmodel.model._shape import shapes

T = TypeVar("T")

_ACTORS = {kind.capitalize(): kind for kind in ActorKind}
_TIMES = {kind.capitalize(): kind for kind in TimeType}
_PARTS = {part.capitalize(): part for part in ParticipantPart}
_BY_HAND = "brat"
"""The rule of what a person drew: it comes without a note that names one."""


def build_article(text: str, lines: Lines) -> Article:
    """Return the article that the lines of an `.ann` file describe.

    Args:
        text: the text.
        lines: what the file says.

    Returns:
        The article.

    Raises:
        FormatError: an annotation lacks what its class needs, refers to one of another class or to itself.
    """
    reader = _Reader(text, lines)
    heads = _groups(lines, _ACTORS)
    made: dict[str, Any] = {
        "actors": [reader.get(key, Actor) for key in heads],
        "times": [reader.get(key, TimeExpression) for key, bound in lines.texts.items() if bound.type in _TIMES],
        "issues": [reader.get(key, Issue) for key in _groups(lines, {"Issue"})],
    }
    for name, kind, cls in (
        ("meetings", "Meeting", Meeting),
        ("statements", "Statement", Statement),
        ("stances", "Stance", Stance),
    ):
        made[name] = [reader.get(key, cls) for key, event in lines.events.items() if event.type == kind]
    fields: dict[str, Any] = {name: tuple(dict.fromkeys(items)) for name, items in made.items()}
    return Article(text=text, **fields)


def _groups(lines: Lines, kinds: Any) -> list[str]:
    """Return the ids that stand first in their group of equivalents, or alone, for text-bound annotations of kinds."""
    later = {key for group in lines.equivalents for key in group[1:]}
    return [key for key, bound in lines.texts.items() if bound.type in kinds and key not in later]


class _Reader:
    """Builds each object once, on demand: what it refers to may stand behind it."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.text, self.lines = text, lines
        self._group = {key: group for group in lines.equivalents for key in group}
        self._built: dict[str, Any] = {}
        self._active: set[str] = set()
        self._roles: dict[str, list[str]] = {}
        self._members: dict[str, list[str]] = {}
        for key, event in lines.events.items():
            if event.type == "Role":
                holder = self._one(key, event, "Holder")
                if holder is None:
                    raise FormatError("brat", "a Role needs a Holder", place=key)
                self._roles.setdefault(self._head(holder), []).append(key)
        for name, whole, part in lines.relations:
            if name == "Member":
                self._members.setdefault(self._head(whole), []).append(part)

    def get(self, key: str, *classes: type[Any]) -> Any:
        """Return the object that an id stands for, if it is of one of the classes."""
        head = self._head(key)
        if head not in self._built:
            if head in self._active:
                raise FormatError("brat", "refers to itself", place=head)
            self._active.add(head)
            try:
                self._built[head] = self._build(head)
            except FormatError:
                raise
            except NewsmodelError as error:
                raise FormatError("brat", str(error), place=head) from error
            except RecursionError:
                raise FormatError("brat", "refers on and on", place=head) from None
            self._active.discard(head)
        found = self._built[head]
        if not isinstance(found, classes):
            wanted = " or ".join(cls.__name__ for cls in classes)
            raise FormatError("brat", f"stands where {wanted} is wanted", place=key)
        return found

    def _head(self, key: str) -> str:
        return self._group.get(key, (key,))[0]

    def _build(self, key: str) -> Any:
        if key in self.lines.events:
            event = self.lines.events[key]
            builders: dict[str, Callable[[str, Event], Any]] = {
                "Meeting": self._meeting,
                "Statement": self._statement,
                "Stance": self._stance,
            }
            return builders[event.type](key, event) if event.type in builders else None
        kind = self.lines.texts[key].type
        if kind in _ACTORS:
            return self._actor(key, _ACTORS[kind])
        if kind in _TIMES:
            return self._time(key, _TIMES[kind])
        return self._issue(key) if kind == "Issue" else None

    def _actor(self, key: str, kind: ActorKind) -> Actor:
        mentions = tuple(
            Mention(span=self._span(one), type=self._choice(one, "MentionType", MentionType, MentionType.NAME))
            for one in self._group.get(key, (key,))
        )
        return Actor(
            name=self._words(key, "name"),
            kind=kind,
            mentions=mentions,
            roles=tuple(self._role(one) for one in self._roles.get(key, ())),
            members=tuple(self.get(one, Actor) for one in self._members.get(key, ())),
            wikidata=self.lines.references.get(key),
        )

    def _role(self, key: str) -> Role:
        event = self.lines.events[key]
        of = self._one(key, event, "Of")
        notes = self._notes(key)
        span = self._span(event.trigger)
        title = notes["title"] if "title" in notes else self._plain(span)
        return Role(title=title, of=None if of is None else self.get(of, Actor), span=span)

    def _time(self, key: str, kind: TimeType) -> TimeExpression:
        notes = self._notes(key)
        if "value" not in notes:
            raise FormatError("brat", 'a time needs a note with its value: {"value": "2024-04-01"}', place=key)
        members: dict[str, Any] = {"span": self._span(key), "type": kind, "rule": _BY_HAND}
        for shape in shapes(TimeExpression):
            given = notes.get(shape.name)
            if given is None or shape.name in ("span", "type"):
                continue
            if shape.many and type(given) is not list:
                raise FormatError("brat", f"the note's {shape.name} must be an array", place=key)
            dated = PartialDate in shape.types
            members[shape.name] = tuple(given) if shape.many else PartialDate.parse(given) if dated else given
        return TimeExpression(**members)

    def _issue(self, key: str) -> Issue:
        spans = tuple(self._span(one) for one in self._group.get(key, (key,)))
        return Issue(label=self._words(key, "label"), spans=spans)

    def _meeting(self, key: str, event: Event) -> Meeting:
        notes = self._notes(key)
        people = [(_PARTS[role], one) for role, one in event.arguments if role in _PARTS]
        place, reason, by = (self._one(key, event, role) for role in ("Place", "Reason", "CancelledBy"))
        return Meeting(
            anchors=tuple(self._span(one) for one in (event.trigger, *event.of("Anchor"))),
            status=self._choice(key, "Status", MeetingStatus),
            format=self._choice(key, "Format", MeetingFormat, MeetingFormat.UNKNOWN),
            participants=tuple(Participation(actor=self.get(one, Actor), part=part) for part, one in people),
            times=tuple(self.get(one, TimeExpression) for one in event.of("Time")),
            place=None if place is None else self._span(place),
            duration=notes.get("duration"),
            topics=tuple(self.get(one, Issue) for one in event.of("Topic")),
            reason=None if reason is None else self._span(reason),
            cancelled_by=None if by is None else self.get(by, Actor),
            evidence=tuple(self._span(one) for one in event.of("Evidence")),
            rule=notes.get("rule", _BY_HAND),
        )

    def _statement(self, key: str, event: Event) -> Statement:
        content = self._one(key, event, "Content")
        time, parent = self._one(key, event, "Time"), self._one(key, event, "Parent")
        words = {"speaker": "SpeakerWords", "addressee": "AddresseeWords", "frame": "Frame"}
        return Statement(
            type=self._choice(key, "StatementType", StatementType),
            content=self._spans(content),
            cue=() if content == event.trigger else self._spans(event.trigger),
            speakers=tuple(self.get(one, Actor) for one in event.of("Speaker")),
            addressees=tuple(self.get(one, Actor) for one in event.of("Addressee")),
            medium=self._choice(key, "Medium", Medium) if "Medium" in self._attributes(key) else None,
            time=None if time is None else self.get(time, TimeExpression),
            parent=None if parent is None else self.get(parent, Statement),
            negated="Negated" in self._attributes(key),
            rule=self._notes(key).get("rule", _BY_HAND),
            **{name: self._spans(self._one(key, event, role)) for name, role in words.items()},
        )

    def _stance(self, key: str, event: Event) -> Stance:
        target = self._one(key, event, "Target")
        if target is None:
            raise FormatError("brat", "a Stance needs a Target", place=key)
        reason, said = self._one(key, event, "Reason"), self._one(key, event, "SaidIn")
        return Stance(
            holders=tuple(self.get(one, Actor) for one in event.of("Holder")),
            target=self.get(target, Actor, Meeting, Issue),
            polarity=self._choice(key, "Polarity", Polarity),
            basis=self._choice(key, "Basis", Basis, Basis.EXPRESSED),
            evidence=tuple(self._span(one) for one in (event.trigger, *event.of("Evidence"))),
            reason=None if reason is None else self._span(reason),
            attributed_to=tuple(self.get(one, Actor) for one in event.of("AttributedTo")),
            statement=None if said is None else self.get(said, Statement),
            rule=self._notes(key).get("rule", _BY_HAND),
        )

    def _one(self, key: str, event: Event, role: str) -> str | None:
        keys = event.of(role)
        if len(keys) > 1:
            raise FormatError("brat", f"has more than one {role}", place=key)
        return keys[0] if keys else None

    def _spans(self, key: str | None) -> tuple[Span, ...]:
        if key is None:
            return ()
        if key not in self.lines.texts:
            raise FormatError("brat", "stands where words are wanted", place=key)
        return joined(self.lines.texts[key].fragments, self.text)

    def _span(self, key: str) -> Span:
        spans: Sequence[Span] = self._spans(key)
        return Span(start=spans[0].start, end=spans[-1].end)

    def _attributes(self, key: str) -> dict[str, str]:
        return self.lines.attributes.get(key, {})

    def _notes(self, key: str) -> dict[str, Any]:
        return self.lines.notes.get(key, {})

    def _choice(self, key: str, name: str, values: type[T], default: T | None = None) -> T:
        given = self._attributes(key).get(name)
        if given is None and default is not None:
            return default
        try:
            return values(given)  # type: ignore[call-arg]
        except ValueError:
            options = ", ".join(values)  # type: ignore[arg-type]
            said = "is missing" if given is None else f"is {given!r}"
            raise FormatError("brat", f"the attribute {name} {said}; it is one of {options}", place=key) from None

    def _words(self, key: str, name: str) -> Any:
        """Return what the note gives as name or label; else the words themselves, on one line."""
        notes = self._notes(key)
        return notes[name] if name in notes else self._plain(self._span(key))

    def _plain(self, span: Span) -> str:
        return " ".join(self.text[span.start : span.end].split())
