"""What the first lines of a data file say of it, and what THIRD_PARTY.md says of its source."""

from __future__ import annotations

import re


def heads(text: str) -> dict[str, str]:
    """Return the `# name: value` lines of a table."""
    lines = (line[2:] for line in text.splitlines() if line.startswith("# "))
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def is_named(source: str, notice: str) -> bool:
    """Tell whether a source is ourselves, or a word of it stands in the notice."""
    words = [word for word in source.casefold().replace(",", " ").split() if len(word) > 5]
    return source == "newsmodel" or any(word in notice.casefold() for word in words)


def says_it_is_ours(text: str) -> bool:
    """Tell whether the first lines of a file, whatever its comments look like, say that it is ours under our licence."""
    return re.search(r"Source: newsmodel[;.] licence: MIT\.", text[:400], re.IGNORECASE) is not None
