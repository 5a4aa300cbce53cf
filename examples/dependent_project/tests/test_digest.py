"""How code that uses newsmodel is tested."""

from __future__ import annotations

import pytest
from harbour_watch import digest
from hypothesis import HealthCheck, given, settings

import newsmodel
from newsmodel import Article, MeetingStatus
from newsmodel.testing import (
    Rendered,
    articles,
    assert_meets,
    assert_says,
    assert_stands,
    check,
    dispatches,
    render,
    templates,
)

# The first example of a process loads the pipeline, and articles are large: neither is a fault.
settings.register_profile("slow start", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=25)
settings.load_profile("slow start")


@given(articles(max_size=60, max_items=2))
def test_any_article_has_a_digest(article: Article) -> None:
    """Whatever an article holds, the digest is made, and forgets no meeting that is ahead or off."""
    made = digest(article)
    assert len(made.ahead) == sum(meeting.status is MeetingStatus.PLANNED for meeting in article.meetings)
    names = {actor.name for actor in article.actors}
    assert all(pro | con <= names for pro, con in made.sides.values())


@given(dispatches(kind="meeting"))
def test_what_a_dispatch_says_is_in_the_digest(made: Rendered) -> None:
    """From text to digest: each meeting that newsmodel found is on the list that its status asks for."""
    article = newsmodel.parse(made.text, published=made.published)
    lines = digest(article)
    lost = made.missing(article)
    for expected in made.expected:
        if expected in lost or expected.value not in ("planned", "cancelled", "postponed", "declined"):
            continue
        listed = lines.ahead if expected.value == "planned" else lines.off
        assert any(all(name in line for name in expected.names) for line in listed)


@pytest.mark.parametrize("name", ["welcomes", "rejects"])
def test_sides(name: str) -> None:
    """One dispatch of each kind, known to be read right."""
    made = render([templates()[name]], people=["Jule Petersen"])
    article = newsmodel.parse(made.text, published=made.published)
    assert made.missing(article) == ()
    ((pro, con),) = digest(article).sides.values()
    assert (pro if name == "welcomes" else con) == {"Jule Petersen"}


def test_a_dispatch_of_our_own() -> None:
    """Assertions say what there is instead where they fail."""
    text = (
        "Kiel (dpa) - Henning Voss lehnte den Umbau ab. «Das Geld reicht nicht», sagte Voss. "
        "Er trifft am Freitag Jule Petersen."
    )
    article = newsmodel.parse(text, published="2024-05-14")
    check(article)
    assert_stands(article, "Henning Voss", "oppose", "Umbau")
    assert_says(article, "Henning Voss", "reicht nicht", type="direct")
    assert_meets(article, "Jule Petersen", status="planned")
    assert "2024-05-17" in digest(article).ahead[0]
