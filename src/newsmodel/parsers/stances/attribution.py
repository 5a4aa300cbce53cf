"""On whose word alone we know of a stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsmodel.model import Actor
    from newsmodel.parsers.stances.finding import Finding
    from newsmodel.parsers.stances.scene import Scene


def attributed_to(finding: Finding, scene: Scene) -> tuple[Actor, ...]:
    """Return the speakers of the statement that a stance stands in, nobody where they speak for themselves.

    Args:
        finding: the stance.
        scene: the dispatch.

    Returns:
        The speakers of the innermost statement, if one of them is no holder; else nobody.
    """
    speakers = scene.speakers(finding.anchor)
    if all(speaker in finding.holders for speaker in speakers):
        return ()
    return speakers
