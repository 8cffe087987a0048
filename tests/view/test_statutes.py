"""The page about a statute: what is known of it, in force or not, and what rests on which article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, make_town, page, power

from publicity.content.citations import find_citations
from publicity.project import Project, open_project
from publicity.rules import Statute
from publicity.view.statutes import LIST, place_of, power_bases, state_of, statute_pages


@pytest.fixture
def project(tmp_path: Path) -> Project:
    pages = {
        "enforcement/powers/2026-00001.md": power("2026-00001", "第一项", "某省某办法"),
        "enforcement/powers/2026-00002.md": power("2026-00002", "第二项", "环境保护法"),
        "guide/a.md": page("《城乡规划法》第六十条第（六）项，《城乡规划法》。\n", title="说明"),
    }
    return open_project(make_town(tmp_path, pages), TODAY)


def page_of(project: Project, title: str) -> dict[str, Any]:
    return next(one for one in statute_pages(project) if one.title == f"《{title}》").data()


def test_pages_stand_under_their_articles_in_order(project: Project) -> None:
    """Article, page, finer places, what the page says they say; the whole statute last."""
    shown = [
        (article["name"], [(row["title"], row["words"], row["says"]) for row in article["pages"]])
        for article in page_of(project, "城乡规划法")["articles"]
        if article["pages"]
    ]

    assert shown == [
        ("第六十条", [("说明", ["第六十条第（六）项"], [])]),
        ("第六十五条", [("第一项", [], ["停工改正"]), ("第二项", [], ["停工改正"])]),
        ("没有写明哪一条", [("说明", [], [])]),
    ]


def test_rules_stand_under_their_article_with_their_mark(project: Project) -> None:
    """Twenty working days of art. 26, and the place of the rule on the page of its file."""
    articles = page_of(project, "政府信息公开条例")["articles"]
    rules = next(one["rules"] for one in articles if one["id"] == "article-26")

    assert ("期限", True) in [(rule["kind"], rule["verified"]) for rule in rules]
    assert all(rule["uri"].startswith("rules/") and "#" in rule["uri"] for rule in rules)


def test_the_register_is_shown_with_its_date_and_source(project: Project) -> None:
    """Facts with their labels; what is not known is left out."""
    facts = dict(page_of(project, "城乡规划法")["facts"])

    assert (facts["全称"], facts["施行"], facts["条数"]) == ("中华人民共和国城乡规划法", "2008-01-01", "70条")
    assert "核对到" in facts
    assert "废止" not in facts
    assert page_of(project, "城乡规划法")["statute"].official.startswith("https://flk.npc.gov.cn")


def test_the_list_counts_what_rests_and_what_is_repealed(project: Project) -> None:
    """Laws before regulations; the most used first."""
    data = next(one for one in statute_pages(project) if one.uri == LIST).data()
    laws = {row["name"]: row for row in data["groups"]["法律"]}

    assert (laws["《城乡规划法》"]["pages"], laws["《环境保护法》"]["state"].name) == (3, "已废止")
    assert next(iter(data["groups"]["法律"]))["name"] == "《城乡规划法》"
    assert data["repealed"] == 1
    assert "《某省某办法》" not in laws


@pytest.mark.parametrize(
    ("today", "name", "words"),
    [
        (date(2026, 8, 14), "现行", "将于2026-08-15废止，由《生态环境法典》取代。"),
        (date(2026, 8, 15), "已废止", "已于2026-08-15废止，由《生态环境法典》取代。"),
    ],
)
def test_a_repeal_is_told_before_and_after_its_day(project: Project, today: date, name: str, words: str) -> None:
    """环境保护法 ends on 2026-08-15, and the page says what comes instead."""
    state = state_of(project.rules.statutes["环境保护法"], today)

    assert (state.name, state.words) == (name, words)
    assert state.stop == (name == "已废止")


def test_a_statute_that_is_not_in_force_yet_says_from_when(project: Project) -> None:
    """Until the day before it is not; on the day it is."""
    code: Statute = replace(project.rules.statutes["生态环境法典"], in_force_from=date(2026, 8, 15))

    assert state_of(code, date(2026, 8, 14)).name == "尚未施行"
    assert state_of(code, date(2026, 8, 15)).name == "现行"


def test_nobody_says_in_force_of_a_text_that_was_not_read(project: Project) -> None:
    """An entry known only from elsewhere is 未核实, unless its repeal is known."""
    unread: Statute = replace(project.rules.statutes["城乡规划法"], verified=False)

    assert (state_of(unread, date(2026, 8, 14)).name, state_of(unread, date(2026, 8, 14)).wait) == ("未核实", True)
    assert state_of(replace(unread, repealed_on=date(2026, 8, 14)), date(2026, 8, 14)).name == "已废止"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("《城乡规划法》第六十五条", "#article-65"),
        ("《城乡规划法》第六十九条", ""),
        ("《中华人民共和国城乡规划法》", ""),
        ("《某省某办法》第三条", None),
        ("《种子法》第三条", None),
    ],
)
def test_a_citation_leads_to_the_article_that_the_page_has(project: Project, text: str, place: str | None) -> None:
    """An article nothing rests on has no heading; a statute without a page has no link."""
    found = place_of(project, next(find_citations(text)))

    assert found == (None if place is None else project.rules.statutes["城乡规划法"].uri + place)


def test_each_cited_place_is_listed_once_with_its_powers(project: Project) -> None:
    """Two powers resting on one article share its line; what the register lacks is shown all the same."""
    shown = [
        (statute["name"], [(place, row["says"], [link.title for link in row["links"]]) for place, row in statute["places"].items()])
        for statute in power_bases(project)
    ]  # fmt: skip

    assert shown == [
        ("《城乡规划法》", [("《城乡规划法》第六十五条", "停工改正", ["第一项", "第二项"])]),
        ("《某省某办法》", [("《某省某办法》第三条", "", ["第一项"])]),
        ("《环境保护法》", [("《环境保护法》第三条", "", ["第二项"])]),
    ]
