"""Late publication is told, with the rule and the days, and never stops a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import corpus_of, make_town, record

from publicity.checks.deadlines import check_deadlines
from publicity.finding import Finding
from publicity.rules import Rules, load_rules
from publicity.rules.deadlines import DeadlineRule

ITEM = {
    "id": "twenty", "subject": "主动公开", "recurs": "after_event", "length": 20, "unit": "working_days",
    "event": "形成", "wording": "20个工作日内", "basis": {"statute": "甲条例", "article": 26}, "verified": True,
    "judges": [{"kind": "disclosure_item", "starts": ["formed_on"]}],
}  # fmt: skip
YEARLY = {
    "id": "april", "subject": "年度报告", "recurs": "yearly", "month_day": "04-01", "bound": "before",
    "wording": "4月1日之前", "source": "乙规定", "verified": True,
    "judges": [{"kind": "annual_report", "year": "year", "inferred": "是否适用待认定"}],
}  # fmt: skip


def rules_of(*rules: dict[str, object]) -> Rules:
    return replace(load_rules(), deadlines=tuple(DeadlineRule.model_validate(rule) for rule in rules))


def found(folder: Path, today: date, rules: Rules, **fields: str) -> list[Finding]:
    corpus = corpus_of(make_town(folder, {"disclosure/2026/2026-00001.md": record(**fields)}))
    return list(check_deadlines(corpus, rules, today))


@pytest.mark.parametrize(
    ("formed", "published", "today", "words"),
    [
        # After Tuesday 2026-09-01: 13 working days to Friday 09-18, Sunday 09-20 is worked (14), 21–24 (18),
        # 中秋 25–27 is off, 28 (19), 29 (20).
        ("2026-09-01", "2026-09-29 10:00", date(2026, 11, 1), ""),
        ("2026-09-01", "2026-09-30 10:00", date(2026, 11, 1), "公开日期 2026-09-30 晚于期限 2026-09-29，迟 1 天"),
        ("2026-09-01", "待核定", date(2026, 9, 29), ""),
        ("2026-09-01", "待核定", date(2026, 9, 30), "应在 2026-09-29 前公开，已过 1 天，还没有填实际的日期"),
        ("待核定", "2026-09-29 10:00", date(2026, 11, 1), ""),
        ("2026-12-20", "2026-12-31 10:00", date(2027, 3, 1), ""),
        ("2026-12-20", "2027-02-01 10:00", date(2027, 3, 1), "应公开日要用到2027年的放假安排，还推算不出来"),
        ("2026-12-20", "待核定", date(2026, 12, 21), "应公开日要用到2027年的放假安排，还推算不出来"),
    ],
)
def test_a_record_is_told_when_it_is_late(tmp_path: Path, formed: str, published: str, today: date, words: str) -> None:
    """Past its last working day, published or not, and where the calendar does not reach."""
    findings = found(tmp_path, today, rules_of(ITEM), formed_on=formed, published_at=published)

    assert [one.message for one in findings] == ([words] if words else [])
    assert [one for one in findings if one.blocks] == []


def test_a_finding_names_the_rule_its_basis_and_the_honest_cure(tmp_path: Path) -> None:
    """The line of the publication date; the date is not to be moved."""
    (one,) = found(tmp_path, date(2026, 11, 1), rules_of(ITEM), formed_on="2026-09-01", published_at="2026-09-30 10:00")

    assert (one.line, one.rule) == (9, "deadline")
    assert one.basis == "《甲条例》第二十六条：20个工作日内"
    assert "late_reason" in one.cure
    assert "不得改动日期" in one.cure


def test_a_missing_year_names_the_file_and_the_form(tmp_path: Path) -> None:
    """On one line: the file to add, and where its form stands."""
    (one,) = found(tmp_path, date(2026, 12, 21), rules_of(ITEM), formed_on="2026-12-20", published_at="待核定")

    assert "data/workdays/2027.yml" in one.cure
    assert "data/workdays/README.md" in one.cure
    assert "\n" not in one.cure


def test_a_reason_given_is_an_answer(tmp_path: Path) -> None:
    """What staff have explained is not told again; the page still says it."""
    late = {"formed_on": "2026-09-01", "published_at": "2026-09-30 10:00", "late_reason": "系统检修"}

    assert found(tmp_path, date(2026, 11, 1), rules_of(ITEM), **late) == []


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2026-03-31 10:00", []),
        (
            "2026-04-01 10:00",
            ["公开日期 2026-04-01 正是限期当日，条文（4月1日之前）没有写当日算不算（是否适用待认定）"],
        ),
        ("2026-04-02 10:00", ["公开日期 2026-04-02 晚于期限 2026-04-01，迟 1 天（是否适用待认定）"]),
    ],
)
def test_the_day_before_which_counts_as_doubtful(tmp_path: Path, published: str, words: list[str]) -> None:
    """之前 leaves open whether the named day is good: on it doubt, after it lateness; an inference says so."""
    fields = {"kind": "annual_report", "report_kind": "rule_of_law", "year": "2025", "formed_on": "2026-01-05"}
    findings = found(tmp_path, date(2026, 11, 1), rules_of(YEARLY), published_at=published, **fields)

    assert [one.message for one in findings] == words


def test_the_town_is_judged_by_the_rules_of_the_time(tmp_path: Path) -> None:
    """A rule that came later does not reach back."""
    later = ITEM | {"effective_from": "2026-10-01"}

    assert (
        found(tmp_path, date(2026, 11, 1), rules_of(later), formed_on="2026-06-01", published_at="2026-09-30 10:00")
        == []
    )
