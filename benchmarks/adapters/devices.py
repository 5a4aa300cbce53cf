"""By which linguistic device a quotation is given, told from its type, its cue and its frame.

The same rules are laid over the annotation and over the predictions: recall is counted by the device of the annotation,
precision by that of the prediction. They are rough, as those of the published tables are.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable
from types import ModuleType
from typing import Any

_ADVERBS = frozenset({"demnach", "danach", "wonach", "demzufolge"})
_PASSIVE = frozenset({"wurde", "wurden", "wird", "werden", "worden"})
_SENTENCES = {
    "FreeIndirect": "sollen sentence",
    "IndirectFreeIndirect": "Konjunktiv sentence",
    "Reported": "reported act",
}
Counts = dict[str, list[int]]


def device(kind: str, quote: list[str], cue: list[str], frame: list[str]) -> str:
    """Return the name of the device.

    Args:
        kind: the type of the quotation in the terms of the corpus.
        quote: its words.
        cue: the words of its cue.
        frame: the words of its frame.
    """
    if kind in _SENTENCES:
        return _SENTENCES[kind]
    words = {word.lower() for word in cue}
    shape = "Direct: " if kind == "Direct" else "Indirect: "
    for name in ("laut", "nach", "zufolge", "gemäß", "so"):
        if name in words and len(words) <= 2:
            return shape + f"{name} X"
    if words & _ADVERBS:
        return shape + "demnach, wonach"
    if "wie" in {word.lower() for word in frame[:2]} and kind != "Direct":
        return shape + "wie X sagte"
    if words & {"hieß", "heißt", "heiße", "lautet", "lautete"}:
        return shape + "es heißt"
    if not cue:
        return shape + ("no cue" if frame else "no frame")
    if not any(word[:1].islower() for word in cue):
        return shape + "noun"
    if words & _PASSIVE:
        return shape + "passive"
    if kind == "Direct":
        return shape + ("verb, colon" if frame[-1:] == [":"] else "verb")
    first = next((word.lower() for word in quote if word[:1].isalnum()), "")
    if first in ("dass", "daß"):
        return shape + "verb, dass"
    if first == "ob" or (first.startswith("w") and first in ("wer", "was", "wie", "wann", "wo", "warum", "welche")):
        return shape + "verb, ob or w-word"
    lowered = [word.lower() for word in quote]
    if any(one == "zu" or (one.endswith("en") and "zu" in one[1:-4]) for one in lowered[-3:]):
        return shape + "verb, infinitive"
    return shape + "verb, main clause"


def counts(gold: dict[str, Any], predicted: dict[str, Any], scorer: ModuleType) -> tuple[Counts, Counts]:
    """Return how much was found of each device, and how much of what was found holds.

    Args:
        gold: the articles as the scorer loads them.
        predicted: the predictions as the scorer loads them.
        scorer: the module of the scorer, for its pairing.

    Returns:
        Device to [found, all] over the annotations, and device to [right, all] over the predictions; a quotation is
        found where the token F1 of its pair is at least a half, whatever its type.
    """
    recall: Counts = collections.defaultdict(lambda: [0, 0])
    precision: Counts = collections.defaultdict(lambda: [0, 0])
    for name, article in gold.items():
        words = article["toks"]
        for one, other in scorer.messages(article["anns"], predicted[name]):
            hit = int(scorer.tokf1(one["quote"], other["quote"]) >= 0.5)
            for side, into in ((one, recall), (other, precision)):
                if side["type"]:
                    entry = into[
                        device(side["type"], *(_words(words, side[part]) for part in ("quote", "cue", "frame")))
                    ]
                    entry[0] += hit
                    entry[1] += 1
    return recall, precision


def _words(words: list[str], indices: Iterable[int]) -> list[str]:
    return [words[i] for i in sorted(indices)]


def show(split: str, found: tuple[Counts, Counts]) -> None:
    """Print the table of a split in Markdown."""
    recall, precision = found
    print(f"\n| device ({split}) | annotated | recall | predicted | precision |\n|---|---|---|---|---|")
    for name in sorted({*recall, *precision}):
        (hits, total), (right, made) = recall.get(name, [0, 0]), precision.get(name, [0, 0])
        print(f"| {name} | {total} | {_share(hits, total)} | {made} | {_share(right, made)} |")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else "–"
