"""Content that follows its verb of saying in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import (
    objects,
)
from newsmodel.parsers.statements.clauses import (
    clause_kind,
    complement_heads,
    finite_inside,
    heads_clause,
    is_konjunktiv_clause,
)
from newsmodel.parsers.statements.complements import takes_clause
from newsmodel.parsers.statements.cues import Cue
from newsmodel.parsers.statements.scene import Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span, Token

_COMMAS = frozenset({",", "–", "-", "—", ";"})
# words that open a main clause of its own behind a comma
_RESUMING = frozenset({"dies", "das", "deswegen", "deshalb", "daher", "denn", "damit", "so", "dort", "hinzu", "dann"})


def content_behind(scene: Scene, sentence: Span, cue: Cue) -> tuple[set[int], str] | None:
    """Content that follows its verb in the sentence."""
    best = None
    for head in complement_heads(cue.head, cue.noun):
        if head.i < cue.head.i and head.right_edge.i < cue.head.i:
            # a clause in front, behind a verb at the end (`dass er komme, hat sie gesagt`), is looked at later
            continue
        last = head.right_edge.i
        kind = clause_kind(head)
        if kind is None or not takes_clause(cue, kind, head):
            continue
        start = _clause_start(scene, head, cue, kind)
        if start is None or (start <= cue.head.i <= head.i and not _verb_at_the_end(cue, start)):
            continue
        if kind == "main" and not _is_joined(scene, start, head, cue):
            continue
        best = (head, kind, start, last)
        break
    if best is None:
        return None
    head, kind, start, last = best
    last = _extended(cue, head, kind, last)
    return set(range(start, min(last, sentence.end - 1) + 1)), f"statement.verb_{kind}"


def _verb_at_the_end(cue: Cue, start: int) -> bool:
    return start > cue.head.i


def _clause_start(scene: Scene, head: Token, cue: Cue, kind: str) -> int | None:
    """First token of a clause behind the verb, its leading comma left out."""
    first = head.left_edge.i
    last_cue = max((t.i for t in cue.words if t.i < head.i), default=cue.head.i)
    if first <= last_cue:
        # the parser gave part of the frame to the clause: the clause starts at the comma
        first = last_cue + 1
        for i in range(last_cue + 1, head.i + 1):
            if scene.doc[i].text in (",", ":"):
                first = i + 1
                break
        else:
            if kind != "zu":
                return None
    while first < head.i and (
        (scene.doc[first].is_punct and scene.doc[first].tag_ != "$(") or scene.doc[first].is_space
    ):
        first += 1
    return first


def _is_joined(scene: Scene, start: int, head: Token, cue: Cue) -> bool:
    """Tell whether a main clause follows a comma or colon; in the indicative, only with verbs that quote so."""
    i = start - 1
    while i > 0 and (scene.doc[i].is_space or (scene.doc[i].tag_ == "$(" and scene.doc[i].text not in "–-")):
        i -= 1
    mark = scene.doc[i].text
    if mark == ":":
        return True
    if mark not in _COMMAS:
        return False
    if is_konjunktiv_clause(head):
        return True
    if head.dep_ != "ccomp" or "main" not in cue.entry.takes or finite_inside(head) is None:
        return False
    # a verb that has its object already, or a clause that takes up what was said, opens a new main clause
    if scene.doc[start].lower_ in _RESUMING or scene.doc[start].pos_ == "CCONJ":
        return False
    return not any("Acc" in t.morph.get("Case") and t != cue.noun for t in objects(cue.head))


def _extended(cue: Cue, head: Token, kind: str, last: int) -> int:
    """Take in the clauses behind the content that the parser hung onto the verb of saying instead."""
    konjunktiv = is_konjunktiv_clause(head)
    for child in cue.head.children:
        if child.i <= last or child == head:
            continue
        if child.is_punct:
            continue
        if child.dep_ == "conj" and heads_clause(child):
            kind_ = clause_kind(child)
            joined = kind_ == kind if kind in ("dass", "ob", "zu") else konjunktiv and is_konjunktiv_clause(child)
            if not joined:
                break
            last = max(last, child.right_edge.i)
        elif heads_clause(child) and child.dep_ in ("advcl", "parataxis", "ccomp", "xcomp", "acl", "dep", "acl:relcl"):
            last = max(last, child.right_edge.i)
        elif child.left_edge.i == last + 1 and child.dep_ in ("obl", "advmod", "obl:tmod", "nmod"):
            last = max(last, child.right_edge.i)
        elif child.dep_ in ("compound:prt", "cc"):
            break
    return last
