"""What the timing benchmarks share: the processor's name, real articles, texts of any length in many shapes."""

from __future__ import annotations

import json
import lzma
import math
import os
import pathlib
import platform
import re
from collections.abc import Sequence

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("NEWSMODEL_SHARED", ROOT.parent / "shared"))
"""The folder of real articles and peers: beside the checkout, or where NEWSMODEL_SHARED says."""
WORDS = 260
"""Words of the article that throughput is counted in."""

Article = tuple[str, str | None]


def processor() -> str:
    """Return the name of the processor, its number of cores and the instructions that matter for 8-bit networks."""
    name, flags = platform.processor() or platform.machine(), ""
    info = pathlib.Path("/proc/cpuinfo")
    if info.exists():
        text = info.read_text(encoding="utf-8")
        found = dict(re.findall(r"^(model name|flags)\s*: (.*)$", text, re.MULTILINE))
        name = found.get("model name", name)
        known = ("avx2", "avx512f", "avx_vnni", "avx512_vnni")
        flags = " ".join(flag for flag in known if flag in found.get("flags", "").split())
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}{f', {flags}' if flags else ''}"


def articles(count: int) -> list[Article]:
    """Return training articles of the quotation corpus with their dates; `../shared` must be beside the checkout.

    Args:
        count: how many; the corpus is repeated where it has fewer.
    """
    found: list[Article] = []
    with lzma.open(SHARED / "data/quotations/train.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            date = re.search(r"\((\d{4}-\d\d-\d\d)\)", entry["file"])
            found.append((entry["originalText"], date and date[1]))
            if len(found) == count:
                break
    return [found[n % len(found)] for n in range(count)]


def words(texts: Sequence[Article]) -> int:
    """Return how many words (between white space) texts have together."""
    return sum(len(text.split()) for text, _ in texts)


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return the exponent of the power law that fits times best: 1 is linear, 2 the square."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(second, 1e-6)) for second in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)
