"""Content with a noun of saying: `die Forderung, dass …`, `ihre Warnung vor …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import agent, is_passive, is_verb, phrase, preposition, subject
from newsmodel.parsers.statements.adpositions import ADPOSITIONS
from newsmodel.parsers.statements.clauses import clause_kind, heads_clause, is_konjunktiv_clause
from newsmodel.parsers.statements.content_by_position import content_by_position
from newsmodel.parsers.statements.cues import documents, noun_form, nouns
from newsmodel.parsers.statements.extent import trimmed
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span, Token

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP"})
_NO_SPEAKER = frozenset({"es", "man"})


def noun_statements(scene: Scene, sentence: Span, taken: set[int], told: set[int]) -> list[Draft]:
    """Return the statements of a sentence whose cue is a noun.

    Args:
        scene: the dispatch.
        sentence: one of its sentences.
        taken: indices of tokens that are cues of a verb of saying already.
        told: where the content of a verb of saying starts.

    Returns:
        Drafts with a clause as content, and reported acts that name a speaker.
    """
    found = []
    for token in sentence:
        if token.pos_ != "NOUN" or token.i in taken:
            continue
        form = noun_form(token, nouns())
        if form is None:
            continue
        takes = nouns()[form].takes
        draft = _with_clause(scene, sentence, token, takes) or _reported(scene, token, takes)
        if draft is not None and min(draft.content, default=-1) not in told:
            draft.medium = nouns()[form].medium
            found.append(draft)
    return found


def _with_clause(scene: Scene, sentence: Span, noun: Token, takes: frozenset[str]) -> Draft | None:
    for child in noun.children:
        if child.i < noun.i or not heads_clause(child) or child.dep_.startswith("acl:relcl"):
            continue
        if child.dep_ not in ("acl", "ccomp", "xcomp", "advcl", "dep", "parataxis", "csubj", "appos"):
            continue
        kind = clause_kind(child)
        fits = kind in takes or (kind == "main" and "dass" in takes and is_konjunktiv_clause(child))
        if kind in (None, "rel", "sub") or not fits:
            continue
        if kind == "main" and not is_konjunktiv_clause(child):
            continue
        content = trimmed(scene, set(range(child.left_edge.i, min(child.right_edge.i, sentence.end - 1) + 1)))
        content = {i for i in content if i > noun.i}
        if len(content) < 2:
            continue
        draft = Draft(StatementType.INDIRECT, content, "statement.noun", cue=(noun,), verb=noun)
        draft.source = speaker_of_noun(noun)
        low = min(content)
        start = max(sentence.start, _clause_start(noun))
        draft.frame = {i for i in range(start, low) if i not in content}
        return draft
    return _placed(scene, sentence, noun, takes)


def _placed(scene: Scene, sentence: Span, noun: Token, takes: frozenset[str]) -> Draft | None:
    """A clause behind the comma that ends the phrase of the noun (`kam die Information, er sei …`)."""
    found = content_by_position(scene, sentence, (noun,), takes, clauses=1)
    if found is None or any(t.pos_ not in _NOMINAL for t in scene.doc[noun.i + 1 : min(found[0]) - 1]):
        return None
    if any(c.dep_ == "case" and c.lower_ in ADPOSITIONS for c in noun.children):
        return None
    content = trimmed(scene, found[0])
    if len(content) < 2:
        return None
    draft = Draft(StatementType.INDIRECT, content, "statement.noun", cue=(noun,), verb=noun)
    draft.source = speaker_of_noun(noun)
    draft.frame = {i for i in range(max(sentence.start, _clause_start(noun)), min(content)) if i not in content}
    return draft


def _clause_start(noun: Token) -> int:
    governor = noun.head
    for _ in range(4):
        if is_verb(governor) or governor.head == governor:
            break
        governor = governor.head
    return min(noun.left_edge.i, governor.left_edge.i)


def speaker_of_noun(noun: Token) -> Token | None:
    """Return who says what a noun of saying names: genitive, possessive, `von`, or the subject of its verb."""
    for child in noun.children:
        if child.dep_ == "det:poss" or child.tag_ == "PPOSAT":
            return child
        if child.dep_ == "nmod" and child.i < noun.i and "Gen" in child.morph.get("Case"):
            return child
        if child.dep_ == "nmod" and child.i > noun.i:
            case = preposition(child)
            if (case is None and "Gen" in child.morph.get("Case")) or case in ("von", "aus"):
                return child
    verb = noun.head
    for _ in range(3):
        if is_verb(verb) or verb.head == verb:
            break
        verb = verb.head
    if not is_verb(verb):
        return None
    found = agent(verb) if is_passive(verb) else subject(verb)
    if found is None or found == noun or found.i in {t.i for t in noun.subtree} or found.lower_ in _NO_SPEAKER:
        return None
    if noun in tuple(found.subtree) or (
        noun_form(found, documents()) is None and found.pos_ == "NOUN" and noun is found
    ):
        return None
    return found


def _reported(scene: Scene, noun: Token, takes: frozenset[str]) -> Draft | None:
    """A speech act told by a noun with its complement (`Forderung nach einer Waffenruhe`) and a named speaker."""
    prepositions = {t for t in takes if t not in ("dass", "ob", "zu", "main", "quote")}
    prepositions |= {"zu"} if noun.lemma_ in ("Aufruf", "Aufforderung", "Mahnung", "Glückwunsch") else set()
    if noun.lemma_ in ("Bericht", "Bedauern", "Angst", "Sorge", "Dank", "Frage", "Antrag", "Meldung"):
        return None
    for child in noun.children:
        if child.dep_ in ("nmod", "obl") and child.i > noun.i and preposition(child) in prepositions:
            source = speaker_of_noun(noun)
            if source is None:
                return None
            content = trimmed(scene, {t.i for t in phrase(child, coordination=True)})
            draft = Draft(StatementType.REPORTED, content, "statement.noun_reported", cue=(noun,), verb=noun)
            draft.source = source
            return draft
    return None
