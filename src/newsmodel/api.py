"""From text to model: `parse` and `read`, which compose the layers below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from newsmodel.model import Article, PartialDate, TimeExpression
    from newsmodel.parsers.actors.gazetteer import Gazetteer
    from newsmodel.parsers.reading import Reading
    from newsmodel.wire.source import Payload, Source

__all__ = ["analyse", "parse", "parse_doc", "read", "read_all", "times"]


def parse(
    text: str,
    *,
    published: PartialDate | dt.date | str | None = None,
    nlp: Language | None = None,
    gazetteer: Gazetteer | None = None,
) -> Article:
    """Return the model of what a dispatch says.

    Args:
        text: plain agency text; it stands in `Article.text` character for character.
        published: when the dispatch was published, as precisely as is known (`"2024-04"`, a date, a datetime); it
            overrides what the text says. Relative times are resolved against it.
        nlp: a spaCy pipeline to use instead of the bundled one. It must set sentences, parts of speech, features,
            lemmas, a dependency parse in Universal Dependencies or in the TIGER scheme, and entities.
        gazetteer: names and aliases of your own that are to be found as actors.

    Returns:
        The article. A text in another language than German comes back without extracted objects and with the
        diagnostic `language.not_german`.

    Raises:
        FieldTypeError: an argument is of another type.
        NewsmodelError: the text holds lone surrogates, `published` is no date, or `nlp` lacks annotation.

    >>> article = parse("Kiel (dpa) - Die Ministerin Anna Berg sagte, der Hafen werde gebaut.", published="2025-03-04")
    >>> statement = article.statements[0]
    >>> [actor.name for actor in statement.speakers], article[statement.content[0]]
    (['Anna Berg'], 'der Hafen werde gebaut')
    """
    from newsmodel.extraction import article_of, check_options, date_of
    from newsmodel.wire.plain import read_plain

    check_options("parse", nlp=nlp, gazetteer=gazetteer)
    return article_of(read_plain(text, published=date_of(published)), nlp, gazetteer)


def read(
    source: Source,
    *,
    format: str | None = None,
    published: PartialDate | dt.date | str | None = None,
    nlp: Language | None = None,
    gazetteer: Gazetteer | None = None,
) -> Article | Any:
    """Return the model of a dispatch in a file; of a folder or zip archive, an iterator over those of its files.

    Formats are told by the content: dpa digitalwires, NewsML-G2, IPTC 7901, ninjs, the HTML page of an article, plain
    text. A message of up to 16 MiB is read. Of formats other than plain text, `Article.text` is dateline and body,
    then notes and sign-off, divided by blank lines; headline, kicker, teaser and byline are fields.

    Args:
        source: the path of a file, folder or zip archive, the bytes of a file, or an open file.
        format: `digitalwires`, `newsml-g2`, `iptc7901`, `ninjs`, `html` or `plain`; None to detect it.
        published: see `parse`; it overrides what the message says.
        nlp: see `parse`.
        gazetteer: see `parse`.

    Returns:
        The article; of a folder or archive, what `read_all` gives. Which of them it is, is not seen before the source
        is opened: for a type checker it is `Article | Any`, and `read_all` is the one whose type is sure.

    Raises:
        WireError: the message is in no format that is known, or broken; the error names format and place.
        MissingExtraError: NewsML-G2 needs the extra `xml`, HTML the extra `html`.
        OSError: the file cannot be read.
        NewsmodelError: see `parse`.

    >>> read("Kiel (dpa) - Der Hafen wird gebaut.".encode()).dateline.places
    ('Kiel',)
    >>> item = '{"uri": "urn:x:1", "headline": "Hafen zu", "body_text": "Kiel (dpa) - Der Hafen ist gesperrt."}'
    >>> article = read(item.encode())
    >>> article.headline, article.uri, article.dateline.agency
    ('Hafen zu', 'urn:x:1', 'dpa')
    """
    from newsmodel.extraction import check_options
    from newsmodel.wire.source import load
    from newsmodel.wire.streams import members

    check_options("read", nlp=nlp, gazetteer=gazetteer)
    read_one = _reader(format, published, nlp, gazetteer)
    inside = members(source)
    return read_one(load(source)) if inside is None else map(read_one, inside)


def read_all(
    source: Source,
    *,
    format: str | None = None,
    published: PartialDate | dt.date | str | None = None,
    nlp: Language | None = None,
    gazetteer: Gazetteer | None = None,
) -> Iterator[Article]:
    """Return the models of all dispatches in a folder or zip archive, or of the one in a file, one after the other.

    Args:
        source: see `read`; what is no folder or archive is one message.
        format: see `read`.
        published: see `parse`; it overrides what the messages say.
        nlp: see `parse`.
        gazetteer: see `parse`.

    Returns:
        An iterator that reads one file after the other, in the order of their names (hidden files, pictures, sounds
        and films left out); where one cannot be read, `next` raises, and the next call goes on with the file behind it.

    Raises:
        OSError: there is no such file or folder.
        NewsmodelError: see `read`; of a message, when `next` comes to it.

    >>> [article.dateline.places for article in read_all("Kiel (dpa) - Der Hafen wird gebaut.".encode())]
    [('Kiel',)]
    """
    from newsmodel.extraction import check_options
    from newsmodel.wire.source import load
    from newsmodel.wire.streams import members

    check_options("read_all", nlp=nlp, gazetteer=gazetteer)
    read_one = _reader(format, published, nlp, gazetteer)
    inside = members(source)
    # Maps, since a generator is over when it has raised.
    return map(read_one, map(load, (source,)) if inside is None else inside)


def _reader(
    format: str | None,
    published: PartialDate | dt.date | str | None,
    nlp: Language | None,
    gazetteer: Gazetteer | None,
) -> Callable[[Payload], Article]:
    from newsmodel.extraction import article_of, date_of
    from newsmodel.wire.reading import check_format, read_payload

    check_format(format)
    date = date_of(published)
    return lambda payload: article_of(read_payload(payload, format=format, published=date), nlp, gazetteer)


def times(
    text: str, *, published: PartialDate | dt.date | str | None = None, nlp: Language | None = None
) -> tuple[TimeExpression, ...]:
    """Return the expressions of time of a German text: of all of it, headlines and notes too.

    For those who want nothing else: it costs a part of `parse`. In an article, `Article.times` has those of the body.

    Args:
        text: any German text, from one expression to a page.
        published: when it was published, as precisely as is known (`"2024-04"`, a date, a datetime); relative times
            count from it. A date line in the text is used where it is left out.
        nlp: a spaCy pipeline to use instead of the bundled one. `spacy.blank("de")` will do, at a fraction of the time:
            the tense that decides about `am Montag` is then told from the forms of the verbs alone.

    Returns:
        The expressions in the order of the text, with TIMEX3 values; none for a text in another language.

    Raises:
        FieldTypeError: an argument is of another type.
        NewsmodelError: the text holds lone surrogates, or `published` is no date.

    >>> start, end = times("Der Rat tagt vom 3. bis 5. Mai in Kiel.", published="2024-04-02")
    >>> start.value, end.value, str(start.end_point)
    ('2024-05-03', '2024-05-05', '2024-05-05')
    >>> [monday] = times("Sie kamen am Montag.", published="2024-04")
    >>> monday.candidates
    ('2024-04-01', '2024-04-08', '2024-04-15', '2024-04-22', '2024-04-29')
    """
    from newsmodel.extraction import check_options, date_of
    from newsmodel.german.pipeline import load
    from newsmodel.language import is_german
    from newsmodel.parsers.reading import annotate, read_whole
    from newsmodel.parsers.times import find_times
    from newsmodel.wire.plain import read_plain

    check_options("times", nlp=nlp)
    dispatch = read_plain(text, published=date_of(published))
    if not is_german(dispatch.text):
        return ()
    reading = read_whole(annotate(dispatch, load() if nlp is None else nlp), dispatch)
    try:
        return find_times(reading).times
    finally:
        reading.doc.release()


def parse_doc(
    doc: Doc,
    *,
    published: PartialDate | dt.date | str | None = None,
    gazetteer: Gazetteer | None = None,
) -> Article:
    """Return the model of what a Doc says that a spaCy pipeline has annotated already.

    This is what the spaCy component `newsmodel` calls. The Doc is left as it is.

    Args:
        doc: the Doc of a whole message, with parts of speech, features, lemmas, a dependency parse in Universal
            Dependencies or in the TIGER scheme, and entities where there are any.
        published: see `parse`.
        gazetteer: see `parse`.

    Raises:
        FieldTypeError: an argument is of another type.
        PipelineError: the Doc lacks annotation; the message names what, and which components would set it.
        NewsmodelError: `published` is no date.

    >>> from newsmodel.german.pipeline import load
    >>> article = parse_doc(load()("Anna Berg lehnte den Umbau ab."))
    >>> [(stance.holders[0].name, str(stance.polarity)) for stance in article.stances]
    [('Anna Berg', 'oppose')]
    """
    from spacy.tokens import Doc

    from newsmodel.errors import FieldTypeError
    from newsmodel.extraction import check_options, date_of, extract_once, is_german, unread
    from newsmodel.german.tiger import is_tiger, to_universal
    from newsmodel.parsers.adopting import adopt
    from newsmodel.parsers.reading import PIPELINE_KEY, read_doc, require
    from newsmodel.wire.plain import read_plain

    check_options("parse_doc", gazetteer=gazetteer)
    if not isinstance(doc, Doc):
        raise FieldTypeError("parse_doc", "doc", "a Doc of spaCy", doc)
    require(doc)
    dispatch = read_plain(doc.text, published=date_of(published))
    if not is_german(dispatch):
        return unread(dispatch)
    own = adopt(to_universal(doc.copy()) if is_tiger(doc) else doc, dispatch)
    own.user_data[PIPELINE_KEY] = doc.user_data.get(PIPELINE_KEY)
    return extract_once(read_doc(own, dispatch), gazetteer)


def analyse(text: str, *, published: PartialDate | dt.date | str | None = None, nlp: Language | None = None) -> Reading:
    """Return what the parsers read: the annotated Doc of a plain text and its body sentences.

    For those who write parsers of their own; the arguments and errors are those of `parse`.

    Examples:
        >>> reading = analyse("Kiel (dpa) - Der Hafen ist zu.")
        >>> [sentence.text for sentence in reading.sentences]
        ['Der Hafen ist zu.']
    """
    from newsmodel.extraction import check_options, date_of
    from newsmodel.german.pipeline import load
    from newsmodel.parsers.reading import read_dispatch
    from newsmodel.wire.plain import read_plain

    check_options("analyse", nlp=nlp)
    return read_dispatch(read_plain(text, published=date_of(published)), load() if nlp is None else nlp)
