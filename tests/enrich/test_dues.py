"""When each record was due, which rule says so, and how late it was: by the project's own rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import ORGAN, corpus_of, make_town, record
from whole import ROOT

from publicity.enrich.dues import Due, dues_of, latest_breach
from publicity.rules import Rules, load_rules
from publicity.rules.deadlines import DeadlineRule

RULES = load_rules()
TODAY = date(2026, 11, 22)


def dues(folder: Path, content: str, uri: str = "disclosure/2026/2026-00001.md", rules: Rules = RULES) -> list[Due]:
    """The dues of the town's one record; it must be a record that can be read."""
    ((_, one),) = corpus_of(make_town(folder, {uri: content})).records
    return list(dues_of(one, rules))


def told(found: list[Due]) -> list[tuple[str, str, str]]:
    """Rule, last good day, and the day it was done."""
    return [(due.rule.id, str(due.due_on), str(due.done_on)) for due in found]


def report(**fields: str) -> str:
    values = {"kind": "annual_report", "report_kind": "rule_of_law", "year": "2023", "formed_on": "", "category": "-"}
    return record(**(values | fields))


def result(**fields: str) -> str:
    values = {
        "kind": "enforcement_result", "result_kind": "penalty", "decision_number": "待核定", "decided_on": "2024-02-09",
        "party_kind": "legal_person", "party_name": "某某合作社", "facts": "未批先建。", "outcome": "罚款。",
        "deciding_organ": ORGAN, "legal_bases": "[{statute: 城乡规划法, article: 65}]", "formed_on": "", "category": "-",
        "published_at": "2024-02-20 09:00",
    }  # fmt: skip
    return record(**(values | fields))


def test_the_seed_report_was_427_and_424_days_late() -> None:
    """By article 26 of the regulation, certain; by article 24 of the provisions, by inference. Its dates stand as they are."""
    corpus = corpus_of(ROOT / "mkdocs.yml")
    (seed,) = (one for _, one in corpus.records if one.serial == "2022-1843313")
    general, yearly = dues_of(seed, RULES)

    assert (general.rule.id, general.starts_on) == ("proactive-disclosure", date(2021, 3, 1))
    assert (general.due_on, general.limit_on, general.days_late(TODAY)) == (date(2021, 3, 29), date(2021, 3, 29), 427)
    assert (yearly.rule.id, yearly.starts_on) == ("rule-of-law-report-public", None)
    assert (yearly.due_on, yearly.limit_on, yearly.days_late(TODAY)) == (date(2021, 3, 31), date(2021, 4, 1), 424)
    assert (general.certain, yearly.certain) == (True, False)
    assert "由本机关认定" in yearly.inferred
    assert {due.done_on for due in (general, yearly)} == {date(2022, 5, 30)}
    assert latest_breach((general, yearly), TODAY) == general


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # Mon 2024-01-29: the case of the leap day.
        (record(formed_on="2024-01-29", published_at="2024-02-20 09:00"),
         [("proactive-disclosure", "2024-02-29", "2024-02-20")]),
        (record(formed_on="2024-01-29", published_at="待核定"), [("proactive-disclosure", "2024-02-29", "None")]),
        (record(formed_on="待核定"), []),
        (record(formed_on="2007-01-29"), []),
        # Mon 2019-05-13, still by the rule of 2008: 14–17 (4), 20–24 (9), 27–31 (14), 3–6 (18), 端午 7–9, 10, 11 (20).
        (record(formed_on="2019-05-13", published_at="2019-06-11 09:00"),
         [("proactive-disclosure-2008", "2019-06-11", "2019-06-11")]),
        # The budget's own rule stands in the place of the general one, once the day of approval is known.
        (record(category='"20.7"', formed_on="2024-02-05", approved_on="2024-02-10", published_at="2024-03-01 09:00"),
         [("budget", "2024-03-01", "2024-03-01")]),
        (record(category='"20.7"', formed_on="2024-01-29", published_at="2024-03-01 09:00"),
         [("proactive-disclosure", "2024-02-29", "2024-03-01")]),
        (record(category='"20.8"', formed_on="2024-01-29", approved_on="2024-02-10", published_at="2024-03-01 09:00"),
         [("proactive-disclosure", "2024-02-29", "2024-03-01")]),
    ],
)  # fmt: skip
def test_an_item_is_due_by_the_rule_of_its_own_date(
    tmp_path: Path, content: str, expected: list[tuple[str, str, str]]
) -> None:
    """From the day it was formed or approved; what has no day, or a day before all rules, is not judged."""
    assert told(dues(tmp_path, content)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # Fri 2024-02-09: 10–17 off, Sun 18 worked (1), 19–23 (6), Mon 26 (7).
        ({}, [("licence-or-penalty-result", "2024-02-26", "2024-02-20")]),
        ({"result_kind": "licence"}, [("licence-or-penalty-result", "2024-02-26", "2024-02-20")]),
        # Then 26–1 March (11), 4–8 (16), 11–14 (20).
        ({"result_kind": "inspection"}, [("enforcement-result", "2024-03-14", "2024-02-20")]),
        ({"decided_on": "待核定"}, []),
        ({"decided_on": "2018-12-04"}, []),
        ({"withdrawal": "{withdrawn_on: 2024-03-01, reason: 复议撤销}"},
         [("licence-or-penalty-result", "2024-02-26", "2024-02-20")]),
        # Fri 2024-02-23: 26, 27, 28 (3).
        ({"withdrawal": "{annulled_on: 2024-02-23, withdrawn_on: 2024-03-01, reason: 复议撤销}"},
         [("licence-or-penalty-result", "2024-02-26", "2024-02-20"), ("penalty-withdrawal", "2024-02-28", "2024-03-01")]),
        ({"result_kind": "licence", "withdrawal": "{annulled_on: 2024-02-23, withdrawn_on: 2024-03-01, reason: 撤销}"},
         [("licence-or-penalty-result", "2024-02-26", "2024-02-20")]),
    ],
)  # fmt: skip
def test_a_result_is_due_from_its_decision_and_its_withdrawal_from_the_annulment(
    tmp_path: Path, fields: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    """7 working days for licences and penalties, 20 for the rest, 3 to take an annulled penalty down."""
    assert told(dues(tmp_path, result(**fields), "enforcement/results/2026-00001.md")) == expected


def test_a_late_withdrawal_is_two_days_late(tmp_path: Path) -> None:
    """Wednesday 28 February to Friday 1 March; it is counted from the annulment, not from the publication."""
    withdrawal = "{annulled_on: 2024-02-23, withdrawn_on: 2024-03-01, reason: 复议撤销}"
    published, withdrawn = dues(tmp_path, result(withdrawal=withdrawal), "enforcement/results/2026-00001.md")

    assert (published.days_late(TODAY), withdrawn.days_late(TODAY)) == (0, 2)
    assert (withdrawn.starts_on, withdrawn.rule.deed) == (date(2024, 2, 23), "撤下")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [("rule-of-law-report-public", "2024-03-31", "2024-04-01")]),
        ({"report_kind": "self_assessment"}, [("rule-of-law-report-public", "2024-03-31", "2024-04-01")]),
        ({"report_kind": "disclosure_annual"}, [("annual-disclosure-report", "2024-01-31", "2024-04-01")]),
        ({"report_kind": "disclosure_annual", "year": "2018"},
         [("annual-disclosure-report-2008", "2019-03-31", "2024-04-01")]),
        ({"year": "2017"}, []),
        # Signed on Mon 2024-03-04, later put on paper: 5–8 (4), 11–15 (9), 18–22 (14), 25–29 (19), 1 April (20).
        ({"signed_on": "2024-03-04", "formed_on": "2024-03-20"},
         [("rule-of-law-report-public", "2024-03-31", "2024-04-01"), ("proactive-disclosure", "2024-04-01", "2024-04-01")]),
    ],
)  # fmt: skip
def test_a_report_is_due_in_the_year_after_and_from_its_signing(
    tmp_path: Path, fields: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    """Each kind by its own yearly rule, as it stood then, and by the general one where a day is known."""
    content = report(published_at="2024-04-01 09:00", **fields)

    assert told(dues(tmp_path, content, "report/2026-00001.md")) == expected


@pytest.mark.parametrize(
    ("published", "late", "doubtful"),
    [
        ("2024-03-31 23:59", 0, False),
        ("2024-04-01 09:00", 0, True),
        ("2024-04-02 09:00", 1, False),
        ("待核定", 965, False),
    ],
)
def test_the_day_named_by_before_is_doubtful_and_not_late(
    tmp_path: Path, published: str, late: int, doubtful: bool
) -> None:
    """Lateness counts from the named day: 275 days to the end of 2024, 365 of 2025, 325 to the day of asking."""
    (due,) = dues(tmp_path, report(published_at=published), "report/2026-00001.md")

    assert (due.days_late(date(2026, 11, 22)), due.doubtful) == (late, doubtful)


@pytest.mark.parametrize(
    ("today", "late", "left"),
    [(date(2024, 2, 19), 0, 10), (date(2024, 2, 29), 0, 0), (date(2024, 3, 1), 1, -1)],
)
def test_what_is_not_published_runs_until_today(tmp_path: Path, today: date, late: int, left: int) -> None:
    """Days left before the day, none on it, days late after it."""
    (due,) = dues(tmp_path, record(formed_on="2024-01-29", published_at="待核定"))

    assert (due.days_late(today), due.days_left(today)) == (late, left)
    assert replace(due, done_on=date(2024, 2, 20)).days_left(today) is None


def test_a_due_day_in_an_unannounced_year_is_unknown(tmp_path: Path) -> None:
    """It is not guessed, and nobody is late by it."""
    (due,) = dues(tmp_path, record(formed_on="2026-12-21", published_at="待核定"))

    assert (due.due_on, due.missing_year) == (None, 2027)
    assert (due.days_late(date(2027, 6, 1)), due.days_left(date(2027, 6, 1))) == (0, None)
    assert latest_breach([due], date(2027, 6, 1)) is None


def test_dues_stand_by_their_day_and_the_unknown_last(tmp_path: Path) -> None:
    """The earliest first."""
    content = report(year="2026", signed_on="2026-12-21", published_at="待核定")
    found = dues(tmp_path, content, "report/2026-00001.md")

    assert told(found) == [
        ("rule-of-law-report-public", "2027-03-31", "None"),
        ("proactive-disclosure", "None", "None"),
    ]


def test_a_reader_is_told_the_certain_breach_first() -> None:
    """A certain one before an unread or inferred one that is later still; among equals the later."""
    rule = RULES.deadline("proactive-disclosure")
    assert rule is not None
    day = date(2024, 3, 1)
    certain = Due(rule, day, day, day, date(2024, 3, 2))
    worse = replace(certain, done_on=date(2024, 3, 5))
    inferred = replace(certain, done_on=date(2024, 12, 31), inferred="推断")
    unread = replace(certain, rule=rule.model_copy(update={"verified": False}), done_on=date(2024, 12, 31))

    assert latest_breach([inferred, certain, unread], TODAY) == certain
    assert latest_breach([certain, worse], TODAY) == worse
    assert latest_breach([replace(certain, done_on=day)], TODAY) is None


def test_a_rule_gives_way_only_to_one_that_reaches_the_record(tmp_path: Path) -> None:
    """What displaces another does so on the records it judges, and nowhere else."""
    mine = {
        "id": "special", "subject": "甲", "recurs": "after_event", "length": 3, "unit": "days", "event": "乙",
        "wording": "三日内", "source": "丙", "displaces": ["proactive-disclosure"],
        "judges": [{"kind": "disclosure_item", "starts": ["formed_on"], "when": {"category": ["20.1"]}}],
    }  # fmt: skip
    rules = replace(RULES, deadlines=(*RULES.deadlines, DeadlineRule.model_validate(mine)))
    reached, other = (
        told(dues(tmp_path / name, record(category=f'"{name}"', formed_on="2024-01-29"), rules=rules))
        for name in ("20.1", "20.2")
    )

    assert [rule for rule, _, _ in reached] == ["special"]
    assert [rule for rule, _, _ in other] == ["proactive-disclosure"]
