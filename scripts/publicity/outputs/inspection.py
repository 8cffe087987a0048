"""The self-inspection for people at a terminal, and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from publicity.enrich.columns import COLUMN_LABELS, ColumnFacts, ColumnState
from publicity.enrich.coverage import STATE_LABELS, Coverage
from publicity.enrich.inspection import VERDICT_LABELS, Inspected, inspect
from publicity.outputs.artefact import Artefact
from publicity.project import Project
from publicity.rules.entries import Entry
from publicity.rules.inspection import Veto

WEIGHTS = {Veto.VETO: "单项否决", Veto.SCORED: "扣分"}
URI = "staff/inspect/inspection.json"


def inspection_of(project: Project) -> tuple[Inspected, ...]:
    """Every indicator, judged by the project's facts and findings."""
    return inspect(project.facts, project.findings)


def render_inspection_text(project: Project) -> str:
    """One line an indicator, then the columns and the items that are not in order."""
    found, today = inspection_of(project), project.today
    lines = [f"自查日期 {today}（国办秘函〔2019〕19号，本站能看到的部分）", ""]
    for one in found:
        head = f"{WEIGHTS[one.indicator.weight]}{one.indicator.number}"
        lines.append(
            f"[{VERDICT_LABELS[one.verdict]}] {head} {one.indicator.title}：{one.evidence}{_doubt(one.indicator)}"
        )
    lines += ["", "栏目："]
    lines += [f"[{COLUMN_LABELS[one.state]}] {one.column.name}：{column_words(one)}" for one in project.facts.columns]
    lines += ["", "应公开事项（没有公开或者有问题的）："]
    wrong = [one for one in project.facts.coverage.values() if one.missing]
    lines += [f"[{STATE_LABELS[one.state]}] {one.required.title}：{one.missing}{_doubt(one.required)}" for one in wrong]
    counts = "，".join(
        f"{words} {sum(one.verdict is kind for one in found)} 项" for kind, words in VERDICT_LABELS.items()
    )
    return "\n".join([*lines, "", f"共 {len(found)} 项指标：{counts}。", ""])


def render_inspection_json(project: Project) -> str:
    """Indicators, columns and items, each with its state, evidence and source; days as text, null where unknown."""
    value = {
        "today": project.today.isoformat(),
        "indicators": [_indicator(one) for one in inspection_of(project)],
        "columns": [_column(one, project) for one in project.facts.columns],
        "items": [_item(one) for one in project.facts.coverage.values()],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def make_inspection_file(project: Project) -> Iterator[Artefact]:
    """Beside the staff's page, and only with it."""
    if project.settings.town.staff_pages:
        yield Artefact(URI, render_inspection_json(project).encode("utf-8"))


def column_words(one: ColumnFacts) -> str:
    """How a column stands, in a sentence."""
    if one.state is ColumnState.BLANK:
        words = "没有内容"
    elif not one.count:
        words = "只有说明文字，没有逐条发布的信息"
    elif one.newest is None:
        words = f"{one.count} 条信息都没有发布时间"
    else:
        words = f"{one.count} 条信息，最近一次公开是 {one.newest}"
    if one.rule.length is None:
        return f"{words}；没有规定更新期限"
    return f"{words}；应当每{one.rule.span_words}更新一次"


def _doubt(entry: Entry) -> str:
    return "" if entry.verified else "（这条规则未核实）"


def _rule(entry: Entry) -> dict[str, Any]:
    return {"source": entry.cited, "verified": entry.verified, "note": entry.note}


def _indicator(one: Inspected) -> dict[str, Any]:
    return {
        "id": one.indicator.id,
        "number": one.indicator.number,
        "title": one.indicator.title,
        "asks": one.indicator.asks,
        "weight": one.indicator.weight.value,
        "verdict": one.verdict.value,
        "evidence": one.evidence,
        "pages": [ref.uri for ref in one.links],
        **_rule(one.indicator),
    }


def _column(one: ColumnFacts, project: Project) -> dict[str, Any]:
    return {
        "name": one.column.name,
        "page": one.uri,
        "column_type": one.column.column_type,
        "state": one.state.value,
        "records": one.count,
        "undated": one.undated,
        "newest": _day(one.newest),
        "due_on": _day(one.due_on),
        "days_overdue": one.days_overdue(project.today),
        **_rule(one.rule),
    }


def _item(one: Coverage) -> dict[str, Any]:
    return {
        "id": one.required.id,
        "title": one.required.title,
        "group": one.required.group.value,
        "field": one.required.field or None,
        "state": one.state.value,
        "pages": [ref.uri for ref in one.pages],
        "waiting": [ref.uri for ref in one.waiting],
        "newest": _day(one.newest),
        "due_on": _day(one.due_on),
        "missing": one.missing,
        "weight": one.required.weight.value,
        **_rule(one.required),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
