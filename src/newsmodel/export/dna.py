"""The event list of Discourse Network Analyzer 3, out: https://github.com/leifeld/dna.

One row for each holder of a stance, with the default variables of DNA: person, organization, concept, agreement. Offsets
are UTF-16 units, since DNA counts as Java does.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from typing import Any

import attrs

from newsmodel.export._carry import Lost, all_fields, carry, only_used
from newsmodel.export._utf16 import Utf16
from newsmodel.export.formats import Format
from newsmodel.model import Actor, ActorKind, Article, Issue, Meeting, PartialDate, Polarity, Role, Stance

__all__ = ["COLUMNS", "FORMAT", "export_dna", "project_dna"]

COLUMNS = (
    "statement_id",
    "time",
    "person",
    "organization",
    "concept",
    "agreement",
    "start_position",
    "stop_position",
    "text",
    "coder",
    "document_id",
    "document_title",
    "document_author",
    "document_source",
    "document_section",
    "document_type",
)
"""The columns, as DNA's own export has them."""

_AGREEMENT = {Polarity.SUPPORT: 1, Polarity.OPPOSE: 0}

LOSSES = (
    "All but stances: statements without a stance, meetings and times that are no target, the text itself.",
    "Stances that are mixed, and those known only from somebody else's word.",
    "Of a stance: all evidence but the first, reason, basis, statement; that several hold it together (one row each).",
    "Of an actor: all but the name and, for a person, the first body of a role.",
    "Whether a target is an actor, a meeting or an issue.",
    "Publication dates less exact than a day; the time zone; a day without a clock time becomes its midnight.",
    "Of the article: all but publication date, headline, byline and agency.",
    "Semicolons become commas, double quotes single ones, line breaks and controls blanks, as in DNA's own export.",
)

_LOST: Lost = {
    Article: all_fields(
        Article,
        but=("text", "published", "headline", "byline", "agency", "actors", "issues", "meetings", "stances"),
    ),
    Actor: frozenset({"mentions", "members", "wikidata"}),
    Role: frozenset({"span"}),
    Meeting: all_fields(Meeting, but=("anchors", "status", "format")),
    Stance: frozenset({"reason", "statement", "rule"}),
}


def project_dna(article: Article) -> Article:
    """Return the part of an article that the event list carries.

    What a class of the model demands (the status of a meeting that is a target) stays, although it is not carried.

    Args:
        article: the article.

    Returns:
        The stances and what they lead to, without what `FORMATS["dna"].losses` names.

    Examples:
        >>> project_dna(Article(text="Der Rat tagt.", urgency=2)).urgency is None
        True
    """
    date = article.published
    known = attrs.evolve(article, published=_whole(date) if date is not None and date.day is not None else None)
    return only_used(carry(known, lost=_LOST, adapt=_adapt), "stances")


def _whole(date: PartialDate) -> PartialDate:
    return attrs.evolve(date, hour=date.hour or 0, minute=date.minute or 0, zone=None)


def _adapt(value: Any) -> Any:
    match value:
        case Actor():
            bodies = [role.of for role in value.roles if role.of is not None]
            person = value.kind is ActorKind.PERSON
            return attrs.evolve(value, roles=tuple(Role(title=None, of=of) for of in bodies[:1] if person))
        case Stance():
            if value.polarity not in _AGREEMENT or value.attributed_to:
                return None
            return attrs.evolve(value, evidence=value.evidence[:1])
    return value


def export_dna(article: Article) -> str:
    """Return the stances of an article as an event list of DNA.

    Args:
        article: the article.

    Returns:
        CSV with semicolons, a header first; only the header where there is no stance.

    Examples:
        >>> from newsmodel import Basis, Span
        >>> council = Actor(name="Rat", kind=ActorKind.ORGANIZATION, mentions=())
        >>> move = Issue(label="Umzug", spans=(Span(start=18, end=23),))
        >>> no = Stance(
        ...     holders=(council,), target=move, polarity=Polarity.OPPOSE, basis=Basis.EXPRESSED,
        ...     evidence=(Span(start=8, end=13),), rule="x",
        ... )
        >>> article = Article(text="Der Rat lehnt den Umzug ab.", actors=(council,), issues=(move,), stances=(no,))
        >>> print(export_dna(article).splitlines()[1])
        1;;;Rat;Umzug;0;8;13;lehnt;newsmodel;1;;;;;
    """
    carried = project_dna(article)
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    document = [_plain(carried.headline), _plain(carried.byline), _plain(carried.agency), "", ""]
    time = "" if carried.published is None else f"{str(carried.published).replace('T', ' ')}:00"
    for number, row in enumerate(_rows(carried), 1):
        writer.writerow([number, time, *row, "newsmodel", 1, *document])
    return buffer.getvalue()


def _rows(article: Article) -> Iterator[list[Any]]:
    units = Utf16(article.text)
    for stance in article.stances:
        span = stance.evidence[0]
        place = [units.offset(span.start), units.offset(span.end), _plain(article[span])]
        for holder in stance.holders:
            person = holder.kind is ActorKind.PERSON
            body = next((role.of.name for role in holder.roles if role.of is not None), "")
            who = [_plain(holder.name), _plain(body)] if person else ["", _plain(holder.name)]
            yield [*who, _plain(_label(stance.target, article)), _AGREEMENT[stance.polarity], *place]


def _label(target: Actor | Meeting | Issue, article: Article) -> str:
    match target:
        case Actor():
            return target.name
        case Issue():
            return target.label
        case Meeting():
            return article[target.anchors[0]]


def _plain(text: str | None) -> str:
    """Return text as DNA writes it: on one line, without what would end a field."""
    swapped = (text or "").replace(";", ",").replace('"', "'")
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in swapped)


FORMAT = Format(
    name="dna",
    title="Discourse Network Analyzer 3, event list (CSV)",
    suffix=".dna.csv",
    losses=LOSSES,
    dump=export_dna,
    project=project_dna,
)
