"""Pictures: whole for any article, the same always, their meaning in shapes and words."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.sample import ARTICLE, COUNCIL, FRIDAY, KRAEMER, MEETING, STANCE

from newsmodel import Article, MeetingStatus, ModelError, PartialDate, Participation, Polarity
from newsmodel.display import Picture, network, timeline
from newsmodel.display.pictures import STATUS_SHAPES
from newsmodel.testing import articles


@settings(max_examples=8)
@given(st.lists(articles(), max_size=2))
def test_any_articles_have_pictures(some: list[Article]) -> None:
    for picture in (timeline(some), network(some)):
        root = ET.fromstring(picture.svg())  # noqa: S314 - our own
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
    meetings = [meeting for article in some for meeting in article.meetings]
    assert timeline(some).title.startswith("Timeline: ")
    assert len(timeline(some, most=10**6).description.splitlines()) <= len(meetings)


def dated(first: str | None, last: str | None = None, **changes: Any) -> Article:
    """Return the sample with its meeting in a time from first to last."""
    if first is None:
        meeting = attrs.evolve(MEETING, times=(), **changes)
        return attrs.evolve(ARTICLE, meetings=(meeting,), stances=())
    bounds = {"earliest": PartialDate.parse(first), "latest": PartialDate.parse(last or first)}
    time = attrs.evolve(FRIDAY, **{**bounds, "candidates": changes.pop("candidates", ())})
    meeting = attrs.evolve(MEETING, times=(time,), **changes)
    inner = tuple(attrs.evolve(said, time=None) for said in ARTICLE.statements if said.time)
    said = (*inner, *(said for said in ARTICLE.statements if not said.time))
    return attrs.evolve(ARTICLE, times=(time,), meetings=(meeting,), statements=said, stances=())


def numbered(*some: Article) -> list[Article]:
    """Return articles that are no versions of each other."""
    return [attrs.evolve(article, uri=f"urn:{number}") for number, article in enumerate(some)]


def test_meetings_stand_in_the_order_of_time_with_uncertain_ones_as_ranges() -> None:
    some = numbered(dated(None), dated("2031-06-01", "2031-06-30"), dated("2031-05-09"), dated("2031-05-07T14:00"))
    picture = timeline(some)
    assert [line.partition(":")[0] for line in picture.description.splitlines()] == [
        "2031-05-07",
        "2031-05-09",
        "2031-06-01 to 2031-06-30",
        "no date",
    ]
    (axes,) = picture.figure.axes
    marks: list[Any] = [mark.get_offsets() for mark in axes.collections]
    assert [float(mark[0][1]) for mark in marks] == [0, 1, 2, 3]
    assert float(marks[1][0][0] - marks[0][0][0]) == 2
    lines: list[tuple[Any, Any]] = [(line.get_xdata(), line.get_ydata()) for line in axes.lines]
    assert [x[-1] - x[0] for x, y in lines if len(x) == 2 and y[0] == y[-1] == 2] == [29]
    assert [text.get_text() for text in axes.get_yticklabels()] == ["Ada Krämer, Werftrat · Treffen"] * 4


def test_candidates_are_ticks_on_the_range() -> None:
    (axes,) = timeline(
        dated("2031-05-02", "2031-05-30", candidates=("2031-05-09", "2031-05-16", "2031-W21"))
    ).figure.axes
    assert sorted(len(list(line.get_xdata())) for line in axes.lines if line.get_marker() == "|") == [2]  # type: ignore[arg-type]


def test_each_status_has_a_shape_of_its_own() -> None:
    assert set(STATUS_SHAPES) == set(MeetingStatus)
    assert len(set(STATUS_SHAPES.values())) == len(MeetingStatus)
    some = numbered(*(dated("2031-05-09", status=status, reason=None, cancelled_by=None) for status in MeetingStatus))
    legend = timeline(some).figure.legends[0]
    assert {text.get_text() for text in legend.get_texts()} >= set(MeetingStatus)


@pytest.mark.parametrize("days", [("0001", "9999"), ("0001-01-01", None), ("9999-12-31", None), ("9999-12", None)])
def test_the_ends_of_the_calendar_are_drawn(days: tuple[str, str | None]) -> None:
    assert timeline(dated(*days)).png(dpi=40).startswith(b"\x89PNG")


def test_what_has_no_room_is_counted() -> None:
    some = numbered(*(dated("2031-05-09") for _ in range(5)))
    assert timeline(some, most=3).title == "Timeline: 3 meetings; 2 later ones are not drawn"
    assert (
        network(some, most=1).title == "Network: 1 actor; 5 actors, meetings and issues with fewer ties are not drawn"
    )


def test_a_network_says_who_meets_and_who_opposes_whom() -> None:
    towards = attrs.evolve(STANCE, target=KRAEMER, polarity=Polarity.SUPPORT)
    found = network(attrs.evolve(ARTICLE, stances=(STANCE, towards)))
    assert set(found.description.splitlines()) == {
        "Treffen (cancelled): Ada Krämer, Werftrat",
        "Werftrat supports Ada Krämer",
        "Werftrat opposes Umzug der Werft",
    }
    (axes,) = found.figure.axes
    assert {"Ada Krämer", "Werftrat", "Treffen", "Umzug der Werft"} <= {text.get_text() for text in axes.texts}
    strokes = {patch.get_linestyle() for patch in axes.patches}
    assert len(strokes) == 2
    assert "opposes Umzug" not in network(ARTICLE, issues=False).description


def test_pictures_are_the_same_in_every_process() -> None:
    code = (
        "import hashlib, sys; sys.path.insert(0, '.')\n"
        "from tests.model.sample import ARTICLE; from newsmodel.display import network, timeline\n"
        "print([hashlib.sha256(p.svg().encode()).hexdigest() for p in (timeline(ARTICLE), network(ARTICLE))])"
    )
    root = next(path for path in Path(__file__).parents if (path / "pyproject.toml").exists())
    prints = set()
    for seed in ("1", "2"):
        call = [sys.executable, "-c", code]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root / "src")}
        prints.add(subprocess.run(call, capture_output=True, text=True, check=True, cwd=root, env=environment).stdout)
    assert len(prints) == 1


def test_names_are_shown_as_they_are_and_not_as_formulas() -> None:
    odd = attrs.evolve(COUNCIL, name="$\\frac{a}$ 🦉 <b>")
    meeting = attrs.evolve(MEETING, participants=(Participation(actor=odd),), times=(), topics=(), cancelled_by=None)
    article = Article(text=ARTICLE.text, actors=(odd,), meetings=(meeting,))
    (axes,) = timeline(article).figure.axes
    assert axes.get_yticklabels()[0].get_text() == "$\\frac{a}$ \ufffd <b> · Treffen"
    assert not axes.get_yticklabels()[0].get_parse_math()
    shown = timeline(article)._repr_html_()
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


def test_files_and_notebooks_get_the_picture(tmp_path: Path) -> None:
    picture = timeline(ARTICLE)
    picture.save(tmp_path / "a.svg")
    picture.save(str(tmp_path / "a.PNG"), dpi=50)
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == picture.svg()
    assert (tmp_path / "a.PNG").read_bytes() == picture.png(dpi=50)
    source = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', picture._repr_html_())
    assert source is not None and base64.b64decode(source[1]).decode() == picture.svg()
    assert repr(picture) == "Picture('Timeline: 1 meeting')"
    with pytest.raises(ModelError, match=r"must end in \.svg or \.png, not '\.gif'"):
        picture.save(tmp_path / "a.gif")


def test_nothing_gives_pictures_that_say_so() -> None:
    for picture in (timeline([]), network([])):
        assert isinstance(picture, Picture)
        assert ": 0 " in picture.title
        assert picture.description == ""
        assert picture.png(dpi=40).startswith(b"\x89PNG")
