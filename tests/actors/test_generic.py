"""Bare plurals: a kind is nobody, whoever says something is somebody."""

from __future__ import annotations

import pytest
from tests.actors.read import cast_of


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Forscher aus Kiel.", False),
        ("Pflanzen, nach denen Forscher suchen, sind selten.", False),
        ("Analysten rechnen mit steigenden Kursen.", True),
        ("Demonstranten stürmten am Abend das Rathaus.", True),
    ],
)
def test_bare_plural(text: str, somebody: bool) -> None:
    assert bool(cast_of(text)[1].actors) is somebody
