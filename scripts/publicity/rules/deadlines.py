"""Duties to publish or report that come round, or follow an event."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import Field, model_validator

from publicity.clock import MonthDay
from publicity.rules.entries import Entry, load_entries


class Recurs(StrEnum):
    YEARLY = "yearly"
    QUARTERLY = "quarterly"
    AFTER_EVENT = "after_event"


class Unit(StrEnum):
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"


class Audience(StrEnum):
    PUBLIC = "public"
    SUPERIOR = "superior"


class Deadline(Entry):
    """``month_day`` is the last good day of a yearly duty; ``length`` and ``unit`` count from ``event``."""

    subject: str = Field(min_length=1)
    recurs: Recurs
    month_day: MonthDay | None = None
    wording: str = Field(min_length=1)
    event: str | None = None
    length: int | None = Field(None, ge=1)
    unit: Unit | None = None
    audience: Audience = Audience.PUBLIC

    @model_validator(mode="after")
    def _says_when(self) -> Deadline:
        if self.recurs is Recurs.YEARLY and self.month_day is None:
            raise ValueError("yearly 的规则要写 month_day")
        if self.recurs is Recurs.AFTER_EVENT and None in (self.event, self.length, self.unit):
            raise ValueError("after_event 的规则要写 event、length、unit")
        return self

    def due_in(self, year: int) -> date | None:
        """The last good day of a yearly duty in that year."""
        if self.month_day is None:
            return None
        return date(year, int(self.month_day[:2]), int(self.month_day[3:]))


def load_deadlines(path: Path) -> tuple[Deadline, ...]:
    """In the order of the file."""
    return load_entries(path, "deadlines", Deadline)
