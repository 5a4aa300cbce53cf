"""Walk over a line and let the rules find times: at each atom the longest match counts, then the earlier rule.

Rules are indexed by what a word can be, so that most words ask no rule at all; each rule looks at a few atoms ahead.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

import attrs

from newsmodel.parsers.times import amounts, clock, counted, dates, named, numerals, relative, sets, vague, years
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.match import Match
from newsmodel.parsers.times.vocabulary import phrases, words

Rule = Callable[[Line, int], Match | None]

# Each rule with the kinds of words it can begin with; traps first, since the earlier rule wins among equals.
RULES: tuple[tuple[Rule, frozenset[str]], ...] = tuple(
    (rule, frozenset(starts.split()))
    for rule, starts in (
        (vague.age, "digits cardinal one fraction approx both phrase:age"),
        (vague.vague, "phrase:times_vague"),
        (named.holiday, "phrase:times_holidays"),
        (dates.iso_date, "digits"),
        (clock.iso_moment, "digits"),
        (dates.day_and_month, "digits ordinal"),
        (dates.weekday, "weekday weekdaypart"),
        (dates.weekday_short, "weekdayshort"),
        (dates.month, "month"),
        (dates.day_only, "digits"),
        (dates.calendar_week, "digits phrase:week"),
        (named.feast, "feast"),
        (named.season, "season"),
        (named.quarter, "digits ordinal phrase:quarter"),
        (named.part, "part edgeunit edge"),
        (years.year_with_noun, "unit units phrase:year"),
        (years.year_pair, "digits term"),
        (years.decade, "digits decade decadeyears"),
        (years.century, "digits ordinal"),
        (relative.deictic, "deictic"),
        (relative.shifted, "shift"),
        (counted.ago, "phrase:ago"),
        (relative.new_year, "phrase:new"),
        (counted.from_text, "unit units digits cardinal one fraction approx both vague phrase:same"),
        (relative.weekend, "weekend"),
        (relative.daypart, "daypart edge phrase:eve"),
        (clock.part_of_day, "daypart edge"),
        (clock.clock, "digits cardinal one fraction phrase:clock"),
        (sets.adverb, "set weekly daily weekdaypart"),
        (sets.weekends, "weekends"),
        (sets.every, "every"),
        (sets.all_of, "phrase:all"),
        (sets.per, "phrase:per unit mal digits cardinal one"),
        (sets.year_by_year, "unit"),
        (amounts.duration_adjective, "ig digits"),
        (amounts.compound, "digits cardinal"),
        (amounts.open_duration, "lang units"),
        (amounts.duration, "digits cardinal one fraction approx both vague half phrase:than"),
        (years.bare_year, "digits"),
    )
)

_WORDS = {
    "alter": "age", "kw": "week", "kalenderwoche": "week", "q": "quarter", "jahrgang": "year", "anno": "year",
    "vor": "ago", "in": "ago", "selben": "same", "gleichen": "same", "demselben": "same", "halb": "clock",
    "viertel": "clock", "dreiviertel": "clock", "mitternacht": "clock", "alle": "all", "pro": "per", "je": "per",
    "mehrmals": "per", "mehrfach": "per", "mehr": "than", "weniger": "than", "bis": "than",
    "neue": "new", "neuen": "new", "neuem": "new", "neues": "new", "vorabend": "eve",
}  # fmt: skip
_IG = ("ig", "ige", "igen", "iger", "iges", "igem", "lich", "liche", "lichen", "licher", "liches", "lichem")
_LANG = ("lang", "lange", "langen", "langer", "langes", "langem")


@functools.lru_cache(maxsize=20_000)
def rules_for(word: str) -> tuple[Rule, ...]:
    """Return the rules that can begin at a word (in lower case), in order."""
    classes = set(words().get(word, ()))
    if word[0].isdecimal():
        classes.add("digits")
    for name in ("times_vague", "times_holidays"):
        if word in phrases(name):
            classes.add(f"phrase:{name}")
    if word in _WORDS:
        classes.add(f"phrase:{_WORDS[word]}")
    if word.isalpha():
        classes.update(_shapes(word))
    return tuple(rule for rule, starts in RULES if starts & classes)


def _shapes(word: str) -> set[str]:
    """Return what the build of a word makes it: a numeral, an ordinal, an adjective of duration, an adverb in -mal."""
    shapes = set()
    if numerals.cardinal(word) is not None:
        shapes.add("cardinal")
    if numerals.with_half(word) is not None:
        shapes.add("half")
    if numerals.ordinal(word) is not None:
        shapes.add("ordinal")
    if word.endswith("mal") and len(word) > 3:
        shapes.add("mal")
    if word.endswith(years.TERMS):
        shapes.add("term")
    if word.endswith(_IG):
        shapes.add("ig")
    if word.endswith(_LANG):
        shapes.add("lang")
    return shapes


def scan(line: Line) -> list[Match]:
    """Find the expressions of a line.

    Args:
        line: the atoms of a paragraph.

    Returns:
        The matches in order, without overlap; traps (ages) are left out.
    """
    found: list[Match] = []
    i = 0
    while i < len(line):
        best: Match | None = None
        for rule in rules_for(line[i].lower):
            match = rule(line, i)
            if match is not None and (best is None or match.end > best.end):
                best = match
        if best is None:
            i += 1
            continue
        i = max(best.end, i + 1)
        if not best.trap:
            found.append(widened(line, best))
    return found


_ARTICLED = frozenset(
    {
        "relative.unit",
        "relative.daypart",
        "duration.stretch",
        "decade",
        "century",
        "date.quarter",
        "date.half",
        "year.noun",
        "year.pair",
    }
)


def widened(line: Line, match: Match) -> Match:
    """Take in the article of a noun phrase: `den vergangenen Jahren`; and `späten` of `späten Samstagabend`."""
    if match.rule in ("date.weekday_part", "time.part_of_day") and (edge := line.kind(match.start - 1, "edge")):
        return attrs.evolve(match, start=match.start - 1, mod=edge)
    if match.rule in _ARTICLED and line.kind(match.start - 1, "article") == "1":
        return attrs.evolve(match, start=match.start - 1)
    return match
