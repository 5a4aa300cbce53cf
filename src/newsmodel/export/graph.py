"""GraphML and GEXF, out, through networkx: http://graphml.graphdrawing.org and https://gexf.net.

One article as the graph of `newsmodel.graphs`, for Gephi, yEd, Cytoscape and igraph; `newsmodel.graph` makes one graph of
many articles. Needs the extra `newsmodel[graph]`.
"""

from __future__ import annotations

import io
from typing import Any

import attrs

from newsmodel.export._carry import NOT_CARRIED, Lost, all_fields, carry
from newsmodel.export._dates import with_dates_of_meetings
from newsmodel.export.formats import Format
from newsmodel.graphs import graph, write_gexf, write_graphml
from newsmodel.model import Article, Issue, Meeting, Role, Statement, TimeExpression

__all__ = ["GEXF", "GRAPHML", "export_gexf", "export_graphml", "project_graph"]

LOSSES = (
    "Where anything stands in the text, which mentions are names; how often an actor is mentioned is carried.",
    "The text itself: where there is no headline, its first 80 characters are the label of the article.",
    "Of the article: all but the identifier, version, publication date, headline, agency, signal and status.",
    "Expressions of time, but for the first and the last day on which a meeting may be.",
    "Of a meeting: all anchors but the first, evidence, and the reason where nobody is named who called it off.",
    "Of a statement: the words of speaker, addressee and frame, the time, and the cue where there is a content.",
    "Of a stance: all of the actors on whose word it is known but their names.",
    "That two objects are two, where they differ in nothing but what is lost.",
    "Runs of white space become one blank, semicolons in titles commas, what XML cannot hold becomes U+FFFD.",
)

_LOST: Lost = {
    Article: all_fields(
        Article,
        but=(
            *("text", "uri", "version", "published", "headline", "agency", "signal", "status"),
            *("actors", "times", "issues", "meetings", "statements", "stances"),
        ),
    ),
    Role: frozenset({"span"}),
    TimeExpression: all_fields(
        TimeExpression, but=("span", "type", "value", "earliest", "latest", "begin_point", "end_point", "rule")
    ),
    Meeting: frozenset({"evidence"}),
    Statement: frozenset({"speaker", "addressee", "frame", "time"}),
}


def project_graph(article: Article) -> Article:
    """Return the part of an article that its graph carries.

    What a class of the model demands (the span of an issue, the value of a time) stays, although it is not carried; so
    do mentions, which the graph counts.

    Args:
        article: the article.

    Returns:
        The article without what `FORMATS["graphml"].losses` names; GEXF carries the same.

    Examples:
        >>> project_graph(Article(text="Der Rat tagt.", urgency=2, headline="Rat"))
        Article('Rat', 0 actors, 0 times, 0 issues, 0 meetings, 0 statements, 0 stances)
    """
    return with_dates_of_meetings(carry(article, lost=_LOST, adapt=_adapt))


def _adapt(value: Any) -> Any:
    match value:
        case TimeExpression():
            return _bounds(value)
        case Issue():
            return attrs.evolve(value, spans=value.spans[:1])
        case Meeting():
            reason = value.reason if value.cancelled_by else None
            return attrs.evolve(value, anchors=value.anchors[:1], reason=reason)
        case Statement():
            return attrs.evolve(value, cue=() if value.content else value.cue)
    return value


def _bounds(time: TimeExpression) -> TimeExpression | None:
    """Return a time with what `days_of` reads in it alone; None where it tells no day."""
    if time.begin_point is not None or time.end_point is not None:
        return attrs.evolve(time, earliest=None, latest=None, rule=NOT_CARRIED)
    if time.earliest is None and time.latest is None:
        return None
    return attrs.evolve(time, rule=NOT_CARRIED)


def export_graphml(article: Article) -> str:
    """Return an article as a graph in GraphML.

    Nodes and edges are those of `newsmodel.graph`; a dispatch that the agency took back is written too.

    Args:
        article: the article.

    Returns:
        XML, to be encoded in UTF-8; the same article gives the same text.

    Raises:
        MissingExtraError: networkx is not installed (`newsmodel[graph]`).

    Examples:
        >>> "Der Rat ruht." in export_graphml(Article(text="Der Rat ruht."))
        True
    """
    return _written(article, write_graphml)


def export_gexf(article: Article) -> str:
    """Return an article as a graph in GEXF 1.2: the graph that `export_graphml` writes, whose arguments and errors it has.

    Examples:
        >>> "Der Rat ruht." in export_gexf(Article(text="Der Rat ruht."))
        True
    """
    return _written(article, write_gexf)


def _written(article: Article, write: Any) -> str:
    buffer = io.BytesIO()
    # "newest" would leave out an article that is killed; here it is the one that was asked for.
    write(graph(project_graph(article), versions="all"), buffer)
    return buffer.getvalue().decode()


GRAPHML = Format(
    name="graphml",
    title="GraphML 1.0, one graph of actors, meetings, statements and issues",
    suffix=".graphml",
    losses=LOSSES,
    dump=export_graphml,
    project=project_graph,
    extra="graph",
)
GEXF = Format(
    name="gexf",
    title="GEXF 1.2, the same graph",
    suffix=".gexf",
    losses=LOSSES,
    dump=export_gexf,
    project=project_graph,
    extra="graph",
)
