"""What the site as a whole wants: items that must be public and are not, columns that stand still, documents that lapse."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.enrich.columns import ColumnState
from publicity.enrich.coverage import Coverage, State
from publicity.enrich.duties.duty import Desk, Duty, DutyKind, kind_on
from publicity.enrich.entries import public_title
from publicity.enrich.validity import expiries
from publicity.rules.required import GROUP_LABELS, Weight


def coverage_gaps(desk: Desk) -> Iterator[Duty]:
    """Items that a law or document asks for. What other towns merely keep is no duty; yearly rounds have their own."""
    paged = {page.uri for page, _ in desk.facts.corpus.records}
    for item in desk.facts.coverage.values():
        required = item.required
        yearly = required.freshness is not None and required.freshness.deadline
        told = bool(item.waiting) and all(ref.uri in paged for ref in item.waiting)
        wanted = item.state in (State.MISSING, State.STALE) or (item.state is State.PENDING and not told)
        if wanted and not yearly and required.weight is not Weight.PRACTICE:
            yield _gap(desk, item)


def _gap(desk: Desk, item: Coverage) -> Duty:
    required = item.required
    refs = (*item.waiting, *item.pages)
    return Duty(
        id=f"required:{required.id}",
        kind=kind_on(item.due_on, desk.today) if item.state is State.STALE else DutyKind.MISSING,
        subject=f"{required.title}（{GROUP_LABELS[required.group]}）：{item.missing}",
        cure=f"请公开：{required.holds}" if required.holds else "请公开这项内容",
        due_on=item.due_on,
        basis=required.cited,
        uri=refs[0].uri if refs else "",
        verified=required.verified,
    )


def columns(desk: Desk) -> Iterator[Duty]:
    """Columns that are blank, or older than the portal rules allow."""
    for column in desk.facts.columns:
        blank = column.state is ColumnState.BLANK
        if not blank and column.state is not ColumnState.OVERDUE:
            continue
        newest = f"最近一次发布是 {column.newest}" if column.newest else "没有一条有发布时间"
        yield Duty(
            id=f"column:{column.column.path or 'index.md'}",
            kind=DutyKind.MISSING if blank else DutyKind.OVERDUE,
            subject=f"栏目“{column.column.name}”" + ("是空白" if blank else f"逾期没有更新，{newest}"),
            cure="请发布新的内容，写明实际的发布时间；没有内容可发的栏目可以并入别的栏目",
            due_on=column.due_on,
            basis=column.rule.cited,
            uri=column.uri,
            verified=column.rule.verified,
        )


def expiring_documents(desk: Desk) -> Iterator[Duty]:
    """Normative documents within 180 days of their last day in force; the steps of 90 and 30 are told."""
    for expiry in expiries(desk.facts.states, desk.today):
        page, record = desk.facts.corpus.by_serial[expiry.serial]
        yield Duty(
            id=f"expiry:{expiry.serial}",
            kind=DutyKind.EXPIRING,
            subject=f"《{public_title(record)}》{expiry.days_left}天后失效（{expiry.step}天内）",
            cure="请评估是否继续执行：继续的重新公布或者延长有效期，不继续的按期失效并告诉有关单位",
            due_on=expiry.expires_on,
            uri=page.uri,
            path=page.shown,
            line=page.where("expires_on")[0],
        )
