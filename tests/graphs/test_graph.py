"""The graph: every object once, actors merged by the stated rule, files that come back."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.sample import ARTICLE, FRIDAY, MEETING

import newsmodel
from newsmodel import (
    Actor,
    ActorKind,
    Article,
    FieldTypeError,
    Mention,
    MentionType,
    PartialDate,
    Span,
)
from newsmodel.graphs import graph, newest, write_gexf, write_graphml
from newsmodel.graphs.days import days_of
from newsmodel.testing import articles

GEXF = "{http://www.gexf.net/1.2draft}"


def written(write: Any, found: nx.MultiDiGraph[str]) -> bytes:
    buffer = io.BytesIO()
    write(found, buffer)
    return buffer.getvalue()


@given(st.lists(articles(), max_size=2))
def test_graphs_are_whole_and_come_back_from_files(some: list[Article]) -> None:
    found = graph(some, versions="all")
    check_values(found)
    check_counts(found, list({newsmodel.dumps(article): article for article in some}.values()))
    content = written(write_graphml, found)
    again: Any = nx.read_graphml(io.BytesIO(content), force_multigraph=True)
    assert dict(again.nodes) == dict(found.nodes)
    assert edges(again) == edges(found)
    check_gexf(written(write_gexf, found), found)
    assert written(write_graphml, graph(some, versions="all")) == content


def edges(found: nx.MultiDiGraph[str]) -> dict[Any, Any]:
    return {(one, other, key): given for one, other, key, given in found.edges(keys=True, data=True)}


def check_values(found: nx.MultiDiGraph[str]) -> None:
    """Types that Gephi knows, no blank value, edges with a key of their own, all of an article."""
    held: list[dict[str, Any]] = [data for _, data in found.nodes(data=True)]
    held += [data for *_, data in found.edges(data=True)]
    for value in (value for data in held for value in data.values()):
        assert type(value) in (str, int, bool)
        assert value != ""
    assert all(key.strip() for key in found)
    keys = [key for *_, key in found.edges(keys=True)]
    assert len(set(keys)) == len(keys)
    for _, given_attributes in found.nodes(data=True):
        assert given_attributes["node_type"]
        assert given_attributes["label"].strip()
    assert all(found.nodes[data["article"]]["node_type"] == "article" for *_, data in found.edges(data=True))


def check_counts(found: nx.MultiDiGraph[str], some: list[Article]) -> None:
    """Each object of each article is there, unless another article of the same text took its place."""
    if len({(article.uri, article.version, article.published, article.text) for article in some}) < len(some):
        return
    kinds = Counter(data["node_type"] for _, data in found.nodes(data=True))
    for kind, name in (("issue", "issues"), ("meeting", "meetings"), ("statement", "statements")):
        assert kinds[kind] == sum(len(getattr(article, name)) for article in some)
    stances = [data for *_, data in found.edges(data=True) if "stance" in data]
    assert len(stances) == sum(len(stance.holders) for article in some for stance in article.stances)


def check_gexf(content: bytes, found: nx.MultiDiGraph[str]) -> None:
    """What the schema of GEXF 1.2 asks for, and what networkx reads."""
    root = ET.fromstring(content)  # noqa: S314 - our own
    assert root.tag == f"{GEXF}gexf"
    assert {child.tag for child in root} == {f"{GEXF}meta", f"{GEXF}graph"}
    (body,) = root.findall(f"{GEXF}graph")
    assert set(body.attrib) == {"defaultedgetype", "mode"}
    declared = {
        (group.get("class"), attribute.get("id")): attribute.get("type")
        for group in body.findall(f"{GEXF}attributes")
        for attribute in group
    }
    assert set(declared.values()) <= {"string", "long", "boolean"}
    nodes, links = body.findall(f"{GEXF}nodes/{GEXF}node"), body.findall(f"{GEXF}edges/{GEXF}edge")
    ids = [node.get("id") for node in nodes]
    assert sorted(ids, key=str) == sorted(found.nodes)
    assert len({link.get("id") for link in links}) == len(links) == found.number_of_edges()
    assert all(link.get("source") in ids and link.get("target") in ids for link in links)
    for kind, elements in (("node", nodes), ("edge", links)):
        for value in (value for element in elements for value in element.iter(f"{GEXF}attvalue")):
            assert (kind, value.get("for")) in declared
    again: Any = nx.read_gexf(io.BytesIO(content))
    assert dict(again.nodes) == dict(found.nodes)
    # Without parallel edges networkx reads a plain graph, which has no keys.
    assert Counter(map(plain_edge, again.edges(data=True))) == Counter(map(plain_edge, found.edges(data=True)))


def plain_edge(edge: tuple[str, str, dict[str, Any]]) -> tuple[str, str, frozenset[tuple[str, Any]]]:
    one, other, data = edge
    return one, other, frozenset((name, value) for name, value in data.items() if name != "id")


def test_the_sample_as_a_graph() -> None:
    found = newsmodel.graph(ARTICLE)
    said = {
        (one.partition("/")[2] or one, data["edge_type"], other.partition("/")[2] or other)
        for one, other, data in found.edges(data=True)
    }
    assert {
        ("person:ada krämer", "has_role", "organization:ministerium"),
        ("person:ada krämer", "member_of", "group:beide seiten"),
        ("person:ada krämer", "takes_part", "m1"),
        ("group:beide seiten", "calls_off", "m1"),
        ("m1", "about", "i1"),
        ("person:ada krämer", "says", "s2"),
        ("s1", "inside", "s2"),
        ("organization:Q42", "opposes", "i1"),
    } <= said
    (stance,) = [data for *_, data in found.edges(data=True) if data["edge_type"] == "opposes"]
    assert stance["evidence"] == "lehnt den Umzug der Werft ab"
    assert stance["attributed_to"] == "Ada Krämer"
    meeting = next(data for _, data in found.nodes(data=True) if data["node_type"] == "meeting")
    assert (meeting["status"], meeting["first_day"], meeting["last_day"]) == ("cancelled", "2031-05-09", "2031-05-09")


TEXT = "Rat Rat Rat Rat Rat"


def actor(
    name: str, *, named: bool = True, at: int = 0, kind: ActorKind = ActorKind.PERSON, wikidata: str | None = None
) -> Actor:
    mention = Mention(span=Span(start=4 * at, end=4 * at + 3), type=MentionType.NAME if named else MentionType.NOMINAL)
    return Actor(name=name, kind=kind, mentions=(mention,), wikidata=wikidata)


def nodes(*casts: tuple[Actor, ...]) -> list[str]:
    """Return the nodes of actors, for articles with these casts; what stays of one article ends in `@`."""
    some = [Article(text=f"{TEXT}{number}", actors=cast) for number, cast in enumerate(casts)]
    return sorted(
        key.partition("@")[0] + "@" * ("@" in key)
        for key, data in graph(some).nodes(data=True)
        if data["node_type"] == "actor"
    )


@pytest.mark.parametrize(
    ("casts", "expected"),
    [
        # The same kind and name, whatever the case, the white space and the form in Unicode.
        (((actor("Ada Krämer"),), (actor("ADA  Kra\u0308mer", at=1),)), ["person:ada krämer"]),
        (((actor("Werra"),), (actor("Werra", kind=ActorKind.GROUP),)), ["group:werra", "person:werra"]),
        # Who is only described is nobody that another dispatch knows.
        (((actor("Sprecher", named=False),), (actor("Sprecher", named=False),)), ["person:sprecher @", "person:sprecher @"]),
        # Two of the same name in one article are kept apart there, so nothing joins them.
        (((actor("Meier"), actor("Meier", at=1)), (actor("Meier"),)), ["person:meier", "person:meier @", "person:meier @"]),
        # The item decides; without one the name does, where it leads to one item alone.
        (((actor("Rom", wikidata="Q1"),), (actor("Roma", wikidata="Q1"),)), ["person:Q1"]),
        (((actor("Rom", wikidata="Q1"),), (actor("Rom"),)), ["person:Q1"]),
        (((actor("Rom", wikidata="Q1"),), (actor("Rom", wikidata="Q2"),), (actor("Rom"),)), ["person:Q1", "person:Q2", "person:rom"]),
    ],
)  # fmt: skip
def test_actors_merge_by_the_stated_rule(casts: tuple[tuple[Actor, ...], ...], expected: list[str]) -> None:
    assert nodes(*casts) == expected
    assert nodes(*reversed(casts)) == expected


def test_a_merged_actor_is_counted_and_has_its_usual_name() -> None:
    casts = [(actor("ADA KRÄMER"),), (actor("Ada Krämer"),), (actor("Ada Krämer", at=2),)]
    found = graph(Article(text=f"{TEXT}{number}", actors=cast) for number, cast in enumerate(casts))
    given_attributes = found.nodes["person:ada krämer"]
    assert (given_attributes["label"], given_attributes["articles"], given_attributes["mentions"]) == (
        "Ada Krämer",
        3,
        3,
    )


def version(number: str | None, published: str | None = None, **fields: Any) -> Article:
    date = PartialDate.parse(published) if published else None
    return Article(text=f"{number} {published} {sorted(fields)}", uri="urn:1", version=number, published=date, **fields)


@pytest.mark.parametrize(
    ("some", "expected"),
    [
        ([version("1"), version("2")], [1]),
        ([version("10"), version("9")], [0]),
        ([version("1.10"), version("1.9")], [0]),
        ([version(None), version("1")], [1]),
        ([version("1", "2024-04-02"), version("1", "2024-04-01")], [0]),
        ([version("1", "2024-04-02"), version("1")], [0]),
        ([version("1", headline="A"), version("1", teaser="B")], [1]),
        ([version("1"), version("2", signal="correction")], [1]),
        ([version("1"), version("2", status="canceled"), Article(text="Er ruht.")], [2]),
        ([version("2", status="stat:canceled"), version("1")], []),
        ([version("1"), version("2", signal="KILL")], []),
        ([version("1", status="canceled"), version("2", status="usable")], [1]),
        ([Article(text="Er ruht."), Article(text="Er ruht."), Article(text="Er tagt.")], [1, 2]),
    ],
)
def test_the_newest_version_counts(some: list[Article], expected: list[int]) -> None:
    assert newest(some) == tuple(some[index] for index in expected)
    assert graph(some).number_of_nodes() == len(expected)


def test_all_versions_are_linked_when_asked_for() -> None:
    some = [version("2"), version("10", status="canceled"), version("1")]
    found = graph(some, versions="all")
    labels = {(found.nodes[one]["version"], found.nodes[other]["version"]) for one, other in found.edges()}
    assert labels == {("10", "2"), ("2", "1")}
    assert {data["edge_type"] for *_, data in found.edges(data=True)} == {"supersedes"}


def test_times_of_a_meeting_narrow_each_other() -> None:
    def time(start: int, first: str, last: str | None) -> Any:
        latest = PartialDate.parse(last) if last else None
        return attrs.evolve(
            FRIDAY, span=Span(start=start, end=start + 1), earliest=PartialDate.parse(first), latest=latest
        )

    def days(*times: Any) -> list[str]:
        return [str(day) for day in days_of(attrs.evolve(MEETING, times=times))]

    week, friday = time(0, "2031-05-05", "2031-05-11"), time(1, "2031-05-09T10:00", "2031-05-09T10:59")
    sunday, since = time(2, "2031-05-18", "2031-05-18"), time(3, "2031-05", None)
    assert days(week, friday) == ["2031-05-09", "2031-05-09"]
    assert days(friday, sunday) == ["2031-05-09", "2031-05-18"]
    assert days(since) == ["2031-05-01", "None"]
    until = attrs.evolve(week, end_point=PartialDate.parse("2031-05-31"))
    assert days(until) == ["None", "2031-05-31"]
    assert days(until, friday) == ["2031-05-09", "2031-05-09"]
    assert days() == ["None", "None"]


def test_files_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    found = graph(ARTICLE)
    write_gexf(found, tmp_path / "a.gexf")
    write_graphml(found, str(tmp_path / "a.graphml"))
    assert (tmp_path / "a.gexf").read_bytes() == written(write_gexf, found)
    assert (tmp_path / "a.graphml").read_bytes() == written(write_graphml, found)
    assert b"lastmodifieddate" not in written(write_gexf, found)


def test_nothing_gives_an_empty_graph() -> None:
    found = graph([])
    assert found.number_of_nodes() == 0
    assert nx.read_graphml(io.BytesIO(written(write_graphml, found))).number_of_nodes() == 0
    assert nx.read_gexf(io.BytesIO(written(write_gexf, found))).number_of_nodes() == 0


def test_what_is_no_article_is_refused() -> None:
    with pytest.raises(FieldTypeError, match=r"graph\.articles\[1\] must be an Article"):
        graph([ARTICLE, None])  # type: ignore[list-item]
