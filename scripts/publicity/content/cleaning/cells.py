"""Cells that nobody sees: in hidden rows and columns, under a merged cell, or in a format that shows nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from publicity.content.cleaning.markup import Element, drop, is_on, local
from publicity.content.cleaning.tally import CannotCleanError, DamagedError, Tally

MAX_MERGED = 500_000
MAX_COLUMN = 16_384
_NO_SHOW = re.compile(r";{2,3}")
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
# Columns narrower and rows lower than this (in characters and points) show nothing.
_NOTHING_WIDE, _NOTHING_HIGH = 0.3, 1.0

Place = tuple[int, int]


@dataclass(frozen=True)
class Area:
    top: int
    left: int
    bottom: int
    right: int

    def cells(self) -> Iterator[Place]:
        """The places of its first row."""
        return ((self.top, column) for column in range(self.left, min(self.right, MAX_COLUMN) + 1))


def area_of(reference: str) -> Area:
    """``B2:C9`` or ``B2``."""
    first, _, last = reference.partition(":")
    top, left = place_of(first)
    bottom, right = place_of(last or first)
    return Area(top, left, bottom, right)


def place_of(reference: str) -> Place:
    """``B2`` → row 2, column 2."""
    found = _CELL.fullmatch(reference)
    if not found:
        raise DamagedError("（单元格的位置不对）")
    column = 0
    for letter in found.group(1).upper():
        column = column * 26 + ord(letter) - 64
    return int(found.group(2)), column


def header_of(table: Element) -> Area:
    """The first row of a table; nothing of a table without a header."""
    area = area_of(table.get("ref", ""))
    return Area(area.top, area.left, area.top, area.left - 1 if table.get("headerRowCount") == "0" else area.right)


def invisible_formats(styles: Element) -> frozenset[str]:
    """The cell formats whose number format shows nothing, such as ``;;;``."""
    codes = {one.get("numFmtId") for one in styles.iter("{*}numFmt") if _NO_SHOW.fullmatch(one.get("formatCode", ""))}
    formats = styles.findall("{*}cellXfs/{*}xf")
    return frozenset(str(place) for place, one in enumerate(formats) if one.get("numFmtId") in codes)


def blank_hidden(root: Element, invisible: frozenset[str], tally: Tally) -> set[Place]:
    """Empty the cells nobody sees, and say which."""
    rows = list(_numbered(root.findall("{*}sheetData/{*}row"), lambda row, last: int(row.get("r") or last + 1)))
    unseen = _Unseen(root, rows)
    blanked: set[Place] = set()
    if not invisible and unseen.hides_nothing:
        return blanked
    for number, row in rows:
        covered = unseen.covered(number)
        for column, cell in _numbered(
            row, lambda cell, last: place_of(cell.get("r"))[1] if cell.get("r") else last + 1
        ):
            reason = "格式隐去" if cell.get("s") in invisible else unseen.reason(number, column)
            reason = "合并单元格盖住" if covered[column] and not unseen.is_anchor(number, column) else reason
            if reason and _blank(cell):
                blanked.add((number, column))
                tally.add(f"{reason}的内容{{n}}格")
    return blanked


class _Unseen:
    """Which rows and columns of a sheet are hidden, and which cells lie under a merged one."""

    def __init__(self, root: Element, rows: list[tuple[int, Element]]) -> None:
        self._rows = sorted(number for number, row in rows if _is_hidden_row(row))
        self._columns = _hidden_columns(root)
        merges = [area_of(one.get("ref", "")) for one in root.iter("{*}mergeCell")]
        if sum(area.right - area.left + 1 for area in merges) > MAX_MERGED:
            raise CannotCleanError("合并单元格太多", "请取消合并，再清理")
        self._anchors = {(area.top, area.left): area for area in merges}
        self._waiting = sorted(merges, key=lambda area: area.top, reverse=True)
        self._open: list[tuple[int, int, int]] = []
        self._covered: Counter[int] = Counter()

    @property
    def hides_nothing(self) -> bool:
        return not (self._rows or self._columns or self._anchors)

    def reason(self, row: int, column: int) -> str:
        """Why a cell is not seen; a merged cell shows when any of its rows and columns do."""
        area = self._anchors.get((row, column), Area(row, column, row, column))
        if self._count_rows(area) == area.bottom - area.top + 1:
            return "隐藏行"
        return "隐藏列" if all(one in self._columns for one in range(area.left, area.right + 1)) else ""

    def is_anchor(self, row: int, column: int) -> bool:
        """Whether a merged cell shows what stands here."""
        return (row, column) in self._anchors

    def covered(self, row: int) -> Counter[int]:
        """How many merged cells lie over each column of this row; rows are asked from the top down."""
        while self._waiting and self._waiting[-1].top <= row:
            area = self._waiting.pop()
            heappush(self._open, (area.bottom, area.left, area.right))
            self._covered.update(range(area.left, area.right + 1))
        while self._open and self._open[0][0] < row:
            _, left, right = heappop(self._open)
            for column in range(left, right + 1):
                self._covered[column] -= 1
        return self._covered

    def _count_rows(self, area: Area) -> int:
        return bisect_right(self._rows, area.bottom) - bisect_left(self._rows, area.top)


def _numbered(elements: Iterable[Element], number_of: Callable[[Element, int], int]) -> Iterator[tuple[int, Element]]:
    """Rows or cells with their numbers; one that does not say follows the one before."""
    last = 0
    for element in elements:
        last = number_of(element, last)
        yield last, element


def _is_hidden_row(row: Element) -> bool:
    return is_on(row.get("hidden")) or float(row.get("ht", _NOTHING_HIGH)) < _NOTHING_HIGH


def _hidden_columns(root: Element) -> frozenset[int]:
    hidden: set[int] = set()
    for one in root.findall("{*}cols/{*}col"):
        if is_on(one.get("hidden")) or float(one.get("width", _NOTHING_WIDE)) < _NOTHING_WIDE:
            hidden |= set(range(int(one.get("min", 1)), min(int(one.get("max", 1)), MAX_COLUMN) + 1))
    return frozenset(hidden)


def _blank(cell: Element) -> bool:
    """Take a cell's content; its look stays."""
    content = [one for one in cell if local(one) in ("f", "v", "is")]
    for one in content:
        drop(one)
    for key in ("t", "cm", "vm"):
        cell.attrib.pop(key, None)
    return bool(content)
