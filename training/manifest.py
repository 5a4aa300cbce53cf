"""Write the hashes of the files that ship, which newsmodel compares when it loads the pipeline.

    python -m training.manifest [FOLDER]

Run it after every change of `src/newsmodel/german/pipeline/weights`; `sha256sum --check SHA256SUMS` reads the list too.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "src/newsmodel/german/pipeline/weights"
NAME = "SHA256SUMS"


def sums(folder: Path) -> str:
    """Return the lines of the list: every file but the list itself and the card, by name."""
    files = sorted(f for f in folder.iterdir() if f.is_file() and f.name not in (NAME, "CARD.md"))
    return "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files)


def write(folder: Path) -> None:
    """Write the list of a folder into it."""
    (folder / NAME).write_text(sums(folder), encoding="ascii")


def main() -> None:
    """Read the arguments and write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    folder: Path = parser.parse_args().folder
    write(folder)
    print(sums(folder), end="")


if __name__ == "__main__":
    main()
