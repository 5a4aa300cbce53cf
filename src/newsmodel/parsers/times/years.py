"""Years: alone, after `Jahr`, as the end of another date, in pairs; decades and centuries."""

from __future__ import annotations

from newsmodel.parsers.times import numerals, periods
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.forms import Fixed, Form, Shifted, Yearly, YearlyIn
from newsmodel.parsers.times.match import Match
from newsmodel.parsers.times.periods import Period

_CUES = frozenset(
    {
        "seit",
        "bis",
        "ab",
        "von",
        "vor",
        "nach",
        "für",
        "anno",
        "und",
        "oder",
        "um",
        "zwischen",
        "sommer",
        "winter",
        "herbst",
        "frühling",
        "frühjahr",
        "jahrgang",
    }
)
TERMS = ("saison", "spielzeit", "schuljahr", "geschäftsjahr", "semester", "periode", "serie")
_OPENING = frozenset("(,/-–—;")


def year_number(line: Line, i: int) -> int | None:
    """Return the year that four digits may stand for (1000 to 2199), whatever is around them."""
    number = line.number(i)
    return number if number is not None and line.digits(i) == 4 and 1000 <= number < 2200 else None


def fixed_year(number: int) -> Fixed | None:
    """Return a year as a form."""
    period = periods.of_months("year", number, 1)
    return Fixed(period) if period else None


def year_after(line: Line, i: int) -> tuple[Form, int] | None:
    """Read the year that completes a date: `2010`, `des Jahres 2005`, `vorigen Jahres`, `des Vorjahres`.

    Args:
        line: the atoms.
        i: the position after the date.

    Returns:
        The year and the position after it, None where no year follows.
    """
    if (number := year_number(line, i)) and not _goes_on(line, i):
        form = fixed_year(number)
        return (form, i + 1) if form else None
    if line.word(i) in ("im", "vom") and line.kind(i + 1, "unit") == "year" and year_number(line, i + 2):
        i += 1
    if line.word(i) == "desselben" and line.word(i + 1) in ("jahres", "jahrs"):
        return Shifted("year", 0, "text"), i + 2
    j = i + 1 if line.kind(i, "article") == "1" else i
    if line.word(j) in ("selben", "gleichen") and line.word(j + 1) in ("jahres", "jahrs"):
        return Shifted("year", 0, "text"), j + 2
    if line.word(i) == "des" and line.word(j) in ("jahres", "jahrs") and not line.digits(j + 1):
        return Shifted("year", 0), j + 1
    if line.word(j) in ("jahres", "jahr", "jahre") and (number := year_number(line, j + 1)):
        form = fixed_year(number)
        return (form, j + 2) if form else None
    shift = line.kind(j, "shift")
    if shift is not None and line.word(j + 1) == "jahres":
        return Shifted("year", int(shift)), j + 2
    deictic = line.kind(j, "deictic") or ""
    if deictic.startswith("year") and line.word(j).endswith("jahres"):
        _, offset, anchor = deictic.split()
        return Shifted("year", int(offset), "text" if anchor == "t" else "publication"), j + 1
    if line.word(i) == "d" and line.word(i + 1) == "." and line.word(i + 2) == "j" and line.word(i + 3) == ".":
        return Shifted("year", 0), i + 4
    return None


def _goes_on(line: Line, i: int) -> bool:
    """Whether digits are part of a longer figure (12.1999.33, 1999:2)."""
    return line.word(i + 1) in (".", ":", ",") and line.glued(i + 1) and line.glued(i + 2) and bool(line.digits(i + 2))


def complete(yearly: Yearly, line: Line, i: int) -> tuple[Form, int]:
    """Join what every year has with the year that follows it, if one does."""
    found = year_after(line, i)
    if found is None:
        return yearly, i
    year, end = found
    if isinstance(year, Fixed):
        period = yearly.of(year.period.first.year)
        return (Fixed(period), end) if period else (yearly, i)
    return YearlyIn(yearly, year), end


def year_with_noun(line: Line, i: int) -> Match | None:
    """Find `Jahr 2012`, `Jahre 578`, `Jahrgang 1943`, `Jahr 44 v. Chr.`."""
    if line.word(i) not in ("jahr", "jahre", "jahres", "jahren", "anno"):
        return None
    number = line.number(i + 1)
    if number is None or not 0 < number < 2200 or line.digits(i + 1) > 4 or line.kind(i + 2, "measure"):
        return None
    if pair := year_pair(line, i + 1):
        return Match(start=i, end=pair.end, rule=pair.rule, form=pair.form)
    if end := _before_christ(line, i + 2):
        return Match(start=i, end=end, rule="year.bc", value=f"BC{number:04}")
    form = fixed_year(number)
    return Match(start=i, end=i + 2, rule="year.noun", form=form) if form else None


def _before_christ(line: Line, i: int) -> int | None:
    """Return the position after `v. Chr.`, `vor Christus`, `vor Christi Geburt`, None where that does not stand."""
    if [line.word(k) for k in range(i, i + 4)] == ["v", ".", "chr", "."]:
        return i + 4
    if line.word(i) != "vor":
        return None
    if line.word(i + 1) == "christi" and line.word(i + 2) == "geburt":
        return i + 3
    return i + 2 if line.word(i + 1) in ("christus", "christo") else None


def year_pair(line: Line, i: int) -> Match | None:
    """Find two years that make one season or term: `2014/15`, `2014/2015`, `Saison 2007/08`, `Amtsperiode 2010/15`."""
    if line.word(i).endswith(TERMS) and line.capital(i):
        pair = year_pair(line, i + 1)
        return Match(start=i, end=pair.end, rule=pair.rule, form=pair.form) if pair else None
    first, second = year_number(line, i), line.number(i + 2)
    if first is None or second is None or line.word(i + 1) != "/" or not line.glued(i + 1) or not line.glued(i + 2):
        return None
    if line.digits(i + 2) == 2:
        second += first - first % 100 + (100 if second < first % 100 else 0)
    if line.digits(i + 2) not in (2, 4) or (second != first + 1 and (line.digits(i + 2) == 4 or second <= first)):
        return None
    begin, end = periods.of_months("year", first, 1), periods.of_months("year", second, 1)
    if begin is None or end is None:
        return None
    return Match(start=i, end=i + 3, rule="year.pair", form=Fixed(Period(f"{first}/{second}", begin.first, end.last)))


def bare_year(line: Line, i: int) -> Match | None:
    """Find a year that stands alone: `2009`; not the number of a thing counted, nor part of a longer figure."""
    if 1 <= line.digits(i) <= 4 and not line.glued(i) and (end := _before_christ(line, i + 1)):
        return Match(start=i, end=end, rule="year.bc", value=f"BC{line.number(i):04}")
    number = year_number(line, i)
    if number is None:
        return None
    before, after = line.word(i - 1), line.word(i + 1)
    if _goes_on(line, i) or (line.glued(i) and before in (".", ":", ",", "+")):
        return None
    if (
        line.glued(i)
        and before
        and before not in _OPENING
        and not before.startswith(("(", "[", "»", "«", "„", '"', "'"))
    ):
        return None
    if line.glued(i + 1) and (after.isalpha() or (after == "-" and line.word(i + 2) in ("er", "ern"))):
        return None
    if line.kind(i + 1, "counted") or after in ("%", "€", "$", "°", "²") or line.kind(i + 1, "measure"):
        return None
    if line.digits(i + 1) or (line.digits(i - 1) and not line.kind(i - 1, "month")):
        return None
    if line.kind(i - 1, "number_before") and not line.kind(i - 1, "connector") and line.capital(i + 1):
        return None
    if before in (
        "nummer",
        "nr",
        "seite",
        "tel",
        "telefon",
        "fax",
        "§",
        "$",
        "€",
        "artikel",
        "agenda",
        "windows",
        "×",
        "x",
    ):
        return None
    if not 1400 <= number < 2100 and before not in _CUES | {"-", "–"} and after not in ("-", "–"):
        return None
    token, noun = line[i].token, line[i + 1].token if i + 1 < len(line) else None
    if noun is not None and token.dep_.startswith("nummod") and token.head == noun and noun.pos_ == "NOUN":
        return None
    form = fixed_year(number)
    return Match(start=i, end=i + 1, rule="year", form=form) if form else None


def decade(line: Line, i: int) -> Match | None:
    """Find `90er Jahre`, `1990er-Jahren`, `neunziger Jahre`, `Siebzigerjahren`."""
    number = line.number(i)
    k = i + 2 if line.word(i + 1) == "-" and line.glued(i + 1) and line.glued(i + 2) else i + 1
    if number is not None and line.word(k) in ("er", "ern") and line.glued(k):
        end = k + 1
    elif word := line.kind(i, "decadeyears"):
        return _decade(int(word), i, i + 1)
    elif word := line.kind(i, "decade"):
        number, end = int(word), i + 1
        after_part = line.kind(i - 1, "article") == "1" and line.kind(i - 2, "part")  # Ende der Siebziger
        if line.capital(i) and (
            line.word(i).endswith("n") or (after_part and line.word(end) not in ("jahre", "jahren"))
        ):
            return _decade(number, i, end)
    else:
        return None
    if line.word(end) in ("-", "–") and line.word(end + 1) in ("jahre", "jahren"):
        end += 1
    if line.word(end) in ("jahre", "jahren"):
        return _decade(number, i, end + 1)
    if line.digits(i) == 2 and line.word(i - 1) in ("der", "den", "die"):  # Mitte der 80er, in den 60ern
        ended = line.word(end - 1) == "ern" or not (line.capital(end) or (line.glued(end) and line.word(end) == "-"))
        return _decade(number, i, end) if ended else None
    return _decade(number, i, end) if line.digits(i) == 4 else None


def _decade(number: int, start: int, end: int) -> Match | None:
    if number % 10 or not (number < 100 or 1000 <= number < 2200):
        return None
    if number < 100:  # the last such decade that is over: 20er is 192, 10er is 201
        number += 2000 if number == 10 else 1900
    period = periods.of_years("decade", number)
    return Match(start=start, end=end, rule="decade", form=Fixed(period)) if period else None


def century(line: Line, i: int) -> Match | None:
    """Find `19. Jahrhundert`, `zwanzigsten Jahrhunderts`."""
    number, j = read_ordinal(line, i)
    if number is None or line.kind(j, "unit") != "century" or not 2 <= number <= 30:
        return None
    if end := _before_christ(line, j + 1):
        return Match(start=i, end=end, rule="century.bc", value=f"BC{number - 1:02}")
    period = periods.of_years("century", (number - 1) * 100)
    return Match(start=i, end=j + 1, rule="century", form=Fixed(period)) if period else None


def read_ordinal(line: Line, i: int) -> tuple[int | None, int]:
    """Read `3.` or `dritten`; the number, or None, and the position after it."""
    number = line.number(i)
    if number is not None:
        return (number, i + 2) if line.word(i + 1) == "." and line.glued(i + 1) else (None, i)
    return numerals.ordinal(line.word(i)) if line.word(i) else None, i + 1
