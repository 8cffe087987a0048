"""Bounds that keep any page quick to build: measured limits of the Markdown parser, far above real documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.content.markdown import Line
from publicity.finding import Finding, Severity
from publicity.rules import Rules

MAX_LINE_BYTES = 10_000
MAX_NESTING = 20
MAX_OPEN_BRACKETS = 50
MAX_PARAGRAPH_BYTES = 20_000
MAX_PAGE_BYTES = 500_000
MAX_TABLE_ROWS = 1_000
MAX_COLUMNS = 100
MAX_PAGE_CELLS = 100_000
MAX_TURNS = 200
MAX_PAGE_TURNS = 3_000


@dataclass(frozen=True)
class Bound:
    """How many of these marks a paragraph and a page may hold: at each the parser looks for its other half."""

    marks: str
    in_paragraph: int
    on_page: int
    message: str
    cure: str


BRACKETS = Bound("[", 500, 5_000, "方括号太多或不成对", "请补全或删去多余的 [")
ANGLES = Bound("<", 200, 1_000, "尖括号太多", "请删去多余的 <（书名号请用《》〈〉）")
MARKS = Bound("*_`\\&{[<>", 1_000, 20_000, "标记符号（* _ ` 等）太多", "请删去多余的符号；长材料请作附件")
BOUNDS = (BRACKETS, ANGLES, MARKS)

_ITEM = re.compile(r"^( *)(?:[-*+]|([0-9]{1,9}\.)) ")
# Headings, definitions, boxes, rules: at each the parser takes the whole rest of the block in hand again.
_TURN = re.compile(r"[ >]*(?:[#:!]|[=*_-][=*_ -]*$)")
_RULE = re.compile(r"[ |:-]*-[ |:-]*$")
_MARKERS = re.compile(r"^(?:[ \t]+|>|[-*+][ \t]|[0-9]{1,9}[.)][ \t])+")


def check_limits(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """A line's length, the depth of lists and quotes, brackets in a paragraph; a very long table is advised against."""
    for page in corpus.pages:
        yield from _check_page(page)


def _check_page(page: Page) -> Iterator[Finding]:
    paragraph = _Paragraph()
    rows = cells = size = 0
    for line in page.lines():
        text = line.text
        size += len(text.encode()) + 1
        if size > MAX_PAGE_BYTES:
            yield _block(line, f"正文超过{MAX_PAGE_BYTES // 1000}千字节", "请分成几页；长材料请作附件")
            return
        if len(text) * 3 > MAX_LINE_BYTES and len(text.encode()) > MAX_LINE_BYTES:
            yield _block(line, f"这一行超过{MAX_LINE_BYTES // 1000}千字节", "请分成几段")
            continue
        if nesting(text) > MAX_NESTING:
            yield _block(line, f"列表或引用套了超过{MAX_NESTING}层", "请减少缩进层数")
            return
        if trouble := paragraph.add(text):
            yield _block(line, *trouble)
            return
        cells += text.count("|")
        if text.count("|") > MAX_COLUMNS + 1 or cells > MAX_PAGE_CELLS:
            yield _block(line, f"表格超过{MAX_COLUMNS}列，或者格子太多", "大表请作 .xlsx 或 .csv 附件，页面上放摘要")
            return
        rows = rows + 1 if text.startswith("|") else 0
        if rows == MAX_TABLE_ROWS:
            cure = "大表请作 .xlsx 或 .csv 附件，页面上放摘要"
            yield Finding(
                line.path, line.number, 1, Severity.WARN, "limit", f"表格超过{MAX_TABLE_ROWS}行，手机很难打开", cure
            )


@dataclass
class _Paragraph:
    """What the parser will take for one paragraph: its cost grows with the square of that.

    A blank line ends it, and a heading. A table's row and a list's item do so only where Python-Markdown sees a table
    or a list: under a rule of as many columns, or where the block began with an item of the same kind.
    """

    lines: int = 0
    first: str = ""
    is_table: bool = False
    items: dict[int, bool] = field(default_factory=dict)  # level of indent → whether numbered
    turns: int = 0  # since the last blank line
    page_turns: int = 0
    size: int = 0
    open_brackets: int = 0
    counts: Counter[Bound] = field(default_factory=Counter)
    page_counts: Counter[Bound] = field(default_factory=Counter)

    def add(self, text: str) -> tuple[str, str] | None:
        """What is wrong once this line has joined, and how to mend it."""
        if not text.strip():
            self.lines, self.turns, self.is_table = 0, 0, False
            self.items.clear()
            return None
        if self._begins(text) or self.lines == 0:
            self.size = self.open_brackets = 0
            self.counts.clear()
        self.first = text if self.lines == 0 else self.first
        self.lines = 0 if text.startswith("#") else self.lines + 1
        self._count(text)
        if self.turns > MAX_TURNS or self.page_turns > MAX_PAGE_TURNS:
            return "标题、定义或分隔线太多，中间没有空行", "请用空行隔开；长材料请分成几页"
        if self.size > MAX_PARAGRAPH_BYTES:
            return f"这一段超过{MAX_PARAGRAPH_BYTES // 1000}千字节", "请用空行分成几段"
        if self.open_brackets > MAX_OPEN_BRACKETS:
            return f"这一段的{BRACKETS.message}", BRACKETS.cure
        for bound in BOUNDS:
            if self.counts[bound] > bound.in_paragraph or self.page_counts[bound] > bound.on_page:
                where = "这一段" if self.counts[bound] > bound.in_paragraph else "这一页"
                return f"{where}的{bound.message}", bound.cure
        return None

    def _begins(self, text: str) -> bool:
        """Whether a row of a table, or an item of a list, begins here."""
        if self.is_table:
            return True
        self.is_table = self.lines == 1 and not self.items and _is_table(self.first, text)
        return self._begins_item(text) or self.is_table

    def _begins_item(self, text: str) -> bool:
        found = _ITEM.match(text)
        if found is None or (self.lines and not self.items):
            return False
        level, numbered = len(found.group(1)) // 4, found.group(2) is not None
        if level > max(self.items, default=-1) + 1 or self.items.get(level, numbered) != numbered:
            return False
        self.items = {other: kind for other, kind in self.items.items() if other < level} | {level: numbered}
        return True

    def _count(self, text: str) -> None:
        turns = bool(_TURN.match(text))
        self.turns += turns
        self.page_turns += turns
        self.size += len(text.encode()) + 1
        self.open_brackets += text.count("[") - text.count("]")
        for bound in BOUNDS:
            number = sum(text.count(mark) for mark in bound.marks)
            if bound is MARKS:
                number += nesting(text) + text.endswith("  ")
            self.counts[bound] += number
            self.page_counts[bound] += number


def _is_table(header: str, rule: str) -> bool:
    """Never true where Python-Markdown sees none; a header with code in it, whose columns are hard to count, is let be."""
    if "|" not in header or "`" in header or "\\" in header or not _RULE.match(rule):
        return False
    columns = [text.strip().removeprefix("|").removesuffix("|").count("|") for text in (header, rule)]
    return columns[0] == columns[1]


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
