"""Findings for people, for pull requests and for programs."""

from __future__ import annotations

import json

from publicity.finding import Finding, Severity
from publicity.outputs.findings import render_github, render_json, render_summary, render_text

BLOCK = Finding("docs/a.md", 6, 3, Severity.BLOCK, "date", "日期不对", "请核对", "条例 第二十六条")
WARN = Finding("docs/b,c:d.md", 1, 1, Severity.WARN, "name", "100%\n不对", "请|改*这*里", "")


def test_text_is_a_line_a_finding() -> None:
    """File and line first, then how serious, what, how to mend it, and on what basis."""
    assert render_text([BLOCK]) == "docs/a.md:6  [必须改] 日期不对；请核对（依据 条例 第二十六条）\n"
    assert render_text([]) == ""


def test_text_of_a_finding_stays_on_its_line() -> None:
    """A line end inside a message does not make two findings of one."""
    assert render_text([WARN]).count("\n") == 1


def test_json_carries_every_field() -> None:
    """Programs get the eight fields by name, in readable Chinese."""
    text = render_json([BLOCK, WARN])

    assert json.loads(text)[0] == {
        "path": "docs/a.md", "line": 6, "column": 3, "severity": "block", "rule": "date",
        "message": "日期不对", "cure": "请核对", "basis": "条例 第二十六条",
    }  # fmt: skip
    assert "日期不对" in text
    assert json.loads(render_json([])) == []


def test_annotations_are_escaped() -> None:
    """What would end a workflow command or its property early is written as GitHub wants it."""
    assert render_github([BLOCK, WARN]).splitlines() == [
        "::error file=docs/a.md,line=6,col=3,title=必须改::日期不对；请核对（依据 条例 第二十六条）",
        "::warning file=docs/b%2Cc%3Ad.md,line=1,col=1,title=建议::100%25%0A不对；请|改*这*里",
    ]


def test_an_annotation_cannot_start_another_command() -> None:
    """A message holding a workflow command is still one line of data."""
    sly = Finding("docs/a.md", 1, 1, Severity.WARN, "x", "甲\r\n::set-output name=x::y", "改", "")

    assert len(render_github([sly]).splitlines()) == 1


def test_the_summary_shows_what_blocks_first() -> None:
    """A table a clerk can read, the blocking findings on top, whatever Markdown they hold made harmless."""
    lines = render_summary([WARN, BLOCK], "共2处。").splitlines()

    assert lines[:3] == ["## 内容检查结果", "", "共2处。"]
    assert lines[6] == "| 必须改 | docs/a.md | 6 | 日期不对 | 请核对 | 条例 第二十六条 |"
    assert lines[7] == r"| 建议 | docs/b,c:d.md | 1 | 100% 不对 | 请\|改\*这\*里 |  |"


def test_a_summary_without_findings_has_no_table() -> None:
    """Nothing found, nothing tabled."""
    assert "|" not in render_summary([], "没有发现问题。")


def test_findings_sort_by_place() -> None:
    """By path, then line, then column."""
    later = Finding("docs/a.md", 10, 1, Severity.BLOCK, "a", "", "")

    assert sorted([WARN, later, BLOCK]) == [BLOCK, later, WARN]
    assert (BLOCK.blocks, WARN.blocks) == (True, False)
