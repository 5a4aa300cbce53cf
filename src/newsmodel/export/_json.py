"""JSON of other formats, read strictly."""

from __future__ import annotations

import json
from typing import Any

from newsmodel.errors import FormatError


def read_json(name: str, source: str | bytes) -> dict[str, Any]:
    """Return the object that a JSON text holds.

    Args:
        name: the format, for messages.
        source: the JSON; bytes in UTF-8, UTF-16 or UTF-32.

    Returns:
        The object.

    Raises:
        FormatError: it is not JSON, or not an object; with line and column where they are known.
    """
    try:
        plain = json.loads(source)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FormatError(name, f"not JSON: {error.msg}", place=place) from None
    except RecursionError:
        raise FormatError(name, "nested too deep") from None
    except (ValueError, TypeError) as error:  # bytes in no encoding, a number of thousands of digits
        raise FormatError(name, f"not JSON: {error}") from None
    if not isinstance(plain, dict):
        raise FormatError(name, "not a JSON object", place="$")
    return plain
