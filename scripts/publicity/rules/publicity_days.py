"""Days, weeks and months of legal publicity, and when they fall in a year."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from publicity.clock import MonthDay
from publicity.rules.entries import Entry, load_entries
from publicity.rules.periods import Span


class _When(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class NthWeekday(_When):
    """The nth Monday (1) … Sunday (7) of a month."""

    month: int = Field(ge=1, le=12)
    weekday: int = Field(ge=1, le=7)
    nth: int = Field(ge=1, le=5)


class Range(_When):
    first: date = Field(alias="from")
    last: date = Field(alias="to")


class When(_When):
    """Exactly one of the ways a law fixes a date; ``years`` where it leaves the date to each year's notice."""

    month_day: MonthDay | None = None
    first: MonthDay | None = Field(None, alias="from")
    last: MonthDay | None = Field(None, alias="to")
    month: int | None = Field(None, ge=1, le=12)
    nth_weekday: NthWeekday | None = None
    week_of: MonthDay | None = None
    years: Mapping[int, Range] | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> When:
        if (self.first is None) != (self.last is None):
            raise ValueError("from 和 to 要一起写")
        ways = (self.month_day, self.first, self.month, self.nth_weekday, self.week_of, self.years)
        if sum(way is not None for way in ways) != 1:
            raise ValueError("when 只能用一种写法")
        for year, span in (self.years or {}).items():
            if not span.first <= span.last or span.first.year != year:
                raise ValueError(f"{year}年的起止日期不对：from 不晚于 to，且从这一年开始")
        return self


class PublicityDay(Entry):
    name: str = Field(min_length=1)
    when: When

    def span_in(self, year: int) -> Span | None:
        """When it falls in that year; None where that year's dates are not known or it did not hold then."""
        span = _span(self.when, year)
        return span if span is not None and self.in_force_on(span.first) else None


def load_days(path: Path) -> tuple[PublicityDay, ...]:
    """In the order of the file."""
    return load_entries(path, "days", PublicityDay)


def _span(when: When, year: int) -> Span | None:
    if when.years is not None:
        found = when.years.get(year)
        return Span(found.first, found.last) if found else None
    if when.month is not None:
        return Span(date(year, when.month, 1), date(year, when.month, calendar.monthrange(year, when.month)[1]))
    if when.nth_weekday is not None:
        day = nth_weekday(year, when.nth_weekday)
        return Span(day, day) if day else None
    if when.week_of is not None:
        inside = _day(year, when.week_of)
        monday = inside - timedelta(days=inside.weekday())
        return Span(monday, monday + timedelta(days=6))
    first, last = when.first or when.month_day or "", when.last or when.month_day or ""
    return Span(_day(year, first), _day(year, last))


def nth_weekday(year: int, rule: NthWeekday) -> date | None:
    """None where a month has no fifth such day."""
    first = date(year, rule.month, 1)
    day = first + timedelta(days=(rule.weekday - first.isoweekday()) % 7 + 7 * (rule.nth - 1))
    return day if day.month == rule.month else None


def _day(year: int, month_day: str) -> date:
    return date(year, int(month_day[:2]), int(month_day[3:]))
