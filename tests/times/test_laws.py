"""Properties: what is written is read, intervals hold, shifts carry over, nothing depends on the machine."""

from __future__ import annotations

import datetime as dt
import itertools
import time

from hypothesis import given
from hypothesis import strategies as st
from tests.times.plain import found, times

from newsmodel.parsers.times.holidays import holiday

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905
_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()  # noqa: SIM905
_dates = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))
_writers = st.sampled_from(
    [
        lambda d: f"{d.day}. {_MONTHS[d.month - 1]} {d.year}",
        lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
        lambda d: f"{d.day}.{d.month}.{d.year}",
        lambda d: f"{d.day}. {d.month}. {d.year}",
        lambda d: f"{_DAYS[d.weekday()]}, {d.day}. {_MONTHS[d.month - 1]} {d.year}",
        lambda d: f"{_DAYS[d.weekday()]}, dem {d.day}. {_MONTHS[d.month - 1]} {d.year}",
        lambda d: f"{_DAYS[d.weekday()]} ({d.day}.{d.month}.{d.year})",
        lambda d: d.isoformat(),
    ]
)


@given(_dates, _writers, _dates)
def test_a_written_date_is_read_back(day: dt.date, write, published: dt.date) -> None:
    text = f"Der Rat tagte am {write(day)} in Kiel."
    result = found(text, published.isoformat())
    assert day.isoformat() in [t.value for t in result.times]
    assert result.diagnostics == ()


@given(_dates, st.integers(0, 23), st.integers(0, 59), st.sampled_from([".", ":"]))
def test_a_written_clock_is_read_back(day: dt.date, hour: int, minute: int, sign: str) -> None:
    (found_time,) = times(f"Der Rat tagt um {hour}{sign}{minute:02} Uhr in Kiel.", day.isoformat())
    assert found_time.value == f"{day}T{hour:02}:{minute:02}"


@given(st.integers(2, 500), st.sampled_from([("Stunden", "PT{}H"), ("Tage", "P{}D"), ("Jahre", "P{}Y")]))
def test_a_written_duration_is_read_back(number: int, unit: tuple[str, str]) -> None:
    (length,) = times(f"Die Sitzung dauerte {number} {unit[0]}.")
    assert length.value == unit[1].format(number)


@given(_dates, st.integers(1, 7), st.booleans())
def test_a_bare_weekday_lies_within_six_days_of_the_side(published: dt.date, number: int, past: bool) -> None:
    verb = "tagte" if past else "wird"
    (day,) = times(f"Der Rat {verb} am {_DAYS[number - 1]} tagen.", published.isoformat())
    distance = (dt.date.fromisoformat(day.value) - published).days
    assert dt.date.fromisoformat(day.value).isoweekday() == number
    assert -6 <= distance <= 0 if past else 0 <= distance <= 6


_relative = st.sampled_from(
    [
        "Er kam gestern.", "Er kam heute.", "Er wird morgen kommen.", "Er kam am Montag.", "Er wird am Freitag kommen.",
        "Er kam am vergangenen Samstag.", "Er kam in der vergangenen Woche.", "Er kam vor drei Wochen.",
        "Er kam am Wochenende.", "Er kam am Mittwochabend.", "Er kam in der Nacht zum Donnerstag.",
        "Er kam vor zehn Tagen.", "Er kam um 14 Uhr.", "Er kam am gestrigen Tag.", "Er kam letzte Woche Mittwoch.",
        "Er wird heute in einer Woche kommen.", "Er kam am späten Samstagabend.", "Er kam in der Nacht auf gestern.", "Er wird in zwei Wochen kommen.", "Er kam am Vortag.",
    ]
)  # fmt: skip


@given(_relative, _dates, st.integers(-60, 60))
def test_whole_weeks_carry_over(text: str, published: dt.date, weeks: int) -> None:
    moved = published + dt.timedelta(weeks=weeks)
    (one,), (other,) = times(text, published.isoformat()), times(text, moved.isoformat())
    assert one.earliest is not None
    assert other.earliest is not None
    assert one.earliest.earliest + dt.timedelta(weeks=weeks) == other.earliest.earliest
    assert one.span == other.span


@given(_relative, st.integers(1950, 2090), st.integers(1, 12))
def test_a_month_gives_the_values_of_its_days(text: str, year: int, month: int) -> None:
    (open_time,) = times(text, f"{year}-{month:02}")
    first = dt.date(year, month, 1)
    days = [first + dt.timedelta(days=n) for n in range(31)]
    exact = [times(text, day.isoformat())[0] for day in days if day.month == month]
    assert set(open_time.candidates or (open_time.value,)) == {t.value for t in exact}
    assert open_time.earliest is not None
    assert open_time.earliest.earliest == min(t.earliest.earliest for t in exact if t.earliest)


@given(_relative, st.integers(1950, 2090))
def test_a_year_gives_no_candidates_but_a_hull(text: str, year: int) -> None:
    (open_time,) = times(text, str(year))
    assert open_time.candidates == ()
    assert open_time.earliest is not None
    assert open_time.latest is not None
    for month in (1, 6, 12):
        (exact,) = times(text, f"{year}-{month:02}-15")
        assert exact.earliest is not None
        assert open_time.earliest.earliest <= exact.earliest.earliest <= open_time.latest.latest


@given(st.sampled_from(["Ostermontag", "Karfreitag", "Pfingstsonntag", "Fronleichnam"]), st.integers(1600, 2199))
def test_a_holiday_of_a_year_is_found(name: str, year: int) -> None:
    rule = {"Ostermontag": "easter+1", "Karfreitag": "easter-2", "Pfingstsonntag": "easter+49"}
    (day,) = times(f"Am {name} des Jahres {year} tagte der Rat.")
    assert day.value == holiday(year, rule.get(name, "easter+60")).isoformat()


@given(st.text(max_size=120), st.sampled_from([None, "2024", "2024-04", "2024-04-02", "0001-01-01", "9999-12-31"]))
def test_any_text_gives_sound_expressions(text: str, published: str | None) -> None:
    for expression in times(text, published):
        assert text[expression.span.start : expression.span.end].strip()


PIECES = st.sampled_from(
    [
        "am", "vom", "bis", "3.", "31.", "12.", "2024", "1999", "Mai", "Montag", "Abend", "um", "14", "Uhr", "zwei", "Jahre",
        "Jahren", "vor", "in", "der", "Nacht", "zum", "kommenden", "Woche", "Ende", "des", "Jahres", "und", ",", "-", "/", ".",
        "90er", "Jahrhunderts", "jeden", "alle", "halb", "heute", "Tag", "zuvor", "später", "Sommer", "Ostern", "999999999",
        "Hälfte", "ersten", "Quartal", "KW", "mal", "pro", "ein", "halbes", "mehr", "als", "Vorjahr", "v.", "Chr.",
    ]
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=25), st.sampled_from([None, "2024", "2024-04", "2024-04-02", "0001-01-01", "9999-12-31"])
)
def test_any_heap_of_time_words_gives_ordered_expressions(words: list[str], published: str | None) -> None:
    result = times(" ".join(words), published)
    starts = [t.span.start for t in result]
    assert starts == sorted(starts)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(result))


def test_long_texts_take_linear_time() -> None:
    sentence = "Am 3., 4. und 5. Mai um 14 Uhr kam er zwei Jahre lang, wie am Montag und am Tag darauf. "

    def seconds(count: int) -> float:
        start = time.process_time()
        assert len(times(sentence * count)) >= 7 * count
        return time.process_time() - start

    seconds(5)
    short, long = (min(seconds(count) for _ in range(3)) for count in (100, 800))
    assert long < 16 * max(short, 0.01)
