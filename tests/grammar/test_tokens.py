"""The plain words say what spaCy's tokens say: spaCy itself is the oracle, on trees of any shape."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
import spacy.tokens
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.api import analyse
from newsmodel.extraction import extract_once
from newsmodel.model import Span
from newsmodel.parsers.tokens import Doc, Features, Token, remembered

VOCAB = spacy.blank("de").vocab
WORDS = ["Der", "Rat", "tagt", ",", "„", " ", "\n", "2", "ÄRZTE", "größer"]
FEATURES = ["", "Case=Nom", "Case=Acc,Dat|Number=Sing", "Mood=Sub|VerbForm=Fin"]


@st.composite
def docs(draw: st.DrawFn) -> spacy.tokens.Doc:
    """Make a Doc of up to twelve words with a tree, perhaps with crossing arcs, perhaps with several roots."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for at, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, at))]
    column: dict[str, Any] = {name: st.lists(values, min_size=size, max_size=size) for name, values in _COLUMNS.items()}
    return spacy.tokens.Doc(
        VOCAB, heads=heads, deps=["ROOT" if h == i else "dep" for i, h in enumerate(heads)],
        **{name: draw(values) for name, values in column.items()},
    )  # fmt: skip


_COLUMNS: dict[str, st.SearchStrategy[object]] = {
    "words": st.sampled_from(WORDS),
    "spaces": st.booleans(),
    "lemmas": st.sampled_from(WORDS),
    "pos": st.sampled_from(["NOUN", "VERB", "PUNCT", "SPACE"]),
    "tags": st.sampled_from(["NN", "VVFIN", "$,"]),
    "morphs": st.sampled_from(FEATURES),
    "ents": st.sampled_from(["O", "B-PER", "B-LOC"]),
}


@given(docs())
def test_tokens_say_what_spacy_says(origin: spacy.tokens.Doc) -> None:
    doc = Doc(origin)
    assert len(doc) == len(origin)
    assert doc.text == origin.text
    for new, old in zip(doc, origin, strict=True):
        for name in (
            "i", "idx", "text", "lower_", "whitespace_", "text_with_ws", "lemma_", "pos_", "tag_", "dep_", "ent_type_",
            "ent_iob_", "is_space", "is_punct", "is_sent_start", "is_alpha", "is_quote", "is_stop",
        ):  # fmt: skip
            assert getattr(new, name) == getattr(old, name), name
        for feature in ("Case", "Number", "Mood", "Gender"):
            assert list(new.morph.get(feature)) == old.morph.get(feature)
        assert new.doc is doc
        assert len(new) == len(old)


@given(docs())
def test_trees_are_those_of_spacy(origin: spacy.tokens.Doc) -> None:
    doc = Doc(origin)
    for new, old in zip(doc, origin, strict=True):
        assert new.head.i == old.head.i
        assert [c.i for c in new.children] == [c.i for c in old.children]
        assert [t.i for t in new.subtree] == [t.i for t in old.subtree]
        assert (new.left_edge.i, new.right_edge.i) == (old.left_edge.i, old.right_edge.i)
        assert [new.is_ancestor(t) for t in doc] == [old.is_ancestor(t) for t in origin]
        assert (new.sent.start, new.sent.end) == (old.sent.start, old.sent.end)
    assert [(s.start, s.end) for s in doc.sents] == [(s.start, s.end) for s in origin.sents]


@given(docs(), st.integers(0, 12), st.integers(0, 12))
def test_spans_are_those_of_spacy(origin: spacy.tokens.Doc, start: int, end: int) -> None:
    doc = Doc(origin)
    new, old = doc.span(start, min(end, len(doc))), origin[start:end]
    if len(old):
        assert (new.text, new.root.i, [t.i for t in new]) == (old.text, old.root.i, [t.i for t in old])
        assert (new[0].i, new[-1].i, new[1:].text) == (old[0].i, old[-1].i, old[1:].text)
    assert len(new) == len(old)
    if start < end <= len(doc.text):
        found, expected = doc.over(Span(start=start, end=end)), origin.char_span(start, end, alignment_mode="expand")
        assert (found is None) == (expected is None)
        if found is not None and expected is not None:
            assert (found.start, found.end) == (expected.start, expected.end)


def test_neighbours_end_with_the_text() -> None:
    doc = Doc(spacy.tokens.Doc(VOCAB, words=["Der", "Rat"]))
    assert doc[0].nbor().text == "Rat" and doc[1].nbor(-1).text == "Der"
    for token, distance in ((doc[0], -1), (doc[1], 1)):
        with pytest.raises(IndexError):
            token.nbor(distance)


def test_an_empty_text_has_no_sentence() -> None:
    doc = Doc(spacy.tokens.Doc(VOCAB))
    assert (doc.text, doc.sents) == ("", ())


def test_what_is_remembered_is_worked_out_once_for_each_token() -> None:
    asked: list[int] = []

    @remembered
    def nothing(token: Token) -> None:
        asked.append(token.i)

    doc = Doc(spacy.tokens.Doc(VOCAB, words=["Der", "Rat"]))
    assert [nothing(doc[0]), nothing(doc[1]), nothing(doc[0])] == [None, None, None]
    assert asked == [0, 1]


def test_features_without_a_value_are_none() -> None:
    assert Features.read("_").get("Case") == Features.read("").get("Case") == ()


def test_tokens_that_nobody_reads_refer_to_nothing_that_refers_to_them() -> None:
    reading = analyse("Anna Berg lehnt den Plan ab.")
    assert extract_once(reading).stances
    assert not any(hasattr(token, name) for token in reading.doc for name in ("doc", "head", "children", "memo"))
    assert reading.doc.sents == ()
