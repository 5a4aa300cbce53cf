"""What the examples in the source need: one module is left out where the package that it writes through is missing."""

from __future__ import annotations

from importlib.util import find_spec

_FTM = find_spec("followthemoney") is not None

# It depends on PyICU, which is published as source only and built with the headers of ICU: see `check`.
collect_ignore = [] if _FTM else ["src/newsmodel/export/ftm.py"]


def pytest_report_header() -> str:
    """Say whether FollowTheMoney is tested."""
    return "followthemoney: installed" if _FTM else "followthemoney: missing, its tests and examples are left out"
