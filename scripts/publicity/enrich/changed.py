"""On which day a record's page last changed, as far as the record itself tells it."""

from __future__ import annotations

from datetime import date

from publicity.enrich.selecting import day_of
from publicity.enrich.validity import States
from publicity.model import EnforcementResult, NoticeBoard
from publicity.model.record import Record


def changed_on(record: Record, states: States, today: date) -> date | None:
    """The last of its publication, its withdrawal, its updates and its turns of validity; None where no day is known."""
    days = [day_of(record.published_at)]
    if isinstance(record, EnforcementResult) and record.withdrawal is not None:
        days.append(record.withdrawal.withdrawn_on)
    if isinstance(record, NoticeBoard):
        days += [update.posted_on for update in record.updates]
    if days[0] is not None and record.serial in states:
        days += [event.on for event in states[record.serial].history]
    return max((day for day in days if day is not None and day <= today), default=None)
