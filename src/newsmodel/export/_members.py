"""Members of JSON objects, as most formats want them: what says nothing is left out."""

from __future__ import annotations

from typing import Any


def filled(members: dict[str, Any]) -> dict[str, Any]:
    """Return the members that are neither None nor an empty list."""
    return {name: value for name, value in members.items() if value is not None and value != []}
