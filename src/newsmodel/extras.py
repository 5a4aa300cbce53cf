"""Packages that only an extra of newsmodel brings."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newsmodel.errors import MissingExtraError


def load_extra(module: str, extra: str) -> Any:
    """Import a module of a package that an extra brings.

    Args:
        module: its name: `pyarrow.parquet`.
        extra: the extra: `frames`.

    Returns:
        The module.

    Raises:
        MissingExtraError: the package is not installed.

    Examples:
        >>> load_extra("no_such_package.part", "frames")
        Traceback (most recent call last):
        newsmodel.errors.MissingExtraError: this part of newsmodel needs no_such_package: pip install 'newsmodel[frames]'
    """
    package = module.partition(".")[0]
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        # A package that is there, but lacks one of its own, has another fault.
        if (error.name or "").partition(".")[0] != package:
            raise
        raise MissingExtraError(package, extra) from error
