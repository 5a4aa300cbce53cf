"""Partial dates: what is read, what is refused, what is meant."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import PartialDate, Precision
from newsmodel.errors import DateError, NewsmodelError

READ = [
    ("2024", "2024", "2024-01-01", "2024-12-31"),
    ("0987", "0987", "0987-01-01", "0987-12-31"),
    ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02", "2023-02-01", "2023-02-28"),
    ("2024-XX-XX", "2024", "2024-01-01", "2024-12-31"),
    ("2024-11-XX", "2024-11", "2024-11-01", "2024-11-30"),
    ("20241103", "2024-11-03", "2024-11-03", "2024-11-03"),
    ("2024-11-03T07", "2024-11-03T07", "2024-11-03T07:00:00", "2024-11-03T07:59:00"),
    ("2024-11-03 07:05", "2024-11-03T07:05", "2024-11-03T07:05:00", "2024-11-03T07:05:00"),
    ("2024-11-03T07:05:59.250Z", "2024-11-03T07:05Z", "2024-11-03T07:05:00+00:00", "2024-11-03T07:05:00+00:00"),
    ("20241103T070559+0100", "2024-11-03T07:05+01:00", "2024-11-03T07:05:00+01:00", "2024-11-03T07:05:00+01:00"),
    ("2024-11-03T07:05[MESZ]", "2024-11-03T07:05[MESZ]", "2024-11-03T07:05:00", "2024-11-03T07:05:00"),
    ("9999-12", "9999-12", "9999-12-01", "9999-12-31"),
    ("2024-11-03T07:05[A]", "2024-11-03T07:05[A]", "2024-11-03T07:05:00", "2024-11-03T07:05:00"),
    ("0001-01-31T23:59", "0001-01-31T23:59", "0001-01-31T23:59:00", "0001-01-31T23:59:00"),
    ("2024-11-03T07:05-0330", "2024-11-03T07:05-03:30", "2024-11-03T07:05:00-03:30", "2024-11-03T07:05:00-03:30"),
    ("20241103T07[Europe/Berlin]", "2024-11-03T07[Europe/Berlin]", "2024-11-03T07:00:00", "2024-11-03T07:59:00"),
]


@pytest.mark.parametrize(("text", "written", "earliest", "latest"), READ)
def test_a_date_is_read_with_its_precision(text: str, written: str, earliest: str, latest: str) -> None:
    date = PartialDate.parse(text)
    assert str(date) == written
    assert (date.earliest.isoformat(), date.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "24",
            "2024-4",
            "2024-13",
            "2024-00",
            "2023-02-29",
            "0000",
            "2024-11-03T24:00",
            "2024-11-03T07:60",
            "2024-W15",
        ),
        *(
            "2024-11-03T07:05+25:00",
            "2024-11-03T07:05 MESZ",
            "2024-11-03T07:05[]",
            "2024-11-03T07:05[MESZ",
            "2024-11-03T07:05MESZ]",
            "2024-11-03[MESZ]",
            "٢٠٢٤",
            "2024\n",
        ),
        *("heute", "2024-11-03T", "2024-XX-03", "+2024", "2024-11-03T07:05[" + "a" * 50 + "]"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError) as caught:
        PartialDate.parse(text)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("heute", "not a date in ISO 8601, such as 2024, 2024-04, 2024-04-02 or 2024-04-02T14:05+02:00"),
        ("2024-11-03T07 MESZ", "' MESZ' is no zone: Z, +02:00 or a label in brackets"),
    ],
)
def test_a_text_that_is_no_date_is_named_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(DateError) as caught:
        PartialDate.parse(text)
    assert (caught.value.source, caught.value.reason) == (text, reason)


PARTS: list[tuple[dict[str, Any], str]] = [
    ({"year": 0}, "year must lie between 1 and 9999"),
    ({"year": 10000}, "year must lie between 1 and 9999"),
    ({"year": 2024, "month": 0}, "month must lie between 1 and 12"),
    ({"year": 2024, "month": 13}, "month must lie between 1 and 12"),
    ({"year": 2024, "month": 1, "day": 0}, "day must lie between 1 and 31"),
    ({"year": 2024, "month": 1, "day": 32}, "day must lie between 1 and 31"),
    ({"year": 2024, "month": 4, "day": 31}, "the month has 30 days"),
    ({"year": 2023, "month": 2, "day": 29}, "the month has 28 days"),
    ({"year": 2024, "month": 1, "day": 1, "hour": 24}, "hour must lie between 0 and 23"),
    ({"year": 2024, "month": 1, "day": 1, "hour": -1}, "hour must lie between 0 and 23"),
    ({"year": 2024, "month": 1, "day": 1, "hour": 0, "minute": 60}, "minute must lie between 0 and 59"),
    ({"year": 2024, "day": 1}, "day is known, but not month"),
    ({"year": 2024, "month": 1, "day": 1, "minute": 1}, "minute is known, but not hour"),
    ({"year": 2024, "month": 1, "day": 1, "zone": "Z"}, "a zone needs an hour"),
    (
        {"year": 2024, "month": 1, "day": 1, "hour": 0, "zone": "+1"},
        "'+1' is neither Z, nor an offset, nor the label of a zone",
    ),
]


@pytest.mark.parametrize(("parts", "reason"), PARTS)
def test_a_part_at_fault_is_named(parts: dict[str, Any], reason: str) -> None:
    shown = ", ".join(str(parts.get(name)) for name in ("year", "month", "day", "hour", "minute", "zone"))
    with pytest.raises(DateError) as caught:
        PartialDate(**parts)
    assert (caught.value.source, caught.value.reason) == (f"PartialDate({shown})", reason)


@given(st.datetimes(), st.integers(-23 * 60 - 59, 23 * 60 + 59))
def test_a_minute_of_python_is_taken_over_with_its_offset(value: dt.datetime, minutes: int) -> None:
    """What Python's own `datetime` says of it holds for ours."""
    value = value.replace(second=0, microsecond=0, tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    date = PartialDate.of(value)
    assert date.earliest == date.latest == value
    assert date.offset is not None
    assert date.offset.utcoffset(None) == value.utcoffset()
    assert PartialDate.parse(str(date)) == date


@given(st.datetimes(), st.integers(-90, 90), st.integers(-1439, 1439), st.integers(-1439, 1439))
def test_minutes_with_offsets_are_ordered_as_python_orders_them(
    value: dt.datetime, away: int, here: int, there: int
) -> None:
    """Also where the offsets lead to another day."""
    try:
        one, other = (
            (value + dt.timedelta(minutes=later)).replace(second=0, microsecond=0, tzinfo=dt.UTC).astimezone(zone)
            for later, zone in (
                (0, dt.timezone(dt.timedelta(minutes=here))),
                (away, dt.timezone(dt.timedelta(minutes=there))),
            )
        )
    except OverflowError:  # before the year 1 or behind 9999
        return
    if one != other:
        assert (PartialDate.of(one) < PartialDate.of(other)) == (one < other)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2024-01-01T01:00+01:00", "2024-01-01T00:01"),
        ("2024-01-02T00:00+00:02", "2024-01-01T23:59Z"),
        ("2024-01-01T01:00+01:00", "2024-01-01T00:01Z"),
        ("2024-03-01T00:00+00:01", "2024-03"),
    ],
)
def test_an_offset_counts_before_the_clock(first: str, second: str) -> None:
    one, other = PartialDate.parse(first), PartialDate.parse(second)
    assert one < other
    assert other > one


def test_a_date_must_be_text_to_be_read() -> None:
    with pytest.raises(NewsmodelError):
        PartialDate.parse(2024)  # type: ignore[arg-type]


def test_a_finer_part_needs_the_coarser_ones() -> None:
    with pytest.raises(DateError, match="day is known, but not month"):
        PartialDate(year=2024, day=3)
    with pytest.raises(DateError, match="a zone needs an hour"):
        PartialDate(year=2024, month=11, day=3, zone="Z")


@pytest.mark.parametrize("zone", ["", "+2:00", "+0200", "02:00", "Europe/Berlin]", "a b", "+24:00"])
def test_a_zone_is_an_offset_or_a_label(zone: str) -> None:
    with pytest.raises(DateError, match="neither Z"):
        PartialDate(year=2024, month=11, day=3, hour=7, zone=zone)


def test_dates_and_datetimes_are_taken_over() -> None:
    cet = dt.timezone(dt.timedelta(hours=1))
    assert str(PartialDate.of(dt.date(2024, 11, 3))) == "2024-11-03"
    assert str(PartialDate.of(dt.datetime(2024, 11, 3, 7, 5, 59))) == "2024-11-03T07:05"
    assert str(PartialDate.of(dt.datetime(2024, 11, 3, 7, 5, tzinfo=cet))) == "2024-11-03T07:05+01:00"
    with pytest.raises(DateError):
        PartialDate.of(dt.datetime(2024, 11, 3, 7, 5, tzinfo=dt.timezone(dt.timedelta(seconds=90))))


def test_the_order_is_by_first_minute_then_by_precision() -> None:
    in_order = ["2023-12", "2024", "2024-01", "2024-01-01", "2024-01-01T00", "2024-01-01T00:00", "2024-01-01T00:01"]
    in_order += ["2024-01-02T01:00+02:00", "2024-01-02", "2024-01-02T00:30Z", "2024-02"]
    dates = [PartialDate.parse(text) for text in in_order]
    backwards = dates[::-1]
    assert sorted(backwards) == dates


def test_one_minute_in_two_zones_has_an_order_too() -> None:
    one, other = PartialDate.parse("2024-05-14T10:00+02:00"), PartialDate.parse("2024-05-14T08:00Z")
    assert one != other
    assert sorted([one, other]) == sorted([other, one])


def test_dates_do_not_compare_with_other_things() -> None:
    with pytest.raises(TypeError):
        assert PartialDate(year=2024) < "2025"  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "precision"), [("2024", "year"), ("2024-11-03", "day"), ("2024-11-03T07:05", "minute")]
)
def test_the_precision_is_the_finest_part(text: str, precision: str) -> None:
    assert PartialDate.parse(text).precision == Precision(precision)
