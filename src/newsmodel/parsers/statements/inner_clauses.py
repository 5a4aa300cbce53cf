"""Subordinate clauses in the Konjunktiv beside an act: `kritisierte Pläne, die zu teuer seien`, `weil … drohe`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import is_konjunktiv_form
from newsmodel.parsers.statements.clauses import clause_kind, finite_inside, heads_clause
from newsmodel.parsers.statements.extent import trimmed
from newsmodel.parsers.statements.frame_roles import speaker_of
from newsmodel.parsers.statements.scene import Draft

if TYPE_CHECKING:
    from newsmodel.parsers.statements.cues import Cue
    from newsmodel.parsers.statements.scene import Scene
    from newsmodel.parsers.tokens import Span, Token


def inner_statements(scene: Scene, sentence: Span, cues: list[Cue], drafts: list[Draft]) -> list[Draft]:
    """Return the clauses that only their Konjunktiv I tells to be somebody's words.

    Args:
        scene: the dispatch.
        sentence: one of its sentences.
        cues: the verbal cues in it.
        drafts: its statements so far.

    Returns:
        One draft for each relative or causal clause that stands under a verb of saying and in no other content; its
        speaker is that of the verb.
    """
    if not cues:
        return []
    told = {i for draft in drafts if draft.type is not StatementType.REPORTED for i in draft.content}
    heads = {cue.head.i: cue for cue in cues}
    found = []
    for token in sentence:
        if token.i in told or token.dep_ not in ("acl:relcl", "acl", "advcl") or scene.is_quoted(token.i):
            continue
        if not heads_clause(token) or clause_kind(token) not in ("rel", "sub"):
            continue
        form = finite_inside(token)
        if form is None or not is_konjunktiv_form(form) or "Past" in form.morph.get("Tense"):
            continue
        cue = _governing(token, heads)
        source = speaker_of(cue.head, set()) if cue is not None else None
        content = trimmed(scene, set(range(token.left_edge.i, token.right_edge.i + 1)))
        if cue is None or source is None or source.i in content or len(content) < 3:
            continue
        draft = Draft(StatementType.INDIRECT, content, "statement.inner", cue=cue.words, verb=cue.head)
        draft.source, draft.medium = source, cue.entry.medium
        draft.frame = {i for i in range(cue.head.left_edge.i, min(content)) if i >= sentence.start}
        found.append(draft)
    return found


def _governing(clause: Token, heads: dict[int, Cue]) -> Cue | None:
    """The word of saying over a clause, with nothing but nouns in between."""
    above = clause.head
    for _ in range(6):
        if above.i in heads:
            return heads[above.i] if above.i < clause.i else None
        if heads_clause(above) or above.head == above:
            return None
        above = above.head
    return None
