"""When, where, how long and about what people meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Issue, Span, TimeType
from newsmodel.parsers.grammar import noun_phrase_span, obliques, preposition, to_span
from newsmodel.parsers.meetings.context import clause_verb, phrases_behind, phrases_of
from newsmodel.parsers.meetings.vocabulary import is_a, is_venue, noun_entry

if TYPE_CHECKING:
    from newsmodel.model import TimeExpression
    from newsmodel.parsers.meetings.scene import Scene
    from newsmodel.parsers.tokens import Token

_POINTS = (TimeType.DATE, TimeType.TIME)
_TOPIC = frozenset({"über", "zu", "um", "wegen", "betreffs", "bezüglich"})
_WHERE = frozenset({"in", "auf", "bei", "nahe", "an"})
_WHITHER = frozenset({"nach", "in"})
_LEFT = 8


def times_at(noun: Token, scene: Scene) -> tuple[TimeExpression, ...]:
    """Return the points of time in a noun's own phrase and in the phrases that follow it without a break.

    Args:
        noun: the noun that names the meeting.
        scene: actors and times.
    """
    first = _first_modifier(noun)
    last = noun
    for _, other in phrases_behind(noun):
        last = other
    for child in noun.children:
        if child.i > last.i and child.dep_ in ("nmod", "advmod", "obl", "appos", "nummod") and child.pos_ != "VERB":
            if child.i - last.i <= _LEFT:
                last = child
    doc = noun.doc
    while last.i + 1 < noun.sent.end and doc[last.i + 1].ent_type_ == "" and doc[last.i + 1].pos_ in ("ADV", "NUM"):
        last = doc[last.i + 1]
    return tuple(t for t in scene.times_between(first, last) if _is_point(t))


def _first_modifier(noun: Token) -> Token:
    first = noun
    for child in noun.children:
        if (
            child.i < first.i
            and noun.i - child.i <= 3 * _LEFT
            and child.dep_ in ("det", "amod", "case", "acl", "nummod")
        ):
            first = child
    return first


def times_of_clause(verb: Token, scene: Scene) -> tuple[TimeExpression, ...]:
    """Return the points of time whose nearest verb is this one, in text order."""
    doc, sent = verb.doc, verb.sent
    found = []
    for time in scene.times_between(sent[0], sent[-1]):
        if not _is_point(time):
            continue
        span = doc.over(time.span)
        if span is not None and len(span) and _belongs(span.root, verb):
            found.append(time)
    return tuple(found)


def _belongs(root: Token, verb: Token) -> bool:
    """Whether a time hangs on the verb itself, not on another noun of its clause (`für die Wahl am 27. März`)."""
    current = root
    for _ in range(_LEFT):
        if current == verb:
            return True
        head = current.head
        if head == current:
            return False
        if (
            head != verb
            and head.pos_ in ("NOUN", "PROPN")
            and not head.ent_type_
            and current.dep_ not in ("conj", "appos")
        ):
            return noun_entry(head) is not None
        if current.dep_ in ("acl:relcl", "acl", "ccomp", "advcl", "parataxis", "csubj"):
            return False
        current = head
    return False


def _is_point(time: TimeExpression) -> bool:
    """Whether an expression says when: `derzeit` and `ehemalig` do not."""
    return time.type in _POINTS and not time.value.endswith("_REF")


def duration_at(tokens: tuple[Token, Token], verb: Token | None, scene: Scene) -> str | None:
    """Return the ISO duration told within two tokens, or in the clause of a verb that tells how long.

    Args:
        tokens: first and last token of the noun's phrase, inclusive.
        verb: the verb over the meeting, None if there is none.
        scene: actors and times.
    """
    for time in scene.times_between(*tokens):
        if time.type is TimeType.DURATION and time.value.startswith("P") and "X" not in time.value:
            return time.value
    if verb is None or not is_a("length", verb.lemma_):
        return None
    for time in scene.times_between(verb.sent[0], verb.sent[-1]):
        if time.type is TimeType.DURATION and time.value.startswith("P") and "X" not in time.value:
            span = verb.doc.over(time.span)
            if span is not None and len(span) and clause_verb(span.root) == verb:
                return time.value
    return None


def extent_of(noun: Token) -> tuple[Token, Token]:
    """Return the first and the last token of a noun with its adjectives."""
    return _first_modifier(noun), noun


def place_at(noun: Token | None, verb: Token | None, kind: str) -> Span | None:
    """Return the place that is named behind a noun or in the clause of a verb.

    Args:
        noun: the noun that names the meeting, None for a verb.
        verb: the verb whose clause tells where, None to look at the noun alone.
        kind: the family of the meeting: visits and journeys go `nach`.
    """
    cases = _WHERE | _WHITHER if kind == "visit" else _WHERE
    if noun is not None:
        for case, other in phrases_of(noun):
            if case in cases and _is_place(other):
                return _place_span(other)
    if verb is not None:
        for other in obliques(verb):
            if preposition(other) == "über" and other.i > verb.sent.start and other.i < verb.i:
                break  # what follows belongs to the topic: `über die Offensive in Rafah`
            if preposition(other) in cases and _is_place(other):
                return _place_span(other)
        if kind == "visit":
            for other in verb.children:
                if other.dep_ == "obj" and other.ent_type_ == "LOC":
                    return _place_span(other)
    return None


def _is_place(noun: Token) -> bool:
    if is_venue(noun):
        return True
    return noun.ent_type_ == "LOC" or any(
        c.ent_type_ == "LOC" and c.dep_ in ("appos", "flat", "flat:name") for c in noun.children
    )


def _place_span(noun: Token) -> Span:
    if noun.ent_type_ == "LOC":
        first = last = noun
        doc = noun.doc
        while last.i + 1 < len(doc) and doc[last.i + 1].ent_iob_ == "I" and doc[last.i + 1].ent_type_ == "LOC":
            last = doc[last.i + 1]
        while first.ent_iob_ == "I" and first.i > 0 and doc[first.i - 1].ent_type_ == "LOC":
            first = doc[first.i - 1]
        return to_span(tuple(doc[first.i : last.i + 1]))
    return noun_phrase_span(noun)


def topics_of(anchor: Token, verb: Token | None, scene: Scene) -> tuple[Issue, ...]:
    """Return what a meeting is about: `über`, `zu`, `zum Thema`, `in Sachen`.

    Args:
        anchor: the noun or verb that names the meeting.
        verb: a verb whose phrases tell of the meeting too, None if there is none.
        scene: actors and times.
    """
    found: dict[Span, Issue] = {}
    candidates = [(preposition(o), o) for o in anchor.children if o.i > anchor.i or verb is None]
    candidates += [(preposition(o), o) for o in obliques(anchor)]
    candidates += list(phrases_behind(anchor))[:3]
    if verb is not None:
        candidates += [("über", o) for o in obliques(verb, "über")]
    for case, noun in candidates:
        if case is None or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        told = noun
        if is_a("topic", noun.lemma_) and case in ("zu", "in"):
            told = next((c for c in noun.children if c.i > noun.i and c.pos_ in ("NOUN", "PROPN")), noun)
        elif case not in _TOPIC or (case != "über" and _is_no_topic(noun, anchor, scene)):
            continue
        span = noun_phrase_span(told, shortest=False)
        if span not in found:
            found[span] = make_issue(span, scene.reading.dispatch.text)
    return tuple(_outermost(found))


def _is_no_topic(noun: Token, anchor: Token, scene: Scene) -> bool:
    """`zu` before a person, a meeting or a purpose, `um` before a clock time."""
    if noun.ent_type_ in ("PER", "LOC") or noun.head != anchor or noun_entry(noun) is not None:
        return True
    return bool(scene.times_between(noun, noun)) or is_a("no_topic", noun.lemma_)


def _outermost(found: dict[Span, Issue]) -> list[Issue]:
    spans = list(found)
    return [
        issue
        for span, issue in found.items()
        if not any(o is not span and o.start <= span.start and span.end <= o.end for o in spans)
    ]


def make_issue(span: Span, text: str) -> Issue:
    """Return the issue that a span names, its words as label."""
    return Issue(label=" ".join(text[span.start : span.end].split()), spans=(span,))
