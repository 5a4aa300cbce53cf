"""The page on formats says what the registry says."""

from pathlib import Path

import pytest

from newsmodel.export import FORMATS
from newsmodel.export.overview import overview, rewrite

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "export.md"


def test_the_page_is_up_to_date() -> None:
    """If it fails: python -m newsmodel.export docs/how-to/export.md."""
    page = PAGE.read_text(encoding="utf-8")
    assert rewrite(page) == page


def test_every_format_and_every_loss_is_in_the_overview() -> None:
    written = overview()
    for name, found in FORMATS.items():
        assert f"| `{name}` | {found.title} | `{found.suffix}` |" in written
        assert all(f"- {loss}\n" in written for loss in found.losses)


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="the page needs a line"):
        rewrite("# Formats")
