"""The staff's page of the self-inspection: indicators, columns, and what must be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publicity.enrich.columns import COLUMN_LABELS, ColumnFacts
from publicity.enrich.inspection import VERDICT_LABELS
from publicity.outputs.inspection import URI, WEIGHTS, column_words, inspection_of
from publicity.project import Project
from publicity.rules.required import GROUP_LABELS, Group
from publicity.view.coverage import CoverageRow, coverage_row, groups_plot
from publicity.view.generated import Generated, staff_page

PAGE = "staff/inspect/index.md"


def inspection_page(project: Project) -> Iterator[Generated]:
    return staff_page(project, PAGE, "网站自查", "kinds/inspection.html", inspection_data)


def inspection_data(project: Project) -> dict[str, Any]:
    """Plain data: verdicts as words with their numbers, every row with its source."""
    found = inspection_of(project)
    indicators = [
        {
            "number": one.indicator.number,
            "title": one.indicator.title,
            "asks": one.indicator.asks,
            "weight": WEIGHTS[one.indicator.weight],
            "verdict": VERDICT_LABELS[one.verdict],
            "kind": one.verdict.value,
            "evidence": one.evidence,
            "links": one.links,
            "note": one.indicator.note,
            "source": one.indicator.cited,
            "verified": one.indicator.verified,
        }
        for one in found
    ]
    rows: dict[Group, list[CoverageRow]] = {group: [] for group in Group}
    for item in project.facts.coverage.values():
        rows[item.required.group].append(coverage_row(item))
    return {
        "today": project.today.isoformat(),
        "json": URI,
        "counts": [
            {"words": words, "kind": kind.value, "number": sum(one.verdict is kind for one in found)}
            for kind, words in VERDICT_LABELS.items()
        ],
        "indicators": indicators,
        "columns": [_column(one, project) for one in project.facts.columns],
        "groups": [
            {"id": f"group-{group.value}", "title": GROUP_LABELS[group], "rows": of} for group, of in rows.items()
        ],
        "plot": groups_plot(project.facts.coverage.values()),
    }


def _column(one: ColumnFacts, project: Project) -> dict[str, Any]:
    late = one.days_overdue(project.today)
    return {
        "name": one.column.name,
        "uri": one.uri,
        "column_type": one.column.column_type,
        "state": COLUMN_LABELS[one.state],
        "kind": one.state.value,
        "words": column_words(one),
        "late": f"已过 {late} 天" if late else "",
        "count": one.count,
        "undated": one.undated,
    }
