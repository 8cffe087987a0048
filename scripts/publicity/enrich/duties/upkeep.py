"""What keeps the site itself right: the work calendar, the allow list, citations of law that is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from publicity.enrich.duties.duty import Desk, Duty, DutyKind
from publicity.errors import MissingYearError
from publicity.finding import Finding
from publicity.rules import DeadlineRule
from publicity.rules.deadlines import Recurs
from publicity.rules.workdays import WorkCalendar, missing_year

# An exemption takes a while to be looked at again.
ALLOWED_AHEAD = timedelta(days=90)


def work_calendars(desk: Desk) -> Iterator[Duty]:
    """A year that nobody has announced, from the day on which some period reaches into it."""
    years = {due.missing_year for dues in desk.facts.dues.values() for due in dues}
    years |= {_year_missed(rule, desk.today, desk.facts.rules.workdays) for rule in desk.facts.rules.deadlines}
    for year in sorted(filter(None, years)):
        yield Duty(
            id=f"workdays:{year}",
            kind=DutyKind.CALENDAR,
            subject=f"登记{year}年的放假安排",
            cure=str(missing_year(year)),
            due_on=date(year - 1, 12, 31),
            basis="国务院办公厅每年公布的节假日安排；期限推算从现在起要用到",
            path=f"data/workdays/{year}.yml",
        )


def unverified_calendars(desk: Desk) -> Iterator[Duty]:
    """Year files that one person copied and no second one has compared with the notice."""
    for year in sorted(desk.facts.rules.workdays.unverified):
        path = f"data/workdays/{year}.yml"
        yield Duty(
            id=f"workdays-verify:{year}",
            kind=DutyKind.UNVERIFIED,
            subject=f"请第二个人对照原文核对 {path}",
            cure="逐日对照国务院办公厅的通知；都对的，把 verified 改成 true",
            basis="放假安排写错一天，期限就会推算错",
            path=path,
        )


def _year_missed(rule: DeadlineRule, today: date, workdays: WorkCalendar) -> int | None:
    """The unannounced year that a period beginning today would reach into."""
    if rule.recurs is not Recurs.AFTER_EVENT or not rule.counts_working_days or not rule.in_force_on(today):
        return None
    try:
        rule.due_after(today, workdays)
        rule.extended(rule.end_after(today, workdays), workdays)
    except MissingYearError as error:
        return error.year
    return None


def exemptions(desk: Desk) -> Iterator[Duty]:
    """Entries of the allow list that run out, or have run out."""
    for entry in desk.facts.rules.allowed.entries:
        if entry.until <= desk.today + ALLOWED_AHEAD:
            yield Duty(
                id=f"allowed:{entry.id}",
                kind=DutyKind.EXPIRING,
                subject=f"个人信息放行（{entry.id}）到期：{entry.file}",
                cure="还要继续公开的，重新审核后延长 until；不再需要的，删去这一条和页面上的内容",
                due_on=entry.until,
                basis=entry.source or entry.reason,
                path="data/allowed_personal_info.yml",
            )


def lapsed_citations(desk: Desk) -> Iterator[Duty]:
    """Pages that rest on law no longer in force: one duty a page."""
    uris = {page.shown: page.uri for page in desk.facts.corpus.pages}
    found = sorted(one for one in desk.findings if _is_lapsed(one))
    for path, group in groupby(found, key=lambda one: one.path):
        findings = list(group)
        yield Duty(
            id=f"lapsed:{path}",
            kind=DutyKind.EXPIRING,
            subject=f"引用了失效的法律（{len(findings)}处）：{'；'.join(dict.fromkeys(one.message for one in findings))}",
            cure="；".join(dict.fromkeys(one.cure for one in findings)),
            basis=findings[0].basis,
            uri=uris.get(path, ""),
            path=path,
            line=findings[0].line,
        )


def _is_lapsed(finding: Finding) -> bool:
    """As checks/citations and checks/lapsed_bases say it."""
    return finding.rule == "lapsed-basis" or (finding.rule == "statute" and "》已于 " in finding.message)
