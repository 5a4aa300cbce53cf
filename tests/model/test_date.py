"""Partial dates: what is read, what is refused, what is meant."""

import datetime as dt

import pytest

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


def test_dates_do_not_compare_with_other_things() -> None:
    with pytest.raises(TypeError):
        assert PartialDate(year=2024) < "2025"  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "precision"), [("2024", "year"), ("2024-11-03", "day"), ("2024-11-03T07:05", "minute")]
)
def test_the_precision_is_the_finest_part(text: str, precision: str) -> None:
    assert PartialDate.parse(text).precision == Precision(precision)
