"""From dispatches to articles: the pipeline, then every parser in turn."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from newsmodel.errors import FieldTypeError
from newsmodel.model import Article, Diagnostic, Issue, Meeting, PartialDate, Provenance, Severity, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language

    from newsmodel.parsers.actors.gazetteer import Gazetteer
    from newsmodel.parsers.reading import Reading
    from newsmodel.wire.dispatch import Dispatch

__all__ = ["article_of", "articles_of", "date_of", "extract", "is_german", "unread"]


def date_of(published: PartialDate | dt.date | str | None) -> PartialDate | None:
    """Return the date that a caller gives, as precise as it is given.

    Raises:
        NewsmodelError: it is no date.
    """
    if published is None or isinstance(published, PartialDate):
        return published
    if not isinstance(published, str | dt.date):
        raise FieldTypeError("Dispatch", "published", "PartialDate, date or str", published)
    return PartialDate.parse(published if isinstance(published, str) else published.isoformat())


def article_of(dispatch: Dispatch, nlp: Language | None = None, gazetteer: Gazetteer | None = None) -> Article:
    """Return the article of a dispatch; arguments and errors are those of `newsmodel.parse`."""
    from newsmodel.german.pipeline import load
    from newsmodel.parsers.reading import read_dispatch

    if not is_german(dispatch):
        return unread(dispatch)
    return extract(read_dispatch(dispatch, nlp or load()), gazetteer)


def articles_of(
    dispatches: Sequence[Dispatch], *, nlp: Language | None = None, gazetteer: Gazetteer | None = None
) -> list[Article | Exception]:
    """Return the article of each dispatch, or what went wrong with it.

    Sentences of like length go through the network together, whichever dispatch they are from; each article is the one
    that its dispatch gives alone.

    Args:
        dispatches: the dispatches.
        nlp: see `newsmodel.parse`.
        gazetteer: see `newsmodel.parse`.
    """
    from newsmodel.german.pipeline import load
    from newsmodel.parsers.reading import read_dispatches

    german = [dispatch for dispatch in dispatches if is_german(dispatch)]
    try:
        readings = dict(zip(map(id, german), read_dispatches(german, nlp or load()), strict=True))
    except Exception:  # noqa: BLE001 - whatever a pipeline raises on one of them: below each is tried by itself
        readings = {}
    found: list[Article | Exception] = []
    for dispatch in dispatches:
        reading = readings.pop(id(dispatch), None)
        try:
            found.append(article_of(dispatch, nlp, gazetteer) if reading is None else extract(reading, gazetteer))
        except Exception as error:  # noqa: BLE001 - one dispatch does not stop the others
            found.append(error)
    return found


def is_german(dispatch: Dispatch) -> bool:
    """Return whether a dispatch is German: by its words, or where they are too few to tell, by what the sender says."""
    from newsmodel.language import detect_language

    found = detect_language(dispatch.text)
    return found == "de" or (found is None and _subtag(dispatch.language or "de") in ("de", "deu", "ger"))


def _subtag(language: str | None) -> str:
    return (language or "").lower().partition("-")[0]


def unread(dispatch: Dispatch) -> Article:
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
    article = _built(
        reading.dispatch,
        reading,
        language=reading.dispatch.language if _subtag(reading.dispatch.language) == "de" else "de",
        actors=cast.actors,
        times=times.times,
        statements=statements,
        meetings=meetings,
        stances=stances,
        issues=_issues(meetings, stances),
        diagnostics=(*_endless(reading), *times.diagnostics, *cast.diagnostics),
    )
    return reading.cuts.lay_back(article, reading.origin) if reading.cuts else article


def _endless(reading: Reading) -> Iterator[Diagnostic]:
    """Yield a diagnostic where a sentence of the body was too long to be read as one, at its first cut."""
    from newsmodel.german.pipeline.sentences import CUT_KEY, LONGEST

    doc = reading.doc
    for token in (doc[i] for i in doc.origin.user_data.get(CUT_KEY, ())):
        if reading.paragraph_of(token) >= 0:
            message = f"sentences of more than {LONGEST} words and marks are read in parts"
            span = Span(start=token.idx, end=token.idx + len(token.text))
            yield Diagnostic(code="text.endless_sentence", message=message, span=span, severity=Severity.INFO)
            return


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
