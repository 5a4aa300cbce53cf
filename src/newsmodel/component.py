"""The spaCy component `newsmodel`: `nlp.add_pipe("newsmodel")` puts an Article on every Doc.

    >>> from newsmodel.german.pipeline import make
    >>> nlp = make()
    >>> _ = nlp.add_pipe("newsmodel", config={"published": "2025-03-04"})
    >>> doc = nlp("Kiel (dpa) - Die Ministerin Anna Berg traf am Montag Bürgermeister Jan Voss.")
    >>> [actor.name for actor in doc._.article.actors]
    ['Anna Berg', 'Jan Voss']

Any German pipeline will do that sets parts of speech, features, lemmas and a dependency parse before it, in Universal
Dependencies or in the TIGER scheme (spaCy's `de_core_news` models). What was found is kept on the Doc alone, in
`Doc.user_data`, as the JSON of the article: it survives `Doc.to_bytes`, `DocBin(store_user_data=True)` and
`nlp.pipe(n_process=2)`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsmodel.api import parse_doc
from newsmodel.codec import dumps, loads
from newsmodel.errors import PipelineError
from newsmodel.model import Article
from newsmodel.parsers.actors.gazetteer import Entry, Gazetteer
from newsmodel.parsers.reading import PIPELINE_KEY

__all__ = ["ArticleComponent", "make_component"]

ARTICLE_KEY = "newsmodel.article"
"""Where `Doc.user_data` holds the article, as a `str` of JSON."""


class _Stored(str):
    """The JSON of an article, which knows the article; where it was written and read again, a plain str is left."""

    __slots__ = ("article",)

    article: Article


def _store(doc: Doc, article: Article) -> None:
    stored = _Stored(dumps(article))
    stored.article = article
    doc.user_data[ARTICLE_KEY] = stored


def _stored_article(doc: Doc) -> Article | None:
    """Return what `Doc._.article` shows: the article of a Doc, None where the component has not run."""
    stored = doc.user_data.get(ARTICLE_KEY)
    if stored is None:
        return None
    if not isinstance(stored, _Stored):
        _store(doc, loads(stored))
        stored = doc.user_data[ARTICLE_KEY]
    article: Article = stored.article
    return article


class ArticleComponent:
    """Reads the annotated Doc of a whole message and sets `Doc._.article`.

    The date of publication is, first found: `Doc._.published` (a str such as `"2025-03"`, a date or a `PartialDate`;
    set it on the Doc before the pipeline runs), the component's own `published`, what the text says.

    Args:
        nlp: the pipeline, which the article's provenance names.
        name: the name of the component in it.
        published: the date of publication of all Docs that bring none, as precisely as it is known.
        gazetteer: names of your own that are to be found as actors.

    Raises:
        PipelineError: `Doc._.article` is an extension of somebody else's; at a Doc that lacks annotation.

    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> nlp = spacy.blank("de")
    >>> read = ArticleComponent(nlp, "newsmodel")
    >>> words, tags = ["Berg", "lehnte", "das", "ab", "."], ["PROPN", "VERB", "PRON", "ADP", "PUNCT"]
    >>> doc = Doc(nlp.vocab, words, lemmas=["Berg", "ablehnen", "das", "ab", "."], pos=tags, morphs=[""] * 5,
    ...           heads=[1, 1, 1, 1, 1], deps=["nsubj", "ROOT", "obj", "compound:prt", "punct"])
    >>> read(doc)._.article.text
    'Berg lehnte das ab . '
    """

    def __init__(
        self,
        nlp: Language,
        name: str,
        *,
        published: str | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        self.name = name
        self.published = published
        self.gazetteer = gazetteer
        self._meta = nlp.meta
        _register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc and return it."""
        own = doc._.published if Doc.has_extension("published") else None
        version = f"{self._meta.get('name', 'pipeline')} {self._meta.get('version', '')}"
        doc.user_data[PIPELINE_KEY] = version.strip()
        _store(doc, parse_doc(doc, published=own or self.published, gazetteer=self.gazetteer))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:  # noqa: ARG002
        """Read a stream of Docs, one by one."""
        for doc in stream:
            yield self(doc)


def _register_extensions() -> None:
    if not Doc.has_extension("article"):
        Doc.set_extension("article", getter=_stored_article)
    elif Doc.get_extension("article")[2] is not _stored_article:
        raise PipelineError("Doc._.article is an extension of somebody else's: newsmodel needs that name")
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)


@Language.factory(
    "newsmodel",
    default_config={"published": None, "gazetteer": []},
    assigns=["doc._.article"],
    requires=["token.pos", "token.lemma", "token.morph", "token.dep", "token.head"],
)
def make_component(
    nlp: Language, name: str, published: str | None, gazetteer: list[dict[str, Any]]
) -> ArticleComponent:
    """Make the component from its configuration, which is plain JSON; spaCy calls this.

    Args:
        nlp: the pipeline.
        name: the name of the component in it.
        published: see `ArticleComponent`.
        gazetteer: names of your own: a list of tables with the fields of
            `newsmodel.parsers.actors.gazetteer.Entry`, such as `{"name": "Moorwerke AG", "aliases": ["MWAG"]}`.

    Raises:
        PipelineError: an entry of the gazetteer is none, or `Doc._.article` is taken.
        DateError: `published` is no date.

    >>> import spacy
    >>> make_component(spacy.blank("de"), "newsmodel", "2025-03", [{"name": "Moorwerke AG"}]).gazetteer.entries[0].name
    'Moorwerke AG'
    """
    from newsmodel.model import PartialDate

    if published is not None:
        PartialDate.parse(published)
    entries = []
    for at, fields in enumerate(gazetteer):
        try:
            entries.append(Entry(**fields))
        except (TypeError, ValueError) as error:
            raise PipelineError(f"gazetteer[{at}] is no entry: {error}") from error
    return ArticleComponent(nlp, name, published=published, gazetteer=Gazetteer(entries) if entries else None)
