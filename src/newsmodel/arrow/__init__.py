"""Record batches of texts to record batches of articles: what engines that speak Arrow (Spark, Ray Data, Dask) can run.

Needs the extra `newsmodel[arrow]`. `docs/how-to/clusters.md` shows each engine.
"""

from newsmodel.arrow.batches import output_schema, parse_batches, parse_table
from newsmodel.arrow.nested import article_type, to_article, to_row

__all__ = ["article_type", "output_schema", "parse_batches", "parse_table", "to_article", "to_row"]
