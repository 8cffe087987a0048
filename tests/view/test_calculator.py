"""The calculator in words: what a reader is told about counting, and what each cell of the table says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, make_town, page

from publicity.project import open_project
from publicity.rules import load_rules
from publicity.view.calculator import calculator_data, rule_data


def data_of(folder: Path, today: date, names: str) -> dict[str, Any] | None:
    project = open_project(make_town(folder, {"index.md": page(deadlines=names)}), today)
    return calculator_data(project, project.corpus.by_uri["index.md"])


def test_a_page_without_limits_has_no_calculator(tmp_path: Path) -> None:
    """Nor has a page that does not exist."""
    assert data_of(tmp_path, TODAY, "[]") is None
    assert calculator_data(open_project(make_town(tmp_path, {}), TODAY), None) is None


def test_the_table_says_the_last_day_and_the_longest(tmp_path: Path) -> None:
    """The reply of 条例 art. 33: 20 working days, and 20 more that reach into a year nobody has announced."""
    found = data_of(tmp_path, TODAY, "[application-reply]")

    assert found is not None
    assert found["label"] == "如果这一天收到申请"
    assert found["rows"][0] == {
        "day": "2026年11月22日（星期日）",
        "cells": [{"words": "2026年12月18日（星期五）", "longer": "要等国务院公布2027年放假安排"}],
    }
    assert found["rules"][0]["suspended"] == "征求第三方意见、征求其他机关意见"
    assert found["rules"][0]["basis"] == "《政府信息公开条例》第三十三条第二款"


def test_an_unannounced_year_is_told_in_the_cell(tmp_path: Path) -> None:
    """In 2027 the day cannot be told; 15 plain days still can, and where a day off pushes on, the day before which not."""
    found = data_of(tmp_path, date(2027, 3, 1), "[application-reply, fine-payment, suit-after-review]")

    assert found is not None
    assert found["label"] == "如果事情发生在这一天"
    assert found["rows"][0]["cells"] == [
        {"words": "要等国务院公布2027年放假安排", "longer": ""},
        {"words": "2027年3月16日（星期二）", "longer": ""},
        {"words": "要等国务院公布2027年放假安排；不会早于2027年3月16日（星期二）", "longer": ""},
    ]


@pytest.mark.parametrize(
    ("name", "how", "verb"),
    [
        ("application-reply", "20个工作日，从第二天算起，周末和节假日不算，调休上班的周末算", "最迟答复"),
        ("fine-payment", "15日，从第二天算起，周末和节假日也算；条文没有写最后一天放假顺延，按不顺延算", "最迟缴纳"),
        (
            "review-application",
            "60日，从第二天算起，周末和节假日也算；最后一天放假的，顺延到放假后第一个工作日",
            "最迟申请",
        ),
        (
            "suit-direct",
            "6个月，从第二天算起，到那个月的同一天，没有这一天的到月末；最后一天放假的，顺延到放假后第一个工作日",
            "最迟起诉",
        ),
        ("hearing-notice", "从那一天往前数7个工作日，周末和节假日不算，调休上班的周末算", "最迟通知"),
        ("village-display", "15日，从第二天算起，周末和节假日也算", "至少保留到"),
    ],
)
def test_each_way_of_counting_is_told_in_plain_words(tmp_path: Path, name: str, how: str, verb: str) -> None:
    """Working days, days, months, back from an event, and at least so many."""
    found = data_of(tmp_path, TODAY, f"[{name}]")

    assert found is not None
    assert (found["rules"][0]["how"], found["rules"][0]["verb"]) == (how, verb)


def test_a_rule_that_nobody_has_checked_says_so(tmp_path: Path) -> None:
    """The page carries the mark of the data file."""
    found = data_of(tmp_path, TODAY, "[public-comment]")

    assert found is not None
    assert not found["rules"][0]["verified"]


def test_the_script_gets_only_what_the_rule_has() -> None:
    """data-* attributes; a rule without extension or end has none of these."""
    rule = load_rules().deadline("fine-payment")

    assert rule is not None
    assert rule_data(rule) == {
        "event": "收到行政处罚决定书", "before": "最迟", "after": "缴纳", "length": "15", "unit": "days",
        "sense": "within", "last-day-off": "stays", "holds-from": "2021-07-15",
    }  # fmt: skip
