"""What may stand on the command line, and the help that teaches it."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Iterable

from newsmodel.cli.formats import formats

WIRES = ("plain", "digitalwires", "newsml-g2", "iptc7901", "ninjs", "html")
"""What `newsmodel.read(format=…)` takes; named here so that `--help` need not load the readers."""

_TOP = """\
examples:
  newsmodel parse meldung.txt --published 2024-05-14
      what a dispatch says, to read
  newsmodel parse ordner/ --format json > alle.jsonl
      a folder of dispatches, one line of JSON each
  newsmodel show meldung.txt --color always | less -R
      the dispatch itself, with what was found in colour
  newsmodel convert alle.jsonl --to text
      stored articles in another format
  newsmodel validate alle.jsonl
      check stored articles

`newsmodel COMMAND --help` shows more of each.

exit codes:
  0    all is well
  1    an input is at fault (no file, no text, no article), or a package that
       the format needs is missing
  2    the command line is at fault
  130  interrupted

Of several inputs all that can be read are; what cannot is named on standard
error.
"""

_PARSE = """\
examples:
  newsmodel parse meldung.txt --published 2024-05-14
  newsmodel parse ordner/ --format json > alle.jsonl
      several articles: one line of JSON each
  newsmodel parse ordner/ --format json --output ziel/ --jobs 4
      or a file each, in folders like those of the inputs
  curl -s https://agentur.example/meldung.txt | newsmodel parse - --json

The date of publication is what relative times count from. Say it as precisely
as you know it: 2024-04 will do, and then `am Montag` is one of several days.
Without --published it is taken from the text, if the text says it.

formats:      {formats}
wire formats: {wires}
"""

_SHOW = """\
examples:
  newsmodel show meldung.txt --published 2024-05-14
  newsmodel show artikel.json
      an article stored by `newsmodel parse --json`
  newsmodel show meldung.txt --color always | less -R
  newsmodel show meldung.txt --html > meldung.html
      a page for the browser

Colours are used in a terminal, and never where NO_COLOR is set; --color always
and --color never overrule that.
"""

_CONVERT = """\
examples:
  newsmodel convert artikel.json --to text
  newsmodel convert alle.jsonl --to json --output ziel/
      a file for each line
  newsmodel convert ordner/ --to text --output ziel/

can be written: {written}
can be read:    {read}
"""

_VALIDATE = """\
examples:
  newsmodel validate artikel.json
  newsmodel validate alle.jsonl ordner/
  newsmodel parse meldung.txt --json | newsmodel validate -

Every fault is told with its JSON path, on standard error; standard output has
one line for each good article.
"""

_SCHEMA = """\
example:
  newsmodel schema > article.schema.json
"""

_INPUTS = "files, zip archives or folders (all in them, at any depth); - for standard input"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    from newsmodel import __version__

    top = argparse.ArgumentParser(
        prog="newsmodel",
        description="Read German news-agency dispatches: who acts, meets, says what, stands where.",
        epilog=_TOP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"newsmodel {__version__}")
    commands = top.add_subparsers(required=True, metavar="COMMAND", title="commands")
    _add_parse(commands)
    _add_show(commands)
    _add_convert(commands)
    _add_validate(commands)
    schema = _command(commands, "schema", "print the JSON Schema of an article", _SCHEMA)
    schema.set_defaults(run=_run("checking", "schema"))
    return top


def _add_parse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    known = formats()
    parse = _command(
        commands,
        "parse",
        "read dispatches and print what they say",
        _PARSE.format(formats=_list(known), wires=_list(WIRES)),
    )
    parse.add_argument("files", metavar="FILE", nargs="+", help=f"messages of an agency: {_INPUTS}")
    parse.add_argument("--from", dest="wire", metavar="NAME", choices=WIRES, help="wire format; detected if left out")
    parse.add_argument("--format", metavar="NAME", choices=known, default="text", help="see below; text if left out")
    parse.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
    _add_published(parse)
    _add_output(parse)
    parse.add_argument("--jobs", metavar="N", type=_count, default=1, help="processes to parse in; no archives then")
    parse.set_defaults(run=_run("converting", "parse"))


def _add_show(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    show = _command(commands, "show", "show a dispatch with what was found in it marked", _SHOW)
    show.add_argument("files", metavar="FILE", nargs="+", help=f"messages or stored articles: {_INPUTS}")
    show.add_argument("--html", action="store_true", help="a page of HTML instead")
    show.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="auto: in a terminal")
    _add_published(show)
    show.set_defaults(run=_run("showing", "show"))


def _add_convert(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    known = formats()
    readable = {name: one for name, one in known.items() if one.load is not None}
    text = _CONVERT.format(written=_list(known), read=_list(readable))
    convert = _command(commands, "convert", "write stored articles in another format", text)
    convert.add_argument("files", metavar="FILE", nargs="+", help=f"stored articles: {_INPUTS}")
    convert.add_argument(
        "--from", dest="source", metavar="NAME", choices=readable, default="json", help="json if left out"
    )
    convert.add_argument("--to", dest="format", metavar="NAME", choices=known, required=True, help="see below")
    _add_output(convert)
    convert.set_defaults(run=_run("converting", "convert"))


def _add_validate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    validate = _command(commands, "validate", "check that files hold articles in JSON", _VALIDATE)
    validate.add_argument("files", metavar="FILE", nargs="+", help=f"JSON or lines of JSON: {_INPUTS}")
    validate.set_defaults(run=_run("checking", "validate"))


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, words: str, epilog: str
) -> argparse.ArgumentParser:
    description = words[0].upper() + words[1:] + "."
    raw = argparse.RawDescriptionHelpFormatter
    return commands.add_parser(name, help=words, description=description, epilog=epilog, formatter_class=raw)


def _add_published(command: argparse.ArgumentParser) -> None:
    command.add_argument("--published", metavar="DATE", help="date of publication, such as 2024-04 or 2024-04-02T14:05")


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", metavar="FOLDER", help="write a file for each article into this folder")


def _count(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"must be a number from 1, not {word!r}")
    return int(word)


def _list(names: Iterable[str]) -> str:
    return textwrap.fill(", ".join(names), 63, break_on_hyphens=False).replace("\n", "\n" + " " * 14)


def _run(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """Return what runs a command; its module is imported when it is called, so that `--help` stays quick."""

    def run(options: argparse.Namespace) -> int:
        from importlib import import_module

        code: int = getattr(import_module(f"newsmodel.cli.{module}"), name)(options)
        return code

    return run
