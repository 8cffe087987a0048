"""``i/``: every record in the order of its number, for whoever holds a number on paper or hears it on the telephone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    links = [{"uri": _uri(number), "words": _words(part)} for number, part in enumerate(parts, 1)]
    for number, part in enumerate(parts, 1):
        title = "按索引号查" if number == 1 else f"按索引号查（第{number}页）"
        data = partial(_data, part, links, len(records))
        yield Generated(_uri(number), title, "kinds/numbers.html", HOME, data, hidden=True)


def _uri(number: int) -> str:
    return INDEX if number == 1 else f"{FOLDER}page-{number}/index.md"


def _order(serial: str) -> tuple[int, int]:
    year, _, number = serial.partition("-")
    return int(year), int(number)


def _words(part: Pairs) -> str:
    return f"{part[0][1].serial} 到 {part[-1][1].serial}" if part else ""


def _data(part: Pairs, links: Sequence[dict[str, str]], total: int) -> dict[str, Any]:
    return {"rows": [_row(page, record) for page, record in part], "parts": links, "total": total}


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
