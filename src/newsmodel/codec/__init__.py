"""Articles to JSON and back, strictly; and the JSON Schema of what is written."""

from newsmodel.codec.dicts import from_dict, to_dict
from newsmodel.codec.schema import json_schema, shipped_schema
from newsmodel.codec.text import dumps, loads

__all__ = ["dumps", "from_dict", "json_schema", "loads", "shipped_schema", "to_dict"]
