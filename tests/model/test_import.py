"""Importing newsmodel is cheap and brings only attrs."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import newsmodel

HEAVY = ["spacy", "thinc", "numpy", "dateparser", "cattrs", "hypothesis", "onnxruntime", "tokenizers", "jsonschema"]
LIMIT = 0.080


def run(code: str) -> str:
    """Return what Python prints in a new process."""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return result.stdout.strip()


def test_importing_loads_attrs_and_nothing_heavier() -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        "import newsmodel\n"
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before} - sys.stdlib_module_names))"
    )
    assert set(run(code).split()) <= {"attr", "attrs", "newsmodel"}


@pytest.mark.parametrize("heavy", HEAVY)
def test_the_model_works_without_the_heavy_packages(heavy: str) -> None:
    code = f"import sys; sys.modules[{heavy!r}] = None\nimport newsmodel\nprint(newsmodel.Article(text='Er tagt.'))"
    assert run(code).startswith("Article('Er tagt.'")


def test_importing_costs_less_than_80_ms() -> None:
    """Processor time, since the machine may be busy; one good run is enough, since the first fills caches."""
    code = "import time; t = time.process_time()\nimport newsmodel\nprint(time.process_time() - t)"
    assert any(float(run(code)) < LIMIT for _ in range(12))


def test_every_public_name_is_there() -> None:
    assert sorted(newsmodel.__all__) == dir(newsmodel)
    for name in newsmodel.__all__:
        assert getattr(newsmodel, name) is not None


def test_lazy_names_are_the_ones_behind_them() -> None:
    from newsmodel import codec

    assert newsmodel.dumps is codec.dumps
    assert newsmodel.json_schema is codec.json_schema


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'parze'"):
        newsmodel.parze  # noqa: B018


def test_the_version_is_the_one_of_the_package() -> None:
    root = next(path for path in Path(__file__).parents if (path / "pyproject.toml").exists())
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert newsmodel.__version__ == project["version"]
