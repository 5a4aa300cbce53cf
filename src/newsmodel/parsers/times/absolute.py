"""The adapter of dateparser: dates with a month word that our tables do not know.

dateparser reads single absolute dates well and little else of German news: it makes Tuesdays of the article `die`,
loses `kommenden`, turns durations into moments and takes 03.07. for 7 March. So it is asked only one thing: which
month a word between day and year names (`5 December 2012`), with explicit settings (no locale, no clock, a parser of
its own, so that nothing global changes), once a word.
"""

from __future__ import annotations

import functools

from newsmodel.parsers.times import periods
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.forms import Fixed
from newsmodel.parsers.times.match import Match

_LONGEST = 12  # letters of a month word


@functools.lru_cache(maxsize=1024)
def month_of(word: str) -> int | None:
    """Ask dateparser for the month that a word names.

    Args:
        word: one word.

    Returns:
        1 to 12, None where dateparser knows no such month.

    >>> month_of("Oktober"), month_of("December"), month_of("Kilometer")
    (10, 12, None)
    """
    import datetime as dt
    import warnings

    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": dt.datetime(2000, 1, 1), "DATE_ORDER": "DMY", "TIMEZONE": "UTC", "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
    }  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the parsing of foreign words warns of is no concern of the caller
        parser = DateDataParser(languages=["de", "en"], settings=settings)
        found = parser.get_date_data(f"15 {word} 2001").date_obj
    return found.month if found is not None and (found.year, found.day) == (2001, 15) else None


def foreign_month(line: Line, start: int, at: int, day: int) -> Match | None:
    """Read `5. December 2012`: a day, an unknown word and a year.

    Args:
        line: the atoms.
        start: the position of the day.
        at: the position of the word.
        day: the day.

    Returns:
        The match, None where the word is no month.
    """
    word = line[at].text
    end = at + 2 if line.word(at + 1) == "." and line.glued(at + 1) else at + 1
    year = line.number(end)
    if year is None or line.digits(end) != 4 or len(word) > _LONGEST or not word.isalpha():
        return None
    month = month_of(word)
    found = periods.safe_date(year, month, day) if month else None
    if found is None:
        return None
    return Match(start=start, end=end + 1, rule="date.foreign_month", form=Fixed(periods.of_day(found)))
