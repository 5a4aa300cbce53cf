"""Stored articles of earlier schema versions, brought to the present one step by step.

`docs/explanation/schema-versions.md` says when a version is raised and how a migration is added.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from newsmodel.errors import DecodeError, show_value
from newsmodel.model import SCHEMA_VERSION

Migration: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Mapping[int, Migration] = {}
"""For each earlier version the function that makes the next one of it. Version 1 is the first: there is none yet."""


def migrate(
    plain: dict[str, Any],
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    to: int = SCHEMA_VERSION,
) -> dict[str, Any]:
    """Return the JSON of an article in the present schema version.

    Args:
        plain: the JSON of an article of any version; it is left as it is. Its `schema_version` is an integer.
        migrations: the function for each earlier version; it gets a copy, which it may change, and returns a dict. It
            need not set `schema_version`.
        to: the version that is wanted.

    Returns:
        The JSON in the version wanted; `plain` itself where it is in that.

    Raises:
        DecodeError: the version is later than the one wanted, was never one, or the JSON is not what it says.

    Examples:
        >>> migrate({"schema_version": 1, "headline": "Rat tagt"}, migrations={1: lambda old: old | {"a": 2}}, to=2)
        {'schema_version': 2, 'headline': 'Rat tagt', 'a': 2}
    """
    version: int = plain["schema_version"]
    if version > to:
        reason = f"this library reads versions up to {to}, not {show_value(version)}: a newer one wrote it"
        raise DecodeError((("$.schema_version", reason),))
    while version < to:
        if version not in migrations:
            raise DecodeError(
                (("$.schema_version", f"this library reads versions 1 to {to}, not {show_value(version)}"),)
            )
        try:
            plain = migrations[version](copy.deepcopy(plain))
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
            reason = f"not an article of version {version}: {type(error).__name__}: {error}"
            raise DecodeError((("$", reason),)) from error
        version += 1
        plain["schema_version"] = version
    return plain
