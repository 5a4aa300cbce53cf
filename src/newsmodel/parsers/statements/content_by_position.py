"""Content told by its place: the clause behind the comma that ends a frame, whatever the parser made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import is_finite, is_konjunktiv_form, is_verb, is_zu_infinitive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsmodel.parsers.statements.scene import Scene
    from newsmodel.parsers.tokens import Span, Token

_REACH = 30
_SKIPPED = 3
_DASS = ("dass", "daß")
_OPENS_SUBORDINATE = frozenset({"PRELS", "PRELAT", "KOUS", "KOUI", "PWAV", "PWS", "PWAT", "KOKOM"})
_SAYING_ON = frozenset({"dass", "main"})


def content_by_position(
    scene: Scene, sentence: Span, words: Iterable[Token], takes: frozenset[str], *, clauses: int = _SKIPPED
) -> tuple[set[int], str] | None:
    """Return the clause that follows the words of a cue behind a comma or colon.

    Between both may stand what is neither a verb nor a clause of its own: subject, addressee, time, an apposition,
    a relative clause.

    Args:
        scene: the dispatch.
        sentence: the sentence of the cue.
        words: the words of the cue.
        takes: the kinds of clauses that it takes.
        clauses: how many clauses are looked at, the last of which may be the content.

    Returns:
        The indices of the clause and the rule, None where no clause of these kinds follows.
    """
    cue = {token.i: token for token in words if sentence.start <= token.i < sentence.end}
    at = max(cue)
    verbs = [token for token in cue.values() if is_verb(token)]
    comma = _end_of_frame(sentence, at, {v.i for v in verbs} | {c.i for v in verbs for c in v.children})
    for _ in range(clauses):
        if comma is None:
            return None
        start = comma + 1
        while start < sentence.end - 1 and (sentence.doc[start].tag_ == "$(" or sentence.doc[start].is_space):
            start += 1
        if scene.is_quoted(start) != scene.is_quoted(at):
            return None
        kind = _kind(sentence, start)
        if kind == "skip":
            comma = _next_comma(sentence, start)
            continue
        if kind is None or not _taken(kind, takes):
            return None
        if kind == "zu" and _is_of_a_noun(sentence, start, comma, set(cue)):
            return None
        return set(range(start, _last(sentence, start) + 1)), f"statement.placed_{kind}"
    return None


def _taken(kind: str, takes: frozenset[str]) -> bool:
    return bool(_SAYING_ON & takes) if kind == "main" else kind in takes


def _end_of_frame(sentence: Span, at: int, own: set[int]) -> int | None:
    """The comma or colon behind the cue, None where another verb comes first."""
    for i in range(at + 1, min(sentence.end - 2, at + _REACH)):
        token = sentence.doc[i]
        if token.text in (",", ":"):
            return i
        if is_verb(token) and i not in own:
            return None
    return None


def _segment(sentence: Span, start: int) -> Iterator[Token]:
    """The tokens up to the next comma."""
    for i in range(start, sentence.end):
        if sentence.doc[i].text in (",", ";", ":"):
            return
        yield sentence.doc[i]


def _next_comma(sentence: Span, start: int) -> int | None:
    return next((i for i in range(start, sentence.end - 2) if sentence.doc[i].text == ","), None)


def _kind(sentence: Span, start: int) -> str | None:
    """What follows a comma: a dass- or ob-clause, an infinitive, a Konjunktiv clause, something to skip, or none."""
    first = sentence.doc[start]
    lower = first.lower_
    if lower == "so" and sentence.doc[start + 1].lower_ in _DASS:
        return None
    if first.tag_ == "KOUS" and lower in _DASS:
        return "dass"
    if first.tag_ == "KOUS" and lower == "ob":
        return "ob"
    second = sentence.doc[min(start + 1, sentence.end - 1)]
    segment = list(_segment(sentence, start))
    form = next((t for t in segment if is_finite(t)), None)
    if first.tag_ in ("PRELS", "PRELAT") and form is not None and not _ends_with(segment, form):
        # an article that the tagger took for a relative pronoun: the verb stands second
        return "main" if is_konjunktiv_form(form) else None
    if first.tag_ in _OPENS_SUBORDINATE or (first.pos_ == "ADP" and second.tag_ in ("PRELS", "PRELAT")):
        return "skip"
    if first.pos_ in ("CCONJ", "SCONJ") or is_finite(first):
        return None
    if form is not None:
        return "main" if is_konjunktiv_form(form) else None
    if any(is_zu_infinitive(t) for t in segment if is_verb(t)):
        return "zu"
    # an apposition to the speaker, or content whose verb stands behind a clause inside it
    return "skip" if len(segment) <= _REACH and not any(is_verb(t) for t in segment) else None


def _ends_with(segment: list[Token], form: Token) -> bool:
    """Tell whether nothing but verb forms follows a finite verb, as in a subordinate clause."""
    return all(is_verb(t) or t.is_punct or t.is_space for t in segment if t.i > form.i)


def _is_of_a_noun(sentence: Span, start: int, comma: int, cue: set[int]) -> bool:
    """Tell whether an infinitive belongs to a noun of the frame that is no word of saying (`den Auftrag, … zu …`)."""
    verb = next((t for t in _segment(sentence, start) if is_verb(t)), None)
    for _ in range(4):
        if verb is None or verb.head == verb:
            return False
        head = verb.head
        if head.i < comma:
            return head.pos_ == "NOUN" and head.i not in cue and verb.dep_ in ("acl", "acl:relcl", "ccomp", "xcomp")
        verb = head
    return False


def _last(sentence: Span, start: int) -> int:
    """The last token of a clause: by the parse where its head lies behind the start, else the end of the sentence."""
    doc = sentence.doc
    first = doc[start]
    if first.tag_ == "KOUS":
        clause = first.head
        return min(max(clause.right_edge.i, start + 1), sentence.end - 1) if clause.i > start else sentence.end - 1
    verb = next((t for t in doc[start : sentence.end] if is_verb(t)), None)
    while verb is not None and verb.head.i > start and verb.head != verb and is_verb(verb.head):
        verb = verb.head
    if verb is None or verb.left_edge.i < start:
        return sentence.end - 1
    return min(max(verb.right_edge.i, start + 1), sentence.end - 1)
