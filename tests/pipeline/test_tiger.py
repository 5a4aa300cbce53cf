"""Hand-built Docs in the TIGER scheme come out in Universal Dependencies."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsmodel.german.tiger import is_tiger, to_universal

# form, lemma, pos, tag, head (from 0), relation
REPORT = """\
Der der DET ART 1 nk
Sprecher Sprecher NOUN NN 5 sb
der der DET ART 3 nk
Bank Bank NOUN NN 1 ag
am an ADP APPRART 1 mnr
hat haben AUX VAFIN 5 ROOT
in in ADP APPR 9 mo
Kiel Kiel PROPN NE 6 nk
nicht nicht PART PTKNEG 9 ng
abgesagt absagen VERB VVPP 5 oc"""

PASSIVE = """\
Das der DET ART 1 nk
Treffen Treffen NOUN NN 2 sb
wurde werden AUX VAFIN 2 ROOT
vom von ADP APPRART 5 sbp
Verband Verband NOUN NN 3 nk
verschoben verschieben VERB VVPP 2 oc"""

PAIR = """\
Nord Nord PROPN NE 3 sb
und und CCONJ KON 0 cd
Süd Süd PROPN NE 1 cj
sind sein AUX VAFIN 3 ROOT
einig einig ADJ ADJD 3 pd"""


def converted(rows: str) -> dict[str, tuple[str, str]]:
    """Return form to (relation, head form) after conversion."""
    words, lemmas, pos, tags, heads, deps = zip(*(r.split() for r in rows.splitlines()), strict=True)
    doc = Doc(
        Vocab(), words=list(words), lemmas=list(lemmas), pos=list(pos), tags=list(tags),
        heads=[int(h) for h in heads], deps=list(deps),
    )  # fmt: skip
    assert is_tiger(doc)
    to_universal(doc)
    assert not is_tiger(doc)
    return {t.text: (t.dep_, t.head.text) for t in doc}


def test_verbs_and_nouns_head_their_phrases() -> None:
    """Auxiliary and preposition hang on the content word, with its arguments."""
    doc = converted(REPORT)
    assert doc["abgesagt"] == ("ROOT", "abgesagt")
    assert doc["hat"] == ("aux", "abgesagt")
    assert doc["Sprecher"] == ("nsubj", "abgesagt")
    assert doc["Bank"] == ("nmod", "Sprecher")
    assert doc["Kiel"] == ("obl", "abgesagt")
    assert doc["in"] == ("case", "Kiel")
    assert doc["nicht"] == ("advmod", "abgesagt")


def test_passive() -> None:
    """The subject of a passive and its agent are named so."""
    doc = converted(PASSIVE)
    assert doc["wurde"] == ("aux:pass", "verschoben")
    assert doc["Treffen"] == ("nsubj:pass", "verschoben")
    assert doc["Verband"] == ("obl:agent", "verschoben")


def test_coordination_and_copula() -> None:
    """Conjuncts hang on the first of them, the copula on its predicate."""
    doc = converted(PAIR)
    assert doc["Süd"] == ("conj", "Nord")
    assert doc["und"] == ("cc", "Süd")
    assert doc["sind"] == ("cop", "einig")
    assert doc["Nord"] == ("nsubj", "einig")


def test_universal_docs_are_told_apart() -> None:
    """A Doc in Universal Dependencies is not taken for TIGER."""
    doc = Doc(Vocab(), words=["Es", "regnet"], heads=[1, 1], deps=["nsubj", "ROOT"])
    assert not is_tiger(doc)
