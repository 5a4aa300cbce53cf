"""Many dispatches: `parse_many`, in this process or in several."""

from newsmodel.batch.chunks import Failure, Source
from newsmodel.batch.stream import parse_many

__all__ = ["Failure", "Source", "parse_many"]
