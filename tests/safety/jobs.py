"""What worker processes are asked to do, in a module that they can import."""

from __future__ import annotations

from typing import Any

import newsmodel


def parse_to_json(text: str, published: str | None) -> str:
    """Return the article of a text as JSON."""
    return newsmodel.dumps(newsmodel.parse(text, published=published))


def back(value: Any) -> Any:
    """Return what was sent."""
    return value
