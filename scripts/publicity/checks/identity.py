"""The file's name, its serial and its index number are one identity, and nobody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.finding import Finding, Severity
from publicity.model.fields import PENDING
from publicity.model.record import Record
from publicity.rules import Rules

BASIS = "政府信息公开目录系统实施指引（试行）"
# Nine characters of the organ's code, the year, five digits: 20 characters.
INDEX_NUMBER = re.compile(r"[0-9A-Z]{9}/\d{4}-\d{5}")


def check_identity(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Stem = serial; serial and index number unique (without case); foreign index numbers are kept, and flagged."""
    serials: dict[str, Page] = {}
    numbers: dict[str, Page] = {}
    for page, record in corpus.records:
        if page.stem != record.serial:
            message = f"文件名“{page.stem}”与流水号“{record.serial}”不一致"
            cure = f"请把 serial 改为 {page.stem}，或把文件改名为 {record.serial}.md"
            yield page.finding("identity", ("serial",), message, cure)
        first = serials.setdefault(record.serial, page)
        if first is not page:
            message = f"流水号“{record.serial}”已被 {first.shown} 使用"
            yield page.finding("identity", ("serial",), message, "请改用下一个流水号（make new 会自动取号）")
        number = record.index_number
        if number is None or number == PENDING:
            continue
        first = numbers.setdefault(number.casefold(), page)
        if first is not page:
            message = f"索引号“{number}”已被 {first.shown} 使用"
            yield page.finding("identity", ("index_number",), message, "索引号一经使用不得重复，请核对", basis=BASIS)
        yield from _check_number(page, record, number, corpus.settings.town.organ_code)


def _check_number(page: Page, record: Record, number: str, organ_code: str | None) -> Iterator[Finding]:
    prefix, _, serial = number.partition("/")
    if serial != record.serial:
        message = f"索引号“{number}”斜线后的部分与流水号“{record.serial}”不一致"
        yield page.finding(
            "identity", ("index_number",), message, "请让两者一致；转载的索引号照原样写，流水号随它", basis=BASIS
        )
    elif prefix != organ_code or not INDEX_NUMBER.fullmatch(number):
        message = f"索引号“{number}”不是本机关的20位索引号（机关代码9位/年份-5位流水号）"
        cure = "转载的照原样保留即可；本机关新制作的请核对"
        yield page.finding(
            "foreign-index-number", ("index_number",), message, cure, severity=Severity.WARN, basis=BASIS
        )
