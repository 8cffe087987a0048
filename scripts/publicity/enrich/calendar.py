"""The two calendars: what must be published when, and the days of legal publicity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from publicity.content.corpus import Corpus
from publicity.model import NoticeBoard, PublicityEvent
from publicity.model.citation import cite
from publicity.model.fields import PENDING
from publicity.model.schedule import UpdateCycle
from publicity.rules import DeadlineRule, PublicityDay, Rules
from publicity.rules.deadlines import Audience, Recurs
from publicity.rules.entries import Entry


@dataclass(frozen=True)
class Coming:
    """Something on the calendar; ``first`` and ``last`` are ISO days, empty where the year's date is not known."""

    first: str
    last: str
    title: str
    when: str
    basis: str
    note: str
    kind: str
    verified: bool
    uri: str = ""


def publication_calendar(rules: Rules, today: date) -> list[Coming]:
    """Duties to publish: yearly ones by their next day, then those that follow an event, in the file's order."""
    current = [rule for rule in rules.deadlines if rule.in_force_on(today)]
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
    month = (today.month - 1) // 3 * 3 + 3
    last = (date(today.year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
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
            found.append(_span(record.starts_on, last, record.title, place, record.event_kind.label, page.uri))
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
    kind = "向社会公布" if rule.audience is Audience.PUBLIC else "向上级报告"
    return Coming(day, day, rule.subject, rule.wording, _source(rule), rule.note, kind, rule.verified)


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
    return Coming(first, last, rule.name, when, _source(rule), rule.note, "普法日", rule.verified)


def _local(name: str, note: str, day: str) -> Coming:
    return Coming(day, day, name, "", "", note, "本地", True)


def _span(first: date, last: date, title: str, when: str, kind: str, uri: str) -> Coming:
    return Coming(first.isoformat(), last.isoformat(), title, when, "", "", kind, True, uri)


def _source(rule: Entry) -> str:
    return cite(rule.basis) if rule.basis else rule.source
