"""Write the meetings of dispatches as a calendar (iCalendar, RFC 5545).

    python examples/meetings_calendar.py FILE... > treffen.ics

Needs icalendar (pip install icalendar). The same dispatches give the same calendar, byte for byte: nothing in it comes
from the clock.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from icalendar import Calendar, Event, vCalAddress, vText

import newsmodel
from newsmodel import Article, Meeting, MeetingStatus, TimeExpression, TimeType

# RFC 5545 knows three states of an event; the seven of a meeting are told in full in the description.
STATUS = {
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.ONGOING: "CONFIRMED",
    MeetingStatus.PLANNED: "CONFIRMED",
    MeetingStatus.PROPOSED: "TENTATIVE",
    MeetingStatus.POSTPONED: "CANCELLED",
    MeetingStatus.CANCELLED: "CANCELLED",
    MeetingStatus.DECLINED: "CANCELLED",
}
LONGEST = dt.timedelta(days=31)
"""What may lie anywhere in more than a month is left out: an event of that length helps nobody."""


def when(meeting: Meeting) -> tuple[TimeExpression, dt.date, dt.date] | None:
    """Return the most exact time of a meeting with its first and last day or minute; None where none is exact enough."""
    found = []
    for time in meeting.times:
        if time.type in (TimeType.DATE, TimeType.TIME) and time.earliest and time.latest:
            first, last = time.earliest.earliest, time.latest.latest
            length = last.toordinal() - first.toordinal()
            if length <= LONGEST.days:
                found.append((length, not isinstance(first, dt.datetime), time, first, last))
    return min(found, key=lambda one: one[:2])[2:] if found else None


def event(article: Article, meeting: Meeting) -> Event | None:
    """Return a meeting as an event; None where the dispatch does not say when it is."""
    known = when(meeting)
    if known is None:
        return None
    time, first, last = known
    made = Event()
    words = article[meeting.anchors[0]]
    names = ", ".join(actor.name for actor in meeting.actors)
    made.add("summary", f"{words}: {names}" if names else words)
    made.add("status", STATUS[meeting.status])
    if isinstance(first, dt.datetime):
        made.add("dtstart", first)
    else:  # whole days; the end is exclusive. Days among which the text leaves open which are one long event.
        made.add("dtstart", first)
        made.add("dtend", dt.date.fromordinal(last.toordinal() + 1))
    if meeting.place:
        made.add("location", article[meeting.place])
    for one in meeting.participants:
        address = vCalAddress("invalid:nomail")  # RFC 5545 wants an address; a dispatch has none
        address.params["CN"] = vText(one.actor.name)
        made.add("attendee", address, encode=False)
    evidence = article[meeting.evidence or meeting.anchors]
    made.add("description", f"{meeting.status}, »{article[time.span]}« = {time.value}\n{evidence}")
    identity = f"{article.text}\0{meeting.anchors[0].start}"
    made.add("uid", f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}@newsmodel.example")
    written = article.published.earliest if article.published else first
    made.add("dtstamp", dt.datetime(written.year, written.month, written.day, tzinfo=dt.UTC))
    return made


def calendar(articles: Iterator[Article]) -> Calendar:
    """Return a calendar of all meetings whose time is known."""
    made = Calendar()
    made.add("prodid", "-//newsmodel//examples//DE")
    made.add("version", "2.0")
    for article in articles:
        for meeting in article.meetings:
            found = event(article, meeting)
            if found is not None:
                made.add_component(found)
    return made


def main(paths: list[str]) -> int:
    """Read dispatches and write their calendar to standard output."""
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    articles = (newsmodel.parse(Path(path).read_text(encoding="utf-8")) for path in paths)
    sys.stdout.buffer.write(calendar(articles).to_ical())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
