"""The check finds what is broken, even where the constructors were got round."""

import copy
from typing import Any

import attrs
import pytest
from tests.model.sample import ARTICLE, COUNCIL, KRAEMER, TEXT

from newsmodel import Article
from newsmodel.errors import NewsmodelError
from newsmodel.testing import check


def broken(**fields: Any) -> Article:
    """Return the sample with fields set behind the back of the class."""
    article = copy.copy(ARTICLE)
    for name, value in fields.items():
        object.__setattr__(article, name, value)
    return article


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": TEXT[:-1]}, "does not lie in the text"),
        ({"text": ""}, "does not lie in the text"),
        ({"actors": (KRAEMER, COUNCIL)}, "is not an object of the article"),
        ({"actors": (*ARTICLE.actors, KRAEMER)}, "an object is listed twice"),
    ],
)
def test_a_broken_article_is_found(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check(broken(**fields))


@pytest.mark.parametrize("fields", [{"urgency": 70}, {"headline": 3}, {"paragraphs": [*ARTICLE.paragraphs]}])
def test_fields_that_no_constructor_takes_are_found(fields: dict[str, Any]) -> None:
    with pytest.raises((AssertionError, NewsmodelError, TypeError)):
        check(broken(**fields))


def test_a_good_article_passes() -> None:
    check(attrs.evolve(ARTICLE))
