"""The spaCy component: in a blank pipeline, in the bundled one, in one of somebody else's, saved and loaded."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from newsmodel import DateError, NewsmodelError, PipelineError
from newsmodel.component import ArticleComponent
from newsmodel.german.pipeline import make
from newsmodel.testing import check

TEXT = """Plön (dpa) - Die Landrätin Ute Dorn sagte am Dienstag,
die Brücke werde gesperrt. Bürgermeister Jan Voss lehnte den
Umbau ab."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = make()
    made.add_pipe("newsmodel", config={"published": "2024-04-02"})
    return made


def test_the_entry_points_name_what_is_there() -> None:
    """spaCy finds the components and the tokenizer without an import of newsmodel."""
    found = importlib.metadata.distribution("newsmodel").entry_points
    factories = found.select(group="spacy_factories")
    assert {"newsmodel", "newsmodel_annotator", "newsmodel_sentences"} <= factories.names
    assert all(callable(point.load()) for point in factories)
    assert all(callable(point.load()) for point in found.select(group="spacy_tokenizers"))


def test_import_registers_no_extension() -> None:
    """The names on Doc appear when a component is made, not when a module is imported."""
    import subprocess
    import sys

    code = "import newsmodel.component; from spacy.tokens import Doc; print(Doc.has_extension('article'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_bundled_pipeline(nlp: Language) -> None:
    text = " ".join(TEXT.split())
    article = nlp(text)._.article
    check(article)
    assert [actor.name for actor in article.actors] == ["Ute Dorn", "Jan Voss"]
    assert article.dateline.places == ("Plön",)
    assert article.statements[0].speakers == article.actors[:1]


def test_wrapped_text_is_read_across_its_lines(nlp: Language) -> None:
    article = nlp(TEXT)._.article
    check(article)
    assert article.text == TEXT
    assert [article[span] for span in article.statements[0].content] == ["die Brücke werde gesperrt"]
    assert article.stances[0].target.label.split() == ["Umbau"]


def test_the_doc_is_left_alone(nlp: Language) -> None:
    with nlp.select_pipes(disable=["newsmodel"]):
        before = nlp(TEXT)
    after = nlp(TEXT)
    assert [(t.text, t.dep_, t.head.i, t.lemma_, t.ent_type_) for t in after] == [
        (t.text, t.dep_, t.head.i, t.lemma_, t.ent_type_) for t in before
    ]


def test_a_blank_pipeline_is_told_what_it_lacks() -> None:
    blank = spacy.blank("de")
    blank.add_pipe("newsmodel")
    with pytest.raises(PipelineError, match=r"sets no POS, LEMMA, HEAD, DEP, MORPH.*a parser"):
        blank(TEXT)
    assert blank("")._.article.text == ""


def test_a_pipeline_without_lemmas_is_told_so(nlp: Language) -> None:
    doc = Doc(nlp.vocab, ["Es", "regnet"], pos=["PRON", "VERB"], morphs=["", ""], heads=[1, 1], deps=["expl", "ROOT"])
    with pytest.raises(PipelineError, match=r"sets no LEMMA: .*a lemmatizer"):
        nlp.get_pipe("newsmodel")(doc)


def test_another_language_is_a_diagnostic(nlp: Language) -> None:
    article = nlp("The minister said on Tuesday that the bridge would be closed for a week and then opened.")._.article
    assert [found.code for found in article.diagnostics] == ["language.not_german"]


def test_the_date_of_a_doc_wins(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.published = "2024-05-14"
    assert str(nlp(doc)._.article.published) == "2024-05-14"
    assert str(nlp(TEXT)._.article.published) == "2024-04-02"


def test_a_doc_of_no_article_has_none(nlp: Language) -> None:
    assert nlp.make_doc(TEXT)._.article is None


def test_the_article_survives_storage(nlp: Language) -> None:
    doc = nlp(TEXT)
    article = doc._.article
    assert doc._.article is article
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.article == article
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (third,) = DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab)
    assert third._.article == article
    assert third._.article is third._.article


def test_pipe_gives_the_same(nlp: Language) -> None:
    texts = [TEXT, "Kiel (dpa) - Der Hafen ist zu."]
    assert [doc._.article for doc in nlp.pipe(texts)] == [nlp(text)._.article for text in texts]


def test_config_round_trip(tmp_path: Path) -> None:
    """A pipeline saved to disk comes back with its settings, and reads the same."""
    made = make()
    known = [{"name": "Moorwerke AG", "aliases": ["MWAG"], "kind": "organization"}]
    made.add_pipe("newsmodel", config={"published": "2024-04", "gazetteer": known})
    made.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names == made.pipe_names
    assert again.config["components"] == made.config["components"]
    component = again.get_pipe("newsmodel")
    assert isinstance(component, ArticleComponent)
    assert component.published == "2024-04"
    assert component.gazetteer == made.get_pipe("newsmodel").gazetteer  # type: ignore[attr-defined]
    text = "Plön (dpa) - MWAG lehnte den Umbau ab."
    assert again(text)._.article == made(text)._.article
    assert [actor.name for actor in again(text)._.article.actors] == ["Moorwerke AG"]
    third = spacy.blank("de", config={"nlp": {"tokenizer": {"@tokenizers": "newsmodel.NewsTokenizer.v1"}}})
    for name in made.pipe_names:
        third.add_pipe(name, config={k: v for k, v in made.get_pipe_config(name).items() if k != "factory"})
    assert third.from_bytes(made.to_bytes())(text)._.article == made(text)._.article


@pytest.mark.parametrize(
    ("config", "error", "message"),
    [
        ({"published": "gestern"}, DateError, "gestern"),
        ({"gazetteer": [{"name": "Rat"}, {"nam": "Rat"}]}, PipelineError, r"gazetteer\[1\]"),
        ({"gazetteer": [{"name": "Rat", "kind": "ship"}]}, PipelineError, "ship"),
        ({"gazetteer": [{"name": "Rat", "aliases": "R"}]}, PipelineError, "aliases"),
    ],
)
def test_wrong_settings_are_refused(config: dict[str, object], error: type[NewsmodelError], message: str) -> None:
    with pytest.raises(error, match=message):
        spacy.blank("de").add_pipe("newsmodel", config=config)


def test_the_name_of_somebody_else_is_not_taken() -> None:
    kept = Doc.get_extension("article") if Doc.has_extension("article") else None
    Doc.set_extension("article", default="theirs", force=True)
    try:
        with pytest.raises(PipelineError, match="somebody else"):
            spacy.blank("de").add_pipe("newsmodel")
    finally:
        Doc.remove_extension("article")
        if kept:
            Doc.set_extension("article", getter=kept[2])


@pytest.mark.slow
def test_processes_hand_the_article_back(nlp: Language) -> None:
    texts = [TEXT, "Kiel (dpa) - Der Hafen ist zu."] * 2
    alone = [nlp(text)._.article for text in texts]
    assert [doc._.article for doc in nlp.pipe(texts, n_process=2, batch_size=1)] == alone
