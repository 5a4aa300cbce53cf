"""The grammar on hand-built trees: what holds for right parses, and what survives wrong ones."""

from __future__ import annotations

import pytest
import spacy.tokens
from spacy.vocab import Vocab

from newsmodel.parsers import grammar
from newsmodel.parsers.tokens import Doc, Token

VOCAB = Vocab()


def build(*rows: str, sent_starts: bool = True) -> Doc:
    """Make a Doc of lines `form lemma UPOS XPOS head relation [features]`; heads count from 1, 0 is the root."""
    cells = [row.split() for row in rows]
    heads = [int(c[4]) - 1 if int(c[4]) else i for i, c in enumerate(cells)]
    return Doc(
        spacy.tokens.Doc(
            VOCAB,
            words=[c[0] for c in cells],
            lemmas=[c[1] for c in cells],
            pos=[c[2] for c in cells],
            tags=[c[3] for c in cells],
            heads=heads,
            deps=[c[5] if c[5] != "root" else "ROOT" for c in cells],
            morphs=[c[6] if len(c) > 6 else "" for c in cells],
        )
    )


def named(doc: Doc, word: str) -> Token:
    """Return the first token with this form."""
    return next(t for t in doc if t.text == word)


@pytest.fixture
def cancelled() -> Doc:
    """Netto sagte die Reise nicht ab."""
    return build(
        "Netto Netto PROPN NE 2 nsubj",
        "sagte sagen VERB VVFIN 0 root Mood=Ind|Tense=Past|VerbForm=Fin",
        "die der DET ART 4 det",
        "Reise Reise NOUN NN 2 obj",
        "nicht nicht PART PTKNEG 2 advmod",
        "ab ab ADP PTKVZ 4 compound:prt",
        ". . PUNCT $. 2 punct",
    )


def test_particle_is_found_under_a_wrong_head(cancelled: Doc) -> None:
    """A particle that the parser hung onto the object is still the verb's, by position."""
    verb = named(cancelled, "sagte")
    assert grammar.particle(verb) is not None
    assert grammar.full_lemma(verb) == "absagen"


def test_arguments_and_negation(cancelled: Doc) -> None:
    """Subject, object and negation of a simple clause."""
    verb = named(cancelled, "sagte")
    subject = grammar.subject(verb)
    assert subject is not None and subject.text == "Netto"
    assert [t.text for t in grammar.objects(verb)] == ["Reise"]
    assert grammar.is_negated(verb)
    assert grammar.tense(verb) == "past"
    assert not grammar.is_konjunktiv(verb)


@pytest.fixture
def passive() -> Doc:
    """Der Besuch sei im Mai von Rom abgesagt worden."""
    return build(
        "Der der DET ART 2 det",
        "Besuch Besuch NOUN NN 7 nsubj:pass",
        "sei sein AUX VAFIN 7 aux Mood=Sub|Tense=Pres|VerbForm=Fin",
        "im in ADP APPRART 5 case",
        "Mai Mai NOUN NN 7 obl",
        "von von ADP APPR 7 case",
        "abgesagt absagen VERB VVPP 0 root VerbForm=Part",
        "worden werden AUX VAPP 7 aux:pass VerbForm=Part",
    )


def test_passive_has_no_logical_subject(passive: Doc) -> None:
    """The subject of a passive is grammatical only; its Konjunktiv and tense come from the auxiliary."""
    verb = named(passive, "abgesagt")
    assert grammar.is_passive(verb)
    assert grammar.subject(verb) is None
    found = grammar.grammatical_subject(verb)
    assert found is not None and found.text == "Besuch"
    assert grammar.is_konjunktiv(verb)
    assert grammar.tense(verb) == "past"
    assert [t.text for t in grammar.obliques(verb, "in")] == ["Mai"]


def test_agent_of_a_passive() -> None:
    """`von` names who acts."""
    doc = build(
        "Er er PRON PPER 5 nsubj:pass",
        "wurde werden AUX VAFIN 5 aux:pass Mood=Ind|Tense=Past|VerbForm=Fin",
        "vom von ADP APPRART 4 case",
        "Gericht Gericht NOUN NN 5 obl",
        "verurteilt verurteilen VERB VVPP 0 root VerbForm=Part",
    )
    found = grammar.agent(named(doc, "verurteilt"))
    assert found is not None and found.text == "Gericht"


@pytest.fixture
def promise() -> Doc:
    """Sie habe sich bereiterklärt, Bedenken zu prüfen und Gespräche zu führen."""
    return build(
        "Sie sie PRON PPER 4 nsubj",
        "habe haben AUX VAFIN 4 aux Mood=Sub|Tense=Pres|VerbForm=Fin",
        "sich sich PRON PRF 4 expl:pv Reflex=Yes",
        "bereiterklärt bereiterklären VERB VVPP 0 root VerbForm=Part",
        ", , PUNCT $, 8 punct",
        "Bedenken Bedenken NOUN NN 8 obj",
        "zu zu PART PTKZU 8 mark",
        "prüfen prüfen VERB VVINF 4 xcomp VerbForm=Inf",
        "und und CCONJ KON 12 cc",
        "Gespräche Gespräch NOUN NN 12 obj",
        "zu zu PART PTKZU 12 mark",
        "führen führen VERB VVINF 8 conj VerbForm=Inf",
    )


def test_control_and_group(promise: Doc) -> None:
    """The subject of a zu-infinitive is that of its verb, also over a coordination."""
    found = grammar.subject(named(promise, "führen"))
    assert found is not None and found.text == "Sie"
    assert [t.text for t in grammar.verb_group(named(promise, "bereiterklärt"))] == ["habe", "sich", "bereiterklärt"]
    assert grammar.is_zu_infinitive(named(promise, "prüfen"))
    assert [t.text for t in grammar.conjuncts(named(promise, "führen"))] == ["prüfen", "führen"]
    assert grammar.tense(named(promise, "bereiterklärt")) == "past"


@pytest.fixture
def minister() -> Doc:
    """mit der neuen Ministerin für Verkehr, Eva Bach, die kommt"""
    return build(
        "mit mit ADP APPR 4 case",
        "der der DET ART 4 det",
        "neuen neu ADJ ADJA 4 amod",
        "Ministerin Ministerin NOUN NN 0 root",
        "für für ADP APPR 6 case",
        "Verkehr Verkehr NOUN NN 4 nmod",
        ", , PUNCT $, 8 punct",
        "Eva Eva PROPN NE 4 appos",
        "Bach Bach PROPN NE 8 flat",
        ", , PUNCT $, 12 punct",
        "die der PRON PRELS 12 nsubj",
        "kommt kommen VERB VVFIN 4 acl:relcl VerbForm=Fin",
    )


def test_phrases_and_spans(minister: Doc) -> None:
    """Shortest and full phrase, with and without article; relative clauses never belong to them."""
    head = named(minister, "Ministerin")
    text = minister.text

    def words(**options: bool) -> str:
        span = grammar.noun_phrase_span(head, **options)
        return text[span.start : span.end]

    assert words() == "neuen Ministerin"
    assert words(article=True) == "der neuen Ministerin"
    assert words(shortest=False) == "neuen Ministerin für Verkehr , Eva Bach"
    assert grammar.preposition(head) == "mit"


def test_span_keeps_paired_marks_only() -> None:
    """Outer punctuation goes, a closing mark whose partner is inside stays."""
    doc = build(
        ", , PUNCT $, 3 punct",
        "„ „ PUNCT $( 3 punct",
        "Eins eins X NE 0 root",
        "“ “ PUNCT $( 3 punct",
        ". . PUNCT $. 3 punct",
    )
    span = grammar.to_span(list(doc))
    assert doc.text[span.start : span.end] == "„ Eins “"
    span = grammar.to_span(list(doc[2:]))
    assert doc.text[span.start : span.end] == "Eins"


def test_endless_chains_end() -> None:
    """A long chain of coordinated verbs without subject or finite form gives nothing, and does so at once."""
    rows = ["gehen gehen VERB VVINF 0 root"] + [f"gehen gehen VERB VVINF {i} conj" for i in range(1, 400)]
    doc = build(*rows)
    assert grammar.subject(doc[399]) is None
    assert grammar.finite(doc[399]) is None


def test_an_infinitive_taken_for_a_participle_is_no_passive() -> None:
    """`wird anmerken` is future where tagger and parser say passive; `wird beraten` may be either."""
    doc = build(
        "Sie sie PRON PPER 3 nsubj",
        "wird werden AUX VAFIN 3 aux:pass Mood=Ind|Tense=Pres|VerbForm=Fin",
        "anmerken anmerken VERB VVPP 0 root VerbForm=Part",
    )
    verb = named(doc, "anmerken")
    assert grammar.is_infinitive(verb)
    assert not grammar.is_passive(verb)
    found = grammar.subject(verb)
    assert found is not None and found.text == "Sie"
    doc = build(
        "Es es PRON PPER 3 nsubj:pass",
        "wird werden AUX VAFIN 3 aux:pass Mood=Ind|Tense=Pres|VerbForm=Fin",
        "beraten beraten VERB VVPP 0 root VerbForm=Part",
    )
    assert grammar.is_passive(named(doc, "beraten"))


def test_konjunktiv_by_its_ending() -> None:
    """A third person in -e is Konjunktiv whatever the tagger says; a first person and a weak past are not."""
    doc = build(
        "Er er PRON PPER 2 nsubj",
        "werfe werfen VERB VVFIN 0 root Mood=Ind|Tense=Pres|VerbForm=Fin",
    )
    assert grammar.is_konjunktiv(doc[1])
    doc = build("Ich ich PRON PPER 2 nsubj", "werfe werfen VERB VVFIN 0 root Mood=Ind|Tense=Pres|VerbForm=Fin")
    assert not grammar.is_konjunktiv(doc[1])
    doc = build("Er er PRON PPER 2 nsubj", "sagte sagen VERB VVFIN 0 root Mood=Ind|Tense=Past|VerbForm=Fin")
    assert not grammar.is_konjunktiv(doc[1])


def test_phrase_behind_a_source_belongs_to_the_verb() -> None:
    """Brand telefonierte nach Angaben von Netto mit Ruhl: `mit Ruhl` is no part of the source, `von Netto` is."""
    doc = build(
        "Brand Brand PROPN NE 2 nsubj",
        "telefonierte telefonieren VERB VVFIN 0 root Mood=Ind|Tense=Past|VerbForm=Fin",
        "nach nach ADP APPR 4 case",
        "Angaben Angabe NOUN NN 2 obl",
        "von von ADP APPR 6 case",
        "Netto Netto PROPN NE 4 nmod",
        "mit mit ADP APPR 8 case",
        "Ruhl Ruhl PROPN NE 4 nmod",
    )
    verb = named(doc, "telefonierte")
    assert [t.text for t in grammar.obliques(verb, "mit")] == ["Ruhl"]
    assert grammar.obliques(verb, "von") == ()


def test_an_inserted_verb_has_its_subject_behind_it() -> None:
    """Die Lage sei ernst, sagte Ruhl: the first of two subjects is of the clause in front of the comma."""
    doc = build(
        "Lage Lage NOUN NN 5 nsubj",
        "sei sein AUX VAFIN 3 cop Mood=Sub|Tense=Pres|VerbForm=Fin",
        "ernst ernst ADJ ADJD 5 ccomp",
        ", , PUNCT $, 3 punct",
        "sagte sagen VERB VVFIN 0 root Mood=Ind|Tense=Past|VerbForm=Fin",
        "Ruhl Ruhl PROPN NE 5 nsubj",
    )
    found = grammar.subject(named(doc, "sagte"))
    assert found is not None and found.text == "Ruhl"


def test_a_subject_behind_another_comma_is_of_the_next_clause() -> None:
    """Ruhl, Chef, sagte, dass der Antrag gut sei: the comma in front of the verb ends an apposition."""
    doc = build(
        "Ruhl Ruhl PROPN NE 5 nsubj",
        ", , PUNCT $, 3 punct",
        "Chef Chef NOUN NN 1 appos",
        ", , PUNCT $, 1 punct",
        "sagte sagen VERB VVFIN 0 root Mood=Ind|Tense=Past|VerbForm=Fin",
        ", , PUNCT $, 5 punct",
        "dass dass SCONJ KOUS 9 mark",
        "Antrag Antrag NOUN NN 5 nsubj",
        "gut gut ADJ ADJD 5 ccomp",
        "sei sein AUX VAFIN 9 cop Mood=Sub|Tense=Pres|VerbForm=Fin",
    )
    found = grammar.subject(named(doc, "sagte"))
    assert found is not None and found.text == "Ruhl"


def test_an_apposition_in_front_of_the_verb_is_the_subject() -> None:
    """Lindner hat Novak gebeten: what the parser hung on an object behind the finite verb is no apposition of it."""
    doc = build(
        "Lindner Lindner PROPN NE 3 appos",
        "hat haben AUX VAFIN 4 aux Mood=Ind|Tense=Pres|VerbForm=Fin",
        "Novak Novak PROPN NE 4 obj",
        "gebeten bitten VERB VVPP 0 root VerbForm=Part",
    )
    found = grammar.subject(named(doc, "gebeten"))
    assert found is not None and found.text == "Lindner"
