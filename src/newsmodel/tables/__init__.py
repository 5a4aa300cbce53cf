"""Articles as tables in long form: Arrow first, pandas, polars and Parquet from there, and back to articles.

Needs the extra `newsmodel[frames]`; the description of the tables, `SCHEMA`, needs nothing.
"""

from newsmodel.tables.building import frames
from newsmodel.tables.restoring import from_frames
from newsmodel.tables.schema import SCHEMA, Column, TableSchema
from newsmodel.tables.sets import Frames, read_parquet

__all__ = ["SCHEMA", "Column", "Frames", "TableSchema", "frames", "from_frames", "read_parquet"]
