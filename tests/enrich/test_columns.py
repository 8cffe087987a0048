"""How fresh the columns are: two weeks, six months, blanks, what has no date; cases worked out by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import COLUMN, corpus_of, make_town, page, record

from publicity.enrich.columns import ColumnFacts, ColumnState, columns_of
from publicity.rules import load_rules

RULES = load_rules()
OPENING = {"disclosure/index.md": page(title="公开", layout="section")}


def column(folder: Path, pages: dict[str, str], kind: str, today: date, path: str = "disclosure/") -> ColumnFacts:
    """The facts of one column of that type, beside the home page's."""
    one = {"path": path, "name": "栏目", "description": "某栏目", "keywords": "某", "column_type": kind}
    corpus = corpus_of(make_town(folder, pages, columns=[COLUMN, one]))
    return columns_of(corpus, RULES, today)[1]


def item(published: str, serial: str = "2026-00001") -> dict[str, str]:
    return {f"disclosure/2026/{serial}.md": record(serial, published_at=published, formed_on="待核定")}


@pytest.mark.parametrize(
    ("kind", "published", "today", "state", "days"),
    [
        ("工作动态", "2026-11-08 09:00", date(2026, 11, 22), ColumnState.FRESH, 0),
        ("工作动态", "2026-11-07 09:00", date(2026, 11, 22), ColumnState.OVERDUE, 1),
        ("首页", "2026-11-07 09:00", date(2026, 11, 21), ColumnState.FRESH, 0),
        ("政策文件", "2026-05-22 09:00", date(2026, 11, 22), ColumnState.FRESH, 0),
        ("政策文件", "2026-05-21 09:00", date(2026, 11, 22), ColumnState.OVERDUE, 1),
        ("政策文件", "2026-08-31 09:00", date(2027, 3, 1), ColumnState.OVERDUE, 1),
        ("信息公开目录", "2020-01-01 09:00", date(2026, 11, 22), ColumnState.FREE, None),
    ],
)
def test_a_column_ages_by_its_type(
    tmp_path: Path, kind: str, published: str, today: date, state: ColumnState, days: int | None
) -> None:
    """The day itself is still good, and the days past it are counted."""
    found = column(tmp_path, OPENING | item(published), kind, today)

    assert (found.state, found.days_overdue(today)) == (state, days)


@pytest.mark.parametrize("kind", ["工作动态", "政策文件"])
def test_what_has_no_date_counts_as_not_updated(tmp_path: Path, kind: str) -> None:
    """Pages without a publication date make no column fresh, and are counted."""
    found = column(tmp_path, OPENING | item("待核定"), kind, date(2026, 11, 22))

    assert (found.state, found.count, found.undated) == (ColumnState.OVERDUE, 1, 1)
    assert found.days_overdue(date(2026, 11, 22)) is None


def test_a_future_date_is_no_update(tmp_path: Path) -> None:
    """What is dated after today has not been published."""
    found = column(tmp_path, OPENING | item("2026-11-23 09:00"), "工作动态", date(2026, 11, 22))

    assert (found.state, found.newest) == (ColumnState.OVERDUE, None)


@pytest.mark.parametrize(
    ("pages", "state"),
    [
        ({}, ColumnState.BLANK),
        (OPENING, ColumnState.BLANK),
        ({"disclosure/index.md": page("怎样看这一栏。\n", title="公开")}, ColumnState.FREE),
        ({"disclosure/index.md": page("待核定\n", title="公开")}, ColumnState.BLANK),
        (OPENING | item("待核定"), ColumnState.FREE),
    ],
    ids=["no page", "empty list", "a text", "only pending", "something"],
)
def test_a_blank_column_is_one_with_nothing_in_it(tmp_path: Path, pages: dict[str, str], state: ColumnState) -> None:
    """A list with no entries is blank whatever its page says; a text that says something is not."""
    assert column(tmp_path, pages, "办事服务", date(2026, 11, 22)).state is state


def test_each_record_counts_in_its_innermost_column(tmp_path: Path) -> None:
    """The home page counts them all; a folder's column not what a finer column holds."""
    paths = ("disclosure/", "disclosure/normative/")
    more = [{**COLUMN, "path": path, "name": path, "column_type": "政策文件"} for path in paths]
    pages = OPENING | item("2026-11-01 09:00") | {"disclosure/normative/index.md": page(layout="section")}

    home, outer, inner = columns_of(
        corpus_of(make_town(tmp_path, pages, columns=[COLUMN, *more])), RULES, date(2026, 11, 22)
    )

    assert [one.count for one in (home, outer, inner)] == [1, 1, 0]
    assert inner.state is ColumnState.BLANK
