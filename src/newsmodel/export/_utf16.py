"""Offsets as Java and JavaScript count them."""

from __future__ import annotations

from bisect import bisect_left


class Utf16:
    """The UTF-16 units of a text.

    Args:
        text: the text.

    Examples:
        >>> units = Utf16("🦉 ruft")
        >>> units.offset(2)
        3
    """

    def __init__(self, text: str) -> None:
        """Take the text."""
        self._astral = [offset for offset, sign in enumerate(text) if ord(sign) > 0xFFFF]

    def offset(self, code_points: int) -> int:
        """Return the offset in UTF-16 units of an offset in code points."""
        return code_points + bisect_left(self._astral, code_points)
