"""GraphML and GEXF: read with networkx, and compared with the article and its graph."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given
from tests.export.sampling import few
from tests.model.sample import ARTICLE, BOTH, COUNCIL, FRIDAY, INNER, KRAEMER, MEETING, MOVE, OUTER, STANCE, span

import newsmodel
from newsmodel import Article, MeetingStatus, PartialDate, Polarity, Role
from newsmodel.cli import main
from newsmodel.export import dump
from newsmodel.export.graph import export_gexf, export_graphml, project_graph
from newsmodel.graphs import graph
from newsmodel.model.vocab import Medium
from newsmodel.testing import articles

NAMES = ["graphml", "gexf"]


def read(written: str, name: str) -> Any:
    file = io.BytesIO(written.encode())
    return nx.read_graphml(file, force_multigraph=True) if name == "graphml" else nx.read_gexf(file)


def edges(found: nx.MultiDiGraph[str]) -> Counter[Any]:
    """Return the edges without their ids, which the reader of GEXF gives as an attribute."""
    return Counter(
        (one, other, frozenset((name, value) for name, value in data.items() if name != "id"))
        for one, other, data in found.edges(data=True)
    )


def counts(article: Article) -> dict[str, int]:
    names = {"actor": "actors", "meeting": "meetings", "statement": "statements", "issue": "issues"}
    return {kind: len(getattr(article, name)) for kind, name in names.items()}


@few
@given(article=articles())
def test_the_file_holds_the_whole_graph_of_the_article(article: Article) -> None:
    """The projection takes nothing from the graph, but for objects that nothing carried tells apart."""
    carried = project_graph(article)
    apart = counts(carried) == counts(article) and len(carried.stances) == len(article.stances)
    expected = graph(article if apart else carried, versions="all")
    for name in NAMES:
        found = read(str(dump(article, name)), name)
        assert dict(found.nodes) == dict(expected.nodes)
        assert edges(found) == edges(expected)
        kinds = Counter(data["node_type"] for _, data in found.nodes(data=True))
        assert kinds == {kind: number for kind, number in {"article": 1, **counts(carried)}.items() if number}
        stances = [data for *_, data in found.edges(data=True) if "stance" in data]
        assert len(stances) == sum(len(stance.holders) for stance in carried.stances)


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_is_read_as_it_is(name: str) -> None:
    found = read(str(dump(ARTICLE, name)), name)
    (stance,) = [data for *_, data in found.edges(data=True) if "stance" in data]
    assert (stance["edge_type"], stance["basis"], stance["rule"]) == ("opposes", "expressed", "stance.verb:ablehnen")
    assert (stance["evidence"], stance["attributed_to"]) == ("lehnt den Umzug der Werft ab", "Ada Krämer")
    (meeting,) = [data for _, data in found.nodes(data=True) if data["node_type"] == "meeting"]
    assert (meeting["label"], meeting["status"], meeting["duration"]) == ("Treffen", "cancelled", "PT2H")
    assert (meeting["first_day"], meeting["last_day"]) == ("2031-05-09", "2031-05-09")
    assert found.nodes["person:ada krämer"]["mentions"] == 2
    (head,) = [data for _, data in found.nodes(data=True) if data["node_type"] == "article"]
    assert (head["label"], head["published"]) == ("Treffen abgesagt", "2031-05-08T09:30+02:00")


def with_meeting(**changes: Any) -> Article:
    return ARTICLE.replace(MEETING, attrs.evolve(MEETING, **changes))


def with_head(name: str) -> Article:
    changes: dict[str, Any] = {name: "neu"}
    return attrs.evolve(ARTICLE, **changes)


@pytest.mark.parametrize(
    "changed",
    [
        attrs.evolve(ARTICLE, urgency=1, zones=(), paragraphs=(), signoff=None, dateline=None, diagnostics=()),
        attrs.evolve(ARTICLE, subjects=(), provenance=None, kicker="Hafen", byline="Von Ada", language="nds"),
        ARTICLE.replace(MOVE, attrs.evolve(MOVE, spans=(*MOVE.spans, span("Werft")))),
        ARTICLE.replace(FRIDAY, attrs.evolve(FRIDAY, mod="APPROX", edtf="2031-05-09~", anchor=None, rule="other")),
        with_meeting(anchors=(*MEETING.anchors, span("abgesagt")), evidence=()),
        ARTICLE.replace(OUTER, attrs.evolve(OUTER, cue=(), speaker=())),
        ARTICLE.replace(INNER, attrs.evolve(INNER, time=None)),
        ARTICLE.replace(KRAEMER, attrs.evolve(KRAEMER, roles=(attrs.evolve(KRAEMER.roles[0], span=None),))),
    ],
)
def test_what_is_lost_does_not_show(changed: Article) -> None:
    assert changed != ARTICLE
    assert project_graph(changed) == project_graph(ARTICLE)
    assert graph(changed).nodes == graph(ARTICLE).nodes
    assert export_graphml(changed) == export_graphml(ARTICLE)
    assert export_gexf(changed) == export_gexf(ARTICLE)


@pytest.mark.parametrize(
    "changed",
    [
        *(with_head(name) for name in ("headline", "agency", "signal", "status", "uri", "version")),
        attrs.evolve(ARTICLE, published=PartialDate.parse("2031-05-08")),
        ARTICLE.replace(FRIDAY, attrs.evolve(FRIDAY, latest=PartialDate.parse("2031-05-10"))),
        ARTICLE.replace(FRIDAY, attrs.evolve(FRIDAY, begin_point=PartialDate.parse("2031-05-09"))),
        with_meeting(status=MeetingStatus.POSTPONED),
        with_meeting(place=span("Lübeck")),
        with_meeting(reason=None),
        with_meeting(topics=()),
        with_meeting(participants=MEETING.participants[:1]),
        ARTICLE.replace(COUNCIL, attrs.evolve(COUNCIL, mentions=COUNCIL.mentions[:1])),
        ARTICLE.replace(COUNCIL, attrs.evolve(COUNCIL, roles=(Role(title="Beirat"),))),
        ARTICLE.replace(BOTH, attrs.evolve(BOTH, members=(KRAEMER,))),
        ARTICLE.replace(OUTER, attrs.evolve(OUTER, addressees=(COUNCIL,))),
        ARTICLE.replace(OUTER, attrs.evolve(OUTER, medium=Medium.WRITING)),
        ARTICLE.replace(INNER, attrs.evolve(INNER, parent=None)),
        ARTICLE.replace(STANCE, attrs.evolve(STANCE, polarity=Polarity.MIXED)),
        ARTICLE.replace(STANCE, attrs.evolve(STANCE, reason=span("Sturm"))),
        ARTICLE.replace(STANCE, attrs.evolve(STANCE, statement=None)),
    ],
)  # fmt: skip
def test_what_is_carried_shows(changed: Article) -> None:
    assert project_graph(changed) != project_graph(ARTICLE)
    assert export_graphml(changed) != export_graphml(ARTICLE)
    assert export_gexf(changed) != export_gexf(ARTICLE)


def test_times_that_tell_no_day_of_a_meeting_are_lost() -> None:
    assert project_graph(ARTICLE.replace(FRIDAY, attrs.evolve(FRIDAY, earliest=None, latest=None))).times == ()
    assert project_graph(with_meeting(times=())).times == ()
    assert len(project_graph(ARTICLE).times) == 1


def test_the_reason_hangs_on_who_called_it_off() -> None:
    assert project_graph(ARTICLE).meetings[0].reason == MEETING.reason
    assert project_graph(with_meeting(cancelled_by=None)).meetings[0].reason is None


@pytest.mark.parametrize("name", NAMES)
def test_a_dispatch_that_was_taken_back_is_written(name: str) -> None:
    killed = attrs.evolve(ARTICLE, status="canceled")
    assert graph(killed).number_of_nodes() == 0
    assert read(str(dump(killed, name)), name).number_of_nodes() == graph(ARTICLE).number_of_nodes()


@pytest.mark.parametrize("name", NAMES)
def test_what_xml_cannot_hold_is_replaced_and_white_space_folded(name: str) -> None:
    found = read(str(dump(Article(text="Kiel\x00\r\n\t <&\ufffe 🦉 \U0010ffff"), name)), name)
    (head,) = [data for _, data in found.nodes(data=True)]
    assert head["label"] == "Kiel\ufffd <&\ufffd 🦉 \U0010ffff"


@pytest.mark.parametrize("name", NAMES)
def test_the_command_line_writes_it(name: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    stored = tmp_path / "artikel.json"
    stored.write_text(newsmodel.dumps(ARTICLE), encoding="utf-8")
    assert main(["convert", str(stored), "--to", name]) == 0
    shown = capsysbinary.readouterr().out.decode()
    assert dict(read(shown, name).nodes) == dict(graph(ARTICLE).nodes)
    assert main(["convert", str(stored), "--to", name, "--output", str(tmp_path / "ziel")]) == 0
    (file,) = (tmp_path / "ziel").glob(f"**/*.{name}")
    assert file.read_text(encoding="utf-8").strip() == shown.strip()


def test_the_registry_loads_without_networkx_and_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['networkx'] = None\n"
        "import newsmodel; from newsmodel.export import dump, project, FORMATS; assert FORMATS['gexf'].extra == 'graph'\n"
        "assert project(newsmodel.Article(text='x'), 'graphml').text == 'x'\n"
        "for name in ('graphml', 'gexf'):\n"
        "    try: dump(newsmodel.Article(text='x'), name)\n"
        "    except newsmodel.MissingExtraError as error: print(error)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    expected = "this part of newsmodel needs networkx: pip install 'newsmodel[graph]'"
    assert result.stdout.splitlines() == [expected, expected]
