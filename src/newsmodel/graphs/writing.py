"""Graphs as files that Gephi and other programs open. The same graph gives the same bytes."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING

from newsmodel.extras import load_extra

if TYPE_CHECKING:
    import networkx as nx


def write_graphml(graph: nx.MultiDiGraph[str], target: str | os.PathLike[str] | IO[bytes]) -> None:
    """Write a graph as GraphML, UTF-8.

    Args:
        graph: what `newsmodel.graph` gave.
        target: a path, or a file open for bytes.

    Raises:
        OSError: the file cannot be written.
        MissingExtraError: networkx is not installed (`newsmodel[graph]`).

    Examples:
        >>> from newsmodel import Article, graph
        >>> file = io.BytesIO()
        >>> write_graphml(graph(Article(text="Der Rat ruht.")), file)
        >>> "Der Rat ruht." in file.getvalue().decode()
        True
    """
    load_extra("networkx", "graph")
    # Not write_graphml, which writes other bytes where lxml is installed.
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(graph)
    _write(writer, target)


def write_gexf(graph: nx.MultiDiGraph[str], target: str | os.PathLike[str] | IO[bytes]) -> None:
    """Write a graph as GEXF 1.2, UTF-8; arguments and errors are those of `write_graphml`.

    Examples:
        >>> from newsmodel import Article, graph
        >>> file = io.BytesIO()
        >>> write_gexf(graph(Article(text="Der Rat ruht.")), file)
        >>> "Der Rat ruht." in file.getvalue().decode()
        True
    """
    load_extra("networkx", "graph")
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(graph, encoding="utf-8", prettyprint=True, version="1.2draft")
    # networkx writes today's date, and a name that the schema of GEXF does not know.
    for element, attribute in ((writer.xml.find("meta"), "lastmodifieddate"), (writer.xml.find("graph"), "name")):
        if element is not None:
            element.attrib.pop(attribute, None)
    _write(writer, target)


def _write(writer: object, target: str | os.PathLike[str] | IO[bytes]) -> None:
    buffer = io.BytesIO()
    # GraphMLWriter dumps, GEXFWriter writes.
    (writer.dump if hasattr(writer, "dump") else writer.write)(buffer)  # type: ignore[attr-defined]
    if isinstance(target, str | os.PathLike):
        Path(target).write_bytes(buffer.getvalue())
    else:
        target.write(buffer.getvalue())
