"""What a workbook hides, and what must not change when it goes."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from content.cleaning import rich
from openpyxl.worksheet.table import Table

from publicity.content.cleaning import Cleaned, clean_file
from publicity.errors import PublicityError

SHEET = "xl/worksheets/sheet1.xml"


def book(hidden: str = "SECRET") -> openpyxl.Workbook:
    """``公开`` with three rows, and a hidden sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "公开"
    for row in (["户主", "金额", "备注"], ["甲", 1, "x"], ["乙", 2, "y"]):
        sheet.append(row)
    back = made.create_sheet(hidden)
    back.sheet_state, back["A1"] = "hidden", "SECRET"
    return made


def cleaned(folder: Path, made: openpyxl.Workbook, **values: str) -> tuple[openpyxl.Workbook, Cleaned]:
    """The workbook cleaned; ``values`` are the results an office program would have saved for formulas."""
    path = folder / "a.xlsx"
    made.save(path)
    for cell, value in values.items():
        found = re.search(rf'<c r="{cell}"><f>[^<]*</f><v></v>', rich.parts_of(path)[SHEET].decode())
        assert found
        rich.change(path, SHEET, found.group(), found.group().replace("<v></v>", f"<v>{value}</v>"))
    result = clean_file(path)
    for name, data in rich.parts_of(result.path).items():
        assert b"SECRET" not in data, name
    return openpyxl.load_workbook(result.path), result


@pytest.mark.parametrize("formula", ["=SECRET!A1", "='SECRET'!A1+1", '=INDIRECT("SECRET!A1")', "=SUM(公开:SECRET!A1)"])
def test_a_formula_that_names_a_hidden_sheet_keeps_its_value(tmp_path: Path, formula: str) -> None:
    """However the sheet is named in it, the formula becomes the number it showed; others stay."""
    made = book()
    made["公开"]["D1"], made["公开"]["D2"] = formula, "=B2*2"
    kept, result = cleaned(tmp_path, made, D1="42", D2="2")

    assert (kept["公开"]["D1"].value, kept["公开"]["D2"].value) == (42, "=B2*2")
    assert "引用隐藏内容的公式1个（改为数值）" in result.removed


def test_a_formula_without_a_saved_value_is_refused(tmp_path: Path) -> None:
    """What was never computed cannot be kept: the cure is to save the file once in an office program."""
    made = book()
    made["公开"]["D1"] = "=SECRET!A1"
    made.save(tmp_path / "a.xlsx")
    with pytest.raises(PublicityError, match=r"没有存它的结果.*保存一次"):
        clean_file(tmp_path / "a.xlsx")


def test_a_shared_formula_goes_as_one(tmp_path: Path) -> None:
    """Cells that share a formula which must go all become values."""
    made = book()
    made["公开"]["D1"], made["公开"]["D2"] = "=SECRET!A1", "=B2"
    path = tmp_path / "a.xlsx"
    made.save(path)
    first = '<f t="shared" ref="D1:D2" si="0">SECRET!A1</f><v>5</v>'
    rich.change(path, SHEET, "<f>SECRET!A1</f><v></v>", first)
    rich.change(path, SHEET, "<f>B2</f><v></v>", '<f t="shared" si="0"/><v>6</v>')
    kept = openpyxl.load_workbook(clean_file(path).path)["公开"]

    assert (kept["D1"].value, kept["D2"].value) == (5, 6)


def test_names_follow_the_sheets_that_stay(tmp_path: Path) -> None:
    """A name of one sheet only keeps its sheet when hidden sheets before it go; so does the sheet that is open."""
    made = book()
    made.move_sheet("SECRET", -1)
    made.active = 1
    made["公开"].print_area = "A1:B2"
    made["SECRET"].print_area = "A1"
    kept, _ = cleaned(tmp_path, made)

    assert kept.sheetnames == ["公开"]
    assert kept.active.title == "公开"
    assert kept["公开"].print_area == "'公开'!$A$1:$B$2"


def test_a_merged_cell_that_shows_keeps_its_text(tmp_path: Path) -> None:
    """A title in a hidden first column, merged over columns that are seen, is seen; what lies under it is not."""
    made = book()
    sheet = made["公开"]
    sheet.insert_rows(1)
    sheet["A1"], sheet["A3"] = "公开标题", "SECRET"
    sheet.column_dimensions["A"].hidden = True
    sheet.merge_cells("A1:C1")
    path = tmp_path / "a.xlsx"
    made.save(path)
    under = '<c r="B1" t="inlineStr"><is><t>SECRET</t></is></c>'
    rich.change(path, SHEET, '</row><row r="2">', f'{under}</row><row r="2">')
    result = clean_file(path)
    kept = openpyxl.load_workbook(result.path)["公开"]

    assert kept["A1"].value == "公开标题"
    assert [kept[f"A{row}"].value for row in (2, 3, 4)] == [None, None, None]
    assert "合并单元格盖住的内容1格" in result.removed
    assert b"SECRET" not in rich.parts_of(result.path)[SHEET]


def test_rows_and_columns_of_no_size_are_hidden(tmp_path: Path) -> None:
    """A height or width of nothing hides as well as the command does."""
    made = book()
    sheet = made["公开"]
    sheet["A3"], sheet["C2"] = "SECRET", "SECRET"
    sheet["C1"], sheet["C3"] = "SECRET", None
    sheet.row_dimensions[3].height = 0.5
    sheet.column_dimensions["C"].width = 0.1
    kept, _ = cleaned(tmp_path, made)

    assert [[cell.value for cell in row] for row in kept["公开"]] == [
        ["户主", "金额", None],
        ["甲", 1, None],
        [None] * 3,
    ]


def test_a_table_that_loses_a_header_becomes_plain_cells(tmp_path: Path) -> None:
    """Excel repairs a table whose header cell is empty, so the table goes and its cells stay."""
    made = book()
    sheet = made["公开"]
    sheet["C1"] = "SECRET"
    sheet["C2"], sheet["C3"] = None, None
    sheet.add_table(Table(displayName="Data", ref="A1:C3"))
    sheet.column_dimensions["C"].hidden = True
    kept, result = cleaned(tmp_path, made)

    assert dict(kept["公开"].tables) == {}
    assert "表格样式（表头有隐藏的列）" in result.removed


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("pivotTable", "数据透视表.*数值"),
        ("externalLink", "引用了别的文件"),
        ("queryTable", "外部数据"),
        ("slicerCache", "切片器"),
    ],
)
def test_what_brings_its_own_data_is_refused(tmp_path: Path, kind: str, words: str) -> None:
    """Pivot tables and the like keep copies of whole tables: a person must turn them into values."""
    path = tmp_path / "a.xlsx"
    book().save(path)
    rich.change(path, "xl/extra.xml", "", "<x/>")
    form = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    relation = f'<Relationship Id="rId99" Type="{form}" Target="extra.xml"/></Relationships>'
    rich.change(path, "xl/_rels/workbook.xml.rels", "</Relationships>", relation)
    with pytest.raises(PublicityError, match=words):
        clean_file(path)


def test_the_path_of_the_file_is_forgotten(tmp_path: Path) -> None:
    """Excel notes where the file lay, with the name of who was logged in."""
    path = tmp_path / "a.xlsx"
    book().save(path)
    noted = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15">'
        '<x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\SECRET\\"/>'
        "</mc:Choice></mc:AlternateContent><bookViews>"
    )
    rich.change(path, "xl/workbook.xml", "<bookViews>", noted)
    result = clean_file(path)

    assert b"SECRET" not in rich.parts_of(result.path)["xl/workbook.xml"]
    assert "文件在电脑上的路径" in result.removed
