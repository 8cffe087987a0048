"""How fresh each column (栏目) is: 国办秘函〔2019〕19号 asks two weeks of news, six months of documents, no blanks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from publicity.content.corpus import Corpus, Page
from publicity.enrich.coverage import says_something
from publicity.enrich.homes import home_of
from publicity.enrich.selecting import day_of
from publicity.model import PlainPage
from publicity.model.page import Layout
from publicity.model.record import Record
from publicity.rules import Rules
from publicity.rules.inspection import ColumnRule
from publicity.rules.periods import last_day
from publicity.settings import Column

# Layouts whose page is a list: with nothing to list the column is blank, whatever the page says of itself.
LISTS = frozenset((Layout.SECTION, Layout.CATEGORIES, Layout.CATALOGUE, Layout.PLAN, Layout.BOARDS, Layout.CALENDAR))


class ColumnState(StrEnum):
    """``free``: the column has something, and no age is asked of it."""

    FRESH = "fresh"
    OVERDUE = "overdue"
    BLANK = "blank"
    FREE = "free"


COLUMN_LABELS = {
    ColumnState.FRESH: "按时更新",
    ColumnState.OVERDUE: "逾期未更新",
    ColumnState.BLANK: "空白",
    ColumnState.FREE: "有内容",
}


@dataclass(frozen=True)
class ColumnFacts:
    """``undated`` of the ``count`` records have no publication date and count as not updated.

    ``due_on`` is the last good day for the next publication, None where no age is asked or nothing has a date.
    """

    column: Column
    uri: str
    rule: ColumnRule
    state: ColumnState
    count: int
    undated: int
    newest: date | None
    due_on: date | None

    def days_overdue(self, today: date) -> int | None:
        """Days past the last good day; None where there is no date to count from."""
        return max(0, (today - self.due_on).days) if self.due_on else None


def columns_of(corpus: Corpus, rules: Rules, today: date) -> tuple[ColumnFacts, ...]:
    """Every column of the settings, in their order; the day of a build never counts as a publication."""
    by_home, by_column = defaultdict[str, list[Record]](list), defaultdict[str, list[Record]](list)
    for _, record in corpus.records:
        by_home[home_of(record)].append(record)
    for home, records in by_home.items():
        by_column[corpus.settings.town.column_of(home).path] += records
    columns = corpus.settings.town.columns
    return tuple(_facts(column, by_column[column.path], corpus, rules, today) for column in columns)


def _facts(column: Column, own: Sequence[Record], corpus: Corpus, rules: Rules, today: date) -> ColumnFacts:
    uri = f"{column.path}index.md" if column.path == "" or column.path.endswith("/") else column.path
    page = corpus.by_uri.get(uri)
    records = _records(column, page, corpus, own)
    days = [day for day in (day_of(record.published_at) for record in records) if day is not None and day <= today]
    newest = max(days, default=None)
    rule = rules.inspection.columns[column.column_type]
    due = None
    if newest is not None and rule.length is not None and rule.unit is not None:
        due = last_day(newest, rule.length, rule.unit, rules.workdays)
    state = ColumnState.FREE
    if not records and _says_nothing(page):
        state = ColumnState.BLANK
    elif rule.length is not None:
        state = ColumnState.FRESH if due is not None and today <= due else ColumnState.OVERDUE
    return ColumnFacts(column, uri, rule, state, len(records), len(records) - len(days), newest, due)


def _records(column: Column, page: Page | None, corpus: Corpus, own: Sequence[Record]) -> Sequence[Record]:
    """What the column's page lists: all on the home page and in the catalogue, else what is at home in the column."""
    layout = page.header.layout if page is not None and isinstance(page.header, PlainPage) else None
    everything = [record for _, record in corpus.records]
    if column.path == "" or layout is Layout.CATALOGUE:
        return everything
    if layout is Layout.CATEGORIES:
        return [record for record in everything if record.category is not None]
    return own


def _says_nothing(page: Page | None) -> bool:
    """Whether a column without records has nothing else either."""
    if page is None or not isinstance(page.header, PlainPage):
        return True
    return page.header.layout in LISTS or not says_something(page)
