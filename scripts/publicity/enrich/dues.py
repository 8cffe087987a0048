"""By when a record was, or is, to be published, which rule says so, and how late it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from publicity.enrich.selecting import day_of, fits, value_at
from publicity.errors import MissingYearError
from publicity.model.record import Record
from publicity.rules import DeadlineRule, Rules
from publicity.rules.deadlines import Judges, Recurs


@dataclass(frozen=True)
class Due:
    """One rule put to one record.

    ``due_on`` is the last day that is good beyond doubt; ``limit_on`` the day that the text names, from which lateness
    counts. They differ only for 之前, whose text does not say whether the day itself is good. ``due_on`` is None while
    the holidays of ``missing_year`` are unknown. ``inferred`` says why the rule reaches this record only by our reading.
    """

    rule: DeadlineRule
    starts_on: date | None
    due_on: date | None
    limit_on: date | None
    done_on: date | None
    inferred: str = ""
    missing_year: int | None = None

    @property
    def certain(self) -> bool:
        """Whether the rule's text has been read, and reaches this record by its own words."""
        return self.rule.verified and not self.inferred

    @property
    def unsure(self) -> str:
        """Why it is not certain, in words; empty when it is."""
        return self.inferred or ("" if self.rule.verified else "这条规则未核实")

    def days_late(self, today: date) -> int:
        """Days past the limit when it was published, or until today while it is not; 0 when in time."""
        return max(0, ((self.done_on or today) - self.limit_on).days) if self.limit_on else 0

    def days_left(self, today: date) -> int | None:
        """Days from today to the last good day; None once published, or where the day is unknown."""
        return (self.due_on - today).days if self.due_on and self.done_on is None else None

    @property
    def doubtful(self) -> bool:
        """Published on the very day that the text names, without saying whether it counts."""
        return self.rule.recurs is Recurs.YEARLY and self.done_on is not None and self.done_on == self.limit_on


def dues_of(record: Record, rules: Rules) -> tuple[Due, ...]:
    """Every rule that reaches the record, earliest day first; a record is judged by the rules of its own dates.

    A rule gives way to one that ``displaces`` it (法律、法规另有规定的，从其规定).
    """
    found = [due for rule in rules.deadlines for due in _judged(rule, record, rules)]
    displaced = {name for due in found for name in due.rule.displaces}
    kept = [due for due in found if due.rule.id not in displaced]
    return tuple(sorted(kept, key=lambda due: (due.due_on is None, due.due_on or date.max)))


def latest_breach(dues: Iterable[Due], today: date) -> Due | None:
    """The due that a reader is told of first: a certain one before an inferred one, the later before the less late."""
    late = [due for due in dues if due.days_late(today)]
    return max(late, key=lambda due: (due.certain, due.days_late(today)), default=None)


def _judged(rule: DeadlineRule, record: Record, rules: Rules) -> Iterator[Due]:
    for selector in rule.judges:
        if selector.kind != record.kind or not fits(record, selector.when):
            continue
        done = day_of(value_at(record, selector.done))
        if selector.year is not None:
            year = int(value_at(record, selector.year)) + 1
            named, last = rule.named_day(year), rule.due_in(year)
            if rule.in_force_on(named):
                yield Due(rule, None, last, named, done, selector.inferred)
        else:
            yield from _counted(rule, record, selector, done, rules)
        return


def _counted(rule: DeadlineRule, record: Record, selector: Judges, done: date | None, rules: Rules) -> Iterator[Due]:
    start = next(filter(None, (day_of(value_at(record, name)) for name in selector.starts)), None)
    if start is None or not rule.in_force_on(start):
        return
    try:
        last = rule.due_after(start, rules.workdays)
    except MissingYearError as error:
        yield Due(rule, start, None, None, done, selector.inferred, error.year)
        return
    yield Due(rule, start, last, last, done, selector.inferred)
