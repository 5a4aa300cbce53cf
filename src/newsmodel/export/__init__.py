"""Articles in the formats of other tools, one module a format; each says what it cannot carry.

`FORMATS` lists them. `dump(article, "brat")` writes, `load` reads back where a format allows, `project` tells what will
be left. For every format that is read, `load(dump(article, name), name) == project(article, name)`.
"""

from newsmodel.export.formats import FORMATS, Format, Formats, dump, load, project

__all__ = ["FORMATS", "Format", "Formats", "dump", "load", "project"]
