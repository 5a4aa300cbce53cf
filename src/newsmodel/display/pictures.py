"""Pictures of articles: what they share, and how they become files."""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from newsmodel.display.escaping import escape, shorten
from newsmodel.errors import ModelError
from newsmodel.extras import load_extra
from newsmodel.model import MeetingStatus

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

EXTRA = "notebook"

FONT = "DejaVu Sans"
"""It comes with matplotlib, so that pictures are the same on every machine."""

INK, FAINT, RULE, BAND, GROUND = "#1b1b1b", "#595959", "#c8c8c8", "#f4f4f4", "#ffffff"
BLUE, RED, PURPLE, GREEN = "#00568a", "#a33200", "#7d2f66", "#00604a"

STATUS_SHAPES: dict[MeetingStatus, tuple[str, bool]] = {
    MeetingStatus.HELD: ("o", True),
    MeetingStatus.ONGOING: ("s", True),
    MeetingStatus.PLANNED: ("o", False),
    MeetingStatus.PROPOSED: ("D", False),
    MeetingStatus.POSTPONED: (">", False),
    MeetingStatus.CANCELLED: ("X", True),
    MeetingStatus.DECLINED: ("v", True),
}
"""The marker of matplotlib for each status of a meeting, and whether it is filled."""

OFF = (MeetingStatus.POSTPONED, MeetingStatus.CANCELLED, MeetingStatus.DECLINED)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Picture:
    """A picture that notebooks show and files hold.

    Attributes:
        figure: the figure of matplotlib, for those who want to change it.
        title: what it shows.
        description: the same in words, line by line, for those who cannot see it.

    Examples:
        >>> import newsmodel
        >>> from newsmodel.display import timeline
        >>> picture = timeline(newsmodel.parse("Anna Berg trifft am 5. Juni Jan Voss.", published="2024-05-14"))
        >>> "Anna Berg" in picture.description, "<svg" in picture.svg()
        (True, True)
    """

    figure: Figure
    title: str
    description: str

    def svg(self) -> str:
        """Return the picture as SVG; the same picture gives the same text."""
        return self._render("svg", metadata={"Date": None, "Title": self.title}).decode()

    def png(self, *, dpi: int = 144) -> bytes:
        """Return the picture as PNG.

        Args:
            dpi: dots an inch.
        """
        return self._render("png", dpi=dpi, metadata={"Title": shorten(self.title, 200)})

    def save(self, path: str | os.PathLike[str], *, dpi: int = 144) -> None:
        """Write the picture to a file.

        Args:
            path: where; it ends in `.svg` or `.png`.
            dpi: dots an inch, for PNG.

        Raises:
            ModelError: it ends otherwise.
            OSError: the file cannot be written.
        """
        place = Path(path)
        match place.suffix.lower():
            case ".svg":
                place.write_text(self.svg(), encoding="utf-8", newline="\n")
            case ".png":
                place.write_bytes(self.png(dpi=dpi))
            case other:
                raise ModelError("Picture", "path", f"must end in .svg or .png, not {other!r}")

    def _repr_html_(self) -> str:
        """Return the picture for notebooks, with its description for screen readers."""
        # As an image of its own: the ids inside two SVGs on one page would be taken for each other.
        data = base64.b64encode(self.svg().encode()).decode()
        alternative = escape(f"{self.title}\n{self.description}")
        return f'<img style="max-width:100%;height:auto" alt="{alternative}" src="data:image/svg+xml;base64,{data}">'

    def __repr__(self) -> str:
        """Return one short line: the title."""
        return f"Picture({self.title!r})"

    def _render(self, kind: str, **options: Any) -> bytes:
        matplotlib = load_extra("matplotlib", EXTRA)
        buffer = io.BytesIO()
        # The salt makes the ids in SVG the same always; letters become paths, so that no font is needed to see them.
        with matplotlib.rc_context({"svg.hashsalt": "newsmodel", "svg.fonttype": "path"}):
            self.figure.savefig(buffer, format=kind, **options)
        return buffer.getvalue()


def new_figure(width: float, height: float) -> tuple[Figure, Axes]:
    """Return an empty figure that no global state knows, and its axes.

    Args:
        width: in inches.
        height: in inches.
    """
    load_extra("matplotlib", EXTRA)
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained", facecolor=GROUND)
    figure.get_layout_engine().set(w_pad=0.12, h_pad=0.1)  # type: ignore[union-attr, call-arg]
    axes = figure.subplots()
    axes.set_facecolor(GROUND)
    return figure, axes


def finished(figure: Figure, title: str, description: Iterable[str]) -> Picture:
    """Return a picture whose layout stays as it is, however often and as whatever it is saved.

    Args:
        figure: the figure.
        title: what it shows.
        description: the same in words, line by line.
    """
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    return Picture(figure=figure, title=title, description="\n".join(description))


def plain(text: Text) -> Text:
    """Make a text of matplotlib show its characters as they are: `$` begins no formula."""
    text.set_parse_math(False)
    text.set_fontfamily(FONT)
    return text


def printable(text: str) -> str:
    """Return a text in which characters that the font cannot draw are U+FFFD; white space is folded."""
    return "".join(c if c == " " or _has_glyph(c) else "\ufffd" for c in " ".join(text.split()))


@cache
def _has_glyph(character: str) -> bool:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return bool(get_font(findfont(FontProperties(family=FONT))).get_char_index(ord(character)))


def status_style(status: MeetingStatus) -> dict[str, Any]:
    """Return how the marker of a meeting looks: the shape says its status, colour only repeats it."""
    shape, filled = STATUS_SHAPES[status]
    colour = RED if status in OFF else GREEN
    return {"marker": shape, "facecolor": colour if filled else GROUND, "edgecolor": colour, "linewidth": 1.6}
