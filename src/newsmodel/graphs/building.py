"""From articles to one graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from newsmodel.errors import FieldTypeError
from newsmodel.extras import load_extra
from newsmodel.graphs.merging import Merging
from newsmodel.graphs.parts import write
from newsmodel.graphs.versions import age, newest
from newsmodel.model import Article
from newsmodel.model.ids import digest

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = "nx.MultiDiGraph[str]"


def graph(
    articles: Article | Iterable[Article], *, versions: Literal["newest", "all"] = "newest"
) -> nx.MultiDiGraph[str]:
    """Return articles as one directed graph with typed nodes and edges.

    Every node has `node_type` and `label`, every edge `edge_type`, `weight` and the `article` that says it. Values are
    strings, whole numbers and booleans; what is not known is left out; white space is folded.

    Nodes, by `node_type`, with their keys and attributes:

    - article, `article:DIGEST`: uri, version, published, agency, signal, status.
    - actor, for its key see below: kind, wikidata, titles, mentions (how often), articles (in how many).
    - meeting, `meeting:DIGEST/m1`: status, format, first_day, last_day, place, duration, rule.
    - statement, `statement:DIGEST/s1`: type, medium, negated, rule.
    - issue, `issue:DIGEST/i1`.

    Edges, by `edge_type`, with what they lead from and to, and attributes:

    - mentions: article to actor; `weight` says how often.
    - reports: article to meeting, statement and issue.
    - has_role: actor to the actor that is the body; title.
    - member_of: actor to the actor that is the group.
    - takes_part: actor to meeting; part.
    - calls_off: actor to meeting; reason.
    - about: meeting to issue.
    - says: actor to statement. addresses: statement to actor. inside: statement to statement.
    - supports, opposes, mixed_towards: actor to actor, meeting or issue; stance, basis, evidence, reason, attributed_to,
      statement, rule.
    - supersedes: article to its earlier version, with `versions="all"`.

    Actors of different articles are one node if they have the same kind and the same name (Unicode NFKC, without regard
    to case and white space) or the same Wikidata item; an actor without an item joins the item of its kind and name,
    where there is but one. An actor that its article only describes (`ein Sprecher`) stays a node of that article, and
    so do actors of the same kind and name that one article keeps apart.

    Args:
        articles: one article, or any iterable of articles.
        versions: `newest` leaves out what a later version of the dispatch supersedes, and killed dispatches, as
            `newsmodel.graphs.newest` does; `all` takes every article.

    Returns:
        A `networkx.MultiDiGraph`; its nodes are strings.

    Raises:
        MissingExtraError: networkx is not installed (`newsmodel[graph]`).
        FieldTypeError: something among the articles is none.

    Examples:
        >>> from newsmodel import Actor, ActorKind, Mention, MentionType, Span
        >>> council = Actor(
        ...     name="Rat", kind=ActorKind.ORGANIZATION, mentions=(Mention(span=Span(start=4, end=7), type=MentionType.NAME),)
        ... )
        >>> found = graph([Article(text="Der Rat tagt.", actors=(council,)), Article(text="Der Rat ruht.", actors=(council,))])
        >>> found.nodes["organization:rat"]["articles"]
        2
    """
    networkx = load_extra("networkx", "graph")
    given = (articles,) if isinstance(articles, Article) else tuple(articles)
    for number, article in enumerate(given):
        if type(article) is not Article:
            raise FieldTypeError("graph", f"articles[{number}]", "an Article", article)
    # What is given twice counts once.
    kept = newest(given) if versions == "newest" else tuple({digest(article): article for article in given}.values())
    found: Graph = networkx.MultiDiGraph()
    merging, names = Merging(kept), defaultdict[str, Counter[str]](Counter)
    for article in kept:
        write(found, article, merging.keys(article), names)
    for key, forms in names.items():
        # The form that most articles use, and of equally frequent ones always the same.
        found.nodes[key]["label"] = min(forms, key=lambda form: (-forms[form], form))
    if versions == "all":
        _link_versions(found, kept)
    return found


def _link_versions(found: Graph, articles: Iterable[Article]) -> None:
    by_uri: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.uri is not None:
            by_uri[article.uri].append(article)
    for several in by_uri.values():
        for before, after in pairwise(sorted(several, key=age)):
            one, other = f"article:{digest(after)}", f"article:{digest(before)}"
            found.add_edge(one, other, f"{one}/supersedes", edge_type="supersedes", weight=1, article=one)
