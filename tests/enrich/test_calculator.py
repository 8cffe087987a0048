"""The limits of a page counted out: for the table, for the browser, and where the calendar does not reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from publicity.enrich.calculator import Answer, answer, calculator_of
from publicity.rules import DeadlineRule, Rules, load_rules

RULE = {
    "id": "reply", "subject": "答复", "recurs": "after_event", "length": 20, "unit": "working_days", "event": "收到申请",
    "wording": "20个工作日内", "source": "甲条例", "extension": {"length": 20, "unit": "working_days", "wording": "可以延长"},
}  # fmt: skip
YEARLY = {
    "id": "report",
    "subject": "报告",
    "recurs": "yearly",
    "month_day": "01-31",
    "wording": "每年",
    "source": "甲",
}
TODAY = date(2026, 11, 22)


def rules_of(*values: dict[str, object]) -> Rules:
    return replace(load_rules(), deadlines=tuple(DeadlineRule.model_validate(one) for one in values))


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        # After Tuesday 2026-09-01: Friday 09-18 is the 13th working day, Sunday 09-20 is worked, 中秋 25–27 is off: 09-29
        # is the 20th. Then 09-30 (1), 国庆 to 10-07 is off, 10-08 and 09 (3), Saturday 10-10 is worked (4), 12–16 (9),
        # 19–23 (14), 26–30 (19), Monday 11-02 (20).
        (date(2026, 9, 1), Answer(date(2026, 9, 29), date(2026, 11, 2))),
        # 12-01 is a Tuesday without holidays after it: 12-29, and the extension runs into 2027.
        (date(2026, 12, 1), Answer(date(2026, 12, 29), None, 2027)),
        (date(2026, 12, 4), Answer(None, None, 2027)),
        (date(2027, 3, 1), Answer(None, None, 2027)),
    ],
)
def test_the_last_day_is_told_as_far_as_the_calendar_goes(start: date, expected: Answer) -> None:
    """Main limit and extension each say which year they wait for; nothing is guessed."""
    assert answer(DeadlineRule.model_validate(RULE), start, load_rules().workdays) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        # 60 days from Sunday 2026-05-31 end on Thursday 07-30; from 08-01 on 09-30; from 08-02 on 10-01: 国庆 to 10-07.
        (date(2026, 5, 31), Answer(date(2026, 7, 30))),
        (date(2026, 8, 1), Answer(date(2026, 9, 30))),
        (date(2026, 8, 2), Answer(date(2026, 10, 8))),
        # From 11-02 they end on 2027-01-01, which may be pushed on by as many days as the notice will say.
        (date(2026, 11, 2), Answer(missing_year=2027, not_before=date(2027, 1, 1))),
    ],
)
def test_a_limit_of_plain_days_tells_the_day_it_cannot_end_before(start: date, expected: Answer) -> None:
    """Only whether its last day is a day off is unknown."""
    days = RULE | {"length": 60, "unit": "days", "last_day_off": "next_working_day", "extension": None}
    rule = DeadlineRule.model_validate(days | {"last_day_basis": {"statute": "乙法"}})

    assert answer(rule, start, load_rules().workdays) == expected


def test_a_day_before_the_rule_has_no_answer() -> None:
    """What happened before the rule took effect is not judged by it."""
    later = DeadlineRule.model_validate(RULE | {"effective_from": "2026-06-01"})

    assert answer(later, date(2026, 5, 31), load_rules().workdays) == Answer()
    assert answer(later, date(2026, 6, 1), load_rules().workdays).due_on == date(2026, 6, 30)


def test_the_table_holds_today_and_the_six_days_after() -> None:
    """One row a day, weekends too, one answer a rule in the order the page names them."""
    days = RULE | {"id": "days", "length": 15, "unit": "days"}
    found = calculator_of(("days", "reply"), rules_of(RULE, days), TODAY)

    assert found is not None
    assert [rule.id for rule in found.rules] == ["days", "reply"]
    assert [row.start.day for row in found.rows] == list(range(22, 29))
    assert found.rows[0].answers[0].due_on == date(2026, 12, 7)
    assert [row.answers[1].due_on for row in found.rows[:3]] == [
        date(2026, 12, 18),
        date(2026, 12, 21),
        date(2026, 12, 22),
    ]
    assert [row.answers[1].missing_year for row in found.rows] == [2027] * 7


def test_the_browser_gets_the_days_that_differ_from_a_plain_week() -> None:
    """From two years back, for rules that count back from the first day it may be asked about, to the last year known."""
    found = calculator_of(("reply",), rules_of(RULE), TODAY)

    assert found is not None
    assert (found.first, found.years, found.known_until) == (date(2025, 1, 1), (2024, 2025, 2026), date(2026, 12, 31))
    assert date(2026, 10, 1) in found.off
    assert date(2026, 10, 10) in found.working
    assert all(day.weekday() < 5 for day in found.off)


@pytest.mark.parametrize(
    ("names", "changes"),
    [
        ((), {}),
        (("no-such-rule",), {}),
        (("report",), {}),
        (("reply",), {"effective_to": "2026-11-21"}),
        (("reply",), {"effective_from": "2026-11-23"}),
    ],
)
def test_there_is_no_calculator_without_a_rule_that_holds(names: tuple[str, ...], changes: dict[str, str]) -> None:
    """Unknown, yearly, lapsed and coming rules are not shown."""
    assert calculator_of(names, rules_of(RULE | changes, YEARLY), TODAY) is None


def test_a_site_built_long_after_the_last_known_year_still_has_its_table() -> None:
    """Every cell waits for the notice, and no error is raised."""
    found = calculator_of(("reply",), rules_of(RULE), date(2031, 5, 1))

    assert found is not None
    assert found.known_until == date(2026, 12, 31)
    assert {one.missing_year for row in found.rows for one in row.answers} == {2031}
