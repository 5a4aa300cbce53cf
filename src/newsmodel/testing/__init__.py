"""What helps to test programs that use newsmodel: Hypothesis strategies for the model, and a check of an article.

Needs the extra `newsmodel[testing]`. With Hypothesis installed, `hypothesis.strategies.from_type(Meeting)` works too.
"""

from newsmodel.errors import MissingExtraError

try:
    import hypothesis as _hypothesis  # noqa: F401
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    raise MissingExtraError("hypothesis", "testing") from error

from newsmodel.testing.articles import articles
from newsmodel.testing.assertions import check
from newsmodel.testing.basics import names, ordered_spans, partial_dates, spans, texts
from newsmodel.testing.items import (
    actors,
    issues,
    meetings,
    mentions,
    participations,
    roles,
    stances,
    statements,
    time_expressions,
)
from newsmodel.testing.wires import concepts, datelines, diagnostics, provenances, signoffs, zones

__all__ = [
    "actors",
    "articles",
    "check",
    "concepts",
    "datelines",
    "diagnostics",
    "issues",
    "meetings",
    "mentions",
    "names",
    "ordered_spans",
    "partial_dates",
    "participations",
    "provenances",
    "roles",
    "signoffs",
    "spans",
    "stances",
    "statements",
    "texts",
    "time_expressions",
    "zones",
]
