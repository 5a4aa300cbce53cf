"""The strategy for dispatches whose meaning is known."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from newsmodel.testing.rendering import Rendered, render, templates, words

__all__ = ["dispatches"]


@st.composite
def dispatches(draw: DrawFn, *, kind: str | None = None, max_size: int = 3) -> Rendered:
    """Return a strategy for German dispatches written from templates, with what they say.

    No two sentences of a dispatch share a person. A parse errs now and then on such a text too: ask for nearly all
    of many.

    Args:
        draw: given by Hypothesis.
        kind: `meeting`, `statement` or `stance`; any of them if left out.
        max_size: the greatest number of sentences, up to 5.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(dispatches(kind="meeting"))
        ... def law(made):
        ...     assert all(len(expected.names) == 2 for expected in made.expected)
        >>> law()
    """
    known = [template for template in templates().values() if kind in (None, template.kind)]
    chosen = draw(st.lists(st.sampled_from(known), min_size=1, max_size=max_size))
    people = draw(st.permutations(words("person")))
    slots = dict.fromkeys(slot for template in chosen for slot in template.slots)
    filled = {slot: draw(st.sampled_from(words(slot))) for slot in slots}
    return render(chosen, people=people, filled=filled)
