"""The two calendars on fixed days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import corpus_of, make_town

from publicity.content.corpus import Corpus
from publicity.enrich.calendar import board_duty, coming_soon, publication_calendar, year_days, year_events
from publicity.rules import load_rules

RULES = load_rules()
HEADER = "title: {title}\nserial: {serial}\n"


def event(serial: str, title: str, starts: str, ends: str = "", place: str = "待核定") -> str:
    return (
        f"---\nkind: publicity_event\ntitle: {title}\nserial: {serial}\nevent_kind: activity\n"
        f"starts_on: {starts}\nends_on: {ends}\nplace: {place}\n---\n"
    )


def board(serial: str, cycle: str) -> str:
    return (
        f"---\nkind: notice_board\ntitle: 宣传栏\nserial: {serial}\nnumber: 1\nboard_kind: 待核定\nlocation: 待核定\n"
        f"keeper: 待核定\nupdate_cycle: {cycle}\n---\n"
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    folder = "schedule/2026/2026-0000"
    pages = {
        f"{folder}1.md": event("2026-00001", "赶集普法", "2026-11-25", place="青石场坝"),
        f"{folder}2.md": event("2026-00002", "法治讲座周", "2026-11-20", "2026-11-26"),
        f"{folder}3.md": event("2026-00003", "日期未定", "待核定"),
        f"{folder}4.md": event("2026-00004", "往年的事", "2025-12-30", "2026-01-02"),
        f"{folder}5.md": board("2026-00005", "quarterly"),
        f"{folder}6.md": board("2026-00006", "quarterly"),
        f"{folder}7.md": board("2026-00007", "yearly"),
    }
    return corpus_of(make_town(tmp_path, pages, local_days=[{"name": "镇庆", "month_day": "11-28", "note": "本地"}]))


@pytest.mark.parametrize(
    ("today", "order"),
    [
        (date(2026, 1, 1), ["2026-01-31", "2026-01-31", "2026-02-28", "2026-03-31"]),
        (date(2026, 1, 31), ["2026-01-31", "2026-01-31", "2026-02-28", "2026-03-31"]),
        (date(2026, 2, 1), ["2026-02-28", "2026-03-31", "2027-01-31", "2027-01-31"]),
        (date(2026, 11, 22), ["2027-01-31", "2027-01-31", "2027-02-28", "2027-03-31"]),
    ],
)
def test_yearly_duties_come_by_their_next_day(today: date, order: list[str]) -> None:
    """A day that has passed counts for the next year; today has not passed."""
    duties = publication_calendar(RULES, today)

    assert [one.first for one in duties if one.first] == order
    assert [one.first for one in duties[: len(order)]] == order


def test_a_duty_tells_whom_and_why() -> None:
    """Each duty says whether it goes to the public or upward, and cites its basis."""
    duties = publication_calendar(RULES, date(2026, 11, 22))

    assert {one.kind for one in duties} == {"向社会公布", "向上级报告"}
    assert [one.title for one in duties if not one.basis] == []
    assert [one.title for one in duties if not one.when] == []


def test_duties_not_yet_in_force_are_left_out() -> None:
    """A rule that begins later is not shown as a duty of today."""
    withdrawal = "撤回已公开的行政处罚决定信息并说明理由"
    before, after = (publication_calendar(RULES, day) for day in (date(2021, 7, 14), date(2021, 7, 15)))

    assert withdrawal not in [one.title for one in before]
    assert withdrawal in [one.title for one in after]


def test_the_public_schedule_leaves_out_what_is_not_published() -> None:
    """Replies to an applicant, answers to another organ and a citizen's own time limits are no duty to publish."""
    titles = {one.title for one in publication_calendar(RULES, date(2026, 11, 22))}
    others = {rule.subject for rule in RULES.deadlines if rule.audience in ("party", "organ", "citizen")}

    assert others & titles == set()
    assert {"政府信息公开申请的答复", "当事人缴纳罚款"} <= others
    assert "属于主动公开范围的政府信息" in titles


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 1, 1), "2026-03-31"),
        (date(2026, 6, 30), "2026-06-30"),
        (date(2026, 7, 1), "2026-09-30"),
        (date(2026, 11, 22), "2026-12-31"),
    ],
)
def test_boards_are_renewed_by_the_end_of_the_quarter(corpus: Corpus, today: date, last: str) -> None:
    """Only boards renewed by the quarter count, together, on the quarter's last day."""
    duty = board_duty(corpus, today)

    assert duty is not None
    assert (duty.first, duty.last, duty.title) == (last, last, "宣传栏更新（2个）")


def test_no_boards_no_duty(tmp_path: Path) -> None:
    """A town without quarterly boards has nothing to renew."""
    assert board_duty(corpus_of(make_town(tmp_path, {})), date(2026, 11, 22)) is None


def test_the_days_of_a_year_stand_in_order(corpus: Corpus) -> None:
    """Known days by date, the town's own among them, and days that wait for a notice at the end."""
    days = year_days(corpus, RULES, 2026)
    known = [one.first for one in days if one.first]

    assert known == sorted(known)
    assert [one.first for one in days[: len(known)]] == known
    assert ("2026-11-28", "镇庆", "本地") in [(one.first, one.title, one.kind) for one in days]
    assert {one.when for one in days if not one.first} == {"当年日期待公布"}


def test_a_day_that_waits_for_a_notice_is_not_dropped(corpus: Corpus) -> None:
    """宪法宣传周 of a year without notice is listed without a date."""
    assert [one.first for one in year_days(corpus, RULES, 2026) if one.title == "宪法宣传周"] == [""]
    assert [one.first for one in year_days(corpus, RULES, 2025) if one.title == "宪法宣传周"] == ["2025-12-01"]


def test_events_of_a_year(corpus: Corpus) -> None:
    """Events with a known first day in the year, in order; a place nobody has given stays out."""
    events = [(one.first, one.last, one.title, one.when) for one in year_events(corpus, 2026)]

    assert events == [
        ("2026-11-20", "2026-11-26", "法治讲座周", ""),
        ("2026-11-25", "2026-11-25", "赶集普法", "青石场坝"),
    ]


def test_what_is_coming_is_nearest_first(corpus: Corpus) -> None:
    """Running and coming things from all calendars, past ones gone, no more than asked for."""
    coming = coming_soon(corpus, RULES, date(2026, 11, 22), 6)

    assert [(one.first, one.title) for one in coming] == [
        ("2026-11-20", "法治讲座周"),
        ("2026-11-25", "赶集普法"),
        ("2026-11-28", "镇庆"),
        ("2026-12-02", "全国交通安全日"),
        ("2026-12-04", "国家宪法日"),
        ("2026-12-31", "宣传栏更新（2个）"),
    ]


def test_at_the_end_of_the_year_the_next_one_shows(corpus: Corpus) -> None:
    """On 31 December there is something to come."""
    coming = coming_soon(corpus, RULES, date(2026, 12, 31), 3)

    assert [one.first for one in coming] == ["2026-12-31", "2027-01-31", "2027-01-31"]
