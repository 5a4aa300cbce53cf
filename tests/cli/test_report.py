"""The readable report, from an article made by hand: no pipeline needed."""

from __future__ import annotations

from newsmodel.model import (
    Actor,
    ActorKind,
    Article,
    Basis,
    Diagnostic,
    Issue,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Mention,
    MentionType,
    PartialDate,
    ParticipantPart,
    Participation,
    Polarity,
    Role,
    Span,
    Stance,
    Statement,
    StatementType,
    TimeExpression,
    TimeType,
)
from newsmodel.report import report

TEXT = "Landrätin Dorn lud den Rat am Montag zum Gespräch. «Wir sperren», sagte sie. Der Rat lehnte das ab."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def article() -> Article:
    dorn = Actor(
        name="Ute Dorn",
        kind=ActorKind.PERSON,
        mentions=(Mention(span=span("Dorn"), type=MentionType.NAME),),
        roles=(Role(title="Landrätin", span=span("Landrätin")),),
    )
    council = Actor(
        name="Rat", kind=ActorKind.ORGANIZATION, mentions=(Mention(span=span("Rat"), type=MentionType.NOMINAL),)
    )
    monday = TimeExpression(
        span=span("Montag"),
        type=TimeType.DATE,
        value="XXXX-WXX-1",
        candidates=("2024-04-01", "2024-04-08"),
        earliest=PartialDate.parse("2024-04-01"),
        latest=PartialDate.parse("2024-04-08"),
        rule="time.weekday",
    )
    talk = Meeting(
        anchors=(span("Gespräch"),),
        status=MeetingStatus.PLANNED,
        format=MeetingFormat.IN_PERSON,
        participants=(Participation(actor=dorn, part=ParticipantPart.HOST), Participation(actor=council)),
        times=(monday,),
        duration="PT2H",
        rule="meeting.noun",
    )
    said = Statement(
        type=StatementType.DIRECT,
        content=(span("Wir sperren"),),
        cue=(span("sagte"),),
        speaker=(span("sie"),),
        speakers=(dorn,),
        addressees=(council,),
        rule="statement.quotation",
    )
    issue = Issue(label="das", spans=(span("das"),))
    against = Stance(
        holders=(council,),
        target=issue,
        polarity=Polarity.OPPOSE,
        basis=Basis.EXPRESSED,
        evidence=(span("lehnte das ab"),),
        attributed_to=(dorn,),
        rule="stance.verb",
    )
    return Article(
        text=TEXT,
        published=PartialDate.parse("2024-04"),
        actors=(dorn, council),
        times=(monday,),
        issues=(issue,),
        meetings=(talk,),
        statements=(said,),
        stances=(against,),
        diagnostics=(Diagnostic(code="test.hint", message="etwas blieb offen"),),
    )


def test_report() -> None:
    assert report(article()).splitlines() == [
        "published 2024-04",
        "",
        "Actors",
        "  Ute Dorn (person): Landrätin – also »Dorn«",
        "  Rat (organization)",
        "",
        "Times",
        "  »Montag« DATE XXXX-WXX-1: one of 2024-04-01, 2024-04-08",
        "",
        "Meetings",
        "  planned, in person: »Gespräch«; with Ute Dorn (host), Rat; when »Montag«; for PT2H",
        "",
        "Statements",
        "  Ute Dorn (direct) to Rat: »Wir sperren«",
        "",
        "Stances",
        "  Rat against »das« (expressed): »lehnte das ab« – on the word of Ute Dorn",
        "",
        "Diagnostics",
        "  warning: etwas blieb offen [test.hint]",
    ]


def test_nothing_found() -> None:
    assert report(Article(text="Ja.")) == "nothing found"
