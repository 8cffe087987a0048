"""What single pages of docs/ still want: publication, a reason, facts, a confirmation, a fresh notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from publicity.content.corpus import Page
from publicity.enrich.calendar import period_of
from publicity.enrich.dues import Due, latest_breach
from publicity.enrich.duties.duty import Desk, Duty, DutyKind, kind_on
from publicity.enrich.entries import public_title
from publicity.model import NoticeBoard
from publicity.model.fields import PENDING, count_pending
from publicity.model.record import Record
from publicity.model.schedule import UpdateCycle


def publications(desk: Desk) -> Iterator[Duty]:
    """Records that are to be published, by the first day that a rule sets; late ones that do not say why."""
    for page, record in desk.facts.corpus.records:
        dues = desk.facts.dues[record.serial]
        waiting = [due for due in dues if due.done_on is None]
        if waiting:
            yield _publication(page, record, waiting[0], desk.today)
        elif (due := latest_breach(dues, desk.today)) is not None and not record.late_reason:
            yield _lateness(page, record, due, desk.today)


def _publication(page: Page, record: Record, due: Due, today: date) -> Duty:
    duty = Duty(
        id=f"publish:{record.serial}",
        kind=kind_on(due.due_on, today),
        subject=f"公开《{public_title(record)}》",
        cure="请尽快公开，并填写实际的发布时间（published_at）；超期的用 late_reason 说明原因，不得改动日期",
        due_on=due.due_on,
        basis=_basis(due),
        verified=due.certain,
    )
    return _at(page, "published_at", duty)


def _lateness(page: Page, record: Record, due: Due, today: date) -> Duty:
    duty = Duty(
        id=f"late-reason:{record.serial}",
        kind=DutyKind.MISSING,
        subject=f"《{public_title(record)}》迟公开{due.days_late(today)}天，没有写原因",
        cure="请核对成文和发布日期；属实的填写 late_reason 说明原因，不得改动日期",
        basis=_basis(due),
        verified=due.certain,
    )
    return _at(page, "published_at", duty)


def pending_facts(desk: Desk) -> Iterator[Duty]:
    """One duty a page, however many of its facts nobody has given."""
    for page, record in desk.facts.corpus.records:
        fields = type(record).model_fields
        names = [name for name in fields if count_pending(getattr(record, name))]
        if names:
            labels = "、".join(fields[name].title or name for name in names)
            duty = Duty(
                id=f"pending:{record.serial}",
                kind=DutyKind.MISSING,
                subject=f"《{public_title(record)}》有{count_pending(record)}项{PENDING}：{labels}",
                cure=f"请补上准确的内容，替换“{PENDING}”；没有依据的不要填",
            )
            yield _at(page, names[0], duty)


def unconfirmed(desk: Desk) -> Iterator[Duty]:
    """Pages made from public law that the town has not confirmed."""
    for page, record in desk.facts.corpus.records:
        if getattr(record, "verified", True) is False:
            duty = Duty(
                id=f"confirm:{record.serial}",
                kind=DutyKind.UNVERIFIED,
                subject=f"《{public_title(record)}》根据公开法律整理，本机关尚未核定",
                cure="请对照法律文本和本机关的职权逐项核定；核定后把 verified 改为 true",
            )
            yield _at(page, "verified", duty)


def boards(desk: Desk) -> Iterator[Duty]:
    """Notice boards without an update in the running month, quarter or year: one duty a cycle."""
    found = [(page, one) for page, one in desk.facts.corpus.records if isinstance(one, NoticeBoard)]
    for cycle in UpdateCycle:
        name, first, last = period_of(cycle, desk.today)
        stale = [(page, one) for page, one in found if one.update_cycle is cycle and not _is_renewed(one, name, first)]
        if stale:
            numbers = "、".join(str(one.number) for _, one in sorted(stale, key=lambda pair: pair[1].number))
            yield Duty(
                id=f"boards:{name}",
                kind=DutyKind.DUE,
                subject=f"更新宣传栏{len(stale)}个（{cycle.label}更新，本期{name}）：{numbers}号",
                cure="张贴新内容后，在各宣传栏页的 updates 里记下期次、张贴日期和内容",
                due_on=last,
                uri="schedule/boards.md",
                path=stale[0][0].shown if len(stale) == 1 else stale[0][0].shown.rpartition("/")[0],
            )


def _is_renewed(board: NoticeBoard, name: str, first: date) -> bool:
    return any(update.period == name or update.posted_on >= first for update in board.updates)


def _basis(due: Due) -> str:
    return due.rule.asked_by + (f"（{due.inferred}）" if due.inferred else "")


def _at(page: Page, field: str, duty: Duty) -> Duty:
    return replace(duty, uri=page.uri, path=page.shown, line=page.where(field)[0])
