"""Docs of other pipelines: hand-built in the TIGER scheme, with datelines and line ends inside their sentences."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from newsmodel.api import parse_doc
from newsmodel.component import ArticleComponent
from newsmodel.model import MeetingStatus, Polarity
from newsmodel.parsers.adopting import adopt
from newsmodel.testing import check
from newsmodel.wire.plain import read_plain

# form, lemma, pos, tag, features, head (from 0), relation, entity; `/` ends a line, `_` stands for nothing
DATELINE = """\
Plön Plön PROPN NE _ 8 ep B-LOC
( -- PUNCT $( _ 0 punct O
dpa dpa PROPN NE _ 0 nk B-ORG
) -- PUNCT $( _ 0 punct O
- -- PUNCT $( _ 8 punct O
Landrätin Landrätin NOUN NN Case=Nom|Gender=Fem|Number=Sing 6 nk O
Ute Ute PROPN NE Case=Nom|Gender=Fem|Number=Sing 7 pnc B-PER
Dorn Dorn PROPN NE Case=Nom|Gender=Fem|Number=Sing 8 sb I-PER
hat haben AUX VAFIN Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 8 ROOT O
/
das der DET ART Case=Acc|Definite=Def|Gender=Neut|Number=Sing 11 nk O
Treffen Treffen NOUN NN Case=Acc|Gender=Neut|Number=Sing 16 oa O
mit mit ADP APPR _ 11 mnr O
Jan Jan PROPN NE Case=Dat|Gender=Masc|Number=Sing 14 pnc B-PER
Voss Voss PROPN NE Case=Dat|Gender=Masc|Number=Sing 12 nk I-PER
kurzfristig kurzfristig ADV ADJD Degree=Pos 16 mo O
abgesagt absagen VERB VVPP VerbForm=Part 8 oc O
. -- PUNCT $. _ 8 punct O"""

REJECTION = """\
Jan Jan PROPN NE Case=Nom|Gender=Masc|Number=Sing 1 pnc B-PER
Voss Voss PROPN NE Case=Nom|Gender=Masc|Number=Sing 2 sb I-PER
lehnte lehnen VERB VVFIN Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 2 ROOT O
den der DET ART Case=Acc|Definite=Def|Gender=Masc|Number=Sing 4 nk O
Umbau Umbau NOUN NN Case=Acc|Gender=Masc|Number=Sing 2 oa O
des der DET ART Case=Gen|Definite=Def|Gender=Masc|Number=Sing 6 nk O
Hafens Hafen NOUN NN Case=Gen|Gender=Masc|Number=Sing 4 ag O
ab ab ADP PTKVZ _ 2 svp O
. -- PUNCT $. _ 2 punct O"""


def tiger(*sentences: str) -> Doc:
    """Build the Doc that a TIGER pipeline would make of sentences."""
    columns: list[list[str]] = [[], [], [], [], [], [], []]
    heads: list[int] = []
    for rows in sentences:
        first = len(heads)
        for at, row in enumerate(rows.splitlines()):
            cells = row.split()
            if cells == ["/"]:
                cells = ["\n", "\n", "SPACE", "_SP", "_", str(at - 1), "dep", "O"]
            form, lemma, part, tag, features, head, relation, entity = cells if len(cells) == 8 else row.split(" ")
            heads.append(first + int(head))
            values = (form, lemma, part, tag, features.replace("_", ""), relation, entity)
            for column, value in zip(columns, values, strict=True):
                column.append(value)
    words, lemmas, pos, tags, morphs, deps, ents = columns
    after = [*words[1:], ""]
    close = [w in ("(", "\n") or nxt in (")", ".", "\n", "") for w, nxt in zip(words, after, strict=True)]
    return Doc(
        spacy.blank("de").vocab, words=words, spaces=[not c for c in close], lemmas=lemmas, pos=pos, tags=tags,
        morphs=morphs, heads=heads, deps=deps, ents=ents,
    )  # fmt: skip


def test_tiger_docs_are_read() -> None:
    """A meeting called off and a rejection, from Docs in whose sentences the dateline and a line end stand."""
    doc = tiger(DATELINE, REJECTION)
    article = ArticleComponent(spacy.blank("de"), "newsmodel", published="2024-04-02")(doc)._.article
    check(article)
    assert article.dateline.places == ("Plön",)
    assert [actor.name for actor in article.actors] == ["Ute Dorn", "Jan Voss"]
    assert article.actors[0].roles[0].title == "Landrätin"
    (meeting,) = article.meetings
    assert meeting.status is MeetingStatus.CANCELLED
    assert {actor.name for actor in meeting.actors} == {"Ute Dorn", "Jan Voss"}
    (stance,) = [one for one in article.stances if one.holders[0].name == "Jan Voss"]
    assert stance.polarity is Polarity.OPPOSE
    assert stance.target.label == "Umbau des Hafens"


def test_the_given_doc_keeps_its_labels() -> None:
    doc = tiger(DATELINE, REJECTION)
    before = doc.to_json()
    parse_doc(doc, published="2024-04-02")
    assert doc.to_json() == before


def test_adopted_sentences_lie_in_zones() -> None:
    doc = tiger(DATELINE, REJECTION)
    dispatch = read_plain(doc.text)
    own = adopt(doc, dispatch)
    assert len(own.text) == len(doc.text)
    assert next(sent.text for sent in own.sents).strip() == "Plön (dpa) -"
    assert not any(token.is_space for token in own)
    assert [sent.text.split()[0] for sent in own.sents] == ["Plön", "Landrätin", "Jan"]


WORDS = st.lists(
    st.sampled_from(["Kiel", "(", "dpa", ")", "-", "Der", "Rat", "tagt", ".", "\n", "\n\n", "…", "sagte", "«", "»"]),
    min_size=1,
    max_size=30,
)


@given(WORDS, st.data())
def test_any_tree_is_adopted(words: list[str], data: st.DataObject) -> None:
    """Whatever the tree: offsets and words stay, and no sentence of the body crosses the edge of a paragraph."""
    heads = [data.draw(st.integers(max(0, i - 3), i)) for i in range(len(words))]
    doc = Doc(
        spacy.blank("de").vocab, words=words, lemmas=words, pos=["X"] * len(words), morphs=[""] * len(words),
        heads=heads, deps=["ROOT" if head == i else "dep" for i, head in enumerate(heads)],
    )  # fmt: skip
    dispatch = read_plain(doc.text)
    own = adopt(doc, dispatch)
    assert len(own.text) == len(doc.text)
    offsets = {token.idx: token.text for token in doc}
    for token in own:
        if not token.is_space:
            assert offsets[token.idx] == token.text
    for sentence in own.sents:
        inside = [token for token in sentence if not token.is_space]
        held = {next((p for p in dispatch.paragraphs if p.start <= t.idx < p.end), None) for t in inside}
        assert len(held) <= 1
    check(parse_doc(doc))


def test_a_gap_in_the_tree_is_bridged() -> None:
    """A word that hangs on a line end hangs on what that hangs on."""
    doc = Doc(
        spacy.blank("de").vocab, words=["Der", "Rat", "\n", "tagt", "heute", "."], lemmas=["x"] * 6, pos=["X"] * 6,
        morphs=[""] * 6, heads=[1, 3, 1, 3, 2, 3], deps=["det", "nsubj", "dep", "ROOT", "advmod", "punct"],
        spaces=[True, False, False, True, False, False],
    )  # fmt: skip
    own = adopt(doc, read_plain(doc.text))
    assert [(t.text, t.head.text) for t in own][3] == ("heute", "Rat")
