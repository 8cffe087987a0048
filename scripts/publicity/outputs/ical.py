"""Days as an iCalendar file (RFC 5545) that telephones and desks can subscribe to, with alarms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from publicity.clock import SHANGHAI

# In the morning of the day a week ahead, and of the day before; an all-day event begins at midnight.
ALARMS = (timedelta(days=-7, hours=9), timedelta(days=-1, hours=9))


@dataclass(frozen=True)
class Occasion:
    """One all-day event from ``first`` to ``last``, both included. ``id`` stays when its words change.

    ``address`` is the page about it, in full; empty where there is none.
    """

    id: str
    first: date
    last: date
    title: str
    details: str
    category: str
    address: str = ""


def render_ical(name: str, occasions: Iterable[Occasion], today: date) -> bytes:
    """In the given order; equal occasions on the same day give equal bytes. Another ``name`` makes other ids.

    There is no METHOD: with one the file would be a message about meetings, which must name who calls them
    (RFC 5546 §3.2.1). Days stand without a time zone: an all-day event is that day wherever one is.
    """
    stamp = datetime(today.year, today.month, today.day, tzinfo=SHANGHAI).astimezone(UTC)
    calendar = Calendar()
    calendar.add("prodid", "-//publicity//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    for occasion in occasions:
        calendar.add_component(_event(occasion, name, stamp, today))
    return bytes(calendar.to_ical())


def _event(occasion: Occasion, calendar: str, stamp: datetime, today: date) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"publicity:{calendar}:{occasion.id}")))
    event.add("dtstamp", stamp)
    event.add("dtstart", occasion.first)
    event.add("dtend", occasion.last + timedelta(days=1))
    event.add("summary", occasion.title)
    if occasion.details:
        event.add("description", occasion.details)
    if occasion.address:
        event.add("url", occasion.address)
    event.add("categories", [occasion.category])
    event.add("transp", "TRANSPARENT")
    for ahead in ALARMS if occasion.first >= today else ():
        event.add_component(_alarm(occasion.title, ahead))
    return event


def _alarm(title: str, ahead: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", ahead)
    return alarm
