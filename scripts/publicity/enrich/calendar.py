"""The two calendars: what must be published when, and the days of legal publicity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from publicity.content.corpus import Corpus
from publicity.enrich.entries import public_title
from publicity.model import NoticeBoard, PublicityEvent
from publicity.model.fields import PENDING
from publicity.model.schedule import UpdateCycle
from publicity.rules import DeadlineRule, PublicityDay, Rules
from publicity.rules.deadlines import Audience, Recurs


@dataclass(frozen=True)
class Coming:
    """Something on the calendar; ``first`` and ``last`` are ISO days, empty where the year's date is not known.

    ``id`` names it in calendars that people subscribe to, and stays when its day or words change.
    """

    first: str
    last: str
    title: str
    when: str
    basis: str
    note: str
    kind: str
    verified: bool
    uri: str = ""
    id: str = ""


# The kind of a duty that faces the public.
TO_PUBLIC = "向社会公布"


def publication_calendar(rules: Rules, today: date) -> list[Coming]:
    """Duties to publish or report: yearly ones by their next day, then the others in the file's order.

    What is owed to one party or another organ, and a citizen's own time, is not part of the public schedule.
    """
    shown = (Audience.PUBLIC, Audience.SUPERIOR)
    current = [rule for rule in rules.deadlines if rule.in_force_on(today) and rule.audience in shown]
    dated = sorted(
        (_next_duty(rule, today) for rule in current if rule.recurs is Recurs.YEARLY), key=lambda one: one.first
    )
    return dated + [_duty(rule, None) for rule in current if rule.recurs is not Recurs.YEARLY]


def board_duty(corpus: Corpus, today: date) -> Coming | None:
    """The end of the running quarter, where boards are renewed by the quarter."""
    boards = [record for _, record in corpus.records if isinstance(record, NoticeBoard)]
    quarterly = [board for board in boards if board.update_cycle is UpdateCycle.QUARTERLY]
    if not quarterly:
        return None
    _, _, last = period_of(UpdateCycle.QUARTERLY, today)
    title = f"宣传栏更新（{len(quarterly)}个）"
    return Coming(
        last.isoformat(),
        last.isoformat(),
        title,
        "每季度",
        "",
        "更新周期见各宣传栏页",
        "宣传栏",
        True,
        "schedule/boards.md",
    )


def period_of(cycle: UpdateCycle, today: date) -> tuple[str, date, date]:
    """The running month, quarter or year: its name as boards write it (2026-11, 2026Q4, 2026), first and last day."""
    months = {UpdateCycle.MONTHLY: 1, UpdateCycle.QUARTERLY: 3, UpdateCycle.YEARLY: 12}[cycle]
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    last = (first + timedelta(days=31 * months)).replace(day=1) - timedelta(days=1)
    names = {1: f"{first:%Y-%m}", 3: f"{first.year}Q{(first.month + 2) // 3}", 12: str(first.year)}
    return names[months], first, last


def year_days(corpus: Corpus, rules: Rules, year: int) -> list[Coming]:
    """The days of one year, in order; days whose dates that year nobody has published come last."""
    days = [_day(rule, year) for rule in rules.days if _holds_in(rule, year)]
    days += [_local(one.name, one.note, f"{year}-{one.month_day}") for one in corpus.settings.town.local_days]
    return sorted(days, key=lambda one: (not one.first, one.first))


def year_events(corpus: Corpus, year: int) -> list[Coming]:
    """Events of the town with a known day in that year."""
    found = []
    for page, record in corpus.records:
        if isinstance(record, PublicityEvent) and isinstance(record.starts_on, date) and record.starts_on.year == year:
            last = record.ends_on if isinstance(record.ends_on, date) else record.starts_on
            place = "" if record.place == PENDING else record.place
            first, title, kind = record.starts_on.isoformat(), public_title(record), record.event_kind.label
            found.append(
                Coming(first, last.isoformat(), title, place, "", "", kind, True, page.uri, f"event:{record.serial}")
            )
    return sorted(found, key=lambda one: one.first)


def coming_soon(corpus: Corpus, rules: Rules, today: date, limit: int) -> list[Coming]:
    """What lies ahead, nearest first, from all calendars."""
    ahead = [one for one in publication_calendar(rules, today) if one.first]
    board = board_duty(corpus, today)
    ahead += [board] if board else []
    for year in (today.year, today.year + 1):
        ahead += [one for one in year_days(corpus, rules, year) if one.first] + year_events(corpus, year)
    return sorted((one for one in ahead if one.last >= today.isoformat()), key=lambda one: one.first)[:limit]


def _next_duty(rule: DeadlineRule, today: date) -> Coming:
    due = rule.due_in(today.year)
    if due is not None and due < today:
        due = rule.due_in(today.year + 1)
    return _duty(rule, due)


def _duty(rule: DeadlineRule, due: date | None) -> Coming:
    day = due.isoformat() if due else ""
    kind = TO_PUBLIC if rule.audience is Audience.PUBLIC else "向上级报告"
    return Coming(
        day,
        day,
        rule.subject,
        rule.wording,
        rule.cited,
        rule.note,
        kind,
        rule.verified,
        id=f"rule:{rule.id}:{day[:4]}",
    )


def _holds_in(rule: PublicityDay, year: int) -> bool:
    """Whether the rule holds on some day of the year; its date that year may still be unknown."""
    begins, ends = rule.effective_from, rule.effective_to
    if rule.span_in(year) is not None:
        return True
    undated = rule.when.years is not None and year not in rule.when.years
    return undated and (begins is None or begins.year <= year) and (ends is None or ends.year >= year)


def _day(rule: PublicityDay, year: int) -> Coming:
    span = rule.span_in(year)
    first, last = (span.first.isoformat(), span.last.isoformat()) if span else ("", "")
    when = "" if span else "当年日期待公布"
    ident = f"day:{rule.id}:{year}"
    return Coming(first, last, rule.name, when, rule.cited, rule.note, "普法日", rule.verified, id=ident)


def _local(name: str, note: str, day: str) -> Coming:
    return Coming(day, day, name, "", "", note, "本地", True, id=f"local:{name}:{day[:4]}")
