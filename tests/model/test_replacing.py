"""Replacing an object of an article: everywhere, at every depth, and only by what fits."""

import attrs
import pytest
from tests.model.sample import ARTICLE, BOTH, COUNCIL, KRAEMER, MEETING, MINISTRY, STANCE

from newsmodel.errors import LinkError, ModelError
from newsmodel.testing import check


def test_replacing_reaches_every_depth() -> None:
    new = attrs.evolve(MINISTRY, wikidata="Q7")
    article = ARTICLE.replace(MINISTRY, new)
    minister = article.actors[1]
    assert minister.roles[0].of is new
    assert article.actors[0].members[0] == minister
    assert article.statements[1].speakers == (minister,)
    assert article.statements[0].parent == article.statements[1]
    assert article.stances[0].attributed_to == (minister,)
    assert article.stances[0].statement == article.statements[0]
    assert article.meetings[0].cancelled_by == article.actors[0]
    assert ARTICLE.actors[1].roles[0].of is MINISTRY
    check(article)


def test_replacing_by_an_object_of_the_article_merges_the_two() -> None:
    article = ARTICLE.replace(KRAEMER, COUNCIL)
    assert article.actors == (attrs.evolve(BOTH, members=(COUNCIL,)), COUNCIL, MINISTRY)
    check(article)


def test_replacing_keeps_to_the_class() -> None:
    with pytest.raises(ModelError, match=r"^Article\.replace: Actor cannot become Meeting$"):
        ARTICLE.replace(KRAEMER, MEETING)


def test_replacing_by_what_refers_to_strangers_is_refused() -> None:
    with pytest.raises(LinkError):
        ARTICLE.replace(STANCE, attrs.evolve(STANCE, holders=(attrs.evolve(COUNCIL, name="x"),)))
