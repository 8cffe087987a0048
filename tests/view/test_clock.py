"""What a reader is told about a page's date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from publicity.enrich.dues import Due
from publicity.rules.deadlines import DeadlineRule
from publicity.view.clock import clock_rows

RULE = DeadlineRule.model_validate(
    {
        "id": "twenty", "subject": "主动公开", "recurs": "after_event", "length": 20, "unit": "working_days",
        "event": "形成", "wording": "20个工作日内", "basis": {"statute": "甲条例", "article": 26}, "verified": True,
    }
)  # fmt: skip
YEARLY = DeadlineRule.model_validate(
    {
        "id": "april", "subject": "报告", "recurs": "yearly", "month_day": "04-01", "bound": "before",
        "wording": "4月1日之前", "source": "乙规定",
    }
)  # fmt: skip
LAST = date(2021, 3, 29)
DUE = Due(RULE, date(2021, 3, 1), LAST, LAST, None)
REPORT = Due(YEARLY, None, date(2021, 3, 31), date(2021, 4, 1), None)


@pytest.mark.parametrize(
    ("due", "today", "state", "words"),
    [
        (replace(DUE, done_on=date(2022, 5, 30)), date(2026, 1, 1), "late",
         "最迟应在2021年3月29日公开，实际2022年5月30日公开，迟了427天。"),
        (replace(DUE, done_on=date(2021, 3, 29)), date(2026, 1, 1), "in_time",
         "最迟应在2021年3月29日公开，实际2021年3月29日公开，没有迟。"),
        (replace(DUE, done_on=date(2021, 3, 19)), date(2026, 1, 1), "in_time",
         "最迟应在2021年3月29日公开，实际2021年3月19日公开，提前10天。"),
        (DUE, date(2021, 3, 28), "running", "最迟应在2021年3月29日公开，还有1天。"),
        (DUE, date(2021, 3, 29), "running", "最迟应在2021年3月29日公开，期限到了。"),
        (DUE, date(2021, 3, 30), "overdue", "最迟应在2021年3月29日公开，已过1天，还没有公开。"),
        (replace(REPORT, done_on=date(2021, 4, 1)), date(2026, 1, 1), "doubtful",
         "应在2021年4月1日之前公开，实际2021年4月1日公开，正是限期当日；条文没有写当日算不算。"),
        (replace(REPORT, done_on=date(2022, 5, 30)), date(2026, 1, 1), "late",
         "应在2021年4月1日之前公开，实际2022年5月30日公开，迟了424天。"),
        (REPORT, date(2021, 4, 1), "running", "应在2021年4月1日之前公开，期限到了。"),
        (replace(DUE, due_on=None, limit_on=None, missing_year=2027), date(2026, 12, 30), "unknown",
         "要等2027年的放假安排公布以后才能推算。"),
    ],
)  # fmt: skip
def test_the_sentence_says_what_was_due_and_what_happened(due: Due, today: date, state: str, words: str) -> None:
    """Due date, published date, early or late by how many days."""
    (row,) = clock_rows([due], today)

    assert (row.state, row.words) == (state, words)


def test_a_row_names_its_rule_and_its_doubts() -> None:
    """From which day it is counted, by which article; an unread rule and an inference are said."""
    counted, inferred = clock_rows([DUE, replace(REPORT, inferred="是否适用待认定")], LAST)

    assert (counted.rule, counted.basis, counted.unsure) == (
        "20个工作日内，从2021年3月1日的第二天算起", "《甲条例》第二十六条", "",
    )  # fmt: skip
    assert (inferred.rule, inferred.basis, inferred.unsure) == ("4月1日之前", "乙规定", "是否适用待认定")
