"""How punctually things were published, year by year: only what a read rule says beyond doubt counts as late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median

from publicity.enrich.dues import Due
from publicity.enrich.facts import Facts
from publicity.enrich.selecting import day_of


@dataclass(frozen=True)
class Punctuality:
    """Records published in ``year``; ``median_late`` in days, of the late ones, None where there are none.

    ``unknown`` are those for which no rule that we are sure of gives a day, or only the very day that the text names.
    """

    year: int
    in_time: int
    late: int
    unknown: int
    median_late: float | None


def punctuality(facts: Facts) -> tuple[Punctuality, ...]:
    """By the year of publication, earliest first; years without a publication are left out."""
    years: dict[int, list[int | None]] = defaultdict(list)
    for year, late in _published(facts):
        years[year].append(late)
    return tuple(_summed(year, years[year]) for year in sorted(years))


def _published(facts: Facts) -> Iterator[tuple[int, int | None]]:
    """Year of publication and days late of each published record; None where that is not known."""
    for _, record in facts.corpus.records:
        if (day := day_of(record.published_at)) is not None:
            yield day.year, _days_late(facts.dues[record.serial], facts.today)


def _days_late(dues: tuple[Due, ...], today: date) -> int | None:
    sure = [due for due in dues if due.certain and due.limit_on is not None and due.done_on is not None]
    late = max((due.days_late(today) for due in sure), default=None)
    return None if late == 0 and any(due.doubtful for due in sure) else late


def _summed(year: int, lates: list[int | None]) -> Punctuality:
    known = [late for late in lates if late is not None]
    late = [days for days in known if days]
    return Punctuality(
        year=year,
        in_time=len(known) - len(late),
        late=len(late),
        unknown=len(lates) - len(known),
        median_late=median(late) if late else None,
    )
