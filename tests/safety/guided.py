"""Fuzzing of `loads` and `from_dict` that follows the branches of the code, with atheris: libFuzzer for Python.

    pip install '.[fuzz]'
    python -m tests.safety.guided loads
    python -m tests.safety.guided from_dict -runs=5000 -seed=2

What follows the name of the function is handed to libFuzzer after `DEFAULTS`. `loads` gets bytes, mutated with a dictionary
of the schema's keys and words; `from_dict` gets stored articles damaged by `hostile.py`, whose every choice is taken from
the bytes. `cov` and `ft` at the end are the branches and features reached in `newsmodel.codec` and `newsmodel.model`. An
input that fails is left in the current folder, and named.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

DEFAULTS = ("-runs=1000000", "-seed=1", "-max_len=2400", "-timeout=10", "-rss_limit_mb=1500", "-print_final_stats=1")
INSTRUMENTED = ["newsmodel.codec", "newsmodel.model"]


class Drawn(Random):
    """A source of choices that takes them from bytes, and is all zeros when they are used up."""

    provider: Any = None

    def getrandbits(self, k: int, /) -> int:
        """Return the next k bits."""
        return int(self.provider.ConsumeIntInRange(0, (1 << k) - 1))


def _target(name: str) -> Callable[[bytes], None]:
    """Return what is called with the bytes; the library is imported here, so that atheris sees it."""
    import atheris

    with atheris.instrument_imports(include=INSTRUMENTED):
        from tests.safety.hostile import damaged
        from tests.safety.surviving import survive_from_dict, survive_loads

        import newsmodel.codec  # noqa: F401 - `newsmodel` alone would import it when it is first called
    drawn = Drawn()

    def from_dict(content: bytes) -> None:
        drawn.provider = atheris.FuzzedDataProvider(content)
        survive_from_dict(damaged(drawn, foreign=True))

    targets: dict[str, Callable[[bytes], None]] = {"loads": survive_loads, "from_dict": from_dict}
    return targets[name]


def _seeds(name: str) -> Iterator[bytes]:
    from tests.safety.pool import read_pool

    if name == "loads":
        yield from (text.encode() for text in read_pool())
    else:
        random = Random(0)  # noqa: S311 - it is to be the same every time
        yield from (random.randbytes(240) for _ in range(200))


def _words(schema: Any) -> Iterator[str]:
    """Yield every key that the schema names, and every word of its vocabularies."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
        schema = list(schema.values())
    if isinstance(schema, list):
        for inner in schema:
            yield from _words(inner)


def _write_dictionary(path: Path) -> None:
    from newsmodel.codec import json_schema

    # A dictionary of libFuzzer is one quoted token a line; the quotes of JSON belong to the token.
    words = sorted({json.dumps(json.dumps(word)) for word in _words(json_schema())})
    path.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")


def main(name: str, *options: str) -> None:
    """Fuzz one function until the number of runs is reached or an input fails.

    Args:
        name: `loads` or `from_dict`.
        options: options of libFuzzer.
    """
    import atheris

    target = _target(name)
    folder = Path(tempfile.mkdtemp(prefix="newsmodel-fuzz-"))
    corpus, dictionary = folder / "corpus", folder / "words.dict"
    corpus.mkdir()
    for number, seed in enumerate(_seeds(name)):
        (corpus / f"{number:03}").write_bytes(seed)
    _write_dictionary(dictionary)
    with_words = [f"-dict={dictionary}"] if name == "loads" else []
    atheris.Setup([sys.argv[0], *DEFAULTS, *with_words, *options, str(corpus)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
