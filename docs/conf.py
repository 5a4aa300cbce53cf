"""How the documentation is built: `sphinx-build -n -W docs docs/_build/html`."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))
sys.path.insert(0, str(HERE.parent / "src"))

import newsmodel  # noqa: E402

project = "newsmodel"
author = "The newsmodel maintainers"
copyright = f"2026, {author}"  # noqa: A001 - Sphinx's own name for it
version = release = newsmodel.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "reference",
]
exclude_patterns = ["_build", "**/.ipynb_checkpoints"]
nitpicky = True

# Docstrings: Google style, names and code in single backticks, types in the signature alone.
default_role = "named"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_attr_annotations = True
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_use_unqualified_type_names = True
python_display_short_literal_types = True
python_maximum_signature_line_length = 88
toc_object_entries_show_parents = "hide"

# Nothing is fetched while building, so names of other projects are not looked up.
nitpick_ignore_regex = [
    ("py:.*", r"(typing|collections|datetime|dt|os|pathlib|enum|abc|attrs|spacy|hypothesis|st|zipfile)\..*"),
    (
        "py:.*",
        r"(str|bytes|bytearray|int|float|bool|None|object|tuple|list|dict|set|frozenset|type|Exception|property)",
    ),
    ("py:.*", r"(Any|Callable|Iterable|Iterator|Sequence|Mapping|IO|PathLike|Path|ClassVar|Protocol|Literal|Self)"),
    ("py:.*", r"(Dispatch|Language|Doc|Token|Vocab|SearchStrategy|DrawFn|ExitStack|StrEnum)"),
    ("py:.*", r"(TypeError|ValueError|KeyError|OSError|ImportError|AssertionError|LookupError|SystemExit)"),
    ("py:.*", r"(numpy|np|pandas|pd|polars|pl|pyarrow|pa|networkx|nx|rdflib|lxml|icalendar|matplotlib|prov)\..*"),
    ("py:.*", r"([a-z_]+\.)*T"),
    # Inner classes, which users never name.
    ("py:class", r"newsmodel\.(wire|parsers|batch|tables|export|display|model\._\w+)\..*|Value|Cuts|Payload|Item|Source"),
    ("py:class", r".* .*"),  # `Returns: The code: 0 …`, which napoleon takes for a type
]

# Notebooks and pages with code run while the documentation is built; an error in one stops the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 300
nb_merge_streams = True
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"newsmodel {version}"
html_static_path = ["_static"]
html_css_files = ["newsmodel.css"]
html_show_sourcelink = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b5a7d", "color-brand-content": "#0b5a7d"},
    "dark_css_variables": {"color-brand-primary": "#7cc7e8", "color-brand-content": "#7cc7e8"},
}
