"""A date known as far as year, month, day, hour or minute."""

from __future__ import annotations

import datetime as dt
import functools
import re
from calendar import monthrange

import attrs

from newsmodel.errors import DateError, show_value
from newsmodel.model._base import Value
from newsmodel.model.vocab import Precision

_PARTS = ("year", "month", "day", "hour", "minute")
_LIMITS = {"year": (1, 9999), "month": (1, 12), "day": (1, 31), "hour": (0, 23), "minute": (0, 59)}
_OFFSET = re.compile(r"([+-])([01][0-9]|2[0-3]):?([0-5][0-9])")
_LABEL = re.compile(r"[A-Za-z][A-Za-z0-9_+./-]{0,39}")
_EXTENDED = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:XX|(?P<month>[0-9]{2}))(?:-(?:XX|(?P<day>[0-9]{2}))"
    r"(?:[T ](?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?)?(?P<zone>.*))?)?)?"
)
_BASIC = re.compile(
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?:T(?P<hour>[0-9]{2})(?:(?P<minute>[0-9]{2})(?:[0-9]{2}(?:[.,][0-9]{1,9})?)?)?(?P<zone>.*))?"
)


@functools.total_ordering
@attrs.frozen(kw_only=True, repr=False)
class PartialDate(Value):
    """A point in the calendar, known to the year, month, day, hour or minute.

    Two are equal when all parts are. They are ordered by their first minute (in UTC where the offset is known, else as
    the clock says), then the less precise first: 2024 < 2024-01 < 2024-01-01 < 2024-01-02.

    Attributes:
        year: 1 to 9999, proleptic Gregorian.
        month: 1 to 12.
        day: 1 to 31, as the month has them.
        hour: 0 to 23.
        minute: 0 to 59.
        zone: an offset from UTC (`Z`, `+02:00`) or the label of a time zone (`Europe/Berlin`, `MESZ`); needs an hour.

    Examples:
        >>> april = PartialDate.parse("2024-04")
        >>> print(april, april.precision, april.earliest, april.latest)
        2024-04 month 2024-04-01 2024-04-30
        >>> print(PartialDate(year=2024, month=4, day=2, hour=14, minute=5, zone="+02:00"))
        2024-04-02T14:05+02:00
        >>> PartialDate.parse("2024") < PartialDate.parse("2024-01-01")
        True
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None

    def _check(self) -> None:
        for name in _PARTS[: self._known]:
            low, high = _LIMITS[name]
            if not low <= getattr(self, name) <= high:
                raise DateError(self._source, f"{name} must lie between {low} and {high}")
        for name in _PARTS[self._known :]:
            if getattr(self, name) is not None:
                raise DateError(self._source, f"{name} is known, but not {_PARTS[self._known]}")
        if self.month and self.day and self.day > monthrange(self.year, self.month)[1]:
            raise DateError(self._source, f"the month has {monthrange(self.year, self.month)[1]} days")
        if self.zone is not None:
            if self.hour is None:
                raise DateError(self._source, "a zone needs an hour")
            if not _LABEL.fullmatch(self.zone) and (self.zone[3:4] != ":" or not _OFFSET.fullmatch(self.zone)):
                raise DateError(self._source, f"{self.zone!r} is neither Z, nor an offset, nor the label of a zone")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date in ISO 8601, extended or basic, or EDTF with trailing `XX`.

        Seconds are read and dropped: the model knows minutes.

        Args:
            text: such as `2024`, `2024-04`, `2024-04-02T14:05+02:00`, `20240402T140500Z`, `2024-04-02T14:05[MESZ]`.

        Returns:
            The date, exactly as precise as the text.

        Raises:
            DateError: the text is no such date.
        """
        match = (_EXTENDED.fullmatch(text) or _BASIC.fullmatch(text)) if isinstance(text, str) else None
        if match is None:
            raise DateError(text, "not a date in ISO 8601, such as 2024, 2024-04, 2024-04-02 or 2024-04-02T14:05+02:00")
        numbers = {name: None if match[name] is None else int(match[name]) for name in _PARTS[1:]}
        return cls(year=int(match["year"]), **numbers, zone=_read_zone(text, match["zone"]))

    @classmethod
    def of(cls, value: dt.date) -> PartialDate:
        """Take over a `date` (known to the day) or a `datetime` (known to the minute, with its offset if it has one).

        Args:
            value: the date or datetime.

        Returns:
            The partial date.

        Raises:
            DateError: the offset of the datetime has seconds.

        Examples:
            >>> print(PartialDate.of(dt.date(2024, 4, 2)))
            2024-04-02
        """
        if not isinstance(value, dt.datetime):
            return cls(year=value.year, month=value.month, day=value.day)
        text = value.isoformat(timespec="minutes")
        return cls.parse(text)

    @property
    def precision(self) -> Precision:
        """The finest part that is known."""
        return Precision(_PARTS[self._known - 1])

    @property
    def earliest(self) -> dt.date:
        """The first day, or for an hour or minute the first minute (a `datetime`) that is meant."""
        return self._bound(first=True)

    @property
    def latest(self) -> dt.date:
        """The last day, or for an hour or minute the last minute (a `datetime`) that is meant, inclusive."""
        return self._bound(first=False)

    @property
    def offset(self) -> dt.timezone | None:
        """The offset from UTC; None where the zone is unknown or only a label."""
        if self.zone == "Z":
            return dt.UTC
        match = _OFFSET.fullmatch(self.zone or "")
        if match is None:
            return None
        ahead = dt.timedelta(hours=int(match[2]), minutes=int(match[3]))
        return dt.timezone(ahead if match[1] == "+" else -ahead)

    @property
    def _known(self) -> int:
        for index, name in enumerate(_PARTS):
            if getattr(self, name) is None:
                return index
        return len(_PARTS)

    @property
    def _source(self) -> str:
        parts = (getattr(self, name) for name in (*_PARTS, "zone"))
        return f"PartialDate({', '.join(part if isinstance(part, str) else show_value(part) for part in parts)})"

    def _bound(self, *, first: bool) -> dt.date:
        month = self.month or (1 if first else 12)
        day = self.day or (1 if first else monthrange(self.year, month)[1])
        if self.hour is None:
            return dt.date(self.year, month, day)
        minute = self.minute if self.minute is not None else (0 if first else 59)
        return dt.datetime(self.year, month, day, self.hour, minute, tzinfo=self.offset)

    def _key(self) -> tuple[int, int, str]:
        day = dt.date(self.year, self.month or 1, self.day or 1).toordinal()
        minutes = day * 1440 + (self.hour or 0) * 60 + (self.minute or 0)
        ahead = self.offset.utcoffset(None) if self.offset else dt.timedelta()
        return minutes - int(ahead.total_seconds()) // 60, self._known, str(self)

    def __lt__(self, other: object) -> bool:
        """Order by the first minute, then by precision."""
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._key() < other._key()

    def __str__(self) -> str:
        """Return ISO 8601, the label of a zone in brackets (RFC 9557); what `parse` reads."""
        text = f"{self.year:04}"
        for mark, value in (("-", self.month), ("-", self.day), ("T", self.hour), (":", self.minute)):
            text += "" if value is None else f"{mark}{value:02}"
        if self.zone is None:
            return text
        return text + (self.zone if self.offset else f"[{self.zone}]")

    def __repr__(self) -> str:
        """Return the class and the ISO form."""
        return f"PartialDate({str(self)!r})"


def _read_zone(text: str, zone: str | None) -> str | None:
    if not zone:
        return None
    if zone == "Z":
        return zone
    offset = _OFFSET.fullmatch(zone)
    if offset is not None:
        return f"{offset[1]}{offset[2]}:{offset[3]}"
    if zone[0] == "[" and zone[-1] == "]" and _LABEL.fullmatch(zone[1:-1]):
        return zone[1:-1]
    raise DateError(text, f"{zone!r} is no zone: Z, +02:00 or a label in brackets")
