"""Which uses of a word of saying tell that somebody says something: no conditions, no questions to the reader, no proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import agent, grammatical_subject, is_passive, modal, preposition
from newsmodel.parsers.statements.cues import documents, noun_form, sources

if TYPE_CHECKING:
    from newsmodel.parsers.statements.cues import Cue
    from newsmodel.parsers.statements.scene import Draft, Scene
    from newsmodel.parsers.tokens import Span, Token

_CONDITIONS = frozenset({"wenn", "falls", "sofern"})
_SPEAKING_ENTITIES = frozenset({"PER", "ORG", "LOC"})


def is_said(scene: Scene, sentence: Span, cue: Cue, draft: Draft) -> bool:
    """Tell whether a verb with its content is a statement that the dispatch gives.

    Args:
        scene: the dispatch.
        sentence: the sentence of the cue.
        cue: a verbal cue.
        draft: what was made of it, its speaker filled in.
    """
    verb = cue.head
    if _is_condition(verb) or _asks(sentence, draft) or _may_be_said(verb):
        return False
    if draft.rule.endswith("_ob") and draft.source is None and is_passive(verb) and agent(verb) is None:
        # `es wird geprüft, ob …`
        return False
    return "who" not in cue.entry.takes or _can_speak(scene, draft.source)


def _is_condition(verb: Token) -> bool:
    """`Wenn sie sagt, dass …`."""
    return any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.children)


def _asks(sentence: Span, draft: Draft) -> bool:
    """`Befürchten Sie, dass …?`: a question to somebody tells nothing of what he says."""
    source = draft.source
    polite = source is not None and source.text == "Sie" and source.i > sentence.start
    return polite and any(token.text == "?" for token in sentence[-3:])


def _may_be_said(verb: Token) -> bool:
    """`Man kann sagen, dass …`."""
    who = grammatical_subject(verb)
    return who is not None and who.lower_ == "man" and modal(verb) is not None


def _can_speak(scene: Scene, source: Token | None) -> bool:
    """Tell whether a subject is somebody, or a text or finding of somebody; tests and facts prove without words."""
    if source is None:
        return False
    if source.pos_ == "PRON" or source.ent_type_ in _SPEAKING_ENTITIES or preposition(source) is not None:
        return True
    if noun_form(source, documents()) is not None or noun_form(source, sources()) is not None:
        return True
    return bool(scene.cast.resolve_all(source))
