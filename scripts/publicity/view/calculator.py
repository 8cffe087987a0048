"""The calculator of a page in words, and as data for the script that counts in the reader's browser."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from publicity.content.corpus import Page
from publicity.enrich.calculator import Answer, Calculator, calculator_of
from publicity.model import PlainPage, ProcedureNotice
from publicity.project import Project
from publicity.rules import DeadlineRule
from publicity.rules.deadlines import Sense
from publicity.rules.periods import LastDayOff, Unit
from publicity.view.clock import chinese_day

WEEKDAYS = "一二三四五六日"


def calculator_data(project: Project, page: Page | None) -> dict[str, Any] | None:
    """What partials/calculator.html reads; None where the page names no limit that holds today."""
    if page is None or not isinstance(page.header, PlainPage | ProcedureNotice):
        return None
    calculator = calculator_of(page.header.deadlines, project.rules, project.today)
    return None if calculator is None else _plain(calculator)


def rule_data(rule: DeadlineRule) -> dict[str, str]:
    """The data-* attributes from which the script counts and words its answer; empty ones are left out."""
    before, after = _verb(rule)
    longer = rule.extension
    data = {
        "event": rule.event,
        "before": before,
        "after": after,
        "length": rule.length,
        "unit": rule.unit,
        "sense": rule.sense,
        "last-day-off": rule.last_day_off,
        "extension-length": longer and longer.length,
        "extension-unit": longer and longer.unit,
        "holds-from": rule.effective_from,
        "holds-to": rule.effective_to,
    }
    return {name: str(value) for name, value in data.items() if value}


def calendar_data(calculator: Calculator) -> dict[str, str]:
    """The same for the calendar: years and days, parted by spaces."""
    return {
        "first": calculator.first.isoformat(),
        "years": " ".join(map(str, calculator.years)),
        "off": _days(calculator.off),
        "working": _days(calculator.working),
    }


def _plain(calculator: Calculator) -> dict[str, Any]:
    events = {rule.event for rule in calculator.rules}
    return {
        "label": f"如果这一天{events.pop()}" if len(events) == 1 else "如果事情发生在这一天",
        "example": date(calculator.today.year, 1, 5).isoformat(),
        "made_on": chinese_day(calculator.today),
        "known_until": chinese_day(calculator.known_until),
        "data": calendar_data(calculator),
        "rules": [_rule(rule) for rule in calculator.rules],
        "rows": [{"day": _dated(row.start), "cells": [_cell(one) for one in row.answers]} for row in calculator.rows],
    }


def _rule(rule: DeadlineRule) -> dict[str, Any]:
    return {
        "subject": rule.subject,
        "event": rule.event,
        "verb": "".join(_verb(rule)),
        "wording": rule.wording,
        "how": _how(rule),
        "longer": rule.extension.wording if rule.extension else "",
        "suspended": "、".join(rule.suspended_by),
        "restarts": rule.restarts_on,
        "basis": rule.cited,
        "note": rule.note,
        "verified": rule.verified,
        "data": rule_data(rule),
    }


def _verb(rule: DeadlineRule) -> tuple[str, str]:
    """What stands before the day and after it: 最迟 … 答复; 至少保留到 …."""
    return (f"至少{rule.deed}到", "") if rule.sense is Sense.AT_LEAST else ("最迟", rule.deed)


def _how(rule: DeadlineRule) -> str:
    counted = {Unit.WORKING_DAYS: "周末和节假日不算，调休上班的周末算", Unit.DAYS: "周末和节假日也算"}
    words = counted.get(rule.unit or Unit.DAYS, "到那个月的同一天，没有这一天的到月末")
    if rule.sense is Sense.AHEAD:
        return f"从那一天往前数{rule.span_words}，{words}"
    words = f"{rule.span_words}，从第二天算起，{words}"
    if rule.last_day_off is LastDayOff.NEXT_WORKING_DAY:
        return f"{words}；最后一天放假的，顺延到放假后第一个工作日"
    stays = rule.sense is Sense.WITHIN and rule.unit is not Unit.WORKING_DAYS
    return f"{words}；条文没有写最后一天放假顺延，按不顺延算" if stays else words


def _cell(one: Answer) -> dict[str, str]:
    wait = f"要等国务院公布{one.missing_year}年放假安排" if one.missing_year else ""
    if one.due_on is None:
        later = f"；不会早于{_dated(one.not_before)}" if one.not_before else ""
        return {"words": f"{wait}{later}" or "不适用", "longer": ""}
    return {"words": _dated(one.due_on), "longer": _dated(one.extended_on) if one.extended_on else wait}


def _dated(day: date) -> str:
    return f"{chinese_day(day)}（星期{WEEKDAYS[day.weekday()]}）"


def _days(days: Iterable[date]) -> str:
    return " ".join(day.isoformat() for day in days)
