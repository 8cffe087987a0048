"""What must be published, and which pages do so: how fresh, what is missing and by when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from publicity.content.corpus import Corpus, Page
from publicity.enrich.entries import public_title
from publicity.enrich.matching import Matching
from publicity.enrich.refs import Ref
from publicity.enrich.selecting import day_of, value_at
from publicity.model import AnnualReport, PlainPage
from publicity.model.fields import PENDING
from publicity.model.page import Layout
from publicity.model.record import Record
from publicity.rules import DisclosureField, Required, Rules
from publicity.rules.periods import Unit, last_day
from publicity.rules.required import Freshness, setting_title
from publicity.settings import Town


class State(StrEnum):
    """``none`` is not ``missing``: there may rightly be nothing to publish, and a program cannot tell."""

    PRESENT = "present"
    STALE = "stale"
    PENDING = "pending"
    MISSING = "missing"
    NONE = "none"


STATE_LABELS = {
    State.PRESENT: "有",
    State.STALE: "过期",
    State.PENDING: "待核定",
    State.MISSING: "缺",
    State.NONE: "暂无",
}


@dataclass(frozen=True)
class Coverage:
    """One item: ``pages`` satisfy it; ``waiting`` would, were they dated and confirmed.

    ``newest`` is a publication date. ``due_on`` is the last good day for the next page, or for the one that is missing.
    """

    required: Required
    state: State
    pages: tuple[Ref, ...]
    waiting: tuple[Ref, ...]
    newest: date | None
    due_on: date | None
    missing: str


@dataclass(frozen=True)
class FieldCoverage:
    """One field: its items, and how many of its records are published or still waiting."""

    field: DisclosureField
    items: tuple[Coverage, ...]
    published: int
    waiting: int
    newest: date | None

    def count(self, *states: State) -> int:
        return sum(item.state in states for item in self.items)


@dataclass(frozen=True)
class _Found:
    """``year`` is the year that a report covers; ``day`` its publication. Plain pages have neither."""

    ref: Ref
    good: bool
    day: date | None = None
    year: int | None = None


def coverage_of(corpus: Corpus, rules: Rules, today: date) -> Mapping[str, Coverage]:
    """By the id of the item, in the order of the data; items that do not hold today are left out."""
    matching, found = Matching(rules), defaultdict[str, list[_Found]](list)
    for page, record in corpus.records:
        for one in matching.items(record):
            found[one.id].append(_record(page, record, today))
    current = (one for one in rules.required.values() if one.in_force_on(today))
    return {one.id: _cover(one, [*_pages(one, corpus), *found[one.id]], corpus, rules, today) for one in current}


def coverage_by_field(
    corpus: Corpus, rules: Rules, covered: Mapping[str, Coverage], today: date
) -> tuple[FieldCoverage, ...]:
    """The fields in the order of the data."""
    matching, by_field = Matching(rules), defaultdict[str, list[Record]](list)
    for _, record in corpus.records:
        by_field[matching.field(record)].append(record)
    found = []
    for field in rules.fields.values():
        records = by_field[field.id]
        days = [record.published_at for record in records if is_public(record, today)]
        items = tuple(one for one in covered.values() if one.required.field == field.id)
        newest = max(filter(None, map(day_of, days)), default=None)
        found.append(FieldCoverage(field, items, len(days), len(records) - len(days), newest))
    return tuple(found)


def is_public(record: Record, today: date) -> bool:
    """Published by its own date, and not waiting for the town's confirmation."""
    day = day_of(record.published_at)
    return day is not None and day <= today and getattr(record, "verified", True) is not False


def _cover(required: Required, found: Sequence[_Found], corpus: Corpus, rules: Rules, today: date) -> Coverage:
    good = [one for one in found if one.good]
    unset = [name for one in required.satisfied_by for name in _unset(one.settings, corpus.settings.town)]
    asked = any(one.settings for one in required.satisfied_by)
    due = _due_on(required.freshness, good, rules, today)
    if good or (asked and not unset):
        late = due is not None and due < today
        undated = required.freshness is not None and all(one.day is None for one in good)
        state = State.STALE if late or undated else State.PRESENT
    elif found or asked:
        state = State.PENDING
    else:
        state = State.NONE if required.only_if else State.MISSING
    newest = max((one.day for one in good if one.day), default=None)
    pages, waiting = ([one.ref for one in found if one.good is wanted] for wanted in (True, False))
    missing = _say(required, state, newest, due, unset, len(waiting))
    return Coverage(required, state, tuple(pages), tuple(waiting), newest, due, missing)


def _pages(required: Required, corpus: Corpus) -> Iterator[_Found]:
    for selector in required.satisfied_by:
        page = corpus.by_uri.get(selector.page)
        if page is not None and isinstance(page.header, PlainPage):
            yield _Found(Ref(page.uri, page.header.title), says_something(page))


def _record(page: Page, record: Record, today: date) -> _Found:
    year = record.year if isinstance(record, AnnualReport) else None
    return _Found(Ref(page.uri, public_title(record)), is_public(record, today), day_of(record.published_at), year)


def says_something(page: Page) -> bool:
    """Whether a plain page's own text tells anything beside headings and 待核定, or something is generated beneath it."""
    if isinstance(page.header, PlainPage) and page.header.layout is not Layout.PLAIN:
        return True
    lines = (line.text.strip() for line in page.lines())
    return any(line and not line.startswith("#") and PENDING not in line for line in lines)


def _unset(names: Sequence[str], town: Town) -> list[str]:
    """The Chinese names of the settings among these that nobody has given."""
    return [setting_title(name) for name in names if not value_at(town, name)]


def _due_on(freshness: Freshness | None, good: Sequence[_Found], rules: Rules, today: date) -> date | None:
    """The last good day for the next page; where there is none yet, the day it was last due."""
    if freshness is None:
        return None
    newest = max((one.day for one in good if one.day), default=None)
    if freshness.deadline:
        rule = rules.deadline(freshness.deadline)
        assert rule is not None
        years = [one.year or (one.day.year - 1 if one.day else 0) for one in good]
        if any(years):  # a report on one year is followed by that on the next, due in the year after it
            return rule.due_in(max(years) + 2)
        due = rule.due_in(today.year)
        return due if due is None or due < today else rule.due_in(today.year - 1)
    if newest is None:
        return None
    length, unit = (freshness.days, Unit.DAYS) if freshness.days else (freshness.months, Unit.MONTHS)
    assert length is not None
    return last_day(newest, length, unit, rules.workdays)


def _say(
    required: Required, state: State, newest: date | None, due: date | None, unset: Sequence[str], waiting: int
) -> str:
    by = f"，期限是 {due}" if due else ""
    if state is State.STALE:
        return f"最近一次公开是 {newest}，应在 {due} 前更新" if newest else "内容没有发布时间，按没有更新计"
    if state is State.PENDING:
        return f"还没有填写：{'、'.join(unset)}" if unset else f"有 {waiting} 页，还没有核定，或者没有发布时间{by}"
    if state is State.MISSING:
        return f"还没有公开{by}"
    return f"没有登记；{required.only_if}的才公开" if state is State.NONE else ""
