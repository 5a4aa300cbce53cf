"""An article as the lines of an `.ann` file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from newsmodel.export.brat.lines import fragments, note
from newsmodel.export.brat.project import WORDS
from newsmodel.model import Actor, Article, Issue, Meeting, PartialDate, Span, Stance, Statement, TimeExpression
from newsmodel.model._shape import shapes

_NO_TYPE_OF_ITS_OWN = {"speaker": "Words", "addressee": "Words", "content": "Content", "frame": "Frame"}
_ROLE_OF_WORDS = {"speaker": "SpeakerWords", "addressee": "AddresseeWords", "content": "Content", "frame": "Frame"}


def write_lines(article: Article) -> str:
    """Return the `.ann` file of an article that brat can carry whole.

    Args:
        article: what `project_brat` returned.

    Returns:
        The lines, each with its end.
    """
    writer = _Writer(text=article.text)
    for actor in article.actors:
        writer.actor(actor)
    for actor in article.actors:
        writer.ties(actor)
    for time in article.times:
        writer.time(time)
    for issue in article.issues:
        writer.issue(issue)
    for meeting in article.meetings:
        writer.meeting(meeting)
    # Numbered before they are written: a statement may stand inside a later one.
    for number, statement in enumerate(article.statements, writer.count["E"] + 1):
        writer.keys[statement] = f"E{number}"
    for statement in article.statements:
        writer.statement(statement)
    for stance in article.stances:
        writer.stance(stance)
    return "".join(f"{line}\n" for line in writer.lines)


@attrs.define
class _Writer:
    """The lines so far, and the id that stands for each item."""

    text: str
    lines: list[str] = attrs.field(factory=list)
    keys: dict[Any, str] = attrs.field(factory=dict)
    count: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys("TERAN#", 0))

    def actor(self, actor: Actor) -> None:
        mentions = [self._bound(actor.kind.capitalize(), [mention.span]) for mention in actor.mentions]
        for key, mention in zip(mentions, actor.mentions, strict=True):
            self._attribute("MentionType", key, mention.type)
        first = self.keys[actor] = mentions[0]
        self._equiv(mentions)
        self._note(first, {"name": actor.name})
        if actor.wikidata is not None:
            self._line("N", f"Reference {first} Wikidata:{actor.wikidata}\t{' '.join(actor.name.split())}")

    def ties(self, actor: Actor) -> None:
        for role in actor.roles:
            title = self._bound("Role", [role.span] if role.span else [])
            of = [("Of", self.keys[role.of])] if role.of is not None else []
            key = self._event("Role", title, [("Holder", self.keys[actor]), *of])
            self._note(key, {"title": role.title})
        for member in actor.members:
            self._line("R", f"Member Arg1:{self.keys[actor]} Arg2:{self.keys[member]}")

    def time(self, time: TimeExpression) -> None:
        key = self.keys[time] = self._bound(time.type.capitalize(), [time.span])
        members: dict[str, Any] = {}
        for shape in shapes(TimeExpression):
            value = getattr(time, shape.name)
            if shape.name not in ("span", "type") and value != shape.default:
                members[shape.name] = str(value) if isinstance(value, PartialDate) else value
        self._note(key, members)

    def issue(self, issue: Issue) -> None:
        places = [self._bound("Issue", [span]) for span in issue.spans]
        self.keys[issue] = places[0]
        self._equiv(places)
        self._note(places[0], {"label": issue.label})

    def meeting(self, meeting: Meeting) -> None:
        trigger = self._bound("Meeting", [meeting.anchors[0]])
        arguments = [("Anchor", self._bound("Meeting", [anchor])) for anchor in meeting.anchors[1:]]
        arguments += [(one.part.capitalize(), self.keys[one.actor]) for one in meeting.participants]
        arguments += self._refer("Time", meeting.times) + self._refer("Topic", meeting.topics)
        arguments += [("Place", self._bound("Place", [meeting.place]))] if meeting.place else []
        arguments += [("Reason", self._bound("Reason", [meeting.reason]))] if meeting.reason else []
        arguments += self._refer("CancelledBy", [meeting.cancelled_by] if meeting.cancelled_by else [])
        arguments += [("Evidence", self._bound("Evidence", [span])) for span in meeting.evidence]
        key = self.keys[meeting] = self._event("Meeting", trigger, arguments)
        self._attribute("Status", key, meeting.status)
        self._attribute("Format", key, meeting.format)
        duration = {} if meeting.duration is None else {"duration": meeting.duration}
        self._note(key, {"rule": meeting.rule, **duration})

    def statement(self, statement: Statement) -> None:
        trigger = self._bound("Statement", statement.cue or statement.content)
        arguments = []
        for name in WORDS:
            spans = getattr(statement, name)
            if spans and name != "cue":
                # Without a cue, the content is the trigger too: brat wants one.
                own = name == "content" and not statement.cue
                key = trigger if own else self._bound(_NO_TYPE_OF_ITS_OWN[name], spans)
                arguments.append((_ROLE_OF_WORDS[name], key))
        arguments += self._refer("Speaker", statement.speakers) + self._refer("Addressee", statement.addressees)
        arguments += self._refer("Time", [statement.time] if statement.time else [])
        arguments += self._refer("Parent", [statement.parent] if statement.parent else [])
        key = self._event("Statement", trigger, arguments)
        self._attribute("StatementType", key, statement.type)
        if statement.medium is not None:
            self._attribute("Medium", key, statement.medium)
        if statement.negated:
            self._attribute("Negated", key)
        self._note(key, {"rule": statement.rule})

    def stance(self, stance: Stance) -> None:
        trigger = self._bound("Stance", [stance.evidence[0]])
        arguments = self._refer("Holder", stance.holders) + self._refer("Target", [stance.target])
        arguments += [("Evidence", self._bound("Evidence", [span])) for span in stance.evidence[1:]]
        arguments += [("Reason", self._bound("Reason", [stance.reason]))] if stance.reason else []
        arguments += self._refer("AttributedTo", stance.attributed_to)
        arguments += self._refer("SaidIn", [stance.statement] if stance.statement else [])
        key = self._event("Stance", trigger, arguments)
        self._attribute("Polarity", key, stance.polarity)
        self._attribute("Basis", key, stance.basis)
        self._note(key, {"rule": stance.rule})

    def _refer(self, role: str, items: Iterable[Any]) -> list[tuple[str, str]]:
        return [(role, self.keys[item]) for item in items]

    def _line(self, letter: str, rest: str) -> str:
        self.count[letter] += 1
        key = f"{letter}{self.count[letter]}"
        self.lines.append(f"{key}\t{rest}")
        return key

    def _bound(self, kind: str, spans: Sequence[Span]) -> str:
        parts = [part for span in spans for part in fragments(span, self.text)]
        offsets = ";".join(f"{part.start} {part.end}" for part in parts)
        return self._line("T", f"{kind} {offsets}\t{' '.join(self.text[part.start : part.end] for part in parts)}")

    def _event(self, kind: str, trigger: str, arguments: Sequence[tuple[str, str]]) -> str:
        seen: dict[str, int] = {}
        words = [f"{kind}:{trigger}"]
        for role, key in arguments:
            seen[role] = seen.get(role, 0) + 1
            words.append(f"{role}{seen[role] if seen[role] > 1 else ''}:{key}")
        return self._line("E", " ".join(words))

    def _attribute(self, name: str, key: str, value: str = "") -> None:
        self._line("A", f"{name} {key} {value}".rstrip())

    def _equiv(self, keys: Sequence[str]) -> None:
        if len(keys) > 1:
            self.lines.append(f"*\tEquiv {' '.join(keys)}")

    def _note(self, key: str, members: dict[str, Any]) -> None:
        self._line("#", f"AnnotatorNotes {key}\t{note(members)}")
