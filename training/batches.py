"""Sentences as tensors: pieces of words, label numbers, batches of about equal length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.corpus import FEATURES, Sentence, feature, lemma_script
from training.vocabulary import LONGEST_WORD

START, PAD, END = 0, 1, 2
LONGEST_SENTENCE = 320
UNKNOWN_LABEL = -100


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of some sentences; labels that are unknown or padding are -100."""

    pieces: Tensor
    words: Tensor
    heads: Tensor
    relations: Tensor
    labels: dict[str, Tensor]


class Encoder:
    """Turns words into piece ids, remembering what it has seen."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def __call__(self, form: str) -> list[int]:
        ids = self._known.get(form)
        if ids is None:
            ids = self._tokenizer.encode(form, add_special_tokens=False).ids[:LONGEST_WORD] or [3]
            self._known[form] = ids
        return ids


def label_columns(sentence: Sentence, numbers: dict[str, dict[str, int]]) -> dict[str, list[int]]:
    """Return the number of every label of every word, -100 for labels outside the sets."""
    scripts = [lemma_script(f, m) for f, m in zip(sentence.forms, sentence.lemmas, strict=True)]
    if sentence.forms and all(form.upper() == form for form in sentence.forms):
        scripts = ["?"] * len(scripts)  # lemmas of capitals are made from the lowered form
    columns = {"upos": sentence.upos, "xpos": sentence.xpos, "lemma": scripts, "entity": sentence.entities}
    columns |= {name: [feature(f, name) for f in sentence.features] for name in FEATURES}
    return {name: [numbers[name].get(v, UNKNOWN_LABEL) for v in values] for name, values in columns.items()}


def collate(sentences: list[Sentence], encode: Encoder, numbers: dict[str, dict[str, int]]) -> Batch:
    """Return the batch of some sentences."""
    rows, owners = [], []
    for s in sentences:
        ids, words = [START], [0]
        for number, form in enumerate(s.forms, 1):
            got = encode(form)
            ids += got
            words += [number] * len(got)
        rows.append([*ids, END])
        owners.append([*words, -1])
    width, tall, most = max(map(len, rows)), len(rows), max(len(s.forms) for s in sentences)
    pieces, words_ = np.full((tall, width), PAD), np.full((tall, width), -1)
    heads, relations = np.full((tall, most), UNKNOWN_LABEL), np.full((tall, most), UNKNOWN_LABEL)
    labels = {name: np.full((tall, most), UNKNOWN_LABEL) for name in numbers if name != "relation"}
    for i, s in enumerate(sentences):
        pieces[i, : len(rows[i])], words_[i, : len(rows[i])] = rows[i], owners[i]
        heads[i, : len(s.forms)] = s.heads
        relations[i, : len(s.forms)] = [numbers["relation"].get(r, UNKNOWN_LABEL) for r in s.relations]
        for name, column in label_columns(s, numbers).items():
            labels[name][i, : len(s.forms)] = column
    as_tensor = torch.from_numpy
    return Batch(
        as_tensor(pieces), as_tensor(words_), as_tensor(heads), as_tensor(relations),
        {name: as_tensor(column) for name, column in labels.items()},
    )  # fmt: skip


def plan(sentences: list[Sentence], encode: Encoder, most_pieces: int, chance: random.Random | None) -> list[list[int]]:
    """Return batches as lists of sentence numbers, alike in length; shuffled with `chance`, in order of length without."""
    lengths = [sum(len(encode(f)) for f in s.forms) + 2 for s in sentences]
    order = [i for i, n in enumerate(lengths) if n <= LONGEST_SENTENCE]
    order.sort(key=lambda i: lengths[i] + (chance.random() * 4 if chance else 0))
    batches: list[list[int]] = [[]]
    for i in order:
        if batches[-1] and (len(batches[-1]) + 1) * lengths[i] > most_pieces:
            batches.append([])
        batches[-1].append(i)
    if chance:
        chance.shuffle(batches)
    return batches


def batches(
    sentences: list[Sentence], encode: Encoder, numbers: dict[str, dict[str, int]], most_pieces: int
) -> Iterator[Batch]:
    """Yield all sentences in order of length, for evaluation."""
    for chosen in plan(sentences, encode, most_pieces, None):
        yield collate([sentences[i] for i in chosen], encode, numbers)
