"""Bounds that keep any page quick to build: measured limits of the Markdown parser, far above real documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.content.markdown import Line
from publicity.finding import Finding, Severity
from publicity.rules import Rules

MAX_LINE_BYTES = 10_000
MAX_NESTING = 20
MAX_OPEN_BRACKETS = 50
MAX_BRACKETS = 2_000
MAX_TABLE_ROWS = 1_000
_MARKERS = re.compile(r"^(?:[ \t]+|>|[-*+][ \t]|\d{1,9}[.)][ \t])+")


def check_limits(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """A line's length, the depth of lists and quotes, brackets in a paragraph; a very long table is advised against."""
    for page in corpus.pages:
        yield from _check_page(page)


def _check_page(page: Page) -> Iterator[Finding]:
    brackets = open_brackets = rows = 0
    for line in page.lines():
        text = line.text
        if len(text) * 3 > MAX_LINE_BYTES and len(text.encode()) > MAX_LINE_BYTES:
            yield _block(line, f"这一行超过{MAX_LINE_BYTES // 1000}千字节", "请分成几段")
            continue
        if nesting(text) > MAX_NESTING:
            yield _block(line, f"列表或引用套了超过{MAX_NESTING}层", "请减少缩进层数")
            return
        if not text.strip():
            brackets = open_brackets = rows = 0
        elif "[" in text:
            brackets += text.count("[")
            open_brackets += text.count("[") - text.count("]")
            if open_brackets > MAX_OPEN_BRACKETS or brackets > MAX_BRACKETS:
                yield _block(line, "这一段的方括号太多或不成对", "请补全或删去多余的 [")
                return
        rows = rows + 1 if text.startswith("|") else 0
        if rows == MAX_TABLE_ROWS:
            cure = "大表请作 .xlsx 或 .csv 附件，页面上放摘要"
            yield Finding(
                line.path, line.number, 1, Severity.WARN, "limit", f"表格超过{MAX_TABLE_ROWS}行，手机很难打开", cure
            )


def nesting(text: str) -> int:
    """How deep a line stands in lists and quotes: its markers, and every four columns of indent."""
    if not text or text[0] not in " \t>-*+0123456789":
        return 0
    found = _MARKERS.match(text)
    if not found:
        return 0
    lead = found.group().replace("\t", "    ")
    return lead.count(" ") // 4 + sum(lead.count(mark) for mark in ">-*+.)")


def _block(line: Line, message: str, cure: str) -> Finding:
    return Finding(line.path, line.number, 1, Severity.BLOCK, "limit", message, cure)
