"""brat standoff: as two other readers see it, as it stands in its scheme, and drawn by hand."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
import zipfile
from pathlib import Path

import pybrat.parser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.sampling import few
from tests.model.sample import ARTICLE, TEXT

from newsmodel import (
    Article,
    Basis,
    FormatError,
    MeetingFormat,
    MeetingStatus,
    MentionType,
    NewsmodelError,
    Span,
    StatementType,
)
from newsmodel.export import FORMATS, dump, load
from newsmodel.export.brat import BratDocument, annotation_conf, export_brat, import_brat, project_brat, visual_conf
from newsmodel.testing import articles

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it is written for pydantic 1
    from bratly.annotation_types import EntityAnnotation, EquivalenceAnnotation, EventAnnotation, NoteAnnotation
    from bratly.io.file_read_src import parse_and_fix_ann_grammar


def own_events(document: BratDocument) -> list[tuple[str, str, dict[str, str]]]:
    """Return id, type and arguments of each event, read with nothing but split."""
    lines = (line.split("\t") for line in document.annotations.splitlines() if line.startswith("E"))
    words = ((key, rest.split()) for key, rest in lines)
    return [(key, head.split(":")[0], dict(one.split(":") for one in rest)) for key, (head, *rest) in words]


def test_pybrat_reads_the_same(tmp_path: Path) -> None:
    document = export_brat(ARTICLE)
    (tmp_path / "article.txt").write_text(document.text, encoding="utf-8")
    (tmp_path / "article.ann").write_text(document.annotations, encoding="utf-8")
    # It warns of words annotated twice, which every event in an event does: hence "ignore".
    (example,) = pybrat.parser.BratParser(error="ignore").parse(str(tmp_path))
    assert example.text == TEXT
    assert {TEXT[part.start : part.end] for one in example.entities for part in one.spans} >= {"Ada Krämer", "Treffen"}
    assert all(one.mention == " ".join(TEXT[part.start : part.end] for part in one.spans) for one in example.entities)
    assert {(event.id, event.type) for event in example.events} == {event[:2] for event in own_events(document)}
    (reference,) = (reference for one in example.entities for reference in one.references)
    assert (reference.rid, reference.eid, reference.entry) == ("Wikidata", "Q42", "Werftrat")


@few
@given(article=articles())
def test_bratly_finds_the_words_where_they_stand(article: Article) -> None:
    """Its own check of offsets against words, and every annotation of every kind."""
    document = export_brat(article)
    assert parse_and_fix_ann_grammar(_without_lone_events(document.annotations)) is not None
    entities: dict[str, EntityAnnotation] = {}
    for line in document.annotations.splitlines():
        if line.startswith("T"):
            found = EntityAnnotation.from_line(line)
            entities[found.id] = found
            words = " ".join(document.text[part.start : part.end] for part in found.fragments)
            assert found.content == words
    for line in document.annotations.splitlines():
        if line.startswith("*"):
            assert len(EquivalenceAnnotation.from_line(line, entities).entities) > 1
    assert len(entities) == len(re.findall("^T", document.annotations, re.MULTILINE))


def _without_lone_events(annotations: str) -> str:
    """Leave out events without arguments, which brat allows and bratly's pattern does not."""
    kept = [line for line in annotations.split("\n") if not re.fullmatch(r"E\d+\t\w+:T\d+", line)]
    # Its pattern for equivalents reads one digit of an id only.
    return "\n".join(line for line in kept if not line.startswith("*"))


def test_bratly_reads_events_and_notes() -> None:
    document = export_brat(ARTICLE)
    entities = {
        one.id: one
        for one in (EntityAnnotation.from_line(line) for line in document.annotations.splitlines() if line[0] == "T")
    }
    events = [
        EventAnnotation.from_line(line, entities)
        for line in document.annotations.splitlines()
        if re.fullmatch(r"E\S+\t\S+:T\d+( \S+:T\d+)+", line)
    ]
    meeting = next(event for event in events if event.label == "Meeting")
    assert meeting.event_trigger.content == "Treffen"
    assert meeting.args["Host"].content == "Ada Krämer"
    notes = [line for line in document.annotations.splitlines() if line.startswith("#")]
    assert {type(NoteAnnotation.from_line(line, dict(entities))) for line in notes} == {NoteAnnotation}


@few
@given(article=articles())
def test_all_that_is_written_stands_in_the_scheme(article: Article) -> None:
    """Types, roles, attributes and their values are those that annotation.conf allows."""
    scheme = annotation_conf()
    document = export_brat(article)
    entities = set(re.findall(r"^\w+$", scheme.split("[relations]")[0], re.MULTILINE))
    events = dict(re.findall(r"^(\w+)\t(.*)$", scheme.split("[events]")[1].split("[attributes]")[0], re.MULTILINE))
    values = dict(re.findall(r"^(\w+)\tArg:\S+?(?:, Value:(.*))?$", scheme.split("[attributes]")[1], re.MULTILINE))
    for line in document.annotations.splitlines():
        if line.startswith("T"):
            assert line.split("\t")[1].split()[0] in entities | set(events)
        if line.startswith("A"):
            name, _, *value = line.split("\t")[1].split()
            assert value == [] if not values[name] else value[0] in values[name].split("|")
    for _, kind, arguments in own_events(document):
        roles = set(re.findall(r"(\w+)[?*+]?:", events[kind]))
        assert {name.rstrip("0123456789") for name in arguments} <= roles


def test_the_configuration_names_what_is_drawn() -> None:
    for role in ("SpeakerWords", "CancelledBy", "SaidIn"):
        assert role in visual_conf()
        assert role in annotation_conf()


def test_the_archive_is_a_folder_for_brat_and_always_the_same() -> None:
    written = dump(ARTICLE, "brat")
    assert written == dump(ARTICLE, "brat")
    assert isinstance(written, bytes)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.namelist() == ["article.txt", "article.ann", "annotation.conf", "visual.conf"]
        assert archive.read("article.txt").decode() == TEXT


def test_a_span_over_a_line_break_is_two_fragments_and_one_again() -> None:
    text = "Er traf Ada\nKrämer."
    drawn = BratDocument(text, "T1\tPerson 8 11;12 18\tAda Krämer\n")
    (actor,) = import_brat(drawn).actors
    assert (actor.name, actor.mentions[0].span) == ("Ada Krämer", Span(start=8, end=18))
    assert "T1\tPerson 8 11;12 18\tAda Krämer\n" in export_brat(import_brat(drawn)).annotations


def test_what_a_person_draws_is_read() -> None:
    """Without notes: names are the words, rules say that it was drawn in brat."""
    text = "Krämer traf den Rat. Sie lehnt ihn ab, sagte sie."
    drawn = [
        "T1\tPerson 0 6\tKrämer",
        "T2\tOrganization 16 19\tRat",
        "T3\tMeeting 7 11\ttraf",
        "E1\tMeeting:T3 Attendee:T1 Attendee2:T2",
        "A1\tStatus E1 held",
        "T4\tPerson 21 24\tSie",
        "*\tEquiv T1 T4",
        "T5\tStance 25 30;35 37\tlehnt ab",
        "E2\tStance:T5 Holder:T4 Target:T2",
        "A2\tPolarity E2 oppose",
        "T6\tStatement 39 44\tsagte",
        "T7\tContent 21 37\tSie lehnt ihn ab",
        "E3\tStatement:T6 Content:T7 Speaker:T1",
        "A3\tStatementType E3 indirect",
        "#1\tAnnotatorNotes E3\tsicher?",
        "T8\tFood 0 6\tKrämer",
    ]
    article = import_brat(BratDocument(text, "\r\n".join(drawn)))
    person, council = article.actors
    assert (person.name, len(person.mentions), council.name) == ("Krämer", 2, "Rat")
    assert person.mentions[0].type is MentionType.NAME
    assert (article.meetings[0].status, article.meetings[0].format) == (MeetingStatus.HELD, MeetingFormat.UNKNOWN)
    assert article.meetings[0].actors == (person, council)
    assert (article.stances[0].holders, article.stances[0].basis) == ((person,), Basis.EXPRESSED)
    assert (article.statements[0].type, article.statements[0].speakers) == (StatementType.INDIRECT, (person,))
    assert article.statements[0].rule == "brat"


@pytest.mark.parametrize(
    ("annotations", "fault"),
    [
        ("T1 Person 0 3 Der", "brat: line 1: not a line of brat standoff"),
        ("T1\tPerson 0 3\tDas", "line 1: the text has 'Der' at 0 3"),
        ("T1\tPerson 0 30\tDer", "line 1: 0 30 does not lie in the text of 13"),
        ("T1\tPerson 3 0\tDer", "line 1: a Span needs"),
        ("T1\tPerson 0 3\tDer\nT1\tPerson 0 3\tDer", "line 2: T1 stands twice"),
        ("E1\tMeeting:T9", "E1: nothing has the id T9"),
        ("A1\tStatus E4 held", "nothing has the id E4"),
        ("T1\tMeeting 0 3\tDer\nE1\tMeeting:T1", "E1: the attribute Status is missing; it is one of held, "),
        ("T1\tMeeting 0 3\tDer\nE1\tMeeting:T1\nA1\tStatus E1 gone", "E1: the attribute Status is 'gone'"),
        ("T1\tDate 0 3\tDer", "T1: a time needs a note with its value"),
        ('T1\tDate 0 3\tDer\n#1\tAnnotatorNotes T1\t{"value": 3}', "T1: TimeExpression.value must be str"),
        ("T1\tDate 0 3\tDer\n#1\tAnnotatorNotes T1\t{value", "line 2: the note of T1 is not JSON"),
        ("T1\tStance 0 3\tDer\nE1\tStance:T1", "E1: a Stance needs a Target"),
        ("T1\tRole 0 3\tDer\nE1\tRole:T1", "E1: a Role needs a Holder"),
        ("T1\tPerson 0 3\tDer\nR1\tMember Arg1:T1 Arg2:T1", "T1: refers to itself"),
        (
            "T1\tStatement 0 3\tDer\nT2\tPlace 4 7\tRat\nE1\tStatement:T1 Speaker:T2\nA1\tStatementType E1 direct",
            "T2: stands where Actor is wanted",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(annotations: str, fault: str) -> None:
    with pytest.raises(FormatError, match=re.escape(fault)):
        import_brat(BratDocument("Der Rat tagt.", annotations))


@few
@given(article=articles(), data=st.data())
def test_a_damaged_file_is_an_article_or_an_error_of_ours(article: Article, data: st.DataObject) -> None:
    document = export_brat(article)
    lines = document.annotations
    start = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(start, min(len(lines), start + 20)))
    damaged = lines[:start] + data.draw(st.text(st.characters(codec="utf-8"), max_size=5)) + lines[end:]
    with contextlib.suppress(NewsmodelError):
        assert isinstance(import_brat(BratDocument(document.text, damaged)), Article)


@pytest.mark.parametrize("source", [b"", b"PK\x03\x04rest", "text", b"\x00" * 100])
def test_what_is_no_archive_is_refused(source: str | bytes) -> None:
    with pytest.raises(FormatError, match="brat"):
        load(source, "brat")


def test_files_that_are_missing_or_not_utf8_are_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", b"\xff")
    with pytest.raises(FormatError, match=r"brat: \.txt: not UTF-8: invalid start byte at byte 0"):
        load(buffer.getvalue(), "brat")
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "Der Rat tagt.")
    with pytest.raises(FormatError, match=r"the zip must hold one file \.ann, not 0"):
        load(buffer.getvalue(), "brat")


def test_the_losses_are_lost() -> None:
    carried = project_brat(ARTICLE)
    assert (carried.headline, carried.published, carried.zones) == (None, None, ())
    assert len(carried.actors) == 2  # the joint group and the ministry are named by no words
    assert all("brat" not in loss for loss in FORMATS["brat"].losses)
