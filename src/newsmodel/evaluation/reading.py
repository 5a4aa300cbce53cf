"""Hand-coded dispatches from files: the gold format (`NAME.json` beside `NAME.txt`) and brat (`NAME.ann`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from newsmodel.errors import GoldError
from newsmodel.evaluation.annotated import Annotated
from newsmodel.evaluation.gold_format import from_gold

if TYPE_CHECKING:
    import os

_METADATA = ".meta.json"


def read_annotated(path: str | os.PathLike[str]) -> tuple[Annotated, ...]:
    """Read hand-coded dispatches.

    Args:
        path: a file `NAME.json` (the gold format of `newsmodel.evaluation.gold_format`) or `NAME.ann` (brat, with the
            types that `newsmodel.export.brat` writes), with its text `NAME.txt` beside it; or a folder of such files.

    Returns:
        The dispatches, by file name. `Annotated.article` is what the annotator found.

    Raises:
        GoldError: a file cannot be read, has no text beside it, or says what its text does not bear out.

    Examples:
        >>> import pathlib, tempfile
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> _ = (folder / "rat.txt").write_text("Der Rat tagt.", encoding="utf-8")
        >>> _ = (folder / "rat.json").write_text('{"actors": [{"id": "A1", "kind": "organization", "name": "Rat", '
        ...     '"mentions": [["Rat"]]}]}', encoding="utf-8")
        >>> [gold.name for gold in read_annotated(folder)]
        ['rat']
    """
    where = Path(path)
    if not where.is_dir():
        return (_read(where),)
    files = sorted(
        file
        for file in where.iterdir()
        if file.suffix in {".json", ".ann"} and not file.name.endswith(_METADATA) and file.with_suffix(".txt").exists()
    )
    if not files:
        raise GoldError("no NAME.json or NAME.ann with its NAME.txt in this folder", file=str(where))
    return tuple(_read(file) for file in files)


def _read(file: Path) -> Annotated:
    text = _decoded(file.with_suffix(".txt"))
    data = _decoded(file)
    if file.suffix == ".ann":
        return _from_brat(file, text, data)
    gold = from_gold(text, data, file.name)
    return attrs.evolve(gold, name=file.stem)


def _decoded(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise GoldError(f"cannot be read: {error.strerror or error}", file=str(file)) from error
    except UnicodeDecodeError as error:
        raise GoldError(f"no UTF-8 at byte {error.start}", file=str(file)) from error


def _from_brat(file: Path, text: str, data: str) -> Annotated:
    from newsmodel.export.brat import BratDocument, import_brat

    return Annotated(article=import_brat(BratDocument(text=text, annotations=data)), name=file.stem)
