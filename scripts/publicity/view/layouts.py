"""What is generated beneath a plain page's own text, by its layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from publicity.enrich.calendar import board_duty, coming_soon, publication_calendar, year_days, year_events
from publicity.enrich.entries import entries_of
from publicity.enrich.plain import plain
from publicity.model import NoticeBoard
from publicity.model.fields import count_pending
from publicity.model.page import Layout
from publicity.outputs.listings import Listing, category_uri
from publicity.project import Project
from publicity.view.coverage import field_rows, fields_plot
from publicity.view.statutes import power_bases

Data = dict[str, Any]
Listings = Mapping[str, Listing]


def layout_data(project: Project, layout: Layout, listings: Listings) -> Data:
    """The extra data of one layout; layouts that need none give nothing."""
    make = LAYOUTS.get(layout)
    return make(project, listings) if make is not None else {}


def _home(project: Project, listings: Listings) -> Data:
    corpus = project.corpus
    documents = [
        pair for pair in corpus.records if pair[1].kind in ("annual_report", "disclosure_item", "normative_document")
    ]
    return {
        "newest": [entry for entry in entries_of(documents, project.facts.states) if entry.day][:8],
        "coming": coming_soon(corpus, project.rules, project.today, 6),
    }


def _categories(project: Project, listings: Listings) -> Data:
    facts, rows = project.facts, []
    for category in project.rules.categories.values():
        uri, covered = category_uri(category.id), facts.coverage.get(category.id)
        count = listings[uri].total if uri in listings else 0
        newest = covered.newest.isoformat() if covered is not None and covered.newest else ""
        rows.append({**plain(category), "uri": uri, "count": count, "newest": newest})
    titles = [("20", "各级行政机关都要主动公开的（第二十条）"), ("21", "乡镇人民政府还要主动公开的（第二十一条）")]
    groups = []
    for key, title in titles:
        own = [row for row in rows if row["id"].startswith(f"{key}.")]
        filled = sum(bool(row["newest"]) for row in own)
        waiting = sum(bool(row["count"]) for row in own) - filled
        limits = Counter(row["limit"] for row in own).most_common(1)
        usual = limits[0][0] if limits else ""
        groups.append({"title": title, "rows": own, "filled": filled, "waiting": waiting, "limit": usual})
    return {"groups": groups, "fields": field_rows(facts.fields), "plot": fields_plot(facts.fields)}


def _basis(project: Project, listings: Listings) -> Data:
    return {"statutes": power_bases(project)}


def _calendar(project: Project, listings: Listings) -> Data:
    corpus, rules, today = project.corpus, project.rules, project.today
    board = board_duty(corpus, today)
    return {
        "year": today.year,
        "today": today.isoformat(),
        "publications": publication_calendar(rules, today) + ([board] if board else []),
        "days": year_days(corpus, rules, today.year),
        "events": year_events(corpus, today.year),
    }


def _boards(project: Project, listings: Listings) -> Data:
    boards = [(page, record) for page, record in project.corpus.records if isinstance(record, NoticeBoard)]
    boards.sort(key=lambda pair: pair[1].number)
    return {
        "boards": [{**plain(record), "uri": page.uri} for page, record in boards],
        "pending": sum(count_pending(record.location) for _, record in boards),
    }


LAYOUTS: dict[Layout, Callable[[Project, Listings], Data]] = {
    Layout.HOME: _home,
    Layout.CATEGORIES: _categories,
    Layout.BASIS: _basis,
    Layout.CALENDAR: _calendar,
    Layout.BOARDS: _boards,
}
