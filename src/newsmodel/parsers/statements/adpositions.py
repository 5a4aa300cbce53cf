"""Sources in an adposition: `laut X`, `X zufolge`, `nach Angaben von X`, `aus Sicht von X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import StatementType
from newsmodel.parsers.grammar import is_konjunktiv_form, is_verb
from newsmodel.parsers.statements.clauses import (
    clause_kind,
    finite_inside,
    heads_clause,
    is_konjunktiv_clause,
)
from newsmodel.parsers.statements.cues import documents, noun_form, nouns, sources
from newsmodel.parsers.statements.extent import trimmed
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span, Token

ADPOSITIONS = frozenset({"laut", "zufolge", "gemäß", "nach", "lt", "aus", "für"})
VIEWS = frozenset({"Sicht", "Perspektive", "Blickwinkel"})
_LINKED = frozenset({"nmod", "appos", "flat", "det", "amod", "conj", "cc", "punct", "case", "compound", "nummod"})
SUBORDINATE = frozenset({"acl:relcl", "advcl", "ccomp", "acl", "csubj"})
_SOURCE_ONLY_OF_SOMEBODY = frozenset(
    [
        "Erklärung",
        "Äußerung",
        "Wort",
        "Bericht",
        "Meldung",
        "Ermittlung",
        "Untersuchung",
        "Umfrage",
        "Erhebung",
        "Empfehlung",
        "Vorschlag",
        "Ankündigung",
        "Nachricht",
        "Befund",
        "Analyse",
        "Gutachten",
        "Artikel",
        "Prognose",
        "Zahl",
        "Rechnung",
        "Wille",
        "Plan",
        "Erfahrung",
        "Vorstellung",
        "Mitteilung",
        "Überlegung",
        "Planung",
        "Presse",
        "Quelle",
        "Protokoll",
        "Beobachtung",
        "Beteuerung",
        "Feststellung",
        "Aussage",
        "Studie",
        "Version",
    ]
)


def adposition_statement(scene: Scene, sentence: Span, token: Token, lower: str) -> Draft | None:
    """Return the statement whose source an adposition names.

    Args:
        scene: the dispatch.
        sentence: the sentence of the adposition.
        token: a word of `ADPOSITIONS`.
        lower: that word in lower case.

    Returns:
        The draft; None where the adposition names no source (`nach dem Spiel`).
    """
    noun = _noun_of(token, sentence)
    if noun is None or not _is_source(token, noun, lower):
        return None
    frame = _phrase_tokens(scene, noun, token, sentence)
    source = source_head(noun)
    scope = _scope(scene, sentence, token if scene.is_quoted(noun.i) else noun, frame)
    content = trimmed(scene, scope - frame)
    if len(content) < 2:
        return None
    form = noun_form(noun, documents()) or ""
    medium = documents().get(form, "") or _noun_medium(noun)
    draft = Draft(StatementType.INDIRECT, content, f"statement.source:{lower.rstrip('.')}", medium=medium)
    draft.source = source
    draft.verb = noun
    cue = [token]
    if noun_form(noun, sources()) is not None and lower in ("nach", "aus", "zufolge") and noun != source:
        cue = [token, noun]
    draft.cue = tuple(sorted(cue, key=lambda t: t.i))
    draft.frame = _with_comma(scene, frame, content)
    return draft


def _noun_medium(noun: Token) -> str:
    form = noun_form(noun, sources())
    entry = nouns().get(form) if form else None
    return entry.medium if entry else ""


def _noun_of(token: Token, sentence: Span) -> Token | None:
    """The noun that an adposition goes with, by the parse or next to it."""
    head = token.head
    before = token.doc[token.i - 1] if token.i > sentence.start else None
    if token.lower_ == "zufolge" and before is not None and before.pos_ in ("NOUN", "PROPN", "X"):
        while before.head.i < before.i and before.dep_ in ("flat", "nmod", "appos") and before.head.pos_ in (
            "NOUN", "PROPN",
        ):  # fmt: skip
            before = before.head
        return before
    if token.dep_ == "case" and head.pos_ in ("NOUN", "PROPN", "PRON", "X", "NUM", "ADJ"):
        return head
    if token.dep_ in ("mark", "advmod", "cc", "dep", "fixed", "obl", "advcl") or token.dep_ == "case":
        step = -1 if token.lower_ == "zufolge" else 1
        for i in range(token.i + step, token.i + 6 * step, step):
            if not sentence.start <= i < sentence.end:
                return None
            near = token.doc[i]
            if near.pos_ in ("NOUN", "PROPN"):
                return near
            if near.is_punct or is_verb(near):
                return None
    return None


def _is_source(token: Token, noun: Token, lower: str) -> bool:
    if lower in ("laut", "lt"):
        return token.pos_ == "ADP" or token.tag_.startswith("AP")
    if lower == "zufolge":
        return noun.lower_ not in ("dem", "denen")
    document = noun_form(noun, documents()) is not None
    if lower == "aus":
        return noun_form(noun, VIEWS) is not None and source_head(noun) != noun
    if lower == "für":
        # `Für Anna Berg sei der Rücktritt verständlich`: told as her view by the Konjunktiv I alone
        clause = noun.head
        first = token.i == token.sent.start and noun.ent_type_ == "PER" and heads_clause(clause)
        told = finite_inside(clause) if first else None
        return told is not None and is_konjunktiv_form(told) and "Past" not in told.morph.get("Tense")
    if lower == "gemäß":
        return document or noun_form(noun, sources()) is not None or noun.ent_type_ in ("PER", "ORG")
    if token.dep_ == "compound:prt" or token.tag_ == "PTKVZ":
        return False
    form = noun_form(noun, sources())
    if form is None:
        # `nach Spiegel Online habe …`: a name, where the Konjunktiv tells that it speaks
        named = noun.ent_type_ in ("ORG", "PER") and token.i < noun.i and noun.pos_ == "PROPN"
        clause = noun.head
        return named and heads_clause(clause) and is_konjunktiv_clause(clause)
    if form in _SOURCE_ONLY_OF_SOMEBODY:
        # `nach der Meldung` may be a time; `nach einer Meldung der Zeitung`, `nach Meldungen` are sources
        plain = next((c for c in noun.children if c.dep_ in ("det", "det:poss")), None)
        of_whom = source_head(noun) != noun
        before = token.i < noun.i
        return before and (plain is None or of_whom or plain.lemma_ in ("ein", "einer", "eine"))
    return True


def source_head(noun: Token) -> Token:
    """The one whose angaben they are: genitive, `von` or possessive; the noun itself where nobody is named."""
    if noun_form(noun, sources()) is None and noun_form(noun, documents()) is None and noun.lemma_ not in VIEWS:
        return noun
    possessive = None
    for child in noun.children:
        if child.dep_ == "nmod" and child.i > noun.i:
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), None)
            if case in (None, "von", "vom", "aus", "beim", "bei", "der"):
                return child
        elif child.dep_ in ("nmod", "nmod:poss") and "Gen" in child.morph.get("Case"):
            return child
        elif child.dep_ == "det:poss" or child.tag_ == "PPOSAT":
            possessive = child
    if possessive is not None:
        return possessive
    return noun


def _phrase_tokens(scene: Scene, noun: Token, token: Token, sentence: Span) -> set[int]:
    """The phrase of the source with its adposition, appositions and genitives; without a verb under it."""
    kept = {noun.i, token.i}
    stack = [noun]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in ("acl:relcl", "acl") or child.dep_.startswith("flat"):
                kept.update(t.i for t in child.subtree)
            elif child.dep_ in _LINKED or child.dep_ in ("advmod", "det:poss", "obl", "dep", "obl:tmod"):
                if is_verb(child) and child.dep_ != "amod":
                    continue
                kept.add(child.i)
                stack.append(child)
    start = end = noun.i
    while start - 1 in kept or (token.i < start and start - 1 >= token.i):
        start -= 1
    while end + 1 in kept or (token.i > end and end + 1 <= token.i):
        end += 1
    if token.lower_ == "zufolge":
        end = max(token.i, noun.i)
    while end > max(noun.i, token.i) and not any(c.isalnum() for c in scene.doc[end].text.replace(")", "0")):
        end -= 1
    named = scene.outermost.get(end)
    if named is not None and named.closing == end + 1 and start <= named.opening:
        # the mark that closes a name: `laut „Nordkurier“`
        end += 1
    return set(range(max(start, sentence.start), min(end, sentence.end - 1) + 1))


def _scope(scene: Scene, sentence: Span, inner: Token, frame: set[int]) -> set[int]:
    """The clause that a source speaks for: the sentence, or the subordinate or coordinated clause it stands in."""
    verb = inner.head
    steps = 0
    while not heads_clause(verb) and verb.head != verb and steps < 30:
        verb = verb.head
        steps += 1
    whole = set(range(sentence.start, sentence.end))
    clause = verb
    while steps < 60:
        steps += 1
        if clause.head == clause or clause.sent.start != sentence.start:
            return _quote_aware(scene, whole, inner)
        if clause.dep_ in SUBORDINATE and clause.left_edge.i > sentence.start:
            kind = clause_kind(clause)
            if kind in ("rel", "sub", "dass", "ob", "zu"):
                tokens = set(range(clause.left_edge.i, clause.right_edge.i + 1))
                return tokens if frame <= tokens else _quote_aware(scene, whole, inner)
        if clause.dep_ == "conj" and finite_inside(clause) is not None and heads_clause(clause.head):
            own_start = clause.left_edge.i
            if own_start > clause.head.i and own_start <= min(frame):
                start = own_start
                if scene.doc[start].dep_ == "cc" or scene.doc[start].text in (",", ";"):
                    start += 1
                return set(range(start, clause.right_edge.i + 1))
        if clause.dep_ == "parataxis" and clause.left_edge.i > clause.head.i and clause.left_edge.i <= min(frame):
            return set(range(clause.left_edge.i, clause.right_edge.i + 1))
        clause = clause.head
        while not heads_clause(clause) and clause.head != clause:
            clause = clause.head
    return whole


def _quote_aware(scene: Scene, whole: set[int], inner: Token) -> set[int]:
    """A source inside quotation marks speaks for what stands within them only."""
    stretch = scene.outermost.get(inner.i)
    if stretch is None:
        return whole
    return {i for i in whole if stretch.inside(i)}


def _with_comma(scene: Scene, frame: set[int], content: set[int]) -> set[int]:
    """Add the comma that joins a frame to its content."""
    first, last = min(frame), max(frame)
    doc = scene.doc
    if first - 1 >= 0 and doc[first - 1].text in (",", "–") and first - 2 in content:
        frame = frame | {first - 1}
    if last + 1 < len(doc) and doc[last + 1].text in (",", ":") and last + 2 in content:
        frame = frame | {last + 1}
    return frame
