"""Times in the format of the KRAUTS scorer, with the conventions of that corpus.

The library follows its guidelines; KRAUTS differs in a few ways, which are all here: `vor zwei Jahren` is a DURATION
without its preposition, `heute` is mostly nowadays, most vague adverbs are left alone, sets take their preposition.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

from newsmodel.model import TimeExpression, TimeType

_PRESENT = "PRESENT_REF"
# Vague words that the corpus marks more often than not (its report counts them); all others stay out.
_MARKED = frozenset(
    [
        "jetzt",
        "derzeit",
        "damals",
        "früher",
        "einst",
        "heutzutage",
        "kürzlich",
        "unlängst",
        "ehemalige",
        "ehemaligen",
        "ehemaliger",
        "zukunft",
        "moment",
        "gegenwart",
        "vergangenheit",
        "demnächst",
        "zurzeit",
        "damaligen",
        "damalige",
        "damaliger",
        "stunde",
    ]
)
_DAYS = ("heute", "heutigen", "heutige", "heutiger", "heutiges", "heutigem")


def predict(name: str, text: str, published: str | None) -> dict[str, Any]:
    """Return the spans of one document.

    Args:
        name: the name of the document.
        text: its text.
        published: its date.

    Returns:
        `{"doc": id, "spans": [{"start", "end", "type", "value"}]}`, offsets in code points, half-open.
    """
    import newsmodel

    return {"doc": name, "spans": spans(text, newsmodel.times(text, published=published))}


def spans(text: str, times: Iterable[TimeExpression]) -> list[dict[str, Any]]:
    """Turn expressions into spans of the corpus.

    Args:
        text: the text they point into.
        times: the expressions in order.

    Returns:
        The spans.
    """
    found = [span for time in times if (span := _span(text, time))]
    return [{"start": s, "end": e, "type": t, "value": v} for s, e, t, v in found]


def _span(text: str, time: TimeExpression) -> tuple[int, int, str, str] | None:
    start, end = time.span.start, time.span.end
    words = text[start:end]
    value, kind = time.value, time.type.value
    if time.candidates:
        value = time.candidates[0]
    if time.rule == "vague":
        if words.split()[-1].lower() not in _MARKED and words.lower() != "heute":
            if len(words.split()) == 1:
                return None
        if text[start - 3 : start] == "im ":
            start -= 3
        return start, end, kind, value
    if time.rule in ("relative.ago", "relative.in"):
        first = words.split()[0]
        start += len(first)
        while text[start].isspace():
            start += 1
        if text[start:].startswith("über "):
            start += 5
        return start, end, TimeType.DURATION.value, _length(text[start:end]) or value
    if words.lower() in _DAYS and _nowadays(text, time):
        return start, end, kind, _PRESENT
    if time.rule == "set" and text[max(start - 3, 0) : start].lower() in ("im ", "am "):
        start -= 3
    if time.rule == "time.clock" and " Uhr " in words:
        end = start + words.index(" Uhr ") + 4
    return start, end, kind, value


def _nowadays(text: str, time: TimeExpression) -> bool:
    """Whether `heute` means these days: unless an hour follows, or the clause tells what was done that day."""
    return not text[time.span.end :].lstrip().startswith(("um ", "ab ", "gegen ", "von "))


@functools.cache
def _blank() -> Any:
    import spacy

    return spacy.blank("de")


def _length(words: str) -> str | None:
    """Return the duration that words say."""
    from newsmodel.parsers.times.amounts import duration, open_duration
    from newsmodel.parsers.times.atoms import read_line

    line = read_line(_blank()("vor " + words))
    found = duration(line, 1) or open_duration(line, 1)
    return found.value if found else None
