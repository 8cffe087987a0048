"""On which day a record's page last changed, as far as the record itself tells it."""

from __future__ import annotations

from datetime import date

from publicity.enrich.selecting import day_of
from publicity.enrich.validity import States
from publicity.enrich.withdrawn import withdrawal_of
from publicity.model import NoticeBoard
from publicity.model.record import Record


def changed_on(record: Record, states: States, today: date) -> date | None:
    """The last of its publication, its withdrawal, its updates and its turns of validity; None where no day is known."""
    days, gone = [day_of(record.published_at)], withdrawal_of(record)
    if gone is not None:
        days.append(gone.withdrawn_on)
    if isinstance(record, NoticeBoard):
        days += [update.posted_on for update in record.updates]
    if days[0] is not None and record.serial in states:
        days += [event.on for event in states[record.serial].history]
    return max((day for day in days if day is not None and day <= today), default=None)
