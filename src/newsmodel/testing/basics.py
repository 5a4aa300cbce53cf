"""Strategies for texts, spans and dates.

Offsets are code points; `length` is always the length of the text that spans must lie in.
"""

from __future__ import annotations

from calendar import monthrange

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from newsmodel.model import PartialDate, Span

LENGTH = 80
"""The length of the text that objects are drawn for where the caller names none."""

_WORDS = (
    "Köln",
    "Der Rat",
    "tagt",
    "am Montag",
    "»Nein«",
    "sagte",
    "\n\n",
    "(abc)",
    "–",
    "Straße",
    "…",
    ",",
    ".",
    "ẞ",
    "🦉",
)
_ZONES = ("Z", "+02:00", "-03:30", "MESZ", "Europe/Berlin")


def texts(*, min_size: int = 0, max_size: int = LENGTH) -> SearchStrategy[str]:
    """Return a strategy for texts: any valid Unicode (NUL and all kinds of line ends too), or words of German.

    Args:
        min_size: the least number of code points.
        max_size: the greatest number.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(texts(max_size=20))
        ... def law(text):
        ...     assert len(text.encode()) >= len(text)
        >>> law()
    """
    anything = st.text(st.characters(codec="utf-8"), min_size=min_size, max_size=max_size)
    words = st.lists(st.sampled_from(_WORDS)).map(" ".join).map(lambda text: text[:max_size])
    return anything | words.filter(lambda text: len(text) >= min_size)


def names(*, max_size: int = 20) -> SearchStrategy[str]:
    """Return a strategy for strings that say something: names, labels, codes, rules.

    Args:
        max_size: the greatest number of code points.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(names())
        ... def law(name):
        ...     assert name.strip()
        >>> law()
    """
    anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=max_size)
    return st.sampled_from(("Rat", "Müller-Lüdenscheidt", "x.y")) | anything.filter(str.strip)


def spans(*, length: int = LENGTH) -> SearchStrategy[Span]:
    """Return a strategy for spans in a text.

    Args:
        length: the length of the text, at least 1.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(spans(length=10))
        ... def law(span):
        ...     assert 0 <= span.start < span.end <= 10
        >>> law()
    """
    starts = st.integers(0, length - 1)
    return starts.flatmap(lambda start: st.builds(Span, start=st.just(start), end=st.integers(start + 1, length)))


@st.composite
def ordered_spans(draw: DrawFn, *, length: int = LENGTH, min_size: int = 0, max_size: int = 3) -> tuple[Span, ...]:
    """Return a strategy for tuples of spans in order that do not overlap, though they may touch.

    Args:
        draw: given by Hypothesis.
        length: the length of the text, at least `min_size`.
        min_size: the least number of spans.
        max_size: the greatest number, where the text has room.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(ordered_spans())
        ... def law(parts):
        ...     assert all(one.end <= other.start for one, other in zip(parts, parts[1:]))
        >>> law()
    """
    count = draw(st.integers(min_size, min(max_size, length)))
    # 2 * count steps, each span at least one long, the gaps from nothing.
    drawn, at, room = [], 0, length - count
    for _ in range(count):
        gap = draw(st.integers(0, room))
        more = draw(st.integers(0, room - gap))
        drawn.append(Span(start=at + gap, end=at + gap + 1 + more))
        at, room = drawn[-1].end, room - gap - more
    return tuple(drawn)


@st.composite
def partial_dates(draw: DrawFn, *, min_year: int = 1, max_year: int = 9999) -> PartialDate:
    """Return a strategy for dates of every precision, with and without a zone.

    Args:
        draw: given by Hypothesis.
        min_year: the first year.
        max_year: the last year.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(partial_dates(min_year=2000, max_year=2030))
        ... def law(date):
        ...     assert 2000 <= date.year <= 2030
        >>> law()
    """
    known = draw(st.integers(1, 5))
    year = draw(st.integers(min_year, max_year))
    month = draw(st.integers(1, 12))
    parts = (
        year,
        month,
        draw(st.integers(1, monthrange(year, month)[1])),
        draw(st.integers(0, 23)),
        draw(st.integers(0, 59)),
    )
    named = dict(zip(("month", "day", "hour", "minute"), parts[1:known], strict=False))
    zone = draw(st.none() | st.sampled_from(_ZONES)) if known > 3 else None
    return PartialDate(year=year, zone=zone, **named)
