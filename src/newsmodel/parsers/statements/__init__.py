"""Statements: somebody's words, thoughts or writing, with who says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.statements.build import build
from newsmodel.parsers.statements.continuation import continue_statements
from newsmodel.parsers.statements.direct import carried_quotations, direct_statements
from newsmodel.parsers.statements.inner_clauses import inner_statements
from newsmodel.parsers.statements.marks import find_quoted
from newsmodel.parsers.statements.nesting import nest
from newsmodel.parsers.statements.noun_frames import noun_statements
from newsmodel.parsers.statements.reported import reported_act
from newsmodel.parsers.statements.resumed import resumed_statement
from newsmodel.parsers.statements.scene import Cast, Draft, Scene, make_scene
from newsmodel.parsers.statements.sentence_index import SentenceIndex
from newsmodel.parsers.statements.source_frames import source_statements
from newsmodel.parsers.statements.speakers import Authors, resolve_speakers
from newsmodel.parsers.statements.verb_frames import find_cues, verb_statement

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from newsmodel.model import Statement, TimeExpression
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.statements.cues import Cue
    from newsmodel.parsers.tokens import Span

    class Times(Protocol):
        """What is needed of the times that were found before."""

        @property
        def times(self) -> tuple[TimeExpression, ...]:
            """The time expressions."""


__all__ = ["find_statements"]


def find_statements(reading: Reading, cast: Cast, times: Times) -> tuple[Statement, ...]:
    """Return what is said, thought and written in a dispatch, and by whom.

    Quotation marks are paired first; then every sentence is searched for frames (verbs, sources, nouns of saying);
    quotations are joined to their frames; sentences without a frame take the speaker before them over.

    Args:
        reading: the annotated dispatch.
        cast: its actors; only they become speakers.
        times: its time expressions.

    Returns:
        The statements in the order of the text, outer ones before those inside them.
    """
    scene = make_scene(reading, cast, find_quoted(reading))
    cues: dict[int, list[Cue]] = {}
    drafts: list[Draft] = []
    for number, sentence in enumerate(scene.sentences):
        cues[number] = find_cues(sentence)
        before = scene.sentences[number - 1] if number else None
        drafts.extend(_framed(scene, before, sentence, cues[number]))
    index = SentenceIndex(scene, cues, drafts)
    # by identity, as drafts are compared: a look through the list would cost the square of their number
    drafts = list({id(draft): draft for draft in (*drafts, *direct_statements(scene, index))}.values())
    worded = {draft.verb for draft in drafts if draft.rule == "statement.quote_in_frame"}
    # `nannte ihn „falsch“`: the act is told in its wording
    drafts = [d for d in drafts if not (d.void or (d.type is StatementType.REPORTED and d.verb in worded))]
    _inherit(drafts)
    going_on, silent = continue_statements(scene, _by_sentence(index, drafts), cues)
    drafts.extend(going_on)
    drafts.extend(carried_quotations(scene, drafts))
    drafts.sort(key=lambda d: (d.start, -d.end))
    resolve_speakers(scene, sorted((*drafts, *silent), key=lambda d: (d.start, -d.end)), Authors(scene))
    nest(drafts)
    return build(scene, drafts, times.times)


def _framed(scene: Scene, before: Span | None, sentence: Span, cues: list[Cue]) -> Iterable[Draft]:
    """The statements of one sentence that have a frame in it."""
    found: list[Draft] = []
    sources = source_statements(scene, sentence)
    shown = {t.i for draft in sources if draft.rule == "statement.wie" for t in draft.cue}
    taken: set[int] = set()
    for cue in cues:
        if cue.head.i in shown:
            continue
        draft = verb_statement(scene, sentence, cue)
        if draft is None:
            draft = resumed_statement(scene, before, sentence, cue)
        if draft is None:
            draft = reported_act(scene, sentence, cue)
        if draft is not None:
            found.append(draft)
            taken.update(t.i for t in cue.words)
    told = {min(draft.content) for draft in found if draft.content}
    found.extend(sources)
    found.extend(noun_statements(scene, sentence, taken, told))
    found.extend(inner_statements(scene, sentence, cues, found))
    return found


def _inherit(drafts: list[Draft]) -> None:
    """Let quotations without a frame, `demnach` and frames without a named source take the last speaker over."""
    last: Draft | None = None
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        if draft.parent is not None:
            continue
        carried = draft.rule in ("statement.quote_alone", "statement.demnach", "statement.quote_colon")
        if draft.source is None and draft.heir is None and carried:
            draft.heir = last
        if draft.source is not None or draft.heir is not None:
            if draft.type is not StatementType.REPORTED or last is None or draft.start > last.end:
                last = draft


def _by_sentence(index: SentenceIndex, drafts: list[Draft]) -> dict[int, list[Draft]]:
    found: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        for number in sorted({n for n in (index.number(draft.start), index.number(draft.end)) if n is not None}):
            found.setdefault(number, []).append(draft)
    return found
