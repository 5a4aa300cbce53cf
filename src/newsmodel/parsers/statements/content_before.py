"""Content in front of its verb of saying (`Er komme, sagte sie`), and around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import (
    grammatical_subject,
    is_finite,
    is_konjunktiv_form,
    is_passive,
)
from newsmodel.parsers.statements.clauses import (
    clause_kind,
    heads_clause,
)
from newsmodel.parsers.statements.complements import takes_clause
from newsmodel.parsers.statements.cues import Cue
from newsmodel.parsers.statements.frame_roles import (
    subject_by_position,
)
from newsmodel.parsers.statements.scene import Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span, Token

_COMMAS = frozenset({",", "–", "-", "—", ";"})


def content_before(scene: Scene, sentence: Span, cue: Cue) -> tuple[set[int], str] | None:
    """Content in front of its verb: `Er komme, sagte sie.`, and around it: `Er werde, sagte sie, kommen.`."""
    verb = cue.head
    form = (
        verb if is_finite(verb) else next((c for c in verb.children if c.dep_.startswith("aux") and is_finite(c)), None)
    )
    if form is None or not ({"main", "quote"} & cue.entry.takes or "dass" in cue.entry.takes):
        return None
    comma = _comma_before(scene, form.i, sentence.start)
    if comma is None:
        return None
    head = _content_head_before(cue, comma)
    if head is None or not _inverted(cue, form, head):
        return None
    kind = clause_kind(head)
    if kind is None or kind in ("sub", "rel") or not takes_clause(cue, kind, head):
        return None
    start = _content_start(sentence, head, verb)
    if start >= comma:
        return None
    tokens = set(range(start, comma))
    tokens |= _continued(scene, sentence, cue, head)
    return tokens, f"statement.verb_after_{kind}"


def _inverted(cue: Cue, form: Token, head: Token) -> bool:
    """Tell whether a frame behind its content has a subject of its own, behind the finite verb (`…, sagte sie`)."""
    who = grammatical_subject(cue.head)
    if who is not None:
        return who.i > form.i and (who != head)
    if is_passive(cue.head):
        return cue.head.dep_ != "conj"
    return subject_by_position(cue.head if is_finite(cue.head) else form, set()) is not None


def _comma_before(scene: Scene, index: int, start: int) -> int | None:
    """Index of the comma (or closing mark) right in front of a verb."""
    i = index - 1
    while i > start and (scene.doc[i].is_space or scene.doc[i].lower_ in ("so", "auch", "also")):
        i -= 1
    if i <= start:
        return None
    token = scene.doc[i]
    if token.text in _COMMAS:
        return i
    return None


def _content_head_before(cue: Cue, comma: int) -> Token | None:
    verb = cue.head
    for child in verb.children:
        if child.i < comma and heads_clause(child) and child.dep_ in (
            "ccomp", "parataxis", "csubj", "dep", "conj", "xcomp", "obj", "nsubj", "advcl",
        ):  # fmt: skip
            return child
    head = verb.head
    if head != verb and head.i < comma and verb.dep_ in ("parataxis", "conj", "dep", "advcl", "ccomp", "appos"):
        return head if heads_clause(head) else None
    if head != verb and head.i > verb.i and verb.dep_ in ("parataxis", "dep", "advcl", "ccomp", "conj"):
        return head if heads_clause(head) else None
    return None


def _content_start(sentence: Span, head: Token, verb: Token) -> int:
    start = min(head.left_edge.i, verb.left_edge.i)
    # up to the start of the sentence, unless a coordinated main clause lies in front
    if head.dep_ != "conj" and verb.dep_ != "conj":
        start = sentence.start
    return max(start, sentence.start)


def _continued(scene: Scene, sentence: Span, cue: Cue, head: Token) -> set[int]:
    """The rest of the content behind an inserted frame."""
    doc, verb = scene.doc, cue.head
    if head.i > verb.i:
        # the frame ends at the comma in front of what is not under its verb
        end = verb.right_edge.i if verb.head == head else verb.i
        for i in range(max(end, verb.i), sentence.end):
            if doc[i].text == "," and i >= end:
                return set(range(i + 1, sentence.end))
        return set(range(end + 1, sentence.end))
    under = (
        {t.i for t in verb.subtree} - {t.i for t in head.subtree} if verb.head != head else {t.i for t in verb.subtree}
    )
    rest: set[int] = set()
    last_frame = max(under | {verb.i})
    for i in range(verb.i + 1, sentence.end):
        if i > last_frame or i not in under:
            token = doc[i]
            if token.text in _COMMAS and i + 1 < sentence.end and not rest and _goes_on(doc, i + 1, sentence.end):
                return set(range(i + 1, sentence.end))
    for i in range(verb.i + 1, sentence.end - 2):
        if doc[i].text == "," and _goes_on(doc, i + 1, sentence.end):
            return set(range(i + 1, sentence.end))
    return rest


def _goes_on(doc: object, start: int, end: int) -> bool:
    """Tell whether what follows a comma goes on with Konjunktiv content and is no relative clause of the frame."""
    tokens = doc  # a Doc, indexed by token
    first = tokens[start]  # type: ignore[index]
    if first.tag_ in ("PRELS", "PRELAT", "KOUS", "PWAV", "KOUI") and first.lower_ not in ("dass", "daß", "ob"):
        return False
    for i in range(start, min(end, start + 14)):
        token = tokens[i]  # type: ignore[index]
        if token.text == ",":
            return False
        if is_finite(token):
            return is_konjunktiv_form(token)
    return False
