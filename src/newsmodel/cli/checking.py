"""`newsmodel validate` and `newsmodel schema`."""

from __future__ import annotations

import argparse
import json

from newsmodel.cli.inputs import inputs, stored
from newsmodel.cli.outputs import Attempts, emit, progress
from newsmodel.codec import json_schema

__all__ = ["schema", "validate"]


def validate(options: argparse.Namespace) -> int:
    """Check stored articles: one line for each that is good, one complaint for each fault."""
    sources = list(inputs(options.files))
    several = len(sources) > 1
    attempts = Attempts(several=several)
    for source in progress(sources):
        for article in attempts.each(source, stored):
            emit(f"{source.name}: {article!r}" if several else repr(article))
    return attempts.code


def schema(_: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    emit(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
