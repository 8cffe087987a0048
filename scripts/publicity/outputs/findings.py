"""Findings for people, for pull requests, and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from publicity.finding import Finding

WORDS = {True: "必须改", False: "建议"}


def render_text(findings: Iterable[Finding]) -> str:
    """文件:行  问题；怎样改（依据 …）"""
    lines = (f"{one.path}:{one.line}  [{WORDS[one.blocks]}] {_sentence(one)}" for one in findings)
    return "".join(line.replace("\n", " ") + "\n" for line in lines)


def render_json(findings: Iterable[Finding]) -> str:
    """A list of objects with path, line, column, severity, rule, message, cure, basis."""
    return json.dumps([one.as_dict() for one in findings], ensure_ascii=False, indent=2) + "\n"


def render_github(findings: Iterable[Finding]) -> str:
    """Workflow commands: annotations on the lines of a pull request."""
    lines = []
    for one in findings:
        level = "error" if one.blocks else "warning"
        place = f"file={_property(one.path)},line={one.line},col={one.column},title={_property(WORDS[one.blocks])}"
        lines.append(f"::{level} {place}::{_data(_sentence(one))}\n")
    return "".join(lines)


def render_summary(findings: Sequence[Finding], closing: str) -> str:
    """Markdown for the job's summary page, which a clerk reads instead of the log."""
    rows = ["## 内容检查结果", "", closing, ""]
    if findings:
        rows += ["| 要求 | 文件 | 行 | 问题 | 怎样改 | 依据 |", "| --- | --- | --- | --- | --- | --- |"]
    for one in sorted(findings, key=lambda one: not one.blocks):
        cells = (WORDS[one.blocks], one.path, str(one.line), one.message, one.cure, one.basis)
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _sentence(finding: Finding) -> str:
    basis = f"（依据 {finding.basis}）" if finding.basis else ""
    return f"{finding.message}；{finding.cure}{basis}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Text that Markdown leaves as it is."""
    for char in "\\`*_[]<>|#~":
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", " ")
