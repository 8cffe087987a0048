"""Limits that a page offers to count out are rules of the data file that can be counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import TODAY, corpus_of, make_town, page

from publicity.checks.calculators import check_calculators
from publicity.finding import Finding
from publicity.rules import load_rules


def found(folder: Path, names: str, today: date = TODAY) -> list[Finding]:
    corpus = corpus_of(make_town(folder, {"index.md": page(deadlines=names)}))
    return list(check_calculators(corpus, load_rules(), today))


def test_rules_that_count_from_an_event_pass(tmp_path: Path) -> None:
    """Nothing is said of the reply and the correction."""
    assert found(tmp_path, "[application-reply, application-correction]") == []


@pytest.mark.parametrize(
    ("names", "severity", "message", "cure"),
    [
        ("[application-replay]", "block", "data/deadlines.yml 里没有期限“application-replay”", "是不是 application-reply？"),
        ("[zzz]", "block", "data/deadlines.yml 里没有期限“zzz”", "请写 data/deadlines.yml 里有的 id"),
        ("[guide-and-catalogue]", "block", "不是从一件事算起多少天", "after_event"),
        ("[application-reply-2008]", "warn", "现在不适用", "现行规则"),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_counted_is_told(
    tmp_path: Path, names: str, severity: str, message: str, cure: str
) -> None:
    """At its line: unknown (with the nearest id), without a number of days, no longer in force."""
    (one,) = found(tmp_path, names)

    assert (one.path, one.line, one.rule, one.severity) == ("docs/index.md", 4, "reference", severity)
    assert message in one.message
    assert cure in one.cure


def test_the_day_on_which_a_rule_lapses_stops_nothing(tmp_path: Path) -> None:
    """What was right when it was written only becomes advice."""
    assert found(tmp_path, "[application-reply-2008]", date(2019, 5, 14)) == []
    assert [one.blocks for one in found(tmp_path, "[application-reply-2008]", date(2019, 5, 15))] == [False]
