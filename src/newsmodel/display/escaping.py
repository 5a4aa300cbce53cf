"""Text on its way into HTML: nothing in a dispatch may become markup, or vanish."""

from __future__ import annotations

from html import escape as _escape

# A parser of HTML drops or replaces these; their pictures (U+2400 and on) show that they are there.
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
# An HTML parser turns each into a line feed; so does this, so that what is shown is what is written here.
_LINE_ENDS = ("\r\n", "\r")


def escape(text: str) -> str:
    """Return a text as it may stand in HTML, also within quotation marks of an attribute.

    Args:
        text: any text.

    Returns:
        The text with `& < > " '` escaped, line ends as line feeds and other controls as their pictures.

    Examples:
        >>> escape('<b title="x">Müller & Söhne</b>')
        '&lt;b title=&quot;x&quot;&gt;Müller &amp; Söhne&lt;/b&gt;'
    """
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return _escape(text.translate(_CONTROLS))


def shorten(text: str, most: int) -> str:
    """Return a text on one line, cut behind `most` characters with `…`.

    Args:
        text: any text.
        most: the greatest number of characters, at least 1.

    Returns:
        The text, white space folded.

    Examples:
        >>> shorten("Der Rat  tagt morgen", 12)
        'Der Rat tag…'
    """
    # Folding stops where nothing of it would be shown: a cell of a long text costs no more than one of a short text.
    words = " ".join(text[: 4 * most].split())
    rest = len(text) > 4 * most
    return words if len(words) <= most and not rest else words[: most - 1] + "…"
