"""合计 that is not the sum of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from publicity.checks.proofreading.sheet import Mark, Sheet
from publicity.rules.wording import Wording

RULE = "total"
_TOTALS = frozenset({"合计", "总计", "共计", "小计"})
_GRAND = _TOTALS - {"小计"}
_ROW = re.compile(r"^\|[^\n]*\|[ \t]*$", re.MULTILINE)
_RULE_ROW = re.compile(r"[|:\- \t]+")
_CELL = re.compile(r"(?<=\|)[ \t*]*([^|\n]*)(?=\|)")
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,15})(?:\.[0-9]{1,6})?")
# Columns that nobody adds up.
_NOT_ADDED = re.compile("序号|编号|年份|年度|月份|日期|时间|率|比|%|％|单价|均|排名")


@dataclass(frozen=True)
class _Cell:
    text: str
    start: int

    @property
    def number(self) -> Decimal | None:
        """None for what is no plain number; an empty cell or a dash counts as nothing."""
        if self.text in ("", "-", "—", "/"):
            return Decimal(0)
        return Decimal(self.text.replace(",", "")) if _NUMBER.fullmatch(self.text) else None


_Row = Sequence[_Cell]


@dataclass(frozen=True)
class _Sum:
    """A cell that says a total, and its parts."""

    cell: _Cell
    stated: Decimal
    parts: tuple[Decimal, ...]

    @property
    def actual(self) -> Decimal:
        return sum(self.parts, Decimal(0))

    @property
    def holds(self) -> bool:
        """Of numbers with decimals each may have been rounded at the last place shown."""
        finest = min(int(part.as_tuple().exponent) for part in (*self.parts, self.stated))
        slack = Decimal(len(self.parts) + 1) * Decimal(5).scaleb(finest - 1) if finest < 0 else 0
        return abs(self.stated - self.actual) <= slack


def mark_totals(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """Rows and columns named 合计; a table where none of several adds up is made on another plan, and left alone."""
    if not any(word in sheet.text for word in _TOTALS):
        return
    for header, *rows in _tables(sheet.text):
        if any("其中" in cell.text for row in (header, *rows) for cell in row):
            continue
        for sums in (list(_down(header, rows)), list(_across(header, rows))):
            wrong = [one for one in sums if not one.holds]
            if len(wrong) < len(sums) or len(sums) < 3:
                yield from map(_mark, wrong)


def _mark(wrong: _Sum) -> Mark:
    end = wrong.cell.start + len(wrong.cell.text)
    message = f"合计写的是{wrong.stated}，各项相加是{wrong.actual}"
    return Mark(wrong.cell.start, end, RULE, message, "请核对合计和各项的数字")


def _tables(text: str) -> Iterator[list[_Row]]:
    """Header and rows of each table whose rows are as long as its header."""
    table: list[_Row] = []
    end = -1
    for found in _ROW.finditer(text):
        if found.start() != end + 1:
            yield from _whole(table)
            table = []
        if not _RULE_ROW.fullmatch(found.group()):
            table.append(_cells(found.group(), found.start()))
        end = found.end()
    yield from _whole(table)


def _whole(table: list[_Row]) -> Iterator[list[_Row]]:
    if len(table) > 1 and len({len(row) for row in table}) == 1:
        yield table


def _cells(row: str, start: int) -> _Row:
    return tuple(_Cell(found.group(1).strip(" \t*"), start + found.start(1)) for found in _CELL.finditer(row))


def _down(header: _Row, rows: Sequence[_Row]) -> Iterator[_Sum]:
    """Total rows: 小计 of the rows since the last one, 合计 of every row before it, or after it when it comes first."""
    grand = [place for place, row in enumerate(rows) if _label(row) in _GRAND]
    if len(grand) > 1:
        return
    since = 0
    for place, row in enumerate(rows):
        if (label := _label(row)) not in _TOTALS:
            continue
        between = rows[since:place] if label == "小计" else rows[:place] or rows[1:]
        details = [one for one in between if _label(one) not in _TOTALS]
        for column, cell in enumerate(row):
            if not _NOT_ADDED.search(header[column].text):
                yield from _sum(cell, [one[column] for one in details])
        since = place + 1


def _across(header: _Row, rows: Sequence[_Row]) -> Iterator[_Sum]:
    """A total column, of the columns that hold numbers only."""
    totals = [column for column, cell in enumerate(header) if cell.text in _TOTALS]
    if len(totals) != 1:
        return
    added = [
        column
        for column, cell in enumerate(header)
        if column not in totals
        and not _NOT_ADDED.search(cell.text)
        and all(row[column].number is not None for row in rows)
    ]
    for row in rows:
        yield from _sum(row[totals[0]], [row[column] for column in added])


def _label(row: _Row) -> str:
    """What the row is called: the first cell that is written in words."""
    return next((cell.text for cell in row if cell.number is None), "")


def _sum(cell: _Cell, parts: Sequence[_Cell]) -> Iterator[_Sum]:
    """Only of two numbers or more, with nothing among them that is none."""
    numbers = tuple(part.number for part in parts)
    known = tuple(number for number in numbers if number is not None)
    if cell.text and cell.number is not None and len(known) == len(numbers) and sum(map(bool, known)) > 1:
        yield _Sum(cell, cell.number, known)
