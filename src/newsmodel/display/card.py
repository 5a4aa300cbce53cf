"""A single object of the model as HTML: its class, and a row for each field that says something."""

from __future__ import annotations

from newsmodel.display.escaping import escape, shorten
from newsmodel.display.page import style
from newsmodel.model import Actor, Dossier, Issue, Mention, PartialDate, Participation, Role, Span
from newsmodel.model._base import Value
from newsmodel.model._shape import shapes

_CELL = 160
_MOST = 12


def card(value: Value | Dossier) -> str:
    """Return an object as a small table.

    An object does not know its article, so it shows offsets where the article shows words.

    Args:
        value: the object.

    Returns:
        A `<div class="newsmodel">` with its own style sheet.
    """
    rows = "".join(
        f'<tr><th scope="row">{shape.name}</th><td>{"<br>".join(lines)}</td></tr>'
        for shape in shapes(type(value))
        if (lines := _lines(getattr(value, shape.name)))
    )
    kind = type(value).__name__
    return (
        f'{style()}<div class="newsmodel nm-card" lang="en">'
        f'<table aria-label="{kind}"><thead><tr><th scope="col">{kind}</th><th scope="col">value</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _lines(given: object) -> list[str]:
    """Return the lines of a cell; none for what is absent."""
    if given is None or given is False:
        return []
    values = given if isinstance(given, tuple) else (given,)
    lines = [escape(shorten(_words(value), _CELL)) for value in values[:_MOST]]
    if len(values) > _MOST:
        lines.append(f"and {len(values) - _MOST} more")
    return lines


def _words(value: object) -> str:
    """Return what a cell says of a value: what names it for a reader; else its line of `repr`."""
    match value:
        case Span():
            return f"{value.start}..{value.end}"
        case Mention():
            return f"{_words(value.span)} {value.type}"
        case Role():
            title = value.title or ""
            return f"{title} of {value.of.name}".strip() if value.of else title
        case Participation():
            return f"{_words(value.actor)}, {value.part}"
        case Actor():
            return f"{value.name} ({value.kind})"
        case Issue():
            return value.label
        case Value() if not isinstance(value, PartialDate):
            return repr(value)
    return str(value)
