"""Who meets whom, and who supports and opposes whom and what, as a picture."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Any

import attrs

from newsmodel.display.escaping import shorten
from newsmodel.display.pictures import (
    BLUE,
    FAINT,
    GROUND,
    INK,
    PURPLE,
    RED,
    STATUS_SHAPES,
    Picture,
    finished,
    new_figure,
    plain,
    printable,
    status_style,
)
from newsmodel.graphs import graph
from newsmodel.model import Article, MeetingStatus

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

    Place = tuple[float, float]

_STANCES: dict[str, tuple[str, Any, str]] = {
    "supports": (BLUE, "solid", "-|>"),
    "opposes": (RED, (0, (4, 2)), "-["),
    "mixed_towards": (PURPLE, "dotted", "-|>"),
}
"""Colour, stroke and end of the arrow of a stance: stroke and end say what colour repeats."""
_KINDS = {"person": "o", "organization": "s", "country": "h", "group": "^"}


_TRIES = 8
"""How many layouts are tried for each part; the least crowded is taken."""
_WIDTH = 14.0
"""How wide a row of parts becomes, in inches."""
_SIDE, _ABOVE = 0.95, 0.42
"""The room for labels beside, and above and below, the nodes of a part."""


@attrs.frozen
class _Scene:
    """What is drawn.

    Attributes:
        graph: the whole graph.
        nodes: the nodes that are drawn.
        ties: who takes part where.
        stances: holder, target, type; and how often.
        left_out: how many actors, meetings and issues had no room.
    """

    graph: nx.MultiDiGraph[str]
    nodes: list[str]
    ties: list[tuple[str, str]]
    stances: Counter[tuple[str, str, str]]
    left_out: int


def network(articles: Article | Iterable[Article], *, issues: bool = True, most: int = 40) -> Picture:
    """Return a picture of the actors of articles: who meets, and who supports and opposes whom.

    Actors are joined across articles as `newsmodel.graph` does. A meeting is a mark between those who take part; its
    shape says its status. An arrow leads from who holds a stance to an actor, a meeting or an issue: solid with a head
    for support, dashed with a bar for opposition, dotted for both. Actors without any of these are not drawn.

    Args:
        articles: one article, or any iterable of articles.
        issues: whether issues that somebody supports or opposes are drawn too, as small text.
        most: how many actors, meetings and issues are drawn at the most, of each those with the most ties; the picture
            says how many are left out.

    Returns:
        The picture; `picture.save("network.svg")` or `.png` writes it to a file. The same articles give the same one.

    Raises:
        MissingExtraError: matplotlib or networkx is not installed (`newsmodel[notebook]`).

    Examples:
        >>> import newsmodel
        >>> article = newsmodel.parse("Anna Berg traf Jan Voss.")
        >>> "Jan Voss" in network(article).description
        True
    """
    scene = _scene(graph(articles), issues=issues, most=most)
    places = _places(scene)
    xs, ys = [x for x, _ in places.values()] or [0.0], [y for _, y in places.values()] or [0.0]
    left, right, bottom, top = min(xs) - _SIDE, max(xs) + _SIDE, min(ys) - _ABOVE, max(ys) + _ABOVE
    figure, axes = new_figure(max(7.0, right - left), max(1.2, top - bottom) + 1.2)
    axes.set_axis_off()
    axes.set_xlim(left, max(right, left + 7))
    axes.set_ylim(bottom, max(top, bottom + 1.2))
    axes.set_aspect("equal", anchor="NW")
    for one, other in scene.ties:
        axes.plot(*zip(places[one], places[other], strict=True), color=FAINT, linewidth=1.1, zorder=1)
    for (one, other, kind), count in scene.stances.items():
        _arrow(axes, places, (one, other, kind), count)
    above = _labels_above(scene, places)
    for node in scene.nodes:
        _node(axes, scene.graph.nodes[node], places[node], above=node in above)
    _legend(axes, scene)
    actors = [node for node in scene.nodes if scene.graph.nodes[node]["node_type"] == "actor"]
    title = f"{len(actors)} actor{'s' * (len(actors) != 1)}"
    title += f"; {scene.left_out} actors, meetings and issues with fewer ties are not drawn" if scene.left_out else ""
    plain(axes.set_title(title, loc="left", fontsize=11, color=INK))
    return finished(figure, f"Network: {title}", _describe(scene))


def _scene(whole: nx.MultiDiGraph[str], *, issues: bool, most: int) -> _Scene:
    kinds = {node: data["node_type"] for node, data in whole.nodes(data=True)}
    ties = list(
        dict.fromkeys((one, other) for one, other, data in whole.edges(data=True) if data["edge_type"] == "takes_part")
    )
    stances = Counter(
        (one, other, data["edge_type"])
        for one, other, data in whole.edges(data=True)
        if data["edge_type"] in _STANCES and (issues or kinds[other] != "issue")
    )
    degree: Counter[str] = Counter()
    for one, other in [*ties, *((one, other) for one, other, _ in stances)]:
        degree.update((one, other))
    kept: set[str] = set()
    for kind in ("actor", "meeting", "issue"):
        ranked = sorted((node for node in degree if kinds[node] == kind), key=lambda node: (-degree[node], node))
        kept.update(ranked[:most])
    ties = [(one, other) for one, other in ties if one in kept and other in kept]
    stances = Counter({stance: n for stance, n in stances.items() if stance[0] in kept and stance[1] in kept})
    reached = {end for tie in ties for end in tie} | {end for one, other, _ in stances for end in (one, other)}
    return _Scene(whole, [node for node in whole if node in reached], ties, stances, len(degree) - len(reached))


def _places(scene: _Scene) -> dict[str, Place]:
    """Return where each node stands, in inches: each part that hangs together by itself, packed in rows."""
    import networkx

    drawn: nx.Graph[str] = networkx.Graph()
    drawn.add_nodes_from(scene.nodes)
    drawn.add_edges_from([*scene.ties, *((one, other) for one, other, _ in scene.stances if one != other)])
    parts = sorted(networkx.connected_components(drawn), key=lambda part: (-len(part), min(part)))
    places: dict[str, Place] = {}
    left = top = row = 0.0
    for part in parts:
        # In the order of the graph: a set of strings has another order in every process.
        some = drawn.subgraph([node for node in scene.nodes if node in part])
        width, height = _size(len(part))
        if left and left + width > _WIDTH:
            left, top, row = 0.0, top - row, 0.0
        for node, (x, y) in _layout(some).items():
            across, down = x * (width - 2 * _SIDE), (1 - y) * (height - 2 * _ABOVE)
            places[node] = (left + _SIDE + across, top - _ABOVE - down)
        left, row = left + width, max(row, height)
    return places


def _size(count: int) -> Place:
    """Return the width and height that a part with so many nodes takes, labels included."""
    if count <= 2:
        return 2 * _SIDE + 1.8 * (count - 1), 2 * _ABOVE + 0.1
    side = math.sqrt(count)
    return 2 * _SIDE + 1.5 * side, 2 * _ABOVE + 1.0 * side


def _layout(part: nx.Graph[str]) -> dict[str, Place]:
    """Return places between 0 and 1."""
    import networkx

    ordered: nx.Graph[str] = networkx.Graph()
    ordered.add_nodes_from(part.nodes)
    ordered.add_edges_from(sorted(part.edges))
    if len(ordered) == 1:  # somebody for or against themselves
        return dict.fromkeys(ordered, (0.5, 0.5))
    if len(ordered) == 2:
        return dict(zip(ordered, ((0.0, 0.5), (1.0, 0.5)), strict=True))
    tries = (
        _fitted(networkx.spring_layout(ordered, seed=seed, iterations=200, method="force")) for seed in range(_TRIES)
    )
    return max(tries, key=_least_distance)


def _fitted(places: dict[str, Any]) -> dict[str, Place]:
    columns = list(zip(*places.values(), strict=True))
    lows, spans = [min(column) for column in columns], [max(column) - min(column) or 1.0 for column in columns]
    return {node: (float((x - lows[0]) / spans[0]), float((y - lows[1]) / spans[1])) for node, (x, y) in places.items()}


def _least_distance(places: dict[str, Place]) -> float:
    """Return the distance of the two places that are closest; labels are wide, so distance across counts half."""
    return min(math.hypot((x - a) / 2, y - b) for (x, y), (a, b) in combinations(places.values(), 2))


def _arrow(axes: Axes, places: dict[str, Place], stance: tuple[str, str, str], count: int) -> None:
    from matplotlib.patches import FancyArrowPatch

    one, other, kind = stance
    colour, stroke, end = _STANCES[kind]
    # Arrows of different kinds bend apart, all of them upwards, where fewer labels are.
    bend = {"supports": 0.12, "opposes": 0.2, "mixed_towards": 0.28}[kind]
    bend *= 1 if places[other][0] < places[one][0] else -1
    head = f"{end},widthB=0.32,lengthB=0" if end == "-[" else end
    loop = one == other
    x, y = places[one]
    axes.add_patch(
        FancyArrowPatch(
            places[one],
            (x + 0.35, y + 0.02) if loop else places[other],
            connectionstyle=f"arc3,rad={1.6 if loop else bend}",
            arrowstyle=head,
            mutation_scale=13,
            linestyle=stroke,
            linewidth=min(1.5 + 0.5 * (count - 1), 4),
            color=colour,
            shrinkA=9,
            shrinkB=11,
            zorder=2,
        )
    )


def _labels_above(scene: _Scene, places: dict[str, Place]) -> set[str]:
    """Return the nodes whose lines come from below, so that their label has its room above."""
    lean: Counter[str] = Counter()
    for one, other in [*scene.ties, *((one, other) for one, other, _ in scene.stances)]:
        rise = places[other][1] - places[one][1]
        lean[one] += (rise > 0) - (rise < 0)
        lean[other] -= (rise > 0) - (rise < 0)
    return {node for node, sum_of_signs in lean.items() if sum_of_signs < 0}


def _node(axes: Axes, data: dict[str, Any], place: Place, *, above: bool) -> None:
    match data["node_type"]:
        case "actor":
            axes.scatter(*place, s=150, marker=_KINDS[data["kind"]], facecolor=INK, edgecolor=GROUND, zorder=4)
            label, gap, look = shorten(data["label"], 24), 0.13, {"size": 9, "weight": "bold"}
        case "meeting":
            axes.scatter(*place, s=62, zorder=4, **status_style(MeetingStatus(data["status"])))
            label, gap, look = shorten(data["label"], 22), 0.1, {"size": 7.5, "color": FAINT}
        case _:
            axes.scatter(*place, s=16, marker="s", facecolor=GROUND, edgecolor=FAINT, zorder=4)
            label, gap, look = shorten(data["label"], 30), 0.06, {"size": 7.5, "color": FAINT, "style": "italic"}
    x, y = place
    _label(axes, label, (x, y + gap if above else y - gap), va="bottom" if above else "top", **look)


def _label(axes: Axes, text: str, place: Place, **look: Any) -> None:
    from matplotlib.patheffects import withStroke

    made = plain(axes.text(*place, printable(text), ha="center", zorder=5, **{"color": INK, **look}))
    made.set_path_effects([withStroke(linewidth=2.5, foreground=GROUND)])


def _legend(axes: Axes, scene: _Scene) -> None:
    from matplotlib.lines import Line2D

    kinds = [scene.graph.nodes[node] for node in scene.nodes]
    handles: list[Any] = [
        Line2D([], [], linestyle="", marker=shape, markersize=9, color=INK, label=kind)
        for kind, shape in _KINDS.items()
        if any(data.get("kind") == kind and data["node_type"] == "actor" for data in kinds)
    ]
    for status in STATUS_SHAPES:
        if any(data["node_type"] == "meeting" and data["status"] == status for data in kinds):
            style = status_style(status)
            look: dict[str, Any] = {"marker": style["marker"], "markerfacecolor": style["facecolor"], "markersize": 7.5}
            edge: dict[str, Any] = {"markeredgecolor": style["edgecolor"], "markeredgewidth": 1.6}
            handles.append(Line2D([], [], color=FAINT, linewidth=1.1, label=f"meeting, {status}", **look, **edge))
    for kind, (colour, stroke, end) in _STANCES.items():
        if any(stance[2] == kind for stance in scene.stances):
            mark: dict[str, Any] = {
                "marker": "|" if end == "-[" else ">",
                "markevery": [1],
                "markersize": 9 if end == "-[" else 6,
            }
            words = kind.replace("_", " ")
            handles.append(Line2D([0, 1], [0, 0], color=colour, linestyle=stroke, linewidth=1.7, label=words, **mark))
    if handles:
        legend = axes.figure.legend(handles=handles, loc="outside lower left", ncols=5, frameon=False, fontsize=9)
        for text in legend.get_texts():
            plain(text)


def _describe(scene: _Scene) -> Iterable[str]:
    label = {node: data["label"] for node, data in scene.graph.nodes(data=True)}
    for node in scene.nodes:
        if scene.graph.nodes[node]["node_type"] == "meeting":
            names = ", ".join(label[one] for one, other in scene.ties if other == node)
            yield f"{label[node]} ({scene.graph.nodes[node]['status']}): {names or 'nobody named'}"
    for (one, other, kind), count in scene.stances.items():
        times = f" ({count} times)" if count > 1 else ""
        yield f"{label[one]} {kind.replace('_', ' ')} {label[other]}{times}"
