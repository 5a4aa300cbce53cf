"""Turn trained weights into the two networks that ship: 7-bit weights, run by onnxruntime.

    python -m training.export RUN OUT_FOLDER [--float]

`net.onnx` reads pieces and gives, for every word, label scores, arc scores and two relation vectors; `relations.onnx`
reads pairs of relation vectors (a word's and its head's) and gives relation scores.

Activations have 8 bits and one fixed scale for each product, measured in training, so what stands beside a sentence in a
batch does not change it: its 8-bit products are sums of integers, which come out the same in any order. Weights have 7 bits:
onnxruntime adds two unsigned by signed products in 16 bits on processors without VNNI, where products of 8-bit weights
overflow and the same sentence would be read otherwise; products of 7-bit weights are exact everywhere.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training import manifest
from training.e5 import HEADS, LAYER_NORM_EPSILON, WIDTH
from training.net import ARC_WIDTH, POOLED_AFTER, RELATION_WIDTH, Shape
from training.rounding import MOST_WEIGHT

OPSET = 20
CONTRIBUTED = "com.microsoft"
IR_VERSION = 10


Ranges = Mapping[str, tuple[float, int]]
"""Scale and zero of what comes into each product, as `training.distil` leaves them in `ranges.json`."""


class Graph:
    """Collects nodes and constants; every method adds an operation and returns the name of its output."""

    def __init__(self, ranges: Ranges | None) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.ranges = ranges
        self._count = 0

    def constant(self, value: np.ndarray, name: str | None = None) -> str:
        """Add a constant and return its name."""
        if name is None:
            name = f"c{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def do(self, op: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: object) -> str:
        """Add a node with one output (the first of `outputs`)."""
        names = self.split(op, *inputs, outputs=outputs, domain=domain, **attributes)
        return names[0]

    def split(self, op: str, *inputs: str, outputs: int, domain: str = "", **attributes: object) -> list[str]:
        """Add a node and return all its outputs."""
        self._count += 1
        names = [f"v{self._count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, list(inputs), names, domain=domain, **attributes))
        return names

    def shape(self, *sizes: int) -> str:
        """Add a shape constant."""
        return self.constant(np.array(sizes, np.int64))

    def rounded(self, x: str, product: str) -> str:
        """Return x as what a product takes in: in 8 bits around the product's zero, or as it is where nothing is rounded."""
        if self.ranges is None:
            return x
        scale, zero = self.ranges[product]
        return self.do(
            "QuantizeLinear", x, self.constant(np.array(scale, np.float32)), self.constant(np.array(zero, np.uint8))
        )

    def linear(self, rounded: str, product: str, weight: np.ndarray, bias: np.ndarray | None) -> str:
        """Add `x @ weight.T + bias`; `weight` is `[out, in]` as torch keeps it, `rounded` what `rounded` gave for x."""
        if self.ranges is None:
            plain = self.do("MatMul", rounded, self.constant(weight.T))
            return plain if bias is None else self.do("Add", plain, self.constant(bias))
        limit = np.maximum(np.abs(weight).max(1), 1e-9) / MOST_WEIGHT
        whole = np.clip(np.rint(weight / limit[:, None]), -MOST_WEIGHT, MOST_WEIGHT).astype(np.int8)
        scale, zero = self.ranges[product]
        inputs = [
            rounded,
            self.constant(whole.T),
            self.constant(np.array(scale, np.float32)),
            self.constant(limit.astype(np.float32)),
            self.constant(np.array(zero, np.uint8)),
            self.constant(np.zeros(len(limit), np.int8)),
        ]
        if bias is not None:
            inputs.append(self.constant(bias.astype(np.float32)))
        return self.do("MatMulIntegerToFloat", *inputs, domain=CONTRIBUTED)

    def norm(self, x: str, state: dict[str, np.ndarray], name: str) -> str:
        """Add a LayerNorm."""
        weight, bias = self.constant(state[f"{name}.weight"]), self.constant(state[f"{name}.bias"])
        return self.do("LayerNormalization", x, weight, bias, axis=-1, epsilon=LAYER_NORM_EPSILON)

    def embedding(self, table: np.ndarray, ids: str) -> str:
        """Add a look-up in a table of vectors, kept in 8 bits with a scale for each vector."""
        if self.ranges is None:
            return self.do("Gather", self.constant(table), ids)
        limit = np.maximum(np.abs(table).max(1, keepdims=True), 1e-9) / 127
        whole = np.rint(table / limit).astype(np.int8)
        rows = self.do("Cast", self.do("Gather", self.constant(whole), ids), to=TensorProto.FLOAT)
        return self.do("Mul", rows, self.do("Gather", self.constant(limit.astype(np.float32)), ids))


def gelu(graph: Graph, x: str) -> str:
    """Add the exact GELU."""
    return graph.do("Gelu", x, approximate="none")


def mask(graph: Graph, absent: str) -> str:
    """Add what keeps attention off the rows that are absent: a bias `[sentences, 1, 1, rows]`."""
    masked = graph.do("Mul", graph.do("Cast", absent, to=TensorProto.FLOAT), graph.constant(np.array(-1e4, np.float32)))
    return graph.do("Unsqueeze", masked, graph.shape(1, 2))


def layer(graph: Graph, state: dict[str, np.ndarray], own: str, x: str, bias: str) -> str:
    """Add a layer of the encoder; its weights are named `own...`."""
    width = WIDTH // HEADS

    def linear(inner: str, name: str) -> str:
        return product(graph.rounded(inner, f"{own}{name}"), name)

    def product(rounded: str, name: str, factor: float = 1.0) -> str:
        weight, bias = (state[f"{own}{name}.{kind}"] * factor for kind in ("weight", "bias"))
        return graph.linear(rounded, f"{own}{name}", weight, bias)

    def by_head(vectors: str, order: list[int]) -> str:
        return graph.do("Transpose", graph.do("Reshape", vectors, graph.shape(0, 0, HEADS, width)), perm=order)

    rounded = graph.rounded(x, f"{own}query")
    query = by_head(product(rounded, "query", width**-0.5), [0, 2, 1, 3])
    key, value = by_head(product(rounded, "key"), [0, 2, 3, 1]), by_head(product(rounded, "value"), [0, 2, 1, 3])
    scores = graph.do("MatMul", query, key)
    weights = graph.do("Softmax", graph.do("Add", scores, bias), axis=-1)
    mixed = graph.do("Transpose", graph.do("MatMul", weights, value), perm=[0, 2, 1, 3])
    mixed = linear(graph.do("Reshape", mixed, graph.shape(0, 0, WIDTH)), "attended")
    x = graph.norm(graph.do("Add", x, mixed), state, f"{own}attended_norm")
    narrow = linear(gelu(graph, linear(x, "wide")), "narrow")
    return graph.norm(graph.do("Add", x, narrow), state, f"{own}output_norm")


def encoder(graph: Graph, state: dict[str, np.ndarray], pieces: str, share: str, shape: Shape) -> str:
    """Add the encoder: pieces `[sentences, pieces]` and their shares in words to vectors `[sentences, words, width]`."""
    length = graph.do("Gather", graph.do("Shape", pieces), graph.constant(np.array([1], np.int64)))
    positions = graph.do(
        "Slice", graph.constant(state["embedding.position.weight"]), graph.shape(0), length, graph.shape(0)
    )
    x = graph.do("Add", graph.embedding(state["embedding.word.weight"], pieces), positions)
    x = graph.norm(x, state, "embedding.norm")
    bias = mask(graph, graph.do("Equal", pieces, graph.constant(np.array(1, np.int64))))
    for number in range(shape.layers + 1):
        if number == shape.pooled_after:
            x = graph.do("MatMul", share, x)  # row 0 is the root
            largest = graph.do("ReduceMax", share, graph.shape(-1), keepdims=0)
            bias = mask(graph, graph.do("Equal", largest, graph.constant(np.array(0, np.float32))))
        if number < shape.layers:
            x = layer(graph, state, f"layers.{number}.", x, bias)
    return x


def net_model(state: dict[str, np.ndarray], shape: Shape, ranges: Ranges | None) -> onnx.ModelProto:
    """Return the main network."""
    graph = Graph(ranges)
    words = encoder(graph, state, "pieces", "share", shape)
    rounded = graph.rounded(words, "labels")

    def linear(name: str) -> str:
        return graph.linear(rounded, name, state[f"{name}.weight"], state[f"{name}.bias"])

    labels = linear("labels")
    dependent, head = gelu(graph, linear("arcs.dependent")), gelu(graph, linear("arcs.head"))
    # How apt a word is as a head, whatever hangs on it, is a bias of the mapped dependents.
    weight, bias = state["arcs.bilinear.weight"] / ARC_WIDTH**0.5, state["arcs.head_bias.weight"][0]
    mapped = graph.linear(graph.rounded(dependent, "arcs.bilinear"), "arcs.bilinear", weight, bias)
    arcs = graph.do("MatMul", mapped, graph.do("Transpose", head, perm=[0, 2, 1]))
    outputs = {
        "labels": labels,
        "arcs": arcs,
        "as_dependent": gelu(graph, linear("relations.dependent")),
        "as_head": gelu(graph, linear("relations.head")),
    }
    total = state["labels.weight"].shape[0]
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, ["sentences", "pieces"]),
        helper.make_tensor_value_info("share", TensorProto.FLOAT, ["sentences", "words", "pieces"]),
    ]
    shapes = {"labels": total, "arcs": "words", "as_dependent": RELATION_WIDTH, "as_head": RELATION_WIDTH}
    return _model(graph, inputs, outputs, {k: ["sentences", "words", v] for k, v in shapes.items()})


def relations_model(state: dict[str, np.ndarray], ranges: Ranges | None) -> onnx.ModelProto:
    """Return the small network that names the relation of each arc."""
    graph = Graph(ranges)
    count = state["relations.from_dependent.weight"].shape[0]
    dependent = graph.rounded("dependent", "relations.bilinear")
    head = graph.rounded("head", "relations.from_head")

    def linear(rounded: str, name: str, factor: float, bias: np.ndarray | None) -> str:
        return graph.linear(rounded, f"relations.{name}", state[f"relations.{name}.weight"] * factor, bias)

    mapped = linear(dependent, "bilinear", RELATION_WIDTH**-0.5, None)
    mapped = graph.do("Reshape", mapped, graph.shape(-1, count, RELATION_WIDTH))
    joint = graph.do("MatMul", mapped, graph.do("Unsqueeze", "head", graph.shape(2)))
    own = linear(dependent, "from_dependent", 1.0, state["relations.from_dependent.bias"])
    scores = graph.do("Add", graph.do("Squeeze", joint, graph.shape(2)), own)
    scores = graph.do("Add", scores, linear(head, "from_head", 1.0, None))
    inputs = [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, ["words", RELATION_WIDTH]) for n in ("dependent", "head")
    ]
    return _model(graph, inputs, {"relations": scores}, {"relations": ["words", count]})


def _model(
    graph: Graph, inputs: list[onnx.ValueInfoProto], outputs: dict[str, str], shapes: dict[str, list[str | int]]
) -> onnx.ModelProto:
    nodes = graph.nodes + [helper.make_node("Identity", [inner], [name]) for name, inner in outputs.items()]
    results = [helper.make_tensor_value_info(n, TensorProto.FLOAT, shapes[n]) for n in outputs]
    built = helper.make_graph(nodes, "newsmodel", inputs, results, list(graph.constants.values()))
    model = helper.make_model(
        built, opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)]
    )
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model)
    return model


def main() -> None:
    """Read the arguments and write the shipped files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights, for comparison")
    parser.add_argument("--pooled-after", type=int, default=POOLED_AFTER, help="layers that see pieces")
    o = parser.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    loaded = torch.load(o.run / "net.pt", weights_only=True, map_location="cpu")
    state = {k: v.float().numpy().copy() for k, v in loaded.items()}
    ranges = None if o.float else json.loads((o.run / "ranges.json").read_text(encoding="utf-8"))
    onnx.save(net_model(state, Shape.of(state, o.pooled_after), ranges), o.out / "net.onnx")
    onnx.save(relations_model(state, ranges), o.out / "relations.onnx")
    shutil.copy(o.run / "labels.json", o.out / "labels.json")
    shutil.copy(o.run / "tokenizer.json", o.out / "tokenizer.json")
    manifest.write(o.out)
    sizes = {f.name: f.stat().st_size for f in sorted(o.out.iterdir())}
    print(json.dumps(sizes), sum(sizes.values()))


if __name__ == "__main__":
    main()
