"""The arithmetic of periods, on any days the calendar knows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from publicity.errors import MissingYearError
from publicity.rules import load_rules
from publicity.rules.periods import LastDayOff, Span, Unit, day_before, last_day
from publicity.rules.workdays import ONE_DAY

WORKDAYS = load_rules().workdays
LAST_START = date(2025, 6, 1)
DAY = st.dates(date(2004, 6, 1), LAST_START)
LENGTH = st.integers(1, 90)
COUNTED = st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS])
UNIT = st.sampled_from(list(Unit))
OFF = st.sampled_from(list(LastDayOff))
# Suspended spans: how many days after the event each begins (or before), and how many days it lasts.
SPANS = st.lists(st.tuples(st.integers(-20, 90), st.integers(0, 40)), max_size=3)
Spans = list[tuple[int, int]]


def end(start: date, length: int, unit: Unit, off: LastDayOff = LastDayOff.STAYS, spans: tuple[Span, ...] = ()) -> date:
    return last_day(start, _short(length, unit), unit, WORKDAYS, last_day_off=off, suspended=spans)


def _short(length: int, unit: Unit) -> int:
    """So many years would leave the calendar."""
    return {Unit.MONTHS: (length - 1) % 12 + 1, Unit.YEARS: 1}.get(unit, length)


def near(start: date, spans: Spans) -> tuple[Span, ...]:
    return tuple(Span(start + timedelta(begins), start + timedelta(begins + lasts)) for begins, lasts in spans)


@given(DAY, st.integers(0, 400), LENGTH, UNIT, OFF, SPANS)
def test_a_later_start_never_ends_earlier(
    start: date, days: int, length: int, unit: Unit, off: LastDayOff, spans: Spans
) -> None:
    """Monotone in the day of the event; where days are counted, whatever is suspended.

    Months are not, with suspended days among them: six months from 30 and from 31 August end on one day.
    """
    out = near(start, spans) if unit in (Unit.DAYS, Unit.WORKING_DAYS) else ()

    later = max(start, min(start + timedelta(days), LAST_START))  # no further than the announced years reach

    assert end(start, length, unit, off, out) <= end(later, length, unit, off, out)


@given(DAY, LENGTH, COUNTED, OFF)
def test_a_longer_period_never_ends_earlier(start: date, length: int, unit: Unit, off: LastDayOff) -> None:
    """Monotone in the length; strictly, where nothing rolls."""
    shorter, longer = end(start, length, unit, off), end(start, length + 1, unit, off)

    assert shorter <= longer
    assert off is not LastDayOff.STAYS or shorter < longer


@given(DAY, LENGTH, LENGTH, COUNTED)
def test_two_periods_in_a_row_are_their_sum(start: date, first: int, second: int, unit: Unit) -> None:
    """So many days and then so many are all of them: an extension counts on from the last day."""
    assert end(end(start, first, unit), second, unit) == end(start, first + second, unit)


@given(DAY, LENGTH)
def test_working_days_never_end_on_a_day_off(start: date, length: int) -> None:
    """And so many lie between, counted the other way."""
    last = end(start, length, Unit.WORKING_DAYS)

    assert WORKDAYS.is_working_day(last)
    assert WORKDAYS.working_days_between(start, last) == length


@given(DAY, LENGTH, UNIT)
def test_a_rolled_period_ends_on_the_first_working_day(start: date, length: int, unit: Unit) -> None:
    """Nothing but days off lies between the plain end and the rolled one."""
    plain, rolled = end(start, length, unit), end(start, length, unit, LastDayOff.NEXT_WORKING_DAY)
    between = [plain + ONE_DAY * step for step in range((rolled - plain).days)]

    assert WORKDAYS.is_working_day(rolled)
    assert [day for day in between if WORKDAYS.is_working_day(day)] == []


@given(DAY, LENGTH, UNIT, OFF, SPANS)
def test_suspended_days_only_move_the_end_later(
    start: date, length: int, unit: Unit, off: LastDayOff, spans: Spans
) -> None:
    """Time that is not counted never shortens a period, and the last day is a counted one where nothing rolls it."""
    out = near(start, spans)
    last = end(start, length, unit, off, out)

    assert end(start, length, unit, off) <= last
    if off is LastDayOff.STAYS and unit in (Unit.DAYS, Unit.WORKING_DAYS):
        assert not any(span.first <= last <= span.last for span in out)


@given(DAY, st.integers(1, 60), st.integers(1, 30))
def test_as_many_days_as_are_out_are_added(start: date, length: int, out: int) -> None:
    """Calendar days suspended inside a period are made up for, one by one."""
    span = Span(start + ONE_DAY, start + timedelta(out))

    assert end(start, length, Unit.DAYS, spans=(span,)) == start + timedelta(length + out)


@given(DAY, LENGTH, COUNTED)
def test_ahead_is_the_inverse_of_after(start: date, length: int, unit: Unit) -> None:
    """The day so many days ahead of the last day is the day the count began, where that could be counted itself."""
    assume(unit is Unit.DAYS or WORKDAYS.is_working_day(start))

    assert day_before(end(start, length, unit), length, unit, WORKDAYS) == start


@given(DAY, LENGTH)
def test_a_notice_ahead_leaves_so_many_working_days(event: date, length: int) -> None:
    """The last day for it is a working day, with one fewer working days between it and the event."""
    last = day_before(event, length, Unit.WORKING_DAYS, WORKDAYS)

    assert WORKDAYS.is_working_day(last)
    assert WORKDAYS.working_days_between(last, event - ONE_DAY) == length - 1


@given(DAY)
def test_the_next_working_day_of_itself_is_itself(day: date) -> None:
    """Idempotent, and never earlier."""
    following = WORKDAYS.next_working_day(day)

    assert following >= day
    assert WORKDAYS.next_working_day(following) == following


@given(DAY, st.integers(0, 280), st.integers(0, 280))
def test_working_days_between_add_up(start: date, first: int, second: int) -> None:
    """To a day, and from that day on."""
    middle, last = start + timedelta(first), start + timedelta(first + second)
    halves = WORKDAYS.working_days_between(start, middle) + WORKDAYS.working_days_between(middle, last)

    assert halves == WORKDAYS.working_days_between(start, last)


@given(DAY, st.integers(1, 18))
@example(date(2024, 8, 31), 6)
def test_months_end_on_the_same_number_or_the_months_last(start: date, months: int) -> None:
    """Of the month so many later, and no other."""
    last = last_day(start, months, Unit.MONTHS, WORKDAYS)

    assert (last.year * 12 + last.month) - (start.year * 12 + start.month) == months
    assert last.day == start.day or (last.day < start.day and (last + ONE_DAY).day == 1)


@given(DAY)
def test_a_year_is_twelve_months(start: date) -> None:
    """29 February ends on the 28th."""
    assert last_day(start, 1, Unit.YEARS, WORKDAYS) == last_day(start, 12, Unit.MONTHS, WORKDAYS)


@pytest.mark.parametrize(
    ("unit", "off", "fails"),
    [
        (Unit.DAYS, LastDayOff.STAYS, False),
        (Unit.MONTHS, LastDayOff.STAYS, False),
        (Unit.DAYS, LastDayOff.NEXT_WORKING_DAY, True),
        (Unit.WORKING_DAYS, LastDayOff.STAYS, True),
    ],
)
def test_an_unannounced_year_is_missed_only_where_it_is_needed(unit: Unit, off: LastDayOff, fails: bool) -> None:
    """Calendar days need no notice of holidays; a working day does."""
    if not fails:
        assert last_day(date(2026, 12, 20), 20, unit, WORKDAYS, last_day_off=off).year >= 2027
        return
    with pytest.raises(MissingYearError) as caught:
        last_day(date(2026, 12, 20), 20, unit, WORKDAYS, last_day_off=off)
    assert caught.value.year == 2027
