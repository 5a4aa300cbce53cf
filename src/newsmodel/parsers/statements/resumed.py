"""`Das teilte X mit.`: a sentence that gives the source of what the one before it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import is_passive
from newsmodel.parsers.statements.extent import trimmed
from newsmodel.parsers.statements.frame_roles import fill_frame
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.statements.cues import Cue
    from newsmodel.parsers.tokens import Span, Token

_RESUMING = frozenset({"das", "dies"})


def resumed_statement(scene: Scene, before: Span | None, sentence: Span, cue: Cue) -> Draft | None:
    """Return the statement that a sentence such as `Das sagte die Ministerin` gives a source to.

    Args:
        scene: the dispatch.
        before: the sentence in front of it, None at the start.
        sentence: the sentence of the cue.
        cue: a verbal cue that governs no clause.

    Returns:
        A draft whose content is the sentence before, or what stands in front of `, das teilte X mit`.
    """
    if not {"main", "dass"} <= cue.entry.takes:
        return None
    taken_up = _taken_up(cue.head, sentence)
    if taken_up is None:
        return None
    first = next((t for t in sentence if not (t.is_space or t.is_punct)), None)
    if first == taken_up and before is not None and scene.reading.paragraph_of(before[0]) >= 0:
        content = trimmed(scene, set(range(before.start, before.end)))
        quoted = sum(1 for i in content if scene.is_quoted(i))
        if quoted * 2 > len(content):
            return None
    elif scene.doc[taken_up.i - 1].text in (",", "–", ";"):
        content = trimmed(scene, set(range(sentence.start, taken_up.i)))
    else:
        return None
    if len(content) < 3:
        return None
    draft = Draft(
        StatementType.INDIRECT, content, "statement.resumed", cue=cue.words, verb=cue.head, medium=cue.entry.medium
    )
    fill_frame(scene, sentence, draft)
    draft.frame = {i for i in draft.frame if i > taken_up.i and sentence.start <= i < sentence.end}
    if draft.source is None and not is_passive(cue.head):
        # `Das berichten Medien`: the parser takes either for the subject
        nouns = (c for c in cue.head.children if c.dep_ in ("nsubj", "obj") and c.i > cue.head.i)
        draft.source = next((c for c in nouns if c.pos_ in ("NOUN", "PROPN", "X", "PRON") and c.tag_ != "PRF"), None)
        if draft.source is None:
            return None
    return draft


def resumed_quotation(sentence: Span, cue: Cue) -> bool:
    """Tell whether a frame takes up the quotation that stands in front of its sentence (`„A.“ Das sagte X.`)."""
    if not {"main", "quote"} & cue.entry.takes:
        return False
    taken_up = _taken_up(cue.head, sentence)
    first = next((t for t in sentence if not (t.is_space or t.is_punct)), None)
    return taken_up is not None and first == taken_up


def _taken_up(verb: Token, sentence: Span) -> Token | None:
    """The `das` or `dies` that a verb of saying takes as its object, in front of it."""
    for child in verb.children:
        if child.lower_ in _RESUMING and child.i < verb.i and child.tag_ in ("PDS", "ART", "PRELS"):
            return child
    first = verb.i - 1
    if first >= sentence.start and verb.doc[first].lower_ in _RESUMING:
        return verb.doc[first]
    return None
