"""The nodes and edges of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

import attrs

from newsmodel.graphs.days import days_of
from newsmodel.graphs.merging import words
from newsmodel.model import Actor, Article, Meeting, Polarity, Span, Stance, Statement
from newsmodel.model.ids import digest, ids_of

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = "nx.MultiDiGraph[str]"

_STANCES = {Polarity.SUPPORT: "supports", Polarity.OPPOSE: "opposes", Polarity.MIXED: "mixed_towards"}
_LABEL = 80


def write(graph: Graph, article: Article, actors: dict[Actor, str], names: dict[str, Counter[str]]) -> None:
    """Add an article and all that it says to a graph.

    Args:
        graph: the graph.
        article: the article.
        actors: the node of each of its actors.
        names: for each node of an actor, how often it has which name; completed.
    """
    ids, own = ids_of(article), digest(article)
    keys: dict[object, str] = {
        item: f"{type(item).__name__.lower()}:{own}/{ids[item]}"
        for item in (*article.issues, *article.meetings, *article.statements)
    }
    keys |= {actor: key for actor, key in actors.items()}  # noqa: C416 - the keys of dict do not vary for mypy
    writer = _Writer(graph=graph, article=article, own=f"article:{own}", keys=keys)
    writer.head()
    for actor in article.actors:
        names[actors[actor]][words(actor.name)] += 1
        writer.actor(actor)
    for issue in article.issues:
        writer.node(issue, issue.label)
    for meeting in article.meetings:
        writer.meeting(meeting)
    for statement in article.statements:
        writer.statement(statement)
    for stance in article.stances:
        writer.stance(stance, ids[stance])
    writer.ties()


@attrs.define(kw_only=True)
class _Writer:
    """What writes one article into a graph.

    Attributes:
        graph: the graph.
        article: the article.
        own: its node.
        keys: the node of each of its objects.
    """

    graph: Graph
    article: Article
    own: str
    keys: dict[object, str]
    _edges: int = 0

    def head(self) -> None:
        article = self.article
        given = {name: getattr(article, name) for name in ("uri", "version", "agency", "signal", "status")}
        label = article.headline or article.text[:_LABEL]
        self._add(self.own, "article", label, published=article.published, **given)

    def actor(self, actor: Actor) -> None:
        key = self.keys[actor]
        known = self.graph.nodes[key] if key in self.graph else {}
        titles = dict.fromkeys([*filter(None, known.get("titles", "").split("; ")), *self._titles(actor)])
        self._add(
            key,
            "actor",
            actor.name,
            kind=actor.kind,
            wikidata=actor.wikidata or known.get("wikidata"),
            titles="; ".join(titles),
            mentions=known.get("mentions", 0) + len(actor.mentions),
            articles=known.get("articles", 0) + 1,
        )
        if actor.mentions:
            self._link(self.own, actor, "mentions", weight=len(actor.mentions))

    def node(self, item: object, label: str, **given: object) -> None:
        self._add(self.keys[item], type(item).__name__.lower(), label, **given)
        self._link(self.own, item, "reports")

    def meeting(self, meeting: Meeting) -> None:
        first, last = days_of(meeting)
        label = self._say(meeting.anchors[:1])
        given = {name: getattr(meeting, name) for name in ("status", "format", "duration", "rule")}
        self.node(meeting, label, first_day=first, last_day=last, place=self._say(meeting.place), **given)

    def statement(self, statement: Statement) -> None:
        given = {name: getattr(statement, name) for name in ("type", "medium", "negated", "rule")}
        self.node(statement, self._say(statement.content or statement.cue) or statement.type, **given)

    def ties(self) -> None:
        """Add the edges between objects, now that all of them are nodes."""
        for actor in self.article.actors:
            for role in actor.roles:
                if role.of is not None:
                    self._link(actor, role.of, "has_role", title=role.title)
            for member in actor.members:
                self._link(member, actor, "member_of")
        for meeting in self.article.meetings:
            for one in meeting.participants:
                self._link(one.actor, meeting, "takes_part", part=one.part)
            if meeting.cancelled_by:
                self._link(meeting.cancelled_by, meeting, "calls_off", reason=self._say(meeting.reason))
            for topic in meeting.topics:
                self._link(meeting, topic, "about")
        for statement in self.article.statements:
            for speaker in statement.speakers:
                self._link(speaker, statement, "says")
            for addressee in statement.addressees:
                self._link(statement, addressee, "addresses")
            if statement.parent:
                self._link(statement, statement.parent, "inside")

    def stance(self, stance: Stance, key: str) -> None:
        for holder in stance.holders:
            self._link(
                holder,
                stance.target,
                _STANCES[stance.polarity],
                stance=key,
                basis=stance.basis,
                evidence=self._say(stance.evidence),
                reason=self._say(stance.reason),
                attributed_to="; ".join(actor.name for actor in stance.attributed_to),
                statement=self.keys[stance.statement] if stance.statement else None,
                rule=stance.rule,
            )

    def _titles(self, actor: Actor) -> Iterable[str]:
        # A semicolon divides the titles.
        return (words(role.title).replace(";", ",") for role in actor.roles if role.title)

    def _say(self, where: Span | tuple[Span, ...] | None) -> str:
        return "" if where is None else self.article[where]

    def _add(self, key: str, kind: str, label: str, /, **given: object) -> None:
        # Gephi shows a node without a label as nothing.
        self.graph.add_node(key, node_type=kind, label=words(label) or kind, **_attributes(given))

    def _link(self, one: object, other: object, kind: str, *, weight: int = 1, **given: object) -> None:
        self._edges += 1
        source, target = (end if isinstance(end, str) else self.keys[end] for end in (one, other))
        key = f"{self.own.removeprefix('article:')}/e{self._edges}"
        known = _attributes(given)
        self.graph.add_edge(source, target, key, edge_type=kind, weight=weight, article=self.own, **known)


def _attributes(given: dict[str, object]) -> dict[str, str | int | bool]:
    """Return the attributes that say something, in the types that GraphML and GEXF know."""
    return {
        name: value if isinstance(value, bool | int) else words(str(value))
        for name, value in given.items()
        if value is not None and (isinstance(value, bool | int) or words(str(value)))
    }
