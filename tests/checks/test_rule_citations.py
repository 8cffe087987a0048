"""What the rules of data/ cite, held against the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, corpus_of, make_town, page

from publicity.checks.rule_citations import check_rule_citations
from publicity.rules import DATA_DIR, Rules, load_rules


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


def told(folder: Path, rules: Rules, today: date = TODAY, **fields: Any) -> list[tuple[str, str]]:
    """Severity and message about one rule, that of the environment day with something else in it."""
    (old,) = (one for one in rules.days if one.id == "environment-day")
    new = type(old).model_validate(old.model_dump(exclude_unset=True, by_alias=True) | fields)
    corpus = corpus_of(make_town(folder, {"a.md": page()}))
    lines = (DATA_DIR / "publicity_days.yml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "id: environment-day" in text)
    shown = []
    for one in check_rule_citations(corpus, replace(rules, days=(new,)), today):
        assert (one.path, one.line, one.rule) == ("data/publicity_days.yml", line, "rule-statute")
        shown.append((one.severity.value, one.message.removeprefix("规则 environment-day：")))
    return shown


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"basis": {"statute": "政府信息公开条列", "article": 20}}, [("warn", "登记表里没有《政府信息公开条列》")]),
        ({"note": "见《没有这部的条例》。"}, [("warn", "登记表里没有《没有这部的条例》")]),
        ({"basis": {"statute": "城乡规划法", "article": 71}}, [("block", "《城乡规划法》只有70条，没有第71条")]),
        ({"basis": {"statute": "政府信息公开条例", "article": 57}}, [("warn", "《政府信息公开条例》只有56条，没有第57条")]),
        ({"basis": {"statute": "城乡规划法", "article": 70}}, []),
    ],
)  # fmt: skip
def test_a_citation_that_the_register_does_not_bear_out_is_told(
    tmp_path: Path, rules: Rules, fields: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    """At the rule's own line; only an article that a law does not have blocks."""
    fields = {"note": "", "source": "甲"} | fields
    fields.setdefault("basis", {"statute": "城乡规划法"})

    assert told(tmp_path, rules, **fields) == expected


@pytest.mark.parametrize(
    ("end", "today", "warns"),
    [
        (None, date(2026, 8, 14), False),
        (None, date(2026, 8, 15), True),
        (date(2030, 1, 1), TODAY, True),
        (date(2026, 8, 14), TODAY, False),
    ],
)
def test_a_rule_in_force_does_not_rest_on_repealed_law(
    tmp_path: Path, rules: Rules, end: date | None, today: date, warns: bool
) -> None:
    """From the day of the repeal it warns, unless the rule has ended too."""
    expected = [("warn", "《环境保护法》已于 2026-08-15 废止，由《生态环境法典》取代")]

    assert told(tmp_path, rules, today, effective_to=end) == (expected if warns else [])


@pytest.mark.parametrize("today", [date(2020, 1, 1), TODAY, date(2026, 8, 15)])
def test_the_rules_of_the_project_are_borne_out(tmp_path: Path, rules: Rules, today: date) -> None:
    """Every file of data/, before and after a repeal."""
    assert list(check_rule_citations(corpus_of(make_town(tmp_path, {"a.md": page()})), rules, today)) == []
