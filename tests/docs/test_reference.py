"""The reference forgets nothing: each public name has a page, a docstring, its fields and an example."""

from __future__ import annotations

import enum
import importlib
import inspect
import re
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsmodel

pytest.importorskip("sphinx", reason="the documentation needs the extra `docs`")
ROOT = Path(__file__).parents[2]


def reference() -> Any:
    """Import the Sphinx extension that makes the pages."""
    folder = str(ROOT / "docs/_ext")
    sys.path.insert(0, folder)
    try:
        return importlib.import_module("reference")
    finally:
        sys.path.remove(folder)


ROWS = [row for _, _, rows in reference().pages() for row in rows]
MODULES = {name for name in newsmodel.__all__ if inspect.ismodule(getattr(newsmodel, name))}
VALUES = {
    name: getattr(importlib.import_module(name.rpartition(".")[0]), name.rpartition(".")[2])
    for directive, name in ROWS
    if directive not in ("automodule", "autodata")
}
PARTS = {
    f"{name}.{part}": value
    for name, owner in VALUES.items()
    if inspect.isclass(owner) and not issubclass(owner, enum.Enum)
    for part, value in vars(owner).items()
    if not part.startswith("_") and (inspect.isfunction(value) or isinstance(value, (property, classmethod)))
}


def test_every_public_name_has_a_page() -> None:
    named = {name.removeprefix("newsmodel.") for _, name in ROWS}
    assert {name for name in newsmodel.__all__ if not name.startswith("__")} - MODULES <= named
    assert len({name for _, name in ROWS}) == len(ROWS)
    assert {f"newsmodel.{name}" for name in MODULES} <= {name for directive, name in ROWS if directive == "automodule"}


@pytest.mark.parametrize("name", VALUES)
def test_docstring_with_example(name: str) -> None:
    text = inspect.getdoc(VALUES[name])
    assert text, f"{name} has no docstring"
    assert text.splitlines()[0].endswith((".", ":")), f"the first line of {name} is no sentence"
    assert ">>> " in text, f"{name} shows no example"


@pytest.mark.parametrize("name", PARTS)
def test_docstring_of_what_a_class_has(name: str) -> None:
    value = PARTS[name]
    assert inspect.getdoc(value.__func__ if isinstance(value, classmethod) else value), f"{name} has no docstring"


@pytest.mark.parametrize("name", [name for name, value in VALUES.items() if attrs.has(value)])
def test_every_field_is_described(name: str) -> None:
    cls = VALUES[name]
    described = set(re.findall(r"^ +([a-z_0-9]+): ", inspect.getdoc(cls) or "", flags=re.MULTILINE))
    fields = {field.name for field in attrs.fields(cls) if not field.name.startswith("_")}
    assert fields <= described, f"{name}: {sorted(fields - described)} are not described"
