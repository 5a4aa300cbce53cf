"""Content with a source and no verb of saying: adpositions, `so`, `wie`, `demnach`, `wonach`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import is_finite, is_konjunktiv_form
from newsmodel.parsers.statements.adpositions import ADPOSITIONS, adposition_statement, source_head
from newsmodel.parsers.statements.clauses import (
    heads_clause,
)
from newsmodel.parsers.statements.cues import documents, noun_form
from newsmodel.parsers.statements.extent import trimmed
from newsmodel.parsers.statements.inserted import so_statement, wie_statement
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span, Token

_ADVERBS = frozenset({"demnach", "demzufolge"})


def source_statements(scene: Scene, sentence: Span) -> list[Draft]:
    """Return the statements of a sentence that name their source in an adposition, with `so` or with `wie`."""
    found = []
    for token in sentence:
        lower = token.lower_
        draft = None
        if lower in ADPOSITIONS:
            draft = adposition_statement(scene, sentence, token, lower)
        elif lower == "so":
            draft = so_statement(scene, sentence, token)
        elif lower == "wie":
            draft = wie_statement(scene, sentence, token)
        elif lower in _ADVERBS and token.tag_ in ("PROAV", "PAV", "ADV"):
            draft = _adverb(scene, sentence, token)
        elif lower == "danach" and token.i == sentence.start and _is_told_after(sentence):
            draft = _adverb(scene, sentence, token)
        elif lower == "wonach":
            draft = _wonach(scene, sentence, token)
        if draft is not None:
            found.append(draft)
    return found


def _is_told_after(sentence: Span) -> bool:
    """Tell whether `danach` names a source: its sentence stands in the Konjunktiv I."""
    form = next((t for t in sentence if is_finite(t)), None)
    return form is not None and is_konjunktiv_form(form) and "Past" not in form.morph.get("Tense")


def _adverb(scene: Scene, sentence: Span, token: Token) -> Draft | None:
    """`demnach`: the sentence is content of the source of the one before."""
    content = trimmed(scene, set(range(sentence.start, sentence.end)) - {token.i})
    if len(content) < 2:
        return None
    draft = Draft(StatementType.INDIRECT, content, "statement.demnach", cue=(token,))
    draft.frame = {token.i}
    return draft


def _wonach(scene: Scene, sentence: Span, token: Token) -> Draft | None:
    """`…, wonach …`: the clause behind it, of the source that the noun in front names."""
    clause = token.head if heads_clause(token.head) else None
    last = clause.right_edge.i if clause is not None and clause.i > token.i else sentence.end - 1
    content = trimmed(scene, set(range(token.i + 1, min(last, sentence.end - 1) + 1)))
    if len(content) < 2:
        return None
    draft = Draft(StatementType.INDIRECT, content, "statement.wonach", cue=(token,))
    if clause is not None and clause.head != clause and clause.head.pos_ in ("NOUN", "PROPN"):
        noun = clause.head
        draft.source = source_head(noun)
        draft.medium = documents().get(noun_form(noun, documents()) or "", "")
    draft.frame = {token.i}
    return draft
