"""Which clauses a word of saying takes as its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.statements.clauses import is_konjunktiv_clause

if TYPE_CHECKING:
    from newsmodel.parsers.statements.cues import Cue
    from newsmodel.parsers.tokens import Token


def takes_clause(cue: Cue, kind: str, head: Token) -> bool:
    """Tell whether a word of saying takes a clause of this kind as its content."""
    takes = cue.entry.takes
    if kind == "dass":
        return "dass" in takes
    if kind == "ob":
        return "ob" in takes or ("dass" in takes and "main" in takes)
    if kind == "zu":
        return "zu" in takes
    if kind == "main":
        return "main" in takes or ("dass" in takes and is_konjunktiv_clause(head))
    return False
