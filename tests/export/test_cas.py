"""UIMA CAS: as dkpro-cassis reads it with the type system file alone, and as the bytes stand in XMI (lxml)."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
from typing import Any

import cassis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.export.sampling import few
from tests.model.sample import ARTICLE, TEXT

from newsmodel import Actor, ActorKind, Article, FormatError, Mention, MentionType, NewsmodelError, Span
from newsmodel.export import dump, load
from newsmodel.export.cas import export_cas, import_cas, type_system
from newsmodel.testing import articles

OWL = Article(
    text="🦉 und 🦉🦉 in Köln",
    actors=(
        Actor(
            name="🦉🦉",
            kind=ActorKind.GROUP,
            mentions=(Mention(span=Span(start=6, end=8), type=MentionType.NOMINAL),),
        ),
    ),
)


def test_cassis_reads_the_words_with_the_type_system_file_alone() -> None:
    system = cassis.load_typesystem(type_system())
    cas = cassis.load_cas_from_xmi(dump(ARTICLE, "cas-xmi"), typesystem=system)
    assert cas.sofa_string == TEXT
    assert cas.document_language == "de"
    assert [one.get_covered_text() for one in cas.select("newsmodel.TimeExpression")] == ["Freitag"]
    (meeting,) = cas.select("newsmodel.Meeting")
    assert [one.get_covered_text() for one in meeting.anchors.elements] == ["Treffen"]
    assert [(one.actor.name, one.part) for one in meeting.participants.elements] == [
        ("Ada Krämer", "host"),
        ("Werftrat", "attendee"),
    ]
    assert {one.mentionType for one in cas.select("newsmodel.Mention")} == {"name", "nominal"}


@few
@given(article=articles())
def test_values_are_of_the_types_that_the_type_system_says(article: Article) -> None:
    """As Java would check it; cassis has a `typecheck`, which fails on arrays that are absent."""
    cas = export_cas(article)
    for found in cas.select_all_fs():
        for feature in cas.typesystem.get_type(found.type.name).all_features:
            value = getattr(found, feature.name, None)
            wanted = feature.elementType if hasattr(value, "elements") else feature.rangeType
            for one in getattr(value, "elements", [value]):
                if hasattr(one, "type"):
                    assert cas.typesystem.subsumes(wanted, cas.typesystem.get_type(one.type.name)), feature.name


def test_offsets_in_the_files_are_utf16_units() -> None:
    """Read from the bytes: Java counts two for a character beyond U+FFFF."""
    root = etree.fromstring(str(dump(OWL, "cas-xmi")).encode())
    (mention,) = (element for element in root if str(element.tag).endswith("}Mention"))
    units = OWL.text.encode("utf-16-le")
    begin, end = int(mention.get("begin", "")), int(mention.get("end", ""))
    assert (begin, end) == (7, 11)
    assert units[2 * begin : 2 * end].decode("utf-16-le") == "🦉🦉"
    plain = json.loads(dump(OWL, "cas-json"))
    (found,) = (one for one in plain["%FEATURE_STRUCTURES"] if one["%TYPE"] == "newsmodel.Mention")
    assert (found["begin"], found["end"]) == (7, 11)
    assert load(dump(OWL, "cas-json"), "cas-json") == OWL


@pytest.mark.parametrize("character", ["\x00", "\x1f", "\uffff"])
def test_what_xml_cannot_hold_is_refused_with_its_place_and_json_holds_it(character: str) -> None:
    article = Article(text="x", headline=f"ab{character}")
    with pytest.raises(FormatError, match=r"^cas-xmi: headline, offset 2: XML cannot hold the character U\+"):
        dump(article, "cas-xmi")
    assert load(dump(article, "cas-json"), "cas-json") == article


def test_annotations_of_other_tools_are_passed_over() -> None:
    system = cassis.load_typesystem(type_system())
    token = system.create_type("de.Token", "uima.tcas.Annotation")
    cas = cassis.load_cas_from_xmi(dump(ARTICLE, "cas-xmi"), typesystem=system)
    cas.add(token(begin=0, end=6))
    assert import_cas(cas) == ARTICLE
    assert load(cas.to_xmi(), "cas-xmi") == load(cas.to_json(), "cas-json") == ARTICLE


def test_what_another_tool_changes_is_read() -> None:
    cas = export_cas(ARTICLE)
    (meeting,) = cas.select("newsmodel.Meeting")
    meeting.status, meeting.place = "postponed", cas.select("newsmodel.Fragment")[0]
    changed = import_cas(cas).meetings[0]
    assert (changed.status, changed.place is not None) == ("postponed", True)


def broken(name: str, feature: str, value: Any) -> cassis.Cas:
    """Return the CAS of the sample in which one feature has another value."""
    cas = export_cas(ARTICLE)
    found = cas.select(f"newsmodel.{name}")[0]
    value = {"itself": found, "fragment": cas.select("newsmodel.Fragment")[0]}.get(value, value)
    setattr(found, feature, value)
    return cas


@pytest.mark.parametrize(
    ("name", "feature", "value", "fault"),
    [
        ("Meeting", "status", "gone", "status: no MeetingStatus is 'gone'"),
        ("Meeting", "status", None, "newsmodel.Meeting, id"),
        ("Meeting", "duration", "2 h", "Meeting.duration: '2 h' is not ISO 8601"),
        ("Meeting", "place", "itself", "place: must be a newsmodel.Fragment"),
        ("Meeting", "cancelled_by", "fragment", ": stands where newsmodel.Actor is wanted"),
        ("Mention", "begin", 40, "newsmodel.Mention, id"),
        ("Article", "published", "heute", "published: 'heute': not a date in ISO 8601"),
        ("Article", "urgency", 12, "Article.urgency: 12 is not 1 to 9"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(name: str, feature: str, value: Any, fault: str) -> None:
    with pytest.raises(FormatError, match=re.escape(fault)):
        import_cas(broken(name, feature, value))


def test_a_statement_inside_itself_is_refused() -> None:
    cas = export_cas(ARTICLE)
    inner, outer = cas.select("newsmodel.Article")[0].statements.elements
    outer.parent = inner
    with pytest.raises(FormatError, match="refers to itself"):
        import_cas(cas)


def test_a_cas_without_an_article_is_refused() -> None:
    with pytest.raises(FormatError, match="its type system has no newsmodel"):
        import_cas(cassis.Cas())
    with pytest.raises(FormatError, match=r"must hold one .*, not 0"):
        import_cas(cassis.Cas(cassis.load_typesystem(type_system())))


@pytest.mark.parametrize("name", ["cas-xmi", "cas-json"])
@pytest.mark.parametrize("source", ["", "<a/>", "{}", b"\xff", "[" * 9000, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_what_is_no_cas_is_refused(name: str, source: str | bytes) -> None:
    with pytest.raises(FormatError, match=f"^{name}: "):
        load(source, name)


@pytest.mark.parametrize("name", ["cas-xmi", "cas-json"])
@given(data=st.data())
def test_a_damaged_file_is_an_article_or_an_error_of_ours(name: str, data: st.DataObject) -> None:
    written = str(dump(OWL, name))
    start = data.draw(st.integers(0, len(written)))
    end = data.draw(st.integers(start, min(len(written), start + 20)))
    damaged = written[:start] + data.draw(st.text(max_size=5)) + written[end:]
    with contextlib.suppress(NewsmodelError):
        assert isinstance(load(damaged, name), Article)


def test_without_cassis_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['cassis'] = None\n"
        "import newsmodel; from newsmodel.export import dump, FORMATS; assert FORMATS['cas-xmi'].extra == 'cas'\n"
        "try: dump(newsmodel.Article(text='x'), 'cas-xmi')\n"
        "except newsmodel.MissingExtraError as error: print(error)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "this part of newsmodel needs cassis: pip install 'newsmodel[cas]'"
