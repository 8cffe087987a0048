"""Which pages and rules rest on which statute, article by article."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import corpus_of, make_town, page, record

from publicity.enrich.resting import Resting, by_article, resting_on
from publicity.rules import Rules, load_rules
from publicity.rules.every import every_rule, line_of

POWER = """---
kind: enforcement_item
title: 停工改正
serial: 2026-00003
power_kind: other
verified: false
legal_bases:
  - {statute: 城乡规划法, article: 65, says: 责令停止建设}
  - {statute: 某省某办法, article: 3}
implementing_organ: 镇人民政府
applies_to: 建设单位
conditions: [没有许可证（城乡规划法第四十一条）]
time_limit: 待核定
---

正文也说《城乡规划法》第六十五条第二款，还提到《红楼梦》第五回。
"""
WITHDRAWN = """---
kind: enforcement_result
title: 结果
serial: 2026-00031
result_kind: other
decision_number: 待核定
decided_on: 待核定
party_kind: legal_person
party_name: 待核定
facts: 待核定
legal_bases: [{statute: 城乡规划法, article: 66}]
outcome: 待核定
deciding_organ: 待核定
withdrawal: {withdrawn_on: 2026-05-01, reason: 撤销}
---
"""


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


def resting_in(folder: Path, rules: Rules, pages: Mapping[str, str]) -> Mapping[str, Resting]:
    return resting_on(corpus_of(make_town(folder, pages)), rules)


def places(resting: Resting) -> list[tuple[str, int, str]]:
    """Of the pages: path below docs/, line, place."""
    return [(use.cited.path.removeprefix("docs/"), use.cited.line, use.words) for use in resting.pages]


def test_legal_bases_fields_and_bodies_all_count(tmp_path: Path, rules: Rules) -> None:
    """A structured basis, words of a field and words of the body each stand with their own line."""
    found = resting_in(tmp_path, rules, {"enforcement/powers/2026-00003.md": POWER})

    assert places(found["城乡规划法"]) == [
        ("enforcement/powers/2026-00003.md", 8, "第六十五条"),
        ("enforcement/powers/2026-00003.md", 12, "第四十一条"),
        ("enforcement/powers/2026-00003.md", 16, "第六十五条第二款"),
    ]


def test_a_short_name_declared_on_the_page_counts_for_the_law(tmp_path: Path, rules: Rules) -> None:
    """条例第五条 rests on the regulation that the page calls so; a fragment's line is told in the fragment."""
    pages = {
        "guide/a.md": page("《政府信息公开条例》（下面简称条例）。\n\n条例第五条至第七条。\n\n{!_fragments/b.md!}\n"),
        "_fragments/b.md": "《城乡规划法》第九条。\n",
    }
    found = resting_in(tmp_path, rules, pages)

    assert ("guide/a.md", 8, "第五条至第七条") in places(found["政府信息公开条例"])
    assert places(found["城乡规划法"]) == [("_fragments/b.md", 1, "第九条")]


def test_full_and_short_names_are_one_statute(tmp_path: Path, rules: Rules) -> None:
    """《中华人民共和国城乡规划法》 stands under its short title."""
    found = resting_in(tmp_path, rules, {"a.md": page("《中华人民共和国城乡规划法》第二条、《城乡规划法》第三条。\n")})

    assert [words for _, _, words in places(found["城乡规划法"])] == ["第二条", "第三条"]


def test_what_the_register_lacks_counts_only_as_a_legal_basis(tmp_path: Path, rules: Rules) -> None:
    """A province's measure given as a basis is kept; a novel in the body is none."""
    found = resting_in(tmp_path, rules, {"enforcement/powers/2026-00003.md": POWER})

    assert (found["某省某办法"].statute, [use.article for use in found["某省某办法"].pages]) == (None, [3])
    assert "红楼梦" not in found


def test_a_withdrawn_decision_rests_on_nothing(tmp_path: Path, rules: Rules) -> None:
    """What it cited went with it."""
    found = resting_in(tmp_path, rules, {"enforcement/results/2026-00031.md": WITHDRAWN})

    assert places(found["城乡规划法"]) == []


def test_rules_of_the_data_files_rest_on_their_basis(tmp_path: Path, rules: Rules) -> None:
    """The twenty working days of art. 26 stand with their file, id and mark."""
    found = resting_in(tmp_path, rules, {"index.md": page()})["政府信息公开条例"]

    kept = [(use.kept.path, use.kept.rule.verified) for use in found.rules if use.article == 26]
    assert ("data/deadlines.yml", True) in kept


def test_the_register_does_not_rest_on_itself(tmp_path: Path, rules: Rules) -> None:
    """An entry of local_statutes.yml names its own number."""
    found = resting_in(tmp_path, rules, {"index.md": page()})

    assert "data/local_statutes.yml" not in {use.kept.path for one in found.values() for use in one.rules}


def test_articles_come_in_order_and_the_whole_last(tmp_path: Path, rules: Rules) -> None:
    """Pages before rules under each article."""
    body = "《草原法》第十六条，《草原法》，《草原法》第三条。\n"
    found = resting_in(tmp_path, rules, {"a.md": page(body), "disclosure/2026/2026-00001.md": record(body=body)})

    grouped = [
        (article, len([use for use in uses if use in found["草原法"].pages]))
        for article, uses in by_article(found["草原法"])
    ]
    assert [pair for pair in grouped if pair[1]] == [(3, 2), (16, 2), (None, 2)]


def test_every_rule_is_found_in_its_file(rules: Rules) -> None:
    """The line told for a rule holds its id."""
    data = Path(__file__).parents[2]
    kept = list(every_rule(rules))

    assert len(kept) > 100
    for one in kept:
        lines = (data / one.path).read_text(encoding="utf-8").splitlines()
        assert one.rule.id in lines[line_of(one) - 1], (one.path, one.rule.id)
