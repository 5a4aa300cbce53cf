"""What stands beside a name and belongs to it, or is none: kinds of bodies, households, institutions of a place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsmodel.german.lexicon import table
from newsmodel.parsers.actors.context import words
from newsmodel.parsers.actors.name_drafts import name_draft
from newsmodel.parsers.actors.nouns import BODY, noun
from newsmodel.parsers.actors.sentences import opens

if TYPE_CHECKING:
    from newsmodel.parsers.actors.drafts import Draft
    from newsmodel.parsers.tokens import Doc

_SEATED = frozenset({"court", "agency", "school", "parliament"})


def is_no_name(doc: Doc, i: int) -> bool:
    """Tell whether one word names nobody: a label of a clock (`MEZ`), an adjective of a town (`Kieler Rathaus`)."""
    token = doc[i]
    if token.text in _clocks():
        return True
    adjective = token.tag_ == "ADJA" and token.text.endswith("er") and i + 1 < len(doc)
    return adjective and (doc[i + 1].pos_ == "NOUN" or doc[i + 1].lower_ in {"und", "oder"})


@cache
def _clocks() -> frozenset[str]:
    return frozenset(row["label"] for row in table("times_zones"))


def behind_kind(doc: Doc, start: int, end: int) -> int:
    """Return where an acronym begins that took in the noun for its kind (`Militärgeheimdienst MAD`)."""
    first, second = doc[start], doc[start + 1]
    apart = end - start == 2 and first.tag_ == "NN" and noun(first.text, BODY) is not None
    return start + 1 if apart and second.text.isupper() and len(second.text) > 1 else start


def with_kind(doc: Doc, start: int) -> int:
    """Return where a name begins that goes on with a genitive (`Verband Norddeutscher Reeder`)."""
    if opens(doc[start]) or doc[start].tag_ != "ADJA" or not doc[start].text.endswith("er"):
        return start
    before = doc[start - 1]
    return start - 1 if before.tag_ == "NN" and noun(before.text, BODY) is not None else start


def household(doc: Doc, start: int, end: int) -> Draft | None:
    """`Familie Berg`, `Ehepaar Berg`: a group, and no mention of one of them."""
    if opens(doc[start]) or doc[start - 1].text not in words("household"):
        return None
    draft = name_draft(doc, start - 1, end, "group")
    draft.head, draft.number = doc[start - 1], "p"
    return draft


def with_institution(doc: Doc, start: int, end: int) -> Draft | None:
    """`Landgericht Kassel`, `Polizei Köln`: an institution that bears the name of its place."""
    if opens(doc[start]) or end - start > 2:
        return None
    before = doc[start - 1]
    known = noun(before.text, BODY)
    if end - start == 1 and doc[start].text.isupper() and len(doc[start].text) > 1:
        return None  # `Geheimdienst MAD`: its name
    if known is None or known.sort not in _SEATED or before.pos_ not in {"NOUN", "PROPN"} or known.number == "p":
        return None
    draft = name_draft(doc, start - 1, end, "body")
    draft.head, draft.sort, draft.gender = before, known.sort, known.gender
    return draft
