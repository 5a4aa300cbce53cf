"""Where a package of an extra is missing, the error names the package and the extra."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

from newsmodel import MissingExtraError
from newsmodel.extras import load_extra
from newsmodel.wire.formats.page import PACKAGES

# A finder that refuses, rather than None in sys.modules: pyarrow asks that for pandas in its own way.
CODE = """
import sys, importlib.abc
class Gone(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == {package!r}:
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, Gone())
import newsmodel
try:
    {call}
except newsmodel.MissingExtraError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("package", "extra", "call"),
    [
        ("pyarrow", "frames", "newsmodel.frames([])"),
        ("pandas", "frames", "newsmodel.frames([]).pandas()"),
        ("polars", "frames", "newsmodel.frames([]).polars()"),
        ("networkx", "graph", "newsmodel.graph([])"),
        ("matplotlib", "notebook", "newsmodel.display.timeline([])"),
        ("pyarrow", "arrow", "import newsmodel.arrow; newsmodel.arrow.article_type()"),
        ("scipy", "evaluation", "from newsmodel.evaluation.alignment import align; align([1], [1], max)"),
        ("rich", "terminal", "from newsmodel.cli.terminal import Painter; Painter()"),
        ("hypothesis", "testing", "import newsmodel.testing"),
        ("jsonschema", "testing", "from newsmodel.testing import check; check(newsmodel.Article(text='Nein.'))"),
        ("defusedxml", "xml", "newsmodel.read(b'<newsItem/>', format='newsml-g2')"),
        *((name, "html", "newsmodel.read(b'<p>Nein.', format='html')") for name in PACKAGES),
    ],
)
def test_a_missing_package_is_named_with_its_extra(package: str, extra: str, call: str) -> None:
    others = set(PACKAGES) - {package} if extra == "html" else set()
    if absent := sorted(name for name in others if find_spec(name) is None):
        pytest.skip(f"{', '.join(absent)} of the same extra would be named instead: not installed")
    code = CODE.format(package=package, call=call)
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert shown == str(MissingExtraError(package, extra))


def test_another_missing_module_is_not_blamed_on_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> None:
        raise ModuleNotFoundError("No module named 'inner'", name="inner")

    monkeypatch.setattr("newsmodel.extras.import_module", fail)
    with pytest.raises(ModuleNotFoundError, match="inner") as caught:
        load_extra("pyarrow", "frames")
    assert not isinstance(caught.value, MissingExtraError)
