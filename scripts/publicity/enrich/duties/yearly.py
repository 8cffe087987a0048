"""What the calendar of duties asks for, where no page answers it yet."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.enrich.calendar import period_of
from publicity.enrich.coverage import Coverage
from publicity.enrich.duties.duty import Desk, Duty, DutyKind, kind_on
from publicity.enrich.homes import HOMES
from publicity.model.schedule import UpdateCycle
from publicity.rules import DeadlineRule
from publicity.rules.deadlines import Audience, Recurs

CYCLES = {Recurs.QUARTERLY: UpdateCycle.QUARTERLY, Recurs.MONTHLY: UpdateCycle.MONTHLY}


def yearly_rules(desk: Desk) -> Iterator[Duty]:
    """Each yearly rule: the last round, where pages show whether it was done and none does, and the round ahead."""
    for rule in desk.facts.rules.deadlines:
        if rule.recurs is not Recurs.YEARLY:
            continue
        due = rule.due_in(desk.today.year)
        ahead = desk.today.year if due is not None and due >= desk.today else desk.today.year + 1
        for year in (ahead - 1, ahead):
            if rule.in_force_on(rule.named_day(year)) and not _is_answered(desk, rule, year):
                yield from _round(desk, rule, year, ahead)


def periodic_rules(desk: Desk) -> Iterator[Duty]:
    """Rules that come back each quarter or month; no page shows whether they were kept, so they are reminders."""
    for rule in desk.facts.rules.deadlines:
        if rule.recurs not in CYCLES:
            continue
        name, _, last = period_of(CYCLES[rule.recurs], desk.today)
        if rule.in_force_on(last):
            yield Duty(
                id=f"rule:{rule.id}:{name}",
                kind=DutyKind.CALENDAR,
                subject=f"{rule.subject}（{name}）",
                cure=rule.note or "请按时办理；办理情况本站看不到",
                due_on=last,
                basis=rule.asked_by,
                uri="schedule/index.md",
                verified=rule.verified,
            )


def _round(desk: Desk, rule: DeadlineRule, year: int, ahead: int) -> Iterator[Duty]:
    """A round of a duty that no page shows is a reminder, and once its day has passed nothing is known of it."""
    shown = rule.audience is Audience.PUBLIC and (bool(rule.judges) or _coverage(desk, rule) is not None)
    if year < ahead and not shown:
        return
    due = rule.due_in(year)
    homes = [HOMES[judged.kind] for judged in rule.judges if not judged.inferred]
    yield Duty(
        id=f"rule:{rule.id}:{year}",
        kind=kind_on(due, desk.today) if shown else DutyKind.CALENDAR,
        subject=f"{rule.subject}（{year - 1}年度）" + ("，还没有公开的页面" if shown else ""),
        cure="请建立页面（make new），公开后填写实际的发布时间" if shown else "请按时办理；办理情况本站看不到",
        due_on=due,
        basis=rule.asked_by,
        uri=next(iter(homes), "schedule/index.md"),
        verified=rule.verified,
    )


def _is_answered(desk: Desk, rule: DeadlineRule, year: int) -> bool:
    """Whether a page beyond doubt of that kind stands for that round, published or not, or a page says that it does."""
    named, due = rule.named_day(year), rule.due_in(year)
    dues = (one for found in desk.facts.dues.values() for one in found)
    if any(one.rule.id == rule.id and one.limit_on == named and not one.inferred for one in dues):
        return True
    item = _coverage(desk, rule)
    if item is None or not item.pages or item.due_on is None or due is None:
        return False
    return due < item.due_on


def _coverage(desk: Desk, rule: DeadlineRule) -> Coverage | None:
    """The item that is to be published anew by this rule."""
    for item in desk.facts.coverage.values():
        if item.required.freshness is not None and item.required.freshness.deadline == rule.id:
            return item
    return None
