"""Meetings in the order of time, as a picture."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from newsmodel.display.escaping import shorten
from newsmodel.display.pictures import (
    BAND,
    FAINT,
    INK,
    RULE,
    STATUS_SHAPES,
    Picture,
    finished,
    new_figure,
    plain,
    printable,
    status_style,
)
from newsmodel.graphs import newest
from newsmodel.graphs.days import days_of
from newsmodel.model import Article, Meeting, Precision

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW = 0.34
"""The height of a row, in inches."""
_NAMES = 3


@attrs.frozen
class Row:
    """A meeting of an article, and when it may be."""

    article: Article
    meeting: Meeting
    first: dt.date | None
    last: dt.date | None

    @property
    def label(self) -> str:
        """Who meets, and the word for the meeting."""
        actors = self.meeting.actors
        names = ", ".join(shorten(actor.name, 28) for actor in actors[:_NAMES]) or "nobody named"
        names += f" +{len(actors) - _NAMES}" if len(actors) > _NAMES else ""
        return shorten(f"{names} · {self.article[self.meeting.anchors[0]]}", 64)

    @property
    def when(self) -> str:
        """The days in words."""
        if self.first is None and self.last is None:
            return "no date"
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or '…'} to {self.last or '…'}"


def timeline(articles: Article | Iterable[Article], *, most: int = 60) -> Picture:
    """Return a picture of the meetings of articles in the order of time.

    A meeting stands at its day; where the text leaves the day open, a line leads from the first to the last day that it
    may be, with a tick at each candidate. The shape of its mark says its status. A grey stroke shows when the dispatch
    was published. Meetings without a date stand at the bottom. Of several versions of a dispatch the newest counts.

    Args:
        articles: one article, or any iterable of articles.
        most: how many meetings are drawn at the most, the earliest first; the picture says how many are left out.

    Returns:
        The picture; `picture.save("meetings.svg")` or `.png` writes it to a file.

    Raises:
        MissingExtraError: matplotlib is not installed (`newsmodel[notebook]`).

    Examples:
        >>> import newsmodel
        >>> article = newsmodel.parse("Anna Berg trifft am 5. Juni Jan Voss.", published="2024-05-14")
        >>> "2024-06-05" in timeline(article).description
        True
    """
    rows = sorted(_rows(articles), key=_order)
    left_out = max(0, len(rows) - most)
    rows = rows[:most]
    figure, axes = new_figure(11, 1.6 + _ROW * max(2, len(rows)))
    dated = [row for row in rows if row.first or row.last]
    _scale(axes, dated, len(rows))
    for height, row in enumerate(rows):
        _draw(axes, row, height)
    if dated and len(dated) < len(rows):
        axes.axhspan(len(dated) - 0.5, len(rows) - 0.4, facecolor=BAND, edgecolor="none", zorder=1.5)
        note = axes.text(0.995, len(dated) - 0.4, "no date", transform=axes.get_yaxis_transform(), ha="right", va="top")
        plain(note).set(fontsize=9, color=FAINT, zorder=2)
    axes.set_yticks(range(len(rows)), [printable(row.label) for row in rows])
    for height, text in enumerate(axes.get_yticklabels()):
        plain(text).set_color(INK if rows[height].first or rows[height].last else FAINT)
    _legend(axes, rows)
    title = f"{len(rows)} meeting{'s' * (len(rows) != 1)}" + (
        f"; {left_out} later ones are not drawn" if left_out else ""
    )
    plain(axes.set_title(title, loc="left", fontsize=11, color=INK))
    lines = (f"{row.when}: {row.label}, {row.meeting.status}" for row in rows)
    return finished(figure, f"Timeline: {title}", lines)


def _rows(articles: Article | Iterable[Article]) -> Iterator[Row]:
    for article in newest((articles,) if isinstance(articles, Article) else articles):
        for meeting in article.meetings:
            yield Row(article, meeting, *days_of(meeting))


def _order(row: Row) -> tuple[bool, dt.date, dt.date]:
    first, last = row.first or row.last, row.last or row.first
    return first is None, first or dt.date.max, last or dt.date.max


def _number(day: dt.date) -> float:
    """Return a day as matplotlib counts them, at noon."""
    return day.toordinal() - dt.date(1970, 1, 1).toordinal() + 0.5


def _scale(axes: Axes, dated: list[Row], count: int) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    axes.set_ylim(max(count, 1) - 0.4, -0.6)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(RULE)
    axes.tick_params(axis="y", length=0, labelsize=9)
    axes.tick_params(axis="x", labelsize=9, colors=FAINT)
    if not dated:
        axes.set_xlim(0, 1)
        axes.set_xticks([])
        return
    days = [_number(day) for row in dated for day in (row.first, row.last, _published(row)) if day]
    room = max(2.0, 0.04 * (max(days) - min(days)))
    # The calendar of Python, and so of matplotlib, has an end at both sides.
    axes.set_xlim(max(min(days) - room, _number(dt.date.min)), min(max(days) + room, _number(dt.date.max)))
    locator: Any = AutoDateLocator(minticks=3, maxticks=8)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    # ISO 8601 at every step: no names of months, whose language depends on the machine.
    day, hour = "%Y-%m-%d", "%H:%M"
    axes.xaxis.set_major_formatter(
        ConciseDateFormatter(  # type: ignore[no-untyped-call]
            locator,
            formats=["%Y", "%Y-%m", day, hour, hour, "%S"],
            zero_formats=["", "%Y", day, day, hour, hour],
            show_offset=False,
        )
    )
    axes.grid(axis="x", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)


def _draw(axes: Axes, row: Row, height: int) -> None:
    style = status_style(row.meeting.status)
    if row.first is None and row.last is None:
        left, right = axes.get_xlim()
        axes.scatter([left + 0.012 * (right - left)], [height], s=58, zorder=3, **style)
        return
    published = _published(row)
    if published:
        axes.plot([_number(published)] * 2, [height - 0.28, height + 0.28], color=FAINT, linewidth=1.2, zorder=2)
    left, right = axes.get_xlim()
    start = _number(row.first) if row.first else left
    end = _number(row.last) if row.last else right
    middle = start if row.last is None else end if row.first is None else (start + end) / 2
    if start != end:
        axes.plot(
            [start, end], [height, height], color=style["edgecolor"], linewidth=2, solid_capstyle="butt", zorder=2
        )
        for place, known in ((start, row.first), (end, row.last)):
            if known:  # an open end has no cap
                axes.plot([place] * 2, [height - 0.16, height + 0.16], color=style["edgecolor"], linewidth=2, zorder=2)
        inside = [day for day in map(_number, _candidates(row.meeting)) if start < day < end]
        if inside:
            axes.plot(inside, [height] * len(inside), "|", color=style["edgecolor"], markersize=6, zorder=2)
    axes.scatter([middle], [height], s=58, zorder=3, **style)


def _published(row: Row) -> dt.date | None:
    date = row.article.published
    if date is None or date.precision in (Precision.YEAR, Precision.MONTH):
        return None
    return dt.date(date.year, date.month or 1, date.day or 1)


def _candidates(meeting: Meeting) -> Iterator[dt.date]:
    """Yield the candidates of its times that are days."""
    for value in (value for time in meeting.times for value in time.candidates):
        # A week or a month among the candidates is no day; the line covers it.
        with contextlib.suppress(ValueError):
            yield dt.datetime.strptime(value, "%Y-%m-%d").date()


def _legend(axes: Axes, rows: list[Row]) -> None:
    from matplotlib.lines import Line2D

    handles: list[Any] = []
    for status in STATUS_SHAPES:
        if any(row.meeting.status is status for row in rows):
            style = status_style(status)
            handles.append(
                Line2D(
                    [],
                    [],
                    linestyle="",
                    marker=style["marker"],
                    markersize=7.5,
                    markerfacecolor=style["facecolor"],
                    markeredgecolor=style["edgecolor"],
                    markeredgewidth=1.6,
                    label=str(status),
                )
            )
    if any(row.first != row.last for row in rows):
        handles.append(Line2D([], [], color=INK, linewidth=2, marker="|", markersize=8, label="day left open"))
    if any((row.first or row.last) and _published(row) for row in rows):
        handles.append(Line2D([], [], color=FAINT, linestyle="", marker="|", markersize=11, label="dispatch published"))
    if handles:
        legend = axes.figure.legend(
            handles=handles, loc="outside lower left", ncols=min(5, len(handles)), frameon=False, fontsize=9
        )
        for text in legend.get_texts():
            plain(text)
