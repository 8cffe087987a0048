"""The self-inspection: what fails at which number, what a program may not judge, and what is the portal's."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import COLUMN, TODAY, corpus_of, make_town, page, record

from publicity.enrich.facts import Facts
from publicity.enrich.inspection import Inspected, Verdict, inspect, missing_elements
from publicity.finding import Finding, Severity
from publicity.model import ProcedureNotice
from publicity.rules import load_rules

RULES = load_rules()


def look(
    folder: Path, pages: dict[str, str], *findings: Finding, today: date = TODAY, **settings: Any
) -> dict[str, Inspected]:
    facts = Facts(corpus_of(make_town(folder, pages, **settings)), RULES, today)
    return {one.indicator.id: one for one in inspect(facts, findings)}


def finding(rule: str, severity: Severity = Severity.WARN, basis: str = "") -> Finding:
    return Finding("docs/a.md", 1, 1, severity, rule, "问题", "改法", basis)


def columns(number: int, kind: str) -> dict[str, Any]:
    """So many columns of one type, beside the home page's."""
    return {
        "columns": [
            COLUMN,
            *({**COLUMN, "path": f"c{n}/", "name": f"栏目{n}", "column_type": kind} for n in range(number)),
        ]
    }


def texts(number: int) -> dict[str, str]:
    """A page with words of its own for each column."""
    return {f"c{n}/index.md": page("说明。\n") for n in range(number)}


def procedure(number: int, documents: str = "", **fields: str) -> dict[str, str]:
    serial = f"2026-{number:05}"
    step = "{id: a, name: 办理, actor: 镇, action: 办, time_limit: 法律未规定" + documents + "}"
    values = {"verified": "true", "applies_to": "村民", "legal_bases": "[{statute: 土地管理法, article: 62}]"} | fields
    text = record(serial, kind="procedure_notice", category="-", steps=f"[{step}]", **values)
    return {f"enforcement/procedures/{serial}.md": text}


@pytest.mark.parametrize(("number", "verdict"), [(4, Verdict.PASS), (5, Verdict.FAIL)])
@pytest.mark.parametrize("kind", ["工作动态", "政策文件"])
def test_five_overdue_columns_of_news_or_documents_fail(
    tmp_path: Path, kind: str, number: int, verdict: Verdict
) -> None:
    """④: columns with texts but nothing dated are overdue; they are named."""
    found = look(tmp_path, texts(number), **columns(number, kind))["news-columns"]

    assert found.verdict is verdict
    assert f"{number} 个：栏目0、栏目1" in found.evidence
    assert len(found.links) == number


def test_ten_overdue_columns_fail_whatever_their_type(tmp_path: Path) -> None:
    """④: the home page that is overdue counts among them; blank columns are counted apart."""
    nine = look(tmp_path / "a", texts(9) | fresh("2026-11-20 09:00"), **columns(9, "工作动态"))
    ten = look(tmp_path / "b", texts(9) | fresh("2026-01-01 09:00"), **columns(9, "工作动态"))

    assert [one["overdue-columns"].verdict for one in (nine, ten)] == [Verdict.PASS, Verdict.FAIL]
    assert nine["blank-columns"].verdict is Verdict.PASS


@pytest.mark.parametrize(("number", "verdict"), [(4, Verdict.PASS), (5, Verdict.FAIL)])
def test_five_blank_columns_fail(tmp_path: Path, number: int, verdict: Verdict) -> None:
    """④: columns whose page is not there are blank."""
    pages = fresh("2026-11-20 09:00")

    assert look(tmp_path, pages, **columns(number, "办事服务"))["blank-columns"].verdict is verdict


def fresh(published: str) -> dict[str, str]:
    return {"disclosure/2026/2026-00001.md": record(published_at=published, formed_on="2026-01-01")}


@pytest.mark.parametrize(("today", "verdict"), [(date(2026, 11, 15), Verdict.PASS), (date(2026, 11, 16), Verdict.FAIL)])
def test_the_home_page_has_two_weeks(tmp_path: Path, today: date, verdict: Verdict) -> None:
    """③: published on the 1st, it is good until the 15th."""
    found = look(tmp_path, fresh("2026-11-01 09:00"), today=today)["home-updated"]

    assert found.verdict is verdict
    assert "2026-11-15" in found.evidence


def test_forged_dates_are_told_from_suspicion(tmp_path: Path) -> None:
    """①: without a history people must look; a contradiction fails, an early date is asked about, nothing passes."""
    facts = Facts(corpus_of(make_town(tmp_path, {})), RULES, TODAY)
    object.__setattr__(facts.corpus, "first_commits", {"a.md": date(2026, 1, 1)})

    def verdict(*findings: Finding) -> Verdict:
        return next(one.verdict for one in inspect(facts, findings) if one.indicator.id == "forged-dates")

    assert look(tmp_path, {})["forged-dates"].verdict is Verdict.MANUAL
    assert verdict() is Verdict.PASS
    assert verdict(finding("backdated")) is Verdict.MANUAL
    assert verdict(finding("backdated"), finding("date", Severity.BLOCK)) is Verdict.FAIL


def test_personal_information_fails_only_where_it_blocks(tmp_path: Path) -> None:
    """①: what the gate stops fails; what it only suspects is for people, and so is an empty list."""
    law = "个人信息保护法 第二十八条"
    blocked = look(tmp_path, {}, finding("identity-number", Severity.BLOCK, law))["secrets"]
    suspected = look(tmp_path, {}, finding("home-address", Severity.WARN, law))["secrets"]

    assert (blocked.verdict, suspected.verdict) == (Verdict.FAIL, Verdict.MANUAL)
    assert "1 处" in suspected.evidence
    assert look(tmp_path, {})["secrets"].verdict is Verdict.MANUAL


@pytest.mark.parametrize(("number", "verdict"), [(4, Verdict.PASS), (5, Verdict.FAIL)])
def test_five_guides_that_lack_four_classes_fail(tmp_path: Path, number: int, verdict: Verdict) -> None:
    """⑥: without contact and without documents a guide lacks four classes."""
    pages = {uri: text for n in range(1, number + 1) for uri, text in procedure(n).items()}
    found = look(tmp_path, pages)["guide-elements"]

    assert (found.verdict, len(found.links)) == (verdict, number)
    assert "办理材料、办理地点、办理时间、联系电话" in found.evidence


def test_a_guide_with_its_contact_or_documents_is_complete_enough(tmp_path: Path) -> None:
    """⑥: three classes missing are not four."""
    town = corpus_of(make_town(tmp_path, procedure(1, ", documents: [申请书]") | procedure(2)))
    notices = [one for _, one in town.records if isinstance(one, ProcedureNotice)]

    assert [missing_elements(one, town.settings.town) for one in notices] == [
        ["place", "hours", "phone"],
        ["documents", "place", "hours", "phone"],
    ]


def test_undated_and_unsigned_pages_are_counted(tmp_path: Path) -> None:
    """Scored: each page without a date, each without an organ."""
    undated = record(published_at="待核定", formed_on="待核定")
    event = record(
        "2026-00002", kind="publicity_event", event_kind="plan", starts_on="待核定", place="待核定",
        issuing_organ="-", category="-", published_at="-",
    )  # fmt: skip
    pages = {"disclosure/2026/2026-00001.md": undated, "schedule/2026/2026-00002.md": event}
    found = look(tmp_path, pages)

    assert found["undated"].evidence == "2 条信息里，没有发布时间的 2 条。"
    assert (found["sources"].verdict, len(found["sources"].links)) == (Verdict.FAIL, 1)


@pytest.mark.parametrize("name", ["availability", "consultation", "security-incident", "portal-tags"])
def test_what_is_the_portals_says_so(tmp_path: Path, name: str) -> None:
    """No verdict is invented for what this site cannot know."""
    found = look(tmp_path, {})[name]

    assert found.verdict is Verdict.PORTAL
    assert "门户" in found.evidence


@pytest.mark.parametrize("name", ["wrong-wording", "harmful-content", "public-opinion", "links"])
def test_what_a_program_cannot_see_is_for_people(tmp_path: Path, name: str) -> None:
    """A program that found nothing does not pass these."""
    assert look(tmp_path, {})[name].verdict is Verdict.MANUAL
