"""The files of the bundled pipeline, compared with their hashes before they are used."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from newsmodel.errors import PipelineError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SUMS = "SHA256SUMS"
"""The list of files and their SHA-256, in the format of `sha256sum`; `training/manifest.py` writes it."""


@cache
def weights() -> Traversable:
    """Return the folder of the bundled pipeline after comparing its files with their hashes, once a process.

    Raises:
        PipelineError: a file is missing, or is not the one that was released.
    """
    folder = files("newsmodel.german.pipeline") / "weights"
    verify(folder)
    return folder


def verify(folder: Traversable) -> None:
    """Compare the files of a folder with the hashes in its `SHA256SUMS`.

    Args:
        folder: the folder.

    Raises:
        PipelineError: the list or a file is missing or unreadable, or a file differs; every such file is named.
    """
    try:
        lines = (folder / SUMS).read_text(encoding="ascii").splitlines()
    except (OSError, ValueError) as error:
        raise PipelineError(f"the bundled pipeline cannot be read: {error}; reinstall newsmodel") from error
    faults = []
    for line in lines:
        wanted, _, name = line.partition("  ")
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            faults.append(f"{name} cannot be read ({error.strerror})")
            continue
        if found != wanted:
            faults.append(f"{name} has the SHA-256 {found}, not {wanted}")
    if faults or not lines:
        reason = "; ".join(faults) or f"{SUMS} is empty"
        raise PipelineError(f"the bundled pipeline is damaged: {reason}; reinstall newsmodel")
