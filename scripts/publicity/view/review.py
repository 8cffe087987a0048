"""The list for the periodic review (清理): every normative document by its state, and what is due for review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from publicity.enrich.plain import plain
from publicity.enrich.reviews import last_review, review_term, validity_term
from publicity.enrich.validity import ValidityState, expiries
from publicity.model import NormativeDocument
from publicity.model.record import Validity
from publicity.project import Project
from publicity.rules import Rules
from publicity.rules.normative import NormativeRule
from publicity.view.generated import Generated
from publicity.view.validity import scripts_for

HOME = "disclosure/normative/index.md"
URI = "disclosure/normative/review/index.md"
# In force first, then what is to be, then what was.
ORDER = (Validity.IN_FORCE, Validity.AMENDED, Validity.NOT_YET, None, Validity.REPEALED, Validity.EXPIRED)


@dataclass(frozen=True)
class ReviewRow:
    """Days in ISO form, empty where not given; ``due`` says what is to be done, and is empty where nothing is."""

    uri: str
    title: str
    number: str
    mark: str
    coming: str
    formed: str
    effective: str
    expires: str
    reviewed: str
    due: str


def review_page(project: Project) -> Iterator[Generated]:
    """Where the town has a page for normative documents; also with no document yet."""
    if HOME in project.corpus.by_uri:
        yield Generated(URI, "行政规范性文件清理情况", "kinds/review.html", HOME, lambda: _data(project))


def _data(project: Project) -> dict[str, Any]:
    states = project.facts.states
    ending = {one.serial: one.days_left for one in expiries(states, project.today)}
    rows: dict[Validity | None, list[ReviewRow]] = {state: [] for state in ORDER}
    for page, record in project.corpus.records:
        if isinstance(record, NormativeDocument):
            state = states[record.serial]
            due = _due(record, state, ending.get(record.serial), project)
            rows[state.state].append(_row(page.uri, record, state, due))
    groups = [{"title": state.label if state else "效力待核定", "rows": rows[state]} for state in ORDER if rows[state]]
    return {
        "groups": groups,
        "total": sum(map(len, rows.values())),
        "today": project.today.isoformat(),
        "periods": [_period(rule) for rule in project.rules.normative if rule.in_force_on(project.today)],
        "scripts": scripts_for(any(state.changes_ahead for state in states.values())),
    }


def _row(uri: str, record: NormativeDocument, state: ValidityState, due: str) -> ReviewRow:
    last = last_review(record)
    return ReviewRow(
        uri=uri,
        title=record.title,
        number=record.document_number or "",
        mark=state.state.label if state.state else "待核定",
        coming=state.coming,
        formed=plain(record.formed_on),
        effective=plain(record.effective_on),
        expires=plain(record.expires_on) or "",
        reviewed=f"{last.reviewed_on} {last.outcome.label}" if last else "",
        due=due,
    )


def _due(record: NormativeDocument, state: ValidityState, days_left: int | None, project: Project) -> str:
    """One sentence, the most pressing."""
    if state.state is not None and state.state.ended:
        return ""
    if days_left is not None:
        return f"有效期还有{days_left}天，到期前要决定继续、修改还是不再执行"
    return _overdue(record, project.rules, project.today)


def _overdue(record: NormativeDocument, rules: Rules, today: date) -> str:
    term = validity_term(record, rules)
    if term is not None and term.last_on < today:
        return f"没有写有效期，已经超过{term.rule.span_words}，应当清理{_doubt(term.rule)}"
    term = review_term(record, rules)
    if term is not None and term.last_on < today:
        return f"应当在{term.last_on}以前清理{_doubt(term.rule)}"
    return ""


def _doubt(rule: NormativeRule) -> str:
    return "" if rule.verified else "（规则未核实）"


def _period(rule: NormativeRule) -> dict[str, Any]:
    return {
        "subject": rule.subject,
        "length": rule.span_words,
        "source": rule.cited,
        "verified": rule.verified,
        "note": rule.note,
    }
