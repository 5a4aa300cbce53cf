"""The frames of quotations: behind them (`„A“, sagte X`), in front (`X sagte: „A“`), between their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import (
    is_finite,
    is_verb,
    preposition,
    subject,
)
from newsmodel.parsers.statements.addressees import addressee_of
from newsmodel.parsers.statements.clauses import (
    heads_clause,
)
from newsmodel.parsers.statements.cues import Cue, documents, find_cue, noun_form, nouns
from newsmodel.parsers.statements.extent import skip_space
from newsmodel.parsers.statements.frame_roles import speaker_of
from newsmodel.parsers.statements.quote_shapes import looks_whole, quotation_of, stands_alone, words_of
from newsmodel.parsers.statements.resumed import resumed_quotation
from newsmodel.parsers.statements.scene import Draft, Scene
from newsmodel.parsers.statements.sentence_index import SentenceIndex

if TYPE_CHECKING:
    from newsmodel.parsers.statements.marks import Quoted
    from newsmodel.parsers.tokens import Span, Token

_LONGEST_FRAME = 200


def frame_behind(scene: Scene, index: SentenceIndex, stretch: Quoted) -> Draft | None:
    """`„A“, sagte X` and `„A“, so X`."""
    if stretch.closing is None:
        return None
    doc = scene.doc
    i = skip_space(scene, stretch.closing + 1, 1)
    if i >= len(doc) or index.number(i) is None:
        return None
    comma = doc[i].text in (",", "–", "-")
    start = i
    if comma:
        i = skip_space(scene, i + 1, 1)
        if i >= len(doc) or index.number(i) is None:
            return None
    token = doc[i]
    sentence = index.sentence(i)
    if sentence is None:
        return None
    end = _frame_end(scene, sentence, i)
    if is_finite(token) and (comma or token.text[:1].islower()) and token.pos_ in ("VERB", "AUX"):
        verb = token
        if token.dep_ in ("aux", "aux:pass") and token.head.i <= end:
            verb = token.head
        cue = find_cue(verb)
        if not comma and (cue is None or not looks_whole(scene, stretch, words_of(scene, stretch))):
            return None
        if cue is None or not ({"main", "quote", "dass"} & cue.entry.takes):
            # an unknown verb right behind a quotation and its comma says it all the same
            if not comma or verb.dep_.startswith("acl") or heads_subject_before(verb):
                return None
        draft = quotation_of(stretch, "statement.quote_behind")
        draft.verb = verb
        draft.cue = cue.words if cue is not None else (verb,)
        draft.medium = cue.entry.medium if cue is not None else ""
        draft.source = speaker_of(verb, draft.content)
        if draft.source is None or draft.source.i > end:
            draft.source = _first_noun(scene, i + 1, end)
        draft.addressee = addressee_of(verb, draft)
        draft.frame = set(range(start, end + 1))
        return draft
    if token.lower_ == "so" and comma:
        noun = _first_noun(scene, i + 1, end)
        if noun is None or any(is_finite(doc[k]) and doc[k].i < noun.i for k in range(i + 1, end + 1)):
            return None
        draft = quotation_of(stretch, "statement.quote_so_behind")
        draft.cue = (token,)
        draft.source = noun
        draft.verb = noun
        draft.frame = set(range(start, end + 1))
        return draft
    return None


def frame_in_next_sentence(scene: Scene, index: SentenceIndex, stretch: Quoted) -> Draft | None:
    """Return the quotation whose frame is the next sentence: `„A.“ Das sagte X`."""
    i = skip_space(scene, stretch.end + 1, 1)
    while i < len(scene.doc) and scene.doc[i].text in ".!?":
        i = skip_space(scene, i + 1, 1)
    number = index.number(i) if i < len(scene.doc) else None
    sentence = index.sentence(i) if number is not None else None
    if number is None or sentence is None or not _same_paragraph(scene, stretch.last, i):
        return None
    for cue in index.cues.get(number, ()):
        if not resumed_quotation(sentence, cue):
            continue
        draft = quotation_of(stretch, "statement.quote_resumed")
        draft.verb, draft.cue, draft.medium = cue.head, cue.words, cue.entry.medium
        draft.source = speaker_of(cue.head, draft.content) or _first_noun(scene, cue.head.i + 1, sentence.end - 1)
        draft.addressee = addressee_of(cue.head, draft)
        draft.frame = {t.i for t in sentence if not t.is_space and t.text not in ".!?"}
        return draft
    return None


def heads_subject_before(verb: Token) -> bool:
    """Tell whether the subject of a verb stands in front of it (`…“, X ging`): then it is no inserted frame."""
    found = subject(verb)
    return found is not None and found.i < verb.i


def _frame_end(scene: Scene, sentence: Span, start: int) -> int:
    """The last token of a frame behind a quotation: up to the full stop, the next quotation or what goes on."""
    doc = scene.doc
    # A bound, since a sentence may hold thousands of quotations, each of which looks for its frame.
    end = min(sentence.end, start + _LONGEST_FRAME) - 1
    for i in range(start, end + 1):
        text = doc[i].text
        stretch = scene.outermost.get(i)
        if stretch is not None and i == stretch.opening and doc[i - 1].text in (",", ":", ";", "–"):
            end = i - 1
            break
        if text in (".", "!", "?") and i + 1 >= sentence.end - 1:
            end = i - 1
            break
    head = doc[start]
    for child in head.children:
        if child.dep_ == "conj" and child.i > start and heads_clause(child) and child.left_edge.i - 1 >= start:
            end = min(end, child.left_edge.i - 1)
    while end > start and (doc[end].is_space or doc[end].text in ".!?"):
        end -= 1
    return end


def _first_noun(scene: Scene, start: int, end: int) -> Token | None:
    for i in range(start, end + 1):
        token = scene.doc[i]
        if token.text in (",", ".", ":"):
            return None
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.tag_ != "PRF":
            head = token
            while head.dep_.startswith("flat") and start <= head.head.i <= end:
                head = head.head
            return head
    return None


def frame_before(scene: Scene, index: SentenceIndex, stretch: Quoted) -> Draft | None:
    """`X sagte: „A“` and `X sagte „A“`."""
    doc = scene.doc
    i = skip_space(scene, stretch.opening - 1, -1)
    if i < 0 or index.number(i) is None:
        return None
    colon = doc[i].text == ":"
    if not colon:
        return None
    sentence = index.sentence(i)
    if sentence is None:
        return None
    verb, cue = _frame_verb(scene, index, sentence, i)
    if verb is None:
        # a frame without a verb: `Seine Meinung: „A“`
        draft = quotation_of(stretch, "statement.quote_colon")
        draft.frame = set(range(sentence.start, i + 1))
        draft.source = _first_person(scene, sentence.start, i)
        return draft
    draft = quotation_of(stretch, "statement.quote_colon")
    draft.verb = verb
    draft.cue = cue.words if cue is not None else ()
    draft.medium = cue.entry.medium if cue is not None else ""
    draft.source = speaker_of(verb, draft.content)
    draft.addressee = addressee_of(verb, draft)
    start = _clause_start(scene, sentence, verb, i)
    draft.frame = set(range(start, i + 1))
    return draft


def _first_person(scene: Scene, start: int, end: int) -> Token | None:
    noun = None
    for i in range(start, end):
        token = scene.doc[i]
        if token.ent_type_ in ("PER", "ORG") and not token.dep_.startswith("flat"):
            return noun if noun is not None and token.head == noun and preposition(token) is None else token
        if token.tag_ == "PPOSAT":
            return token
        if noun is None and token.pos_ == "NOUN":
            noun = token
    # `Ein Beamter nach der Festnahme: „A“`: a noun without an adposition that names nothing said
    named = noun is not None and preposition(noun) is None and noun_form(noun, nouns()) is None
    return noun if named and noun is not None and noun_form(noun, documents()) is None else None


def _frame_verb(scene: Scene, index: SentenceIndex, sentence: Span, end: int) -> tuple[Token | None, Cue | None]:
    """The verb of saying in front of a colon: the last cue that may quote, else the last main verb."""
    number = index.number(end)
    best: Cue | None = None
    for cue in index.cues.get(number if number is not None else -1, ()):
        if cue.head.i < end and not scene.is_quoted(cue.head.i) and {"main", "quote", "dass"} & cue.entry.takes:
            inner = cue.head.dep_.startswith("acl") or cue.head.dep_ in ("ccomp", "advcl", "csubj")
            if (
                inner
                and (best is not None or cue.head.dep_.startswith("acl"))
                and max(t.i for t in cue.words) < end - 2
            ):
                continue
            best = cue
    if best is not None:
        return best.head, best
    main = None
    for i in range(sentence.start, end):
        token = scene.doc[i]
        if is_verb(token) and token.dep_ not in ("aux", "aux:pass", "cop") and not token.dep_.startswith("acl"):
            if main is None or token.head == token or token.dep_ == "conj":
                main = token
    return main, None


def _clause_start(scene: Scene, sentence: Span, verb: Token, end: int) -> int:
    """The start of the clause of a frame: that of the sentence, or of the coordinated clause behind the last `und`."""
    if verb.dep_ == "conj" and verb.left_edge.i > sentence.start:
        start = verb.left_edge.i
        while start < end and (scene.doc[start].dep_ == "cc" or scene.doc[start].is_punct):
            start += 1
        return start
    first = sentence.start
    while first < end and (scene.doc[first].is_space or scene.doc[first].tag_ == "$("):
        first += 1
    return first


def joined_part(scene: Scene, index: SentenceIndex, stretch: Quoted, known: dict[int, Draft]) -> Draft | None:
    """The second part of a split quotation: `„A“, sagte X, „B“`."""
    doc = scene.doc
    i = skip_space(scene, stretch.opening - 1, -1)
    stopped = i >= 0 and doc[i].text == "."
    if i < 0 or doc[i].text not in (",", ":", ";", "–", "-", "."):
        return None
    if stopped and (not stands_alone(scene, index, stretch) or not _same_paragraph(scene, i, stretch.opening)):
        return None
    for draft in reversed(known.values()):
        if draft.end < stretch.opening - 60:
            break
        if draft.frame and draft.quoted and draft.type is StatementType.DIRECT and max(draft.frame) in (i, i - 1):
            before = max((q.end for q in draft.quoted if q.end < stretch.opening), default=None)
            if before is not None and min(draft.frame) > before:
                draft.content |= set(range(stretch.first, stretch.last + 1))
                draft.quoted.append(stretch)
                if not stopped:
                    draft.frame.add(i)
                draft.frame -= draft.content
                return draft
    return None


def _same_paragraph(scene: Scene, one: int, other: int) -> bool:
    return scene.reading.paragraph_of(scene.doc[one]) == scene.reading.paragraph_of(scene.doc[other])
