"""A Sphinx extension: the pages of the reference, made from what the package makes public.

A page for each domain class, one for each module that users import, one for the functions at the top, the vocabularies
and the errors. What is public is what `__all__` lists; a page lists every name of it, so none can be forgotten. The
extension also gives meaning to single backticks: a name that the reference holds is a link, all else is code.
"""

from __future__ import annotations

import enum
import importlib
import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.nodes import make_refnode

import newsmodel

if TYPE_CHECKING:
    from docutils.parsers.rst.states import Inliner
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

DOMAIN = (
    "Article",
    "Actor",
    "Meeting",
    "Statement",
    "Stance",
    "TimeExpression",
    "Issue",
    "PartialDate",
    "Span",
    "Dossier",
)
"""The classes with a page of their own, in the order of the index."""
MODULES = (
    ("newsmodel.api", "Reading"),
    ("newsmodel.parsers.actors.gazetteer", "Names of your own"),
    ("newsmodel.parsers.reading", "What parsers read"),
    ("newsmodel.component", "The spaCy component"),
    ("newsmodel.german.pipeline", "The bundled pipeline"),
    ("newsmodel.codec", "JSON"),
    ("newsmodel.wire.reading", "Wire formats"),
    ("newsmodel.export", "Exchange formats"),
    ("newsmodel.batch", "Many dispatches"),
    ("newsmodel.arrow", "Batches of Arrow"),
    ("newsmodel.tables", "Tables"),
    ("newsmodel.graphs", "Graphs"),
    ("newsmodel.display", "Display"),
    ("newsmodel.evaluation", "Scores"),
    ("newsmodel.report", "Reports"),
    ("newsmodel.testing", "Testing"),
    ("newsmodel.cli", "The command line"),
)
"""The modules that users import, with the titles of their pages; one that is not there has no page."""
GENERATED = "reference/generated"
SIGNATURE = re.compile(r'<dl>\n(?:<dd><em class="sig-param">.*</dd>\n)+</dl>')
NAMED = "newsmodel_named"


def kind(value: object) -> str:
    """Return the directive that documents a value."""
    if inspect.isclass(value):
        return "autoexception" if issubclass(value, BaseException) else "autoclass"
    if callable(value):
        return "autofunction"
    return "autodata"


def pages() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Yield each page as its file's name, its title, and its (directive, full name) pairs.

    Everything that `newsmodel.__all__` or the `__all__` of one of `MODULES` lists stands on exactly one page.
    """
    for name in DOMAIN:
        yield name.lower(), name, [("autoclass", f"newsmodel.{name}")]
    rest = [name for name in newsmodel.__all__ if name not in DOMAIN and not name.startswith("__")]
    rest = [name for name in rest if not inspect.ismodule(getattr(newsmodel, name))]  # they have pages of their own
    values = {name: getattr(newsmodel, name) for name in rest}
    classes = {name: value for name, value in values.items() if inspect.isclass(value)}
    errors = [name for name, value in classes.items() if issubclass(value, BaseException)]
    words = [name for name, value in classes.items() if issubclass(value, enum.Enum)]
    parts = [name for name in classes if name not in errors and name not in words]
    rows = {name: (kind(values[name]), f"newsmodel.{name}") for name in rest}
    yield "functions", "Functions", [rows[name] for name in rest if name not in classes]
    yield "parts", "Parts of objects", [rows[name] for name in parts]
    yield "vocabularies", "Vocabularies", [rows[name] for name in words]
    yield (
        "errors",
        "Errors",
        sorted((rows[name] for name in errors), key=lambda row: row[1] != "newsmodel.NewsmodelError"),
    )
    for module, title in MODULES:
        if find_spec(module) is None:
            continue
        found = importlib.import_module(module)
        names = [name for name in getattr(found, "__all__", ()) if name not in newsmodel.__all__]
        listed = [(kind(getattr(found, name)), f"{module}.{name}") for name in names]
        yield module.removeprefix("newsmodel.").replace(".", "-"), title, [("automodule", module), *listed]


def data(name: str) -> list[str]:
    """Return the lines that document a constant: the string below its assignment, in whatever module that stands.

    Autodoc finds that string only under the name of the module that assigns it, not where it is imported.
    """
    module, _, short = name.rpartition(".")
    value = getattr(importlib.import_module(module), short)
    for found in sorted(inner for inner in sys.modules if inner.startswith("newsmodel")):
        if getattr(sys.modules[found], short, None) is value:
            words = ModuleAnalyzer.for_module(found).find_attr_docs().get(("", short))
            if words:
                return [f".. py:data:: {name}", "", *(f"   {line}" for line in words), ""]
    return [f".. py:data:: {name}", f"   :value: {value!r}", ""]


def columns() -> Iterator[str]:
    """Yield the lines that describe the tables of `newsmodel.tables`, a section each."""
    from newsmodel.tables import SCHEMA

    for table in SCHEMA.values():
        yield from ("", f"Table {table.name}", "-" * (len(table.name) + 6), "")
        yield from (table.words, "", f"Key: {', '.join(f'`{column}`' for column in table.key)}.", "")
        yield from (".. list-table::", "   :header-rows: 1", "", "   * - column", "     - kind", "     - what it holds")
        for column in table.columns:
            kind = column.kind if column.required else f"{column.kind} or null"
            yield from (f"   * - `{column.name}`", f"     - {kind}", f"     - {column.words}")


def page(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """Return the text of a page."""
    lines = [title, "=" * len(title), ""]
    for directive, name in rows:
        if directive == "autodata":
            lines += data(name)
            continue
        lines += [f".. {directive}:: {name}"]
        if directive == "automodule":
            lines += ["   :no-members:"]
        if directive == "autoclass":
            lines += ["   :members:"]
            value = getattr(importlib.import_module(name.rpartition(".")[0]), name.rpartition(".")[2])
            if issubclass(value, enum.Enum):
                lines += ["   :undoc-members:", "   :no-inherited-members:"]
        lines += [""]
    if title == "Tables":
        lines += columns()
    return "\n".join(lines) + "\n"


def write_pages(app: Sphinx) -> None:
    """Write the pages before Sphinx looks for its sources; a page that has not changed is left alone."""
    folder = Path(app.srcdir) / GENERATED
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {f"{name}.rst": page(title, rows) for name, title, rows in pages() if rows}
    for old in folder.glob("*.rst"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def named(
    _role: str, rawtext: str, text: str, _line: int, inliner: Inliner, *_: object
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Read single backticks: a link where the reference holds the name, code anywhere else."""
    words = text.replace("\\", "").replace("\x00", "\\") if "\x00" in text else text
    literal = nodes.literal(rawtext, words, classes=["code"])
    target = words.removesuffix("()")
    if not target.replace(".", "").replace("_", "").isalnum():
        return [literal], []
    env: BuildEnvironment = inliner.document.settings.env
    scopes = (env.ref_context.get("py:class"), env.ref_context.get("py:module"), "newsmodel", "")
    reference = addnodes.pending_xref(
        rawtext, literal, refdomain="", reftype=NAMED, reftarget=target, refdoc=env.docname
    )
    reference["scopes"] = [_full(scopes, at) for at in range(len(scopes))]
    return [reference], []


def _full(scopes: tuple[str | None, ...], at: int) -> str:
    """Return a scope by its full name; that of a class is told without its module."""
    scope = scopes[at] or ""
    return scope if at or not scope or scope.startswith("newsmodel") else f"{scopes[1]}.{scope}"


def resolve(app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, content: nodes.Element) -> Any:
    """Link a name in single backticks where the reference holds it; let it be code where it does not."""
    if node["reftype"] != NAMED:
        return None
    objects = env.domains["py"].objects
    for scope in node["scopes"]:
        found = objects.get(f"{scope}.{node['reftarget']}".removeprefix("."))
        if found is not None:
            return make_refnode(app.builder, node["refdoc"], found.docname, found.node_id, content, node["reftarget"])
    return content


def join_types(_: Sphinx, __: str, ___: str, ____: object, _____: object, lines: list[str]) -> None:
    """Put the type of each field behind its name; napoleon puts it below the description."""
    fields = [at for at, line in enumerate(lines) if line.startswith(".. attribute:: ")]
    for start in fields:
        for at in range(start + 1, next((later for later in fields if later > start), len(lines))):
            if lines[at].startswith("   :type: "):
                lines.insert(start + 1, lines.pop(at))
                break


def draw_tables(_: Sphinx, __: str, ___: str, ____: object, _____: object, lines: list[str]) -> None:
    """Turn tables in Markdown, which read well in the source, into tables of reStructuredText."""
    made: list[str] = []
    for at, line in enumerate(lines):
        if not line.lstrip().startswith("|"):
            made.append(line)
            continue
        margin = " " * (len(line) - len(line.lstrip()))
        if not made or not made[-1].startswith(f"{margin}     - "):
            made += ["", f"{margin}.. list-table::", f"{margin}   :header-rows: 1", ""]
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if set(line) <= set("|-: "):
            continue
        for number, cell in enumerate(cells):
            made.append(f"{margin}   {'*' if number == 0 else ' '} - {cell}")
        if at + 1 == len(lines) or not lines[at + 1].lstrip().startswith("|"):
            made.append("")
    lines[:] = made


def line_up(_: Sphinx, __: str, ___: str, context: dict[str, Any], ____: object) -> None:
    """Make the lines of a long signature plain lines.

    Sphinx writes them as a list of definitions without terms, which screen readers stumble over (axe-core: serious).
    """
    if "body" in context:
        context["body"] = SIGNATURE.sub(
            lambda found: found[0]
            .replace("<dl>", '<span class="sig-lines">')
            .replace("</dl>", "</span>")
            .replace("<dd>", '<span class="sig-line">')
            .replace("</dd>", "</span>"),
            context["body"],
        )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_role("named", named)
    app.connect("builder-inited", write_pages)
    app.connect("missing-reference", resolve)
    app.connect("autodoc-process-docstring", draw_tables, priority=100)  # before napoleon
    app.connect("html-page-context", line_up)
    app.connect("autodoc-process-docstring", join_types, priority=900)  # behind napoleon
    return {"parallel_read_safe": True}
