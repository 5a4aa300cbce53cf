"""Articles as one graph of actors, meetings, statements and issues; GraphML and GEXF of it.

Needs the extra `newsmodel[graph]`; `newest` needs nothing.
"""

from newsmodel.graphs.building import graph
from newsmodel.graphs.versions import newest
from newsmodel.graphs.writing import write_gexf, write_graphml

__all__ = ["graph", "newest", "write_gexf", "write_graphml"]
