"""What makes a meeting and what does not, how anchors join, and what a meeting carries."""

import pytest

from newsmodel import Meeting, MeetingFormat, MeetingStatus, ParticipantPart, parse


def meetings(text: str) -> tuple[Meeting, ...]:
    return parse(text, published="2026-11-24").meetings


@pytest.mark.parametrize(
    "text",
    [
        "Solche Treffen zwischen Ministerin Anna Berg und Präsident Jan Holm sind üblich.",
        "Minister Jan Holm besuchte als Kind die Schule in Bonn.",
        "Präsidentin Anna Berg traf eine Entscheidung.",
        "In fünf Sitzungen befand das Landgericht die Angeklagten für schuldig.",
        "Der Verein gewann das Spiel, sagte Trainer Jan Holm.",
        "Jan Holm ist als Nachfolger im Gespräch.",
        "Die Kugel traf Jan Holm am Bein.",
        "Es gab keine Gespräche zwischen Jan Holm und Anna Berg.",
        "Der Ausnahmezustand untersagt Versammlungen von mehr als fünf Personen.",
        "Die Polizei löste eine Versammlung von Demonstranten auf.",
        "Ein Vertreter des Sozialforums war zugegen.",
        "Nach der Verhandlung sprach der Richter das Urteil.",
        "Der Besuch des Zoos kostet zehn Euro.",
        "",
        "«»",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    """Habits, idioms, trials, schools, shots and denied talks are none."""
    assert meetings(text) == ()


def test_anchors_of_one_occasion_are_joined() -> None:
    """A definite noun later on refers to the meeting told of before."""
    found = meetings(
        "Außenministerin Anna Berg und Präsident Jan Holm haben am Montag per Videoschalte über das Abkommen beraten. "
        "Das Gespräch habe zwei Stunden gedauert, hieß es."
    )
    assert len(found) == 1
    assert found[0].format is MeetingFormat.VIDEO
    assert found[0].duration == "PT2H"
    assert len(found[0].anchors) >= 2


def test_a_planned_meeting_is_not_the_one_that_was_held() -> None:
    """A further meeting is another occasion."""
    found = meetings(
        "Ministerin Anna Berg hat sich am Montag mit Präsident Jan Holm getroffen. "
        "Ein weiteres Treffen ist in der kommenden Woche geplant."
    )
    assert [m.status for m in found] == [MeetingStatus.HELD, MeetingStatus.PLANNED]


def test_the_later_status_wins_and_says_why_and_by_whom() -> None:
    """Cancelled after planned: with the reason and the one who did it."""
    text = (
        "Präsident Jan Holm wollte sich am Freitag mit Ministerin Anna Berg treffen. "
        "Holm sagte das Treffen wegen einer Erkrankung ab."
    )
    article = parse(text, published="2026-11-24")
    (meeting,) = article.meetings
    assert meeting.status is MeetingStatus.CANCELLED
    assert meeting.cancelled_by is not None
    assert meeting.cancelled_by.name == "Jan Holm"
    assert meeting.reason is not None
    assert article[meeting.reason] == "wegen einer Erkrankung"


def test_a_host_is_a_participant_with_that_part() -> None:
    """Who receives is the host."""
    (meeting,) = meetings("Präsident Jan Holm empfing am Montag Ministerin Anna Berg in Wien.")
    parts = {p.actor.name: p.part for p in meeting.participants}
    assert parts == {"Jan Holm": ParticipantPart.HOST, "Anna Berg": ParticipantPart.ATTENDEE}


def test_place_time_and_topic() -> None:
    """Where, when and what about come as spans of the text."""
    article = parse(
        "Präsident Jan Holm und Ministerin Anna Berg trafen sich am Montag in Wien zu Gesprächen über die Fischerei.",
        published="2026-11-24",
    )
    (meeting,) = article.meetings
    assert meeting.place is not None
    assert article[meeting.place] == "Wien"
    assert [article[t.span] for t in meeting.times] == ["Montag"]
    assert [i.label for i in meeting.topics] == ["Fischerei"]


def test_those_who_were_there_are_told_later() -> None:
    """`Mit dabei waren …` adds to the meeting told of before."""
    found = meetings(
        "Vertreter der Regierung und der Gewerkschaft haben am Montag in einer Videokonferenz verhandelt. "
        "Für die Gewerkschaft war Vorsitzender Jan Holm zugeschaltet."
    )
    assert len(found) == 1
    assert "Jan Holm" in {a.name for a in found[0].actors}


def test_the_length_of_the_text_does_not_matter() -> None:
    """The same sentence many times over is read without an exception."""
    assert meetings("Jan Holm traf sich am Montag mit Anna Berg in Wien. " * 60)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Präsident Jan Holm traf sich mit Ministerin Anna Berg, dem Kanzler Udo Kern (SPD) und Karl Voss.",
            {"Jan Holm", "Anna Berg", "Udo Kern", "Karl Voss"},
        ),
        (
            "Es gab ein Treffen zwischen dem als Kandidat feststehenden Jan Holm und seiner Rivalin Anna Berg.",
            {"Jan Holm", "Anna Berg"},
        ),
        ("Darüber wird der Stadtrat in der nächsten Sitzung beraten.", {"Stadtrat"}),
    ],
)
def test_all_sides_take_part(text: str, names: set[str]) -> None:
    """Lists of partners, sides behind a long attribute, and who consults."""
    assert {a.name for a in meetings(text)[0].actors} == names


def test_what_lasts_since_yesterday_is_going_on() -> None:
    """The present with `seit`, and what was reported in the plural of the past."""
    (now,) = meetings("Die Minister beraten seit gestern auf einem Gipfel in Wien über die Fischerei.")
    assert now.status is MeetingStatus.ONGOING
    (past,) = meetings("Die Soldaten hätten Minister Jan Holm am Montag empfangen, hieß es.")
    assert past.status is MeetingStatus.HELD


def test_a_summit_that_only_dates_another_meeting_is_its_own() -> None:
    """`vor dem Gipfel` says when, not where."""
    found = meetings("Präsident Jan Holm traf Ministerin Anna Berg am Montag vor dem EU-Gipfel in Wien.")
    assert all(len(m.anchors) == 1 for m in found)
