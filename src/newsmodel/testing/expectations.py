"""Assertions on what an article says, for the tests of programs that read dispatches.

Each returns the object that it found, so that more can be asked of it; each failure lists what there is instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from newsmodel.model import Actor, Article, Issue, Meeting, Stance, Statement
from newsmodel.report import report

__all__ = ["assert_meets", "assert_says", "assert_stands"]

T = TypeVar("T")


def assert_meets(article: Article, *names: str, status: str | None = None) -> Meeting:
    """Assert that there is a meeting of certain actors, and return it.

    Args:
        article: the article.
        names: their names; others may take part as well.
        status: its status, a `MeetingStatus` or its value; any if left out.

    Raises:
        AssertionError: there is none; the message lists what the article says.

    >>> import newsmodel
    >>> article = newsmodel.parse("Anna Lindner sagte das Treffen mit Erik Dahl ab.")
    >>> assert_meets(article, "Erik Dahl", "Anna Lindner", status="cancelled").format
    <MeetingFormat.IN_PERSON: 'in_person'>
    """

    def fits(one: Meeting) -> bool:
        return set(names) <= {actor.name for actor in one.actors} and status in (None, one.status)

    return _first(article.meetings, fits, article, f"no {status or ''} meeting of {', '.join(names)}")


def assert_says(article: Article, name: str, words: str, *, type: str | None = None) -> Statement:  # noqa: A002 - the model's own word
    """Assert that an actor says something, and return the statement.

    Args:
        article: the article.
        name: the name of a speaker.
        words: what its content contains; white space counts as single blanks.
        type: its type, a `StatementType` or its value; any if left out.

    Raises:
        AssertionError: there is none; the message lists what the article says.

    >>> import newsmodel
    >>> article = newsmodel.parse("«Wir haben lange gewartet», sagte Anna Lindner.")
    >>> assert_says(article, "Anna Lindner", "lange gewartet", type="direct").negated
    False
    """

    def fits(one: Statement) -> bool:
        content = " ".join(article[one.content].split())
        return name in {actor.name for actor in one.speakers} and words in content and type in (None, one.type)

    return _first(article.statements, fits, article, f"no {type or ''} statement of {name} with {words!r}")


def assert_stands(article: Article, name: str, polarity: str, target: str) -> Stance:
    """Assert that an actor takes a stance, and return it.

    Args:
        article: the article.
        name: the name of a holder.
        polarity: a `Polarity` or its value.
        target: what the name or label of the target contains, or for a meeting one of the words that name it.

    Raises:
        AssertionError: there is none; the message lists what the article says.

    >>> import newsmodel
    >>> article = newsmodel.parse("Anna Lindner lehnte den Umbau ab.")
    >>> assert_stands(article, "Anna Lindner", "support", "Umbau")
    Traceback (most recent call last):
    ...
    AssertionError: no support of Anna Lindner for 'Umbau'; the article says:
    ...
    """

    def fits(one: Stance) -> bool:
        held = name in {actor.name for actor in one.holders} and polarity == one.polarity
        return held and target in _words(one.target, article)

    return _first(article.stances, fits, article, f"no {polarity} of {name} for {target!r}")


def _words(target: Actor | Meeting | Issue, article: Article) -> str:
    match target:
        case Actor(name=name):
            return name
        case Issue(label=label):
            return " ".join(label.split())
        case Meeting(anchors=anchors):
            return article[anchors]


def _first(items: Iterable[T], fits: Callable[[T], bool], article: Article, complaint: str) -> T:
    for item in items:
        if fits(item):
            return item
    raise AssertionError(f"{' '.join(complaint.split())}; the article says:\n{report(article)}")
