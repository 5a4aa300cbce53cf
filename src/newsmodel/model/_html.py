"""How objects show themselves in notebooks without the model knowing any HTML.

The model asks what has been put here; `newsmodel/__init__.py` puts `newsmodel.display` here, to be loaded when first asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_renderers: list[Callable[[Any], str]] = []


def show_with(render: Callable[[Any], str]) -> None:
    """Set what makes HTML of the objects of the model.

    Args:
        render: takes an object and returns a fragment of HTML.
    """
    _renderers[:] = [render]


class Shown:
    """The base of what notebooks show as HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """Return HTML for notebooks (IPython's protocol); None, which stands for plain text, where nothing makes it."""
        return _renderers[0](self) if _renderers else None
