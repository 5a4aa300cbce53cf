"""Which side of the publication a time lies on: the tense of its clause, participles, prepositions.

The look is light on purpose: the finite verb next to the time within its stretch between commas, by tag where there
are tags and by the word where there are none. A parse is not needed, so a wrong head cannot mislead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.times.forms import Side
from newsmodel.parsers.times.numerals import ordinal
from newsmodel.parsers.times.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsmodel.parsers.times.atoms import Line
    from newsmodel.parsers.times.match import Match
    from newsmodel.parsers.tokens import Token

_BREAKS = frozenset(',;:()–—„“»«"')
_WALLS = frozenset({":", ";"})
_NEAR = 50  # tokens to either side that are looked at
_BEING = frozenset({"ist", "sind", "sei", "seien", "war", "waren", "wäre", "wären"})  # geplant
_OF_DAYS = ("date.weekday", "relative.weekday", "date.weekend", "date.day", "date.numeric", "time")
_AHEAD = frozenset({"für", "auf"})
_PREFIXES = ("ge", "be", "ver", "er", "ent", "zer", "miss")


def side_of(match: Match, line: Line) -> Side:
    """Return the side that the words round a time point to.

    Args:
        match: the time.
        line: the atoms it was found in.

    Returns:
        The side; UNKNOWN where no verb is near.
    """
    start = match.start if match.leader is None else match.leader
    at = start - 1 if line.kind(start - 1, "article") == "1" and start > 1 else start  # seit dem Sommer
    before = line.word(at - 1)
    if attributive := _attributive(match, line):
        return attributive
    if before in _AHEAD and line.word(at - 2) != "nacht" and match.rule.startswith(_OF_DAYS):
        return Side.FUTURE
    if before == "seit":  # seit Anfang März wird gebaut
        return Side.PAST
    own, *neighbours = _stretches(line[start].token, line[max(match.end, start + 1) - 1].token)
    side = _side_in(own, line[start].token.i)
    if side is Side.UNKNOWN and before in ("ab", "bis", "zum"):
        return Side.FUTURE
    for tokens in neighbours:
        if side is Side.UNKNOWN and tokens:
            side = _side_in(tokens, line[start].token.i)
    if before == "vom" and side in (Side.UNKNOWN, Side.PRESENT):
        return Side.PAST
    return side


def told_as_past(match: Match, line: Line) -> bool:
    """Whether the clause of a time is in a past tense, whatever the prepositions say."""
    own, *_ = _stretches(line[match.start].token, line[match.end - 1].token)
    return _side_in(own, line[match.start].token.i) is Side.PAST


def _attributive(match: Match, line: Line) -> Side | None:
    """Read the participle in `das am Montag veröffentlichte Papier`, `die für Freitag geplante Sitzung`."""
    at = match.end
    for k in range(at, at + 8):
        word = line.word(k)
        if not word.isalpha():
            return None
        opens = line.kind(k, "article") == "1" or line.kind(k, "one")
        if opens and not line.kind(k - 1, "preposition"):
            return None  # another noun phrase: fand am Montag eine lange geplante Sitzung statt
        if line.capital(k):
            continue
        token = line[k].token
        if line.kind(k, "planned") and token.tag_ not in ("VVPP", "VVFIN"):
            return Side.FUTURE if _inflected(word) else None
        if not _inflected(word) or not line.capital(k + 1) or (token.tag_ and not token.tag_.startswith("ADJ")):
            continue
        stem = word.rstrip("nrsm").removesuffix("e")
        if stem.endswith("end") and len(stem) > 5:
            return Side.PRESENT
        if stem.endswith(("t", "en")) and (stem.startswith(_PREFIXES) or "ge" in stem[1:6]) and len(stem) > 5:
            return Side.PAST if _opened(match, line) else None
    return None


def _opened(match: Match, line: Line) -> bool:
    """Whether an article opens the phrase before the preposition: `die am Montag …`."""
    words_before = [line.word(match.start - k) for k in (1, 2, 3)]
    return any(line.kind(match.start - k, "article") for k in (2, 3)) or words_before[0] in ("der", "die", "das")


def _inflected(word: str) -> bool:
    return word.endswith(("e", "en", "er", "es", "em"))


def _stretches(first: Token, last: Token) -> tuple[tuple[Token, ...], ...]:
    """Return the tokens between the commas round a time, then those of the next stretch, then of the one before.

    A stretch behind a colon or semicolon is no neighbour. Only tokens that are near are looked at: a sentence may be long.
    """
    doc, low, high = first.doc, first.i, last.i + 1
    while low > 0 and first.i - low < _NEAR and not doc[low].is_sent_start:
        low -= 1
    while high < len(doc) and high - last.i < _NEAR and not doc[high].is_sent_start:
        high += 1
    tokens = doc[low:high]
    breaks = [low - 1, *(t.i for t in tokens if t.text in _BREAKS and not first.i <= t.i <= last.i), high]
    at = next(k for k in range(len(breaks)) if breaks[k] > last.i)
    own = tuple(doc[breaks[at - 1] + 1 : breaks[at]])
    after: tuple[Token, ...] = ()
    before: tuple[Token, ...] = ()
    if at + 1 < len(breaks) and doc[breaks[at]].text not in _WALLS:
        after = tuple(doc[breaks[at] + 1 : breaks[at + 1]])
    if at >= 2 and doc[breaks[at - 1]].text not in _WALLS:
        before = tuple(doc[breaks[at - 2] + 1 : breaks[at - 1]])
    return own, after, before


def _side_in(tokens: Sequence[Token], at: int) -> Side:
    """Return the side of the finite verb nearest to a position within a stretch of tokens."""
    known = words()
    finite = [t for t in tokens if is_finite(t)]
    if not finite:
        if any("planned" in known.get(t.lower_, {}) for t in tokens):
            return Side.FUTURE
        if any(t.tag_ == "VVIZU" or _zu_infinitive(t) for t in tokens):
            return Side.FUTURE
        return Side.PAST if any(t.tag_ == "VVPP" for t in tokens) else Side.UNKNOWN
    verb = min(finite, key=lambda t: (abs(t.i - at), t.i))
    word = verb.lower_
    kinds = known.get(word, {})
    participle = any(_is_participle(t) for t in tokens if t.i != verb.i)
    if word in _BEING and any("planned" in known.get(t.lower_, {}) and not _inflected(t.lower_) for t in tokens):
        return Side.FUTURE
    if "future" in kinds:
        told = participle and any(t.lower_ in ("haben", "sein") for t in tokens if t.i > verb.i)
        return Side.PAST if told else Side.FUTURE
    if "planned_past" in kinds:
        return Side.PAST if any(t.lower_ == "nicht" for t in tokens) else Side.FUTURE
    if "past" in kinds:
        return Side.PAST
    if "perfect" in kinds:
        return Side.PAST if participle else Side.PRESENT
    if "Past" in verb.morph.get("Tense") and "Sub" not in verb.morph.get("Mood"):
        return Side.PAST
    if _is_weak_past(verb):
        return Side.PAST
    return Side.PRESENT


def _is_weak_past(verb: Token) -> bool:
    """Whether the form itself is a weak preterite, whatever the features say: `fasste`, not `arbeiten`."""
    word, lemma = verb.lower_, verb.lemma_.lower()
    if not verb.tag_:
        return word.endswith(("te", "ten"))
    for ending in ("ten", "te", "eten", "ete"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and lemma in (f"{stem}en", f"{stem}n"):
            return True
    return False


def _zu_infinitive(token: Token) -> bool:
    return (
        token.lower_ == "zu"
        and token.i + 1 < len(token.doc)
        and token.nbor().text[:1].islower()
        and (token.nbor().lower_.endswith("n") and token.nbor().tag_ in ("", "VVINF", "VAINF", "VMINF"))
    )


def is_finite(token: Token) -> bool:
    """Whether a token is a finite verb: by tag, or without tags by the look of the word."""
    if token.tag_:
        return token.tag_ in ("VVFIN", "VAFIN", "VMFIN")
    kinds = words().get(token.lower_, {})
    if any(kind in kinds for kind in ("future", "planned_past", "past", "perfect")):
        return True
    word = token.text
    return (
        word.islower()
        and len(word) > 4
        and word.endswith(("te", "ten", "tet"))
        and ordinal(word) is None
        and not (token.lower_.startswith(("letzte", "heute", "erste", "rechte", "bereite", "weite", "sonste")))
    )


def _is_participle(token: Token) -> bool:
    if token.tag_:
        return token.tag_ in ("VVPP", "VAPP", "VMPP")
    word = token.text
    return (
        word.islower()
        and len(word) > 4
        and word.endswith(("t", "en"))
        and (word.startswith(_PREFIXES) or "ge" in word[2:5] or word.endswith("iert"))
    )
