"""What hangs together is linked in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import corpus_of, make_town, power

from publicity.content.corpus import Corpus
from publicity.enrich.crosslinks import backlinks, refs, related
from publicity.model import EnforcementItem

PROCEDURE = """---
kind: procedure_notice
title: 程序
serial: 2026-00021
verified: false
items: [{items}]
applies_to: 建设单位
legal_bases: [{{statute: 城乡规划法, article: 65}}]
steps: [{{id: a, name: 甲, actor: 镇, action: 办, time_limit: 待核定}}]
---
"""
RESULT = """---
kind: enforcement_result
title: 结果
serial: 2026-00031
result_kind: other
decision_number: 待核定
decided_on: 待核定
party_kind: legal_person
party_name: 待核定
item: 2026-00002
facts: 待核定
legal_bases: [{statute: 城乡规划法, article: 65}]
outcome: 待核定
deciding_organ: 待核定
---
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    pages = {
        "enforcement/powers/2026-00001.md": power("2026-00001", "第一项", "土地管理法", "[2026-00021, 2026-09999]"),
        "enforcement/powers/2026-00002.md": power("2026-00002", "第二项", "森林法"),
        "enforcement/procedures/2026-00021.md": PROCEDURE.format(items="2026-00001, 2026-00002"),
        "enforcement/results/2026-00031.md": RESULT,
    }
    return corpus_of(make_town(tmp_path, pages))


def groups(corpus: Corpus, serial: str) -> list[tuple[str, list[str]]]:
    found = related(corpus, corpus.by_serial[serial][1], backlinks(corpus))
    return [(words, [one.title for one in links]) for words, links in found]


def test_backlinks_name_who_names(corpus: Corpus) -> None:
    """By serial, who refers to it, in the order of the pages."""
    assert backlinks(corpus) == {
        "2026-00001": ["2026-00021"],
        "2026-00002": ["2026-00021", "2026-00031"],
        "2026-00021": ["2026-00001"],
        "2026-09999": ["2026-00001"],
    }


@pytest.mark.parametrize(
    ("serial", "shown"),
    [
        ("2026-00001", [("办理程序", ["程序"])]),
        ("2026-00002", [("办理程序", ["程序"]), ("执法结果", ["结果"])]),
        ("2026-00021", [("对应的执法事项", ["第一项", "第二项"])]),
        ("2026-00031", [("执法事项", ["第二项"])]),
    ],
)
def test_links_hold_in_both_directions(corpus: Corpus, serial: str, shown: list[tuple[str, list[str]]]) -> None:
    """A link named on one page only is shown on both, once; one that leads nowhere is left to the checks."""
    assert groups(corpus, serial) == shown


def test_refs_take_only_the_kind_asked_for(corpus: Corpus) -> None:
    """A serial of another kind, an unknown one and a repeated one give no extra link."""
    serials = ["2026-00002", "2026-00021", "2026-09999", "2026-00002"]

    assert [one.uri for one in refs(corpus, serials, EnforcementItem)] == ["enforcement/powers/2026-00002.md"]
