"""A new register against the old one: what changed, and what rests on it, the worst first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import corpus_of, make_town, page

from publicity.enrich.changed_statutes import changes, is_gone, reviews
from publicity.enrich.resting import PageUse, resting_on
from publicity.rules import Register, Statute, load_rules

DAY = date(2026, 6, 26)


def law(title: str, **facts: Any) -> Statute:
    values: dict[str, Any] = {
        "full_title": f"中华人民共和国{title}", "kind": "法律", "number": "", "adopted": date(2007, 1, 1),
        "last_changed": date(2019, 1, 1), "in_force_from": date(2008, 1, 1), "articles": 70, "repealed_on": None,
        "repealed_by": "", "as_of": DAY, "source": "测试",
    }  # fmt: skip
    return Statute(title=title, **(values | facts))


def told(before: Statute, *after: Statute) -> list[tuple[str, ...]]:
    return [change.words for change in changes(Register([before]), Register(after))]


def test_the_same_register_looked_at_later_is_no_change() -> None:
    """as_of and source alone change nothing."""
    assert told(law("甲法"), law("甲法", as_of=date(2027, 1, 1), source="新")) == []


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ({"articles": 68}, ("条数由70变为68",)),
        ({"articles": None}, ("条数由70变为空白",)),
        ({"last_changed": date(2026, 12, 1)}, ("最近修改由2019-01-01变为2026-12-01",)),
        ({"in_force_from": date(2027, 1, 1)}, ("施行日期由2008-01-01变为2027-01-01",)),
        ({"repealed_on": date(2027, 1, 1)}, ("自2027-01-01起废止",)),
        ({"repealed_on": date(2027, 1, 1), "repealed_by": "丙法典"}, ("自2027-01-01起废止，由《丙法典》取代（新登记表里没有这一部）",)),
        ({"last_changed": DAY, "articles": 71}, ("条数由70变为71", "最近修改由2019-01-01变为2026-06-26")),
    ],
)  # fmt: skip
def test_each_difference_is_said(after: dict[str, Any], words: tuple[str, ...]) -> None:
    """The old and the new value; several in one change, the worst first."""
    assert told(law("甲法"), law("甲法", **after)) == [words]


def test_the_law_that_replaces_is_said_with_its_facts() -> None:
    """From when, and how many articles, where the new register has it."""
    new = law("乙法典", articles=1242, in_force_from=date(2026, 8, 15))

    assert told(law("甲法"), law("甲法", repealed_on=date(2026, 8, 15), repealed_by="乙法典"), new) == [
        ("自2026-08-15起废止，由《乙法典》取代（自2026-08-15起施行，共1242条）",)
    ]


def test_a_law_that_is_no_longer_listed_is_a_change() -> None:
    """Somebody must look where it went."""
    assert told(law("甲法"), law("乙法")) == [("新登记表里没有了",)]


def test_the_worst_comes_first(tmp_path: Path) -> None:
    """Repealed before fewer articles before a new date; what nothing rests on last; a place that is gone first."""
    body = "《森林法》第二条、第七十条，《草原法》第二条，《土地管理法》第二条。\n"
    resting = resting_on(corpus_of(make_town(tmp_path, {"a.md": page(body)})), load_rules())
    old = Register([law("森林法"), law("草原法"), law("土地管理法"), law("没人引用法")])
    new = Register([
        law("森林法", articles=69), law("草原法", repealed_on=DAY), law("土地管理法", in_force_from=DAY),
        law("没人引用法", repealed_on=DAY),
    ])  # fmt: skip
    found = reviews(resting, {}, old, new)

    assert [review.change.title for review in found] == ["草原法", "森林法", "土地管理法", "没人引用法"]
    forest = [use for use in found[1].uses if isinstance(use, PageUse)]
    assert [(use.article, is_gone(use, found[1].change)) for use in forest] == [(70, True), (2, False)]
    assert found[3].uses == ()
