"""TimeML 1.2.1 with TIMEX3 inline, out and in: https://timeml.github.io/site/timeMLdocs/timeml_1.2.1.html.

The text of the document is the text of the article. The publication date is an empty TIMEX3 before it.
"""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.errors import FormatError, NewsmodelError
from newsmodel.export._carry import Lost, all_fields, carry
from newsmodel.export._xml import attribute, check_characters, escape
from newsmodel.export.formats import Format
from newsmodel.export.timeml.reading import NAME, Timex, read_document
from newsmodel.model import Article, PartialDate, Span, TimeExpression, TimeType

__all__ = ["FORMAT", "export_timeml", "import_timeml", "project_timeml"]

MODS = frozenset(
    {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN"}
    | {"EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"}
)
"""The modifiers that TimeML knows."""

LOSSES = (
    "All but the text, the publication date and the expressions of time.",
    "The label of a time zone in the publication date.",
    "Of expressions of time that overlap all but the first, the longer one where two begin together; their order.",
    "Modifiers that TimeML does not know.",
    "The interval, begin and end points, the candidates, the EDTF form; what an expression counts from, where that is not the publication date.",
    "A text with a character that XML cannot hold (controls, U+FFFE, U+FFFF) cannot be written: FormatError.",
)

_LOST: Lost = {
    Article: all_fields(Article, but=("text", "published", "times")),
    TimeExpression: all_fields(TimeExpression, but=("span", "type", "value", "mod", "quant", "freq", "anchor", "rule")),
}


def project_timeml(article: Article) -> Article:
    """Return the part of an article that TimeML carries.

    Args:
        article: the article.

    Returns:
        The text, the publication date and the expressions of time, without what `FORMATS["timeml"].losses` names.

    Examples:
        >>> project_timeml(Article(text="Der Rat tagt.", headline="Rat")).headline is None
        True
    """
    published = _without_label(article.published)

    def adapt(value: Any) -> Any:
        if not isinstance(value, TimeExpression):
            return value
        mod = value.mod if value.mod in MODS else None
        anchor = published if published is not None and value.anchor in (article.published, published) else None
        return attrs.evolve(value, mod=mod, anchor=anchor, rule=NAME)

    carried = carry(article, lost=_LOST, adapt=adapt)
    return attrs.evolve(carried, published=published, times=_apart(carried.times))


def _without_label(date: PartialDate | None) -> PartialDate | None:
    return date if date is None or date.offset else attrs.evolve(date, zone=None)


def _apart(times: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    kept: list[TimeExpression] = []
    for time in sorted(times, key=lambda time: (time.span.start, -time.span.end)):
        if not kept or kept[-1].span.end <= time.span.start:
            kept.append(time)
    return tuple(kept)


def export_timeml(article: Article) -> str:
    """Return an article as TimeML.

    Args:
        article: the article.

    Returns:
        The document, as XML.

    Raises:
        FormatError: the text holds a character that XML cannot hold.

    Examples:
        >>> time = TimeExpression(span=Span(start=8, end=14), type=TimeType.DATE, value="XXXX-WXX-1", rule="x")
        >>> print(export_timeml(Article(text="Rat: am Montag.", times=(time,))).splitlines()[1])
        <TimeML>Rat: am <TIMEX3 tid="t1" type="DATE" value="XXXX-WXX-1" temporalFunction="false">Montag</TIMEX3>.</TimeML>
    """
    carried = project_timeml(article)
    check_characters(NAME, carried.text, "text")
    parts, done = [], 0
    if carried.published is not None:
        parts.append(_published(carried.published))
    for number, time in enumerate(carried.times, 1):
        tag = _tag(number, time, anchored=time.anchor is not None)
        parts += [escape(carried.text[done : time.span.start]), tag, escape(carried[time.span]), "</TIMEX3>"]
        done = time.span.end
    parts.append(escape(carried.text[done:]))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>{"".join(parts)}</TimeML>\n'


def _published(date: PartialDate) -> str:
    kind = TimeType.DATE if date.hour is None else TimeType.TIME
    value = f'type="{kind}" value="{date}"'
    return f'<TIMEX3 tid="t0" {value} temporalFunction="false" functionInDocument="PUBLICATION_TIME"/>'


def _tag(number: int, time: TimeExpression, *, anchored: bool) -> str:
    given = {name: getattr(time, name) for name in ("value", "mod", "quant", "freq")}
    written = []
    for name, value in given.items():
        if value is not None:
            check_characters(NAME, value, f"times, {name}")
            written.append(attribute(name, value))
    function = 'temporalFunction="true" anchorTimeID="t0"' if anchored else 'temporalFunction="false"'
    return f'<TIMEX3 tid="t{number}" type="{time.type}" {" ".join(written)} {function}>'


def import_timeml(source: str | bytes) -> Article:
    """Return the text, the publication date and the expressions of time of a TimeML document.

    Other tags (EVENT, SIGNAL, links) are passed over. Where there is an element TEXT, as in the corpora of TempEval, the
    text is its content; the publication date is the TIMEX3 with that function, or with that of the creation time.

    Args:
        source: the document.

    Returns:
        The article.

    Raises:
        FormatError: it is not TimeML; with line and column, or the tid.

    Examples:
        >>> article = import_timeml('<TimeML>Am <TIMEX3 tid="t1" type="DATE" value="2024-05-03">Freitag</TIMEX3>.</TimeML>')
        >>> article.text, article.times[0].value
        ('Am Freitag.', '2024-05-03')
    """
    text, timexes = read_document(source)
    stamps = [timex for timex in timexes if timex.get("functionInDocument") in _STAMPS]
    published = _date(stamps[0] if stamps else None)
    name = stamps[0].get("tid") if stamps else None
    times = [
        _time(timex, published if name is not None and timex.get("anchorTimeID") == name else None)
        for timex in timexes
        if timex not in stamps
    ]
    try:
        return Article(text=text, published=published, times=tuple(dict.fromkeys(times)))
    except NewsmodelError as error:
        raise FormatError(NAME, str(error)) from error


_STAMPS = ("PUBLICATION_TIME", "CREATION_TIME")


def _date(timex: Timex | None) -> PartialDate | None:
    if timex is None:
        return None
    try:
        return PartialDate.parse(timex.get("value") or "")
    except NewsmodelError as error:
        raise FormatError(NAME, f"the date of the document: {error}", place=timex.place) from error


def _time(timex: Timex, anchor: PartialDate | None) -> TimeExpression:
    kind, value = timex.get("type"), timex.get("value")
    if kind not in set(TimeType):
        raise FormatError(NAME, f"a TIMEX3 has a type of {', '.join(TimeType)}, not {kind!r}", place=timex.place)
    if not timex.start < timex.end:
        raise FormatError(NAME, "a TIMEX3 without words is read as the date of the document only", place=timex.place)
    try:
        return TimeExpression(
            span=Span(start=timex.start, end=timex.end),
            type=TimeType(kind),
            value=value or "",
            mod=timex.get("mod"),
            quant=timex.get("quant"),
            freq=timex.get("freq"),
            anchor=anchor,
            rule=NAME,
        )
    except NewsmodelError as error:
        raise FormatError(NAME, str(error), place=timex.place) from error


FORMAT = Format(
    name=NAME,
    title="TimeML 1.2.1, TIMEX3 inline",
    suffix=".tml",
    losses=LOSSES,
    dump=export_timeml,
    load=import_timeml,
    project=project_timeml,
)
