"""From text to model: `parse` and `read`, which compose the layers below them."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, Any

from newsmodel.model import Article, Diagnostic, Issue, Meeting, PartialDate, Provenance, Severity, Stance

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Doc

    from newsmodel.parsers.actors.gazetteer import Gazetteer
    from newsmodel.parsers.reading import Reading
    from newsmodel.wire.dispatch import Dispatch

__all__ = ["analyse", "parse", "parse_doc", "read"]


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
        NewsmodelError: the text holds lone surrogates, `published` is no date, or `nlp` lacks annotation.

    >>> article = parse("Kiel (dpa) - Die Ministerin Anna Berg sagte, der Hafen werde gebaut.", published="2025-03-04")
    >>> statement = article.statements[0]
    >>> [actor.name for actor in statement.speakers], article[statement.content[0]]
    (['Anna Berg'], 'der Hafen werde gebaut')
    """
    from newsmodel.wire.plain import read_plain

    return _article(read_plain(text, published=_date(published)), nlp, gazetteer)


def read(
    source: str | os.PathLike[str] | bytes | IO[bytes] | IO[str],
    *,
    published: PartialDate | dt.date | str | None = None,
    nlp: Language | None = None,
    gazetteer: Gazetteer | None = None,
) -> Article:
    """Return the model of a dispatch in a file.

    Args:
        source: the path of a file of plain text, its bytes, or an open file. UTF-8 and ISO 8859-1 are told apart.
        published: see `parse`.
        nlp: see `parse`.
        gazetteer: see `parse`.

    Raises:
        WireError: the bytes are no text.
        OSError: the file cannot be read.
        NewsmodelError: see `parse`.

    >>> read("Kiel (dpa) - Der Hafen wird gebaut.".encode()).dateline.places
    ('Kiel',)
    """
    from newsmodel.wire.source import read_source

    return parse(read_source(source), published=published, nlp=nlp, gazetteer=gazetteer)


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
        PipelineError: the Doc lacks annotation; the message names what, and which components would set it.
        NewsmodelError: `published` is no date.

    >>> from newsmodel.german.pipeline import load
    >>> article = parse_doc(load()("Anna Berg lehnte den Umbau ab."))
    >>> [(stance.holders[0].name, str(stance.polarity)) for stance in article.stances]
    [('Anna Berg', 'oppose')]
    """
    from newsmodel.german.tiger import is_tiger, to_universal
    from newsmodel.language import is_german
    from newsmodel.parsers.adopting import adopt
    from newsmodel.parsers.reading import PIPELINE_KEY, read_doc, require
    from newsmodel.wire.plain import read_plain

    require(doc)
    dispatch = read_plain(doc.text, published=_date(published))
    if not is_german(dispatch.text):
        return _unread(dispatch)
    own = adopt(to_universal(doc.copy()) if is_tiger(doc) else doc, dispatch)
    own.user_data[PIPELINE_KEY] = doc.user_data.get(PIPELINE_KEY)
    return extract(read_doc(own, dispatch), gazetteer)


def analyse(text: str, *, published: PartialDate | dt.date | str | None = None, nlp: Language | None = None) -> Reading:
    """Return what the parsers read: the annotated Doc of a plain text and its body sentences.

    For those who write parsers of their own; the arguments and errors are those of `parse`.
    """
    from newsmodel.wire.plain import read_plain

    return _reading(read_plain(text, published=_date(published)), nlp)


def _date(published: PartialDate | dt.date | str | None) -> PartialDate | None:
    if published is None or isinstance(published, PartialDate):
        return published
    return PartialDate.parse(published if isinstance(published, str) else published.isoformat())


def _reading(dispatch: Dispatch, nlp: Language | None) -> Reading:
    from newsmodel.german.pipeline import load
    from newsmodel.parsers.reading import annotate, read_doc

    return read_doc(annotate(dispatch, nlp or load()), dispatch)


def _article(dispatch: Dispatch, nlp: Language | None, gazetteer: Gazetteer | None) -> Article:
    from newsmodel.language import is_german

    if not is_german(dispatch.text):
        return _unread(dispatch)
    return extract(_reading(dispatch, nlp), gazetteer)


def _unread(dispatch: Dispatch) -> Article:
    """Return the article of a dispatch in another language than German: what the wire says, and a diagnostic."""
    found = Diagnostic(
        code="language.not_german",
        message="the text does not look German: nothing was extracted",
        severity=Severity.WARNING,
    )
    return _built(dispatch, None, diagnostics=(found,), language=None)


def extract(reading: Reading, gazetteer: Gazetteer | None = None) -> Article:
    """Return the article of an annotated dispatch: every parser in turn, each on what those before it found."""
    from newsmodel.parsers.actors import find_actors
    from newsmodel.parsers.meetings import find_meetings
    from newsmodel.parsers.stances import find_stances
    from newsmodel.parsers.statements import find_statements
    from newsmodel.parsers.times import find_times

    times = find_times(reading)
    cast = find_actors(reading, gazetteer)
    statements = find_statements(reading, cast, times)
    meetings = find_meetings(reading, cast, times.times, statements)
    stances = find_stances(reading, cast, statements, meetings)
    return _built(
        reading.dispatch,
        reading,
        language="de",
        actors=cast.actors,
        times=times.times,
        statements=statements,
        meetings=meetings,
        stances=stances,
        issues=_issues(meetings, stances),
        diagnostics=(*times.diagnostics, *cast.diagnostics),
    )


def _issues(meetings: Iterable[Meeting], stances: Iterable[Stance]) -> tuple[Issue, ...]:
    """Return what meetings and stances are about, each once, in the order of the text."""
    found = {topic for meeting in meetings for topic in meeting.topics}
    found |= {stance.target for stance in stances if isinstance(stance.target, Issue)}
    return tuple(sorted(found, key=lambda issue: [(s.start, s.end) for s in issue.spans]))


def _built(
    dispatch: Dispatch, reading: Reading | None, *, diagnostics: tuple[Diagnostic, ...], **found: Any
) -> Article:
    from newsmodel import __version__

    provenance = Provenance(library=__version__, pipeline=reading.pipeline if reading else None)
    return dispatch.article(provenance=provenance, diagnostics=(*dispatch.diagnostics, *diagnostics), **found)
