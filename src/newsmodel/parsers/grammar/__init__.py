"""German grammar on Universal Dependencies: small pure functions on spaCy tokens, sound where the parse errs."""

from newsmodel.parsers.grammar.arguments import agent, grammatical_subject, is_passive, objects, obliques, subject
from newsmodel.parsers.grammar.mood import is_konjunktiv, is_konjunktiv_form, is_negated, tense
from newsmodel.parsers.grammar.nouns import conjuncts, phrase, preposition, shortest_phrase
from newsmodel.parsers.grammar.spans import clause_tokens, noun_phrase_span, to_span, to_spans
from newsmodel.parsers.grammar.verbs import (
    auxiliaries,
    finite,
    full_lemma,
    is_finite,
    is_infinitive,
    is_verb,
    is_zu_infinitive,
    modal,
    particle,
    reflexive,
    verb_group,
)

__all__ = [
    "agent",
    "auxiliaries",
    "clause_tokens",
    "conjuncts",
    "finite",
    "full_lemma",
    "grammatical_subject",
    "is_finite",
    "is_infinitive",
    "is_konjunktiv",
    "is_konjunktiv_form",
    "is_negated",
    "is_passive",
    "is_verb",
    "is_zu_infinitive",
    "modal",
    "noun_phrase_span",
    "objects",
    "obliques",
    "particle",
    "phrase",
    "preposition",
    "reflexive",
    "shortest_phrase",
    "subject",
    "tense",
    "to_span",
    "to_spans",
    "verb_group",
]
