"""Where the command line writes: standard output, a folder, standard error."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from newsmodel.cli.inputs import Input
from newsmodel.errors import NewsmodelError
from newsmodel.model import Article

__all__ = ["Attempts", "Folder", "complain", "emit", "printable", "progress"]

T = TypeVar("T")

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    r"""Return a text as it may go to a terminal: no character in it can move the cursor or turn the line around.

    >>> printable("Kiel\x1b[2J")
    'Kiel�[2J'
    """
    return _CONTROL.sub("\ufffd", text)


def complain(error: Exception, where: str = "") -> int:
    """Tell on standard error what is at fault, and return the exit code for it."""
    if isinstance(error, OSError) and not isinstance(error, NewsmodelError):
        message = f"{error.filename or where or 'input'}: {error.strerror or error}"
    else:
        message = "\n".join(f"{where}: {line}" if where else line for line in str(error).splitlines())
    for line in message.splitlines():
        print(f"newsmodel: {printable(line)}", file=sys.stderr)
    return 1


def emit(output: str | bytes) -> None:
    """Write to standard output: text with a line end behind it, bytes as they are."""
    if isinstance(output, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(output)
    else:
        if sys.stdout.isatty():
            output = printable(output)
        print(output, end="" if output.endswith("\n") else "\n")


class Attempts:
    """Reads inputs one after the other, tells what is at fault, and goes on.

    Attributes:
        code: the exit code so far.
    """

    def __init__(self, *, several: bool) -> None:
        """Take whether complaints must name the input, since there are several."""
        self.code = 0
        self._several = several

    def each(self, source: Input, opened: Callable[[Input], Iterator[Article]]) -> Iterator[Article]:
        """Yield the articles of an input that can be read."""
        found: Iterator[Article] | None = None
        while True:
            try:
                found = opened(source) if found is None else found
                article = next(found)
            except StopIteration:
                return
            except (NewsmodelError, OSError) as error:
                self.fail(error, source)
                if found is None:
                    return
            else:
                yield article

    def fail(self, error: Exception, source: Input) -> None:
        """Tell a fault of an input."""
        self.code = complain(error, source.name if self._several else "")


class Folder:
    """A folder that takes one file for each article."""

    def __init__(self, path: str) -> None:
        """Take its path; it is made when the first file is written."""
        self._path = Path(path)
        self._taken: set[Path] = set()

    def write(self, place: Path, suffix: str, output: str | bytes) -> None:
        """Write a file; where this run has written one of that name already, a number is added to it."""
        target, number = self._path / place.with_name(place.name + suffix), 1
        while target in self._taken:
            number += 1
            target = self._path / place.with_name(f"{place.name}-{number}{suffix}")
        self._taken.add(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(output, bytes):
            target.write_bytes(output)
        else:
            target.write_text(output if output.endswith("\n") else f"{output}\n", encoding="utf-8")


def progress(items: list[T]) -> Iterator[T]:
    """Yield items, and show on standard error how far they have got.

    Nothing is shown of a single one, or where standard error is no terminal, or where standard output goes to the same
    terminal: what is printed there shows the progress.
    """
    if len(items) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    yield from _tracked(items)


def _tracked(items: list[T]) -> Iterator[T]:
    try:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
    except ModuleNotFoundError:  # the extra `terminal` is not installed: the work goes on without a bar
        yield from items
        return
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Redirecting standard output would send the articles to standard error.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield from bar.track(items)
