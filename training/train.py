"""Train the network of the bundled pipeline.

    python -m training.train --data DIR --encoder e5-small-q4.bin --tokenizer tokenizer.json --names FILE... --out RUN

Runs on a CPU alone; with `--resume` it goes on from the last finished epoch of RUN. training/README.md names the data.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.augment import augment
from training.batches import Batch, Encoder, batches, collate, plan
from training.corpus import FEATURES, Sentence, label_sets, read_conllu
from training.e5 import FEED_FORWARD, read_encoder
from training.net import Net, Shape
from training.vocabulary import cut_tokenizer

LAYERS = 6
WEIGHT = {"upos": 0.5, "xpos": 0.5, "lemma": 0.5, "entity": 1.5} | dict.fromkeys(FEATURES, 0.2)
WEIGHT_OF_ARCS, WEIGHT_OF_RELATIONS = 1.0, 1.0
WARM_UP = 0.06


def words_of(files: list[Path]) -> set[str]:
    """Return the words of name lists."""
    text = "\n".join(f.read_text(encoding="utf-8") for f in files)
    return set(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text))


def half_where_fast() -> torch.autocast:
    """Return a context of bfloat16 on processors that have instructions for it."""
    return torch.autocast("cpu", torch.bfloat16, enabled=torch.ops.mkldnn._is_mkldnn_bf16_supported())  # noqa: SLF001 - torch has no public name for it


def forward(
    net: Net, batch: Batch, dropout: float, encoded: Tensor | None = None
) -> tuple[Tensor, Tensor, Tensor, dict[str, Tensor]]:
    """Return arc scores, the two relation representations, and the scores of each label set."""
    vectors = net.encode(batch.pieces, batch.words) if encoded is None else encoded
    dropped = functional.dropout(vectors, dropout, net.training)
    words = dropped[:, 1:]
    owned = torch.cat([torch.ones_like(batch.heads[:, :1]), (batch.heads >= 0).long()], 1)
    arcs = net.arcs(words, dropped, dropout).masked_fill(owned[:, None, :] == 0, -1e4)
    dependent, head = net.relations.project(words, dropped, dropout)
    labels = dict(zip(net.names, net.labels(words).split(net.sizes, -1), strict=True))
    return arcs, dependent, head, labels


def relation_scores(net: Net, dependent: Tensor, head: Tensor, heads: Tensor) -> Tensor:
    """Return the relation scores of the words (rows) whose head is given (>= 0)."""
    sentence, word = (heads >= 0).nonzero(as_tuple=True)
    return net.relations.score(dependent[sentence, word], head[sentence, heads[sentence, word]])


def loss_of(net: Net, batch: Batch, dropout: float, encoded: Tensor | None = None) -> Tensor:
    """Return the joint loss of a batch, a mean over words."""
    arcs, dependent, head, labels = forward(net, batch, dropout, encoded)
    loss = WEIGHT_OF_ARCS * functional.cross_entropy(arcs.flatten(0, 1).float(), batch.heads.flatten())
    scores = relation_scores(net, dependent, head, batch.heads)
    loss = loss + WEIGHT_OF_RELATIONS * functional.cross_entropy(scores.float(), batch.relations[batch.heads >= 0])
    for name, scored in labels.items():
        target = batch.labels[name].flatten()
        if bool((target >= 0).any()):
            loss = loss + WEIGHT[name] * functional.cross_entropy(scored.flatten(0, 1).float(), target)
    return loss


def descend(
    net: Net, loss: Tensor, optimiser: torch.optim.Optimizer, rate: torch.optim.lr_scheduler.LRScheduler
) -> None:
    """Take one step down a loss."""
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimiser.step()
    rate.step()


@torch.no_grad()
def score(net: Net, sentences: list[Sentence], encode: Encoder, numbers: dict[str, dict[str, int]]) -> dict[str, float]:
    """Return rough accuracies on gold tokens with greedy heads; `training.evaluate` scores what ships."""
    net.eval()
    right: dict[str, int] = {}
    total = 0
    for batch in batches(sentences, encode, numbers, 6000):
        with half_where_fast():
            arcs, dependent, head, labels = forward(net, batch, 0.0)
            owned = batch.heads >= 0
            found = arcs.argmax(2).masked_fill(~owned, -1)
            relations = relation_scores(net, dependent, head, found).argmax(1)
        good = (found == batch.heads)[owned]
        found_labels = {name: (s.argmax(2) == batch.labels[name])[owned] for name, s in labels.items()}
        counts = {"uas": good, "las": good & (relations == batch.relations[owned])} | found_labels
        for name, hits in counts.items():
            right[name] = right.get(name, 0) + int(hits.sum())
        total += int(owned.sum())
    net.train()
    return {name: round(100 * n / total, 2) for name, n in right.items()}


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of train.conllu.xz and dev.conllu.xz")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--names", type=Path, nargs="*", default=[], help="name lists whose pieces stay")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--pieces", type=int, default=4000, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=2.5e-4, help="learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--treebank", type=int, default=2, help="how often treebank sentences count: their gold is scarce"
    )
    parser.add_argument("--start", type=Path, help="weights (net.pt) to start from, made with the same vocabulary")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--limit", type=int, help="stop after so many steps (to time the machine)")
    o = parser.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(o.seed)
    sentences = list(read_conllu(o.data / "train.conllu.xz"))
    treebank = [s for s in sentences if "parse" in s.gold]
    sentences += treebank * (o.treebank - 1)
    held_out = [s for s in read_conllu(o.data / "dev.conllu.xz") if "parse" in s.gold]
    # Labels must mean what they mean to the weights that the run starts from.
    labels = o.start.with_name("labels.json").read_text(encoding="utf-8") if o.start else None
    sets = json.loads(labels) if labels else label_sets(sentences)
    numbers = {name: {label: i for i, label in enumerate(values)} for name, values in sets.items()}
    tokenizer, ids = cut_tokenizer(o.tokenizer, (f for s in sentences for f in s.forms), words_of(o.names), 1)
    (o.out / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    (o.out / "labels.json").write_text(json.dumps(sets, ensure_ascii=False, indent=1), encoding="utf-8")
    encode = Encoder(Tokenizer.from_str(tokenizer))
    shape = Shape(len(ids), LAYERS, FEED_FORWARD, pooled_after=LAYERS)
    net = Net(shape, len(sets["relation"]), {n: len(v) for n, v in sets.items() if n != "relation"})
    start = read_encoder(o.encoder, LAYERS, np.array(ids))
    missing = net.load_state_dict({k: torch.from_numpy(v) for k, v in start.items()}, strict=False)
    assert not missing.unexpected_keys, missing
    encoder_names = set(start)
    if o.start:
        net.load_state_dict(torch.load(o.start, weights_only=True))
    groups = [
        {"params": [p for n, p in net.named_parameters() if n in encoder_names], "lr": o.rate},
        {"params": [p for n, p in net.named_parameters() if n not in encoder_names], "lr": o.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = o.epochs * len(plan(sentences, encode, o.pieces, random.Random(0)))
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda t: min((t + 1) / (WARM_UP * steps), max(0.0, (steps - t) / (steps * (1 - WARM_UP))))
    )
    first, state = 0, o.out / "state.pt"
    if o.resume and state.exists():
        saved = torch.load(state, weights_only=True)
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        rate.load_state_dict(saved["rate"])
        first = saved["epoch"]
    print(
        f"{len(sentences)} sentences, {len(ids)} pieces, {steps} steps, {torch.get_num_threads()} threads", flush=True
    )
    for epoch in range(first, o.epochs):
        chance = random.Random(o.seed * 1000 + epoch)
        began, seen = time.time(), 0
        for step, chosen in enumerate(plan(sentences, encode, o.pieces, chance)):
            batch = collate([augment(sentences[i], chance) for i in chosen], encode, numbers)
            with half_where_fast():
                loss = loss_of(net, batch, o.dropout)
            descend(net, loss, optimiser, rate)
            seen += batch.pieces.numel()
            if step % 20 == 0 or step == o.limit:
                print(f"{epoch} {step} loss {loss.item():.3f} pieces/s {seen / (time.time() - began):.0f}", flush=True)
            if step == o.limit:
                return
        print(f"epoch {epoch + 1} {time.time() - began:.0f}s {score(net, held_out, encode, numbers)}", flush=True)
        torch.save(net.state_dict(), o.out / "net.pt")
        torch.save(net.state_dict(), o.out / f"net-{epoch + 1}.pt")
        saved = {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "rate": rate.state_dict()}
        torch.save(saved | {"epoch": epoch + 1}, state)


if __name__ == "__main__":
    main()
