"""The command line: `newsmodel parse`, `show`, `convert`, `validate` and `schema`.

Exit codes: 0 all is well; 1 an input is at fault (no file, no text, no article), or a package is missing; 2 the command
line is; 130 it was interrupted. Of several inputs those that can be read are, and the code is that of the worst.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from newsmodel.cli.arguments import parser
from newsmodel.cli.outputs import complain
from newsmodel.errors import NewsmodelError

__all__ = ["main"]

INTERRUPTED = 130
"""What a shell reports of a program that Ctrl-C ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: the words behind the program's name; those of the process if left out.

    Returns:
        The exit code: 0 all is well, 1 an input is at fault, 130 interrupted.

    Raises:
        SystemExit: with code 2, the command line is at fault; with 0 behind `--help` and `--version`.

    >>> main(["validate", "nirgends.json"])
    1
    """
    _speak_utf8()
    options = parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough; nothing may be written while the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except (NewsmodelError, OSError) as error:
        return complain(error)
    return code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: German text must come out of any terminal and pipe the same."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # replaced by a test, or closed
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
