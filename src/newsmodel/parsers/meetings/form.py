"""How people meet: in person, by video, by phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import MeetingFormat
from newsmodel.parsers.grammar import auxiliaries, preposition
from newsmodel.parsers.meetings.context import phrases_behind
from newsmodel.parsers.meetings.vocabulary import format_of_compound, format_word

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

_BY = frozenset({"per", "via", "mittels", "am", "an", "über", "in", "bei"})


def told_format(anchor: Token, verb: Token | None) -> MeetingFormat | None:
    """Return the format that words around an anchor tell, None where they do not.

    Args:
        anchor: the noun or verb that names the meeting.
        verb: the verb over a noun where its adverbs tell of the meeting, else None.
    """
    found = []
    if anchor.pos_ in ("NOUN", "PROPN"):
        found.append(format_of_compound(anchor.text))
        found += [format_word(c.text, "adjective") for c in anchor.children if c.dep_ in ("amod", "advmod")]
        found += [_means(case, other) for case, other in phrases_behind(anchor)]
    for head in (anchor, verb):
        if head is not None and (head == verb or anchor.pos_ not in ("NOUN", "PROPN")):
            found += _adverbs(head)
    told = {form for form in found if form is not None}
    if MeetingFormat.HYBRID in told or {MeetingFormat.IN_PERSON, MeetingFormat.VIDEO} <= told:
        return MeetingFormat.HYBRID
    return next((form for form in found if form is not None), None)


def _means(case: str | None, noun: Token) -> MeetingFormat | None:
    if case not in _BY:
        return None
    return format_word(noun.lemma_, "noun") or format_word(noun.text.replace("-", ""), "noun")


def _adverbs(verb: Token) -> list[MeetingFormat | None]:
    found = []
    for child in (*verb.children, *auxiliaries(verb)):
        if child.dep_ in ("advmod", "xcomp", "obl", "obj", "nmod", "case", "compound:prt"):
            found.append(format_word(child.text, "adverb") if child.pos_ in ("ADV", "ADJ") else None)
            found.append(_means(preposition(child), child))
    return found
