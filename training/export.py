"""Turn trained weights into the two networks that ship: 8-bit weights, run by onnxruntime.

    python -m training.export RUN OUT_FOLDER [--float]

`net.onnx` reads pieces and gives, for every word, label scores, arc scores and two relation vectors; `relations.onnx`
reads pairs of relation vectors (a word's and its head's) and gives relation scores.

Activations are scaled for each row (piece or word) by itself, so what stands beside a sentence in a batch does not
change it: a row's 8-bit products are sums of integers, which come out the same in any order. Weights are unsigned
like the activations: onnxruntime adds unsigned by signed products in 16 bits on processors without VNNI, where they
overflow, and the same sentence would be read otherwise there; unsigned by unsigned products are exact everywhere.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training import manifest
from training.e5 import HEADS, LAYER_NORM_EPSILON, WIDTH
from training.net import ARC_WIDTH, RELATION_WIDTH

OPSET = 20
IR_VERSION = 10


class Graph:
    """Collects nodes and constants; every method adds an operation and returns the name of its output."""

    def __init__(self, quantised: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.quantised = quantised
        self._count = 0

    def constant(self, value: np.ndarray, name: str | None = None) -> str:
        """Add a constant and return its name."""
        if name is None:
            name = f"c{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
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

    def scaled(self, x: str) -> tuple[str, str]:
        """Return x in unsigned 8 bits around 128, and the scale of each of its rows."""
        peak = self.do("ReduceMax", self.do("Abs", x), self.shape(-1), keepdims=1)
        floor = self.constant(np.array(1e-9, np.float32))
        scale = self.do("Mul", self.do("Max", peak, floor), self.constant(np.array(1 / 127, np.float32)))
        steps = self.do("Add", self.do("Div", x, scale), self.constant(np.array(128.5, np.float32)))
        return self.do("Cast", steps, to=TensorProto.UINT8), scale

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray | None, scaled: tuple[str, str] | None = None) -> str:
        """Add `x @ weight.T + bias`; `weight` is `[out, in]` as torch keeps it."""
        if not self.quantised:
            product = self.do("MatMul", x, self.constant(weight.T))
        else:
            limit = np.maximum(np.abs(weight).max(1), 1e-9) / 127
            whole = (np.clip(np.rint(weight / limit[:, None]), -127, 127) + 128).astype(np.uint8)
            bytes_, scale = scaled or self.scaled(x)
            zero = self.constant(np.array(128, np.uint8))
            sums = self.do("MatMulInteger", bytes_, self.constant(whole.T), zero, self.constant(np.array(128, np.uint8)))
            by_row = self.do("Mul", self.do("Cast", sums, to=TensorProto.FLOAT), scale)
            product = self.do("Mul", by_row, self.constant(limit.astype(np.float32)))
        return product if bias is None else self.do("Add", product, self.constant(bias))

    def norm(self, x: str, state: dict[str, np.ndarray], name: str) -> str:
        """Add a LayerNorm."""
        weight, bias = self.constant(state[f"{name}.weight"]), self.constant(state[f"{name}.bias"])
        return self.do("LayerNormalization", x, weight, bias, axis=-1, epsilon=LAYER_NORM_EPSILON)

    def embedding(self, table: np.ndarray, ids: str) -> str:
        """Add a look-up in a table of vectors, kept in 8 bits with a scale for each vector."""
        if not self.quantised:
            return self.do("Gather", self.constant(table), ids)
        limit = np.maximum(np.abs(table).max(1, keepdims=True), 1e-9) / 127
        whole = np.rint(table / limit).astype(np.int8)
        rows = self.do("Cast", self.do("Gather", self.constant(whole), ids), to=TensorProto.FLOAT)
        return self.do("Mul", rows, self.do("Gather", self.constant(limit.astype(np.float32)), ids))


def gelu(graph: Graph, x: str) -> str:
    """Add the exact GELU."""
    return graph.do("Gelu", x, approximate="none")


def encoder(graph: Graph, state: dict[str, np.ndarray], pieces: str, layers: int) -> str:
    """Add the encoder: pieces `[sentences, pieces]` to vectors `[sentences, pieces, width]`."""
    width = WIDTH // HEADS
    length = graph.do("Gather", graph.do("Shape", pieces), graph.constant(np.array([1], np.int64)))
    positions = graph.do(
        "Slice", graph.constant(state["embedding.position.weight"]), graph.shape(0), length, graph.shape(0)
    )
    x = graph.do("Add", graph.embedding(state["embedding.word.weight"], pieces), positions)
    x = graph.norm(x, state, "embedding.norm")
    padded = graph.do("Equal", pieces, graph.constant(np.array(1, np.int64)))
    masked = graph.do("Mul", graph.do("Cast", padded, to=TensorProto.FLOAT), graph.constant(np.array(-1e4, np.float32)))
    bias = graph.do("Unsqueeze", masked, graph.shape(1, 2))
    for number in range(layers):
        own = f"layers.{number}."
        joint = np.concatenate([state[f"{own}{n}.weight"] for n in ("query", "key", "value")])
        joint_bias = np.concatenate([state[f"{own}{n}.bias"] for n in ("query", "key", "value")])
        joint[:WIDTH] /= width**0.5
        joint_bias[:WIDTH] /= width**0.5
        fused = graph.do("Reshape", graph.linear(x, joint, joint_bias), graph.shape(0, 0, 3, HEADS, width))
        rows = graph.do("Transpose", fused, perm=[2, 0, 3, 1, 4])
        query, key, value = graph.split("Split", rows, outputs=3, axis=0, num_outputs=3)
        query, key, value = (graph.do("Squeeze", part, graph.shape(0)) for part in (query, key, value))
        scores = graph.do("MatMul", query, graph.do("Transpose", key, perm=[0, 1, 3, 2]))
        weights = graph.do("Softmax", graph.do("Add", scores, bias), axis=-1)
        mixed = graph.do("Transpose", graph.do("MatMul", weights, value), perm=[0, 2, 1, 3])
        mixed = graph.do("Reshape", mixed, graph.shape(0, 0, WIDTH))
        mixed = graph.linear(mixed, state[f"{own}attended.weight"], state[f"{own}attended.bias"])
        x = graph.norm(graph.do("Add", x, mixed), state, f"{own}attended_norm")
        wide = gelu(graph, graph.linear(x, state[f"{own}wide.weight"], state[f"{own}wide.bias"]))
        narrow = graph.linear(wide, state[f"{own}narrow.weight"], state[f"{own}narrow.bias"])
        x = graph.norm(graph.do("Add", x, narrow), state, f"{own}output_norm")
    return x


def net_model(state: dict[str, np.ndarray], layers: int, quantised: bool) -> onnx.ModelProto:
    """Return the main network."""
    graph = Graph(quantised)
    x = encoder(graph, state, "pieces", layers)
    words = graph.do("MatMul", "share", x)  # row 0 is the root
    scaled = graph.scaled(words) if quantised else None

    def linear(name: str) -> str:
        return graph.linear(words, state[f"{name}.weight"], state[f"{name}.bias"], scaled)

    labels = linear("labels")
    dependent, head = gelu(graph, linear("arcs.dependent")), gelu(graph, linear("arcs.head"))
    # How apt a word is as a head, whatever hangs on it, is a bias of the mapped dependents.
    weight, bias = state["arcs.bilinear.weight"] / ARC_WIDTH**0.5, state["arcs.head_bias.weight"][0]
    mapped = graph.linear(dependent, weight, bias)
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


def relations_model(state: dict[str, np.ndarray], quantised: bool) -> onnx.ModelProto:
    """Return the small network that names the relation of each arc."""
    graph = Graph(quantised)
    count = state["relations.from_dependent.weight"].shape[0]
    weight = state["relations.bilinear.weight"] / RELATION_WIDTH**0.5
    mapped = graph.do("Reshape", graph.linear("dependent", weight, None), graph.shape(-1, count, RELATION_WIDTH))
    joint = graph.do("MatMul", mapped, graph.do("Unsqueeze", "head", graph.shape(2)))
    own = graph.linear("dependent", state["relations.from_dependent.weight"], state["relations.from_dependent.bias"])
    scores = graph.do("Add", graph.do("Squeeze", joint, graph.shape(2)), own)
    scores = graph.do("Add", scores, graph.linear("head", state["relations.from_head.weight"], None))
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
    model = helper.make_model(built, opset_imports=[helper.make_opsetid("", OPSET)])
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model)
    return model


def main() -> None:
    """Read the arguments and write the shipped files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights, for comparison")
    o = parser.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    loaded = torch.load(o.run / "net.pt", weights_only=True, map_location="cpu")
    state = {k: v.float().numpy().copy() for k, v in loaded.items()}
    layers = 1 + max(int(k.split(".")[1]) for k in state if k.startswith("layers."))
    onnx.save(net_model(state, layers, not o.float), o.out / "net.onnx")
    onnx.save(relations_model(state, not o.float), o.out / "relations.onnx")
    shutil.copy(o.run / "labels.json", o.out / "labels.json")
    shutil.copy(o.run / "tokenizer.json", o.out / "tokenizer.json")
    manifest.write(o.out)
    sizes = {f.name: f.stat().st_size for f in sorted(o.out.iterdir())}
    print(json.dumps(sizes), sum(sizes.values()))


if __name__ == "__main__":
    main()
