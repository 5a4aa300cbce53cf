"""The trained networks behind one call: sentences of words in, arrays of scores out, the same in any company."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from newsmodel.german.pipeline.entities import EntityTags
from newsmodel.german.pipeline.pieces import END, PAD, START, Pieces
from newsmodel.german.pipeline.tree import decode_tree

MOST_PIECES = 1536
"""Pieces in one batch: what fits the processor's caches."""
_LENGTH_STEP = 4
_HEIGHT_STEP = 4


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the network says of one sentence; the lists are parallel to its words.

    `heads` counts words from 1, 0 is the root. `labels` holds label numbers by label set.
    """

    heads: list[int]
    relations: list[int]
    labels: dict[str, list[int]]


def _rounded(size: int, step: int) -> int:
    step = step if size <= 64 else 4 * step
    return -(-size // step) * step


class Network:
    """Runs the two networks on sentences.

    A sentence is always padded to the same sizes, and batched only with sentences of these sizes: with weights and
    activations rounded on fixed scales (see `training/export.py`) its result does not depend on its neighbours.
    """

    def __init__(self, folder: Traversable, threads: int = 1) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The sum and the norm behind it take half as long as onnxruntime's one operation for both.
        settings = {"providers": ["CPUExecutionProvider"], "disabled_optimizers": ["SkipLayerNormFusion"]}
        self._net = ort.InferenceSession((folder / "net.onnx").read_bytes(), options, **settings)
        self._relations = ort.InferenceSession((folder / "relations.onnx").read_bytes(), options, **settings)
        sets: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.label_sets = sets
        self.pieces = Pieces((folder / "tokenizer.json").read_text(encoding="utf-8"))
        self._entities = EntityTags(sets["entity"])
        self._slices: dict[str, slice] = {}
        at = 0
        for name, values in sets.items():
            if name != "relation":
                self._slices[name] = slice(at, at + len(values))
                at += len(values)

    def label(self, sentences: Sequence[Sequence[str]]) -> list[Labelled]:
        """Return the annotation of each sentence, given as its (at least one) word forms."""
        groups: dict[tuple[int, int], list[int]] = defaultdict(list)
        encoded: list[list[tuple[int, ...]]] = []
        for number, forms in enumerate(sentences):
            words = [self.pieces.of(form) for form in forms]
            encoded.append(words)
            length = _rounded(2 + sum(map(len, words)), _LENGTH_STEP)
            groups[length, _rounded(1 + len(words), _HEIGHT_STEP)].append(number)
        results: list[Labelled | None] = [None] * len(sentences)
        for (length, height), members in groups.items():
            size = max(1, MOST_PIECES // length)
            for first in range(0, len(members), size):
                chosen = members[first : first + size]
                for number, result in zip(chosen, self._run([encoded[i] for i in chosen], length, height), strict=True):
                    results[number] = result
        return [result for result in results if result is not None]

    def _run(self, batch: list[list[tuple[int, ...]]], length: int, height: int) -> list[Labelled]:
        pieces = np.full((len(batch), length), PAD, dtype=np.int64)
        share = np.zeros((len(batch), height, length), dtype=np.float32)
        for row, words in enumerate(batch):
            flat = [START, *(piece for word in words for piece in word), END]
            pieces[row, : len(flat)] = flat
            share[row, 0, 0] = 1.0
            at = 1
            for number, word in enumerate(words, 1):
                share[row, number, at : at + len(word)] = 1.0 / len(word)
                at += len(word)
        labels, arcs, as_dependent, as_head = self._net.run(None, {"pieces": pieces, "share": share})
        chosen = {name: labels[:, :, part].argmax(2) for name, part in self._slices.items() if name != "entity"}
        heads = [decode_tree(arcs[row, 1 : len(w) + 1, : len(w) + 1]) for row, w in enumerate(batch)]
        relations = self._name_relations(heads, as_dependent, as_head)
        results = []
        for row, words in enumerate(batch):
            own = slice(1, len(words) + 1)
            found = {name: numbers[row, own].tolist() for name, numbers in chosen.items()}
            found["entity"] = self._entities.best(labels[row, own, self._slices["entity"]])
            results.append(Labelled(heads[row], relations[row], found))
        return results

    def _name_relations(
        self, heads: list[list[int]], as_dependent: NDArray[np.float32], as_head: NDArray[np.float32]
    ) -> list[list[int]]:
        dependents = np.concatenate([as_dependent[row, 1 : len(h) + 1] for row, h in enumerate(heads)])
        governors = np.concatenate([as_head[row, h] for row, h in enumerate(heads)])
        (scores,) = self._relations.run(None, {"dependent": dependents, "head": governors})
        named = scores.argmax(1).tolist()
        relations, at = [], 0
        for sentence in heads:
            relations.append(named[at : at + len(sentence)])
            at += len(sentence)
        return relations
