"""Sentences without a frame whose speaker carries over: Konjunktiv, `sollen`, quotations that go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import finite, is_finite, is_konjunktiv_form
from newsmodel.parsers.statements.clauses import clause_kind, finite_inside, heads_clause
from newsmodel.parsers.statements.extent import trimmed
from newsmodel.parsers.statements.frame_roles import speaker_of
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.statements.cues import Cue
    from newsmodel.parsers.tokens import Span, Token

_SAYS = frozenset({"dass", "main", "quote", "np"})

_MODALS = frozenset({"sollen", "müssen", "können", "dürfen", "wollen"})
_REACH_FIRST = 4
_REACH_SECOND = 2
_REACH_SOLLEN = 2


def continue_statements(
    scene: Scene, by_sentence: dict[int, list[Draft]], cues: dict[int, list[Cue]]
) -> tuple[list[Draft], list[Draft]]:
    """Return the Konjunktiv sentences and `sollen` sentences that go on with what a speaker said before.

    Args:
        scene: the dispatch.
        by_sentence: the statements found so far, by the number of the sentence that they end in, in text order.
        cues: the verbal cues of each sentence.

    Returns:
        One draft for each sentence, its `heir` the statement whose speaker it takes over; and the drafts of those who
        are told to speak without a content (`Sie äußerte sich besorgt.`), which are heirs only and no statements.
    """
    found = []
    silent = []
    last: Draft | None = None
    last_at = -100
    for number, sentence in enumerate(scene.sentences):
        own = by_sentence.get(number, [])
        draft = None
        framed = [d for d in own if d.parent is None and d.type is not StatementType.REPORTED]
        if last is not None and all(_is_told(d, sentence) for d in framed):
            draft = _continuation(scene, sentence, last, number - last_at)
        if draft is not None:
            found.append(draft)
            for inner in own:
                if inner.parent is None:
                    inner.parent = draft
            if draft.type is StatementType.INDIRECT_FREE_INDIRECT:
                last_at = number
            continue
        speaking = [d for d in own if d.parent is None and (d.source is not None or d.heir is not None or d.quoted)]
        if not speaking:
            speaking = [d for d in (_speaks(scene, cue) for cue in cues.get(number, ())) if d is not None]
            silent.extend(speaking)
        if speaking:
            last, last_at = _most_recent(speaking), number
    return found, silent


def _speaks(scene: Scene, cue: Cue) -> Draft | None:
    """Somebody who is told to speak in a main clause, without what he says."""
    verb = cue.head
    if not _SAYS & cue.entry.takes or verb.dep_ not in ("ROOT", "conj", "parataxis") or scene.is_quoted(verb.i):
        return None
    source = speaker_of(verb, set())
    if source is None or source.tag_ == "PRELS" or not (source.pos_ == "PRON" or scene.cast.resolve_all(source)):
        return None
    draft = Draft(StatementType.REPORTED, set(), "statement.silent", cue=cue.words, verb=verb)
    draft.source, draft.medium = source, cue.entry.medium
    return draft


def _is_told(draft: Draft, sentence: Span) -> bool:
    """Tell whether the frame of a statement is itself told in the Konjunktiv (`Er habe versprochen, zu kommen.`)."""
    if draft.verb is None or draft.rule.startswith(("statement.source", "statement.so", "statement.wie")):
        return draft.rule == "statement.quote_in_frame"
    form = finite(draft.verb)
    behind = bool(draft.content) and min(draft.content) > draft.verb.i
    return behind and form is not None and form == main_finite(sentence) and is_konjunktiv_form(form)


def _most_recent(drafts: list[Draft]) -> Draft:
    def rank(draft: Draft) -> tuple[bool, bool, int]:
        relative = draft.source is not None and draft.source.tag_ == "PRELS"
        return not relative, draft.type is not StatementType.REPORTED, draft.end

    return max(drafts, key=rank)


def _continuation(scene: Scene, sentence: Span, last: Draft, distance: int) -> Draft | None:
    if distance > _REACH_FIRST:
        return None
    first = next((t for t in sentence if not t.is_space), None)
    if first is None or _mostly_quoted(scene, sentence):
        return None
    form = main_finite(sentence)
    if form is None:
        return None
    content = trimmed(scene, set(range(sentence.start, sentence.end)))
    if len(content) < 2:
        return None
    if is_konjunktiv_form(form):
        second = "Past" in form.morph.get("Tense")
        lemma = form.lemma_.lower()
        if second and (distance > _REACH_SECOND or lemma in ("sollen", "mögen")) and not _has_first(sentence):
            return None
        if sentence[-1].text == "?" and second:
            return None
        if second and (lemma == "dürfen" or form == first) and not _has_first(sentence):
            # `Das dürfte schwer werden`: the dispatch supposes; `Käme es dazu, …`: a condition
            return None
        if second and lemma in ("haben", "sein") and not _has_first(sentence) and _is_unreal(form):
            return None
        draft = Draft(StatementType.INDIRECT_FREE_INDIRECT, content, "statement.konjunktiv", medium=last.medium)
        draft.heir = last
        return draft
    if form.lemma_.lower() == "sollen" and "Past" not in form.morph.get("Tense") and distance <= _REACH_SOLLEN:
        draft = Draft(StatementType.FREE_INDIRECT, content, "statement.sollen", medium=last.medium)
        draft.heir = last
        return draft
    return None


def _is_unreal(form: Token) -> bool:
    """Tell whether a form belongs to what should or could have been (`hätte kommen sollen`)."""
    verb = form.head if form.dep_.startswith("aux") else form
    group = [verb, *verb.children]
    return any(t.tag_ == "VMINF" or (t.lemma_ in _MODALS and t.tag_.endswith("INF")) for t in group)


def _has_first(sentence: Span) -> bool:
    """Tell whether a form of the Konjunktiv I stands anywhere in a sentence."""
    return any("Past" not in t.morph.get("Tense") and is_finite(t) and is_konjunktiv_form(t) for t in sentence)


def _mostly_quoted(scene: Scene, sentence: Span) -> bool:
    inside = sum(1 for i in range(sentence.start, sentence.end) if scene.is_quoted(i))
    return inside * 10 > 8 * (sentence.end - sentence.start)


def main_finite(sentence: Span) -> Token | None:
    """Return the finite verb of the main clause of a sentence, by the parse, else the first outside subordinates."""
    root = sentence.root
    if heads_clause(root):
        if clause_kind(root) not in ("dass", "ob", "sub", "rel"):
            form = finite_inside(root) or finite(root)
            if form is not None:
                return form
    return next((t for t in sentence if is_finite(t)), None)
