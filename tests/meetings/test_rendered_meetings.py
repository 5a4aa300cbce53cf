"""Law 6: a meeting written out by a template, with names and words drawn from lists, is found again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.meetings.rendering import AHEAD, PAST, PEOPLE, PLACES, TEMPLATES, TOPICS, Template, render

from newsmodel import MeetingStatus, parse


def test_every_status_and_format_has_a_template() -> None:
    """The templates reach every status, and the formats that a sentence can tell."""
    assert {t.status for t in TEMPLATES} == {s.value for s in MeetingStatus}
    assert {t.format for t in TEMPLATES} >= {"in_person", "video", "phone", "unknown"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: f"{t.status}: {t.text}")
def test_a_rendered_meeting_comes_back(template: Template) -> None:
    """One meeting comes back, with its status, its format and both people."""
    text = render(template, PEOPLE[0], PEOPLE[1], (PAST if template.when == "past" else AHEAD)[0], PLACES[0], TOPICS[0])
    _check(template, text, PEOPLE[:2])


@settings(deadline=None, derandomize=True)
@given(
    template=st.sampled_from([t for t in TEMPLATES if t.firm]),
    people=st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=2, unique=True),
    number=st.integers(min_value=0, max_value=3),
    place=st.sampled_from(PLACES),
    topic=st.sampled_from(TOPICS),
)
def test_it_comes_back_with_other_words(
    template: Template, people: list[str], number: int, place: str, topic: str
) -> None:
    """The same with any names, times, places and topics."""
    time = (PAST if template.when == "past" else AHEAD)[number]
    _check(template, render(template, people[0], people[1], time, place, topic), people)


def _check(template: Template, text: str, people: list[str] | tuple[str, ...]) -> None:
    article = parse(text, published="2026-11-24")
    assert len(article.meetings) == 1, article.meetings
    meeting = article.meetings[0]
    assert (meeting.status, meeting.format) == (template.status, template.format), text
    if template.both:
        assert {" ".join(p.split()[1:]) for p in people} <= {actor.name for actor in meeting.actors}, text
    assert meeting.rule
    assert meeting.evidence
