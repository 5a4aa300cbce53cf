"""Cut the vocabulary of the encoder to the pieces that German news and foreign names in Latin script need."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
LONGEST_WORD = 10
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def _is_basic(piece: str) -> bool:
    """Whether a piece is one character (with or without the word mark) that German text in Latin script may hold."""
    bare = piece.removeprefix("▁")
    if len(bare) != 1:
        return piece == "▁"
    category = unicodedata.category(bare)
    return category[0] in "PSN" or "LATIN" in unicodedata.name(bare, "")


def cut_tokenizer(full: Path, words: Iterable[str], names: Iterable[str], names_least: int) -> tuple[str, list[int]]:
    """Return the tokenizer's JSON with fewer pieces, and the old id of each piece that stays.

    Args:
        full: `tokenizer.json` of the whole encoder.
        words: the word forms of the training data; every piece of their best segmentation stays.
        names: words of name lists; a piece stays that at least `names_least` of them need.
        names_least: see `names`.
    """
    tokenizer = Tokenizer.from_file(str(full))
    kept: set[str] = set(SPECIAL)
    for word in set(words):
        for spelling in {word, word.translate(UMLAUTS), word.upper()}:
            kept.update(tokenizer.encode(spelling, add_special_tokens=False).tokens)
    needed: Counter[str] = Counter()
    for word in set(names):
        needed.update(set(tokenizer.encode(word, add_special_tokens=False).tokens))
    kept.update(piece for piece, n in needed.items() if n >= names_least)
    data = json.loads(full.read_text(encoding="utf-8"))
    vocabulary = data["model"]["vocab"]
    ids = [i for i, (piece, _) in enumerate(vocabulary) if piece in kept or _is_basic(piece)]
    data["model"]["vocab"] = [vocabulary[i] for i in ids]
    data["model"]["unk_id"] = ids.index(SPECIAL.index("<unk>"))
    data["added_tokens"] = [t for t in data["added_tokens"] if t["content"] in SPECIAL]
    data["post_processor"] = None
    return json.dumps(data, ensure_ascii=False), ids
