"""Atoms: tokens cut further into runs of digits, runs of letters and single signs.

Tokenizers differ in what they make of `20.30 Uhr`, `5./6. Mai` or `1990er-Jahre`; over atoms the grammar need not
care. An atom knows its token, for tags, and whether it is glued to the atom before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from newsmodel.parsers.times.vocabulary import words

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

_PIECES = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_TITLES = frozenset({"herr", "herrn", "frau", "familie"})
_UNKNOWN = object()
_Found = TypeVar("_Found")
_NOTHING: Mapping[str, str] = MappingProxyType({})


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Atom:
    """A run of digits, a run of letters, or one other sign.

    `start` and `end` are code points into the text, half-open; `glued` says that nothing stands between this atom and
    the one before; `kinds` is what the vocabulary knows of the word.
    """

    text: str
    lower: str
    start: int
    end: int
    glued: bool
    kinds: Mapping[str, str]
    token: Token

    @property
    def number(self) -> int | None:
        """The value of a run of at most nine digits."""
        return int(self.text) if self.text[0] in "0123456789" and len(self.text) <= 9 else None


class Line:
    """The atoms of a paragraph, readable at any position: outside there is an empty atom."""

    __slots__ = ("_atoms", "_words", "memo")

    def __init__(self, atoms: list[Atom]) -> None:
        self._atoms = atoms
        self._words = {index: atom.lower for index, atom in enumerate(atoms)}
        self.memo: dict[tuple[Callable[[Line, int], Any], int], Any] = {}

    def __len__(self) -> int:
        return len(self._atoms)

    def __getitem__(self, index: int) -> Atom:
        return self._atoms[index]

    def word(self, index: int) -> str:
        """Return the word at a position in lower case, "" outside."""
        return self._words.get(index, "")

    def kind(self, index: int, kind: str) -> str | None:
        """Return the value that the word at a position has as a `kind`, None where it is none."""
        return self._atoms[index].kinds.get(kind) if 0 <= index < len(self._atoms) else None

    def number(self, index: int) -> int | None:
        """Return the value of the digits at a position."""
        return self._atoms[index].number if 0 <= index < len(self._atoms) else None

    def digits(self, index: int) -> int:
        """Return how many digits stand at a position."""
        return len(self._atoms[index].text) if self.number(index) is not None else 0

    def glued(self, index: int) -> bool:
        """Whether the atom at a position follows the one before without a space."""
        return 0 < index < len(self._atoms) and self._atoms[index].glued

    def capital(self, index: int) -> bool:
        """Whether the word at a position has a capital first letter."""
        return 0 <= index < len(self._atoms) and self._atoms[index].text[0].isupper()

    def name(self, index: int) -> bool:
        """Whether the word at a position belongs to the name of a person (Theresa May, Frau Sommer)."""
        if not 0 <= index < len(self._atoms):
            return False
        return self._atoms[index].token.ent_type_ == "PER" or self.word(index - 1) in _TITLES


def read_line(tokens: Iterable[Token]) -> Line:
    """Cut tokens into atoms.

    Args:
        tokens: the tokens of a paragraph in order.

    Returns:
        Their atoms.
    """
    known = words()
    atoms: list[Atom] = []
    end = -1
    for token in tokens:
        pieces = (
            [(0, token.text)] if token.text.isalpha() else [(p.start(), p[0]) for p in _PIECES.finditer(token.text)]
        )
        for offset, text in pieces:
            start = token.idx + offset
            lower = text.lower()
            kinds = known.get(lower, _NOTHING)
            atoms.append(
                Atom(
                    text=text,
                    lower=lower,
                    start=start,
                    end=start + len(text),
                    glued=start == end,
                    kinds=kinds,
                    token=token,
                )
            )
            end = start + len(text)
    return Line(atoms)


def remembered(reader: Callable[[Line, int], _Found]) -> Callable[[Line, int], _Found]:
    """Let a reader read each place of a line once: several rules ask for the amount that stands there."""

    @wraps(reader)
    def read(line: Line, i: int) -> _Found:
        known: _Found = line.memo.get((reader, i), _UNKNOWN)
        if known is _UNKNOWN:
            known = line.memo[reader, i] = reader(line, i)
        return known

    return read
