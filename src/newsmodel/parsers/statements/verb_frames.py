"""Statements whose frame is a verb of saying with a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.statements.content_before import content_before
from newsmodel.parsers.statements.content_behind import content_behind
from newsmodel.parsers.statements.content_by_position import content_by_position
from newsmodel.parsers.statements.cues import Cue, find_cue
from newsmodel.parsers.statements.extent import trimmed
from newsmodel.parsers.statements.frame_roles import (
    fill_frame,
)
from newsmodel.parsers.statements.plausible import is_said
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span


def find_cues(sentence: Span) -> list[Cue]:
    """Return the verbal cues of a sentence in text order."""
    found = []
    with_copula = {token.head.i for token in sentence if token.dep_ == "cop"}
    for token in sentence:
        if token.pos_ in ("VERB", "AUX"):
            if token.dep_ in ("aux", "aux:pass", "cop"):
                continue
        elif token.i not in with_copula:
            continue
        cue = find_cue(token)
        if cue is not None:
            found.append(cue)
    return found


def verb_statement(scene: Scene, sentence: Span, cue: Cue) -> Draft | None:
    """Return the statement whose content is a clause that a verb of saying governs.

    Args:
        scene: the dispatch.
        sentence: the sentence of the cue.
        cue: a verbal cue.

    Returns:
        The draft; None where the verb governs no clause that it can take.
    """
    content = content_behind(scene, sentence, cue)
    if content is None:
        content = content_before(scene, sentence, cue)
    if content is None:
        content = content_by_position(scene, sentence, cue.words, cue.entry.takes)
    if content is None:
        return None
    tokens, rule = content
    tokens -= {t.i for t in cue.words}
    tokens = trimmed(scene, tokens)
    if not tokens:
        return None
    draft = Draft(StatementType.INDIRECT, tokens, rule, cue=cue.words, verb=cue.head, medium=cue.entry.medium)
    fill_frame(scene, sentence, draft)
    return draft if is_said(scene, sentence, cue, draft) else None
