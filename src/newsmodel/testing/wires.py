"""Strategies for what the wire adds to the words."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsmodel.model import Concept, Dateline, Diagnostic, Provenance, Severity, SignOff, Zone, ZoneKind
from newsmodel.testing.basics import LENGTH, names, partial_dates, spans

T = TypeVar("T")


def tuples(elements: SearchStrategy[T], *, min_size: int = 0, max_size: int = 3) -> SearchStrategy[tuple[T, ...]]:
    """Return a strategy for tuples of any number of elements, as the model holds them.

    Args:
        elements: what they hold.
        min_size: the least number.
        max_size: the greatest number.

    Returns:
        The strategy.
    """
    if elements.is_empty and not min_size:
        return st.just(())
    return st.lists(elements, min_size=min_size, max_size=max_size).map(tuple)


def zones(*, length: int = LENGTH) -> SearchStrategy[Zone]:
    """Return a strategy for zones of a text of `length` code points.

    Examples:
        >>> from hypothesis import given
        >>> @given(zones(length=10))
        ... def law(zone):
        ...     assert zone.span.end <= 10
        >>> law()
    """
    return st.builds(Zone, kind=st.sampled_from(ZoneKind), span=spans(length=length), public=st.booleans())


def datelines(*, length: int = LENGTH) -> SearchStrategy[Dateline]:
    """Return a strategy for datelines of a text of `length` code points.

    Examples:
        >>> from hypothesis import given
        >>> @given(datelines())
        ... def law(dateline):
        ...     assert all(place.strip() for place in dateline.places)
        >>> law()
    """
    return st.builds(
        Dateline,
        places=tuples(names()),
        agency=st.none() | names(),
        date=st.none() | partial_dates(),
        span=spans(length=length),
    )


def signoffs(*, length: int = LENGTH) -> SearchStrategy[SignOff]:
    """Return a strategy for sign-offs of a text of `length` code points.

    Examples:
        >>> from hypothesis import given
        >>> @given(signoffs(length=10))
        ... def law(signoff):
        ...     assert signoff.span.end <= 10
        >>> law()
    """
    return st.builds(SignOff, codes=tuples(names()), span=spans(length=length))


def diagnostics(*, length: int = LENGTH) -> SearchStrategy[Diagnostic]:
    """Return a strategy for diagnostics of a text of `length` code points; 0 gives diagnostics without a span.

    Examples:
        >>> from hypothesis import given
        >>> @given(diagnostics(length=0))
        ... def law(diagnostic):
        ...     assert diagnostic.span is None
        >>> law()
    """
    places = st.none() | spans(length=length) if length else st.none()
    return st.builds(Diagnostic, code=names(), message=names(), span=places, severity=st.sampled_from(Severity))


def concepts() -> SearchStrategy[Concept]:
    """Return a strategy for subjects and places that a sender attaches.

    Examples:
        >>> from hypothesis import given
        >>> @given(concepts())
        ... def law(concept):
        ...     assert concept.name
        >>> law()
    """
    return st.builds(Concept, name=names(), scheme=st.none() | names(), code=st.none() | names())


def provenances() -> SearchStrategy[Provenance]:
    """Return a strategy for provenances.

    Examples:
        >>> from hypothesis import given
        >>> @given(provenances())
        ... def law(provenance):
        ...     assert provenance.library
        >>> law()
    """
    return st.builds(Provenance, library=names(), pipeline=st.none() | names())
