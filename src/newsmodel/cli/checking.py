"""`newsmodel validate` and `newsmodel schema`."""

from __future__ import annotations

import argparse
import json

from newsmodel.cli.inputs import inputs, stored
from newsmodel.cli.outputs import complain, emit, progress
from newsmodel.codec import json_schema
from newsmodel.errors import NewsmodelError

__all__ = ["schema", "validate"]


def validate(options: argparse.Namespace) -> int:
    """Check stored articles: one line for each that is good, one complaint for each fault."""
    sources = list(inputs(options.files))
    several = len(sources) > 1
    code = 0
    for source in progress(sources):
        try:
            for article in stored(source):
                emit(f"{source.name}: {article!r}" if several else repr(article))
        except BrokenPipeError:
            raise
        except (NewsmodelError, OSError) as error:
            code = complain(error, source.name if several else "")
    return code


def schema(_: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    emit(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
