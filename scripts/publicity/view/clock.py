"""How a page tells its readers whether it was published in time: due date, published date, early or late, by which rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from publicity.enrich.dues import Due
from publicity.rules.deadlines import Bound, Recurs


@dataclass(frozen=True)
class ClockRow:
    """``state`` is late, overdue, doubtful, in_time, running or unknown; ``mark`` its word; ``words`` the sentence."""

    state: str
    mark: str
    words: str
    rule: str
    basis: str
    unsure: str


def clock_rows(dues: Iterable[Due], today: date) -> list[ClockRow]:
    """One row a rule, in the order of the dues."""
    return [_row(due, today) for due in dues]


def chinese_day(day: date) -> str:
    """2026年11月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _row(due: Due, today: date) -> ClockRow:
    state, mark, words = _told(due, today)
    rule = due.rule.wording
    if due.starts_on is not None:
        rule = f"{rule}，从{chinese_day(due.starts_on)}的第二天算起"
    return ClockRow(state, mark, words, rule, due.rule.cited, due.unsure)


def _told(due: Due, today: date) -> tuple[str, str, str]:
    deed = due.rule.deed
    if due.limit_on is None or due.due_on is None:
        return "unknown", "推算不出", f"要等{due.missing_year}年的放假安排公布以后才能推算。"
    asked, late = f"{_by(due)}{deed}，", due.days_late(today)
    if due.done_on is None:
        if late:
            return "overdue", "已经超期", f"{asked}已过{late}天，还没有{deed}。"
        left = (due.due_on - today).days
        return "running", "还没有到期", asked + (f"还有{left}天。" if left > 0 else "期限到了。")
    asked += f"实际{chinese_day(due.done_on)}{deed}，"
    if late:
        return "late", f"迟{deed}", f"{asked}迟了{late}天。"
    if due.doubtful:
        return "doubtful", "限期当日", f"{asked}正是限期当日；条文没有写当日算不算。"
    early = (due.due_on - due.done_on).days
    return "in_time", f"按时{deed}", asked + (f"提前{early}天。" if early else "没有迟。")


def _by(due: Due) -> str:
    """The limit as the text words it: 之前 leaves the day itself out."""
    assert due.limit_on is not None
    if due.rule.recurs is Recurs.YEARLY:
        return f"应在{chinese_day(due.limit_on)}" + ("之前" if due.rule.bound is Bound.BEFORE else "前")
    return f"最迟应在{chinese_day(due.limit_on)}"
