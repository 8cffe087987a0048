"""Counting: from a day, so many days, working days, months or years. Arithmetic only; which rule counts how is data."""

from __future__ import annotations

import calendar as gregorian
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from publicity.rules.workdays import ONE_DAY, WorkCalendar


class Unit(StrEnum):
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


UNIT_LABELS = {Unit.DAYS: "日", Unit.WORKING_DAYS: "个工作日", Unit.MONTHS: "个月", Unit.YEARS: "年"}


class LastDayOff(StrEnum):
    """What happens when the last day is a day off. Working days never end on one."""

    STAYS = "stays"
    NEXT_WORKING_DAY = "next_working_day"


@dataclass(frozen=True)
class Span:
    """From one day to another, both included."""

    first: date
    last: date


def last_day(
    start: date,
    length: int,
    unit: Unit,
    workdays: WorkCalendar,
    *,
    last_day_off: LastDayOff = LastDayOff.STAYS,
    suspended: Sequence[Span] = (),
) -> date:
    """The last day of a period that begins on the day after ``start``; days inside ``suspended`` are not counted.

    The day itself is not counted: 行政复议法 art. 88 and 行政诉讼法 art. 101 refer to 民事诉讼法 art. 85. A period of
    months or years ends on the day of the same number, or on the month's last day; days of suspension are added to it.
    Where an opinion is asked, a span runs from the day of asking to the day it comes in, and neither is counted: no text
    says more than 所需时间不计算在内 (政府信息公开条例 art. 33 (3)), so this is our convention.
    Raises MissingYearError where a working day must be told in an unannounced year.
    """
    if unit in (Unit.MONTHS, Unit.YEARS):
        end = _months_after(start, length * (12 if unit is Unit.YEARS else 1))
        end = _counted(end, _suspended_days(suspended, start, end), Unit.DAYS, workdays, suspended)
    else:
        end = _counted(start, length, unit, workdays, suspended)
    return workdays.next_working_day(end) if last_day_off is LastDayOff.NEXT_WORKING_DAY else end


def day_before(event: date, length: int, unit: Unit, workdays: WorkCalendar) -> date:
    """The last day on which something is ``length`` days ahead of an event (听证的七日前), counted back without it."""
    day = event
    while length:
        day -= ONE_DAY
        length -= unit is not Unit.WORKING_DAYS or workdays.is_working_day(day)
    return day


def _counted(start: date, length: int, unit: Unit, workdays: WorkCalendar, suspended: Sequence[Span]) -> date:
    day = start
    while length:
        day += ONE_DAY
        if _is_suspended(day, suspended):
            continue
        length -= unit is not Unit.WORKING_DAYS or workdays.is_working_day(day)
    return day


def _is_suspended(day: date, suspended: Sequence[Span]) -> bool:
    return any(span.first <= day <= span.last for span in suspended)


def _suspended_days(suspended: Sequence[Span], start: date, end: date) -> int:
    """Days of suspension after the start, up to the end."""
    days = (start + ONE_DAY * step for step in range(1, (end - start).days + 1))
    return sum(_is_suspended(day, suspended) for day in days)


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, gregorian.monthrange(year, month)[1]))
