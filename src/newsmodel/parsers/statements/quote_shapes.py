"""What a stretch in quotation marks looks like: a sentence, a name or title, a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import (
    is_finite,
)
from newsmodel.parsers.grammar.spans import is_mark
from newsmodel.parsers.statements.cues import titled
from newsmodel.parsers.statements.extent import skip_space
from newsmodel.parsers.statements.scene import Draft, Scene
from newsmodel.parsers.statements.sentence_index import SentenceIndex

if TYPE_CHECKING:
    from newsmodel.parsers.statements.marks import Quoted
    from newsmodel.parsers.tokens import Token

_END = frozenset({".", "!", "?", "…", "..."})
_NAMES = frozenset({"ORG", "MISC", "PER", "LOC"})


def quotation_of(stretch: Quoted, rule: str) -> Draft:
    """Return a direct statement with a stretch as its content."""
    draft = Draft(StatementType.DIRECT, set(range(stretch.first, stretch.last + 1)), rule)
    draft.quoted = [stretch]
    return draft


def words_of(scene: Scene, stretch: Quoted) -> list[Token]:
    """Return the words between the marks."""
    tokens = (scene.doc[i] for i in range(stretch.first, stretch.last + 1))
    return [token for token in tokens if not is_mark(token)]


def looks_whole(scene: Scene, stretch: Quoted, words: list[Token]) -> bool:
    """Tell whether a stretch reads as a sentence: capital first, a finite verb, or a full stop inside."""
    first = words[0].text[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    ended = scene.doc[stretch.last].text in _END
    has_verb = any(is_finite(t) for t in words)
    return (has_verb and len(words) >= 3) or (ended and len(words) >= 2)


def is_name(scene: Scene, stretch: Quoted, words: list[Token]) -> bool:
    """Tell whether a stretch is a title or a name: an entity, a word behind `Zeitung`, capitals throughout."""
    doc = scene.doc
    if len(words) > 8:
        return False
    if all(t.ent_type_ in _NAMES for t in words):
        return True
    before = skip_space(scene, stretch.opening - 1, -1)
    if before >= 0 and doc[before].pos_ in ("NOUN", "PROPN"):
        lemma = doc[before].lemma_
        if lemma in titled() or lemma.split("-")[-1] in titled() or _compound_titled(lemma):
            return True
    if len(words) <= 5 and all(t.text[:1].isupper() or t.pos_ in ("DET", "ADP", "CCONJ", "NUM") for t in words):
        return any(t.pos_ == "PROPN" for t in words) or (
            before >= 0 and doc[before].pos_ in ("DET", "NOUN", "PROPN") and len(words) <= 3 and words[0].pos_ != "ADJ"
        )
    foreign = sum(1 for t in words if t.pos_ in ("PROPN", "X"))
    return foreign * 2 > len(words)


def _compound_titled(lemma: str) -> bool:
    return any(lemma.lower().endswith(word.lower()) for word in titled() if len(word) > 4)


def stands_alone(scene: Scene, index: SentenceIndex, stretch: Quoted) -> bool:
    """Tell whether a stretch fills whole sentences."""
    doc = scene.doc
    number = index.number(stretch.first)
    if number is None:
        return False
    i = skip_space(scene, stretch.opening - 1, -1)
    free_before = (
        i < 0
        or index.number(i) is None
        or doc[i].text in _END
        or doc[i].text in '“”«»"'
        or (doc[i].text == ":" or index.number(i) != number)
    )
    j = skip_space(scene, stretch.end + 1, 1)
    free_behind = j >= len(doc) or doc[j].text in _END or index.number(j) != index.number(stretch.last)
    return free_before and free_behind
