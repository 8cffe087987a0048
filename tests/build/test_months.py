"""A date passing never turns a green build red: the site of every month of 2020–2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import ORGAN, page, record
from whole import ROOT, make_site, run_cli, tree

from publicity.build.site import build_site
from publicity.checks import run_checks
from publicity.content.corpus import Corpus
from publicity.enrich.selecting import day_of
from publicity.project import open_project

YEARS = range(2020, 2027)
SECTIONS = {
    "index.md": page("欢迎。\n", title="首页", layout="home"),
    "report/index.md": page("报告。\n", title="法治政府建设报告", layout="section"),
    "disclosure/index.md": page("这里公开。\n", title="法定主动公开内容", layout="categories"),
    "disclosure/normative/index.md": page("文件。\n", title="行政规范性文件", layout="section"),
    "enforcement/index.md": page("公示。\n", title="行政执法公示", layout="section"),
    "enforcement/basis/index.md": page("依据。\n", title="执法依据", layout="basis"),
    "schedule/index.md": page("日程。\n", title="日程", layout="calendar"),
    "guide/apply.md": page("依照《环境保护法》第五十三条和《行政处罚法》第四十八条公开。\n", title="依申请公开"),
}


def months(years: range) -> list[date]:
    """The first and, in turn, the last day of the months: where deadlines and validity change over."""
    firsts = [date(year, month, 1) for year in years for month in range(1, 13)]
    return [first if first.month % 2 else _last(first) for first in firsts]


def _last(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def normative(serial: str, begins: str, ends: str, **fields: str) -> str:
    values = {"kind": "normative_document", "category": '"20.1"', "effective_on": begins, "expires_on": ends}
    rest = {
        "formed_on": begins,
        "published_at": f"{begins} 10:00",
        "review_reference": "待核定",
        "validity": "待核定",
        "title": f"办法{serial}",
    }
    return record(serial, **(values | rest | fields))


def result(serial: str, decided: str, published: str) -> str:
    values = {
        "kind": "enforcement_result", "title": f"决定{serial}", "serial": serial, "published_at": f"{published} 09:00",
        "result_kind": "penalty", "decision_number": "待核定", "decided_on": decided, "party_kind": "legal_person",
        "party_name": "某某合作社", "facts": "未批先建。", "outcome": "罚款。", "deciding_organ": ORGAN,
        "legal_bases": "[{statute: 环境保护法, article: 59}]", "category": '"20.6"',
    }  # fmt: skip
    return "\n".join(["---", *(f"{name}: {value}" for name, value in values.items()), "---", ""])


def town() -> dict[str, str]:
    """Six years of a town that is late now and then, cites laws that end, and whose documents lapse."""
    pages = dict(SECTIONS)
    for year in range(2019, 2027):
        base = f"disclosure/{year}/{year}-0000"
        cited = "依据《环境保护法》第四十九条、《治安管理处罚法》第三条办理。\n"
        pages[f"{base}1.md"] = record(
            f"{year}-00001", cited, formed_on=f"{year}-01-10", published_at=f"{year}-03-20 09:00"
        )
        pages[f"{base}2.md"] = record(f"{year}-00002", formed_on=f"{year}-06-28", published_at="待核定")
        pages[f"disclosure/normative/{year}-00003.md"] = normative(
            f"{year}-00003", f"{year}-02-01", f"{year + 2}-01-31"
        )
        pages[f"enforcement/results/{year}-00004.md"] = result(f"{year}-00004", f"{year}-04-28", f"{year}-05-20")
        pages[f"report/{year}-00005.md"] = record(
            f"{year}-00005", kind="annual_report", report_kind="rule_of_law", year=str(year - 1),
            formed_on=f"{year}-03-02", published_at=f"{year}-04-09 10:00",
        )  # fmt: skip
    pages["disclosure/normative/2024-00006.md"] = normative(
        "2024-00006", "2024-05-01", "2029-04-30", repeals="[2023-00003]"
    )
    return pages


def _until(corpus: Corpus, day: date) -> Corpus:
    """What stood in docs/ on that day: nothing formed or published later."""
    pages = tuple(
        page
        for page in corpus.pages
        if page.record is None
        or (
            all((day_of(moment) or day) <= day for moment in (page.record.formed_on, page.record.published_at))
            and page.record.serial_year <= day.year
        )
    )
    return replace(corpus, pages=pages)


@pytest.mark.parametrize("year", YEARS)
def test_the_site_of_every_month_builds(tmp_path: Path, year: int) -> None:
    """Twelve builds a year, each of what stood then: none is stopped, and each makes the whole site."""
    whole = open_project(make_site(tmp_path, town()), _last(date(2026, 12, 1)))

    for day in months(range(year, year + 1)):
        corpus = _until(whole.corpus, day)
        findings = run_checks(corpus, whole.rules, day)
        project = replace(whole, corpus=corpus, today=day, findings=tuple(findings))
        assert [one for one in findings if one.blocks] == [], day
        _, broken = build_site(project, tmp_path / "site", lambda count: None)
        assert broken == [], day
        assert "index.html" in tree(tmp_path / "site"), day


def test_the_first_towns_own_content_is_never_stopped_by_a_date() -> None:
    """Each quarter from its newest publication date to the end of 2027, for which no holidays are announced."""
    project = open_project(ROOT / "mkdocs.yml", date(2026, 11, 22))
    newest = max(filter(None, (day_of(record.published_at) for _, record in project.corpus.records)))
    days = [day for day in months(range(2020, 2028)) if day > newest][::3]

    stopped = {day: [one for one in run_checks(project.corpus, project.rules, day) if one.blocks] for day in days}

    assert len(days) > 12  # some four years
    assert {day: found for day, found in stopped.items() if found} == {}


def test_the_first_town_builds_in_a_year_without_announced_holidays(tmp_path: Path) -> None:
    """2027 is not known yet: what needs it says so, and the site is built."""
    done = run_cli("build", "--today", "2027-03-01", "--site-dir", tmp_path / "site")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/index.html").is_file()
