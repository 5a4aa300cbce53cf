"""Days, months and weekdays of the calendar, complete or not."""

from __future__ import annotations

from newsmodel.model import TimeType
from newsmodel.parsers.times import absolute, numerals, periods
from newsmodel.parsers.times.atoms import Line
from newsmodel.parsers.times.forms import DayIn, DayOfMonth, Daypart, Fixed, Form, Shifted, Weekday, WeekdayIn, Yearly
from newsmodel.parsers.times.match import Match
from newsmodel.parsers.times.years import complete, fixed_year, year_number

_DAY_CUES = frozenset({"am", "vom", "zum", "ab", "bis", "den", "dem", "seit", "der", ",", "(", "und", "oder", "auf"})
_SHORT_MONTH = 3  # letters: Jan, Feb, Okt are months only beside a day or a year
_WHOLE_MONTHS = frozenset({"mai", "juni", "juli", "märz", "juno"})


def day_and_month(line: Line, i: int) -> Match | None:
    """Find `3. Mai 2010`, `3. Mai`, `03.07.2023`, `5.11.`, `3. Mai dieses Jahres`, `dritten Oktober`."""
    day, j = line.number(i), i + 1
    if day is None:
        day = numerals.ordinal(line.word(i)) if line.word(i) else None
        if day is None or not line.kind(j, "month") or line.name(j):
            return None
    elif line.word(j) == "." and line.glued(j):
        j += 1
    elif not line.kind(j, "month"):
        return absolute.foreign_month(line, i, j, day) if day <= 31 and line.capital(j) else None
    if not 1 <= day <= 31 or line.digits(i) > 2 or (line.glued(i) and line.word(i - 1) in (".", ",", ":")):
        return None
    if month := line.kind(j, "month"):
        j += 1
        if is_short(line.word(j - 1)) and line.word(j) == "." and line.glued(j):
            j += 1
        return _dated(line, i, j, int(month), day)
    if line.number(i) is not None and line.capital(j) and line.kind(j, "vague") is None:
        return absolute.foreign_month(line, i, j, day)
    return _numeric(line, i, j, day)


def is_short(word: str) -> bool:
    """Whether a month is abbreviated (Jan., Sept.), so that a full stop belongs to it."""
    return len(word) <= _SHORT_MONTH + 1 and word not in _WHOLE_MONTHS


def _dated(line: Line, start: int, j: int, month: int, day: int) -> Match | None:
    if periods.safe_date(2000, month, day) is None:
        return None
    form, end = complete(Yearly("day", f"{month:02}-{day:02}"), line, j)
    if line.word(j) == "'" and line.digits(j + 1) == 2 and line.glued(j + 1):
        found = periods.safe_date(1900 + (line.number(j + 1) or 0), month, day)
        form, end = (Fixed(periods.of_day(found)), j + 2) if found else (form, end)
    return Match(start=start, end=end, rule="date.day_month", form=form)


def _numeric(line: Line, start: int, j: int, day: int) -> Match | None:
    """Read the rest of `03.07.2023`, `3. 7. 23`, `5.11.`; day first, as Germans write."""
    month = line.number(j)
    if month is None or not 1 <= month <= 12 or line.digits(j) > 2 or not line.glued(start + 1):
        return None
    if line.word(j + 1) != "." or not line.glued(j + 1):
        return None
    year, digits = line.number(j + 2), line.digits(j + 2)
    if year is not None and (digits == 4 or (digits == 2 and line.glued(j + 2))):
        year += 0 if digits == 4 else 2000 if year < 70 else 1900
        found = periods.safe_date(year, month, day)
        if found is None or (line.word(j + 3) == "." and line.glued(j + 3) and line.digits(j + 4)):
            return None
        return Match(start=start, end=j + 3, rule="date.numeric", form=Fixed(periods.of_day(found)))
    named = any(line.kind(start - k, kind) for kind in ("weekday", "weekdayshort") for k in (1, 2, 3))
    listed = line.word(start - 1) in ("/", "-", "–") and line.word(start - 2) == "."  # 15./16.3.
    if line.word(start - 1) not in _DAY_CUES and not named and not listed:
        return None
    if periods.safe_date(2000, month, day) is None:
        return None
    return Match(start=start, end=j + 2, rule="date.numeric", form=Yearly("day", f"{month:02}-{day:02}"))


def iso_date(line: Line, i: int) -> Match | None:
    """Find `2024-05-03` and `3/5/2024` (day first)."""
    parts = [line.number(k) for k in (i, i + 2, i + 4)]
    first, second, third = parts
    if first is None or second is None or third is None or not all(line.glued(k) for k in range(i + 1, i + 5)):
        return None
    signs = line.word(i + 1) + line.word(i + 3)
    if signs == "--" and line.digits(i) == 4:
        found = periods.safe_date(first, second, third)
    elif signs == "//" and line.digits(i + 4) == 4:
        found = periods.safe_date(third, second, first)
    else:
        return None
    if found is None:
        return None
    return Match(start=i, end=i + 5, rule="date.numeric", form=Fixed(periods.of_day(found)))


def month(line: Line, i: int) -> Match | None:
    """Find `Mai 2010`, `Juli`, `August vorigen Jahres`; short forms only with a year."""
    number = line.kind(i, "month")
    if number is None or not line.capital(i):
        return None
    word, j = line.word(i), i + 1
    short = is_short(word)
    if short and line.word(j) == "." and line.glued(j):
        j += 1
    if line.word(j) == "-" and line.glued(j):
        return None
    form, end = complete(Yearly("month", number), line, j)
    if end == j and (short or line.name(i)):
        return None
    return Match(start=i, end=end, rule="date.month", form=form)


def day_only(line: Line, i: int) -> Match | None:
    """Find a day whose month goes without saying: `am 18.`, `am 3. dieses Monats`."""
    day = line.number(i)
    if day is None or not 1 <= day <= 31 or line.digits(i) > 2 or line.word(i + 1) != "." or not line.glued(i + 1):
        return None
    if line.word(i - 1) not in ("am", "vom", "zum", "den", "dem") or line.glued(i + 2):
        return None
    shift = line.kind(i + 2, "shift")
    if shift is not None and line.word(i + 3) in ("monats", "monates"):
        return Match(start=i, end=i + 4, rule="date.day", form=DayIn(day, Shifted("month", int(shift))))
    following = line.word(i + 2)
    if line.capital(i + 2) or line.digits(i + 2) or line.kind(i + 2, "connector") or following in (",", "-", "–", "/"):
        return None
    if following and not following.isalpha():
        return None
    if following.endswith(("e", "en", "er", "es")) and line.capital(i + 3):  # den 15. deutschen Bundestag
        return None
    return Match(start=i, end=i + 2 if following else i + 1, rule="date.day", form=DayOfMonth(day))


def weekday(line: Line, i: int) -> Match | None:
    """Find `Montag`, `Montagabend`, `Donnerstag, 18. Dezember`, `Freitag, dem 4. Mai`, `Freitag vergangener Woche`."""
    part = line.kind(i, "weekdaypart")
    number = part.split()[0] if part else line.kind(i, "weekday")
    if number is None or not line.capital(i) or line.name(i):
        return None
    if (line.word(i + 1) == "-" and line.glued(i + 1)) or (line.word(i - 1) == "-" and line.glued(i)):
        return None
    j = i + 1
    code = part.split()[1] if part else None
    if code is None and line.kind(j, "daypart") and line.word(j) not in ("nacht", "nächte"):
        code, j = line.kind(j, "daypart"), j + 1
    if line.kind(i - 1, "one") and not line.word(i - 1).endswith("s"):  # an einem Freitag: any
        mask = f"XXXX-WXX-{number}" + (f"T{code}" if code else "")
        kind = TimeType.TIME if code else TimeType.DATE
        return Match(start=i, end=j, rule="date.weekday", type=kind, value=mask)
    form: Form = Weekday(int(number))
    said = None
    if code is None and line.word(j) in ("darauf", "danach", "zuvor", "davor"):  # am Dienstag darauf
        weeks = 1 if line.word(j) in ("darauf", "danach") else -1
        return Match(start=i, end=j + 1, rule="relative.text", form=Weekday(int(number), weeks, "text"))
    if week := week_after(line, j):
        form, j = WeekdayIn(int(number), week[0]), week[1]
    elif dated := date_after(line, j):
        if dated.form is not None:
            form, j, said = dated.form, dated.end, int(number)
    if code:
        return Match(
            start=i, end=j, rule="date.weekday_part", type=TimeType.TIME, form=Daypart(form, code), said_weekday=said
        )
    return Match(start=i, end=j, rule="date.weekday", form=form, said_weekday=said)


def weekday_short(line: Line, i: int) -> Match | None:
    """Find `Mo., 8.4.`, `Fr 12. April`: a short weekday counts with its date only."""
    number = line.kind(i, "weekdayshort")
    if number is None or not line.capital(i):
        return None
    j = i + 2 if line.word(i + 1) == "." and line.glued(i + 1) else i + 1
    dated = date_after(line, j)
    if dated is None or dated.form is None:
        return None
    return Match(start=i, end=dated.end, rule="date.weekday", form=dated.form, said_weekday=int(number))


def date_after(line: Line, j: int) -> Match | None:
    """Read the date that explains a weekday: `, 18. Dezember`, `, dem 4. Mai`, ` den 3.5.`, ` 3. Mai`."""
    k = j + 1 if line.word(j) == "," else j
    k += 1 if line.word(k) in ("dem", "den", "der") else 0
    found = day_and_month(line, k) if line.digits(k) else None
    if found is None and k > j and line.digits(k) and line.word(k + 1) == "." and not line.glued(k + 2):
        return None
    return found


def week_after(line: Line, j: int) -> tuple[Form, int] | None:
    """Read the week that a weekday lies in: `vergangener Woche`, `der kommenden Woche`."""
    k = j + 1 if line.kind(j, "article") == "1" or line.word(j) == "in" else j
    k += 1 if line.word(j) == "in" and line.kind(k, "article") == "1" else 0
    shift = line.kind(k, "shift")
    if shift is not None and line.word(k + 1) == "woche":
        return Shifted("week", int(shift)), k + 2
    return None


def calendar_week(line: Line, i: int) -> Match | None:
    """Find `Kalenderwoche 14`, `KW 14`, `14. Kalenderwoche`."""
    if line.word(i) in ("kalenderwoche", "kw") and line.digits(i + 1):
        number, j = line.number(i + 1), i + 2
    elif line.digits(i) and line.word(i + 1) == "." and line.word(i + 2) in ("kalenderwoche", "kw"):
        number, j = line.number(i), i + 3
    else:
        return None
    if number is None or not 1 <= number <= 53:
        return None
    form, end = complete(Yearly("isoweek", str(number)), line, j)
    return Match(start=i, end=end, rule="date.week", form=form)


def year_only(line: Line, i: int) -> Form | None:
    """Return the year at a position, for parts of years (Anfang 2024)."""
    number = year_number(line, i)
    return fixed_year(number) if number else None
