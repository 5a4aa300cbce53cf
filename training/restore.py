"""Read the shipped networks back as a run of `training.distil`, so that another run can start from what ships.

python -m training.restore FOLDER RUN
"""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.e5 import HEADS, WIDTH
from training.net import ARC_WIDTH, RELATION_WIDTH

_OF_LAYER = ("query", "key", "value", "attended", "wide", "narrow")
_OF_WORDS = ("labels", "arcs.dependent", "arcs.head", "arcs.bilinear", "relations.dependent", "relations.head")
_OF_RELATIONS = ("relations.bilinear", "relations.from_dependent", "relations.from_head")


@dataclass(frozen=True, slots=True)
class _Product:
    """A product of the graph: weight `[out, in]`, bias, and the range of what comes in."""

    weight: np.ndarray
    bias: np.ndarray | None
    range: tuple[float, int]


class _Shipped:
    """The constants of a shipped network, found by the operations that use them, in the order of `training.export`."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(str(path)).graph
        self.constants = {c.name: numpy_helper.to_array(c) for c in graph.initializer}
        self.nodes = list(graph.node)

    def of(self, kind: str) -> list[onnx.NodeProto]:
        """Return the operations of a kind."""
        return [node for node in self.nodes if node.op_type == kind]

    def products(self) -> list[_Product]:
        """Return the 8-bit products."""
        return [self._product(node) for node in self.of("MatMulIntegerToFloat")]

    def _product(self, node: onnx.NodeProto) -> _Product:
        _, whole, scale, scales, zero, _, *bias = node.input
        weight = (self.constants[whole].astype(np.float32) * self.constants[scales]).T
        inside = (float(self.constants[scale]), int(self.constants[zero]))
        return _Product(weight, self.constants[bias[0]] if bias else None, inside)

    def norms(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """Return weight and bias of every LayerNorm."""
        return [(self.constants[n.input[1]], self.constants[n.input[2]]) for n in self.of("LayerNormalization")]

    def table(self, ids: str) -> np.ndarray:
        """Return the vectors that are looked up by an input."""
        whole, scale = (self.constants[n.input[0]] for n in self.of("Gather") if n.input[1] == ids)
        return whole.astype(np.float32) * scale


def read_shipped(folder: Path) -> tuple[dict[str, np.ndarray], dict[str, tuple[float, int]]]:
    """Return the weights and ranges of `net.onnx` and `relations.onnx` under the names of `training.net.Net`."""
    net, relations = _Shipped(folder / "net.onnx"), _Shipped(folder / "relations.onnx")
    first, *norms = net.norms()
    layers = len(norms) // 2
    names = [f"layers.{n}.{name}" for n in range(layers) for name in _OF_LAYER] + list(_OF_WORDS)
    products = dict(zip(names, net.products(), strict=True))
    products |= zip(_OF_RELATIONS, relations.products(), strict=True)
    state = {
        "embedding.word.weight": net.table("pieces"),
        "embedding.norm.weight": first[0],
        "embedding.norm.bias": first[1],
    }
    state["embedding.position.weight"] = net.constants[net.of("Slice")[0].input[0]]
    for number, (weight, bias) in enumerate(norms):
        name = f"layers.{number // 2}.{('attended_norm', 'output_norm')[number % 2]}"
        state |= {f"{name}.weight": weight, f"{name}.bias": bias}
    for name, product in products.items():
        state[f"{name}.weight"] = product.weight
        if product.bias is not None:
            state[f"{name}.bias"] = product.bias
    # What export folds together or scales comes apart again.
    for n in range(layers):
        for kind in ("weight", "bias"):
            state[f"layers.{n}.query.{kind}"] = state[f"layers.{n}.query.{kind}"] * (WIDTH // HEADS) ** 0.5
    state["arcs.head_bias.weight"] = state.pop("arcs.bilinear.bias")[None]
    state["arcs.bilinear.weight"] = state["arcs.bilinear.weight"] * ARC_WIDTH**0.5
    state["relations.bilinear.weight"] = state["relations.bilinear.weight"] * RELATION_WIDTH**0.5
    return {n: np.array(v, np.float32) for n, v in state.items()}, {n: p.range for n, p in products.items()}


def main() -> None:
    """Read the arguments and write the run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("run", type=Path)
    o = parser.parse_args()
    o.run.mkdir(parents=True, exist_ok=True)
    state, ranges = read_shipped(o.folder)
    torch.save({name: torch.from_numpy(values) for name, values in state.items()}, o.run / "net.pt")
    (o.run / "ranges.json").write_text(json.dumps(ranges, indent=1), encoding="utf-8")
    for name in ("labels.json", "tokenizer.json"):
        shutil.copy(o.folder / name, o.run / name)


if __name__ == "__main__":
    main()
