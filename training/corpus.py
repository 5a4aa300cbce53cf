"""Read CoNLL-U, and turn its columns into the label sets that the network learns."""

from __future__ import annotations

import lzma
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

FEATURES = (
    "Case", "Definite", "Degree", "Gender", "Mood", "Number", "Person",
    "Poss", "PronType", "Reflex", "Tense", "VerbForm", "Voice",
)  # fmt: skip
NONE = "_"
_ENTITY = re.compile(r"name=([BILU])-(\w+)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence; the columns are parallel, heads count from 1 with 0 for the root."""

    source: str
    gold: frozenset[str]
    forms: tuple[str, ...]
    spaces: tuple[bool, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    features: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]


def open_text(path: Path) -> TextIO:
    """Open a text, plain or `.xz`."""
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, plain or `.xz`."""
    with open_text(path) as lines:
        comments: dict[str, str] = {}
        rows: list[list[str]] = []
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# ") and not rows:
                key, _, value = line[2:].partition(" = ")
                comments[key] = value
            elif line:
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
            elif rows:
                yield _sentence(comments, rows)
                comments, rows = {}, []
        if rows:
            yield _sentence(comments, rows)


def _sentence(comments: dict[str, str], rows: list[list[str]]) -> Sentence:
    found = [_ENTITY.search(r[9]) for r in rows]
    bio = tuple("O" if not m else ("B-" if m[1] in "BU" else "I-") + m[2] for m in found)
    return Sentence(
        source=comments.get("source", ""),
        gold=frozenset(comments.get("gold", "none").split(",")),
        forms=tuple(r[1] for r in rows),
        spaces=tuple("SpaceAfter=No" not in r[9] for r in rows),
        lemmas=tuple(r[2] for r in rows),
        upos=tuple(r[3] for r in rows),
        xpos=tuple(r[4] for r in rows),
        features=tuple(r[5] for r in rows),
        heads=tuple(int(r[6]) for r in rows),
        relations=tuple(r[7] for r in rows),
        entities=bio,
    )


def feature(features: str, name: str) -> str:
    """Return the value of one feature of a FEATS column, `_` where it is absent."""
    for pair in features.split("|"):
        key, _, value = pair.partition("=")
        if key == name:
            return value
    return NONE


def lemma_script(form: str, lemma: str) -> str:
    """Return how the lemma is made from the form: `case|cut|add`, or `=lemma` where they share no beginning.

    >>> lemma_script("gingen", "gehen")
    'l|5|ehen'
    >>> lemma_script("Häuser", "Haus")
    'u|5|aus'
    >>> lemma_script("des", "der")
    'l|1|r'
    """
    low_form, low_lemma = form.lower(), lemma.lower()
    if len(low_form) != len(form):  # a few capitals grow when lowered
        low_form = form
    shared = 0
    while shared < min(len(low_form), len(low_lemma)) and low_form[shared] == low_lemma[shared]:
        shared += 1
    if shared == 0:
        return "=" + lemma
    case = "u" if lemma[0].isupper() else "l"
    return f"{case}|{len(form) - shared}|{lemma[shared:]}"


def frequent(counter: Counter[str], least: int) -> list[str]:
    """Return what was counted at least `least` times, most frequent first, ties by the alphabet."""
    return sorted((k for k, n in counter.items() if n >= least), key=lambda k: (-counter[k], k))


def label_sets(sentences: list[Sentence]) -> dict[str, list[str]]:
    """Return every label set of the network; the order of a list gives the number of each label."""
    sets = {
        "relation": frequent(Counter(r for s in sentences for r in s.relations), 1),
        "upos": frequent(Counter(u for s in sentences for u in s.upos), 1),
        "xpos": frequent(Counter(x for s in sentences for x in s.xpos), 1),
        "lemma": frequent(
            Counter(lemma_script(f, m) for s in sentences for f, m in zip(s.forms, s.lemmas, strict=True)), 3
        ),
        "entity": frequent(Counter(e for s in sentences for e in s.entities), 1),
    }
    for name in FEATURES:
        sets[name] = frequent(Counter(feature(f, name) for s in sentences for f in s.features), 1)
    return sets


def with_forms(sentence: Sentence, forms: tuple[str, ...]) -> Sentence:
    """Return the sentence with other word forms and the same annotation."""
    return replace(sentence, forms=forms)
