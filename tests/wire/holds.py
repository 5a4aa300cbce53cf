"""What holds for every dispatch read from a structured format, and where the samples lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.lines import BLANKS

MESSAGES = Path(__file__).parents[2] / "examples" / "wire"
OWN = sorted(path for path in MESSAGES.iterdir() if path.name != "README.md")
SHARED = Path(__file__).parents[3] / "shared" / "data" / "wire"
ABSENT = "../shared is not present"


def shared(*patterns: str) -> list[Path]:
    """Return the real samples that match; none where ../shared is absent."""
    return [path for pattern in patterns for path in sorted(SHARED.glob(pattern))]


def over(paths: list[Path]) -> pytest.MarkDecorator:
    """Return the parametrization over samples, or one skipped case that says why there are none."""
    cases = [pytest.param(path, id=path.name) for path in paths]
    return pytest.mark.parametrize("path", cases or [pytest.param(None, marks=pytest.mark.skip(reason=ABSENT))])


def compact(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def holds(dispatch: Dispatch) -> None:
    """Assert what holds for every dispatch that is put together from fields and markup."""
    text, zones = dispatch.text, dispatch.zones
    end = 0
    for number, zone in enumerate(zones):
        gap = text[end : zone.span.start]
        glued = number and zones[number - 1].kind == "dateline" and zone.kind == "paragraph"
        assert gap == ("" if number == 0 else " " if glued else "\n\n")
        words = text[zone.span.start : zone.span.end]
        assert words == words.strip(BLANKS)
        assert "\n\n" not in words
        end = zone.span.end
    assert end == len(text)
    assert dispatch.paragraphs == tuple(zone.span for zone in zones if zone.kind in ("paragraph", "list"))
    assert dispatch.dateline is None or any(zone.span == dispatch.dateline.span for zone in zones)
    assert dispatch.signoff is None or dispatch.signoff.span == zones[-1].span
    assert all(not zone.public for zone in zones if zone.kind in ("contact", "signoff"))
    assert dispatch.paragraphs or any(found.code == "wire.no_body" for found in dispatch.diagnostics)
    dispatch.article(language="de")
