"""A small article by hand, with an object of every class."""

from newsmodel import (
    Actor,
    ActorKind,
    Article,
    Basis,
    Concept,
    Dateline,
    Diagnostic,
    Issue,
    Medium,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Mention,
    MentionType,
    PartialDate,
    ParticipantPart,
    Participation,
    Polarity,
    Provenance,
    Role,
    SignOff,
    Span,
    Stance,
    Statement,
    StatementType,
    TimeExpression,
    TimeType,
    Zone,
    ZoneKind,
)

TEXT = (
    "Lübeck (abc) - Ministerin Ada Krämer und der Werftrat haben ihr Treffen am Freitag abgesagt. "
    "Grund sei der Sturm, sagte Krämer. Der Werftrat lehnt den Umzug der Werft ab.\n\nabc kk"
)


def span(words: str, number: int = 1) -> Span:
    """Return the span of the n-th occurrence of words in the text."""
    start = -1
    for _ in range(number):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def named(words: str, number: int = 1, kind: MentionType = MentionType.NAME) -> Mention:
    """Return a mention."""
    return Mention(span=span(words, number), type=kind)


MINISTRY = Actor(name="Ministerium", kind=ActorKind.ORGANIZATION, mentions=())
KRAEMER = Actor(
    name="Ada Krämer",
    kind=ActorKind.PERSON,
    mentions=(named("Ada Krämer"), named("Krämer", 2)),
    roles=(Role(title="Ministerin", of=MINISTRY, span=span("Ministerin")),),
)
COUNCIL = Actor(
    name="Werftrat",
    kind=ActorKind.ORGANIZATION,
    mentions=(named("Werftrat", 1, MentionType.NOMINAL), named("Werftrat", 2, MentionType.NOMINAL)),
    wikidata="Q42",
)
BOTH = Actor(name="beide Seiten", kind=ActorKind.GROUP, mentions=(), members=(KRAEMER, COUNCIL))
FRIDAY = TimeExpression(
    span=span("Freitag"),
    type=TimeType.DATE,
    value="2031-05-09",
    earliest=PartialDate(year=2031, month=5, day=9),
    latest=PartialDate(year=2031, month=5, day=9),
    anchor=PartialDate(year=2031, month=5, day=8),
    rule="time.weekday",
)
MOVE = Issue(label="Umzug der Werft", spans=(span("Umzug der Werft"),))
MEETING = Meeting(
    anchors=(span("Treffen"),),
    status=MeetingStatus.CANCELLED,
    format=MeetingFormat.IN_PERSON,
    participants=(Participation(actor=KRAEMER, part=ParticipantPart.HOST), Participation(actor=COUNCIL)),
    times=(FRIDAY,),
    topics=(MOVE,),
    reason=span("Sturm"),
    cancelled_by=BOTH,
    duration="PT2H",
    evidence=(span("abgesagt"),),
    rule="meeting.noun",
)
OUTER = Statement(
    type=StatementType.INDIRECT,
    content=(span("Grund sei der Sturm"),),
    cue=(span("sagte"),),
    speaker=(span("Krämer", 2),),
    speakers=(KRAEMER,),
    medium=Medium.SPEECH,
    rule="statement.verb_frame",
)
INNER = Statement(
    type=StatementType.DIRECT, content=(span("Grund"), span("Sturm")), parent=OUTER, time=FRIDAY, rule="statement.quote"
)
STANCE = Stance(
    holders=(COUNCIL,),
    target=MOVE,
    polarity=Polarity.OPPOSE,
    basis=Basis.EXPRESSED,
    evidence=(span("lehnt den Umzug der Werft ab"),),
    attributed_to=(KRAEMER,),
    statement=INNER,
    rule="stance.verb:ablehnen",
)
ARTICLE = Article(
    text=TEXT,
    published=PartialDate.parse("2031-05-08T09:30+02:00"),
    headline="Treffen abgesagt",
    dateline=Dateline(places=("Lübeck",), agency="abc", span=span("Lübeck (abc) -")),
    zones=(Zone(kind=ZoneKind.SIGNOFF, span=span("abc kk"), public=False),),
    paragraphs=(Span(start=15, end=TEXT.index("\n")),),
    signoff=SignOff(codes=("abc", "kk"), span=span("abc kk")),
    agency="abc",
    urgency=4,
    subjects=(Concept(name="Politik", scheme="medtop", code="11000000"),),
    issues=(MOVE,),
    actors=(BOTH, KRAEMER, COUNCIL, MINISTRY),
    times=(FRIDAY,),
    meetings=(MEETING,),
    statements=(INNER, OUTER),
    stances=(STANCE,),
    diagnostics=(Diagnostic(code="time.open", message="which Friday?", span=span("Freitag")),),
    provenance=Provenance(library="0", pipeline="de 1"),
)
