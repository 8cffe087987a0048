"""What must be published and what is: present, stale, waiting, missing, and by when; cases worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import TODAY, corpus_of, make_town, page, record

from publicity.enrich.coverage import Coverage, State, coverage_by_field, coverage_of
from publicity.rules import Required, Rules, load_rules
from publicity.rules.required import Freshness, Group, Selector, Weight

RULES = load_rules()
REPORT = {"kind": "annual_report", "category": "-", "report_kind": "disclosure_annual"}


def cover(folder: Path, pages: dict[str, str], today: date = TODAY, rules: Rules = RULES) -> dict[str, Coverage]:
    return dict(coverage_of(corpus_of(make_town(folder, pages)), rules, today))


def report(year: int, published: str, kind: str = "disclosure_annual") -> str:
    fields = REPORT | {"report_kind": kind, "year": str(year), "formed_on": "-", "published_at": published}
    return record(f"{year + 1}-00001", **fields)


def item(freshness: Freshness | None, only_if: str = "") -> Rules:
    """The rules with one more item ``news``, which records of category 20.3 satisfy."""
    one = Required(
        id="news",
        title="动态",
        source="甲",
        group=Group.PLATFORM,
        weight=Weight.DOCUMENT,
        satisfied_by=(Selector(when={"category": ("20.3",)}),),
        freshness=freshness,
        only_if=only_if,
    )
    return replace(RULES, required={**RULES.required, "news": one})


def news(published: str, **fields: str) -> dict[str, str]:
    values = {"category": '"20.3"', "formed_on": "-" if published == "待核定" else "2026-01-01"} | fields
    values |= {"formed_on": "待核定"} if published == "待核定" else {}
    return {"disclosure/2026/2026-00001.md": record(published_at=published, **values)}


@pytest.mark.parametrize(
    ("freshness", "published", "today", "state", "due"),
    [
        # Two weeks after 1 November is 15 November, still good on the day.
        (Freshness(days=14), "2026-11-01 09:00", date(2026, 11, 15), State.PRESENT, date(2026, 11, 15)),
        (Freshness(days=14), "2026-11-01 09:00", date(2026, 11, 16), State.STALE, date(2026, 11, 15)),
        # Late in the evening is the same day.
        (Freshness(days=14), "2026-11-01 23:59", date(2026, 11, 16), State.STALE, date(2026, 11, 15)),
        # Over the year's end.
        (Freshness(days=14), "2026-12-25 09:00", date(2027, 1, 8), State.PRESENT, date(2027, 1, 8)),
        # Six months after 31 August is the last day of February.
        (Freshness(months=6), "2026-08-31 09:00", date(2027, 2, 28), State.PRESENT, date(2027, 2, 28)),
        (Freshness(months=6), "2026-08-31 09:00", date(2027, 3, 1), State.STALE, date(2027, 2, 28)),
        (None, "2026-01-05 09:00", date(2031, 1, 1), State.PRESENT, None),
        # Dated after today, it is not published yet.
        (None, "2026-11-20 09:00", date(2026, 11, 19), State.PENDING, None),
        (Freshness(days=14), "待核定", date(2026, 11, 19), State.PENDING, None),
    ],
)  # fmt: skip
def test_an_item_ages_from_its_newest_publication(
    tmp_path: Path, freshness: Freshness | None, published: str, today: date, state: State, due: date | None
) -> None:
    """The last good day is counted from the publication date, never from the day of a build."""
    found = cover(tmp_path, news(published), today, item(freshness))["news"]

    assert (found.state, found.due_on) == (state, due)


def test_the_newest_of_several_counts(tmp_path: Path) -> None:
    """An old page does not make a fresh one stale, and both are named."""
    pages = news("2026-01-01 08:00") | {
        "disclosure/2026/2026-00002.md": record("2026-00002", category='"20.3"', published_at="2026-11-20 08:00")
    }

    found = cover(tmp_path, pages, TODAY, item(Freshness(days=14)))["news"]

    assert (found.state, found.newest) == (State.PRESENT, date(2026, 11, 20))
    assert [ref.uri for ref in found.pages] == list(pages)


@pytest.mark.parametrize(
    ("reports", "today", "state", "due"),
    [
        # Nothing ever: missing since the last 31 January that has passed.
        ({}, date(2026, 11, 22), State.MISSING, date(2026, 1, 31)),
        ({}, date(2026, 1, 15), State.MISSING, date(2025, 1, 31)),
        # On the very day it is not overdue yet: the last one that passed is the year before.
        ({}, date(2026, 1, 31), State.MISSING, date(2025, 1, 31)),
        ({}, date(2026, 2, 1), State.MISSING, date(2026, 1, 31)),
        # The report on 2025 serves until that on 2026 is due.
        ({2025: "2026-01-20 09:00"}, date(2026, 11, 22), State.PRESENT, date(2027, 1, 31)),
        ({2025: "2026-01-20 09:00"}, date(2027, 1, 31), State.PRESENT, date(2027, 1, 31)),
        ({2025: "2026-01-20 09:00"}, date(2027, 2, 1), State.STALE, date(2027, 1, 31)),
        # Late is late, but it is there; a year skipped is named by the day it was due.
        ({2024: "2026-03-01 09:00"}, date(2026, 3, 2), State.STALE, date(2026, 1, 31)),
        ({2023: "2024-01-20 09:00", 2025: "2026-01-20 09:00"}, date(2026, 5, 1), State.PRESENT, date(2027, 1, 31)),
    ],
)  # fmt: skip
def test_a_yearly_report_follows_its_year(
    tmp_path: Path, reports: dict[int, str], today: date, state: State, due: date
) -> None:
    """The report on a year is due by 31 January of the next; its own year counts, not the day it went up."""
    pages = {f"report/{year + 1}-00001.md": report(year, day) for year, day in reports.items()}

    found = cover(tmp_path, pages, today)["disclosure-annual"]

    assert (found.state, found.due_on) == (state, due)


def test_a_report_of_another_kind_satisfies_nothing_else(tmp_path: Path) -> None:
    """A self-assessment is no annual report, until the page says that it is."""
    silent = {"report/2026-00001.md": report(2025, "2026-03-02 09:00", "self_assessment")}
    said = {uri: text.replace("year: 2025", "year: 2025\nmeets: [rule-of-law-report]") for uri, text in silent.items()}

    assert cover(tmp_path / "a", silent)["rule-of-law-report"].state is State.MISSING
    assert cover(tmp_path / "b", said)["rule-of-law-report"].state is State.PRESENT


def test_what_may_rightly_be_absent_is_not_missing(tmp_path: Path) -> None:
    """No decisions registered is none, not missing: a program cannot know whether there were any."""
    found = cover(tmp_path, {})

    assert found["decisions-licence-penalty"].state is State.NONE
    assert found["20.14"].state is State.NONE
    assert found["20.2"].state is State.MISSING
    assert found["enforcement-organ"].state is State.MISSING


def test_a_page_that_says_only_pending_satisfies_nothing(tmp_path: Path) -> None:
    """Headings and 待核定 are no guide; a sentence is."""
    empty = page("## 怎样申请 {#how}\n\n待核定\n\n- 地址：待核定\n", title="依申请公开")
    written = page("## 怎样申请 {#how}\n\n书面提出。地址：待核定\n\n可以口头提出。\n", title="依申请公开")

    assert cover(tmp_path / "a", {"guide/apply.md": empty})["application"].state is State.PENDING
    assert cover(tmp_path / "b", {"guide/apply.md": written})["application"].state is State.PRESENT
    assert cover(tmp_path / "c", {})["application"].state is State.MISSING


def test_the_contact_is_there_when_every_part_is(tmp_path: Path) -> None:
    """What nobody has given is named; the regulation lists six things."""
    given = {"office": "办公室", "address": "某路1号", "hours": "工作日", "phone": "0000-0000000", "fax": "同上"}
    some = coverage_of(corpus_of(make_town(tmp_path / "a", {}, contact=given)), RULES, TODAY)["guide-contact"]
    all_of = given | {"website": "网站留言"}
    whole = coverage_of(corpus_of(make_town(tmp_path / "b", {}, contact=all_of)), RULES, TODAY)["guide-contact"]

    assert (some.state, some.missing) == (State.PENDING, "还没有填写：互联网联系方式")
    assert (whole.state, whole.missing) == (State.PRESENT, "")


def test_an_unverified_power_waits(tmp_path: Path) -> None:
    """A page that the town has not confirmed is named as waiting, never as published, even with a date."""
    power = record(
        "2026-00001", kind="enforcement_item", category='"20.6"', power_kind="other", verified="false",
        legal_bases="[{statute: 城乡规划法, article: 65}]", implementing_organ="镇", applies_to="单位", time_limit="法律未规定",
        limits="[不得在夜间实施]", remedies="[可以申请行政复议]",
    )  # fmt: skip
    uri = "enforcement/powers/2026-00001.md"

    waiting = cover(tmp_path / "a", {uri: power})
    confirmed = cover(tmp_path / "b", {uri: power.replace("verified: false", "verified: true")})

    assert [waiting[name].state for name in ("20.6", "enforcement-duties")] == [State.PENDING] * 2
    assert [ref.uri for ref in waiting["20.6"].waiting] == [uri]
    assert [confirmed[name].state for name in ("20.6", "enforcement-duties", "enforcement-remedies")] == [
        State.PRESENT
    ] * 3
    bare = power.replace("remedies: [可以申请行政复议]", "remedies: []").replace("verified: false", "verified: true")
    assert cover(tmp_path / "c", {uri: bare})["enforcement-remedies"].state is State.MISSING


def test_an_item_that_does_not_hold_yet_is_not_asked_for(tmp_path: Path) -> None:
    """Before 2019-05-15 the present regulation asked nothing."""
    assert "20.7" not in cover(tmp_path, {}, date(2019, 5, 14))
    assert "20.7" in cover(tmp_path / "later", {}, date(2019, 5, 15))


def test_a_field_counts_what_serves_it(tmp_path: Path) -> None:
    """By the page's own word, by its category, by the item it satisfies; each record in one field only."""
    pages = {
        "disclosure/2026/2026-00001.md": record("2026-00001", category='"20.7"'),
        "disclosure/2026/2026-00002.md": record("2026-00002", category='"20.11"', field="employment"),
        "disclosure/2026/2026-00003.md": record(
            "2026-00003", category='"20.7"', field="elderly-care", published_at="待核定"
        ),
        "disclosure/2026/2026-00004.md": record("2026-00004", category='"20.1"'),
    }
    corpus = corpus_of(make_town(tmp_path, pages))
    covered = coverage_of(corpus, RULES, TODAY)

    found = {one.field.id: one for one in coverage_by_field(corpus, RULES, covered, TODAY)}

    assert (found["budgets"].published, found["budgets"].waiting) == (1, 0)
    assert [one.state for one in found["employment"].items] == [State.PRESENT]
    assert (found["elderly-care"].published, found["elderly-care"].waiting) == (0, 1)
    assert sum(one.published + one.waiting for one in found.values()) == 3
