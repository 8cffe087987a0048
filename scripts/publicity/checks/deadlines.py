"""What was published late, or is overdue. Never more than advice: a date may not be moved to look punctual."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.enrich.dues import Due, dues_of
from publicity.finding import Finding, Severity
from publicity.model.record import Record
from publicity.rules import Rules

PLACE = ("published_at",)


def check_deadlines(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Only warnings, for the day alone can bring them about; none once ``late_reason`` says why."""
    for page, record in corpus.records:
        for due in dues_of(record, rules):
            yield from _check_due(page, record, due, today)


def _check_due(page: Page, record: Record, due: Due, today: date) -> Iterator[Finding]:
    late = due.days_late(today)
    if due.limit_on is None:
        if (year := due.missing_year) is not None and not _surely_in_time(due, year):
            yield _warn(page, due, f"应公开日要用到{year}年的放假安排，还推算不出来", _add_year(year))
    elif due.done_on is None and late:
        message = f"应在 {due.due_on} 前{due.rule.deed}，已过 {late} 天，还没有填实际的日期"
        yield _warn(page, due, message, f"请尽快{due.rule.deed}，填写实际的日期，并用 late_reason 说明原因")
    elif due.doubtful and not record.late_reason:
        message = f"{due.rule.deed}日期 {due.done_on} 正是限期当日，条文（{due.rule.wording}）没有写当日算不算"
        yield _warn(page, due, message, "请由法制工作人员认定；不得改动日期")
    elif late and not record.late_reason:
        message = f"{due.rule.deed}日期 {due.done_on} 晚于期限 {due.limit_on}，迟 {late} 天"
        cure = "请核对起算和办完的日期；属实的填写 late_reason 说明原因，不得改动日期使它看起来按时"
        yield _warn(page, due, message, cure)


def _surely_in_time(due: Due, missing_year: int) -> bool:
    """Begun and done before the missing year, into which the limit reaches."""
    done = due.done_on
    return done is not None and due.starts_on is not None and max(due.starts_on, done).year < missing_year


def _warn(page: Page, due: Due, message: str, cure: str) -> Finding:
    message = f"{message}（{due.unsure}）" if due.unsure else message
    return page.finding("deadline", PLACE, message, cure, severity=Severity.WARN, basis=due.rule.asked_by)


def _add_year(year: int) -> str:
    return f"国务院办公厅公布{year}年放假安排后，请新建 data/workdays/{year}.yml，照 data/workdays/README.md 里的样子填写（make duties 也会列出）"
