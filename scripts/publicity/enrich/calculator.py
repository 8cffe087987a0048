"""By when, if it happens today: the limits of a page, counted out for its readers from any day they ask about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from publicity.errors import MissingYearError
from publicity.rules import DeadlineRule, Rules, WorkCalendar
from publicity.rules.deadlines import Recurs
from publicity.rules.periods import Unit
from publicity.rules.workdays import ONE_DAY

# The table for readers without scripts: the day the site is built and the six after it.
TABLE_DAYS = 7


@dataclass(frozen=True)
class Answer:
    """The last day of one limit; ``extended_on`` after its longest extension, where the rule knows one.

    ``missing_year`` is the year whose holidays the first of them that is None waits for; ``not_before`` the day on which
    a limit ends that a day off would only push on. With nothing the rule does not hold for what happens on that day.
    """

    due_on: date | None = None
    extended_on: date | None = None
    missing_year: int | None = None
    not_before: date | None = None


@dataclass(frozen=True)
class Row:
    """What happens on ``start``: one answer a rule, in their order."""

    start: date
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Calculator:
    """What a page shows, and what a browser needs to count by itself from ``first`` on.

    ``off`` and ``working`` are the days of the known ``years`` that differ from a plain week. The year before ``first``
    is among them, for rules that count back.
    """

    rules: tuple[DeadlineRule, ...]
    today: date
    first: date
    years: tuple[int, ...]
    off: tuple[date, ...]
    working: tuple[date, ...]
    rows: tuple[Row, ...]

    @property
    def known_until(self) -> date:
        """The last day of which it is known whether people work."""
        return date(max(self.years), 12, 31)


def calculator_of(names: Iterable[str], rules: Rules, today: date) -> Calculator | None:
    """For the rules of those ids that count from an event and hold today; None where there is none."""
    asked = [rules.deadline(name) for name in names]
    shown = tuple(
        one for one in asked if one is not None and one.recurs is Recurs.AFTER_EVENT and one.in_force_on(today)
    )
    if not shown:
        return None
    years = tuple(sorted(year for year in rules.workdays.years if year >= today.year - 2))
    known = [pair for year in years for pair in rules.workdays.exceptions(year, year)]
    return Calculator(
        shown,
        today,
        date(today.year - 1, 1, 1),
        years or (max(rules.workdays.years),),
        tuple(day for day, works in known if not works),
        tuple(day for day, works in known if works),
        tuple(_row(shown, today + ONE_DAY * step, rules.workdays) for step in range(TABLE_DAYS)),
    )


def answer(rule: DeadlineRule, start: date, workdays: WorkCalendar) -> Answer:
    """Counted from what happens on ``start``; an unannounced year is an answer too, never an error."""
    if not rule.in_force_on(start):
        return Answer()
    due: date | None = None
    try:
        due = rule.due_after(start, workdays)
        return Answer(due, rule.extended(rule.end_after(start, workdays), workdays) if rule.extension else None)
    except MissingYearError as error:
        return Answer(due, None, error.year, None if due else _plain_end(rule, start, workdays))


def _plain_end(rule: DeadlineRule, start: date, workdays: WorkCalendar) -> date | None:
    """Where the limit ends whatever the holidays; None where working days are counted."""
    return None if rule.unit is Unit.WORKING_DAYS else rule.end_after(start, workdays)


def _row(rules: tuple[DeadlineRule, ...], start: date, workdays: WorkCalendar) -> Row:
    return Row(start, tuple(answer(rule, start, workdays) for rule in rules))
