"""The network: a small BERT encoder, words as means of their pieces, and one head for each layer of annotation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.e5 import HEADS, LAYER_NORM_EPSILON, WIDTH

ARC_WIDTH = 256
RELATION_WIDTH = 96
POOLED_AFTER = 2
"""Layers of the shipped net that see pieces; the others see words."""


class Embedding(nn.Module):
    """Piece and position vectors, summed and normalised."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=LAYER_NORM_EPSILON)

    def forward(self, pieces: Tensor) -> Tensor:
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        return self.norm(self.word(pieces) + self.position(positions))


class Layer(nn.Module):
    """One BERT layer: attention, then the feed-forward part, each followed by a residual sum and a LayerNorm."""

    def __init__(self, feed_forward: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended_norm = nn.LayerNorm(WIDTH, eps=LAYER_NORM_EPSILON)
        self.wide = nn.Linear(WIDTH, feed_forward)
        self.narrow = nn.Linear(feed_forward, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=LAYER_NORM_EPSILON)

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], HEADS, WIDTH // HEADS).transpose(1, 2)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        query, key, value = self._split(self.query(x)), self._split(self.key(x)), self._split(self.value(x))
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        x = self.attended_norm(x + self.attended(mixed.transpose(1, 2).reshape(x.shape)))
        return self.output_norm(x + self.narrow(functional.gelu(self.wide(x))))


class Arcs(nn.Module):
    """Biaffine scores of every word (and of the root, column 0) as the head of every word."""

    def __init__(self) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, ARC_WIDTH)
        self.head = nn.Linear(WIDTH, ARC_WIDTH)
        self.bilinear = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.head_bias = nn.Linear(ARC_WIDTH, 1, bias=False)

    def forward(self, words: Tensor, words_with_root: Tensor, dropout: float) -> Tensor:
        dependent = functional.dropout(functional.gelu(self.dependent(words)), dropout, self.training)
        head = functional.dropout(functional.gelu(self.head(words_with_root)), dropout, self.training)
        scores = self.bilinear(dependent) @ head.transpose(1, 2)
        return scores / ARC_WIDTH**0.5 + self.head_bias(head).transpose(1, 2)


class Relations(nn.Module):
    """Biaffine scores of every relation between a word and its head."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, RELATION_WIDTH)
        self.head = nn.Linear(WIDTH, RELATION_WIDTH)
        self.bilinear = nn.Linear(RELATION_WIDTH, relations * RELATION_WIDTH, bias=False)
        self.from_dependent = nn.Linear(RELATION_WIDTH, relations)
        self.from_head = nn.Linear(RELATION_WIDTH, relations, bias=False)
        self.relations = relations

    def project(self, words: Tensor, words_with_root: Tensor, dropout: float) -> tuple[Tensor, Tensor]:
        """Return the two representations that `score` joins: of each word, and of each possible head."""
        dependent = functional.dropout(functional.gelu(self.dependent(words)), dropout, self.training)
        head = functional.dropout(functional.gelu(self.head(words_with_root)), dropout, self.training)
        return dependent, head

    def score(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Return relation scores of rows of words, `head` holding the row of each word's head."""
        mapped = self.bilinear(dependent).view(-1, self.relations, RELATION_WIDTH)
        joint = (mapped @ head.unsqueeze(2)).squeeze(2) / RELATION_WIDTH**0.5
        return joint + self.from_dependent(dependent) + self.from_head(head)


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a net is.

    `pooled_after` is the number of layers that see pieces; those after it see words, the means of their pieces.
    """

    pieces: int
    layers: int
    feed_forward: int
    pooled_after: int

    @classmethod
    def of(cls, state: Mapping[str, Any], pooled_after: int) -> Shape:
        """Return the shape of saved weights, which hold all of it but where words are made of pieces."""
        layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
        pieces, wide = state["embedding.word.weight"].shape[0], state["layers.0.wide.weight"].shape[0]
        return cls(pieces, layers, wide, min(pooled_after, layers))


def pooling(words: Tensor) -> Tensor:
    """Return the share of each piece in each word's mean, `[sentences, words, pieces]`; the root's is row 0."""
    member = words[:, None, :] == torch.arange(int(words.max()) + 1, device=words.device)[None, :, None]
    return member.float() / member.sum(2, keepdim=True).clamp(min=1)


class Net(nn.Module):
    """Pieces in, scores of arcs, relations and all labels of words out.

    Args:
        shape: how large it is.
        relations: how many dependency relations.
        labels: size of each plain label set, by name (UPOS, XPOS, lemma script, entity tag, each feature).
    """

    def __init__(self, shape: Shape, relations: int, labels: Mapping[str, int]) -> None:
        super().__init__()
        self.embedding = Embedding(shape.pieces)
        self.layers = nn.ModuleList(Layer(shape.feed_forward) for _ in range(shape.layers))
        self.pooled_after = shape.pooled_after
        self.arcs = Arcs()
        self.relations = Relations(relations)
        self.names = tuple(labels)
        self.sizes = tuple(labels.values())
        self.labels = nn.Linear(WIDTH, sum(self.sizes))

    def encode(self, pieces: Tensor, words: Tensor) -> Tensor:
        """Return the vector of every word after that of the root.

        Args:
            pieces: piece ids, `[sentences, pieces]`, padded with 1.
            words: of each piece the number of its word from 1, 0 for the start piece (the root), -1 for no word.
        """
        share = pooling(words)
        masked = pieces == 1
        x = self.embedding(pieces)
        for number in range(len(self.layers) + 1):
            if number == self.pooled_after:
                x, masked = share.to(x.dtype) @ x, share.sum(2) == 0
            if number < len(self.layers):
                x = self.layers[number](x, torch.where(masked, -1e4, 0.0)[:, None, None, :])
        return x
