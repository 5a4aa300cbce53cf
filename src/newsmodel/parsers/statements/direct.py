"""Words in quotation marks: which are quotations, and whose frame is theirs."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar.spans import is_mark
from newsmodel.parsers.statements.clauses import (
    subtree_range,
)
from newsmodel.parsers.statements.frame_roles import (
    fill_frame,
)
from newsmodel.parsers.statements.quote_frames import frame_before, frame_behind, frame_in_next_sentence, joined_part
from newsmodel.parsers.statements.quote_shapes import is_name, looks_whole, quotation_of, stands_alone, words_of
from newsmodel.parsers.statements.scene import Draft, Scene
from newsmodel.parsers.statements.sentence_index import SentenceIndex

if TYPE_CHECKING:
    from newsmodel.parsers.statements.marks import Quoted
    from newsmodel.parsers.tokens import Token


_CARRIED = (StatementType.INDIRECT_FREE_INDIRECT, StatementType.FREE_INDIRECT)


def direct_statements(scene: Scene, index: SentenceIndex) -> list[Draft]:
    """Return the quotations of a dispatch; frames that turn out to be theirs are merged into them.

    A stretch in quotation marks is a quotation where a frame joins it (colon, `sagte X`, `so X`), where it stands
    inside what somebody says, or where it makes a whole sentence of its own; otherwise it is a title, a name or
    distance, and gives nothing.
    """
    found: list[Draft] = []
    by_opening: dict[int, Draft] = {}
    for stretch in scene.quoted:
        draft = _quotation(scene, index, stretch, by_opening)
        if draft is None:
            continue
        by_opening[stretch.opening] = draft
        if not found or draft is not found[-1]:
            found.append(draft)
    return found


def carried_quotations(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Return the quotations inside sentences that carry a speaker over (`Sie werde „alles prüfen“.`).

    Args:
        scene: the dispatch.
        drafts: its statements so far, those without a frame among them.
    """
    quoted = {stretch.opening for draft in drafts for stretch in draft.quoted}
    at = {i: draft for draft in drafts if draft.type in _CARRIED for i in draft.content}
    found = []
    for stretch in scene.quoted:
        outer = at.get(stretch.first)
        if outer is None or stretch.opening in quoted or stretch.depth or stretch.last not in at:
            continue
        words = words_of(scene, stretch)
        if words and not is_name(scene, stretch, words):
            found.append(_sharing(stretch, outer, "statement.quote_carried"))
    return found


def _quotation(scene: Scene, index: SentenceIndex, stretch: Quoted, known: dict[int, Draft]) -> Draft | None:
    words = words_of(scene, stretch)
    if not words:
        return None
    whole = looks_whole(scene, stretch, words)
    framed = _whole_content(index, stretch, words)
    if framed is not None and _is_second_part(scene, framed, stretch):
        joined = joined_part(scene, index, stretch, known)
        if joined is not None:
            framed.void = True
            return joined
    if framed is not None:
        framed.type = StatementType.DIRECT
        framed.quoted.append(stretch)
        framed.content = set(range(stretch.first, stretch.last + 1)) | (framed.content - _with_marks(stretch))
        if not _beyond(scene, framed, stretch):
            framed.content = set(range(stretch.first, stretch.last + 1))
        framed.rule = "statement.quote_framed"
        return framed
    if stretch.depth == 0:
        draft = joined_part(scene, index, stretch, known)
        if draft is not None:
            return draft
        draft = frame_behind(scene, index, stretch) or frame_before(scene, index, stretch)
        if draft is not None and (whole or len(words) >= 2 or draft.rule.endswith("behind")):
            return draft
    if is_name(scene, stretch, words):
        return None
    draft = _inside(scene, index, stretch, words)
    if draft is not None:
        return draft
    if whole and stretch.depth == 0 and stands_alone(scene, index, stretch):
        return frame_in_next_sentence(scene, index, stretch) or quotation_of(stretch, "statement.quote_alone")
    return None


def _is_second_part(scene: Scene, draft: Draft, stretch: Quoted) -> bool:
    """Tell whether a frame in front of a stretch stands behind another one (`„A“, sagte X, „B“`)."""
    if draft.verb is None or draft.verb.i > stretch.opening:
        return False
    return any(draft.verb.i - 4 <= i and scene.is_quoted(i) for i in range(max(0, draft.verb.i - 4), draft.verb.i))


def _with_marks(stretch: Quoted) -> set[int]:
    return set(range(stretch.opening, stretch.end + 1))


def _beyond(scene: Scene, draft: Draft, stretch: Quoted) -> bool:
    rest = draft.content - _with_marks(stretch)
    return any(not is_mark(scene.doc[i]) for i in rest)


def _whole_content(index: SentenceIndex, stretch: Quoted, words: list[Token]) -> Draft | None:
    """The frame whose content is nothing but this stretch, or its last or first sentence."""
    doc = index.scene.doc
    if stretch.depth:
        return None
    numbers = {index.number(stretch.first), index.number(stretch.end)}
    for number in sorted(n for n in numbers if n is not None):
        for draft in index.drafts.get(number, ()):
            if draft.type is not StatementType.INDIRECT or draft.rule == "statement.demnach":
                continue
            if draft.cue and any(stretch.inside(t.i) for t in draft.cue):
                continue
            if not any(i in draft.content for i in range(stretch.first, stretch.last + 1)):
                continue
            beyond = (i for i in draft.content if not stretch.opening <= i <= stretch.end and not is_mark(doc[i]))
            outside = list(islice(beyond, 2))
            if not outside:
                return draft
            # a stretch that the parser put into the content only in part (`„A“, sagte X, der …`)
            if len(outside) == 1 and doc[outside[0]].lower_ in ("dass", "daß", "mit", "und") and len(words) > 4:
                return draft
    return None


def _inside(scene: Scene, index: SentenceIndex, stretch: Quoted, words: list[Token]) -> Draft | None:
    """A stretch inside what somebody says, or among the words that a verb of saying governs."""
    number = index.number(stretch.first)
    if number is None:
        return None
    best: Draft | None = None
    for draft in index.drafts.get(number, ()):
        if stretch.first in draft.content and (best is None or len(draft.content) < len(best.content)):
            if not any(stretch.inside(t.i) for t in draft.cue):
                best = draft
    if best is not None:
        if len(words) == 1 and best.type is StatementType.REPORTED and not _quotes_words(index, number, best):
            return None
        return _sharing(stretch, best, "statement.quote_inside")
    for cue in index.cues.get(number, ()):
        if scene.is_quoted(cue.head.i) or not {"quote", "main", "np", "np_als", "np_für"} & cue.entry.takes:
            continue
        first, last = subtree_range(cue.head)
        if (
            first <= stretch.first <= last
            and stretch.first > min(t.i for t in cue.words) - 40
            and (len(words) >= 2 or "word" in cue.entry.takes)
        ):
            draft = quotation_of(stretch, "statement.quote_in_frame")
            draft.verb = cue.head
            draft.cue = cue.words
            draft.medium = cue.entry.medium
            sentence = index.sentence(stretch.first)
            if sentence is None:
                return None
            fill_frame(scene, sentence, draft)
            if draft.source is None or draft.source.i in draft.content:
                continue
            return draft
    return None


def _quotes_words(index: SentenceIndex, number: int, draft: Draft) -> bool:
    """Tell whether a verb quotes single words, as `nennen` and `sprechen von` do."""
    return any(cue.head == draft.verb and "word" in cue.entry.takes for cue in index.cues.get(number, ()))


def _sharing(stretch: Quoted, outer: Draft, rule: str) -> Draft:
    draft = quotation_of(stretch, rule)
    draft.parent = outer
    draft.heir = outer
    draft.cue, draft.verb, draft.medium = outer.cue, outer.verb, outer.medium
    draft.source, draft.addressee = outer.source, outer.addressee
    draft.frame = set(outer.frame)
    return draft
