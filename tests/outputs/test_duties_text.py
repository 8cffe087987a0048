"""The list of duties for people and for programs."""

from __future__ import annotations

import json
from datetime import date

import pytest

from publicity.enrich.duties import Duty, DutyKind
from publicity.outputs.duties import render_json, render_text, when

TODAY = date(2026, 11, 22)
DUTIES = (
    Duty("a", DutyKind.OVERDUE, "公开甲", "请尽快公开", date(2026, 11, 1), "某规定", "a.md", "docs/a.md", 9, owner="党政办"),
    Duty("b", DutyKind.OVERDUE, "公开乙", "请尽快公开", date(2026, 11, 22), "某规定", path="data/b.yml", verified=False, owner="党政办"),
    Duty("c", DutyKind.CALENDAR, "登记", "照着填：\nyear: 2027\n  - 甲\n", date(2026, 12, 31)),
)  # fmt: skip


def test_the_text_groups_by_urgency_and_says_the_cure_once() -> None:
    """Neighbours with one cure and owner share it; a form keeps its lines."""
    assert render_text(DUTIES, TODAY) == (
        "已经超期（2项）\n"
        "  2026-11-01（已过21天）  公开甲  [docs/a.md:9]\n"
        "    依据：某规定\n"
        "  2026-11-22（今天）  公开乙  [data/b.yml]\n"
        "    依据：某规定（未核实，只作提醒）\n"
        "    怎么办：请尽快公开\n"
        "    责任：党政办\n"
        "\n"
        "日历提醒（1项）\n"
        "  2026-12-31（还有39天）  登记\n"
        "    怎么办：照着填：\n"
        "      year: 2027\n"
        "        - 甲\n"
        "    责任：待核定\n"
    )


def test_nothing_to_do_is_said() -> None:
    """An empty list is a sentence, not an empty output."""
    assert render_text((), TODAY) == "没有要办的事。\n"
    assert render_json(()) == "[]\n"


def test_json_has_every_field() -> None:
    """Days are ISO text or null, kinds their English word."""
    first = json.loads(render_json((*DUTIES, Duty("d", DutyKind.MISSING, "丁", "补上"))))

    assert first[0] == {
        "id": "a", "kind": "overdue", "subject": "公开甲", "cure": "请尽快公开", "due_on": "2026-11-01", "basis": "某规定",
        "uri": "a.md", "path": "docs/a.md", "line": 9, "verified": True, "owner": "党政办",
    }  # fmt: skip
    assert first[-1]["due_on"] is None


@pytest.mark.parametrize(
    ("due_on", "words"),
    [(None, ""), (date(2026, 11, 21), "已过1天"), (TODAY, "今天"), (date(2026, 11, 23), "还有1天")],
)
def test_a_day_is_told_as_seen_from_today(due_on: date | None, words: str) -> None:
    """The last day itself is still good."""
    assert when(due_on, TODAY) == words
