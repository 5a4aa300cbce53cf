"""What helps to test programs that use newsmodel: Hypothesis strategies, dispatches of known meaning, and assertions.

Needs the extra `newsmodel[testing]`. With Hypothesis installed, `hypothesis.strategies.from_type(Meeting)` works too.
"""

# ruff: noqa: E402 - without Hypothesis the imports would fail, and say less
from newsmodel.extras import load_extra

load_extra("hypothesis", "testing")

from newsmodel.testing.articles import articles
from newsmodel.testing.assertions import check
from newsmodel.testing.basics import names, ordered_spans, partial_dates, spans, texts
from newsmodel.testing.dispatches import dispatches
from newsmodel.testing.expectations import assert_meets, assert_says, assert_stands
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
from newsmodel.testing.rendering import Expected, Rendered, Template, render, templates
from newsmodel.testing.wires import concepts, datelines, diagnostics, provenances, signoffs, zones

__all__ = [
    "Expected",
    "Rendered",
    "Template",
    "actors",
    "articles",
    "assert_meets",
    "assert_says",
    "assert_stands",
    "check",
    "concepts",
    "datelines",
    "diagnostics",
    "dispatches",
    "issues",
    "meetings",
    "mentions",
    "names",
    "ordered_spans",
    "partial_dates",
    "participations",
    "provenances",
    "render",
    "roles",
    "signoffs",
    "spans",
    "stances",
    "statements",
    "templates",
    "texts",
    "time_expressions",
    "zones",
]
