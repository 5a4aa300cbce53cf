"""The command line: `newsmodel parse FILE`, `newsmodel schema`, `newsmodel validate FILE`.

Exit codes: 0 all is well, 1 the input is at fault (no file, no text, no article), 2 the command line is.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Sequence

from newsmodel.errors import DecodeError, NewsmodelError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: the words behind the program's name; those of the process if left out.

    Returns:
        The exit code.
    """
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough; nothing may be written while the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except NewsmodelError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename or 'input'}: {error.strerror or error}")
    return code


def _parser() -> argparse.ArgumentParser:
    from newsmodel import __version__

    parser = argparse.ArgumentParser(
        prog="newsmodel", description="Read German news-agency dispatches: who acts, meets, says what, stands where."
    )
    parser.add_argument("--version", action="version", version=f"newsmodel {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    parse = commands.add_parser("parse", help="read a dispatch and print what it says")
    parse.add_argument("file", metavar="FILE", help="plain agency text; - for standard input")
    parse.add_argument("--json", action="store_true", help="print JSON (see `newsmodel schema`) instead of text")
    parse.add_argument("--published", metavar="DATE", help="date of publication, such as 2024-04 or 2024-04-02T14:05")
    parse.set_defaults(run=_parse)

    schema = commands.add_parser("schema", help="print the JSON Schema of an article")
    schema.set_defaults(run=_schema)

    validate = commands.add_parser("validate", help="check that a file holds an article in JSON")
    validate.add_argument(
        "file", metavar="FILE", help="JSON as `newsmodel parse --json` prints it; - for standard input"
    )
    validate.set_defaults(run=_validate)
    return parser


def _parse(options: argparse.Namespace) -> int:
    import newsmodel
    from newsmodel.report import report

    article = newsmodel.read(_source(options.file), published=options.published)
    print(newsmodel.dumps(article) if options.json else report(article))
    return 0


def _schema(_: argparse.Namespace) -> int:
    import newsmodel

    print(json.dumps(newsmodel.json_schema(), ensure_ascii=False, indent=2))
    return 0


def _validate(options: argparse.Namespace) -> int:
    import newsmodel
    from newsmodel.wire.source import read_source

    try:
        article = newsmodel.loads(read_source(_source(options.file)))
    except DecodeError as error:
        return _fail("\n".join(f"{path}: {message}" for path, message in error.faults))
    print(repr(article))
    return 0


def _source(name: str) -> str | bytes:
    return sys.stdin.buffer.read() if name == "-" else name


def _fail(message: str) -> int:
    for line in message.splitlines():
        print(f"newsmodel: {line}", file=sys.stderr)
    return 1


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: German text must come out of any terminal and pipe the same."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # replaced by a test, or closed
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
