"""Rendered dispatches come back; the assertions find what is there and say what there is instead."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

import newsmodel
from newsmodel import Article
from newsmodel.model import MeetingStatus, Polarity, StatementType
from newsmodel.testing import Template, assert_meets, assert_says, assert_stands, dispatches, render, templates
from newsmodel.testing.rendering import Rendered, words

TEMPLATES = list(templates().values())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_each_template_comes_back(template: Template) -> None:
    """With nearly all names and words: a template proves the reach of a rule, and parses err."""
    people, turns = words("person"), range(6)
    made = [
        render(
            [template],
            people=(people[turn], people[-1 - turn]),
            filled={slot: words(slot)[turn % len(words(slot))] for slot in template.slots},
        )
        for turn in turns
    ]
    lost = [one.text for one in made if one.missing(newsmodel.parse(one.text, published=one.published))]
    assert len(lost) <= 1, lost


def test_templates_reach_every_status_and_both_sides() -> None:
    values = {(template.kind, template.value) for template in TEMPLATES}
    assert {("meeting", str(status)) for status in MeetingStatus} <= values
    assert {("stance", str(Polarity.SUPPORT)), ("stance", str(Polarity.OPPOSE))} <= values
    assert {value for kind, value in values if kind == "statement"} <= {str(kind) for kind in StatementType}


@given(dispatches())
def test_what_is_expected_lies_in_the_text(made: Rendered) -> None:
    """Each sentence names whom it is about and what it says; nothing is found in an article that says nothing."""
    for expected in made.expected:
        sentence = made.text[expected.span.start : expected.span.end]
        assert all(name in sentence for name in expected.names)
        assert expected.words in sentence
    people = list(itertools.chain.from_iterable(expected.names for expected in made.expected))
    assert len(people) == len(set(people))
    assert made.missing(Article(text=made.text)) == made.expected


def test_what_is_wrong_is_missing() -> None:
    """A status, a speaker, a polarity that the text does not give is not found."""
    made = render([templates()[name] for name in ("planned", "quotation_first", "welcomes")])
    other = render(
        [templates()[name] for name in ("cancelled", "quotation_first", "rejects")], people=words("person")[::-1]
    )
    article = newsmodel.parse(other.text, published=other.published)
    assert made.missing(article) == made.expected


def test_one_person_cannot_meet_alone() -> None:
    with pytest.raises(ValueError, match="two persons"):
        render([templates()["held"]], people=["Anna Lindner"])


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (
            lambda article: assert_meets(article, "Erik Dahl", status="held"),
            "no held meeting of Erik Dahl; the article",
        ),
        (
            lambda article: assert_says(article, "Erik Dahl", "Nein"),
            "no statement of Erik Dahl with 'Nein'; the article",
        ),
        (lambda article: assert_stands(article, "Erik Dahl", "oppose", "Bau"), "no oppose of Erik Dahl for 'Bau'; the"),
    ],
)
def test_failures_say_what_there_is(call, complaint: str) -> None:
    made = render([templates()["cancelled"], templates()["quotation_first"], templates()["defends"]])
    article = newsmodel.parse(made.text, published=made.published)
    assert_meets(article, "Anna Lindner", status="cancelled")
    assert_says(article, "Maria Santos", "lange gewartet")
    assert_stands(article, "Uwe Brandt", "support", "Brücke")
    with pytest.raises(AssertionError, match=complaint) as caught:
        call(article)
    assert "cancelled, in person" in str(caught.value)
