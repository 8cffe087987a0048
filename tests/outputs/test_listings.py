"""Listings: by section, year, kind and category, newest first, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TODAY, corpus_of, make_town, page, record

from publicity.enrich.validity import states
from publicity.outputs.listings import SECTIONS, Listing, build_listings
from publicity.rules import load_rules

RULES = load_rules()


def listings(folder: Path, pages: dict[str, str], **settings: int) -> dict[str, Listing]:
    corpus = corpus_of(make_town(folder, pages, **settings))
    found = build_listings(corpus, RULES, states(corpus, TODAY))

    assert len({one.uri for one in found}) == len(found), "two listings of one address"
    return {one.uri: one for one in found}


def items(count: int) -> dict[str, str]:
    """Disclosure items numbered by day, the last one the newest."""
    return {
        f"disclosure/2026/2026-{n:05}.md": record(
            f"2026-{n:05}", published_at=f"2026-{n // 28 + 1:02}-{n % 28 + 1:02} 08:00"
        )
        for n in range(1, count + 1)
    }


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [0]), (1, [1]), (49, [49]), (50, [50]), (51, [50, 1]), (101, [50, 50, 1])]
)
def test_pages_break_at_fifty(tmp_path: Path, count: int, sizes: list[int]) -> None:
    """Fifty records fit a page, the fifty-first opens another; no page is empty but the only one."""
    found = listings(tmp_path, {"disclosure/index.md": page(title="主动公开")} | items(count))
    first = found["disclosure/index.md"]
    uris = ["disclosure/index.md", *(f"disclosure/page-{n}/index.md" for n in range(2, len(sizes) + 1))]

    assert first.pages == tuple(uris)
    assert [len(found[uri].entries) for uri in uris] == sizes
    assert {found[uri].total for uri in uris} == {count}
    assert [found[uri].title for uri in uris[:2]] == ["主动公开", "主动公开（第2页）"][: len(sizes)]
    assert [found[uri].number for uri in uris] == list(range(1, len(sizes) + 1))


def test_the_newest_stands_first_over_all_pages(tmp_path: Path) -> None:
    """Going through the pages one goes back in time, and meets every record once."""
    found = listings(tmp_path, {"disclosure/index.md": page()} | items(120))
    serials = [entry.serial for uri in found["disclosure/index.md"].pages for entry in found[uri].entries]

    assert serials == [f"2026-{n:05}" for n in range(120, 0, -1)]


def test_the_town_says_how_long_a_page_is(tmp_path: Path) -> None:
    """per_page is a setting."""
    assert (
        len(listings(tmp_path, {"disclosure/index.md": page()} | items(11), per_page=5)["disclosure/index.md"].pages)
        == 3
    )


def test_years_are_facets_newest_first(tmp_path: Path) -> None:
    """Each year with records has its listing and a link with its number of records."""
    pages = {
        "disclosure/index.md": page(title="主动公开"),
        "disclosure/2024/2024-00001.md": record("2024-00001"),
        "disclosure/2026/2026-00001.md": record("2026-00001"),
        "disclosure/2026/2026-00002.md": record("2026-00002"),
    }
    found = listings(tmp_path, pages)
    years = [(one.label, one.uri, one.count) for one in found["disclosure/index.md"].facets if one.group == "按年份"]

    assert years == [("2026年", "disclosure/2026/index.md", 2), ("2024年", "disclosure/2024/index.md", 1)]
    assert found["disclosure/2024/index.md"].title == "主动公开：2024年"
    assert found["disclosure/2024/index.md"].section == "disclosure/index.md"


def test_all_categories_have_a_page_and_only_full_ones_a_link(tmp_path: Path) -> None:
    """A category without records still has its page, saying what it will hold."""
    pages = {"disclosure/index.md": page(), "disclosure/2026/2026-00001.md": record(category='"20.7"')}
    found = listings(tmp_path, pages)
    facets = [(one.label, one.uri) for one in found["disclosure/index.md"].facets if one.group == "按类别"]
    categories = {one.category: one.total for one in found.values() if one.category}

    assert facets == [("财政预算、决算", "disclosure/category/20-7/index.md")]
    assert set(categories) == set(RULES.categories)
    assert {category for category, total in categories.items() if total} == {"20.7"}


def test_kinds_follow_their_closed_list(tmp_path: Path) -> None:
    """Sub-listings by kind stand in the order of the list of kinds, not of the records."""
    report = "---\nkind: annual_report\ntitle: 报告\nserial: {0}\nreport_kind: {1}\nyear: 2025\n---\n"
    pages = {
        "report/index.md": page(title="报告"),
        "report/annual.md": page(title="年报"),
        "report/2026-00001.md": report.format("2026-00001", "disclosure_annual"),
        "report/2026-00002.md": report.format("2026-00002", "rule_of_law"),
    }
    found = listings(tmp_path, pages)
    kinds = [(one.label, one.uri) for one in found["report/index.md"].facets if one.group == "按种类"]

    assert kinds == [
        ("法治政府建设年度报告", "report/kind/rule-of-law/index.md"),
        ("政府信息公开工作年度报告", "report/kind/disclosure-annual/index.md"),
    ]
    assert [entry.serial for entry in found["report/annual.md"].entries] == ["2026-00001"]


def test_a_state_is_a_kind_of_normative_document(tmp_path: Path) -> None:
    """Normative documents are sorted by whether they are in force; an unknown state is in no group."""
    folder = "disclosure/normative/2026-0000"
    fields = {"kind": "normative_document", "review_reference": "待核定"}
    days = [
        ("2026-05-01", "2026-06-30"),
        ("2026-05-01", ""),
        ("待核定", ""),
        ("2026-05-01", "2026-11-22"),
        ("2027-01-01", ""),
    ]
    pages = {"disclosure/normative/index.md": page()} | {
        f"{folder}{n}.md": record(f"2026-0000{n}", **fields, effective_on=begins, expires_on=ends)
        for n, (begins, ends) in enumerate(days, 1)
    }
    facets = listings(tmp_path, pages)["disclosure/normative/index.md"].facets

    assert [(one.label, one.count) for one in facets if one.group == "按种类"] == [
        ("有效", 2), ("失效", 1), ("尚未施行", 1),
    ]  # fmt: skip


def test_a_section_without_its_page_is_not_listed(tmp_path: Path) -> None:
    """A listing hangs on the page that opens its section."""
    assert listings(tmp_path, items(1)) == {}


def test_a_broken_section_page_does_not_stop_the_listings(tmp_path: Path) -> None:
    """When the opening page cannot be read, the check says so; the listings of other sections are built."""
    pages = {"disclosure/index.md": "没有字段", "guide/catalogue.md": page()} | items(1)

    assert set(listings(tmp_path, pages)) == {"guide/catalogue.md"}


def test_pages_of_a_section_that_is_not_an_index_stay_beside_it(tmp_path: Path) -> None:
    """guide/catalogue.md goes on at guide/catalogue/page-2/."""
    found = listings(tmp_path, {"guide/catalogue.md": page()} | items(51))

    assert found["guide/catalogue.md"].pages == ("guide/catalogue.md", "guide/catalogue/page-2/index.md")


def test_years_of_a_section_that_is_not_an_index_stay_beside_it(tmp_path: Path) -> None:
    """schedule/plan.md has its years at schedule/plan/2026/."""
    event = "---\nkind: publicity_event\ntitle: 活动\nserial: 2026-00001\nevent_kind: plan\nstarts_on: 待核定\nplace: 待核定\n---\n"
    found = listings(tmp_path, {"schedule/plan.md": page(), "schedule/2026/2026-00001.md": event})

    assert set(found) == {"schedule/plan.md", "schedule/plan/2026/index.md"}


def test_facets_stand_on_the_first_page_only(tmp_path: Path) -> None:
    """Later pages do not repeat the links to sub-listings."""
    found = listings(tmp_path, {"disclosure/index.md": page()} | items(51))

    assert found["disclosure/index.md"].facets
    assert found["disclosure/page-2/index.md"].facets == ()


def test_every_section_is_listed_once() -> None:
    """No two sections open on one page."""
    assert len({one.uri for one in SECTIONS}) == len(SECTIONS)


def test_a_field_lists_what_serves_it_from_any_section(tmp_path: Path) -> None:
    """By the page's own word or its category; a field without pages has its page too, and no link among the facets."""
    found = listings(
        tmp_path,
        {
            "disclosure/index.md": page(title="主动公开"),
            "disclosure/2026/2026-00001.md": record("2026-00001", category='"20.7"'),
            "disclosure/2026/2026-00002.md": record("2026-00002", category='"20.7"', field="elderly-care"),
        },
    )

    assert [one.serial for one in found["disclosure/field/budgets/index.md"].entries] == ["2026-00001"]
    assert [one.serial for one in found["disclosure/field/elderly-care/index.md"].entries] == ["2026-00002"]
    assert found["disclosure/field/farm-subsidies/index.md"].total == 0
    facets = [one for one in found["disclosure/index.md"].facets if one.group == "按领域"]
    assert [(one.label, one.count) for one in facets] == [("养老服务", 1), ("财政预决算", 1)]
