"""Each kind has its folder, and the folder its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.finding import Finding
from publicity.model.record import Record
from publicity.rules import Rules

# kind → where its pages live; <year> is the year of the serial.
FOLDERS = {
    "annual_report": "report/",
    "disclosure_item": "disclosure/<year>/",
    "normative_document": "disclosure/normative/",
    "enforcement_item": "enforcement/powers/",
    "procedure_notice": "enforcement/procedures/",
    "enforcement_result": "enforcement/results/",
    "publicity_event": "schedule/<year>/",
    "notice_board": "schedule/<year>/",
}
_RECORD_FOLDER = re.compile(r"^(disclosure|schedule)/\d{4}/")


def folder_of(record: Record) -> str:
    """Where the record belongs, below docs/."""
    return FOLDERS[record.kind].replace("<year>", record.serial[:4])


def check_folders(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """A record outside its folder would be missing from its listing."""
    for page in corpus.pages:
        if page.record is not None:
            wanted = folder_of(page.record)
            if page.folder != wanted:
                yield page.finding("folder", ("kind",), f"这一种类的页面应放在 docs/{wanted}", "请把文件移到那里")
        elif page.header is not None and _is_record_place(page):
            cure = "普通页面（kind: page）请放在 docs/guide/；公开内容请用 make new 新建"
            yield page.finding("folder", ("kind",), "这个文件夹只放公开记录", cure)


def _is_record_place(page: Page) -> bool:
    return bool(_RECORD_FOLDER.match(page.uri)) and page.stem != "index"
