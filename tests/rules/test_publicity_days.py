"""When the days, weeks and months of legal publicity fall."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from lunardate import LunarDate

from publicity.rules import DATA_DIR, load_rules
from publicity.rules.publicity_days import NthWeekday, PublicityDay, Span, nth_weekday

DAYS = {one.id: one for one in load_rules().days}


def rule(when: dict[str, object], **fields: object) -> PublicityDay:
    return PublicityDay.model_validate({"id": "a", "name": "甲", "source": "乙", "when": when} | fields)


@pytest.mark.parametrize(
    ("month", "weekday", "nth", "day"),
    [
        (5, 7, 3, date(2026, 5, 17)),
        (9, 6, 3, date(2026, 9, 19)),
        (11, 7, 1, date(2026, 11, 1)),
        (11, 6, 1, date(2026, 11, 7)),
        (11, 1, 5, date(2026, 11, 30)),
        (11, 2, 5, None),
        (2, 1, 5, None),
    ],
)
def test_the_nth_weekday_of_a_month(month: int, weekday: int, nth: int, day: date | None) -> None:
    """Counted from the month's first such day; a fifth that does not exist is none."""
    assert nth_weekday(2026, NthWeekday(month=month, weekday=weekday, nth=nth)) == day


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ({"month_day": "12-04"}, "2026-12-04", "2026-12-04"),
        ({"from": "05-01", "to": "05-07"}, "2026-05-01", "2026-05-07"),
        ({"month": 2}, "2026-02-01", "2026-02-28"),
        ({"month": 12}, "2026-12-01", "2026-12-31"),
        ({"week_of": "05-15"}, "2026-05-11", "2026-05-17"),
        ({"week_of": "05-11"}, "2026-05-11", "2026-05-17"),
        ({"week_of": "05-17"}, "2026-05-11", "2026-05-17"),
        ({"week_of": "01-01"}, "2025-12-29", "2026-01-04"),
        ({"years": {2026: {"from": "2026-12-01", "to": "2026-12-07"}}}, "2026-12-01", "2026-12-07"),
    ],
)
def test_each_way_of_fixing_a_date(when: dict[str, object], first: str, last: str) -> None:
    """A day, a range, a month, the week around a day (Monday to Sunday), or the year's own notice."""
    assert rule(when).span_in(2026) == Span(date.fromisoformat(first), date.fromisoformat(last))


def test_a_leap_month_ends_on_its_last_day() -> None:
    """February of a leap year has 29 days."""
    assert rule({"month": 2}).span_in(2028) == Span(date(2028, 2, 1), date(2028, 2, 29))


def test_a_year_without_a_notice_is_unknown() -> None:
    """Nothing is guessed for a year nobody has published."""
    assert rule({"years": {2025: {"from": "2025-12-01", "to": "2025-12-07"}}}).span_in(2026) is None
    assert rule({"years": {}}).span_in(2026) is None


@pytest.mark.parametrize(("year", "held"), [(2025, False), (2026, True), (2027, True), (2028, False)])
def test_a_day_falls_only_while_its_rule_holds(year: int, held: bool) -> None:
    """Before it was founded and after it was ended, a day does not fall."""
    one = rule({"month_day": "06-05"}, effective_from="2026-01-01", effective_to="2027-12-31")

    assert (one.span_in(year) is not None) is held


def test_environment_day_changes_its_ground_in_2026() -> None:
    """环境日 of the law holds in 2026 and ends with the law; from 2027 the international day stands there."""
    assert (DAYS["environment-day"].span_in(2026), DAYS["world-environment-day"].span_in(2026)) == (
        Span(date(2026, 6, 5), date(2026, 6, 5)),
        None,
    )
    assert DAYS["environment-day"].span_in(2027) is None
    assert DAYS["world-environment-day"].span_in(2027) == Span(date(2027, 6, 5), date(2027, 6, 5))


@pytest.mark.parametrize("year", sorted(DAYS["seniors-day"].when.years or {}))
def test_seniors_day_is_the_ninth_of_the_ninth_month(year: int) -> None:
    """老年节 is 九月初九 of the lunar calendar, checked against another program."""
    day = LunarDate(year, 9, 9).to_solar_date()

    assert DAYS["seniors-day"].span_in(year) == Span(day, day)


@pytest.mark.parametrize("year", sorted(DAYS["harvest-festival"].when.years or {}))
def test_the_harvest_festival_is_near_the_equinox(year: int) -> None:
    """秋分 falls on 22, 23 or 24 September."""
    span = DAYS["harvest-festival"].span_in(year)

    assert span is not None
    assert span.first == span.last
    assert date(year, 9, 22) <= span.first <= date(year, 9, 24)


@pytest.mark.parametrize("one", [one for one in DAYS.values() if one.when.years], ids=lambda one: one.id)
def test_the_notice_of_a_year_lies_in_that_year(one: PublicityDay) -> None:
    """A range is in order, in its own year, and no longer than a month."""
    wrong = [
        year
        for year, span in (one.when.years or {}).items()
        if not (span.first.year == span.last.year == year and 0 <= (span.last - span.first).days <= 31)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("constitution-day", "2026-12-04", "2026-12-04"),
        ("national-security-day", "2026-04-15", "2026-04-15"),
        ("disabled-persons-day", "2026-05-17", "2026-05-17"),
        ("national-defence-day", "2026-09-19", "2026-09-19"),
        ("family-education-week", "2026-05-11", "2026-05-17"),
        ("sports-week", "2026-08-03", "2026-08-09"),
        ("civil-code-month", "2026-05-01", "2026-05-31"),
        ("science-month", "2026-09-01", "2026-09-30"),
    ],
)
def test_the_days_of_2026(name: str, first: str, last: str) -> None:
    """The project's own days fall where a wall calendar has them."""
    assert DAYS[name].span_in(2026) == Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("year", range(2018, 2041))
def test_no_day_breaks_any_year(year: int) -> None:
    """Every rule gives a span in order, or none, in every year the site may be built in."""
    spans = [span for one in DAYS.values() if (span := one.span_in(year)) is not None]

    assert [span for span in spans if span.first > span.last] == []
    assert spans


def test_rules_are_read_from_any_folder(tmp_path: Path) -> None:
    """The rules of a copy of data/ are the same rules."""
    copied = shutil.copytree(DATA_DIR, tmp_path / "data")

    assert load_rules(copied) == load_rules()
