"""What the wire adds to the words: zones, dateline, sign-off, codes; and what could not be resolved."""

from __future__ import annotations

import attrs

from newsmodel.model._base import Value, require, require_words
from newsmodel.model.date import PartialDate
from newsmodel.model.span import Span
from newsmodel.model.vocab import Severity, ZoneKind

SCHEMA_VERSION = 1
"""The version of the model as it is stored; raised when stored articles change their form."""


@attrs.frozen(kw_only=True)
class Zone(Value):
    """A stretch of a dispatch with one purpose.

    Attributes:
        kind: what it is.
        span: where.
        public: False for what is meant for editors only.

    Examples:
        >>> str(Zone(kind=ZoneKind.HEADLINE, span=Span(start=0, end=20)).kind)
        'headline'
    """

    kind: ZoneKind
    span: Span
    public: bool = True


@attrs.frozen(kw_only=True)
class Dateline(Value):
    """The opening `ORT (Agentur) -` of a dispatch.

    Attributes:
        places: the places, as written.
        agency: the agency, as written in the brackets.
        date: a date inside the dateline.
        span: where, with the closing dash.

    Examples:
        >>> # Kiel/Hamburg (dpa/lno) -
        >>> Dateline(places=("Kiel", "Hamburg"), agency="dpa/lno", span=Span(start=0, end=25)).places
        ('Kiel', 'Hamburg')
    """

    places: tuple[str, ...]
    agency: str | None = None
    date: PartialDate | None = None
    span: Span


@attrs.frozen(kw_only=True)
class SignOff(Value):
    """The closing codes of author and desk.

    Attributes:
        codes: each code, in order.
        span: where.

    Examples:
        >>> SignOff(codes=("dpa", "msa", "yyno"), span=Span(start=0, end=12)).codes[0]
        'dpa'
    """

    codes: tuple[str, ...]
    span: Span


@attrs.frozen(kw_only=True)
class Concept(Value):
    """A subject or place that the sender attached, possibly from a code list.

    Attributes:
        name: in words.
        scheme: the code list.
        code: the code in it.

    Examples:
        >>> Concept(name="Politik", scheme="medtop", code="11000000").code
        '11000000'
    """

    name: str
    scheme: str | None = None
    code: str | None = None


@attrs.frozen(kw_only=True)
class Diagnostic(Value):
    """Something that could not be read or resolved, as data.

    Attributes:
        code: a short dotted id that programs can rely on.
        message: what is the matter, in words.
        span: where, if it has a place in the text.
        severity: info, warning or error.

    Examples:
        >>> str(Diagnostic(code="wire.empty", message="the text is empty").severity)
        'warning'
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.WARNING

    def _check(self) -> None:
        require_words(self, "code", "message")


@attrs.frozen(kw_only=True)
class Provenance(Value):
    """What made an article.

    Attributes:
        library: the version of newsmodel.
        pipeline: name and version of the spaCy pipeline; None where none was used.
        schema: the version of the model, from 1 and below 2**53: what every reader of JSON takes (RFC 8259).

    Examples:
        >>> Provenance(library="0.1.0", pipeline="newsmodel_de 1").pipeline
        'newsmodel_de 1'
    """

    library: str
    pipeline: str | None = None
    schema: int = SCHEMA_VERSION

    def _check(self) -> None:
        require(1 <= self.schema < 2**53, self, "schema", "it must be from 1 and below 2**53")
