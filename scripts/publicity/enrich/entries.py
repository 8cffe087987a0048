"""Records as the rows of listings, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from publicity.content.corpus import Page
from publicity.enrich.selecting import given
from publicity.enrich.validity import States
from publicity.enrich.withdrawn import is_withdrawn
from publicity.model import (
    AnnualReport,
    EnforcementItem,
    EnforcementResult,
    NoticeBoard,
    PublicityEvent,
)
from publicity.model.fields import PENDING
from publicity.model.record import Record

KIND_LABELS = {
    "annual_report": "报告",
    "disclosure_item": "主动公开",
    "normative_document": "规范性文件",
    "enforcement_item": "执法职权",
    "procedure_notice": "执法程序",
    "enforcement_result": "执法结果",
    "publicity_event": "普法日程",
    "notice_board": "宣传栏",
}


@dataclass(frozen=True)
class Entry:
    """``day`` is the publication date as text, empty when not published yet; ``mark`` a state worth seeing.

    ``coming`` are the states that are known to follow, as the reader's browser reads them.
    """

    uri: str
    title: str
    day: str
    number: str
    kind: str
    summary: str
    mark: str
    serial: str
    formed: str
    coming: str = ""


def entries_of(pairs: Iterable[tuple[Page, Record]], states: States) -> list[Entry]:
    """Newest publication first; what is not published yet follows, by serial."""
    entries = [entry_of(page, record, states) for page, record in pairs]
    entries.sort(key=lambda entry: entry.serial)
    entries.sort(key=lambda entry: entry.day, reverse=True)
    return entries


def public_title(record: Record) -> str:
    """The title as the public may see it: that of a withdrawn decision is gone with the decision."""
    if is_withdrawn(record):
        return f"执法结果（{record.serial}，已撤下）"
    return record.title


def public_summary(record: Record) -> str:
    """The summary, unless it went with a withdrawn decision."""
    return "" if is_withdrawn(record) else record.summary or ""


def entry_of(page: Page, record: Record, states: States) -> Entry:
    state = states.get(record.serial)
    return Entry(
        uri=page.uri,
        title=public_title(record),
        day=f"{record.published_at:%Y-%m-%d}" if isinstance(record.published_at, datetime) else "",
        number=given(record.document_number) or given(record.index_number),
        kind=kind_label(record),
        summary=public_summary(record),
        mark=mark_of(record, states),
        serial=record.serial,
        formed=record.formed_on.isoformat() if isinstance(record.formed_on, date) else "",
        coming=state.coming if state is not None else "",
    )


def kind_label(record: Record) -> str:
    """The word a reader sees for the kind, as fine as the record says it."""
    if isinstance(record, AnnualReport):
        return record.report_kind.label
    if isinstance(record, EnforcementItem):
        return record.power_kind.label
    if isinstance(record, EnforcementResult):
        return record.result_kind.label
    if isinstance(record, PublicityEvent):
        return record.event_kind.label
    return KIND_LABELS[record.kind]


def mark_of(record: Record, states: States) -> str:
    """A state that a reader must not miss in a listing."""
    if record.serial in states:
        state = states[record.serial].state
        return state.label if state is not None else "效力待核定"
    if is_withdrawn(record):
        return "已撤下"
    if getattr(record, "verified", True) is False:
        return "尚未核定"
    if isinstance(record, NoticeBoard) and record.location == PENDING:
        return "位置待核定"
    return ""
