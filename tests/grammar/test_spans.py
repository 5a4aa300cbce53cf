"""From tokens to spans: what is trimmed, what is kept, and the laws of both."""

from __future__ import annotations

from typing import Any

import pytest
import spacy.tokens
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from newsmodel.parsers.grammar import clause_tokens, noun_phrase_span, to_span, to_spans
from newsmodel.parsers.tokens import Doc, Token

VOCAB = Vocab()
MARKS = {")": "(", "]": "[", "“": "„", "»": "«", "’": "‚", '"': '"'}
WORDS = st.lists(st.sampled_from(["Rat", "4", "tagt", ",", ".", "-", "\n", *MARKS, *MARKS.values()]), min_size=1)


def annotated(**columns: Any) -> Doc:
    """Make a Doc of columns, as spaCy's constructor takes them."""
    return Doc(spacy.tokens.Doc(VOCAB, **columns))


def build(*words: str) -> Doc:
    """Make a Doc of words, with a blank behind each."""
    return annotated(words=list(words))


def shown(doc: Doc, tokens: list[Token]) -> str:
    """Return the text under the span of tokens."""
    span = to_span(tokens)
    return doc.text[span.start : span.end]


def is_word(token: Token) -> bool:
    """Return whether a token holds a letter or digit."""
    return any(c.isalnum() for c in token.text)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (", der Rat .", "der Rat"),
        ("- - der Rat ! ?", "der Rat"),
        ("( der Rat )", "( der Rat )"),
        ("( der Rat", "der Rat"),
        ("der Rat )", "der Rat"),
        (") der Rat (", "der Rat"),
        ("der ( Rat )", "der ( Rat )"),
        ("( der ) Rat", "( der ) Rat"),
        (", ( der Rat ) ,", "( der Rat )"),
        ("„ der Rat “ .", "„ der Rat “"),
        ("“ der Rat ”", "“ der Rat ”"),
        ("„ der Rat ”", "„ der Rat ”"),
        ("« der Rat »", "« der Rat »"),
        ("» der Rat «", "» der Rat «"),
        ("‚ der Rat ‘", "‚ der Rat ‘"),
        ("‘ der Rat ’", "‘ der Rat ’"),
        ('" der Rat "', '" der Rat "'),
        ('der Rat "', "der Rat"),
        ("„ der Rat )", "der Rat"),
        ("[ der Rat ]", "[ der Rat ]"),
        (", .", "."),
        ("( )", "( )"),
        ("Rat", "Rat"),
        (".", "."),
        ("X ,", "X"),
        ("XX - X , X !", "XX - X , X"),
    ],
)
def test_edges_lose_their_marks_unless_the_partner_is_there(words: str, kept: str) -> None:
    doc = build(*words.split())
    assert shown(doc, list(doc)) == kept


def test_white_space_at_an_edge_belongs_to_no_span() -> None:
    doc = build("\n", "Rat", "tagt", "\n\n")
    assert shown(doc, list(doc)) == "Rat tagt"


def test_a_partner_that_is_no_token_of_the_span_does_not_count() -> None:
    doc = build("(", "der", "Rat", ")", "tagt")
    assert shown(doc, list(doc[1:4])) == "der Rat"
    assert shown(doc, list(doc[:3])) == "der Rat"


@pytest.mark.parametrize("between", range(54, 66))
def test_of_two_marks_far_apart_both_stay_or_both_go(between: int) -> None:
    """How far a partner is looked for is bounded, from either side alike."""
    for first, last in ("()", "„“", '""'):
        doc = build(first, *["Rat"] * between, last)
        kept = shown(doc, list(doc))
        assert kept.startswith(first) == kept.endswith(last) == (between < 60)
        more = build("Rat", "Rat", first, *["Rat"] * between, last)
        assert shown(more, list(more)).endswith(last) == (between < 60)
        more = build(first, *["Rat"] * between, last, "Rat", "Rat")
        assert shown(more, list(more)).startswith(first) == (between < 60)


@given(WORDS)
def test_a_span_runs_from_token_to_token_and_holds_every_word(words: list[str]) -> None:
    doc = build(*words)
    span = to_span(list(doc))
    assert span.start in {t.idx for t in doc}
    assert span.end in {t.idx + len(t.text) for t in doc}
    assert all(span.start <= t.idx and t.idx + len(t.text) <= span.end for t in doc if is_word(t))
    inside = [t for t in doc if span.start <= t.idx < span.end]
    assert to_span(inside) == span


@given(WORDS, st.lists(st.integers(0, 3), min_size=30, max_size=30))
def test_there_is_one_span_for_each_unbroken_run_with_a_word(words: list[str], chosen: list[int]) -> None:
    doc = build(*words)
    tokens = [t for t, number in zip(doc, chosen, strict=False) if number]
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    expected = tuple(to_span(run) for run in runs if any(is_word(t) for t in run))
    assert to_spans(tokens) == expected
    assert to_spans([*reversed(tokens), *tokens]) == expected


def test_a_gap_parts_two_spans() -> None:
    doc = build("der", "Rat", "tagt", "heute", "nicht", ",", "sagt", "er")
    spans = to_spans([doc[7], doc[0], doc[1], doc[2], doc[5], doc[4]])
    assert [doc.text[span.start : span.end] for span in spans] == ["der Rat tagt", "nicht", "er"]


def test_no_tokens_have_no_span() -> None:
    assert to_spans([]) == ()


def test_a_phrase_loses_its_articles_alone() -> None:
    """With everything behind the noun, but not the words that only point to it."""
    doc = annotated(
        words=["die", "diese", "seine", "neuen", "Räte", "der", "Stadt"],
        tags=["ART", "PDAT", "PPOSAT", "ADJA", "NN", "ART", "NN"],
        pos=["DET", "DET", "DET", "ADJ", "NOUN", "DET", "NOUN"],
        deps=["det", "det", "det:poss", "amod", "ROOT", "det", "nmod"],
        heads=[4, 4, 4, 4, 4, 6, 4],
    )
    noun = doc[4]

    def words(**options: bool) -> str:
        span = noun_phrase_span(noun, **options)
        return doc.text[span.start : span.end]

    assert words() == words(shortest=True, article=False) == "neuen Räte"
    assert words(article=True) == "die diese seine neuen Räte"
    assert words(shortest=False) == "neuen Räte der Stadt"
    assert words(shortest=False, article=True) == "die diese seine neuen Räte der Stadt"


def test_a_lone_word_that_is_tagged_an_article_stays() -> None:
    """`Die sagte …`: the pronoun is its own phrase, whatever its tag."""
    doc = annotated(words=["die", "die"], tags=["ART", "ART"], pos=["PRON", "DET"], deps=["ROOT", "det"], heads=[0, 0])
    span = noun_phrase_span(doc[0], shortest=False)
    assert (span.start, span.end) == (0, 7)


def test_the_tokens_of_a_clause_come_in_the_order_of_the_text() -> None:
    doc = annotated(words=["Heute", "tagt", "er", "."], heads=[1, 1, 1, 1], deps=["advmod", "ROOT", "nsubj", "punct"])
    assert clause_tokens(doc[1]) == tuple(doc)
    assert clause_tokens(doc[0]) == (doc[0],)
