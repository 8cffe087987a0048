"""Bounds that keep any page quick to build: measured limits of the Markdown parser, far above real documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.content.markdown import Line
from publicity.finding import Finding, Severity
from publicity.rules import Rules

MAX_LINE_BYTES = 10_000
MAX_NESTING = 20
MAX_OPEN_BRACKETS = 50
MAX_BRACKETS = 500
MAX_ANGLES = 200
MAX_PARAGRAPH_BYTES = 20_000
MAX_TABLE_ROWS = 1_000
_ITEM = re.compile(r"^\s*(?:[-*+]|[0-9]{1,9}[.)])\s")
_MARKERS = re.compile(r"^(?:[ \t]+|>|[-*+][ \t]|[0-9]{1,9}[.)][ \t])+")


def check_limits(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """A line's length, the depth of lists and quotes, brackets in a paragraph; a very long table is advised against."""
    for page in corpus.pages:
        yield from _check_page(page)


def _check_page(page: Page) -> Iterator[Finding]:
    paragraph = _Paragraph()
    rows = 0
    for line in page.lines():
        text = line.text
        if len(text) * 3 > MAX_LINE_BYTES and len(text.encode()) > MAX_LINE_BYTES:
            yield _block(line, f"这一行超过{MAX_LINE_BYTES // 1000}千字节", "请分成几段")
            continue
        if nesting(text) > MAX_NESTING:
            yield _block(line, f"列表或引用套了超过{MAX_NESTING}层", "请减少缩进层数")
            return
        if trouble := paragraph.add(text):
            yield _block(line, *trouble)
            return
        rows = rows + 1 if text.startswith("|") else 0
        if rows == MAX_TABLE_ROWS:
            cure = "大表请作 .xlsx 或 .csv 附件，页面上放摘要"
            yield Finding(
                line.path, line.number, 1, Severity.WARN, "limit", f"表格超过{MAX_TABLE_ROWS}行，手机很难打开", cure
            )


@dataclass
class _Paragraph:
    """What has come since the last blank line, table row or list item: the parser's cost grows with its square."""

    size: int = 0
    brackets: int = 0
    open_brackets: int = 0
    angles: int = 0

    def add(self, text: str) -> tuple[str, str] | None:
        """What is wrong once this line has joined, and how to mend it."""
        if not text.strip() or text.startswith("|") or _ITEM.match(text):
            self.size = self.brackets = self.open_brackets = self.angles = 0
        self.size += len(text.encode()) + 1
        self.brackets += text.count("[")
        self.open_brackets += text.count("[") - text.count("]")
        self.angles += text.count("<")
        if self.size > MAX_PARAGRAPH_BYTES:
            return f"这一段超过{MAX_PARAGRAPH_BYTES // 1000}千字节", "请用空行分成几段"
        if self.open_brackets > MAX_OPEN_BRACKETS or self.brackets > MAX_BRACKETS:
            return "这一段的方括号太多或不成对", "请补全或删去多余的 ["
        if self.angles > MAX_ANGLES:
            return "这一段的尖括号太多", "请删去多余的 <（书名号请用《》〈〉）"
        return None


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
