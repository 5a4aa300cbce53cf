"""Round weights and activations in training as the shipped network rounds them, so that the net learns to live with it.

Weights have 7 bits and a scale for each output, activations 8 bits and one fixed scale for each product. Products of an
unsigned byte and a signed 7-bit number can be added in pairs in 16 bits without overflow, which is what processors without
VNNI do; a fixed scale makes a sentence's result independent of its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from training.batches import Batch
from training.net import Net

MOST_WEIGHT = 63
MOST_ACTIVATION = 255
OF_WORDS = ("labels", "arcs.dependent", "arcs.head", "relations.dependent", "relations.head")
"""The products that all read the word vectors, which are rounded once for them."""


class Range:
    """The fixed range of what comes into a product: `value = (byte - zero) * scale`."""

    def __init__(self, low: float, high: float) -> None:
        low, high = min(low, 0.0), max(high, 1e-6)
        self.scale = (high - low) / MOST_ACTIVATION
        self.zero = round(-low / self.scale)


def products(net: Net) -> dict[str, nn.Linear]:
    """Return the products of a net by name; the heads' one of rank one is no product of its own in what ships."""
    return {n: m for n, m in net.named_modules() if isinstance(m, nn.Linear) and n != "arcs.head_bias"}


@torch.no_grad()
def measure(net: Net, batches: Iterable[Batch], run: Callable[[Net, Batch], object]) -> dict[str, Range]:
    """Return the range of what comes into each product.

    Args:
        net: the net.
        batches: sentences to measure on.
        run: called with the net and each batch; it uses every product.
    """
    lows, highs = dict.fromkeys(products(net), 0.0), dict.fromkeys(products(net), 0.0)
    hooks = []
    for name, product in products(net).items():

        def look(_module: object, inputs: tuple[Tensor, ...], name: str = name) -> None:
            lows[name] = min(lows[name], float(inputs[0].min()))
            highs[name] = max(highs[name], float(inputs[0].max()))

        hooks.append(product.register_forward_pre_hook(look))
    for batch in batches:
        run(net, batch)
    for hook in hooks:
        hook.remove()
    for ends, outermost in ((lows, min), (highs, max)):
        ends.update(dict.fromkeys(OF_WORDS, outermost(ends[name] for name in OF_WORDS)))
    return {name: Range(lows[name], highs[name]) for name in lows}


def rounded_weight(weight: Tensor) -> Tensor:
    """Return weights `[out, in]` rounded to 7 bits by output; gradients go through."""
    limit = weight.detach().abs().amax(1).clamp(min=1e-9) / MOST_WEIGHT
    zero = torch.zeros(len(limit), dtype=torch.int32)
    return torch.fake_quantize_per_channel_affine(weight, limit, zero, 0, -MOST_WEIGHT, MOST_WEIGHT)


@contextmanager
def rounding(net: Net, ranges: Mapping[str, Range]) -> Iterator[None]:
    """Run the products of a net with rounded weights and inputs while the context lasts."""

    def rounded(product: nn.Linear, inside: Range) -> object:
        def forward(x: Tensor) -> Tensor:
            x = torch.fake_quantize_per_tensor_affine(x, inside.scale, inside.zero, 0, MOST_ACTIVATION)
            return nn.functional.linear(x, rounded_weight(product.weight), product.bias)

        return forward

    chosen = products(net)
    for name, product in chosen.items():
        product.forward = rounded(product, ranges[name])  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        for product in chosen.values():
            del product.forward
