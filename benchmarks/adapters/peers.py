"""Other systems on the quotation benchmark, in its output format: a floor of regular expressions, textacy."""

from __future__ import annotations

import importlib
import importlib.util
import pathlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

Annotations = list[dict[str, Any]]
Peer = Callable[[str], Annotations]


def module_at(path: pathlib.Path) -> ModuleType:
    """Import a module from where it lies; its folder is searched for what it imports in turn.

    Args:
        path: a Python file.
    """
    sys.path.insert(0, str(path.parent))
    try:
        return importlib.import_module(path.stem)
    finally:
        sys.path.remove(str(path.parent))


def floor(bench: pathlib.Path) -> Peer | None:
    """Return the floor of regular expressions of the benchmark folder, None where it has none."""
    path = bench / "baselines.py"
    if not path.exists():
        return None
    run = module_at(path).run
    return lambda text: list(run("all", text))


def textacy() -> Peer | None:
    """Return the quotation finder of textacy over the bundled pipeline, None where it is not installed.

    textacy knows no German verbs of saying: it is given those of newsmodel's lexicon. It gives up on a text with an odd
    number of quotation marks, and finds direct quotations only.
    """
    if importlib.util.find_spec("textacy") is None:
        return None
    constants, triples = (
        importlib.import_module("textacy.constants"),
        importlib.import_module("textacy.extract.triples"),
    )
    from newsmodel.german.pipeline import load
    from newsmodel.parsers.statements.cues import verbs

    constants.REPORTING_VERBS["de"] = {lemma for (lemma, _), entry in verbs().items() if "quote" in entry.takes}
    nlp = load()

    def find(text: str) -> Annotations:
        try:
            found = list(triples.direct_quotations(nlp(text)))
        except ValueError:
            return []
        return [
            {
                "type": "Direct",
                "quote": [[one.content.start_char, one.content.end_char]],
                "speaker": [[t.idx, t.idx + len(t)] for t in one.speaker],
                "cue": [[t.idx, t.idx + len(t)] for t in one.cue],
                "addressee": [],
                "frame": [],
            }
            for one in found
        ]

    return find
