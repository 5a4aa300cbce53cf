"""Laws of the model that hold for every article."""

from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.sample import ARTICLE

from newsmodel import Article, PartialDate, Span
from newsmodel.testing import articles, check, ordered_spans, partial_dates, spans


@settings(max_examples=50, deadline=None)
@given(articles())
def test_every_article_keeps_all_invariants(article: Article) -> None:
    """Law 1 and what goes with it: spans, references, hash, pickle, JSON, schema, evolve, replace."""
    check(article)


@settings(max_examples=25, deadline=None)
@given(articles(), st.data())
def test_a_replaced_object_is_gone_everywhere(article: Article, data: st.DataObject) -> None:
    if not article.items:
        return
    old: Any = data.draw(st.sampled_from(article.items))
    field = next(name for name in ("rule", "label", "name") if hasattr(old, name))
    change: dict[str, Any] = {field: "new"}
    new: Any = attrs.evolve(old, **change)
    if new == old:
        return
    changed = article.replace(old, new)
    check(changed)
    assert new in changed.items
    assert old not in changed.items
    assert old in article.items


@settings(deadline=None)
@given(partial_dates())
def test_a_date_is_read_as_it_is_written(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@settings(deadline=None)
@given(st.lists(partial_dates(min_year=2024, max_year=2024), min_size=3, max_size=3))
def test_dates_are_totally_ordered(dates: list[PartialDate]) -> None:
    a, b, c = sorted(dates)
    assert a <= b <= c
    assert (a == b) == (not a < b)
    assert (b == c) == (not b < c)
    assert not c < a


@settings(deadline=None)
@given(partial_dates())
def test_a_date_covers_from_earliest_to_latest(date: PartialDate) -> None:
    assert date.earliest <= date.latest
    assert type(date.earliest) is type(date.latest)
    assert PartialDate.parse(date.earliest.isoformat()[:4]).year == date.year


@settings(deadline=None)
@given(spans(length=30), spans(length=30))
def test_spans_relate_as_their_offsets_do(a: Span, b: Span) -> None:
    mine, other = set(range(a.start, a.end)), set(range(b.start, b.end))
    assert len(a) == len(mine)
    assert a.overlaps(b) == bool(mine & other)
    assert (b in a) == (other <= mine)
    assert {offset for offset in range(31) if offset in a} == mine


@settings(deadline=None)
@given(ordered_spans(length=12, max_size=5))
def test_parts_of_a_text_are_joined_with_a_gap(parts: tuple[Span, ...]) -> None:
    assert ARTICLE[parts] == " … ".join(ARTICLE.text[part.start : part.end] for part in parts)
