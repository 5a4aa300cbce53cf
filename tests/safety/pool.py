"""Small articles for the fuzzing to damage: drawn once by the library's own Hypothesis strategies, kept in `pool.jsonl`.

Small, because a million executions are asked for; kept, because a seed then means the same input on every machine and
with every version of Hypothesis. `python -m tests.safety.pool` draws them anew, which a new schema version asks for.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

import newsmodel
from newsmodel.testing import articles

FILE = Path(__file__).parent / "pool.jsonl"
GOLDEN = Path(__file__).parents[1] / "codec" / "golden" / "1"
LEAST, LARGEST, WANTED = 200, 800, 60
"""Characters of the JSON of an article, and how many are kept of the one with objects of many classes."""

REST: dict[str, Any] = {
    "schema_version": 1,
    "text": "Der Rat hat der Stadt bis Mai nicht abgesagt.",
    "language": "de",
    "actors": [
        {"id": "a1", "name": "Rat", "kind": "organization", "mentions": [{"span": [4, 7], "type": "nominal"}]},
        {"id": "a2", "name": "Stadt", "kind": "organization", "mentions": []},
    ],
    "times": [
        {"id": "t1", "span": [22, 29], "type": "DATE", "value": "2031-05", "rule": "x", "begin_point": "2030",
         "end_point": "2031-05"},
    ],
    "statements": [
        {"id": "s1", "type": "reported", "content": [], "cue": [[36, 44]], "rule": "x", "speaker": [[0, 7]], "speakers": ["a1"],
         "addressee": [[12, 21]], "addressees": ["a2"], "frame": [[0, 21], [30, 44]], "negated": True},
    ],
    "stances": [
        {"id": "p1", "holders": ["a1"], "target": "a2", "polarity": "support", "basis": "expressed", "evidence": [[30, 44]],
         "rule": "x", "reason": [22, 29]},
    ],
}  # fmt: skip
"""What is seldom drawn: an article with the fields that the others may lack."""


def read_pool() -> list[str]:
    """Return the JSON of every article of the pool, with those in `tests/codec/golden` that are as small."""
    lines = FILE.read_text(encoding="utf-8").rstrip("\n").split("\n")  # `splitlines` splits at U+2028 too
    golden = [GOLDEN / name for name in ("empty.json", "odd-unicode.json", "every-field.json")]
    kept = [REST, *(json.loads(path.read_bytes()) for path in golden)]
    # Dumped again, since half of the damage to indented JSON would fall on its white space.
    return [*lines, *(json.dumps(plain, ensure_ascii=False) for plain in kept)]


def draw_pool() -> list[str]:
    """Return the JSON of new articles: those with the most kinds of objects for their size."""
    drawn: dict[str, float] = {}

    calm = list(HealthCheck)

    @seed(0)
    @settings(max_examples=250, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=calm)
    @given(articles(max_size=30, max_items=2))
    def draw(article: newsmodel.Article) -> None:
        text = newsmodel.dumps(article)
        if LEAST < len(text) < LARGEST:
            drawn[text] = len({type(item) for item in article.items}) + len(article.items) / 10 - len(text) / LARGEST

    draw()
    return sorted(sorted(drawn, key=lambda text: -drawn[text])[:WANTED])


if __name__ == "__main__":
    FILE.write_text("".join(f"{text}\n" for text in draw_pool()), encoding="utf-8", newline="\n")
