"""A value in EDTF (ISO 8601-2), where EDTF can say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

_GROUPS = {
    "SP": "21",
    "SU": "22",
    "FA": "23",
    "WI": "24",
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
}


def of_value(value: str, first: dt.date, last: dt.date, mod: str | None) -> str | None:
    """Write one value.

    Args:
        value: a TIMEX3 value of a DATE or TIME.
        first: first day or minute covered.
        last: last day or minute covered, inclusive.
        mod: its TIMEX3 modifier.

    Returns:
        The EDTF string; None for what EDTF has no words for: parts of a day, about an hour, more than a year.

    >>> import datetime
    >>> of_value("2024-W14", datetime.date(2024, 4, 1), datetime.date(2024, 4, 7), None)
    '2024-04-01/2024-04-07'
    """
    if mod in ("START", "MID", "END"):
        return f"{first.isoformat()}/{last.isoformat()}" if "T" not in value else None
    plain = _plain(value, first, last)
    if plain is None or mod is None:
        return plain
    return plain + "~" if mod == "APPROX" and "T" not in plain and "/" not in plain else None


def of_year_before_christ(value: str) -> str | None:
    """Write a year before Christ, None for other values; EDTF has a year 0, so 44 BC is -0043.

    >>> of_year_before_christ("BC0044"), of_year_before_christ("PT2H")
    ('-0043', None)
    """
    if not value.startswith("BC") or len(value) != 6:
        return None
    year = 1 - int(value[2:])
    return f"-{-year:04}" if year else "0000"


def _plain(value: str, first: dt.date, last: dt.date) -> str | None:
    if "T" in value:
        return value + ":00" if value[-1].isdigit() else None
    head, _, tail = value.partition("-")
    if tail in _GROUPS:
        return f"{head}-{_GROUPS[tail]}"
    if value.isdigit() and len(value) < 4:
        return value.ljust(4, "X")
    if tail.startswith("W"):
        return f"{first.isoformat()}/{last.isoformat()}"
    if len(value) == 10 and first != last:  # a holiday of several days
        return f"{first.isoformat()}/{last.isoformat()}"
    return value


def of_candidates(values: tuple[str, ...]) -> str | None:
    """Write a choice of days, months or years: `[2024-04-01,2024-04-08]`; None for weeks and parts of days."""
    for value in values:
        if "T" in value or "W" in value or not value.replace("-", "").isdigit() or len(value) < 4:
            return None
    return f"[{','.join(values)}]"


def of_hull(first: dt.date, last: dt.date) -> str:
    """Write some day of an interval: `[2023-12-26..2025-01-06]`."""
    return f"[{first.isoformat()[:10]}..{last.isoformat()[:10]}]"
