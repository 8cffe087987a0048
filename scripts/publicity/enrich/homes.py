"""Under which page of the navigation a record is found."""

from __future__ import annotations

from publicity.model import AnnualReport
from publicity.model.record import Record
from publicity.model.report import ReportKind

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
