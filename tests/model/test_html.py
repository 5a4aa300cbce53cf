"""How objects show themselves in notebooks: by what was put there, else not at all."""

from __future__ import annotations

import pytest
from tests.model.sample import ARTICLE, KRAEMER

from newsmodel.model import _html


@pytest.fixture
def renderers(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the list of what makes HTML, empty for this test."""
    empty: list[object] = []
    monkeypatch.setattr(_html, "_renderers", empty)
    return empty


def test_without_a_renderer_there_is_no_html(renderers: list[object]) -> None:
    assert KRAEMER._repr_html_() is None


def test_the_last_renderer_given_makes_the_html(renderers: list[object]) -> None:
    _html.show_with(lambda value: f"<b>{type(value).__name__}</b>")
    _html.show_with(lambda value: f"<i>{type(value).__name__}</i>")
    assert KRAEMER._repr_html_() == "<i>Actor</i>"
    assert ARTICLE.by(KRAEMER)._repr_html_() == "<i>Dossier</i>"
    assert len(renderers) == 1
