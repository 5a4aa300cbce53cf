"""The strategies: they reach every class, value and relation, and Hypothesis knows them by class."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from newsmodel import Actor, Article, Issue, Meeting, MeetingStatus, Stance, Statement, StatementType, testing
from newsmodel.testing.articles import register

QUICK = settings(max_examples=10, deadline=None, phases=[Phase.generate])


def has_target(cls: type, article: Article) -> bool:
    return any(type(stance.target) is cls for stance in article.stances)


def has_status(status: MeetingStatus, article: Article) -> bool:
    return any(meeting.status is status for meeting in article.meetings)


def has_type(kind: StatementType, article: Article) -> bool:
    return any(statement.type is kind for statement in article.statements)


RELATIONS: dict[str, Callable[[Article], object]] = {
    "no text": lambda article: not article.text,
    "line breaks": lambda article: "\n" in article.text,
    "beyond the basic plane": lambda article: any(ord(character) > 0xFFFF for character in article.text),
    "members": lambda article: any(actor.members for actor in article.actors),
    "bodies": lambda article: any(role.of for actor in article.actors for role in actor.roles),
    "parents": lambda article: any(statement.parent for statement in article.statements),
    "speakers": lambda article: any(statement.speakers for statement in article.statements),
    "topics": lambda article: any(meeting.topics for meeting in article.meetings),
    "cancelled by": lambda article: any(meeting.cancelled_by for meeting in article.meetings),
    "zones of dates": lambda article: article.published and article.published.zone,
    "diagnostics": lambda article: article.diagnostics,
    **{f"stance on {cls.__name__}": partial(has_target, cls) for cls in (Actor, Meeting, Issue)},
    **{f"meeting {status}": partial(has_status, status) for status in MeetingStatus},
    **{f"statement {kind}": partial(has_type, kind) for kind in StatementType},
}


def test_every_relation_is_drawn() -> None:
    missing = set(RELATIONS)

    @settings(max_examples=250, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    @given(testing.articles())
    def look(article: Article) -> None:
        if missing:
            missing.difference_update([name for name in missing if RELATIONS[name](article)])

    look()
    assert not missing


OTHERS = {
    "Expected",
    "Rendered",
    "Template",
    "assert_meets",
    "assert_says",
    "assert_stands",
    "check",
    "render",
    "templates",
}


@pytest.mark.parametrize("name", sorted(set(testing.__all__) - OTHERS))
def test_every_strategy_draws_by_default(name: str) -> None:
    assert find(getattr(testing, name)(), lambda _: True, settings=QUICK) is not None


@pytest.mark.parametrize("cls", [Article, Actor, Meeting, Statement, Stance])
def test_hypothesis_knows_the_classes(cls: type) -> None:
    register()
    assert isinstance(find(st.from_type(cls), lambda _: True, settings=QUICK), cls)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_items_refer_only_to_what_they_are_given(data: st.DataObject) -> None:
    cast = [data.draw(testing.actors())]
    meeting = data.draw(testing.meetings(cast=cast, times=(), topics=()))
    assert set(meeting.actors) <= set(cast)
    assert (meeting.times, meeting.topics) == ((), ())
    statement = data.draw(testing.statements(cast=(), times=()))
    assert (statement.speakers, statement.addressees, statement.time) == ((), (), None)


def test_without_hypothesis_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import newsmodel\n"
        "try:\n    import newsmodel.testing\n"
        "except newsmodel.MissingExtraError as error:\n    print(error, error.package, error.extra)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "needs hypothesis: pip install 'newsmodel[testing]' hypothesis testing" in result.stdout + result.stderr
