"""Take neurons out of the feed-forward parts: those stay that matter most, and the rest of each layer makes up for the others.

A neuron's weight is the mean square of what it gives times the square of its column in `narrow`; the columns and bias of the
neurons that stay are then solved for again (ridge regression) so that each layer gives what it gave before.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.net import Net

RIDGE = 1e-3


class _Moments:
    """Second moments of the inner values of one layer, a column of ones included."""

    def __init__(self, width: int) -> None:
        self.sum = torch.zeros(width + 1, width + 1, dtype=torch.float64)

    def add(self, inner: Tensor) -> None:
        rows = torch.cat([inner, torch.ones(inner.shape[0], 1)], 1)
        self.sum += (rows.T @ rows).double()


@torch.no_grad()
def _moments(net: Net, batches: Iterable[Batch]) -> list[_Moments]:
    found = [_Moments(layer.wide.out_features) for layer in net.layers]  # type: ignore[union-attr]
    hooks = []
    owned: list[Tensor] = []
    for moments, layer in zip(found, net.layers, strict=True):

        def add(_module: object, _inputs: object, wide: Tensor, moments: _Moments = moments) -> None:
            moments.add(functional.gelu(wide[owned[0]] if wide.shape[:2] == owned[0].shape else wide.flatten(0, 1)))

        hooks.append(layer.wide.register_forward_hook(add))  # type: ignore[union-attr]
    for batch in batches:
        owned[:] = [batch.pieces != 1]
        net.encode(batch.pieces, batch.words)
    for hook in hooks:
        hook.remove()
    return found


def pruned(net: Net, batches: Iterable[Batch], size: int) -> dict[str, Tensor]:
    """Return the weights of a net with feed-forward parts of `size` neurons, fitted on some batches.

    Args:
        net: the net to take from; it stays as it is.
        batches: sentences to measure the neurons on; a few ten thousand pieces do.
        size: neurons a layer keeps.
    """
    state = {name: values.clone() for name, values in net.state_dict().items()}
    for number, moments in enumerate(_moments(net, batches)):
        own = f"layers.{number}."
        narrow, bias = state[f"{own}narrow.weight"].double(), state[f"{own}narrow.bias"].double()
        power = moments.sum.diagonal()[:-1] * narrow.square().sum(0)
        kept = power.topk(size).indices.sort().values
        columns = torch.cat([kept, torch.tensor([narrow.shape[1]])])
        whole = torch.cat([narrow, bias[:, None]], 1)
        own_moments = moments.sum[columns][:, columns]
        own_moments = own_moments + RIDGE * own_moments.diagonal().mean() * torch.eye(size + 1, dtype=torch.float64)
        solved = torch.linalg.solve(own_moments, moments.sum[columns] @ whole.T).T.float()
        state[f"{own}narrow.weight"], state[f"{own}narrow.bias"] = (
            solved[:, :-1].contiguous(),
            solved[:, -1].contiguous(),
        )
        for kind in ("weight", "bias"):
            state[f"{own}wide.{kind}"] = state[f"{own}wide.{kind}"][kept].contiguous()
    return state
