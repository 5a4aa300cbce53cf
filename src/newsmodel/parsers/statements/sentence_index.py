"""Which sentence a token lies in, and which frames were found in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.statements.cues import Cue
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span


class SentenceIndex:
    """Finds the sentence of a token, and the frames that were found in each sentence."""

    def __init__(self, scene: Scene, cues: dict[int, list[Cue]], drafts: list[Draft]) -> None:
        self._at: dict[int, int] = {}
        for number, sentence in enumerate(scene.sentences):
            for i in range(sentence.start, sentence.end):
                self._at[i] = number
        self.scene = scene
        self.cues = cues
        self.drafts: dict[int, list[Draft]] = {}
        for draft in drafts:
            for place in {self._at.get(draft.start), self._at.get(draft.end)} - {None}:
                self.drafts.setdefault(place or 0, []).append(draft)

    def number(self, index: int) -> int | None:
        """Return the number of the sentence that a token lies in, None outside the body."""
        return self._at.get(index)

    def sentence(self, index: int) -> Span | None:
        """Return the sentence that a token lies in."""
        number = self._at.get(index)
        return None if number is None else self.scene.sentences[number]
