"""Text in XML 1.0: what it cannot hold, and what must be escaped so that it comes back character for character."""

from __future__ import annotations

import re

from newsmodel.errors import FormatError

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A parser makes \n of a raw \r, and blanks of raw line ends and tabulators in attributes.
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def check_characters(name: str, text: str, place: str) -> None:
    """Refuse text that XML 1.0 cannot hold, not even escaped: control characters, U+FFFE, U+FFFF.

    Args:
        name: the format, for the message.
        text: the text.
        place: where it stands in the article.

    Raises:
        FormatError: with the place, the offset and the code point.
    """
    found = _ILLEGAL.search(text)
    if found is not None:
        reason = f"XML cannot hold the character U+{ord(found[0]):04X}"
        raise FormatError(name, reason, place=f"{place}, offset {found.start()}")


def escape(text: str) -> str:
    """Return text as the content of an element."""
    return text.translate(_IN_TEXT)


def attribute(name: str, value: str) -> str:
    """Return an attribute with its value, ready for a tag."""
    return f'{name}="{value.translate(_IN_ATTRIBUTE)}"'
