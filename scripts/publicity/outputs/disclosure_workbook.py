"""The statutory tables as a workbook that looks like the form: one sheet a section, merged headings, figures as numbers."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from publicity.content.cleaning.office import clean_office
from publicity.content.cleaning.tally import Tally
from publicity.enrich.statutory_tables import Cell, Line, Section, Table, placed

_SIDE = Side(style="thin", color="808080")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_SHADE = PatternFill("solid", fgColor="E9F0F6")
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(vertical="center", wrap_text=True)
_NAME_WIDTH, _FIGURE_WIDTH = 24, 12  # in characters, as workbooks count


def render_workbook(title: str, sections: tuple[Section, ...]) -> bytes:
    """The bytes depend on nothing but the title and the tables: no author, no time."""
    book = Workbook()
    book.remove(book.active)
    for section in sections:
        _fill(book.create_sheet(section.title), title, section)
    output = io.BytesIO()
    book.save(output)
    # openpyxl writes the hour into the file; what takes hidden things out of attachments takes it out here.
    return clean_office(output.getvalue(), ".xlsx", Tally())


def _fill(sheet: Any, title: str, section: Section) -> None:
    width = max(_width(table.head[0]) for table in section.tables)
    top = 1
    for text in (title, section.title):
        _put(sheet, top, 1, Cell(text, "title", across=width))
        top += 1
    for table in section.tables:
        if len(section.tables) > 1:
            _put(sheet, top, 1, Cell(table.caption, "col", across=width))
            top += 1
        top = _put_table(sheet, top, table, width)
    names = max(column for table in section.tables for column in _name_columns(table))
    for column in range(1, width + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _NAME_WIDTH if column <= names else _FIGURE_WIDTH
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put_table(sheet: Any, top: int, table: Table, width: int) -> int:
    """The first row below the table; a table narrower than its sheet stretches its last column."""
    stretch = width - _width(table.head[0])
    for lines in (table.head, table.body):
        for row, column, cell in placed(lines):
            is_last = stretch and column + cell.across == _width(table.head[0])
            across = cell.across + (stretch if is_last else 0)
            _put(sheet, top + row, column + 1, Cell(cell.text, cell.scope, across, cell.down))
        top += len(lines)
    return top


def _put(sheet: Any, row: int, column: int, cell: Cell) -> None:
    spot = sheet.cell(row, column)
    if cell.scope:
        spot.value = cell.text
        spot.data_type = "s"  # whatever it begins with, it is no formula
    else:
        spot.value = int(cell.text) if cell.text.isdecimal() else Decimal(cell.text)
    spot.alignment = _LEFT if cell.scope == "row" else _MIDDLE
    spot.font = Font(bold=cell.scope == "title")
    last = sheet.cell(row + cell.down - 1, column + cell.across - 1)
    if cell.scope != "title":
        for line in sheet[f"{spot.coordinate}:{last.coordinate}"]:
            for one in line:
                one.border = _BOX
                if cell.scope:
                    one.fill = _SHADE
    if last is not spot:
        sheet.merge_cells(f"{spot.coordinate}:{last.coordinate}")


def _width(line: Line) -> int:
    return sum(cell.across for cell in line)


def _name_columns(table: Table) -> list[int]:
    """How many columns the names of rows take, at least none."""
    return [0, *(column + cell.across for _, column, cell in placed(table.body) if cell.scope == "row")]
