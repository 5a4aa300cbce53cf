"""The lines of an `.ann` file: what each kind of line says, written and read."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import attrs

from newsmodel.errors import FormatError
from newsmodel.export.brat.project import BREAKS
from newsmodel.model import Span

_TEXT_BOUND = re.compile(
    r"(T[0-9]{1,9})\t([^\s:]{1,60}) ([0-9]{1,9} [0-9]{1,9}(?:;[0-9]{1,9} [0-9]{1,9})*)\t(.*)", re.DOTALL
)
_EVENT = re.compile(r"(E[0-9]{1,9})\t([^\s:]+):(T[0-9]{1,9})((?: [^\s:]+:[TE][0-9]{1,9})*) ?")
_RELATION = re.compile(r"R[0-9]{1,9}\t(\S+) Arg1:(T[0-9]{1,9}) Arg2:(T[0-9]{1,9})\t?")
_EQUIV = re.compile(r"\*\tEquiv((?: T[0-9]{1,9}){2,})")
_ATTRIBUTE = re.compile(r"[AM][0-9]{1,9}\t(\S+) ([TE][0-9]{1,9})(?: (\S+))?")
_REFERENCE = re.compile(r"N[0-9]{1,9}\tReference (T[0-9]{1,9}) ([^\s:]+):(\S+)\t.*", re.DOTALL)
_NOTE = re.compile(r"#[0-9]{1,9}\t(\S+) ([A-Z][0-9]{1,9})\t(.*)", re.DOTALL)


@attrs.frozen
class TextBound:
    """A text-bound annotation: `T1<TAB>Person 0 5<TAB>words`."""

    type: str
    fragments: tuple[Span, ...]


@attrs.frozen
class Event:
    """An event: `E1<TAB>Meeting:T1 Host:T2`; arguments in order, without the numbers of their roles."""

    type: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]

    def of(self, role: str) -> list[str]:
        """Return the ids that fill a role, in order."""
        return [key for name, key in self.arguments if name == role]


@attrs.define
class Lines:
    """What the lines of an `.ann` file say, by id.

    Attributes:
        texts: text-bound annotations.
        events: events.
        relations: name and the two ids of each relation.
        equivalents: groups of ids that mean the same.
        attributes: by the id that has them, name and value; "" for a mere flag.
        references: the id in Wikidata of an annotation.
        notes: the JSON objects in notes that hold one, by the id that has them.
    """

    texts: dict[str, TextBound] = attrs.field(factory=dict)
    events: dict[str, Event] = attrs.field(factory=dict)
    relations: list[tuple[str, str, str]] = attrs.field(factory=list)
    equivalents: list[tuple[str, ...]] = attrs.field(factory=list)
    attributes: dict[str, dict[str, str]] = attrs.field(factory=dict)
    references: dict[str, str] = attrs.field(factory=dict)
    notes: dict[str, dict[str, Any]] = attrs.field(factory=dict)


def fragments(span: Span, text: str) -> list[Span]:
    """Return the parts of a span between breaks, which no annotation may hold."""
    found, start = [], span.start
    for offset in range(span.start, span.end + 1):
        if offset == span.end or text[offset] in BREAKS:
            if start < offset:
                found.append(Span(start=start, end=offset))
            start = offset + 1
    return found


def note(members: dict[str, Any]) -> str:
    """Return an object as JSON on one line, whatever counts as the end of a line."""
    text = json.dumps(members, ensure_ascii=False)
    return "".join(f"\\u{ord(sign):04x}" if sign in BREAKS else sign for sign in text)


def read_lines(annotations: str, text: str) -> Lines:
    """Read an `.ann` file.

    Args:
        annotations: its contents.
        text: the text that it is about.

    Returns:
        What it says.

    Raises:
        FormatError: a line is not as brat writes it, an id is taken or missing, or words are not those of the text.
    """
    found = Lines()
    for number, line in enumerate(annotations.split("\n"), 1):
        line = line.removesuffix("\r")
        if line.strip():
            try:
                _read_line(line, text, found)
            except ValueError as error:
                raise FormatError("brat", str(error), place=f"line {number}") from None
    _check_ids(found)
    return found


def _read_line(line: str, text: str, found: Lines) -> None:
    if match := _TEXT_BOUND.fullmatch(line):
        _enter(found.texts, match[1], TextBound(match[2], _fragments(match[3], match[4], text)))
    elif match := _EVENT.fullmatch(line):
        arguments = (argument.split(":") for argument in match[4].split())
        numbered = tuple((name.rstrip("0123456789"), key) for name, key in arguments)
        _enter(found.events, match[1], Event(match[2], match[3], numbered))
    elif match := _RELATION.fullmatch(line):
        found.relations.append((match[1], match[2], match[3]))
    elif match := _EQUIV.fullmatch(line):
        found.equivalents.append(tuple(match[1].split()))
    elif match := _ATTRIBUTE.fullmatch(line):
        _enter(found.attributes.setdefault(match[2], {}), match[1], match[3] or "")
    elif match := _REFERENCE.fullmatch(line):
        if match[2] == "Wikidata":
            _enter(found.references, match[1], match[3])
    elif match := _NOTE.fullmatch(line):
        _read_note(match[2], match[3], found)
    else:
        raise ValueError("not a line of brat standoff")


def _enter(table: dict[str, Any], key: str, value: object) -> None:
    if key in table:
        raise ValueError(f"{key} stands twice")
    table[key] = value


def _fragments(offsets: str, words: str, text: str) -> tuple[Span, ...]:
    pairs = [pair.split() for pair in offsets.split(";")]
    spans = tuple(Span(start=int(start), end=int(end)) for start, end in pairs)
    if spans[-1].end > len(text) or any(one.end > other.start for one, other in pairwise(spans)):
        raise ValueError(f"{offsets} does not lie in the text of {len(text)} code points, in order")
    there = " ".join(text[span.start : span.end] for span in spans)
    if there.strip() != words.strip():  # some tools strip lines
        raise ValueError(f"the text has {there!r} at {offsets}, not {words!r}")
    return spans


def _read_note(key: str, words: str, found: Lines) -> None:
    if not words.startswith("{"):
        return  # somebody's remark
    try:
        members = json.loads(words)
    except (ValueError, RecursionError):
        raise ValueError(f"the note of {key} is not JSON") from None
    _enter(found.notes, key, members)


def _check_ids(found: Lines) -> None:
    known = {*found.texts, *found.events}
    named = [(key, event.trigger) for key, event in found.events.items()]
    named += [(key, other) for key, event in found.events.items() for _, other in event.arguments]
    named += [(name, key) for name, *keys in found.relations for key in keys]
    named += [("Equiv", key) for keys in found.equivalents for key in keys]
    named += [("an attribute", key) for key in found.attributes]
    for place, key in named:
        if key not in known:
            raise FormatError("brat", f"nothing has the id {key}", place=place)
