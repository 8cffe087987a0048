"""``i/``: every record in the order of its serial, for whoever holds a number on paper or hears it on the telephone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from publicity.content.corpus import Page
from publicity.enrich.entries import kind_label, public_title
from publicity.enrich.selecting import given
from publicity.enrich.withdrawn import is_withdrawn
from publicity.model.record import Record
from publicity.outputs.short_addresses import FOLDER
from publicity.project import Project
from publicity.view.generated import Generated

INDEX = f"{FOLDER}index.md"
HOME = "guide/catalogue.md"
PER_PAGE = 100

Pairs = list[tuple[Page, Record]]


def number_pages(project: Project) -> Iterator[Generated]:
    """At least one page; no search engine may list them, since what they show is other pages."""
    records = sorted(project.corpus.records, key=lambda pair: _order(pair[1].serial))
    parts = [records[start : start + PER_PAGE] for start in range(0, max(1, len(records)), PER_PAGE)]
    pages = [_uri(number) for number in range(1, len(parts) + 1)]
    for number, part in enumerate(parts, 1):
        title = "按流水号查" if number == 1 else f"按流水号查（第{number}页）"
        data = partial(_data, part, {"number": number, "pages": pages, "total": len(records)})
        yield Generated(_uri(number), title, "kinds/numbers.html", HOME, data, hidden=True)


def _uri(number: int) -> str:
    return INDEX if number == 1 else f"{FOLDER}page-{number}/index.md"


def _order(serial: str) -> tuple[int, int]:
    year, _, number = serial.partition("-")
    return int(year), int(number)


def _data(part: Pairs, place: Mapping[str, Any]) -> dict[str, Any]:
    return {"rows": [_row(page, record) for page, record in part], "place": place}


def _row(page: Page, record: Record) -> dict[str, str]:
    """``numbers`` are those that the paper may carry instead; of a withdrawn decision none."""
    numbers = [given(record.index_number), given(record.document_number)]
    shown = not is_withdrawn(record)
    return {
        "uri": page.uri,
        "serial": record.serial,
        "title": public_title(record),
        "kind": kind_label(record) if shown else "",
        "numbers": "　".join(filter(None, numbers)) if shown else "",
    }
