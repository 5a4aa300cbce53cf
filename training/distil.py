"""Train a smaller net to give the word vectors of a larger one, and the labels of the data.

    python -m training.distil --data DIR --teacher RUN --out RUN [--feed-forward 512] [--start RUN]

The smaller net starts as the teacher (a folder of `training.train` or `training.restore`) with fewer feed-forward neurons
(`training.prune`), and its upper layers see words instead of pieces; or as what an earlier run made (`--start`). Its last
epochs run with rounded weights and activations (`training.rounding`), whose ranges it leaves in `ranges.json` for
`training.export`. With `--resume` it goes on from the last finished epoch of RUN.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import time
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.augment import augment
from training.batches import Batch, Encoder, collate, plan
from training.corpus import Sentence, read_conllu
from training.net import POOLED_AFTER, Net, Shape
from training.prune import pruned
from training.rounding import measure, rounding
from training.train import descend, forward, half_where_fast, loss_of, relation_scores, score

WEIGHT_OF_VECTORS = 4.0
WARM_UP = 0.05
MEASURED_BATCHES = 24


def teacher_vectors(net: Net, sentences: list[Sentence], data: Data) -> list[np.ndarray]:
    """Return the net's vectors of the root and the words of each sentence, in half precision; none for too long ones."""
    found = [np.zeros((0, 0), np.float16)] * len(sentences)
    with torch.inference_mode():
        for chosen in plan(sentences, data.encode, 4000, None):
            batch = data.batch([sentences[i] for i in chosen])
            for i, rows in zip(chosen, net.encode(batch.pieces, batch.words).half().numpy(), strict=True):
                found[i] = rows[: 1 + len(sentences[i].forms)].copy()
    return found


def targets(vectors: list[np.ndarray]) -> tuple[Tensor, Tensor]:
    """Return vectors of sentences as one padded tensor, and which rows of it are words."""
    tall = max(map(len, vectors))
    padded = torch.zeros(len(vectors), tall, vectors[0].shape[1])
    owned = torch.zeros(len(vectors), tall, dtype=torch.bool)
    for row, values in enumerate(vectors):
        padded[row, : len(values)] = torch.from_numpy(values.astype(np.float32))
        owned[row, : len(values)] = True
    return padded, owned


def vector_loss(given: Tensor, wanted: Tensor, owned: Tensor) -> Tensor:
    """Return the square distance of words' vectors, in parts of the variance of the wanted ones."""
    wanted, given = wanted[owned], given[owned]
    return (given - wanted).square().mean() / (wanted - wanted.mean(0)).square().mean()


def use_all(net: Net, batch: Batch) -> None:
    """Run everything of a net that ships."""
    _, dependent, head, _ = forward(net, batch, 0.0)
    relation_scores(net, dependent, head, batch.heads)


class Data:
    """The sentences, and how a folder's vocabulary and labels make tensors of them."""

    def __init__(self, folder: Path, run: Path) -> None:
        sets = json.loads((run / "labels.json").read_text(encoding="utf-8"))
        self.numbers = {name: {label: i for i, label in enumerate(values)} for name, values in sets.items()}
        self.relations = len(sets["relation"])
        self.sizes = {name: len(values) for name, values in sets.items() if name != "relation"}
        self.encode = Encoder(Tokenizer.from_file(str(run / "tokenizer.json")))
        self.train = list(read_conllu(folder / "train.conllu.xz"))
        self.held_out = [s for s in read_conllu(folder / "dev.conllu.xz") if "parse" in s.gold]

    def batch(self, sentences: list[Sentence]) -> Batch:
        """Return sentences as tensors."""
        return collate(sentences, self.encode, self.numbers)

    def sample(self, pieces: int, seed: int) -> list[Batch]:
        """Return some batches to measure a net on."""
        chance = random.Random(seed)
        chosen = plan(self.train, self.encode, pieces, chance)[:MEASURED_BATCHES]
        return [self.batch([augment(self.train[i], chance) for i in one]) for one in chosen]

    def net(self, state: dict[str, Tensor], pooled_after: int) -> Net:
        """Return the net of some weights."""
        net = Net(Shape.of(state, pooled_after), self.relations, self.sizes)
        net.load_state_dict(state)
        return net

    def score(self, net: Net) -> dict[str, float]:
        """Return rough accuracies on the held-out sentences."""
        return score(net, self.held_out, self.encode, self.numbers)


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of train.conllu.xz and dev.conllu.xz")
    parser.add_argument("--teacher", type=Path, required=True, help="folder of net.pt, labels.json, tokenizer.json")
    parser.add_argument("--teacher-pooled-after", type=int, default=99, help="99: it sees pieces throughout")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--feed-forward", type=int, default=512)
    parser.add_argument("--start", type=Path, help="folder of the net.pt to go on from, instead of a pruned teacher")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rounded", type=int, default=1, help="so many of the last epochs run with rounded numbers")
    parser.add_argument("--pieces", type=int, default=2500, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--treebank", type=int, default=2, help="how often treebank sentences count")
    parser.add_argument("--resume", action="store_true")
    o = parser.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(o.seed)
    for name in ("labels.json", "tokenizer.json"):
        shutil.copy(o.teacher / name, o.out / name)
    data = Data(o.data, o.out)
    teacher = data.net(torch.load(o.teacher / "net.pt", weights_only=True), o.teacher_pooled_after).eval()
    print("teacher", data.score(teacher), flush=True)
    vectors = teacher_vectors(teacher, data.train, data)
    if o.start is None:
        state = pruned(teacher, data.sample(o.pieces, o.seed), o.feed_forward)
    else:
        state = torch.load(o.start / "net.pt", weights_only=True)
    net = data.net(state, POOLED_AFTER)
    print("start", data.score(net), flush=True)
    train(net, data, vectors, o)


def train(net: Net, data: Data, vectors: list[np.ndarray], o: argparse.Namespace) -> None:
    """Train a net on the data and the teacher's vectors; `o` holds the options of the command."""
    order = list(range(len(data.train)))
    order += [i for i in order if "parse" in data.train[i].gold] * (o.treebank - 1)
    given = [data.train[i] for i in order]
    steps = o.epochs * len(plan(given, data.encode, o.pieces, random.Random(0)))
    optimiser = torch.optim.AdamW(net.parameters(), lr=o.rate, weight_decay=0.01, fused=True)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda t: min((t + 1) / (WARM_UP * steps), max(0.0, (steps - t) / (steps * (1 - WARM_UP))))
    )
    first, state, ranges_at = 0, o.out / "state.pt", o.out / "ranges.json"
    if o.resume and state.exists():
        saved = torch.load(state, weights_only=True)
        for part, name in ((net, "net"), (optimiser, "optimiser"), (rate, "rate")):
            part.load_state_dict(saved[name])
        first = saved["epoch"]
    print(f"{len(order)} sentences, {steps} steps, {torch.get_num_threads()} threads", flush=True)
    ranges = {}
    for epoch in range(first, o.epochs):
        chance = random.Random(o.seed * 1000 + epoch)
        if epoch >= o.epochs - o.rounded:
            ranges = ranges or measure(net, data.sample(o.pieces, o.seed), use_all)
        began, seen = time.time(), 0
        with rounding(net, ranges) if ranges else nullcontext():
            for step, chosen in enumerate(plan(given, data.encode, o.pieces, chance)):
                batch = data.batch([augment(given[i], chance) for i in chosen])
                with half_where_fast():
                    encoded = net.encode(batch.pieces, batch.words)
                    distance = vector_loss(encoded, *targets([vectors[order[i]] for i in chosen]))
                    loss = loss_of(net, batch, o.dropout, encoded) + WEIGHT_OF_VECTORS * distance
                descend(net, loss, optimiser, rate)
                seen += batch.pieces.numel()
                if step % 20 == 0:
                    pace = seen / (time.time() - began)
                    print(
                        f"{epoch} {step} loss {loss.item():.3f} vectors {distance.item():.3f} pieces/s {pace:.0f}",
                        flush=True,
                    )
            print(f"epoch {epoch + 1} {time.time() - began:.0f}s {data.score(net)}", flush=True)
        torch.save(net.state_dict(), o.out / "net.pt")
        states = {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "rate": rate.state_dict()}
        torch.save(states | {"epoch": epoch + 1}, state)
    ranges = ranges or measure(net, data.sample(o.pieces, o.seed), use_all)
    ranges_at.write_text(json.dumps({n: [r.scale, r.zero] for n, r in ranges.items()}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
