"""Where a page stands: the main navigation, the section's own, and the trail that leads to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

from publicity.model import AnnualReport
from publicity.model.record import Record
from publicity.model.report import ReportKind


class NavItem(TypedDict):
    """A section or page of mkdocs.yml's nav; a section's uri is that of its first page."""

    title: str
    uri: str
    children: list[Any]


# The page under which a record of that kind is found.
HOMES = {
    "annual_report": "report/index.md",
    "disclosure_item": "disclosure/index.md",
    "normative_document": "disclosure/normative/index.md",
    "enforcement_item": "enforcement/powers/index.md",
    "procedure_notice": "enforcement/procedures/index.md",
    "enforcement_result": "enforcement/results/index.md",
    "publicity_event": "schedule/plan.md",
    "notice_board": "schedule/boards.md",
}


def home_of(record: Record) -> str:
    """The uri of the section page that lists the record."""
    if isinstance(record, AnnualReport) and record.report_kind is ReportKind.DISCLOSURE_ANNUAL:
        return "report/annual.md"
    return HOMES[record.kind]


def trail(nav: Sequence[NavItem], uri: str) -> list[NavItem]:
    """From the top of the navigation down to the page of that uri; empty where the navigation does not have it."""
    for item in nav:
        if not item["children"] and item["uri"] == uri:
            return [item]
        below = trail(item["children"], uri)
        if below:
            return [item, *below]
    return []
