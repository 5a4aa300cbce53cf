"""TimeML: lxml reads it and validates it; documents of others and broken ones."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.export.sampling import few
from tests.model.sample import ARTICLE, FRIDAY, TEXT

from newsmodel import Article, FormatError, NewsmodelError, PartialDate, Span, TimeExpression, TimeType
from newsmodel.export.timeml import export_timeml, import_timeml, project_timeml
from newsmodel.testing import articles

DTD = etree.DTD(str(Path(__file__).parent / "schemas" / "timeml-timex3.dtd"))


@few
@given(article=articles())
def test_lxml_reads_the_same_text_and_times(article: Article) -> None:
    try:
        written = export_timeml(article)
    except FormatError:
        return
    root = etree.fromstring(written.encode())
    assert DTD.validate(root), DTD.error_log
    assert "".join(map(str, root.itertext())) == article.text
    carried = project_timeml(article)
    tags = [tag for tag in root if tag.get("functionInDocument") is None]
    found = [
        (tag.text, tag.get("type"), tag.get("value"), tag.get("mod"), tag.get("quant"), tag.get("freq")) for tag in tags
    ]
    assert found == [
        (carried[time.span], time.type, time.value, time.mod, time.quant, time.freq) for time in carried.times
    ]


def test_the_sample() -> None:
    published = attrs.evolve(ARTICLE, published=PartialDate.parse("2031-05-08"))
    assert (
        export_timeml(published)
        .splitlines()[1]
        .startswith(
            '<TimeML><TIMEX3 tid="t0" type="DATE" value="2031-05-08" temporalFunction="false" '
            'functionInDocument="PUBLICATION_TIME"/>Lübeck (abc)'
        )
    )
    assert (
        '<TIMEX3 tid="t1" type="DATE" value="2031-05-09" temporalFunction="true" anchorTimeID="t0">Freitag</TIMEX3>'
        in export_timeml(published)
    )
    assert import_timeml(export_timeml(published)).text == TEXT


def test_of_overlapping_times_the_first_and_longer_stays() -> None:
    def time(start: int, end: int) -> TimeExpression:
        return attrs.evolve(FRIDAY, span=Span(start=start, end=end))

    times = (time(4, 8), time(6, 12), time(0, 3), time(0, 2), time(12, 13))
    carried = project_timeml(Article(text="a" * 20, times=times))
    assert [(one.span.start, one.span.end) for one in carried.times] == [(0, 3), (4, 8), (12, 13)]


def test_modifiers_that_timeml_has_not_are_lost() -> None:
    times = tuple(attrs.evolve(FRIDAY, mod=mod, span=Span(start=n, end=n + 1)) for n, mod in enumerate(["MID", "?"]))
    assert [one.mod for one in project_timeml(Article(text="ab", times=times)).times] == ["MID", None]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_refused_with_its_place(character: str) -> None:
    with pytest.raises(
        FormatError, match=rf"timeml: text, offset 3: XML cannot hold the character U\+{ord(character):04X}"
    ):
        export_timeml(Article(text=f"ab {character}"))
    time = TimeExpression(span=Span(start=0, end=1), type=TimeType.SET, value="P1D", quant=character, rule="x")
    with pytest.raises(FormatError, match="timeml: times, quant, offset 0"):
        export_timeml(Article(text="ab", times=(time,)))


def test_a_document_of_tempeval() -> None:
    document = """<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>k1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2026-11-05" functionInDocument="CREATION_TIME">5. November</TIMEX3></DCT>
<TITLE>Rat</TITLE>
<TEXT>Am <TIMEX3 tid="t1" type="DATE" value="2026-11-06" anchorTimeID="t0">Freitag</TIMEX3> <EVENT eid="e1"
class="OCCURRENCE">tagt</EVENT> der Rat &amp; schweigt.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1"/>
</TimeML>"""
    article = import_timeml(document)
    assert article.text.strip() == "Am Freitag tagt der Rat & schweigt."
    assert article.published == article.times[0].anchor == PartialDate(year=2026, month=11, day=5)
    assert article[article.times[0].span] == "Freitag"
    assert import_timeml(document.encode()) == article


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ("", "timeml: line 1, column 1: not XML: no element found"),
        ("<TimeML>", "not XML: no element found"),
        ("<TimeML><TIMEX3></TimeML>", "line 1, column 19: not XML: mismatched tag"),
        ("<html/>", "line 1, column 1: the document element is html, not TimeML"),
        ('<!DOCTYPE TimeML [<!ENTITY a "b">]><TimeML>&a;</TimeML>', "a document type is not read"),
        ('<TimeML><TIMEX3 type="DAY" value="x">a</TIMEX3></TimeML>', "line 1, column 9: a TIMEX3 has a type of DATE, "),
        ('<TimeML><TIMEX3 type="DATE">a</TIMEX3></TimeML>', "TimeExpression.value: must not be blank"),
        ('<TimeML><TIMEX3 type="DATE" value="2024"/></TimeML>', "a TIMEX3 without words"),
        ('<TimeML><TIMEX3 value="?" functionInDocument="CREATION_TIME"/></TimeML>', "the date of the document: '?'"),
        ("<TimeML>\ud800</TimeML>", "not XML"),
        (b"\xff<TimeML/>", "not XML"),
        (b'<?xml version="1.0" encoding="klingon"?><TimeML/>', "not XML"),
    ],
)
def test_what_is_wrong_is_said(document: str | bytes, fault: str) -> None:
    with pytest.raises(FormatError, match=re.escape(fault)):
        import_timeml(document)


@given(data=st.data())
def test_a_damaged_document_is_an_article_or_an_error_of_ours(data: st.DataObject) -> None:
    document = export_timeml(ARTICLE)
    start = data.draw(st.integers(0, len(document)))
    end = data.draw(st.integers(start, min(len(document), start + 20)))
    damaged = document[:start] + data.draw(st.text(max_size=5)) + document[end:]
    with contextlib.suppress(NewsmodelError):
        assert isinstance(import_timeml(damaged), Article)
