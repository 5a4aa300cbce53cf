"""A value of every class, written out in German in every form the grammar knows, is read back equal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.times.plain import times
from tests.times.test_calendar import written

from newsmodel.german.lexicon import table
from newsmodel.parsers.times.holidays import holiday

MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905
DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()  # noqa: SIM905
_TENS = {1920: "zwanziger", 1930: "dreißiger", 1940: "vierziger", 1950: "fünfziger"}
_TENS |= {1960: "sechziger", 1970: "siebziger", 1980: "achtziger", 1990: "neunziger"}
_years = st.integers(1500, 2099)
_dates = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))
_SHORT = {1: "Jan.", 2: "Febr.", 8: "Aug.", 9: "Sept.", 10: "Okt.", 11: "Nov.", 12: "Dez."}


def values(text: str, published: str | None = "2024-04-02") -> list[str]:
    return [t.value for t in times(text, published)]


def ordinal(number: int) -> str:
    stem = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}.get(number)
    return (stem or written(number) + ("t" if number < 20 else "st")) + "en"


_day_writers: dict[str, Callable[[dt.date], str]] = {
    "word": lambda d: f"am {d.day}. {MONTHS[d.month - 1]} {d.year}",
    "tight": lambda d: f"am {d.day}.{MONTHS[d.month - 1]} {d.year}",
    "short": lambda d: f"am {d.day}. {_SHORT.get(d.month, MONTHS[d.month - 1])} {d.year}",
    "ordinal": lambda d: f"am {ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "of the year": lambda d: f"am {d.day}. {MONTHS[d.month - 1]} des Jahres {d.year}",
    "numeric": lambda d: f"am {d.day}.{d.month}.{d.year}",
    "padded": lambda d: f"am {d.day:02}.{d.month:02}.{d.year}",
    "two digits": lambda d: (
        f"am {d.day}.{d.month}.{d.year % 100:02}" if 1970 <= d.year < 2070 else f"am {d.isoformat()}"
    ),
    "spaced": lambda d: f"am {d.day}. {d.month}. {d.year}",
    "iso": lambda d: f"am {d.isoformat()}",
    "slashes": lambda d: f"am {d.day}/{d.month}/{d.year}",
    "weekday": lambda d: f"am {DAYS[d.weekday()]}, {d.day}. {MONTHS[d.month - 1]} {d.year}",
    "weekday dem": lambda d: f"am {DAYS[d.weekday()]}, dem {d.day}. {MONTHS[d.month - 1]} {d.year},",
    "weekday den": lambda d: f"am {DAYS[d.weekday()]}, den {d.day}.{d.month}.{d.year},",
    "last weekday": lambda d: f"am vergangenen {DAYS[d.weekday()]}, dem {d.day}. {MONTHS[d.month - 1]} {d.year},",
    "short weekday": lambda d: f"am {DAYS[d.weekday()][:2]}., {d.day}.{d.month}.{d.year},",
    "English": lambda d: f"am {d.day} {d:%B} {d.year}",
}


@pytest.mark.parametrize("form", _day_writers)
@given(day=_dates)
def test_days(form: str, day: dt.date) -> None:
    assert values(f"Der Rat tagte {_day_writers[form](day)} in Kiel.") == [day.isoformat()]


@given(_dates, st.sampled_from(["MO Morgen", "MO Vormittag", "MI Mittag", "AF Nachmittag", "EV Abend"]))
def test_parts_of_days(day: dt.date, part: str) -> None:
    code, word = part.split()
    date = f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
    expected = [f"{day.isoformat()}T{code}"]
    assert values(f"Am {word} des {date} brannte es.") == expected
    if code != "MI":
        assert values(f"Am {DAYS[day.weekday()]}{word.lower()} brannte es.", day.isoformat()) == expected
    assert values(f"Gestern {word} brannte es.", str(day + dt.timedelta(days=1))) == expected


@given(_dates)
def test_nights_are_called_by_the_day_they_begin_on(day: dt.date) -> None:
    after = day + dt.timedelta(days=1)
    first, last = (f"{d.day}. {MONTHS[d.month - 1]}" for d in (day, after))
    expected = [f"{day.isoformat()}TNI"]
    assert values(f"In der Nacht zum {last} {after.year} brannte es.") == expected
    assert values(f"In der Nacht auf den {last} {after.year} brannte es.") == expected
    assert values(f"In der Nacht vom {first} auf den {last} {after.year} brannte es.") == expected
    if day.month == after.month:
        assert values(f"In der Nacht vom {day.day}. zum {last} {after.year} brannte es.") == expected


@given(_years, st.integers(1, 12))
def test_months(year: int, month: int) -> None:
    name, expected = MONTHS[month - 1], [f"{year}-{month:02}"]
    assert values(f"Im {name} {year} wurde gebaut.") == expected
    assert values(f"Im {name} des Jahres {year} wurde gebaut.") == expected
    assert values(f"Ende {name} {year} wurde gebaut.") == expected
    assert values(f"Im {name} wurde gebaut.", f"{year}-{month:02}-15") == expected


@given(_years)
def test_years(year: int) -> None:
    for text in ("Im Jahr {}", "Im Jahre {}", "Anfang {}", "Seit {}", "Bis {}", "Mitte des Jahres {}"):
        assert values(f"{text.format(year)} wurde gebaut.") == [str(year)]
    assert values("Im vergangenen Jahr wurde gebaut.", f"{year + 1}-05-05") == [str(year)]
    assert values("Im Vorjahr wurde gebaut.", f"{year + 1}") == [str(year)]
    pair = f"{year}/{year + 1}"
    for text in (pair, f"der Saison {year}/{(year + 1) % 100:02}"):
        assert values(f"In {text} wurde gebaut.") == [pair]


@given(_years, st.integers(1, 4))
def test_parts_of_years(year: int, number: int) -> None:
    word, quarter = ordinal(number), [f"{year}-Q{number}"]
    assert values(f"Im {word} Quartal {year} wurde gebaut.") == quarter
    assert values(f"Im {number}. Quartal des Jahres {year} wurde gebaut.") == quarter
    assert values(f"In Q{number} {year} wurde gebaut.") == quarter
    season = [("SP", "Frühjahr"), ("SU", "Sommer"), ("FA", "Herbst"), ("WI", "Winter")][number - 1]
    assert values(f"Im {season[1]} {year} wurde gebaut.") == [f"{year}-{season[0]}"]
    half = (number + 1) // 2
    for text in (f"Im {ordinal(half)} Halbjahr {year}", f"In der {ordinal(half)} Hälfte des Jahres {year}"):
        assert values(f"{text} wurde gebaut.") == [f"{year}-H{half}"]


@given(_dates)
def test_weeks(day: dt.date) -> None:
    year, week, _ = day.isocalendar()
    expected = [f"{year}-W{week:02}"]
    for text in (f"KW {week} {year}", f"der Kalenderwoche {week} {year}", f"der {week}. Kalenderwoche {year}"):
        assert values(f"In {text} wurde gebaut.") == expected
    for text, away in (("dieser", 0), ("der vergangenen", 7), ("der kommenden", -7), ("der übernächsten", -14)):
        published = day + dt.timedelta(days=away)
        assert values(f"In {text} Woche wurde gebaut.", published.isoformat()) == expected
    assert values("Am vergangenen Wochenende wurde gebaut.", str(day + dt.timedelta(days=8 - day.isoweekday()))) == [
        f"{expected[0]}-WE"
    ]


@given(st.sampled_from(sorted(_TENS)))
def test_decades(first: int) -> None:
    expected, short, word = [str(first)[:3]], first % 100, _TENS[first]
    for text in (
        f"{first}er Jahren",
        f"{first}er-Jahren",
        f"{first}ern",
        f"{short}er Jahren",
        f"{short}ern",
        f"{word} Jahren",
        f"{word.title()}jahren",
    ):
        assert values(f"In den {text} wurde gebaut.") == expected
    assert values(f"Anfang der {word} Jahre wurde gebaut.") == expected


@given(st.integers(11, 21))
def test_centuries(number: int) -> None:
    expected = [f"{number - 1:02}"]
    for text in (f"{number}. Jahrhundert", f"{ordinal(number)} Jahrhundert", f"späten {number}. Jahrhundert"):
        assert values(f"Im {text} wurde gebaut.") == expected


@given(st.sampled_from(table("times_holidays")), st.integers(1600, 2199))
def test_named_days(row: dict[str, str], year: int) -> None:
    day = holiday(year, row["rule"]).isoformat()
    for name in row["names"].split("|"):
        assert values(f"Am {name.strip()} {year} wurde gefeiert.") == [day]


@given(_dates, st.integers(0, 23), st.integers(1, 59))
def test_clocks(day: dt.date, hour: int, minute: int) -> None:
    def at(h: int, m: int) -> list[str]:
        return [f"{day}T{h:02}:{m:02}"]

    published = day.isoformat()
    for text in (
        f"{hour}.{minute:02} Uhr",
        f"{hour:02}:{minute:02} Uhr",
        f"{hour} Uhr {minute}",
        f"{hour:02}.{minute:02}",
    ):
        assert values(f"Um {text} wurde gewählt.", published) == at(hour, minute)
    assert values(f"Um {hour} Uhr wurde gewählt.", published) == at(hour, 0)
    if hour > 1:
        assert values(f"Um {written(hour)} Uhr wurde gewählt.", published) == at(hour, 0)
        assert values(f"Um halb {written(hour)} wurde gewählt.", published) == at(hour - 1, 30)
        assert values(f"Um viertel nach {written(hour)} wurde gewählt.", published) == at(hour, 15)
        assert values(f"Um viertel vor {written(hour)} wurde gewählt.", published) == at(hour - 1, 45)
        assert values(f"Um zehn nach {written(hour)} wurde gewählt.", published) == at(hour, 10)
    if 1 <= hour < 12:
        assert values(f"Um {hour} Uhr abends wurde gewählt.", published) == at(hour + 12, 0)
        assert values(f"Um {hour} Uhr morgens wurde gewählt.", published) == at(hour, 0)


_UNITS = [("Sekunden", "PT{}S"), ("Minuten", "PT{}M"), ("Stunden", "PT{}H"), ("Tage", "P{}D"), ("Wochen", "P{}W")]
_UNITS += [("Monate", "P{}M"), ("Jahre", "P{}Y")]


@given(st.integers(2, 999), st.sampled_from(_UNITS))
def test_lengths(number: int, unit: tuple[str, str]) -> None:
    word, pattern = unit
    for text in (f"{number} {word}", f"{written(number)} {word}", f"rund {number} {word}", f"{number} {word} lang"):
        assert values(f"Die Sitzung dauerte {text}.") == [pattern.format(number)]
    stem = {"Sekunden": "sekünd", "Minuten": "minüt", "Stunden": "stünd", "Tage": "täg", "Wochen": "wöch"}.get(word)
    if stem:
        for text in (f"{number}-{stem}ige", f"{written(number)}{stem}ige"):
            assert values(f"Die {text} Sitzung endete.") == [pattern.format(number)]
    assert values(f"Die Sitzung dauerte mehrere {word}.") == [pattern.format("X")]


@given(st.integers(2, 99), st.sampled_from(_UNITS[1:]))
def test_repetitions(number: int, unit: tuple[str, str]) -> None:
    word, pattern = unit
    for text in (f"alle {number} {word}", f"alle {written(number)} {word}"):
        assert values(f"Der Rat tagt {text}.") == [pattern.format(number)]


@given(st.integers(1, 7), st.integers(2, 9))
def test_repeated_weekdays(day: int, count: int) -> None:
    name, mask = DAYS[day - 1], f"XXXX-WXX-{day}"
    for text in (f"jeden {name}", f"{name.lower()}s"):
        assert values(f"Der Rat tagt {text}.") == [mask]
    assert values(f"Der Rat tagt jeden {name}abend.") == [f"{mask}TEV"]
    [often] = times(f"Der Rat tagt {written(count)}mal pro Woche.")
    assert (often.value, often.freq) == ("P1W", f"{count}X")


@given(_dates, st.integers(2, 300))
def test_relative_days_and_years(published: dt.date, number: int) -> None:
    back, ahead = (published + dt.timedelta(days=sign * number) for sign in (-1, 1))
    for text in (f"vor {number} Tagen", f"vor {written(number)} Tagen"):
        assert values(f"Der Rat tagte {text}.", published.isoformat()) == [back.isoformat()]
    assert values(f"Der Rat wird in {number} Tagen tagen.", published.isoformat()) == [ahead.isoformat()]
    assert values(f"Der Rat tagte vor {number} Jahren.", published.isoformat()) == [str(published.year - number)]
    date = f"{published.day}. {MONTHS[published.month - 1]} {published.year}"
    for word, day in (("später", ahead), ("zuvor", back)):
        assert values(f"Am {date} kam er, {number} Tage {word} ging er.") == [str(published), str(day)]
