"""What staff have to see to, source by source, in a town that was made for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, Pages, make_town, page, record

from publicity.enrich.duties import Duty, DutyKind, by_kind, until
from publicity.project import Project, open_project
from publicity.rules import Rules
from publicity.rules.allowed import Allowed, AllowedList
from publicity.rules.workdays import missing_year

FOLDER = "disclosure/2026"
WAITING = record(published_at="待核定", index_number="")
BOARD = (
    "---\nkind: notice_board\ntitle: 宣传栏\nserial: {serial}\nnumber: {number}\nboard_kind: fixed\nlocation: 场坝\n"
    "keeper: 党政办\nupdate_cycle: {cycle}\nupdates: {updates}\n---\n"
)
REPORT = (
    "---\nkind: annual_report\ntitle: 年度报告\nserial: 2026-00009\nreport_kind: {kind}\nyear: {year}\n"
    "published_at: {published}\n---\n"
)
POWER = (
    "---\nkind: enforcement_item\ntitle: 一项职权\nserial: 2026-00008\npower_kind: other\nverified: false\n"
    "implementing_organ: 镇政府\napplies_to: 村民\ntime_limit: 没有规定\nlegal_bases: [{{statute: {statute}, article: 1}}]\n---\n"
)


def opened(folder: Path, pages: Pages, today: date = TODAY, **settings: Any) -> Project:
    return open_project(make_town(folder, pages, **settings), today)


def duty(project: Project, name: str) -> Duty | None:
    return next((one for one in project.duties if one.id == name), None)


def with_allowed(project: Project, *entries: Allowed) -> Project:
    rules: Rules = replace(project.rules, allowed=AllowedList(entries))
    return replace(project, rules=rules)


@pytest.mark.parametrize(("today", "kind"), [(date(2026, 4, 30), DutyKind.DUE), (date(2026, 5, 1), DutyKind.OVERDUE)])
def test_what_is_not_published_is_due_until_its_last_day(tmp_path: Path, today: date, kind: DutyKind) -> None:
    """Twenty working days after 2026-04-01 (three days off for 清明, 调休 none) end on 2026-04-30; the id stays."""
    found = duty(opened(tmp_path, {f"{FOLDER}/2026-00001.md": WAITING}, today), "publish:2026-00001")

    assert found is not None
    assert (found.kind, found.due_on, found.verified) == (kind, date(2026, 4, 30), True)
    assert (found.uri, found.place) == (f"{FOLDER}/2026-00001.md", f"docs/{FOLDER}/2026-00001.md:9")
    assert "第二十六条" in found.basis


@pytest.mark.parametrize(("reason", "asked"), [("-", True), ("等上级批复", False)])
def test_lateness_asks_for_its_reason_once(tmp_path: Path, reason: str, asked: bool) -> None:
    """A late record is a duty until it says why; no date may be moved."""
    late = record(published_at="2026-05-15 09:00", late_reason=reason)
    found = duty(opened(tmp_path, {f"{FOLDER}/2026-00001.md": late}), "late-reason:2026-00001")

    assert (found is not None) is asked
    assert found is None or (found.kind, found.due_on) == (DutyKind.MISSING, None)


def test_pending_facts_are_one_duty_a_page(tmp_path: Path) -> None:
    """All fields that wait are named together, at the first of them."""
    pages = {f"{FOLDER}/2026-00001.md": record(formed_on="待核定", document_number="待核定")}
    found = duty(opened(tmp_path, pages), "pending:2026-00001")

    assert found is not None
    assert found.subject == "《一份公开件》有3项待核定：索引号、成文日期、文号"
    assert found.kind is DutyKind.MISSING
    assert found.line == 5


def test_a_page_that_the_town_has_not_confirmed_is_a_duty(tmp_path: Path) -> None:
    """It says where ``verified`` stands."""
    pages = {"enforcement/powers/2026-00008.md": POWER.format(statute="城乡规划法")}
    found = duty(opened(tmp_path, pages), "confirm:2026-00008")

    assert found is not None
    assert (found.kind, found.line) == (DutyKind.UNVERIFIED, 6)


@pytest.mark.parametrize(
    ("updates", "numbers"),
    [
        ("[]", "1、2号"),
        ("[{period: 2026Q3, posted_on: 2026-09-30, content: 甲}]", "1、2号"),
        ("[{period: 2026Q4, posted_on: 2026-10-01, content: 甲}]", "2号"),
    ],
)
def test_boards_are_due_by_the_end_of_their_period(tmp_path: Path, updates: str, numbers: str) -> None:
    """One duty a cycle, naming the boards that have nothing of the running period."""
    pages = {
        f"schedule/2026/2026-0000{number}.md": BOARD.format(
            serial=f"2026-0000{number}", number=number, cycle="quarterly", updates=updates if number == 1 else "[]"
        )
        for number in (1, 2)
    }
    found = duty(opened(tmp_path, pages), "boards:2026Q4")

    assert found is not None
    assert found.due_on == date(2026, 12, 31)
    assert found.subject.endswith(f"：{numbers}")


@pytest.mark.parametrize(
    ("today", "rounds"),
    [
        (date(2026, 3, 31), {"2026": DutyKind.DUE, "2025": DutyKind.OVERDUE}),
        (date(2026, 4, 1), {"2027": DutyKind.DUE, "2026": DutyKind.OVERDUE}),
    ],
)
def test_a_yearly_duty_has_its_last_round_and_the_next(
    tmp_path: Path, today: date, rounds: dict[str, DutyKind]
) -> None:
    """Where no page stands for them. 2026-03-31 is the last good day for the report on 2025."""
    project = opened(tmp_path, {}, today)
    name = "rule:rule-of-law-report-public:"

    assert {one.id.removeprefix(name): one.kind for one in project.duties if one.id.startswith(name)} == rounds


@pytest.mark.parametrize(
    ("kind", "year", "answered"),
    [("rule_of_law", 2025, True), ("rule_of_law", 2024, False), ("self_assessment", 2025, False)],
)
def test_a_report_of_that_year_answers_the_round(tmp_path: Path, kind: str, year: int, answered: bool) -> None:
    """A report on 2025 stands for the round of 2026; what is a report only by our reading does not."""
    text = REPORT.format(kind=kind, year=year, published="2026-03-01 09:00")
    project = opened(tmp_path, {"report/2026-00009.md": text})

    assert (duty(project, "rule:rule-of-law-report-public:2026") is None) is answered


def test_what_no_page_shows_is_only_a_reminder(tmp_path: Path) -> None:
    """Reporting to the superior is not seen on the site: the next round is told, a past one never as late."""
    project = opened(tmp_path, {})
    name = "rule:rule-of-law-report-superior:"
    found = [one for one in project.duties if one.id.startswith(name)]

    assert [(one.id, one.kind) for one in found] == [(f"{name}2027", DutyKind.CALENDAR)]


@pytest.mark.parametrize(("until_on", "listed"), [("2026-11-01", True), ("2027-02-20", True), ("2027-02-21", False)])
def test_an_exemption_is_told_ninety_days_ahead(tmp_path: Path, until_on: str, listed: bool) -> None:
    """And stays on the list when it has run out."""
    entry = Allowed(
        id="flood", file="docs/a.md", rule="mobile", masked="138******78", reason="值班", approved_by="办公室",
        until=date.fromisoformat(until_on), source="本人同意",
    )  # fmt: skip
    found = duty(with_allowed(opened(tmp_path, {}), entry), "allowed:flood")

    assert (found is not None) is listed
    assert found is None or (found.kind, found.due_on) == (DutyKind.EXPIRING, entry.until)


@pytest.mark.parametrize(("today", "asked"), [(date(2026, 1, 5), False), (date(2026, 12, 10), True)])
def test_a_year_nobody_announced_is_asked_for_when_a_period_reaches_it(
    tmp_path: Path, today: date, asked: bool
) -> None:
    """With the form to fill, before that year begins."""
    found = duty(opened(tmp_path, {}, today), "workdays:2027")

    assert (found is not None) is asked
    assert found is None or (found.cure, found.due_on) == (str(missing_year(2027)), date(2026, 12, 31))


def test_a_year_file_waits_for_a_second_reader(tmp_path: Path) -> None:
    """As long as its ``verified`` is false."""
    project = opened(tmp_path, {})
    years = replace(project.rules.workdays, unverified=frozenset({2027}))
    project = replace(project, rules=replace(project.rules, workdays=years))
    waiting = [one for one in project.duties if one.id.startswith("workdays-verify:")]

    assert [(one.kind, one.subject) for one in waiting] == [
        (DutyKind.UNVERIFIED, "请第二个人对照原文核对 data/workdays/2027.yml")
    ]


def test_repealed_law_is_one_duty_a_page(tmp_path: Path) -> None:
    """环境保护法 was repealed on 2026-08-15; the duty says what to cite instead."""
    pages = {"enforcement/powers/2026-00008.md": POWER.format(statute="环境保护法")}
    found = duty(opened(tmp_path, pages), "lapsed:docs/enforcement/powers/2026-00008.md")

    assert found is not None
    assert found.kind is DutyKind.EXPIRING
    assert "《环境保护法》已于 2026-08-15 废止" in found.subject
    assert "生态环境法典" in found.cure


def test_a_normative_document_is_told_before_it_lapses(tmp_path: Path) -> None:
    """Within 180 days of its last day in force."""
    document = record(
        kind="normative_document", review_reference="待核定", effective_on="2025-01-01", expires_on="2027-01-31"
    )
    found = duty(opened(tmp_path, {"disclosure/normative/2026-00001.md": document}), "expiry:2026-00001")

    assert found is not None
    assert (found.kind, found.due_on) == (DutyKind.EXPIRING, date(2027, 1, 31))
    assert found.subject == "《一份公开件》70天后失效（90天内）"


def test_gaps_and_columns_are_duties(tmp_path: Path) -> None:
    """A blank column and an item that nobody published are listed; yearly rounds are not said twice."""
    project = opened(tmp_path, {"index.md": page()})
    ids = [one.id for one in project.duties]

    assert any(one.startswith("required:") for one in ids)
    assert "column:index.md" in ids
    assert not [one for one in ids if one in ("required:rule-of-law-report", "required:disclosure-annual")]


def test_the_innermost_owner_answers(tmp_path: Path) -> None:
    """By the page's path, else by the rule file's; where nobody is named it is 待核定."""
    pages = {
        f"{FOLDER}/2026-00001.md": WAITING,
        "enforcement/powers/2026-00008.md": POWER.format(statute="城乡规划法"),
        "guide/index.md": page(),
    }
    owners = {"disclosure/": "党政办", "disclosure/2026/": "财政所", "data/": "司法所"}
    project = opened(tmp_path, pages, owners=owners)
    found = {one.id: one.owner for one in project.duties}

    assert found["publish:2026-00001"] == "财政所"
    assert found["workdays:2027"] == "司法所"
    assert found["confirm:2026-00008"] == "待核定"


def test_an_id_names_one_duty(tmp_path: Path) -> None:
    """Calendars know duties by their id."""
    ids = [one.id for one in opened(tmp_path, {f"{FOLDER}/2026-00001.md": WAITING}).duties]

    assert len(ids) == len(set(ids)) > 5


def test_a_number_in_a_title_is_masked(tmp_path: Path) -> None:
    """The list is read by many: it shows what findings show."""
    pages = {f"{FOLDER}/2026-00001.md": record(title="关于13800138000的事", published_at="待核定")}
    found = duty(opened(tmp_path, pages), "publish:2026-00001")

    assert found is not None
    assert found.subject == "公开《关于138******00的事》"


def test_the_list_is_cut_by_day_and_grouped_by_urgency() -> None:
    """What has no day waits all the time; kinds come most urgent first."""
    duties = [
        Duty("a", DutyKind.DUE, "甲", "", date(2026, 12, 1)),
        Duty("b", DutyKind.OVERDUE, "乙", "", date(2026, 1, 1)),
        Duty("c", DutyKind.MISSING, "丙", ""),
        Duty("d", DutyKind.DUE, "丁", "", date(2027, 1, 1)),
    ]

    assert [one.id for one in until(duties, date(2026, 12, 1))] == ["a", "b", "c"]
    assert list(by_kind(duties)) == [DutyKind.OVERDUE, DutyKind.DUE, DutyKind.MISSING]
