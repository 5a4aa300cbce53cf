"""The strategy for whole articles, and its registration with Hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from newsmodel import model
from newsmodel.model import Actor, Article, Statement
from newsmodel.testing import basics, items, wires


@st.composite
def articles(draw: DrawFn, *, max_size: int = basics.LENGTH, max_items: int = 3) -> Article:
    """Return a strategy for articles: any text, and objects of every class that refer to each other.

    Args:
        draw: given by Hypothesis.
        max_size: the greatest length of the text, in code points.
        max_items: the greatest number of objects of each class.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import HealthCheck, given, settings
        >>> @settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        ... @given(articles(max_size=20, max_items=1))
        ... def law(article):
        ...     assert all(paragraph.end <= len(article.text) for paragraph in article.paragraphs)
        >>> law()
    """
    text = draw(basics.texts(max_size=max_size))
    length = len(text)
    found = draw(_contents(length=length, max_items=max_items)) if length else {}
    texts = st.none() | basics.texts(max_size=20)
    fields = ("headline", "kicker", "teaser", "byline", "agency", "signal", "status", "uri", "version", "usage_terms")
    said: dict[str, Any] = {name: draw(texts) for name in fields}
    dates = st.none() | basics.partial_dates()
    return Article(
        text=text,
        language=draw(st.sampled_from(("de", "en", "de-AT"))),
        published=draw(dates),
        **said,
        urgency=draw(st.none() | st.integers(1, 9)),
        embargoed=draw(dates),
        subjects=draw(wires.tuples(wires.concepts())),
        places=draw(wires.tuples(wires.concepts())),
        diagnostics=draw(wires.tuples(wires.diagnostics(length=length))),
        provenance=draw(st.none() | wires.provenances()),
        **found,
    )


@st.composite
def _contents(draw: DrawFn, *, length: int, max_items: int) -> dict[str, Any]:
    """Return a strategy for the fields of an article that need a text."""

    def several(strategy: SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(strategy, max_size=max_items, unique=True)))

    cast: list[Actor] = []
    said: list[Statement] = []
    for _ in range(draw(st.integers(0, max_items))):
        cast.append(draw(items.actors(length=length, others=tuple(cast))))
    cast = list(dict.fromkeys(cast))
    times = several(items.time_expressions(length=length))
    issues = several(items.issues(length=length))
    meetings = several(items.meetings(length=length, cast=cast, times=times, topics=issues))
    for _ in range(draw(st.integers(0, max_items))):
        said.append(draw(items.statements(length=length, cast=cast, times=times, parents=tuple(said))))
    said = list(dict.fromkeys(said))
    stances: tuple[Any, ...] = ()
    if cast:
        stances = several(items.stances(length=length, cast=cast, targets=(*cast, *meetings, *issues), said=said))
    return {
        "dateline": draw(st.none() | wires.datelines(length=length)),
        "zones": draw(wires.tuples(wires.zones(length=length))),
        "paragraphs": draw(basics.ordered_spans(length=length)),
        "signoff": draw(st.none() | wires.signoffs(length=length)),
        # Any order is allowed: a reference may point forwards.
        "actors": tuple(draw(st.permutations(cast))),
        "statements": tuple(draw(st.permutations(said))),
        "times": times,
        "issues": issues,
        "meetings": meetings,
        "stances": stances,
    }


def register() -> None:
    """Tell Hypothesis how to draw each class; called through its entry point, so `from_type(Meeting)` just works."""
    strategies: dict[type, Callable[[], SearchStrategy[Any]]] = {
        model.Span: basics.spans,
        model.PartialDate: basics.partial_dates,
        model.Mention: items.mentions,
        model.Role: items.roles,
        model.Actor: items.actors,
        model.TimeExpression: items.time_expressions,
        model.Issue: items.issues,
        model.Participation: items.participations,
        model.Meeting: items.meetings,
        model.Statement: items.statements,
        model.Stance: items.stances,
        model.Zone: wires.zones,
        model.Dateline: wires.datelines,
        model.SignOff: wires.signoffs,
        model.Concept: wires.concepts,
        model.Diagnostic: wires.diagnostics,
        model.Provenance: wires.provenances,
        model.Article: articles,
    }
    for cls, strategy in strategies.items():
        # Hypothesis calls this while it starts, when nothing may be evaluated: the strategy is made when it is asked for.
        st.register_type_strategy(cls, _when_asked(strategy))


def _when_asked(strategy: Callable[[], SearchStrategy[Any]]) -> Callable[[type[Any]], SearchStrategy[Any]]:
    def make(_: type[Any]) -> SearchStrategy[Any]:
        return strategy()

    return make
