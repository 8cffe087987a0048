"""A passage made ready to be searched: one text, its lines, its runs of digits, and what surrounds a place in it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import unquote

from publicity.checks.personal_info.digits import Run, find_runs
from publicity.content.markdown import Line
from publicity.content.passages import CELL, Passage
from publicity.finding import Severity
from publicity.settings import DEFAULT_MASKS

_ENTITY = re.compile(r"&#?[0-9A-Za-z]{2,8};")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2}){2,}")
# A comment is kept when it holds more than a word: people leave numbers in them.
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<!--[^<>]{0,12}-->")
# Attributes, and addresses in angle brackets.
_KEPT = re.compile("[=@]|://")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ＠]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_RULE = re.compile(r"^[\s|:-]+$")
_FIGURES = re.compile(r"\d{3}")
_IN_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s=)]*$")
_LABEL_LENGTH = 16
_TITLE_LENGTH = 40
_HEADER_ROWS = 5


@dataclass(frozen=True)
class Options:
    """What the town's settings say: numbers that are the office's own, and how a number may be masked.

    ``office_phones`` are digits only; ``masks`` hold ``#`` for a digit shown and ``*`` for one hidden.
    """

    office_phones: frozenset[str] = frozenset()
    office_emails: frozenset[str] = frozenset()
    masks: tuple[str, ...] = DEFAULT_MASKS


@dataclass(frozen=True)
class Hit:
    """Something personal in a passage. ``masked`` is all that may be said of it; lines and columns count from 1."""

    kind: str
    start: int
    end: int
    masked: str
    severity: Severity = Severity.BLOCK
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Scan:
    """``text`` is what is searched; places in it are offsets."""

    passage: Passage
    options: Options = field(default=Options())

    @cached_property
    def text(self) -> str:
        return "\n".join(readable(line.text) for line in self.passage.lines)

    @cached_property
    def folded(self) -> str:
        """The text with full-width letters and digits made plain, place by place."""
        return self.text.translate(_FULL_WIDTH) if _WIDE.search(self.text) else self.text

    @cached_property
    def _starts(self) -> list[int]:
        starts, offset = [], 0
        for text in self.text.split("\n"):
            starts.append(offset)
            offset += len(text) + 1
        return starts

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return tuple(find_runs(self.text))

    def has(self, *words: str) -> bool:
        """Whether one of the words stands in it at all: far quicker to tell than what stands around it."""
        return any(word in self.folded for word in words)

    def row_of(self, offset: int) -> int:
        """Which line, from 0, the offset lies in."""
        return bisect_right(self._starts, offset) - 1

    def offset_of(self, row: int) -> int:
        return self._starts[row]

    def line_of(self, offset: int) -> Line:
        return self.passage.lines[self.row_of(offset)]

    def column_of(self, offset: int) -> int:
        return offset - self._starts[self.row_of(offset)] + 1

    def placed(self, hit: Hit) -> Hit:
        """The hit with its line and column."""
        return replace(hit, line=self.line_of(hit.start).number, column=self.column_of(hit.start))

    def line_text(self, row: int) -> str:
        start = self._starts[row]
        end = self._starts[row + 1] - 1 if row + 1 < len(self._starts) else len(self.text)
        return self.text[start:end]

    def before(self, offset: int, length: int = 24) -> str:
        """The text before a place: of its cell in a table, else of its paragraph."""
        text = self.text[max(0, offset - length) : offset]
        cut = max(text.rfind(CELL), text.rfind("\n\n"), text.rfind("。"))
        return text[cut + 1 :]

    def after(self, offset: int, length: int = 16) -> str:
        """The text after a place, to the end of its cell, line or sentence."""
        return re.split(rf"[{re.escape(CELL)}\n。]", self.text[offset : offset + length], maxsplit=1)[0]

    def around(self, start: int, end: int) -> str:
        """What says what a number is: the words before and after it, and what heads its column."""
        return f"{self.before(start)}\n{self.after(end)}\n{self.header(start)}"

    def in_address(self, start: int) -> bool:
        """Whether the place lies inside a web address, not as the value of a query."""
        return bool(_IN_ADDRESS.search(self.before(start, 200)))

    def is_row(self, row: int) -> bool:
        return CELL in self.line_text(row)

    def header(self, offset: int) -> str:
        """The labels that head the column of a table cell; empty outside tables."""
        row = self.row_of(offset)
        if not self.is_row(row):
            return ""
        place = self.text[self._starts[row] : offset].count(CELL)
        headers = self.headers(row)
        return headers[place] if place < len(headers) else ""

    def headers(self, row: int) -> Sequence[str]:
        """The labels of each column of the table that the row belongs to; the first is what stands before ``|``."""
        first = self.table_of(row).start
        key = (first, min(first + _HEADER_ROWS, row))
        if key not in self._headers:
            self._headers[key] = self._label_rows(*key)
        return self._headers[key]

    def _label_rows(self, first: int, end: int) -> list[str]:
        columns: list[str] = []
        for row in range(first, end):
            if _RULE.match(self.line_text(row)):
                continue
            cells = self.cells(row)
            columns += [""] * (len(cells) - len(columns))
            for place, cell in enumerate(cells):
                if len(cell) <= _LABEL_LENGTH and not _FIGURES.search(cell):
                    columns[place] = f"{columns[place]} {cell}".strip()
        return columns

    @cached_property
    def tables(self) -> list[range]:
        """The rows of each table, one after another without a line between them."""
        tables: list[range] = []
        for row in range(len(self._starts)) if CELL in self.text else ():
            if self.is_row(row):
                joins = tables and tables[-1].stop == row
                if joins:
                    tables[-1] = range(tables[-1].start, row + 1)
                else:
                    tables.append(range(row, row + 1))
        return tables

    def table_of(self, row: int) -> range:
        """The table that the row belongs to."""
        return self.tables[bisect_right(self.tables, row, key=lambda table: table.start) - 1]

    @cached_property
    def _headers(self) -> dict[tuple[int, int], Sequence[str]]:
        return {}

    def cells(self, row: int) -> list[str]:
        """The cells of a table row; the first is what stands before ``|``."""
        return [cell.strip(" *_`") for cell in self.line_text(row).split(CELL)]

    def title_before(self, row: int) -> str:
        """What a table is about: the last three headings or short lines before it."""
        lines = [self.line_text(place).strip() for place in range(row - 1, max(-1, row - 8), -1)]
        return "\n".join([line for line in lines if line and (len(line) <= _TITLE_LENGTH or line[0] == "#")][:3])


def mask(number: str, head: int, tail: int) -> str:
    """All that a message may show of a number: its first and its last characters."""
    return f"{number[:head]}{'*' * (len(number) - head - tail)}{number[len(number) - tail :]}"


def readable(text: str) -> str:
    """A line as a browser would show it: entities and percent signs undone, tags and comments dropped."""
    if "<" in text:
        text = _BREAK.sub(" ", text)
        text = _TAG.sub(lambda tag: f" {tag.group()[1:-1]} " if _KEPT.search(tag.group()) else "", text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    if "%" in text:
        text = _PERCENT.sub(lambda found: unquote(found.group(), errors="replace"), text)
    return text.replace("\n", " ")
