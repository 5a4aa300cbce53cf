"""Sources inserted into a sentence: `…, so X`, `…, wie X sagte`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import (
    is_finite,
    is_verb,
)
from newsmodel.parsers.statements.adpositions import SUBORDINATE, source_head
from newsmodel.parsers.statements.clauses import (
    clause_kind,
)
from newsmodel.parsers.statements.cues import find_cue, noun_form, nouns
from newsmodel.parsers.statements.extent import trimmed
from newsmodel.parsers.statements.frame_roles import (
    speaker_of,
)
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span, Token

# what follows `so` where it gives an example instead of a source
_EXAMPLES = frozenset({"etwa", "zum", "beispielsweise", "bei", "in", "im", "am", "auch", "dass", "daß", "unter", "vor"})


def so_statement(scene: Scene, sentence: Span, token: Token) -> Draft | None:
    """`…, so X`: behind a comma, a dash or a closing mark, in front of a noun phrase that ends the clause."""
    doc = scene.doc
    i = token.i - 1
    while i > sentence.start and doc[i].is_space:
        i -= 1
    if i < sentence.start or token.i + 1 >= sentence.end:
        return None
    opened = token.i == sentence.start or (token.i == sentence.start + 1)
    if doc[i].text not in (",", "–", "-", "“", "”", "«", "»", '"', "‘", "’") or opened:
        return None
    j = token.i + 1
    if doc[j].lower_ in _EXAMPLES:
        return None
    while j < sentence.end and doc[j].pos_ in ("DET", "ADJ", "ADV", "ADP", "NUM") and j < token.i + 9:
        if doc[j].pos_ == "ADV" and doc[j].tag_ != "ADV":
            return None
        j += 1
    if j >= sentence.end or doc[j].pos_ not in ("NOUN", "PROPN", "PRON", "X"):
        return None
    noun = doc[j]
    while (
        noun.dep_.startswith("flat")
        or (noun.dep_ == "compound" and noun.head.i > noun.i)
        or (noun.dep_ == "nmod" and noun.head.i > token.i and noun.head.i > noun.i)
    ):
        noun = noun.head
    end = _so_end(scene, sentence, token.i)
    frame = set(range(token.i, end + 1))
    if any(is_finite(doc[k]) and doc[k].dep_ not in ("acl:relcl", "aux", "cop", "aux:pass") for k in frame):
        return None
    content = trimmed(scene, set(range(sentence.start, i + 1 if doc[i].text not in (",", "–", "-") else i)))
    rest = trimmed(scene, set(range(end + 1, sentence.end)))
    if end + 1 < sentence.end and doc[end + 1].text == ":":
        rest = set()
    if any(is_verb(doc[k]) for k in rest):
        content |= rest
    if len(content) < 2:
        return None
    draft = Draft(StatementType.INDIRECT, content, "statement.so", cue=(token,), verb=noun)
    form = noun_form(noun, nouns())
    holder = source_head(noun) if form is not None else noun
    draft.source = holder
    if form is not None and holder != noun:
        draft.cue = tuple(sorted((token, noun), key=lambda t: t.i))
    draft.frame = frame | ({i} if doc[i].text in (",", "–", "-") else set())
    last = max(frame)
    if last + 1 in range(sentence.end) and doc[last + 1].text == "," and rest & content:
        draft.frame.add(last + 1)
    return draft


def _so_end(scene: Scene, sentence: Span, start: int) -> int:
    """The end of `so X`: the full stop, or the comma behind which the content goes on."""
    doc = scene.doc
    for i in range(start + 1, sentence.end):
        text = doc[i].text
        if text in ".!?:;„»«" or text == '"':
            return i - 1
        if text == "," and i + 1 < sentence.end:
            follow = doc[i + 1]
            if follow.tag_ in ("PRELS", "PRELAT") or follow.pos_ in ("DET", "PROPN", "NOUN", "ADJ"):
                # an apposition or relative clause, unless a finite verb in the Konjunktiv comes first
                if not _verb_first(doc, i + 1, sentence.end):
                    continue
            return i - 1
    return sentence.end - 1


def _verb_first(doc: object, start: int, end: int) -> bool:
    for i in range(start, min(end, start + 8)):
        token = doc[i]  # type: ignore[index]
        if token.text == ",":
            return False
        if token.tag_ in ("PRELS", "PRELAT"):
            return False
        if is_finite(token):
            return True
    return False


def wie_statement(scene: Scene, sentence: Span, token: Token) -> Draft | None:
    """`…, wie X sagte, …`: a verb of saying in a wie-clause without a clause of its own."""
    verb = _wie_verb(scene, sentence, token)
    if verb is None:
        return None
    cue = find_cue(verb)
    if cue is None or not ({"dass", "main"} & cue.entry.takes):
        return None
    start, end = token.i, max(verb.i, *(t.i for t in cue.words))
    for child in verb.children:
        if child.dep_ in ("aux", "aux:pass", "obl", "advmod", "obl:tmod") and child.right_edge.i > end:
            if not any(scene.doc[k].text == "," for k in range(end, child.right_edge.i)):
                end = max(end, child.right_edge.i)
    if any(is_finite(scene.doc[k]) and scene.doc[k].tag_[:2] == "VV" and k != verb.i for k in range(start, verb.i)):
        return None
    frame = set(range(start, min(end, sentence.end - 1) + 1))
    outer = verb.head if verb.head != verb else verb
    scope = set(range(sentence.start, sentence.end))
    if outer.dep_ in SUBORDINATE and clause_kind(outer) in ("dass", "rel", "ob") and outer.i not in frame:
        scope = set(range(outer.left_edge.i, outer.right_edge.i + 1))
    content = trimmed(scene, scope - frame)
    if len(content) < 2:
        return None
    draft = Draft(StatementType.INDIRECT, content, "statement.wie", cue=cue.words, verb=verb, medium=cue.entry.medium)
    doc = scene.doc
    draft.source = speaker_of(verb, content) or _first_noun(scene, token.i + 1, verb.i)
    if start > sentence.start and doc[start - 1].text in (",", "–"):
        frame.add(start - 1)
    if max(frame) + 1 < sentence.end and doc[max(frame) + 1].text in (",", "–"):
        frame.add(max(frame) + 1)
    draft.frame = frame
    return draft


def _wie_verb(scene: Scene, sentence: Span, token: Token) -> Token | None:
    """The verb of a wie-clause, at its end: the last verb in front of the next comma or full stop."""
    doc = scene.doc
    if token.i > sentence.start and not doc[token.i - 1].is_punct and doc[token.i - 1].pos_ != "CCONJ":
        return None
    last = None
    for i in range(token.i + 1, min(sentence.end, token.i + 40)):
        current = doc[i]
        if current.text in (",", ".", ":", "–", ";", "!", "?"):
            if last is not None and current.text == ",":
                break
            if current.text == ",":
                # a comma inside the source (`wie X, Sprecher der Y, sagte`)
                continue
            break
        if is_verb(current) and current.dep_ not in ("aux", "aux:pass", "cop"):
            last = current
    if last is None or last.i - token.i > 25:
        return None
    return last


def _first_noun(scene: Scene, start: int, end: int) -> Token | None:
    """The noun that a wie-clause begins with, where the parser found no subject; a pronoun without a person is none."""
    for i in range(start, end):
        token = scene.doc[i]
        if token.pos_ == "PRON":
            return None
        if token.pos_ in ("NOUN", "PROPN"):
            return token
    return None
